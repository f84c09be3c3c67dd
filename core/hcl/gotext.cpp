// SPDX-License-Identifier: MIT
#include "core/hcl/gotext.h"

#include "core/hcl/number.h"
#include "core/hcl/unicode.h"

#include <algorithm>
#include <charconv>

namespace drydock::hcl {

static void appendAscii(std::string &out, char c)
{
    constexpr std::string_view special = "\n\r\t\"\\";
    constexpr std::string_view letters = "nrt\"\\";
    const std::size_t found = special.find(c);
    if (found != std::string_view::npos)
        (out += '\\') += letters[found];
    else
        out += c;
}

std::string quotedAsGo(std::string_view text)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string out = "\"";
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t from = at;
        const char32_t c = nextCodePoint(text, at);
        const auto byte = static_cast<unsigned char>(text[from]);
        if (c == U'\a' || c == U'\b' || c == U'\f' || c == U'\v')
            out += std::string("\\") + "abtnvfr"[c - 7];
        else if (c < 0x20 && c != U'\n' && c != U'\r' && c != U'\t')
            out += std::string("\\x") + digits[byte >> 4U] + digits[byte & 15U];
        else if (c == 0x7f)
            out += "\\x7f";
        else if (c < 0x80)
            appendAscii(out, static_cast<char>(byte));
        else if (isPrintable(c))
            out += text.substr(from, at - from);
        else
            out += escapedCodePoint(c);
    }
    return out + '"';
}

std::string generalText(const Number &number, std::optional<int> precision)
{
    if (number.isZero())
        return "0";
    if (number.isInfinite())
        return number.text();
    const std::string scientific = number.scientificText(precision ? std::max(*precision, 1) - 1 : -1);
    const std::size_t e = scientific.find('e');
    int exponent = 0;
    std::from_chars(scientific.data() + e + (scientific[e + 1] == '+' ? 2 : 1), scientific.data() + scientific.size(),
                    exponent);
    std::string mantissa = scientific.substr(0, e);
    if (mantissa.find('.') != std::string::npos) {
        mantissa.erase(mantissa.find_last_not_of('0') + 1);
        if (mantissa.back() == '.')
            mantissa.pop_back();
    }
    const int digits = static_cast<int>(std::ranges::count_if(mantissa, [](char c) { return c >= '0' && c <= '9'; }));
    // The exponent is written from 10^6 on where as many digits as needed are printed, else from 10^precision on.
    int threshold = precision.value_or(6);
    if (precision && threshold > digits && digits >= exponent + 1)
        threshold = digits;
    if (exponent < -4 || exponent >= threshold)
        return mantissa + scientific.substr(e);
    return number.fixedText(std::max(0, digits - 1 - exponent));
}

} // namespace drydock::hcl
