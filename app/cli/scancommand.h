// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/command.h"
#include "app/cli/workspacechoice.h"
#include "core/base/result.h"
#include "core/policy/finding.h"
#include "core/policy/review.h"
#include "core/project/project.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace drydock::wiring {
class Services;
}

namespace drydock::terraform {
class SchemaCatalogue;
}

namespace drydock::cli {

/// `drydockctl scan`: reviews configurations by all policies, writes a report and says whether the gate passes.
class ScanCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "scan"; }
    [[nodiscard]] std::string summary() const override { return "Review configurations by all policies"; }
    void configure(CommandOptions options) override;
    [[nodiscard]] int run(Console &console) override;

private:
    [[nodiscard]] Result<policy::ReviewRequest> request() const;
    [[nodiscard]] Result<> writeReport(Console &console, const policy::ReviewResult &result,
                                       const std::filesystem::path &root) const;
    [[nodiscard]] Result<> writePatch(Console &console, const policy::ReviewResult &result,
                                      const std::filesystem::path &root) const;
    /// Where the review is to be kept; found before anything is reviewed. Nothing without --project.
    struct Destination
    {
        std::unique_ptr<wiring::Services> services;
        project::Project project;
    };
    [[nodiscard]] Result<std::optional<Destination>> destination() const;
    /// For files in JSON syntax; null where the default workspace cannot be read.
    [[nodiscard]] Result<std::shared_ptr<const terraform::SchemaCatalogue>>
    schemas(Console &console, const std::filesystem::path &root) const;
    [[nodiscard]] static Result<> keep(Console &console, const Destination &destination,
                                       const policy::ReviewResult &result, const std::filesystem::path &root);

    std::vector<std::string> m_paths;
    WorkspaceChoice m_workspace;
    std::string m_format = "table";
    std::string m_output;
    std::string m_config;
    std::string m_baseline;
    std::string m_writeBaseline;
    std::string m_patch;
    std::string m_failOn;
    bool m_failOnUnreadable = false;
    std::string m_project;
};

} // namespace drydock::cli
