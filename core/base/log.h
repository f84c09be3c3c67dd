// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace drydock {

enum class LogLevel { Debug, Info, Warning, Error };

using LogFields = std::initializer_list<std::pair<std::string_view, std::string>>;

/// A structured log: one JSON object a line with time, level, area, event and fields. Safe from any thread; a line is
/// written whole. Handed to those who need it: there is no global log.
class Log
{
public:
    virtual ~Log() = default;
    virtual void write(LogLevel level, std::string_view area, std::string_view event, LogFields fields = {}) = 0;
};

/// Drops everything.
class NullLog final : public Log
{
public:
    void write(LogLevel, std::string_view, std::string_view, LogFields) override {}
};

/// Writes to standard error.
class ConsoleLog final : public Log
{
public:
    explicit ConsoleLog(LogLevel least = LogLevel::Info);
    void write(LogLevel level, std::string_view area, std::string_view event, LogFields fields) override;

private:
    LogLevel m_least;
};

} // namespace drydock
