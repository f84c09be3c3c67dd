// SPDX-License-Identifier: MIT
#include "core/hcl/conversion.h"
#include "core/hcl/limits.h"
#include "core/hcl/standardfunctions.h"
#include "core/hcl/unicode.h"

#include <algorithm>
#include <functional>

namespace drydock::hcl {

static const std::string &text(Arguments arguments, std::size_t index)
{
    return arguments[index].asString();
}

static CallResult join(Arguments arguments)
{
    if (arguments.size() < 2)
        return callError("at least one list is required");
    std::string out;
    bool first = true;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        std::size_t position = 0;
        for (const Value &value : arguments[i].elements()) {
            if (value.isNull())
                return callError("element " + std::to_string(position) + " is null; cannot concatenate null values", i);
            ++position;
            out += std::exchange(first, false) ? "" : text(arguments, 0);
            out += value.asString();
            if (out.size() > maximumTextBytes)
                return textTooLarge();
        }
    }
    return Value::string(std::move(out));
}

static CallResult tooManyParts()
{
    return callError("the text has more than " + std::to_string(limits::ValueWeight) + " parts");
}

static CallResult split(Arguments arguments)
{
    const std::string_view separator = text(arguments, 0);
    std::string_view rest = text(arguments, 1);
    std::vector<Value> parts;
    if (separator.empty()) {
        for (std::size_t at = 0; at < rest.size();) {
            const std::size_t from = at;
            (void)nextCodePoint(rest, at);
            parts.push_back(Value::string(std::string(rest.substr(from, at - from))));
            if (parts.size() > limits::ValueWeight)
                return tooManyParts();
        }
        return Value::list(Type::string(), std::move(parts));
    }
    for (std::size_t at = rest.find(separator); at != std::string_view::npos; at = rest.find(separator)) {
        parts.push_back(Value::string(std::string(rest.substr(0, at))));
        rest.remove_prefix(at + separator.size());
        if (parts.size() > limits::ValueWeight)
            return tooManyParts();
    }
    parts.push_back(Value::string(std::string(rest)));
    return Value::list(Type::string(), std::move(parts));
}

static CallResult substr(Arguments arguments)
{
    const auto all = characters(text(arguments, 0));
    const auto offset = arguments[1].asNumber().toInt64();
    const auto wanted = arguments[2].asNumber().toInt64();
    if (!offset || !wanted)
        return callError("value must be a whole number, between -9223372036854775808 and 9223372036854775807");
    const auto count = static_cast<std::int64_t>(all.size());
    const std::int64_t from = std::clamp<std::int64_t>(*offset < 0 ? *offset + count : *offset, 0, count);
    const std::int64_t length = *wanted < 0 ? count - from : std::min(*wanted, count - from);
    std::string out;
    for (std::int64_t i = from; i < from + length; ++i)
        out += all[static_cast<std::size_t>(i)];
    return Value::string(std::move(out));
}

static CallResult strrev(Arguments arguments)
{
    const auto all = characters(text(arguments, 0));
    std::string out;
    for (auto at = all.rbegin(); at != all.rend(); ++at)
        out += *at;
    return Value::string(std::move(out));
}

