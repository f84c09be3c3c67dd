// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/command.h"
#include "app/cli/workspacechoice.h"
#include "core/base/result.h"

#include <string>
#include <vector>

namespace drydock::terraform {
class Configuration;
struct Validation;
struct ValidationOptions;
} // namespace drydock::terraform

namespace drydock::cli {

/// `drydockctl validate`: everything that is wrong with a configuration, as `terraform validate` tells it, without it.
class ValidateCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "validate"; }
    [[nodiscard]] std::string summary() const override { return "Check a configuration without Terraform"; }
    void configure(CommandOptions options) override;
    [[nodiscard]] int run(Console &console) override;

private:
    [[nodiscard]] Result<terraform::ValidationOptions> options() const;
    /// The document that the real Terraform prints about a copy of the configuration.
    [[nodiscard]] Result<std::string> askTerraform(const Console &console,
                                                   const terraform::Configuration &configuration) const;
    void printText(Console &console, const terraform::Validation &validation) const;

    std::string m_path = ".";
    std::string m_format = "text";
    WorkspaceChoice m_workspace;
    std::vector<std::string> m_variableFiles;
    std::vector<std::string> m_variables;
    bool m_evaluate = false;
    bool m_hints = true;
    bool m_tests = true;
    std::string m_testFolder;
    bool m_withTerraform = false;
};

} // namespace drydock::cli
