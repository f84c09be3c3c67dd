// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/parser.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace drydock::terraform {

class SchemaCatalogue;

enum class FileKind : std::uint8_t {
    Configuration, ///< *.tf, *.tofu, with or without .json
    Test,          ///< *.tftest.hcl, *.tofutest.hcl, *.tftest.json, *.tofutest.json
    Mock,          ///< *.tfmock.hcl, *.tfmock.json: what a mock_provider takes from its `source`
    Variables,     ///< *.tfvars, *.tfvars.json
};

/// What a file's name says about its content.
struct FileFormat
{
    FileKind kind = FileKind::Configuration;
    hcl::Syntax syntax = hcl::Syntax::Native;

    [[nodiscard]] bool operator==(const FileFormat &) const = default;
};

/// Of a file that Terraform or OpenTofu reads as HCL; nothing for others. Takes a name or a path.
[[nodiscard]] std::optional<FileFormat> formatOf(std::string_view name);

/// The name without what formatOf() knows it by: "main" of "main.tf.json". Empty where formatOf() has nothing.
[[nodiscard]] std::string_view stemOf(std::string_view name);

/// Parses the text in the syntax that its name stands for (native where formatOf() has nothing). In JSON what is a
/// block is decided by the schema that Terraform has for its own blocks; in a provider's resources by `schemas`, and
/// where it does not know them by the names that are blocks in the widely used providers.
[[nodiscard]] hcl::ParsedFile parseFile(hcl::SourceFile source, const SchemaCatalogue *schemas = nullptr);

} // namespace drydock::terraform
