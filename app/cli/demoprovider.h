// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>

namespace drydock::cli {

/// A provider package as `terraform init` takes it: a zip with one executable, here a script that says what it is.
/// `terraform init` does not start it. Written to `folder` under the name that the mirror protocol asks for.
[[nodiscard]] Result<std::filesystem::path> writeDemoProvider(const std::filesystem::path &folder,
                                                              const std::string &type, const std::string &version,
                                                              const std::string &platform);

/// "linux_amd64": what `terraform` on this machine asks for.
[[nodiscard]] std::string machinePlatform();

} // namespace drydock::cli
