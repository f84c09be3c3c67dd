// SPDX-License-Identifier: MIT
#pragma once

#include "core/language/signature.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string_view>

namespace drydock::language {

class Snapshot;

/// The signature of a built-in or provider function by its full name; nothing where there is none.
[[nodiscard]] std::optional<SignatureHelp> functionSignature(const Snapshot &snapshot,
                                                             const std::filesystem::path &file, std::string_view name,
                                                             std::size_t argument);

} // namespace drydock::language
