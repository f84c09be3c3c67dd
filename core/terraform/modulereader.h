// SPDX-License-Identifier: MIT
#pragma once

#include "core/terraform/configuration.h"
#include "core/terraform/module.h"
#include "core/terraform/sourcereader.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace drydock::terraform {

/// Reads the files of one directory (or one file alone) into a Module: parses, sorts blocks by what they declare,
/// merges override files, and reports what is wrong. Used once.
class ModuleReader
{
public:
    /// `base`: canonical directory that file names are relative to. `schemas`: see parseFile().
    ModuleReader(const FileSource &files, const Limits &limits, std::filesystem::path base,
                 const SchemaCatalogue *schemas = nullptr);

    [[nodiscard]] std::shared_ptr<const Module> readDirectory(const std::filesystem::path &directory);
    [[nodiscard]] std::shared_ptr<const Module> readFile(const std::filesystem::path &file);

    /// Whether a directory with such a file is a module: `main.tf` or `main.tf.json`, but no hidden file.
    [[nodiscard]] static bool isConfigurationFile(std::string_view name);

private:
    enum class Layer { Primary, Override };

    void parse(const std::filesystem::path &file);
    void gather(const hcl::Body &body, Layer layer);
    void gatherBlock(const hcl::Block &block, Layer layer);
    void gatherNamed(const hcl::Block &block, Layer layer);
    void gatherChange(const hcl::Block &block, Layer layer);
    void gatherCheck(const hcl::Block &block, Layer layer);
    void gatherLocals(const hcl::Block &block, Layer layer);
    void gatherSettings(const hcl::Block &block, Layer layer);
    [[nodiscard]] bool checkHeader(const hcl::Block &block);
    void checkName(const hcl::Block &block);
    void checkOverride(const Content &content);
    template <typename T>
    void declare(std::vector<T> &list, Module::Index &index, std::string key, T declaration, Layer layer);
    static void merge(Content &base, const Content &changes);
    [[nodiscard]] std::shared_ptr<const Module> finish();
    void report(std::string code, std::string summary, std::string detail, SourceRange range, std::string hint = {});

    const FileSource &m_files;
    SourceReader m_sources;
    std::shared_ptr<Module> m_module;
    Module::Index m_providerIndex;
};

} // namespace drydock::terraform
