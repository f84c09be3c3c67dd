// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/policy/finding.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace drydock::library {

/// What the page does with the help of the registry and the rules; given by the program, called on worker threads. A
/// tool that is not set disables its action.
struct LibraryTools
{
    /// Publishes a folder as NAMESPACE/NAME/SYSTEM under a semantic version; returns warnings: files that do not parse.
    std::function<Result<std::vector<std::string>>(const std::filesystem::path &folder, const std::string &address,
                                                   const std::string &version, const Task &)>
        publish;
    std::function<Result<policy::ReviewResult>(const std::filesystem::path &folder, const Task &)> review;
};

} // namespace drydock::library
