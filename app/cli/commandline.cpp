// SPDX-License-Identifier: MIT
#include "app/cli/commandline.h"

#include <exception>
#include <new>

namespace drydock::cli {

// No exception is meant to come here; one that does must not end the program without a word.
static int runCommand(Command &command, Console &console)
{
    try {
        return command.run(console);
    } catch (const std::bad_alloc &) {
        return report(console, {"system.memory", "There is not enough memory.", {}, "Give it less at a time."});
    } catch (const std::exception &error) {
        return report(console, {"cli.unexpected",
                                std::string("The command failed unexpectedly: ") + error.what(),
                                {},
                                "This is a mistake in Drydock: please report it with the command line."});
    }
}

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
            return runCommand(*commands[i], console);
    return Unusable;
}

} // namespace drydock::cli
