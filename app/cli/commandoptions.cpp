// SPDX-License-Identifier: MIT
#include "app/cli/commandoptions.h"

#include "core/base/error.h"

#include <CLI/CLI.hpp>

#include <ostream>

namespace drydock::cli {

CommandOption CommandOption::required() const
{
    m_option->required();
    return *this;
}

CommandOption CommandOption::choices(const std::vector<std::string> &of) const
{
    m_option->check(CLI::IsMember(of));
    return *this;
}

CommandOption CommandOption::range(int from, int to) const
{
    m_option->check(CLI::Range(from, to));
    return *this;
}

CommandOption CommandOption::showDefault() const
{
    m_option->capture_default_str();
    return *this;
}

CommandOption CommandOption::excludes(const CommandOption &other) const
{
    m_option->excludes(other.m_option);
    return *this;
}

CommandOption CommandOptions::add(const std::string &name, std::string &value, const std::string &what) const
{
    return CommandOption(*m_command->add_option(name, value, what));
}

CommandOption CommandOptions::add(const std::string &name, std::vector<std::string> &values,
                                  const std::string &what) const
{
    CLI::Option *option = m_command->add_option(name, values, what);
    if (name.starts_with('-'))
        option->allow_extra_args(false);
    return CommandOption(*option);
}

CommandOption CommandOptions::add(const std::string &name, int &value, const std::string &what) const
{
    return CommandOption(*m_command->add_option(name, value, what));
}

CommandOption CommandOptions::add(const std::string &name, unsigned &value, const std::string &what) const
{
    return CommandOption(*m_command->add_option(name, value, what));
}

CommandOption CommandOptions::addFlag(const std::string &name, bool &value, const std::string &what) const
{
    return CommandOption(*m_command->add_flag(name, value, what));
}

CommandOptions CommandOptions::addCommand(const std::string &name, const std::string &what) const
{
    return CommandOptions(*m_command->add_subcommand(name, what));
}

void CommandOptions::requireCommand() const
{
    m_command->require_subcommand(1);
}

void CommandOptions::footer(const std::string &text) const
{
    m_command->footer(text);
}

bool CommandOptions::isChosen() const
{
    return m_command->parsed();
}

CommandParser::CommandParser(const std::string &program, const std::string &what)
    : m_program(std::make_unique<CLI::App>(what, program))
{
    m_program->set_version_flag("--version", program + " " DRYDOCK_VERSION);
}

CommandParser::~CommandParser() = default;

CommandOptions CommandParser::options() const
{
    return CommandOptions(*m_program);
}

/// The first argument that stands where a command is expected and names none; empty if there is none.
static std::string unknownCommand(const CLI::App &program, const std::vector<std::string> &arguments)
{
    const CLI::App *at = &program;
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

CommandParser::Outcome CommandParser::parse(const std::vector<std::string> &arguments, std::ostream &out,
                                            std::ostream &err)
{
    if (const std::string unknown = unknownCommand(*m_program, arguments); !unknown.empty()) {
        const Error error{"cli.command", "There is no command \"" + unknown + "\".", {}, "--help lists the commands."};
        err << "error: " << error.text() << '\n';
        return Outcome::Refused;
    }
    try {
        // The library takes them from the back.
        m_program->parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::ParseError &error) {
        return m_program->exit(error, out, err) == 0 ? Outcome::Answered : Outcome::Refused;
    }
    return Outcome::Run;
}

} // namespace drydock::cli
