// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/command.h"
#include "app/cli/outputformat.h"

namespace drydock::cli {

class DemoJob;

/// `demo [--reset] [--serve]`: the whole job on the demo project, with everything it did printed.
class DemoCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "demo"; }
    [[nodiscard]] std::string summary() const override
    {
        return "Do the whole job on a demo project and print what came of it";
    }
    void configure(CommandOptions options) override;
    [[nodiscard]] int run(Console &console) override;

private:
    [[nodiscard]] Result<> runJob(Console &console) const;

    WorkspaceOptions m_options;
    std::string m_listen = "127.0.0.1:8443";
    bool m_reset = false;
    bool m_serve = false;
};

} // namespace drydock::cli