static CallResult indent(Arguments arguments)
{
    const auto spaces = arguments[0].asNumber().toInt64();
    if (!spaces || *spaces < 0 || *spaces > 10'000)
        return callError("the number of spaces must be a whole number between 0 and 10000", 0);
    std::string out;
    for (const char c : text(arguments, 1)) {
        out += c;
        if (c == '\n')
            out.append(static_cast<std::size_t>(*spaces), ' ');
        if (out.size() > maximumTextBytes)
            return textTooLarge();
    }
    return Value::string(std::move(out));
}

static std::vector<char32_t> codePoints(std::string_view in)
{
    std::vector<char32_t> out;
    for (std::size_t at = 0; at < in.size();)
        out.push_back(nextCodePoint(in, at));
    return out;
}

static std::string trimmed(std::string_view in, const std::function<bool(char32_t)> &drop)
{
    std::size_t from = in.size();
    std::size_t to = in.size();
    for (std::size_t at = 0; at < in.size();) {
        const std::size_t start = at;
        if (drop(nextCodePoint(in, at)))
            continue;
        from = std::min(from, start);
        to = at;
    }
    return std::string(in.substr(from, from == in.size() ? 0 : to - from));
}

static CallResult trim(Arguments arguments)
{
    auto cut = codePoints(text(arguments, 1));
    std::ranges::sort(cut);
    return Value::string(trimmed(text(arguments, 0), [&](char32_t c) { return std::ranges::binary_search(cut, c); }));
}

static CallResult trimprefix(Arguments arguments)
{
    std::string in = text(arguments, 0);
    return Value::string(in.starts_with(text(arguments, 1)) ? in.substr(text(arguments, 1).size()) : in);
}

static CallResult trimsuffix(Arguments arguments)
{
    std::string in = text(arguments, 0);
    if (in.ends_with(text(arguments, 1)))
        in.resize(in.size() - text(arguments, 1).size());
    return Value::string(std::move(in));
}

static CallResult chomp(Arguments arguments)
{
    std::string in = text(arguments, 0);
    while (!in.empty() && (in.back() == '\n' || in.back() == '\r'))
        in.pop_back();
    return Value::string(std::move(in));
}

/// Decided already by what is known of the beginning, where that is possible.
static CallResult startswith(Arguments arguments)
{
    const Value &in = arguments[0];
    const Marks marks = in.marks() | arguments[1].marks();
    if (in.isKnown() && arguments[1].isKnown())
        return Value::boolean(in.asString().starts_with(text(arguments, 1))).withMarks(marks);
    const Refinement *known = in.refinement();
    if (arguments[1].isKnown() && known != nullptr) {
        const std::string &wanted = text(arguments, 1);
        if (known->prefix.starts_with(wanted))
            return Value::boolean(true).withMarks(marks);
        if (!std::string_view(wanted).starts_with(known->prefix))
            return Value::boolean(false).withMarks(marks);
    }
    return Value::unknown(Type::boolean(), notNull()).withMarks(marks);
}

void addStringFunctions(FunctionTable &table)
{
    const Type string = Type::string();
    const Type boolean = Type::boolean();
    const Accepts open = Accepts::Unknown | Accepts::Marked;
    define(table, "chomp", {{"str", string}}, string, chomp);
    define(table, "upper", {{"str", string}}, string, [](Arguments a) { return Value::string(toUpper(text(a, 0))); });
    define(table, "lower", {{"str", string}}, string, [](Arguments a) { return Value::string(toLower(text(a, 0))); });
    define(table, "title", {{"str", string}}, string, [](Arguments a) { return Value::string(toTitle(text(a, 0))); });
    define(table, "startswith", {{"str", string, open}, {"prefix", string, open}}, boolean, startswith);
    define(table, "endswith", {{"str", string}, {"suffix", string}}, boolean,
           [](Arguments a) { return Value::boolean(text(a, 0).ends_with(text(a, 1))); });
    define(table, "strcontains", {{"str", string}, {"substr", string}}, boolean,
           [](Arguments a) { return Value::boolean(text(a, 0).find(text(a, 1)) != std::string::npos); });
    define(table, "indent", {{"spaces", Type::number()}, {"str", string}}, string, indent);
    defineVariadic(table, "join", {{"separator", string}}, {"lists", Type::list(string)}, string, join);
    define(table, "split", {{"separator", string}, {"str", string}}, Type::list(string), split);
    define(table, "strrev", {{"str", string}}, string, strrev);
    define(table, "substr", {{"str", string}, {"offset", Type::number()}, {"length", Type::number()}}, string, substr);
    define(table, "trim", {{"str", string}, {"cutset", string}}, string, trim);
    define(table, "trimprefix", {{"str", string}, {"prefix", string}}, string, trimprefix);
    define(table, "trimsuffix", {{"str", string}, {"suffix", string}}, string, trimsuffix);
    define(table, "trimspace", {{"str", string}}, string,
           [](Arguments a) { return Value::string(trimmed(text(a, 0), isSpace)); });
}

} // namespace drydock::hcl
