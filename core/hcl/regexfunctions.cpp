// SPDX-License-Identifier: MIT
#include "core/hcl/limits.h"
#include "core/hcl/standardfunctions.h"
#include "core/hcl/unicode.h"

#include <map>
#include <memory>
#include <mutex>

#include <re2/re2.h>

namespace drydock::hcl {

namespace {

/// Compiled expressions: a policy asks for the same one for every resource. RE2 is the engine Go's regexp is made
/// after: linear in the text, so no pattern can hang a review.
class PatternCache
{
public:
    using Pattern = std::shared_ptr<const re2::RE2>;

    Pattern pattern(const std::string &text)
    {
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_patterns.find(text); found != m_patterns.end())
            return found->second;
        constexpr std::size_t limit = 128;
        if (m_patterns.size() >= limit)
            m_patterns.clear();
        re2::RE2::Options options;
        options.set_log_errors(false);
        // Each keeps what it has learned while matching, so the cache could grow to its size times this.
        options.set_max_mem(2 << 20);
        return m_patterns.emplace(text, std::make_shared<const re2::RE2>(accepted(text), options)).first->second;
    }

private:
    /// Go also takes (?<name>...), which older RE2 does not.
    static std::string accepted(const std::string &text)
    {
        std::string out;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] == '\\' && i + 1 < text.size()) {
                out += text.substr(i++, 2);
                continue;
            }
            const bool named =
                text.compare(i, 3, "(?<") == 0 && text.compare(i, 4, "(?<=") != 0 && text.compare(i, 4, "(?<!") != 0;
            out += named ? "(?P<" : std::string(1, text[i]);
            i += named ? 2 : 0;
        }
        return out;
    }

    std::mutex m_mutex;
    std::map<std::string, Pattern> m_patterns;
};

using Cache = std::shared_ptr<PatternCache>;
using Groups = std::vector<re2::StringPiece>;

} // namespace

static tl::expected<PatternCache::Pattern, CallError> compiled(const Cache &cache, const std::string &text)
{
    auto pattern = cache->pattern(text);
    if (pattern->ok())
        return pattern;
    // RE2 says "missing ]: [a", Go "missing closing ]: `[a`".
    std::string why = pattern->error_code() == re2::RE2::ErrorMissingBracket ? "missing closing ]" : pattern->error();
    if (!pattern->error_arg().empty() && why.find(pattern->error_arg()) == std::string::npos)
        why += " in " + pattern->error_arg();
    return callError("invalid regexp pattern: " + why, 0);
}

static bool find(const re2::RE2 &pattern, const std::string &text, std::size_t from, Groups &groups)
{
    groups.assign(static_cast<std::size_t>(pattern.NumberOfCapturingGroups()) + 1, {});
    return pattern.Match(text, from, text.size(), re2::RE2::UNANCHORED, groups.data(), static_cast<int>(groups.size()));
}

static Value groupValue(const re2::StringPiece &group)
{
    return group.data() == nullptr ? Value::null(Type::string())
                                   : Value::string(std::string(group.data(), group.size()));
}

/// The whole match, or its groups: a tuple, or an object where they have names.
static tl::expected<Value, CallError> matchValue(const re2::RE2 &pattern, const Groups &groups)
{
    const auto &names = pattern.CapturingGroupNames();
    if (groups.size() == 1)
        return groupValue(groups[0]);
    if (!names.empty() && names.size() != groups.size() - 1)
        return callError("invalid regexp pattern: cannot mix both named and unnamed capture groups", 0);
    Fields fields;
    std::vector<Value> elements;
    for (std::size_t i = 1; i < groups.size(); ++i) {
        if (names.empty())
            elements.push_back(groupValue(groups[i]));
        else
            fields.push_back({names.at(static_cast<int>(i)), groupValue(groups[i])});
    }
    return names.empty() ? Value::tuple(std::move(elements)) : Value::object(std::move(fields));
}

static CallResult regex(const Cache &cache, Arguments arguments)
{
    auto pattern = compiled(cache, arguments[0].asString());
    if (!pattern)
        return tl::unexpected<CallError>(pattern.error());
    Groups groups;
    if (!find(**pattern, arguments[1].asString(), 0, groups))
        return callError("pattern did not match any part of the given string");
    return matchValue(**pattern, groups);
}

/// Calls visit for each match as Go's FindAll finds them, until it returns false: an empty one right behind another
/// does not count.
template <typename Visitor>
static void forEachMatch(const re2::RE2 &pattern, const std::string &text, Visitor visit)
{
    Groups groups;
    std::size_t at = 0;
    std::size_t previousEnd = std::string::npos;
    while (at <= text.size() && find(pattern, text, at, groups)) {
        const auto from = static_cast<std::size_t>(groups[0].data() - text.data());
        const std::size_t to = from + groups[0].size();
        if ((from != to || from != previousEnd) && !visit(groups, from, to))
            return;
        previousEnd = to;
        at = to;
        if (from == to) {
            if (at >= text.size())
                break;
            (void)nextCodePoint(text, at);
        }
    }
}

