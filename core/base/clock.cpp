// SPDX-License-Identifier: MIT
#include "core/base/clock.h"

#include <array>
#include <cstdio>

namespace drydock {

Timestamp SystemClock::now() const
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::string formatTimestamp(Timestamp time)
{
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);
    std::array<char, 40> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()));
    return buffer.data();
}

Result<Timestamp> parseTimestamp(std::string_view text)
{
    const auto bad = [&] {
        return failure("clock.timestamp", "\"" + std::string(text) + "\" is not a date or time.", {},
                       "Write 2026-11-20 or 2026-11-20T21:26:00Z.");
    };
    const std::string copy(text);
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    int used = 0;
    if (std::sscanf(copy.c_str(), "%4d-%2u-%2u%n", &year, &month, &day, &used) != 3 || used != 10)
        return bad();
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    if (!date.ok())
        return bad();
    Timestamp result = std::chrono::sys_days(date);
    if (copy.size() == 10)
        return result;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int more = 0;
    if (std::sscanf(copy.c_str() + 10, "T%2d:%2d:%2d%n", &hour, &minute, &second, &more) != 3 || more != 9 ||
        hour > 23 || minute > 59 || second > 60 || hour < 0 || minute < 0 || second < 0)
        return bad();
    result += std::chrono::hours(hour) + std::chrono::minutes(minute) + std::chrono::seconds(second);
    std::size_t at = 19;
    if (at < copy.size() && copy[at] == '.') {
        int scale = 100;
        for (++at; at < copy.size() && copy[at] >= '0' && copy[at] <= '9'; ++at, scale /= 10)
            result += std::chrono::milliseconds((copy[at] - '0') * scale);
    }
    if (copy.substr(at) != "Z")
        return bad();
    return result;
}

} // namespace drydock
