// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace drydock::cli {

// The parser of command lines is a library of headers that takes seconds to compile; only the .cpp reads it. All types
// here but CommandParser are handles: cheap to copy, owned by the parser and valid as long as it is.

/// One declared option (`--name`), flag or argument (`NAME`, known by its place).
class CommandOption
{
public:
    CommandOption required() const;
    CommandOption choices(const std::vector<std::string> &of) const; ///< the only values that are taken
    CommandOption range(int from, int to) const;                     ///< both ends belong to it
    CommandOption showDefault() const;                        ///< --help shows the value that the variable has now
    CommandOption excludes(const CommandOption &other) const; ///< either this or the other is given

private:
    friend class CommandOptions;
    explicit CommandOption(CLI::Option &option)
        : m_option(&option)
    {
    }

    CLI::Option *m_option;
};

/// What one command takes: its options, its arguments and the commands below it. A value that the command line names is
/// written into the variable that was given for it, which must outlive the parsing; else the variable stays as it is.
class CommandOptions
{
public:
    CommandOptions() = default; ///< of no command: may only be assigned to
    explicit CommandOptions(CLI::App &command)
        : m_command(&command)
    {
    }

    CommandOption add(const std::string &name, std::string &value, const std::string &what) const;
    /// An option is repeated, `--name A --name B`, so that arguments may follow it; an argument takes all that are
    /// left.
    CommandOption add(const std::string &name, std::vector<std::string> &values, const std::string &what) const;
    CommandOption add(const std::string &name, int &value, const std::string &what) const;
    CommandOption add(const std::string &name, unsigned &value, const std::string &what) const;
    /// `--name`; `!--name` makes false of a true one.
    CommandOption addFlag(const std::string &name, bool &value, const std::string &what) const;

    [[nodiscard]] CommandOptions addCommand(const std::string &name, const std::string &what) const;
    void requireCommand() const; ///< exactly one of those added
    void footer(const std::string &text) const;
    /// Whether the command line that was parsed names this command.
    [[nodiscard]] bool isChosen() const;

private:
    CLI::App *m_command = nullptr;
};

/// A program's command line.
class CommandParser
{
public:
    enum class Outcome : unsigned char {
        Run,      ///< the variables have their values: the work can begin
        Answered, ///< --help or --version was asked for and printed to `out`
        Refused,  ///< what is wrong with it was printed to `err`
    };

    CommandParser(const std::string &program, const std::string &what);
    CommandParser(const CommandParser &) = delete;
    CommandParser &operator=(const CommandParser &) = delete;
    ~CommandParser();

    [[nodiscard]] CommandOptions options() const;
    /// `arguments` without the program's name. Once only.
    [[nodiscard]] Outcome parse(const std::vector<std::string> &arguments, std::ostream &out, std::ostream &err);

private:
    std::unique_ptr<CLI::App> m_program;
};

} // namespace drydock::cli
