// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/command.h"
#include "app/cli/workspacechoice.h"

#include <filesystem>
#include <string>

namespace drydock::cli {

/// `drydockctl inspect`: what a module needs, gives and is made of.
class InspectCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "inspect"; }
    [[nodiscard]] std::string summary() const override
    {
        return "Describe a module: inputs, outputs, resources, modules, providers";
    }
    void configure(CommandOptions options) override;
    [[nodiscard]] int run(Console &console) override;

private:
    /// The folder, else that of the published module with this address.
    [[nodiscard]] Result<std::filesystem::path> directory() const;

    std::string m_directory = ".";
    std::string m_format = "markdown";
    std::string m_output;
    std::string m_version;
    WorkspaceChoice m_workspace;
};

} // namespace drydock::cli
