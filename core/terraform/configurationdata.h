// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/parser.h"
#include "core/hcl/value.h"
#include "core/terraform/configuration.h"
#include "core/terraform/module.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace drydock::terraform {

/// A value for a variable of the root module, from a file or from the caller.
struct GivenValue
{
    hcl::Expression expression;      ///< of a *.tfvars file, or parsed from what the caller gave
    std::optional<hcl::Value> value; ///< instead: of a JSON file, or the caller's text
    SourceRange range;               ///< nothing for a value of the caller
};

enum class Extent : std::uint8_t { Directory, SingleFile };

/// Behind a Configuration handle.
struct ConfigurationData
{
    std::filesystem::path directory; ///< canonical
    std::filesystem::path base;      ///< canonical
    Extent extent = Extent::Directory;
    LoadOptions options;
    std::unique_ptr<const ModuleNode> root;
    std::vector<std::shared_ptr<const Module>> modules;
    std::map<std::string, GivenValue, std::less<>> values;
    std::vector<hcl::ParsedFile> valueFiles; ///< keeps the expressions of `values` alive
    std::vector<Diagnostic> diagnostics;
};

/// Sorts by file and place and drops repetitions (a module called twice is checked twice).
void tidy(std::vector<Diagnostic> &diagnostics);

} // namespace drydock::terraform
