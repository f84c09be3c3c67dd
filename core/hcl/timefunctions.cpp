// SPDX-License-Identifier: MIT
#include "core/hcl/standardfunctions.h"
#include "core/hcl/timestamp.h"

#include <array>

namespace drydock::hcl {

static CallResult formatdate(Arguments arguments)
{
    auto time = Timestamp::parse(arguments[1].asString());
    if (!time)
        return callError(time.error().message, 1);
    auto text = time->formatted(arguments[0].asString());
    if (!text)
        return callError(text.error().message, 0);
    return Value::string(std::move(*text));
}

static CallResult timeadd(Arguments arguments)
{
    auto time = Timestamp::parse(arguments[0].asString());
    if (!time)
        return callError(time.error().message);
    auto moved = time->plus(arguments[1].asString());
    if (!moved)
        return callError(moved.error().message);
    return Value::string(moved->text());
}

static CallResult timecmp(Arguments arguments)
{
    std::array<Timestamp, 2> times;
    for (std::size_t i = 0; i < times.size(); ++i) {
        auto time = Timestamp::parse(arguments[i].asString());
        if (!time)
            return callError(time.error().message, i);
        times[i] = *time;
    }
    const auto order = times[0].seconds != times[1].seconds ? times[0].seconds <=> times[1].seconds
                                                            : times[0].nanoseconds <=> times[1].nanoseconds;
    return Value::number(Number(order < 0 ? -1 : order > 0 ? 1 : 0));
}

void addTimeFunctions(FunctionTable &table)
{
    const Type string = Type::string();
    define(table, "formatdate", {{"format", string}, {"time", string}}, string, formatdate);
    define(table, "timeadd", {{"timestamp", string}, {"duration", string}}, string, timeadd);
    define(table, "timecmp", {{"timestamp_a", string}, {"timestamp_b", string}}, Type::number(), timecmp);
}

} // namespace drydock::hcl
