// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/command.h"
#include "app/cli/workspacechoice.h"

#include <string>
#include <vector>

namespace drydock::terraform {
class Configuration;
class DependencyGraph;
} // namespace drydock::terraform

namespace drydock::cli {

/// `drydockctl graph`: what of a configuration needs what, as DOT, SVG or JSON.
class GraphCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "graph"; }
    [[nodiscard]] std::string summary() const override
    {
        return "Print the graph of a configuration's dependencies as DOT, SVG or JSON";
    }
    void configure(CommandOptions options) override;
    [[nodiscard]] int run(Console &console) override;

private:
    [[nodiscard]] Result<std::string> document(const terraform::DependencyGraph &graph, Console &console) const;
    static void tellProblems(const terraform::Configuration &configuration, const terraform::DependencyGraph &graph,
                             Console &console);

    std::string m_directory = ".";
    WorkspaceChoice m_workspace;
    std::string m_format = "dot";
    std::string m_output;
    std::string m_nodes = "resources";
    std::string m_modules = "expanded";
    std::string m_direction = "right";
    std::string m_theme = "light";
    std::string m_text;
    std::string m_module;
    std::string m_focus;
    int m_distance = 1;
    bool m_reduced = false;
};

} // namespace drydock::cli
