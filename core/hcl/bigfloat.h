// SPDX-License-Identifier: MIT
#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include <cstdint>
#include <string>

namespace drydock::hcl {

/// mantissa * 2^exponent, or an infinity: exact until round() is asked for. Private to this folder.
///
/// Boost's own binary float rounds correctly in arithmetic but not when it reads or prints decimal digits, and
/// Terraform's output shows all of them; so this keeps whole numbers and rounds in one place.
struct BigFloat
{
    using Integer = boost::multiprecision::cpp_int;

    Integer mantissa;
    std::int64_t exponent = 0;
    int infinite = 0; ///< -1 or 1 for an infinity

    [[nodiscard]] static BigFloat ofInteger(Integer value);
    [[nodiscard]] static BigFloat ofDouble(double value);
    /// numerator / denominator (positive), rounded to `precision` bits.
    [[nodiscard]] static BigFloat ofRatio(Integer numerator, const Integer &denominator, unsigned precision);
    [[nodiscard]] static BigFloat infinity(int sign);

    [[nodiscard]] int sign() const { return infinite != 0 ? infinite : mantissa.sign(); }
    [[nodiscard]] bool isInteger() const;
    [[nodiscard]] Integer truncated() const; ///< towards zero
    [[nodiscard]] Integer floored() const;
    [[nodiscard]] double toDouble() const; ///< to nearest
    /// Bits before the binary point: about log2 of the value.
    [[nodiscard]] std::int64_t magnitude() const;
    /// To nearest, ties to even; the mantissa is odd or zero afterwards.
    [[nodiscard]] BigFloat round(unsigned precision) const;

    [[nodiscard]] BigFloat negated() const;
    [[nodiscard]] BigFloat plus(const BigFloat &other) const;
    [[nodiscard]] BigFloat times(const BigFloat &other) const;
    [[nodiscard]] BigFloat dividedBy(const BigFloat &other, unsigned precision) const; ///< `other` is not zero
    [[nodiscard]] int compare(const BigFloat &other) const;

    /// The absolute value times 10^power as the nearest whole number, ties to even.
    [[nodiscard]] Integer scaled(int power) const;
};

/// Decimal digits of a positive number: 0.d1d2d3... * 10^point.
struct DecimalDigits
{
    std::string digits;
    int point = 0;
};

/// The nearest number of `count` digits.
[[nodiscard]] DecimalDigits decimalDigits(const BigFloat &value, int count);
/// The fewest digits that read back as `value` at that precision.
[[nodiscard]] DecimalDigits shortestDigits(const BigFloat &value, unsigned precision);
/// digits * 10^power, rounded to `precision` bits.
[[nodiscard]] BigFloat readDecimal(const BigFloat::Integer &digits, int power, unsigned precision);

} // namespace drydock::hcl
