// SPDX-License-Identifier: MIT
#include "core/hcl/bigfloat.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace drydock::hcl {

namespace mp = boost::multiprecision;
using Integer = BigFloat::Integer;

static std::int64_t bitLength(const Integer &value)
{
    return value.is_zero() ? 0 : static_cast<std::int64_t>(mp::msb(mp::abs(value))) + 1;
}

static Integer powerOfTen(int exponent)
{
    return mp::pow(Integer(10), static_cast<unsigned>(exponent));
}

static Integer shifted(const Integer &value, std::int64_t bits)
{
    return bits >= 0 ? Integer(value << static_cast<std::size_t>(bits))
                     : Integer(value >> static_cast<std::size_t>(-bits));
}

/// The whole number nearest to numerator / denominator, both not negative; ties to even.
static Integer nearest(const Integer &numerator, const Integer &denominator)
{
    Integer quotient;
    Integer rest;
    mp::divide_qr(numerator, denominator, quotient, rest);
    rest <<= 1U;
    if (rest > denominator || (rest == denominator && mp::bit_test(quotient, 0)))
        ++quotient;
    return quotient;
}

BigFloat BigFloat::ofInteger(Integer value)
{
    return {std::move(value), 0, 0};
}

BigFloat BigFloat::infinity(int sign)
{
    return {0, 0, sign < 0 ? -1 : 1};
}

BigFloat BigFloat::ofDouble(double value)
{
    if (!std::isfinite(value))
        return infinity(value < 0 ? -1 : 1);
    int exponent = 0;
    const double fraction = std::frexp(value, &exponent);
    return BigFloat{Integer(static_cast<std::int64_t>(std::ldexp(fraction, 53))), exponent - 53, 0}.round(53);
}

BigFloat BigFloat::ofRatio(Integer numerator, const Integer &denominator, unsigned precision)
{
    const bool negative = numerator.sign() < 0;
    if (negative)
        numerator = -numerator;
    // Two bits more than needed, and the lowest bit says whether anything was cut off: enough to round once.
    const std::int64_t shift = std::max<std::int64_t>(0, static_cast<std::int64_t>(precision) + 2 +
                                                             bitLength(denominator) - bitLength(numerator));
    Integer quotient;
    Integer rest;
    mp::divide_qr(Integer(numerator << static_cast<std::size_t>(shift)), denominator, quotient, rest);
    quotient <<= 1U;
    if (!rest.is_zero())
        ++quotient;
    BigFloat result{std::move(quotient), -shift - 1, 0};
    return negative ? result.round(precision).negated() : result.round(precision);
}

bool BigFloat::isInteger() const
{
    if (infinite != 0 || exponent >= 0 || mantissa.is_zero())
        return infinite == 0;
    return static_cast<std::int64_t>(mp::lsb(mp::abs(mantissa))) >= -exponent;
}

Integer BigFloat::truncated() const
{
    const Integer whole = shifted(mp::abs(mantissa), exponent);
    return mantissa.sign() < 0 ? Integer(-whole) : whole;
}

Integer BigFloat::floored() const
{
    const Integer whole = truncated();
    return mantissa.sign() < 0 && !isInteger() ? Integer(whole - 1) : whole;
}

double BigFloat::toDouble() const
{
    if (infinite != 0)
        return infinite * HUGE_VAL;
    const BigFloat near = round(53);
    const auto power = static_cast<int>(std::clamp<std::int64_t>(near.exponent, -100'000, 100'000));
    return std::ldexp(near.mantissa.convert_to<double>(), power);
}

std::int64_t BigFloat::magnitude() const
{
    return mantissa.is_zero() ? 0 : bitLength(mantissa) + exponent;
}

BigFloat BigFloat::round(unsigned precision) const
{
    if (infinite != 0 || mantissa.is_zero())
        return {0, 0, infinite};
    const std::int64_t surplus = bitLength(mantissa) - static_cast<std::int64_t>(precision);
    BigFloat result = *this;
    if (surplus > 0) {
        const Integer near = nearest(mp::abs(mantissa), Integer(1) << static_cast<std::size_t>(surplus));
        result.mantissa = mantissa.sign() < 0 ? Integer(-near) : near;
        result.exponent += surplus;
    }
    const auto zeros = static_cast<std::int64_t>(mp::lsb(mp::abs(result.mantissa)));
    if (zeros > 0) {
        result.mantissa =
            result.mantissa.sign() < 0 ? Integer(-shifted(-result.mantissa, -zeros)) : shifted(result.mantissa, -zeros);
        result.exponent += zeros;
    }
    return result;
}

