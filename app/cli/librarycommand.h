// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/command.h"
#include "app/cli/outputformat.h"
#include "core/project/library.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace drydock::wiring {
class Services;
}

namespace drydock::cli {

/// `library list|show|versions|save|export|diff`.
class LibraryCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "library"; }
    [[nodiscard]] std::string summary() const override
    {
        return "Look at, save, export and compare versions of the library";
    }
    void configure(CommandOptions options) override;
    [[nodiscard]] int run(Console &console) override;

private:
    using Action = int (LibraryCommand::*)(Console &, const wiring::Services &) const;

    CommandOptions declare(CommandOptions options, const std::string &name, const std::string &what, Action action);
    CommandOptions declareOnAsset(CommandOptions options, const std::string &name, const std::string &what,
                                  Action action);

    [[nodiscard]] int list(Console &console, const wiring::Services &services) const;
    [[nodiscard]] int show(Console &console, const wiring::Services &services) const;
    [[nodiscard]] int versions(Console &console, const wiring::Services &services) const;
    [[nodiscard]] int save(Console &console, const wiring::Services &services) const;
    [[nodiscard]] int exportVersion(Console &console, const wiring::Services &services) const;
    [[nodiscard]] int diff(Console &console, const wiring::Services &services) const;

    [[nodiscard]] Result<project::Asset> asset(const wiring::Services &services) const;
    /// `number` 0: the newest.
    [[nodiscard]] Result<project::AssetVersion> version(const wiring::Services &services, std::uint32_t number) const;

    std::vector<std::pair<CommandOptions, Action>> m_actions;
    WorkspaceOptions m_options;
    std::string m_project;
    std::string m_asset;
    std::string m_type;
    std::string m_generator;
    std::string m_tag;
    std::string m_text;
    std::string m_note;
    std::string m_folder;
    std::uint32_t m_version = 0;
    std::uint32_t m_from = 0;
    std::uint32_t m_to = 0;
    bool m_force = false;
};

} // namespace drydock::cli
