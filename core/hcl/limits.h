// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

/// What a source text may ask of the parser. Beyond a limit there is a diagnostic that names it, never a crash.
namespace drydock::hcl::limits {

inline constexpr std::uint32_t FileBytes = 256U << 20U;
/// In the JSON syntax, whose tokens are kept while it is read.
inline constexpr std::uint32_t JsonFileBytes = 32U << 20U;
/// Brackets, blocks, templates and operators inside each other.
inline constexpr std::uint32_t NestingDepth = 256;
/// Height of one expression's tree: `a.b.c.d` and `1 + 2 + 3 + 4` have the height 4. Bounds every recursion over it.
inline constexpr std::uint32_t ExpressionHeight = 1024;
/// Values inside one value (Value::weight()): locals that double each other would take all memory.
inline constexpr std::uint32_t ValueWeight = 2'000'000;
/// Expressions evaluated for one, counting each round of its loops.
inline constexpr std::uint64_t EvaluationSteps = 50'000'000;
inline constexpr std::uint32_t TreeNodes = (1U << 26U) - 1;
/// Diagnostics kept for one file; the last one says that there were more.
inline constexpr std::uint32_t Diagnostics = 1000;

} // namespace drydock::hcl::limits
