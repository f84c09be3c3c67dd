// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/task.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::project {

/// A configuration file of a project.
struct ConfigurationFile
{
    std::string path; ///< relative to the project's root, `/` between parts
    std::uint64_t size = 0;
    Timestamp modified;
};

/// Whether a file of this name, without folders, is a configuration file.
[[nodiscard]] bool isConfigurationFileName(std::string_view name);

/// The configuration files below a folder, sorted by path: *.tf, *.tofu, *.tf.json, *.tfvars, *.tfvars.json, *.hcl,
/// *.tftpl and tfreview.yaml. Skips `.terraform`, hidden folders and links that lead out. At most 100,000 files and 64
/// levels
/// (`configuration.too-many`).
[[nodiscard]] Result<std::vector<ConfigurationFile>> listConfigurationFiles(const std::filesystem::path &root,
                                                                            const Task &task = {});

/// Reads and writes one; the path must stay inside the root. Writing is atomic.
[[nodiscard]] Result<std::string> readConfigurationFile(const std::filesystem::path &root, std::string_view path);
[[nodiscard]] Result<> writeConfigurationFile(const std::filesystem::path &root, std::string_view path,
                                              std::string_view content);

} // namespace drydock::project
