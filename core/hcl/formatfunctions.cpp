// SPDX-License-Identifier: MIT
#include "core/hcl/conversion.h"
#include "core/hcl/gotext.h"
#include "core/hcl/json.h"
#include "core/hcl/literal.h"
#include "core/hcl/standardfunctions.h"
#include "core/hcl/unicode.h"

#include <algorithm>

namespace drydock::hcl {

namespace {

/// `%-8.2f` taken apart.
struct Verb
{
    std::string raw;
    std::size_t offset = 0;
    std::size_t argument = 0; ///< 1-based
    char mode = 0;
    bool plus = false;
    bool minus = false;
    bool space = false;
    bool zero = false;
    bool sharp = false;
    std::optional<int> width;
    std::optional<int> precision;
};

/// One pass over a format string (cty's stdlib/format_fsm.rl).
class Formatter
{
public:
    Formatter(std::string_view format, Arguments arguments, UntypedNull untypedNull)
        : m_format(format)
        , m_arguments(arguments)
        , m_untypedNull(untypedNull)
    {
    }
    CallResult run();

private:
    tl::expected<Verb, CallError> verb();
    std::optional<int> digits();
    tl::expected<void, CallError> append(const Verb &verb);
    tl::expected<std::string, CallError> formatted(const Verb &verb, const Value &value);
    tl::expected<std::string, CallError> number(const Verb &verb, const Value &value);
    [[nodiscard]] tl::unexpected<CallError> required(const Verb &verb, const std::string &what) const;

