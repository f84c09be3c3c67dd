// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/shared.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace drydock::hcl {

struct BigNumber;

/// A number as Terraform keeps it: binary floating point, rounded to nearest even. What is written down or read from
/// text has 512 bits of mantissa; what Go computed as int64 or float64 (a length, pow()) has 64 or 53, and the result
/// of an operation has those of the more precise operand: it shows in `length(a) / length(b)`. Whole numbers that fit
/// 64 bits are kept as such, which is nearly all of them. Cheap to copy.
///
/// The exponent is bounded (maximumDecimalExponent), so that no number is expensive to print; what would exceed it is
/// refused by parse() and becomes infinite in arithmetic.
class Number
{
public:
    static constexpr int maximumDecimalExponent = 10'000;
    static constexpr std::uint16_t literalPrecision = 512;
    static constexpr std::uint16_t integerPrecision = 64;
    static constexpr std::uint16_t doublePrecision = 53;

    Number() noexcept = default;         ///< zero
    Number(std::int64_t value) noexcept; // NOLINT(google-explicit-constructor): every integer is a number

    [[nodiscard]] static Number fromDouble(double value);
    /// Decimal digits with optional sign, fraction and exponent (`1e3`); nothing else, no blanks.
    [[nodiscard]] static std::optional<Number> parse(std::string_view text);
    /// Whole number in `base` 2..62 with optional sign; letters count as Go's big.Int does (a-z, then A-Z above 36).
    [[nodiscard]] static std::optional<Number> parseInteger(std::string_view text, int base);

    [[nodiscard]] bool isInteger() const;
    [[nodiscard]] bool isNegative() const;
    [[nodiscard]] bool isZero() const;
    [[nodiscard]] bool isInfinite() const;
    [[nodiscard]] std::optional<std::int64_t> toInt64() const; ///< only when it is whole and fits
    [[nodiscard]] double toDouble() const;

    /// The shortest decimal text that reads back as the same number, never with an exponent: what Terraform prints.
    [[nodiscard]] std::string text() const;
    /// Whole numbers in base 2, 8, 10 or 16 (lower case), truncated towards zero first.
    [[nodiscard]] std::string integerText(int base) const;
    /// As C's `%.Nf` and `%.Ne`, correctly rounded.
    [[nodiscard]] std::string fixedText(int precision) const;
    /// A negative precision: as many digits as are needed to read the same number back.
    [[nodiscard]] std::string scientificText(int precision) const;

    [[nodiscard]] Number operator-() const;
    [[nodiscard]] Number operator+(const Number &other) const;
    [[nodiscard]] Number operator-(const Number &other) const;
    [[nodiscard]] Number operator*(const Number &other) const;
    /// Division by zero is for the caller to refuse; here it gives an infinite number.
    [[nodiscard]] Number operator/(const Number &other) const;
    [[nodiscard]] Number remainder(const Number &other) const; ///< truncated division, sign of the dividend
    [[nodiscard]] Number floor() const;
    [[nodiscard]] Number ceil() const;
    [[nodiscard]] Number truncated() const;

    [[nodiscard]] std::strong_ordering operator<=>(const Number &other) const;
    [[nodiscard]] bool operator==(const Number &other) const { return (*this <=> other) == 0; }

private:
    friend struct BigNumber;
    Number(std::int64_t value, std::uint16_t precision) noexcept;
    [[nodiscard]] std::uint16_t precisionWith(const Number &other) const noexcept;

    std::int64_t m_small = 0; ///< the value while m_big is empty
    std::uint16_t m_precision = integerPrecision;
    Shared<BigNumber> m_big;
};

} // namespace drydock::hcl
