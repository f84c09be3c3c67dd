// SPDX-License-Identifier: MIT
#include "core/hcl/timestamp.h"

#include "core/hcl/number.h"

#include <array>
#include <chrono>
#include <cstdlib>

namespace drydock::hcl {

using namespace std::chrono;

static constexpr std::int64_t nanosecondsPerSecond = 1'000'000'000;

static Failure wrong(std::string message)
{
    return failure("hcl.time", std::move(message));
}

namespace {

/// Reads fixed numbers and separators from the front of a text.
class Cursor
{
public:
    explicit Cursor(std::string_view text)
        : m_text(text)
    {
    }
    bool number(std::size_t digits, int &value)
    {
        value = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            if (i >= m_text.size() || m_text[i] < '0' || m_text[i] > '9')
                return false;
            value = value * 10 + (m_text[i] - '0');
        }
        m_text.remove_prefix(digits);
        return true;
    }
    bool take(char c)
    {
        const bool there = !m_text.empty() && m_text.front() == c;
        if (there)
            m_text.remove_prefix(1);
        return there;
    }
    bool fraction(std::int32_t &nanoseconds)
    {
        std::int32_t unit = nanosecondsPerSecond / 10;
        int digit = 0;
        std::size_t count = 0;
        for (; number(1, digit); ++count, unit /= 10)
            nanoseconds += digit * unit;
        return count > 0;
    }
    [[nodiscard]] bool done() const { return m_text.empty(); }

private:
    std::string_view m_text;
};

struct Parts
{
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    unsigned weekday = 0;
};

} // namespace

static bool readOffset(Cursor &cursor, std::int32_t &offset)
{
    if (cursor.take('Z'))
        return true;
    const bool west = cursor.take('-');
    int hours = 0;
    int minutes = 0;
    if ((!west && !cursor.take('+')) || !cursor.number(2, hours) || !cursor.take(':') || !cursor.number(2, minutes) ||
        hours > 23 || minutes > 59)
        return false;
    offset = (hours * 3600 + minutes * 60) * (west ? -1 : 1);
    return true;
}

Result<Timestamp> Timestamp::parse(std::string_view text)
{
    const std::string start = "not a valid RFC3339 timestamp: ";
    Cursor cursor(text);
    Parts parts;
    Timestamp time;
    if (!cursor.number(4, parts.year) || !cursor.take('-') || !cursor.number(2, parts.month) || !cursor.take('-') ||
        !cursor.number(2, parts.day))
        return wrong(start + "missing or malformed date");
    if (!cursor.take('T'))
        return wrong(start + "missing required time introducer 'T'");
    if (!cursor.number(2, parts.hour) || !cursor.take(':') || !cursor.number(2, parts.minute) || !cursor.take(':') ||
        !cursor.number(2, parts.second))
        return wrong(start + "missing or malformed time");
    if (cursor.take('.') && !cursor.fraction(time.nanoseconds))
        return wrong(start + "missing digits after the decimal point");
    if (!readOffset(cursor, time.offset) || !cursor.done())
        return wrong(start + "missing or malformed UTC offset");
    const year_month_day date{year(parts.year), month(static_cast<unsigned>(parts.month)),
                              day(static_cast<unsigned>(parts.day))};
    if (!date.ok() || parts.hour > 23 || parts.minute > 59 || parts.second > 59)
        return wrong(start + "a part is out of range");
    time.seconds = sys_days(date).time_since_epoch().count() * 86'400LL + parts.hour * 3600LL + parts.minute * 60LL +
                   parts.second - time.offset;
    return time;
}

static Parts localParts(const Timestamp &time)
{
    const std::int64_t local = time.seconds + time.offset;
    const auto days = floor<std::chrono::days>(seconds(local));
    const year_month_day date{sys_days(days)};
    const auto rest = static_cast<int>(local - days.count() * 86'400LL);
    return {static_cast<int>(date.year()),
            static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day())),
            rest / 3600,
            rest / 60 % 60,
            rest % 60,
            weekday(sys_days(days)).c_encoding()};
}

