// SPDX-License-Identifier: MIT
#pragma once

#include "core/language/location.h"
#include "core/language/symbol.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace drydock::language {

class Snapshot;

enum class OccurrenceRole : std::uint8_t {
    Declaration,
    Read,     ///< in an expression
    Argument, ///< sets a variable: an argument of a call, a line of a *.tfvars or test file
    Address,  ///< in `moved`, `removed`, `import`, or as a target in a test
};

/// One place that names a symbol.
struct Occurrence
{
    Location location; ///< the name alone: `region` of `var.region`
    OccurrenceRole role = OccurrenceRole::Read;
};

enum class Include : std::uint8_t { References, Declarations };

/// Every place in all files that names the symbol, sorted. Text in comments and strings that only looks alike is none.
[[nodiscard]] std::vector<Occurrence> references(const Snapshot &snapshot, const Symbol &symbol,
                                                 Include include = Include::Declarations);

/// Those in one file: what is highlighted while the caret stands on a name.
[[nodiscard]] std::vector<Occurrence> referencesInFile(const Snapshot &snapshot, const Symbol &symbol,
                                                       const std::filesystem::path &file);

} // namespace drydock::language
