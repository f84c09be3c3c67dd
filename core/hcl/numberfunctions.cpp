// SPDX-License-Identifier: MIT
#include "core/hcl/standardfunctions.h"

#include <cmath>

namespace drydock::hcl {

static const Number &number(Arguments arguments, std::size_t index)
{
    return arguments[index].asNumber();
}

static CallResult fromDouble(double value)
{
    if (std::isnan(value))
        return callError("the result is not a number");
    return Value::number(Number::fromDouble(value));
}

static CallResult extreme(Arguments arguments, bool largest)
{
    if (arguments.empty())
        return callError("must pass at least one number");
    Number best = number(arguments, 0);
    for (const Value &value : arguments)
        if (largest ? value.asNumber() > best : value.asNumber() < best)
            best = value.asNumber();
    return Value::number(best);
}

static CallResult parseint(Arguments arguments)
{
    if (arguments[0].kind() != Kind::String)
        return callError("first argument must be a string, not " + arguments[0].type().friendlyName(), 0);
    const auto base = number(arguments, 1).toInt64();
    if (!base || *base < 2 || *base > 62)
        return callError("base must be a whole number between 2 and 62 inclusive", 1);
    auto parsed = Number::parseInteger(arguments[0].asString(), static_cast<int>(*base));
    if (!parsed)
        return callError(
            "cannot parse \"" + arguments[0].asString() + "\" as a base " + std::to_string(*base) + " integer", 0);
    return Value::number(std::move(*parsed));
}

static CallResult signum(Arguments arguments)
{
    const Number &value = number(arguments, 0);
    if (!value.toInt64())
        return callError("value must be a whole number, between -9223372036854775808 and 9223372036854775807");
    if (value.isZero())
        return Value::number(Number(0));
    return Value::number(Number(value.isNegative() ? -1 : 1));
}

void addNumberFunctions(FunctionTable &table)
{
    const Type type = Type::number();
    define(table, "abs", {{"num", type}}, type,
           [](Arguments a) { return Value::number(number(a, 0).isNegative() ? -number(a, 0) : number(a, 0)); });
    define(table, "ceil", {{"num", type}}, type, [](Arguments a) { return Value::number(number(a, 0).ceil()); });
    define(table, "floor", {{"num", type}}, type, [](Arguments a) { return Value::number(number(a, 0).floor()); });
    define(table, "log", {{"num", type}, {"base", type}}, type, [](Arguments a) {
        return fromDouble(std::log(number(a, 0).toDouble()) / std::log(number(a, 1).toDouble()));
    });
    define(table, "pow", {{"num", type}, {"power", type}}, type,
           [](Arguments a) { return fromDouble(std::pow(number(a, 0).toDouble(), number(a, 1).toDouble())); });
    defineVariadic(table, "max", {}, {"numbers", type}, type, [](Arguments a) { return extreme(a, true); });
    defineVariadic(table, "min", {}, {"numbers", type}, type, [](Arguments a) { return extreme(a, false); });
    define(table, "parseint", {{"number", Type()}, {"base", type}}, type, parseint);
    define(table, "signum", {{"num", type}}, type, signum);
}

} // namespace drydock::hcl
