// SPDX-License-Identifier: MIT
#include "app/cli/commandline.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <ostream>

namespace drydock::cli {

/// The first argument that stands where a command is expected and names none; empty if there is none.
static std::string unknownCommand(const CLI::App &app, const std::vector<std::string> &arguments)
{
    const CLI::App *at = &app;
    for (const std::string &argument : arguments) {
        if (at->get_require_subcommand_min() == 0 || argument.empty() || argument.front() == '-')
            return {};
        const auto known = at->get_subcommands([&argument](const CLI::App *one) { return one->check_name(argument); });
        if (known.empty())
            return argument;
        at = known.front();
    }
    return {};
}

static int reportUnknownCommand(Console &console, const std::string &name)
{
    return report(console, {"cli.command", "There is no command \"" + name + "\".", {}, "--help lists the commands."});
}

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
    if (const std::string unknown = unknownCommand(app, arguments); !unknown.empty())
        return reportUnknownCommand(console, unknown);
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
