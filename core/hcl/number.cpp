// SPDX-License-Identifier: MIT
#include "core/hcl/number.h"

#include "core/hcl/bigfloat.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

namespace drydock::hcl {

using Integer = BigFloat::Integer;

struct BigNumber : SharedData
{
    BigFloat value;

    explicit BigNumber(BigFloat number)
        : value(std::move(number))
    {
    }
    [[nodiscard]] static BigFloat of(const Number &number)
    {
        return number.m_big ? number.m_big->value : BigFloat::ofInteger(Integer(number.m_small));
    }
    /// Rounds, bounds and stores; whole numbers of 64 bits become small.
    [[nodiscard]] static Number make(const BigFloat &exact, std::uint16_t precision);
};

static bool fitsInt64(const BigFloat &value)
{
    static const Integer low(std::numeric_limits<std::int64_t>::min());
    static const Integer high(std::numeric_limits<std::int64_t>::max());
    if (!value.isInteger() || value.magnitude() > 64)
        return false;
    const Integer whole = value.truncated();
    return whole >= low && whole <= high;
}

Number BigNumber::make(const BigFloat &exact, std::uint16_t precision)
{
    constexpr std::int64_t limit = Number::maximumDecimalExponent * 10LL / 3;
    BigFloat value = exact.round(precision);
    if (value.magnitude() > limit)
        value = BigFloat::infinity(value.sign());
    else if (value.magnitude() < -limit)
        value = {};
    if (fitsInt64(value))
        return {value.truncated().convert_to<std::int64_t>(), precision};
    Number number(0, precision);
    number.m_big = Shared<BigNumber>(new BigNumber(std::move(value)));
    return number;
}

Number::Number(std::int64_t value) noexcept
    : m_small(value)
{
}

Number::Number(std::int64_t value, std::uint16_t precision) noexcept
    : m_small(value)
    , m_precision(precision)
{
}

std::uint16_t Number::precisionWith(const Number &other) const noexcept
{
    return std::max(m_precision, other.m_precision);
}

Number Number::fromDouble(double value)
{
    return BigNumber::make(BigFloat::ofDouble(value), doublePrecision);
}

/// `-12.5e+3` taken apart: the digits without the point, and the power of ten of the last one.
struct DecimalText
{
    bool negative = false;
    std::string digits;
    std::int64_t power = 0;
};

static void takeDigits(std::string_view &text, std::string &digits)
{
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        digits += text.front();
        text.remove_prefix(1);
    }
}

static bool takeExponent(std::string_view &text, std::int64_t &power)
{
    if (text.empty() || (text.front() != 'e' && text.front() != 'E'))
        return true;
    const bool plus = text.size() > 1 && text[1] == '+';
    text.remove_prefix(plus ? 2 : 1);
    if (plus && text.starts_with('-'))
        return false;
    std::int32_t written = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), written);
    constexpr std::int32_t limit = 10 * Number::maximumDecimalExponent;
    if (error != std::errc() || written > limit || written < -limit)
        return false;
    power += written;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return true;
}

static std::optional<DecimalText> takeApart(std::string_view text)
{
    DecimalText result;
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        result.negative = text.front() == '-';
        text.remove_prefix(1);
    }
    takeDigits(text, result.digits);
    if (!text.empty() && text.front() == '.') {
        text.remove_prefix(1);
        const std::size_t whole = result.digits.size();
        takeDigits(text, result.digits);
        result.power = -static_cast<std::int64_t>(result.digits.size() - whole);
    }
    if (result.digits.empty() || !takeExponent(text, result.power) || !text.empty())
        return std::nullopt;
    return result;
}

