// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/commandoptions.h"
#include "core/base/result.h"

#include <iosfwd>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace drydock::cli {

/// Exit codes, the same for every command.
enum ExitCode : int {
    Success = 0,    ///< done; a scan: clean or below the gate
    GateFailed = 1, ///< the work was done and its verdict is "no" (gate failed, `fmt --check` found a file to format)
    Unusable = 2,   ///< unusable input or arguments, or the work failed
};

/// What a command may touch: streams a test can replace, and a stop request (Ctrl+C).
struct Console
{
    std::istream &in;
    std::ostream &out;
    std::ostream &err;
    bool terminal = false; ///< whether `err` is a terminal: progress lines are written only there
    std::stop_token stop;
    bool interactive = false; ///< whether `in` is the terminal itself: a command may ask there
};

/// One command of drydockctl. configure() declares options bound to members; run() does the work. The parser is there
/// while it runs.
class Command
{
public:
    virtual ~Command() = default;
    [[nodiscard]] virtual std::string name() const = 0;
    [[nodiscard]] virtual std::string summary() const = 0; ///< one line for `drydockctl --help`
    virtual void configure(CommandOptions options) = 0;
    [[nodiscard]] virtual int run(Console &console) = 0;
};

/// Prints `error: place: message` and the hint to `err`; returns ExitCode::Unusable.
[[nodiscard]] int report(Console &console, const Error &error);

/// What wiring::defaultWorkspace() says, as the value of an option.
[[nodiscard]] std::string defaultWorkspace();

/// All commands in the order of `drydockctl --help`: the one list that a new command is added to.
[[nodiscard]] std::vector<std::unique_ptr<Command>> allCommands();

} // namespace drydock::cli
