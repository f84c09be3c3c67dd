// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/parser.h"
#include "core/terraform/configuration.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace drydock::terraform {

class SchemaCatalogue;

/// Reads and parses single files of a configuration.
class SourceReader
{
public:
    /// `base`: canonical directory that file names are relative to. `schemas`: see parseFile(). `files`, `limits` and
    /// `schemas` must outlive it.
    SourceReader(const FileSource &files, const Limits &limits, std::filesystem::path base,
                 const SchemaCatalogue *schemas = nullptr);

    /// The file, or what the editor keeps of it; nothing where it cannot be read. What is wrong is appended.
    [[nodiscard]] std::optional<hcl::ParsedFile> read(const std::filesystem::path &file,
                                                      std::vector<Diagnostic> &diagnostics) const;
    /// How a file or directory is called in diagnostics.
    [[nodiscard]] std::string nameOf(const std::filesystem::path &path) const;

private:
    const FileSource &m_files;
    const Limits &m_limits;
    const SchemaCatalogue *m_schemas;
    std::filesystem::path m_base;
};

} // namespace drydock::terraform
