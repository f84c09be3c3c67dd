// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/language/location.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace drydock::language {

class Snapshot;

enum class ProblemSeverity : std::uint8_t { Error, Warning, Hint };

struct Problem
{
    ProblemSeverity severity = ProblemSeverity::Error;
    std::string code; ///< stable, dotted: `hcl.syntax`, `reference.undeclared`, `schema.missing-argument`
    std::string summary;
    std::string detail;
    std::string hint;
    Location location;          ///< an empty range at 0 where it is about the whole file or directory
    bool isUnnecessary = false; ///< names what nothing uses: shown faded instead of underlined
};

/// Syntax errors of one file alone: known as soon as it is parsed.
[[nodiscard]] std::vector<Problem> syntaxProblems(const Snapshot &snapshot, const std::filesystem::path &file);

/// Everything wrong in the module of a file and with its calls, by the text alone (no evaluation): syntax, names,
/// arguments, references, schemas, and hints for what is not used. Quick enough to run while somebody types. Sorted by
/// location; all files of the module, not only this one.
[[nodiscard]] Result<std::vector<Problem>> moduleProblems(const Snapshot &snapshot, const std::filesystem::path &file,
                                                          const Task &task);

/// Of all configurations, with their values evaluated. For the problems panel after a pause.
[[nodiscard]] Result<std::vector<Problem>> allProblems(const Snapshot &snapshot, const Task &task);

} // namespace drydock::language
