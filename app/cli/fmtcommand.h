// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/command.h"

#include <filesystem>
#include <string>
#include <vector>

namespace drydock::cli {

/// `drydockctl fmt`: formats Terraform files as `terraform fmt` does and lists those that change.
class FmtCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "fmt"; }
    [[nodiscard]] std::string summary() const override
    {
        return "Format configuration files in place, as terraform fmt does";
    }
    void configure(CommandOptions options) override;
    [[nodiscard]] int run(Console &console) override;

private:
    struct Problem
    {
        Error error;
        std::string excerpt; ///< the whole message with the source line, where the file does not parse
    };
    struct Outcome
    {
        std::vector<std::string> changed;
        std::vector<Problem> problems;
        std::string diffs;
    };

    void formatPath(const std::string &path, Outcome &outcome, const Console &console) const;
    void formatFolder(const std::filesystem::path &folder, Outcome &outcome, const Console &console) const;
    void formatFile(const std::filesystem::path &file, Outcome &outcome) const;
    [[nodiscard]] int formatInput(Console &console) const;
    [[nodiscard]] int report(Console &console, const Outcome &outcome) const;

    std::vector<std::string> m_paths;
    std::string m_format = "text";
    bool m_check = false;
    bool m_diff = false;
    bool m_recursive = false;
    bool m_stdin = false;
};

} // namespace drydock::cli