std::optional<Number> Number::parse(std::string_view text)
{
    std::int64_t small = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), small);
    if (error == std::errc() && end == text.data() + text.size())
        return Number(small, literalPrecision);
    if (text.size() / 2 > maximumDecimalExponent)
        return std::nullopt;
    auto parts = takeApart(text);
    if (!parts || std::abs(parts->power + static_cast<std::int64_t>(parts->digits.size())) > maximumDecimalExponent)
        return std::nullopt;
    // A leading zero would make Boost read octal digits.
    parts->digits.erase(0, std::min(parts->digits.find_first_not_of('0'), parts->digits.size() - 1));
    const BigFloat value = readDecimal(Integer(parts->digits), static_cast<int>(parts->power), literalPrecision);
    return BigNumber::make(parts->negative ? value.negated() : value, literalPrecision);
}

static int digitValue(char c, int base)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'Z')
        return c - 'A' + (base <= 36 ? 10 : 36);
    return 99;
}

std::optional<Number> Number::parseInteger(std::string_view text, int base)
{
    const bool negative = !text.empty() && text.front() == '-';
    if (!text.empty() && (text.front() == '-' || text.front() == '+'))
        text.remove_prefix(1);
    if (text.empty() || text.size() > maximumDecimalExponent)
        return std::nullopt;
    Integer value = 0;
    for (const char c : text) {
        const int digit = digitValue(c, base);
        if (digit >= base)
            return std::nullopt;
        value = value * base + digit;
    }
    const BigFloat whole = BigFloat::ofInteger(negative ? Integer(-value) : value);
    return BigNumber::make(whole, whole.magnitude() <= integerPrecision ? integerPrecision : literalPrecision);
}

bool Number::isInteger() const
{
    return !m_big || m_big->value.isInteger();
}

bool Number::isNegative() const
{
    return m_big ? m_big->value.sign() < 0 : m_small < 0;
}

bool Number::isZero() const
{
    return !m_big && m_small == 0;
}

bool Number::isInfinite() const
{
    return m_big && m_big->value.infinite != 0;
}

std::optional<std::int64_t> Number::toInt64() const
{
    return m_big ? std::nullopt : std::optional(m_small);
}

double Number::toDouble() const
{
    return m_big ? m_big->value.toDouble() : static_cast<double>(m_small);
}

static std::string infinityText(const Number &number)
{
    return number.isNegative() ? "-Inf" : "+Inf";
}

static std::string plainText(std::string digits, int point)
{
    digits.erase(digits.find_last_not_of('0') + 1);
    if (point <= 0)
        return "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
    const auto whole = static_cast<std::size_t>(point);
    if (digits.size() <= whole)
        return digits + std::string(whole - digits.size(), '0');
    return digits.substr(0, whole) + "." + digits.substr(whole);
}

std::string Number::text() const
{
    // 2^53 and above print with as many digits as a double needs, also where they fit 64 bits.
    constexpr std::int64_t exact = 1LL << 53;
    if (!m_big && (m_precision != doublePrecision || (m_small < exact && m_small > -exact)))
        return std::to_string(m_small);
    if (isInfinite())
        return infinityText(*this);
    auto [digits, point] = shortestDigits(BigNumber::of(*this), m_precision);
    return (isNegative() ? "-" : "") + plainText(std::move(digits), point);
}

std::string Number::integerText(int base) const
{
    Integer value = BigNumber::of(*this).truncated();
    const bool negative = value.sign() < 0;
    if (negative)
        value = -value;
    std::string digits;
    do {
        digits += "0123456789abcdef"[static_cast<std::size_t>(static_cast<int>(value % base))];
        value /= base;
    } while (!value.is_zero());
    if (negative)
        digits += '-';
    std::ranges::reverse(digits);
    return digits;
}

std::string Number::fixedText(int precision) const
{
    if (isInfinite())
        return infinityText(*this);
    std::string digits = BigNumber::of(*this).scaled(precision).str();
    const auto places = static_cast<std::size_t>(precision);
    if (digits.size() <= places)
        digits.insert(0, places + 1 - digits.size(), '0');
    if (places > 0)
        digits.insert(digits.size() - places, ".");
    return (isNegative() ? "-" : "") + digits;
}

