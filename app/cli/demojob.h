// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/command.h"
#include "app/wiring/demoproject.h"
#include "core/base/task.h"
#include "core/policy/finding.h"
#include "core/project/library.h"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <memory>
#include <string>

namespace drydock::wiring {
class Services;
class StationWorkspace;
} // namespace drydock::wiring

namespace drydock::cli {

enum class DemoOutput : std::uint8_t { Text, Json };

/// The steps of `drydockctl demo`, in their order. Each does the real thing, prints what came of it, and adds it to
/// document(). What a step needs from an earlier one is kept here.
class DemoJob
{
public:
    DemoJob(Console &console, const wiring::Services &services, DemoOutput output);
    ~DemoJob();
    DemoJob(const DemoJob &) = delete;
    DemoJob &operator=(const DemoJob &) = delete;

    [[nodiscard]] Result<> setUpProject(wiring::DemoState state);
    [[nodiscard]] Result<> saveConfigurations();
    [[nodiscard]] Result<> generate();
    [[nodiscard]] Result<> review();
    [[nodiscard]] Result<> fix();
    [[nodiscard]] Result<> compare();
    [[nodiscard]] Result<> publish(const wiring::StationWorkspace &station);
    [[nodiscard]] Result<> mirrorProvider(const wiring::StationWorkspace &station);
    [[nodiscard]] Result<> terraformInit(const std::string &url, const std::filesystem::path &authority);

    void heading(const std::string &title);
    void line(const std::string &text);
    [[nodiscard]] nlohmann::ordered_json &document() { return *m_document; }

private:
    [[nodiscard]] Result<project::SavedVersion> saveFolder(const std::filesystem::path &folder,
                                                           const std::string &asset, const std::string &type,
                                                           const std::string &note);
    /// Saves unless some version, not only the newest, has these files: the demo may run many times.
    [[nodiscard]] Result<project::SavedVersion> saveOnce(const project::NewVersion &wanted);
    void printFindings();
    [[nodiscard]] std::string initConfiguration(const std::string &url) const;
    void printInitByHand(const std::string &url, const std::filesystem::path &authority,
                         const std::string &configuration);

    Console &m_console;
    const wiring::Services &m_services;
    DemoOutput m_output;
    Task m_task;
    std::unique_ptr<nlohmann::ordered_json> m_document;
    int m_step = 0;
    project::Project m_project;
    project::AssetVersion m_saved; ///< the configurations as they are
    project::AssetVersion m_fixed; ///< with all fixes
    policy::ReviewResult m_review;
    std::string m_moduleVersion;
    std::string m_provider; ///< source address
};

} // namespace drydock::cli