BigFloat BigFloat::negated() const
{
    return {-mantissa, exponent, -infinite};
}

BigFloat BigFloat::plus(const BigFloat &other) const
{
    if (infinite != 0 || other.infinite != 0)
        return infinite != 0 ? *this : other;
    const std::int64_t low = std::min(exponent, other.exponent);
    return {Integer(mantissa << static_cast<std::size_t>(exponent - low)) +
                Integer(other.mantissa << static_cast<std::size_t>(other.exponent - low)),
            low, 0};
}

BigFloat BigFloat::times(const BigFloat &other) const
{
    if (infinite != 0 || other.infinite != 0)
        return infinity(sign() * other.sign());
    return {mantissa * other.mantissa, exponent + other.exponent, 0};
}

BigFloat BigFloat::dividedBy(const BigFloat &other, unsigned precision) const
{
    if (infinite != 0)
        return infinity(sign() * other.sign());
    if (other.infinite != 0 || mantissa.is_zero())
        return {};
    const bool flip = other.mantissa.sign() < 0;
    BigFloat result = ofRatio(flip ? Integer(-mantissa) : mantissa, mp::abs(other.mantissa), precision);
    result.exponent += exponent - other.exponent;
    return result;
}

int BigFloat::compare(const BigFloat &other) const
{
    if (infinite != 0 || other.infinite != 0)
        return infinite - other.infinite;
    if (sign() != other.sign())
        return sign() < other.sign() ? -1 : 1;
    return plus(other.negated()).mantissa.sign();
}

Integer BigFloat::scaled(int power) const
{
    Integer numerator = mp::abs(mantissa);
    Integer denominator = 1;
    (power >= 0 ? numerator : denominator) *= powerOfTen(std::abs(power));
    if (exponent >= 0)
        numerator <<= static_cast<std::size_t>(exponent);
    else
        denominator <<= static_cast<std::size_t>(-exponent);
    return nearest(numerator, denominator);
}

DecimalDigits decimalDigits(const BigFloat &value, int count)
{
    // The estimate may be one too small; then there is one digit too many and the number is scaled again.
    int point = static_cast<int>(std::floor(static_cast<double>(value.magnitude() - 1) * 0.30102999566398120)) + 1;
    std::string digits = value.scaled(count - point).str();
    if (digits.size() > static_cast<std::size_t>(count)) {
        ++point;
        digits = value.scaled(count - point).str();
    }
    if (digits.size() > static_cast<std::size_t>(count)) {
        // 9.99 became 10.0
        ++point;
        digits.resize(static_cast<std::size_t>(count));
    }
    return {std::move(digits), point};
}

/// Whether the digits stand for `value`, which is positive. Go takes half a unit of the last place below a power of two
/// too, although numbers are closer to each other there.
static bool standsFor(const DecimalDigits &some, const BigFloat &value, unsigned precision)
{
    const int power = some.point - static_cast<int>(some.digits.size());
    if (value.mantissa != 1)
        return readDecimal(Integer(some.digits), power, precision).compare(value) == 0;
    const BigFloat half{1, value.exponent - static_cast<std::int64_t>(precision), 0};
    const BigFloat read = readDecimal(Integer(some.digits), power, 2 * precision);
    return read.compare(value.plus(half.negated())) >= 0 && read.compare(value.plus(half)) <= 0;
}

DecimalDigits shortestDigits(const BigFloat &value, unsigned precision)
{
    const BigFloat positive = value.sign() < 0 ? value.negated() : value;
    int low = 1;
    int high = static_cast<int>(static_cast<double>(precision) * 0.30103) + 3;
    while (low < high) {
        const int middle = (low + high) / 2;
        if (standsFor(decimalDigits(positive, middle), positive, precision))
            high = middle;
        else
            low = middle + 1;
    }
    return decimalDigits(positive, low);
}

BigFloat readDecimal(const Integer &digits, int power, unsigned precision)
{
    if (power >= 0)
        return BigFloat::ofInteger(digits * powerOfTen(power)).round(precision);
    return BigFloat::ofRatio(digits, powerOfTen(-power), precision);
}

} // namespace drydock::hcl