std::string Number::scientificText(int precision) const
{
    if (isInfinite())
        return infinityText(*this);
    DecimalDigits parts{std::string(static_cast<std::size_t>(precision) + 1, '0'), 1};
    if (!isZero()) {
        const BigFloat value = BigNumber::of(*this);
        parts = precision < 0 ? shortestDigits(value, m_precision) : decimalDigits(value, precision + 1);
    }
    std::string text = (isNegative() ? "-" : "") + parts.digits.substr(0, 1);
    if (parts.digits.size() > 1)
        text += "." + parts.digits.substr(1);
    const int exponent = parts.point - 1;
    const std::string power = std::to_string(std::abs(exponent));
    return text + (exponent < 0 ? "e-" : "e+") + (power.size() < 2 ? "0" : "") + power;
}

Number Number::operator-() const
{
    if (!m_big && m_small != std::numeric_limits<std::int64_t>::min())
        return {-m_small, m_precision};
    return BigNumber::make(BigNumber::of(*this).negated(), m_precision);
}

Number Number::operator+(const Number &other) const
{
    std::int64_t sum = 0;
    if (!m_big && !other.m_big && !__builtin_add_overflow(m_small, other.m_small, &sum))
        return {sum, precisionWith(other)};
    return BigNumber::make(BigNumber::of(*this).plus(BigNumber::of(other)), precisionWith(other));
}

Number Number::operator-(const Number &other) const
{
    std::int64_t difference = 0;
    if (!m_big && !other.m_big && !__builtin_sub_overflow(m_small, other.m_small, &difference))
        return {difference, precisionWith(other)};
    return BigNumber::make(BigNumber::of(*this).plus(BigNumber::of(other).negated()), precisionWith(other));
}

Number Number::operator*(const Number &other) const
{
    std::int64_t product = 0;
    if (!m_big && !other.m_big && !__builtin_mul_overflow(m_small, other.m_small, &product))
        return {product, precisionWith(other)};
    return BigNumber::make(BigNumber::of(*this).times(BigNumber::of(other)), literalPrecision);
}

Number Number::operator/(const Number &other) const
{
    if (other.isZero())
        return BigNumber::make(BigFloat::infinity(isNegative() ? -1 : 1), literalPrecision);
    const bool overflows = m_small == std::numeric_limits<std::int64_t>::min() && other.m_small == -1;
    if (!m_big && !other.m_big && !overflows && m_small % other.m_small == 0)
        return {m_small / other.m_small, precisionWith(other)};
    return BigNumber::make(BigNumber::of(*this).dividedBy(BigNumber::of(other), precisionWith(other)),
                           precisionWith(other));
}

Number Number::remainder(const Number &other) const
{
    if (other.isZero())
        return BigNumber::make(BigFloat::infinity(isNegative() ? -1 : 1), literalPrecision);
    if (!m_big && !other.m_big)
        return {other.m_small == -1 ? 0 : m_small % other.m_small, precisionWith(other)};
    if (isInfinite() || other.isInfinite())
        return *this;
    const BigFloat left = BigNumber::of(*this);
    const BigFloat right = BigNumber::of(other);
    const Number times = (*this / other).truncated();
    return BigNumber::make(left.plus(right.times(BigNumber::of(times)).negated()), precisionWith(other));
}

Number Number::floor() const
{
    if (!m_big || isInfinite())
        return *this;
    return BigNumber::make(BigFloat::ofInteger(m_big->value.floored()), literalPrecision);
}

Number Number::ceil() const
{
    return -(-*this).floor();
}

Number Number::truncated() const
{
    return isNegative() ? ceil() : floor();
}

std::strong_ordering Number::operator<=>(const Number &other) const
{
    if (!m_big && !other.m_big)
        return m_small <=> other.m_small;
    const int compared = BigNumber::of(*this).compare(BigNumber::of(other));
    return compared <=> 0;
}

} // namespace drydock::hcl
