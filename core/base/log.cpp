// SPDX-License-Identifier: MIT
#include "core/base/log.h"

#include "core/base/clock.h"

#include <array>
#include <cstdio>

namespace drydock {

static void appendJsonString(std::string &line, std::string_view text)
{
    line.push_back('"');
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            line.push_back('\\');
            line.push_back(c);
        } else if (static_cast<unsigned char>(c) < 0x20) {
            std::array<char, 8> buffer{};
            std::snprintf(buffer.data(), buffer.size(), "\\u%04x", static_cast<unsigned>(c));
            line += buffer.data();
        } else {
            line.push_back(c);
        }
    }
    line.push_back('"');
}

static void appendField(std::string &line, std::string_view name, std::string_view value)
{
    line.push_back(line.empty() ? '{' : ',');
    appendJsonString(line, name);
    line.push_back(':');
    appendJsonString(line, value);
}

ConsoleLog::ConsoleLog(LogLevel least)
    : m_least(least)
{
}

void ConsoleLog::write(LogLevel level, std::string_view area, std::string_view event, LogFields fields)
{
    if (level < m_least)
        return;
    static constexpr std::array<std::string_view, 4> names{"debug", "info", "warning", "error"};
    std::string line;
    appendField(line, "time", formatTimestamp(SystemClock().now()));
    appendField(line, "level", names[static_cast<std::size_t>(level)]);
    appendField(line, "area", area);
    appendField(line, "event", event);
    for (const auto &[name, value] : fields)
        appendField(line, name, value);
    line += "}\n";
    std::fwrite(line.data(), 1, line.size(), stderr);
}

} // namespace drydock
