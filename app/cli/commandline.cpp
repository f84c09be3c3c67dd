// SPDX-License-Identifier: MIT
#include "app/cli/commandline.h"

namespace drydock::cli {

int runCommandLine(const std::vector<std::string> &arguments, Console &console)
{
    CommandParser parser("drydockctl", "Drydock: an offline-first workbench for infrastructure as code.");
    parser.options().requireCommand();
    const auto commands = allCommands();
    std::vector<CommandOptions> declared;
    for (const auto &command : commands) {
        declared.push_back(parser.options().addCommand(command->name(), command->summary()));
        command->configure(declared.back());
    }
    const CommandParser::Outcome outcome = parser.parse(arguments, console.out, console.err);
    if (outcome != CommandParser::Outcome::Run)
        return outcome == CommandParser::Outcome::Answered ? Success : Unusable;
    for (std::size_t i = 0; i < commands.size(); ++i)
        if (declared[i].isChosen())
            return commands[i]->run(console);
    return Unusable;
}

} // namespace drydock::cli
