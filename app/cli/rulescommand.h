// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/command.h"

#include <string>

namespace drydock::cli {

/// `drydockctl rules`: the policies that a scan runs.
class RulesCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "rules"; }
    [[nodiscard]] std::string summary() const override { return "List the policies that a scan runs"; }
    void configure(CommandOptions options) override;
    [[nodiscard]] int run(Console &console) override;

private:
    std::string m_format = "text";
    std::string m_filter = "*";
};

} // namespace drydock::cli
