// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/command.h"

#include <filesystem>
#include <map>
#include <string>

namespace drydock::language {
class Snapshot;
struct Renaming;
} // namespace drydock::language

namespace drydock::cli {

/// `drydockctl rename`: another name for a variable, local value, output, resource or module call, in all files.
class RenameCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "rename"; }
    [[nodiscard]] std::string summary() const override
    {
        return "Rename an address in all files of a configuration, with a moved block";
    }
    void configure(CommandOptions options) override;
    [[nodiscard]] int run(Console &console) override;

private:
    using Texts = std::map<std::filesystem::path, std::string>;

    [[nodiscard]] std::filesystem::path searchedFolder() const;
    [[nodiscard]] int print(Console &console, const language::Snapshot &snapshot, const language::Renaming &renaming,
                            const Texts &texts) const;

    std::string m_folder;
    std::string m_old;
    std::string m_new;
    std::string m_within;
    std::string m_format = "text";
    bool m_diff = false;
    bool m_write = false;
    bool m_noMoved = false;
};

} // namespace drydock::cli
