// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/parser.h"

#include <filesystem>
#include <string>

namespace drydock::terraform::test {

/// The JSON syntax of a configuration in native syntax (*.tf, *.tfvars, *.tftest.hcl, by the name of its source).
/// Comments are lost.
[[nodiscard]] std::string toJsonSyntax(const hcl::ParsedFile &file);

/// Replaces all *.tf and *.tfvars below the folder by files in JSON syntax; returns how many.
std::size_t convertFolder(const std::filesystem::path &folder);

} // namespace drydock::terraform::test
