// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace drydock::cli {

struct ProgramResult
{
    int code = 0;       ///< 128 + signal when it was killed
    std::string output; ///< standard output and standard error, as they came
};

/// Whether a program of this name is on PATH.
[[nodiscard]] bool isOnPath(const std::string &program);

/// Runs a program without input and waits for it; a stop request ends it. `environment` adds to ours. At most 4 MB of
/// output are kept. Code: `program.failed` when it cannot be started.
[[nodiscard]] Result<ProgramResult> runProgram(const std::vector<std::string> &arguments,
                                               const std::map<std::string, std::string> &environment,
                                               const std::stop_token &stop);

} // namespace drydock::cli