static std::string padded(int value, std::size_t width)
{
    std::string text = std::to_string(value);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

static std::string offsetText(std::int32_t offset, const char *utc, const char *colon)
{
    if (offset == 0 && *utc != '\0')
        return utc;
    const int minutes = std::abs(offset) / 60;
    return (offset < 0 ? "-" : "+") + padded(minutes / 60, 2) + colon + padded(minutes % 60, 2);
}

std::string Timestamp::text() const
{
    const Parts parts = localParts(*this);
    return (parts.year < 0 ? "-" : "") + padded(std::abs(parts.year), 4) + "-" + padded(parts.month, 2) + "-" +
           padded(parts.day, 2) + "T" + padded(parts.hour, 2) + ":" + padded(parts.minute, 2) + ":" +
           padded(parts.second, 2) + offsetText(offset, "Z", ":");
}

static constexpr std::array monthNames{"January", "February", "March",     "April",   "May",      "June",
                                       "July",    "August",   "September", "October", "November", "December"};
static constexpr std::array dayNames{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

static std::optional<std::string> verbText(std::string_view verb, const Parts &parts, std::int32_t offset)
{
    const std::string monthName = monthNames[static_cast<std::size_t>(parts.month - 1)];
    const std::string dayName = dayNames[parts.weekday];
    const int twelve = parts.hour % 12 == 0 ? 12 : parts.hour % 12;
    const std::array<std::pair<std::string_view, std::string>, 24> verbs{{
        {"YYYY", padded(parts.year, 4)},
        {"YY", padded(parts.year % 100, 2)},
        {"MMMM", monthName},
        {"MMM", monthName.substr(0, 3)},
        {"MM", padded(parts.month, 2)},
        {"M", std::to_string(parts.month)},
        {"DD", padded(parts.day, 2)},
        {"D", std::to_string(parts.day)},
        {"EEEE", dayName},
        {"EEE", dayName.substr(0, 3)},
        {"hh", padded(parts.hour, 2)},
        {"h", std::to_string(parts.hour)},
        {"HH", padded(twelve, 2)},
        {"H", std::to_string(twelve)},
        {"AA", parts.hour < 12 ? "AM" : "PM"},
        {"aa", parts.hour < 12 ? "am" : "pm"},
        {"mm", padded(parts.minute, 2)},
        {"m", std::to_string(parts.minute)},
        {"ss", padded(parts.second, 2)},
        {"s", std::to_string(parts.second)},
        {"ZZZZZ", offsetText(offset, "", ":")},
        {"ZZZZ", offsetText(offset, "", "")},
        {"ZZZ", offsetText(offset, "UTC", "")},
        {"Z", offsetText(offset, "Z", ":")},
    }};
    for (const auto &[name, text] : verbs)
        if (name == verb)
            return text;
    return std::nullopt;
}

static bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// `'o''clock'`; moves behind the closing quote.
static Result<std::string> literalText(std::string_view format, std::size_t &at)
{
    std::string text;
    for (++at; at < format.size(); ++at) {
        if (format[at] != '\'') {
            text += format[at];
        } else if (at + 1 < format.size() && format[at + 1] == '\'') {
            text += '\'';
            ++at;
        } else {
            ++at;
            return text.empty() ? "'" : text;
        }
    }
    return wrong("unterminated literal '");
}

Result<std::string> Timestamp::formatted(std::string_view format) const
{
    const Parts parts = localParts(*this);
    std::string out;
    for (std::size_t at = 0; at < format.size();) {
        if (format[at] == '\'') {
            auto text = literalText(format, at);
            if (!text)
                return text;
            out += *text;
            continue;
        }
        if (!isLetter(format[at])) {
            out += format[at++];
            continue;
        }
        const std::size_t from = at;
        while (at < format.size() && format[at] == format[from])
            ++at;
        const std::string_view verb = format.substr(from, at - from);
        const auto text = verbText(verb, parts, offset);
        if (!text)
            return wrong("invalid date format verb \"" + std::string(verb) + "\"");
        out += *text;
    }
    return out;
}

/// Nanoseconds of a unit; 0 when there is none of that name.
static std::int64_t unitOf(std::string_view name)
{
    static constexpr std::array<std::pair<std::string_view, std::int64_t>, 8> units{{
        {"ns", 1},
        {"us", 1'000},
        {"\u00b5s", 1'000},
        {"\u03bcs", 1'000},
        {"ms", 1'000'000},
        {"s", nanosecondsPerSecond},
        {"m", 60 * nanosecondsPerSecond},
        {"h", 3600 * nanosecondsPerSecond},
    }};
    for (const auto &[unit, length] : units)
        if (unit == name)
            return length;
    return 0;
}

static Result<std::int64_t> durationOf(std::string_view text)
{
    const std::string quoted = "\"" + std::string(text) + "\"";
    const Failure invalid = wrong("time: invalid duration " + quoted);
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text.remove_prefix(1);
    if (text == "0")
        return 0;
    if (text.empty())
        return invalid;
    Number total;
    while (!text.empty()) {
        const std::size_t digits = std::min(text.find_first_not_of("0123456789."), text.size());
        auto number = Number::parse(std::string("0") + std::string(text.substr(0, digits)) +
                                    (digits > 0 && text[digits - 1] == '.' ? "0" : ""));
        if (digits == 0 || !number)
            return invalid;
        text.remove_prefix(digits);
        const std::size_t letters = std::min(text.find_first_of("0123456789."), text.size());
        if (letters == 0)
            return wrong("time: missing unit in duration " + quoted);
        const std::int64_t unit = unitOf(text.substr(0, letters));
        if (unit == 0)
            return wrong("time: unknown unit \"" + std::string(text.substr(0, letters)) + "\" in duration " + quoted);
        total = total + (*number * Number(unit)).truncated();
        text.remove_prefix(letters);
    }
    const auto nanoseconds = total.toInt64();
    if (!nanoseconds)
        return invalid;
    return negative ? -*nanoseconds : *nanoseconds;
}

Result<Timestamp> Timestamp::plus(std::string_view duration) const
{
    auto moved = durationOf(duration);
    if (!moved)
        return tl::unexpected(moved.error());
    Timestamp result = *this;
    const std::int64_t rest = nanoseconds + *moved % nanosecondsPerSecond;
    const std::int64_t carry = rest < 0 ? -1 : rest / nanosecondsPerSecond;
    result.seconds += *moved / nanosecondsPerSecond + carry;
    result.nanoseconds = static_cast<std::int32_t>(rest - carry * nanosecondsPerSecond);
    return result;
}

} // namespace drydock::hcl
