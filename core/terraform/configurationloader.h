// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/terraform/configuration.h"
#include "core/terraform/configurationdata.h"
#include "core/terraform/module.h"
#include "core/terraform/modulemanifest.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace drydock::terraform {

/// Loads root modules that share what they call: each directory is parsed once.
class ConfigurationLoader
{
public:
    /// `base`: canonical directory that file names are relative to.
    ConfigurationLoader(const FileSource &files, const LoadOptions &options, std::filesystem::path base);

    [[nodiscard]] Result<Configuration> loadDirectory(const std::filesystem::path &directory, const Task &task);
    [[nodiscard]] Result<Configuration> loadFile(const std::filesystem::path &file, const Task &task);

    /// The module of a canonical directory, parsed at most once.
    [[nodiscard]] const std::shared_ptr<const Module> &module(const std::filesystem::path &directory);
    /// The canonical directory that a local call means.
    [[nodiscard]] const std::filesystem::path &localTarget(const Module &caller, const ModuleCall &call);

private:
    /// One configuration in the making.
    struct Build
    {
        ConfigurationData data;
        ModuleManifest manifest;
        std::size_t nodes = 0;
        bool limitReported = false;
        std::map<const Module *, std::shared_ptr<const Module>> used;
    };

    [[nodiscard]] Result<Configuration> build(std::shared_ptr<const Module> root, Extent extent, const Task &task);
    [[nodiscard]] Result<> addChildren(Build &build, ModuleNode &node, const Task &task);
    [[nodiscard]] std::shared_ptr<const Module> resolve(Build &build, const ModuleNode &parent, const ModuleCall &call);
    [[nodiscard]] std::shared_ptr<const Module> resolveLocal(Build &build, const ModuleNode &parent,
                                                             const ModuleCall &call);
    /// Nothing where there is no resolver or it knows no such module; null after an error that was reported.
    [[nodiscard]] std::optional<std::shared_ptr<const Module>> resolveElsewhere(Build &build, const ModuleCall &call);
    /// The disk for what the resolver found.
    [[nodiscard]] const FileSource &filesOf(const std::filesystem::path &directory) const;
    static void report(Build &build, DiagnosticSeverity severity, std::string code, std::string summary,
                       std::string detail, const ModuleCall &call, std::string hint);

    const FileSource &m_files;
    const DiskFiles m_disk;
    std::set<std::filesystem::path> m_found; ///< directories that the resolver gave
    const LoadOptions &m_options;
    std::filesystem::path m_base;
    std::unordered_map<std::string, std::shared_ptr<const Module>> m_modules;
    std::unordered_map<const ModuleCall *, std::filesystem::path> m_targets;
};

} // namespace drydock::terraform
