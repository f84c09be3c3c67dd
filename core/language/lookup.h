// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/byterange.h"
#include "core/language/symbol.h"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace drydock::language {

class Snapshot;
struct Declared;
struct Use;

/// What is named or declared at an offset.
struct NamedPlace
{
    Symbol symbol;        ///< its module is empty when that is not here
    hcl::ByteRange range; ///< of the name alone
    hcl::ByteRange hit;
    const Use *use = nullptr; ///< one of the two is there
    const Declared *declared = nullptr;
};

[[nodiscard]] std::optional<NamedPlace> namedAt(const Snapshot &snapshot, const std::filesystem::path &file,
                                                std::uint32_t offset);

} // namespace drydock::language
