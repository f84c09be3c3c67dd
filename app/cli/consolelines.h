// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/command.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace drydock::cli {

/// Lines that someone types or a pipe holds, one after the other.
class ConsoleLines
{
public:
    virtual ~ConsoleLines() = default;
    /// The next line without its end; nothing at the end of the input or when a stop was requested. The prompt is
    /// shown only to people.
    [[nodiscard]] virtual std::optional<std::string> next(std::string_view prompt) = 0;
    [[nodiscard]] virtual bool isInteractive() const = 0;
};

/// At a terminal, lines can be edited and former ones called up; else they are read as they come.
[[nodiscard]] std::unique_ptr<ConsoleLines> openConsoleLines(Console &console);

} // namespace drydock::cli
