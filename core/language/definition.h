// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/byterange.h"
#include "core/language/location.h"
#include "core/language/symbol.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace drydock::language {

class Snapshot;

/// Where something is declared.
struct Definition
{
    Symbol symbol;
    Location name;         ///< the label or key: where the caret goes
    hcl::ByteRange whole;  ///< the block or attribute in the same file
    hcl::ByteRange origin; ///< what was asked about, in the file it was asked in
};

/// What the name at the offset stands for, across module calls: on `module.net.vpc_id` the call with the caret on
/// `net`, the output in the called module on `vpc_id`; on a call's argument the variable it sets; on a call's `source`
/// the called module (its first file). Several only where overrides or duplicates declare it again; empty for none.
[[nodiscard]] std::vector<Definition> definition(const Snapshot &snapshot, const std::filesystem::path &file,
                                                 std::uint32_t offset);

/// The symbol that is declared or named at the offset.
[[nodiscard]] std::optional<Symbol> symbolAt(const Snapshot &snapshot, const std::filesystem::path &file,
                                             std::uint32_t offset);

/// All places that declare the symbol.
[[nodiscard]] std::vector<Definition> declarations(const Snapshot &snapshot, const Symbol &symbol);

/// Every symbol whose address contains the letters of `query` in order, best first: "go to symbol".
[[nodiscard]] std::vector<Definition> findSymbols(const Snapshot &snapshot, std::string_view query,
                                                  std::size_t limit = 200);

} // namespace drydock::language
