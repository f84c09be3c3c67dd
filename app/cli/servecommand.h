// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/command.h"
#include "app/cli/outputformat.h"
#include "app/wiring/stationrunner.h"

namespace drydock::cli {

/// `serve [--listen ADDRESS:PORT]`: what drydockd does, in the foreground, with what to paste into clients.
class ServeCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "serve"; }
    [[nodiscard]] std::string summary() const override
    {
        return "Serve the workspace's registry and mirror over HTTPS until Ctrl+C";
    }
    void configure(CommandOptions options) override;
    [[nodiscard]] int run(Console &console) override;

private:
    void announce(Console &console, const wiring::RunningStation &station) const;

    WorkspaceOptions m_options;
    wiring::StationSettings m_settings;
};

} // namespace drydock::cli
