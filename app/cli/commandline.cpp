// SPDX-License-Identifier: MIT
#include "app/cli/commandline.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <ostream>

namespace drydock::cli {

int runCommandLine(const std::vector<std::string> &arguments, Console &console)
{
    CLI::App app("Drydock: an offline-first workbench for infrastructure as code.", "drydockctl");
    app.set_version_flag("--version", "drydockctl " DRYDOCK_VERSION);
    app.require_subcommand(1);
    const auto commands = allCommands();
    std::vector<CLI::App *> parsers;
    for (const auto &command : commands) {
        CLI::App *parser = app.add_subcommand(command->name(), command->summary());
        command->configure(*parser);
        parsers.push_back(parser);
    }
    try {
        // CLI11 takes them from the back.
        std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
        app.parse(std::move(reversed));
    } catch (const CLI::ParseError &error) {
        return app.exit(error, console.out, console.err) == 0 ? Success : Unusable;
    }
    for (std::size_t i = 0; i < commands.size(); ++i)
        if (parsers[i]->parsed())
            return commands[i]->run(console);
    return Unusable;
}

} // namespace drydock::cli
