// SPDX-License-Identifier: MIT
#include "core/hcl/unicode.h"

#include <algorithm>
#include <array>
#include <memory>

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

namespace drydock::hcl {

char32_t nextCodePoint(std::string_view text, std::size_t &at)
{
    auto offset = static_cast<std::int32_t>(at);
    UChar32 c = 0;
    U8_NEXT(text.data(), offset, static_cast<std::int32_t>(text.size()), c);
    at = static_cast<std::size_t>(offset);
    return c < 0 ? U'\uFFFD' : static_cast<char32_t>(c);
}

void appendCodePoint(std::string &text, char32_t c)
{
    std::array<char, U8_MAX_LENGTH> bytes{};
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes.data(), length, static_cast<UChar32>(c));
    text.append(bytes.data(), static_cast<std::size_t>(length));
}

bool isPrintable(char32_t c)
{
    if (c == U' ')
        return true;
    constexpr std::uint32_t mask = U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK | U_GC_P_MASK | U_GC_S_MASK;
    return (U_MASK(u_charType(static_cast<UChar32>(c))) & mask) != 0;
}

bool isSpace(char32_t c)
{
    return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_WHITE_SPACE) != 0;
}

bool isLetter(char32_t c)
{
    return (U_MASK(u_charType(static_cast<UChar32>(c))) & U_GC_L_MASK) != 0;
}

bool isDigit(char32_t c)
{
    return u_charType(static_cast<UChar32>(c)) == U_DECIMAL_DIGIT_NUMBER;
}

std::string escapedCodePoint(char32_t c)
{
    static constexpr char digits[] = "0123456789abcdef";
    const int length = c > 0xffff ? 8 : 4;
    std::string text = length == 8 ? "\\U" : "\\u";
    for (int shift = (length - 1) * 4; shift >= 0; shift -= 4)
        text += digits[(c >> static_cast<unsigned>(shift)) & 15U];
    return text;
}

template <typename Map>
static std::string mapped(std::string_view text, Map map)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();)
        appendCodePoint(out, map(nextCodePoint(text, at)));
    return out;
}

std::string toUpper(std::string_view text)
{
    return mapped(text, [](char32_t c) { return static_cast<char32_t>(u_toupper(static_cast<UChar32>(c))); });
}

std::string toLower(std::string_view text)
{
    return mapped(text, [](char32_t c) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))); });
}

std::string toTitle(std::string_view text)
{
    // Go's strings.Title: ASCII letters, digits and underscore, Unicode letters and digits do not separate words.
    char32_t previous = U' ';
    const auto separates = [](char32_t c) {
        if (c <= 0x7f)
            return !(c == U'_' || isLetter(c) || isDigit(c));
        return !isLetter(c) && !isDigit(c) && isSpace(c);
    };
    return mapped(text, [&](char32_t c) {
        const bool first = separates(previous);
        previous = c;
        return first ? static_cast<char32_t>(u_totitle(static_cast<UChar32>(c))) : c;
    });
}

static std::u16string toUtf16(std::string_view text)
{
    std::u16string wide(text.size(), u'\0');
    std::int32_t length = 0;
    UErrorCode error = U_ZERO_ERROR;
    u_strFromUTF8WithSub(wide.data(), static_cast<std::int32_t>(wide.size()), &length, text.data(),
                         static_cast<std::int32_t>(text.size()), 0xfffd, nullptr, &error);
    wide.resize(U_FAILURE(error) ? 0 : static_cast<std::size_t>(length));
    return wide;
}

static std::string toUtf8(std::u16string_view wide)
{
    std::string text(wide.size() * 3, '\0');
    std::int32_t length = 0;
    UErrorCode error = U_ZERO_ERROR;
    u_strToUTF8WithSub(text.data(), static_cast<std::int32_t>(text.size()), &length, wide.data(),
                       static_cast<std::int32_t>(wide.size()), 0xfffd, nullptr, &error);
    text.resize(U_FAILURE(error) ? 0 : static_cast<std::size_t>(length));
    return text;
}

