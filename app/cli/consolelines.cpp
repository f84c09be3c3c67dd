// SPDX-License-Identifier: MIT
#include "app/cli/consolelines.h"

#include "app/cli/lineeditor.h"

#include <istream>
#include <ostream>

namespace drydock::cli {

namespace {

class StreamLines final : public ConsoleLines
{
public:
    explicit StreamLines(Console &console)
        : m_console(console)
    {
    }
    [[nodiscard]] std::optional<std::string> next(std::string_view /*prompt*/) override
    {
        std::string line;
        if (m_console.stop.stop_requested() || !std::getline(m_console.in, line))
            return {};
        if (line.ends_with('\r'))
            line.pop_back();
        return line;
    }
    [[nodiscard]] bool isInteractive() const override { return false; }

private:
    Console &m_console;
};

class TerminalLines final : public ConsoleLines
{
public:
    explicit TerminalLines(Console &console)
        : m_console(console)
    {
    }
    [[nodiscard]] std::optional<std::string> next(std::string_view prompt) override
    {
        m_console.out << std::flush;
        return m_editor.read(prompt, m_console.stop);
    }
    [[nodiscard]] bool isInteractive() const override { return true; }

private:
    Console &m_console;
    LineEditor m_editor;
};

} // namespace

std::unique_ptr<ConsoleLines> openConsoleLines(Console &console)
{
    if (console.interactive)
        return std::make_unique<TerminalLines>(console);
    return std::make_unique<StreamLines>(console);
}

} // namespace drydock::cli