    static constexpr int maximumWidth = 10'000;
    std::string_view m_format;
    Arguments m_arguments;
    UntypedNull m_untypedNull;
    std::string m_out;
    std::size_t m_at = 0;
    std::size_t m_next = 1;
    std::size_t m_used = 0;
    bool m_unknown = false;
};

} // namespace

tl::unexpected<CallError> Formatter::required(const Verb &verb, const std::string &what) const
{
    return callError("unsupported value for \"" + verb.raw + "\" at " + std::to_string(verb.offset) + ": " + what);
}

std::optional<int> Formatter::digits()
{
    std::optional<int> number;
    for (; m_at < m_format.size() && m_format[m_at] >= '0' && m_format[m_at] <= '9'; ++m_at)
        number = std::min(number.value_or(0) * 10 + (m_format[m_at] - '0'), maximumWidth);
    return number;
}

static bool takeFlag(char c, Verb &verb)
{
    switch (c) {
    case '+':
        return verb.plus = true;
    case '-':
        return verb.minus = true;
    case ' ':
        return verb.space = true;
    case '0':
        return verb.zero = true;
    case '#':
        return verb.sharp = true;
    default:
        return false;
    }
}

tl::expected<Verb, CallError> Formatter::verb()
{
    Verb verb;
    verb.offset = m_at++;
    while (m_at < m_format.size() && takeFlag(m_format[m_at], verb))
        ++m_at;
    verb.width = digits();
    if (m_at < m_format.size() && m_format[m_at] == '.') {
        ++m_at;
        verb.precision = digits().value_or(0);
    }
    verb.argument = m_next;
    if (m_at < m_format.size() && m_format[m_at] == '[') {
        ++m_at;
        verb.argument = static_cast<std::size_t>(digits().value_or(0));
        if (m_at >= m_format.size() || m_format[m_at] != ']')
            return callError("unrecognized format character at offset " + std::to_string(m_at));
        ++m_at;
    }
    if (m_at >= m_format.size())
        return callError("unterminated format sequence at offset " + std::to_string(verb.offset));
    verb.mode = m_format[m_at];
    const bool letter = (verb.mode >= 'a' && verb.mode <= 'z') || (verb.mode >= 'A' && verb.mode <= 'Z');
    if (!letter && verb.mode != '%')
        return callError("unrecognized format character '" + std::string(1, verb.mode) + "' at offset " +
                         std::to_string(m_at));
    ++m_at;
    verb.raw = std::string(m_format.substr(verb.offset, m_at - verb.offset));
    return verb;
}

static std::string padded(const Verb &verb, std::string text)
{
    const auto width = static_cast<std::size_t>(verb.width.value_or(0));
    const std::size_t length = characters(text).size();
    if (length >= width)
        return text;
    if (verb.minus)
        return text + std::string(width - length, ' ');
    if (!verb.zero)
        return std::string(width - length, ' ') + text;
    const bool sign = !text.empty() && (text[0] == '-' || text[0] == '+' || text[0] == ' ');
    return text.insert(sign ? 1 : 0, width - length, '0');
}

tl::expected<std::string, CallError> Formatter::number(const Verb &verb, const Value &value)
{
    auto converted = convert(value, Type::number());
    if (!converted)
        return required(verb, "a number is required");
    const Number &number = converted->asNumber();
    std::string text;
    const int precision = verb.precision.value_or(6);
    switch (verb.mode) {
    case 'e':
        text = number.scientificText(precision);
        break;
    case 'E':
        text = number.isInfinite() ? number.text() : toUpper(number.scientificText(precision));
        break;
    case 'f':
        text = number.fixedText(precision);
        break;
    case 'g':
    case 'v':
        text = generalText(number, verb.precision);
        break;
    case 'G':
        text = number.isInfinite() ? number.text() : toUpper(generalText(number, verb.precision));
        break;
    default:
        if (!number.isInteger())
            return required(verb, "an integer is required");
        text = number.integerText(verb.mode == 'b' ? 2 : verb.mode == 'o' ? 8 : verb.mode == 'd' ? 10 : 16);
        if (verb.mode == 'X')
            text = toUpper(text);
    }
    if (text.front() != '-' && (verb.plus || verb.space))
        text.insert(0, verb.plus ? "+" : " ");
    return text;
}

static std::string shortened(const Verb &verb, const std::string &text)
{
    const auto all = characters(text);
    if (!verb.precision || all.size() <= static_cast<std::size_t>(*verb.precision))
        return text;
    std::string out;
    for (int i = 0; i < *verb.precision; ++i)
        out += all[static_cast<std::size_t>(i)];
    return out;
}

tl::expected<std::string, CallError> Formatter::formatted(const Verb &verb, const Value &value)
{
    const bool plain = verb.mode == 'v' && !verb.sharp && !value.isNull();
    if (verb.mode == 'v' && !(plain && value.type().isPrimitive())) {
        auto json = toJson(value);
        return json ? tl::expected<std::string, CallError>(std::move(*json)) : required(verb, json.error().message);
    }
    if (plain && value.kind() == Kind::String)
        return shortened(verb, value.asString());
    if (plain && value.kind() == Kind::Bool)
        return std::string(value.asBool() ? "true" : "false");
    if (std::string_view("bdoxXeEfgGv").find(verb.mode) != std::string_view::npos)
        return number(verb, value);
    if (verb.mode == 't') {
        auto converted = convert(value, Type::boolean());
        return converted ? tl::expected<std::string, CallError>(converted->asBool() ? "true" : "false")
                         : required(verb, converted.error().message);
    }
    auto converted = convert(value, Type::string());
    if (!converted)
        return required(verb, converted.error().message);
    std::string text = shortened(verb, converted->asString());
    return verb.mode == 'q' ? toSource(Value::string(text)) : text;
}

tl::expected<void, CallError> Formatter::append(const Verb &verb)
{
    if (std::string_view("vtbdoxXeEfgGsq").find(verb.mode) == std::string_view::npos)
        return callError("unsupported format verb '" + std::string(1, verb.mode) + "' in \"" + verb.raw +
                         "\" at offset " + std::to_string(verb.offset));
    if (verb.argument == 0 || verb.argument > m_arguments.size())
        return callError("not enough arguments for \"" + verb.raw + "\" at " + std::to_string(verb.offset) +
                         ": need index " + std::to_string(verb.argument) + " but have " +
                         std::to_string(m_arguments.size()) + " total");
    m_next = verb.argument + 1;
    m_used = std::max(m_used, verb.argument);
    const Value &value = m_arguments[verb.argument - 1];
    const bool untyped = value.isNull() && value.kind() == Kind::Dynamic;
    if (!value.isWhollyKnown() || (untyped && m_untypedNull == UntypedNull::Unknown)) {
        m_unknown = true;
        return {};
    }
    if (value.isNull() && verb.mode != 'v')
        return required(verb, "null value cannot be formatted");
    auto text = formatted(verb, value);
    if (!text)
        return tl::unexpected<CallError>(text.error());
    m_out += padded(verb, std::move(*text));
    return {};
}

CallResult Formatter::run()
{
    std::size_t prefix = 0; ///< as much of the text is known
    while (m_at < m_format.size()) {
        if (m_format[m_at] != '%') {
            m_out += m_format[m_at++];
            continue;
        }
        auto next = verb();
        if (!next)
            return tl::unexpected<CallError>(next.error());
        if (next->mode == '%') {
            m_out += '%';
            continue;
        }
        if (!m_unknown)
            prefix = m_out.size();
        if (auto ok = append(*next); !ok)
            return tl::unexpected<CallError>(ok.error());
        if (m_out.size() > maximumTextBytes)
            return textTooLarge();
    }
    if (m_used < m_arguments.size() && m_used == 0)
        return callError("too many arguments; no verbs in format string", 1);
    if (m_used < m_arguments.size())
        return callError("too many arguments; only " + std::to_string(m_used) + " used by format string", m_used + 1);
    if (!m_unknown)
        return Value::string(std::move(m_out));
    Refinement refinement = notNull();
    refinement.prefix = m_out.substr(0, prefix);
    return Value::unknown(Type::string(), std::move(refinement));
}

static CallResult format(Arguments arguments, UntypedNull untypedNull)
{
    return Formatter(arguments[0].asString(), arguments.subspan(1), untypedNull).run();
}

/// A null list is repeated as it is.
static bool isListed(const Value &value)
{
    if (value.isNull())
        return false;
    return value.kind() == Kind::List || value.kind() == Kind::Set || value.kind() == Kind::Tuple;
}

static CallResult formatlist(Arguments arguments, UntypedNull untypedNull)
{
    std::optional<std::size_t> count;
    std::size_t first = 0;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        if (arguments[i].isUnknown() && (isListed(arguments[i]) || arguments[i].kind() == Kind::Dynamic))
            return Value::unknown(Type::list(Type::string()));
        const bool untyped = arguments[i].isNull() && arguments[i].kind() == Kind::Dynamic;
        if (untyped && untypedNull == UntypedNull::Unknown)
            return Value::unknown(Type::list(Type::string()));
        if (!isListed(arguments[i]))
            continue;
        if (count && *count != arguments[i].length())
            return callError("argument " + std::to_string(i) + " has length " + std::to_string(arguments[i].length()) +
                                 ", which is inconsistent with argument " + std::to_string(first) + " of length " +
                                 std::to_string(*count),
                             i);
        first = count ? first : i;
        count = arguments[i].length();
    }
    std::vector<Value> results;
    for (std::size_t row = 0; row < count.value_or(1); ++row) {
        std::vector<Value> one;
        for (const Value &value : arguments.subspan(1))
            one.push_back(isListed(value) ? value.elements()[row] : value);
        // What would be formatted is not looked at before all of it is there.
        if (!std::ranges::all_of(one, &Value::isWhollyKnown)) {
            results.push_back(Value::unknown(Type::string()));
            continue;
        }
        auto text = Formatter(arguments[0].asString(), one, untypedNull).run();
        if (!text && arguments.size() > 1)
            return callError("error on format iteration " + std::to_string(row) + ": " + text.error().message);
        if (!text)
            return text;
        results.push_back(std::move(*text));
    }
    return Value::list(Type::string(), std::move(results));
}

void addFormatFunctions(FunctionTable &table, UntypedNull untypedNull)
{
    const Parameter any{"args", Type(), Accepts::Null | Accepts::Unknown | Accepts::Inside};
    defineVariadic(table, "format", {{"format", Type::string()}}, any, Type::string(),
                   [untypedNull](Arguments a) { return format(a, untypedNull); });
    defineVariadic(table, "formatlist", {{"format", Type::string()}}, any, Type::list(Type::string()),
                   [untypedNull](Arguments a) { return formatlist(a, untypedNull); });
}

} // namespace drydock::hcl
