// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace drydock {

/// How another program is run.
struct ProgramCall
{
    enum class Errors : std::uint8_t { WithOutput, Apart };

    std::vector<std::string> arguments; ///< the first is the program: a path, or a name looked for on PATH
    std::map<std::string, std::string> environment = {}; ///< added to ours
    std::filesystem::path directory = {};                ///< empty: ours
    std::string input = {};                              ///< what it reads as standard input
    Errors errors = Errors::WithOutput;
    std::size_t mostOutput = 4U << 20U; ///< bytes of each stream that are kept
};

struct ProgramResult
{
    int code = 0;       ///< 128 + signal when it was killed
    std::string output; ///< standard output; with Errors::WithOutput standard error, too, as they came
    std::string errors; ///< standard error with Errors::Apart
    bool isCut = false; ///< it wrote more than was kept
};

/// Whether a program of this name is on PATH.
[[nodiscard]] bool isOnPath(const std::string &program);

/// Runs a program and waits for it; a stop request ends it, by force when it does not end in two seconds. Code:
/// `program.failed` when it cannot be started.
[[nodiscard]] Result<ProgramResult> runProgram(const ProgramCall &call, const std::stop_token &stop);

} // namespace drydock
