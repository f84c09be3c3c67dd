// SPDX-License-Identifier: MIT
#include "core/hcl/standardfunctions.h"

#include <cmath>
#include <numbers>

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

/// As Go's math.Log (FreeBSD's e_log.c), whose last digit may differ from the C library's. For finite, positive
/// numbers.
static double logarithm(double value)
{
    constexpr double ln2High = 6.93147180369123816490e-01;
    constexpr double ln2Low = 1.90821492927058770002e-10;
    int exponent = 0;
    double fraction = std::frexp(value, &exponent);
    if (fraction < std::numbers::sqrt2 / 2) {
        fraction *= 2;
        --exponent;
    }
    const double f = fraction - 1;
    const double s = f / (2 + f);
    const double s2 = s * s;
    const double s4 = s2 * s2;
    const double odd =
        s2 * (6.666666666666735130e-01 +
              s4 * (2.857142874366239149e-01 + s4 * (1.818357216161805012e-01 + s4 * 1.479819860511658591e-01)));
    const double even =
        s4 * (3.999999999940941908e-01 + s4 * (2.222219843214978396e-01 + s4 * 1.531383769920937332e-01));
    const double half = 0.5 * f * f;
    return exponent * ln2High - ((half - (s * (half + (odd + even)) + exponent * ln2Low)) - f);
}

static double logarithmOf(const Number &number)
{
    const double value = number.toDouble();
    return std::isfinite(value) && value > 0 ? logarithm(value) : std::log(value);
}

enum class Direction : std::uint8_t { Straight, Inverse };

/// base^exponent times `start` (or one divided by that), by squaring; the powers of two are kept apart.
static double bySquaring(double start, double base, double exponent, Direction direction)
{
    constexpr int limit = 1 << 12;
    double result = start;
    int scale = 0;
    int binary = 0;
    double factor = std::frexp(base, &binary);
    for (auto bits = static_cast<std::uint64_t>(exponent); bits != 0; bits >>= 1U) {
        if (binary < -limit || binary > limit) {
            scale += binary;
            break;
        }
        if ((bits & 1U) != 0) {
            result *= factor;
            scale += binary;
        }
        factor *= factor;
        binary *= 2;
        if (factor < 0.5) {
            factor += factor;
            --binary;
        }
    }
    return direction == Direction::Inverse ? std::ldexp(1 / result, -scale) : std::ldexp(result, scale);
}

/// As Go's math.Pow, whose last digit may differ from C's.
static double power(double base, double exponent)
{
    const bool plain = std::isfinite(base) && std::isfinite(exponent) && base != 0 && std::fabs(exponent) < 0x1p63;
    if (!plain || (base < 0 && exponent != std::trunc(exponent)))
        return std::pow(base, exponent);
    if (std::fabs(exponent) == 0.5)
        return exponent > 0 ? std::sqrt(base) : 1 / std::sqrt(base);
    double whole = 0;
    double part = std::modf(std::fabs(exponent), &whole);
    if (part > 0.5) {
        --part;
        ++whole;
    }
    const double start = part != 0 ? std::exp(part * logarithm(base)) : 1;
    return bySquaring(start, base, whole, exponent < 0 ? Direction::Inverse : Direction::Straight);
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
    define(table, "log", {{"num", type}, {"base", type}}, type,
           [](Arguments a) { return fromDouble(logarithmOf(number(a, 0)) / logarithmOf(number(a, 1))); });
    define(table, "pow", {{"num", type}, {"power", type}}, type,
           [](Arguments a) { return fromDouble(power(number(a, 0).toDouble(), number(a, 1).toDouble())); });
    defineVariadic(table, "max", {}, {"numbers", type}, type, [](Arguments a) { return extreme(a, true); });
    defineVariadic(table, "min", {}, {"numbers", type}, type, [](Arguments a) { return extreme(a, false); });
    define(table, "parseint", {{"number", Type()}, {"base", type}}, type, parseint);
    define(table, "signum", {{"num", type}}, type, signum);
}

} // namespace drydock::hcl
