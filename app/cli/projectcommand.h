// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/command.h"
#include "app/cli/outputformat.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace drydock::wiring {
class Services;
}

namespace drydock::cli {

/// `project create|list|show|open|rename|archive|unarchive|delete|review|runs|upload|artifacts`.
class ProjectCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "project"; }
    [[nodiscard]] std::string summary() const override { return "Create, list and review the projects of a workspace"; }
    void configure(CommandOptions options) override;
    [[nodiscard]] int run(Console &console) override;

private:
    using Action = int (ProjectCommand::*)(Console &, const wiring::Services &) const;

    CommandOptions declare(CommandOptions options, const std::string &name, const std::string &what, Action action);
    CommandOptions declareOnProject(CommandOptions options, const std::string &name, const std::string &what,
                                    Action action);

    [[nodiscard]] int create(Console &console, const wiring::Services &services) const;
    [[nodiscard]] int list(Console &console, const wiring::Services &services) const;
    [[nodiscard]] int show(Console &console, const wiring::Services &services) const;
    [[nodiscard]] int open(Console &console, const wiring::Services &services) const;
    [[nodiscard]] int rename(Console &console, const wiring::Services &services) const;
    [[nodiscard]] int archive(Console &console, const wiring::Services &services) const;
    [[nodiscard]] int unarchive(Console &console, const wiring::Services &services) const;
    [[nodiscard]] int remove(Console &console, const wiring::Services &services) const;
    [[nodiscard]] int review(Console &console, const wiring::Services &services) const;
    [[nodiscard]] int runs(Console &console, const wiring::Services &services) const;
    [[nodiscard]] int upload(Console &console, const wiring::Services &services) const;
    [[nodiscard]] int artifacts(Console &console, const wiring::Services &services) const;

    std::vector<std::pair<CommandOptions, Action>> m_actions;
    WorkspaceOptions m_options;
    std::string m_slug;
    std::string m_name;
    std::string m_newSlug;
    std::string m_description;
    std::vector<std::string> m_tags;
    std::string m_folder;
    std::string m_file;
    std::string m_path;
    std::string m_kind;
    unsigned m_limit = 20;
    bool m_archived = false;
    bool m_all = false;
    bool m_yes = false;
};

} // namespace drydock::cli