std::string normalized(std::string text)
{
    if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return text;
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *form = unorm2_getNFCInstance(&error);
    const std::u16string wide = toUtf16(text);
    if (U_FAILURE(error) || unorm2_isNormalized(form, wide.data(), static_cast<std::int32_t>(wide.size()), &error) != 0)
        return text;
    std::u16string result(wide.size() * 3 + 16, u'\0');
    const std::int32_t length = unorm2_normalize(form, wide.data(), static_cast<std::int32_t>(wide.size()),
                                                 result.data(), static_cast<std::int32_t>(result.size()), &error);
    if (U_FAILURE(error))
        return text;
    result.resize(static_cast<std::size_t>(length));
    return toUtf8(result);
}

static bool isPlainAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != '\r'; });
}

std::vector<std::string_view> characters(std::string_view text)
{
    std::vector<std::string_view> result;
    if (isPlainAscii(text)) {
        for (std::size_t i = 0; i < text.size(); ++i)
            result.push_back(text.substr(i, 1));
        return result;
    }
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UText, decltype(&utext_close)> source(
        utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &error), utext_close);
    const std::unique_ptr<UBreakIterator, decltype(&ubrk_close)> breaks(
        ubrk_open(UBRK_CHARACTER, "", nullptr, 0, &error), ubrk_close);
    if (U_SUCCESS(error))
        ubrk_setUText(breaks.get(), source.get(), &error);
    if (U_FAILURE(error))
        return result;
    std::int32_t from = ubrk_first(breaks.get());
    for (std::int32_t to = ubrk_next(breaks.get()); to != UBRK_DONE; to = ubrk_next(breaks.get())) {
        result.push_back(text.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from)));
        from = to;
    }
    return result;
}

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

static Converter openConverter(const std::string &encoding)
{
    UErrorCode error = U_ZERO_ERROR;
    // Names are IANA's; ICU knows more (its own and vendors'), which Terraform does not.
    const char *standard = ucnv_getStandardName(encoding.c_str(), "IANA", &error);
    Converter converter(standard != nullptr ? ucnv_open(encoding.c_str(), &error) : nullptr, ucnv_close);
    if (converter && U_SUCCESS(error)) {
        ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
        ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
    }
    if (U_FAILURE(error))
        converter.reset();
    return converter;
}

EncodingOutcome encodeText(std::string_view text, const std::string &encoding, std::string &bytes)
{
    const Converter converter = openConverter(encoding);
    if (!converter)
        return EncodingOutcome::UnknownEncoding;
    const std::u16string wide = toUtf16(text);
    UErrorCode error = U_ZERO_ERROR;
    bytes.resize(wide.size() * 8 + 16);
    const std::int32_t length = ucnv_fromUChars(converter.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                                wide.data(), static_cast<std::int32_t>(wide.size()), &error);
    if (U_FAILURE(error))
        return EncodingOutcome::Unrepresentable;
    bytes.resize(static_cast<std::size_t>(length));
    return EncodingOutcome::Done;
}

EncodingOutcome decodeText(std::string_view bytes, const std::string &encoding, std::string &text)
{
    const Converter converter = openConverter(encoding);
    if (!converter)
        return EncodingOutcome::UnknownEncoding;
    UErrorCode error = U_ZERO_ERROR;
    std::u16string wide(bytes.size() * 2 + 16, u'\0');
    const std::int32_t length = ucnv_toUChars(converter.get(), wide.data(), static_cast<std::int32_t>(wide.size()),
                                              bytes.data(), static_cast<std::int32_t>(bytes.size()), &error);
    if (U_FAILURE(error))
        return EncodingOutcome::Unrepresentable;
    wide.resize(static_cast<std::size_t>(length));
    text = toUtf8(wide);
    return EncodingOutcome::Done;
}

} // namespace drydock::hcl