/// What a match is as a type, known before anything matches.
static Type matchType(const re2::RE2 &pattern)
{
    const auto &names = pattern.CapturingGroupNames();
    const auto count = static_cast<std::size_t>(pattern.NumberOfCapturingGroups());
    if (count == 0)
        return Type::string();
    if (names.empty())
        return Type::tuple(std::vector<Type>(count, Type::string()));
    std::vector<TypeAttribute> attributes;
    attributes.reserve(names.size());
    for (const auto &name : names)
        attributes.push_back({name.second, Type::string(), Presence::Required});
    return Type::object(std::move(attributes));
}

static CallResult regexall(const Cache &cache, Arguments arguments)
{
    auto pattern = compiled(cache, arguments[0].asString());
    if (!pattern)
        return tl::unexpected<CallError>(pattern.error());
    std::vector<Value> found;
    std::optional<CallError> wrong;
    forEachMatch(**pattern, arguments[1].asString(), [&](const Groups &groups, std::size_t, std::size_t) {
        auto value = matchValue(**pattern, groups);
        if (value)
            found.push_back(std::move(*value));
        else
            wrong = value.error();
        if (found.size() > limits::ValueWeight)
            wrong = CallError{"the text has more than " + std::to_string(limits::ValueWeight) + " matches", {}};
        return !wrong;
    });
    if (wrong)
        return tl::unexpected<CallError>(*wrong);
    return Value::list(matchType(**pattern), std::move(found));
}

static bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static std::string groupText(const re2::RE2 &pattern, const Groups &groups, const std::string &name)
{
    const bool number = !name.empty() && name.find_first_not_of("0123456789") == std::string::npos && name.size() < 4;
    std::size_t index = groups.size();
    if (number)
        index = static_cast<std::size_t>(std::stoi(name));
    else if (const auto found = pattern.NamedCapturingGroups().find(name);
             found != pattern.NamedCapturingGroups().end())
        index = static_cast<std::size_t>(found->second);
    return index < groups.size() ? std::string(groups[index].data(), groups[index].size()) : std::string();
}

/// Go's Expand: `$1`, `$name`, `${name}`, `$$`.
static void expand(const re2::RE2 &pattern, const Groups &groups, std::string_view with, std::string &out)
{
    for (std::size_t i = 0; i < with.size(); ++i) {
        if (with[i] != '$' || i + 1 == with.size()) {
            out += with[i];
            continue;
        }
        if (with[i + 1] == '$') {
            out += with[++i];
            continue;
        }
        const bool braces = with[i + 1] == '{';
        const std::size_t from = i + (braces ? 2 : 1);
        std::size_t to = from;
        while (to < with.size() && isNameCharacter(with[to]))
            ++to;
        if (to == from || (braces && (to == with.size() || with[to] != '}'))) {
            out += with[i];
            continue;
        }
        out += groupText(pattern, groups, std::string(with.substr(from, to - from)));
        i = braces ? to : to - 1;
    }
}

static CallResult replacePattern(const Cache &cache, Arguments arguments, const std::string &text)
{
    auto pattern = compiled(cache, text);
    if (!pattern)
        return callError(pattern.error().message.substr(std::string("invalid regexp pattern: ").size()));
    const std::string &in = arguments[0].asString();
    std::string out;
    std::size_t done = 0;
    forEachMatch(**pattern, in, [&](const Groups &groups, std::size_t from, std::size_t to) {
        out.append(in, done, from - done);
        expand(**pattern, groups, arguments[2].asString(), out);
        done = to;
        return out.size() <= maximumTextBytes;
    });
    if (out.size() > maximumTextBytes)
        return textTooLarge();
    return Value::string(out.append(in, done));
}

static CallResult replacePlain(std::string_view in, std::string_view what, std::string_view with)
{
    std::string out;
    if (what.empty()) {
        // As Go: before each code point and at the end.
        for (std::size_t at = 0; at < in.size();) {
            const std::size_t from = at;
            (void)nextCodePoint(in, at);
            out.append(with).append(in.substr(from, at - from));
            if (out.size() > maximumTextBytes)
                return textTooLarge();
        }
        return Value::string(out.append(with));
    }
    std::size_t from = 0;
    for (std::size_t at = in.find(what); at != std::string_view::npos; at = in.find(what, from)) {
        out.append(in.substr(from, at - from)).append(with);
        from = at + what.size();
        if (out.size() > maximumTextBytes)
            return textTooLarge();
    }
    return Value::string(out.append(in.substr(from)));
}

static CallResult replace(const Cache &cache, Arguments arguments)
{
    const std::string &what = arguments[1].asString();
    if (what.size() > 1 && what.front() == '/' && what.back() == '/')
        return replacePattern(cache, arguments, what.substr(1, what.size() - 2));
    return replacePlain(arguments[0].asString(), what, arguments[2].asString());
}

void addRegularExpressionFunctions(FunctionTable &table)
{
    const Type string = Type::string();
    const auto cache = std::make_shared<PatternCache>();
    define(table, "regex", {{"pattern", string}, {"string", string}}, Type(),
           [cache](Arguments arguments) { return regex(cache, arguments); });
    define(table, "regexall", {{"pattern", string}, {"string", string}}, Type::list(Type()),
           [cache](Arguments arguments) { return regexall(cache, arguments); });
    define(table, "replace", {{"str", string}, {"substr", string}, {"replace", string}}, string,
           [cache](Arguments arguments) { return replace(cache, arguments); });
}

} // namespace drydock::hcl
