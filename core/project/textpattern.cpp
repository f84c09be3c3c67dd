// SPDX-License-Identifier: MIT
// Search and replace in one text; searchFiles() is in textsearch.cpp.
#include "core/project/textsearch.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <utility>

#include <re2/re2.h>

namespace drydock::project {

static constexpr std::size_t longestExcerpt = 240;
static constexpr std::size_t excerptLead = 60;
static constexpr std::size_t longestPattern = 10'000;
static constexpr int expressionMemory = 16 << 20;

struct TextPattern::Compiled
{
    SearchQuery query;
    std::unique_ptr<re2::RE2> expression; ///< null: a literal that is compared byte by byte
};

TextPattern::TextPattern(std::shared_ptr<const Compiled> compiled)
    : m_compiled(std::move(compiled))
{
}

Result<TextPattern> TextPattern::compile(const SearchQuery &query)
{
    if (query.pattern.empty())
        return failure("search.empty", "There is nothing to search for.", {}, "Type a text.");
    if (query.pattern.size() > longestPattern)
        return failure("search.pattern", "The text to search for has more than 10,000 bytes.", {}, "Shorten it.");
    auto compiled = std::make_shared<Compiled>();
    compiled->query = query;
    const bool literal = query.kind == PatternKind::Literal;
    if (!literal || query.letterCase == LetterCase::Ignored) {
        re2::RE2::Options options;
        options.set_log_errors(false);
        options.set_max_mem(expressionMemory);
        options.set_case_sensitive(query.letterCase == LetterCase::Significant);
        const std::string text = literal ? re2::RE2::QuoteMeta(query.pattern) : "(?m)" + query.pattern;
        compiled->expression = std::make_unique<re2::RE2>(text, options);
        if (!compiled->expression->ok())
            return failure("search.pattern",
                           "The regular expression is not valid: " + compiled->expression->error() + ".",
                           compiled->expression->error_arg(), "Correct it, or search for the text as it is.");
    }
    return TextPattern(std::move(compiled));
}

namespace {

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

bool isWordByte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80U || std::isalnum(byte) != 0 || c == '_';
}

bool isWholeWord(std::string_view text, std::size_t start, std::size_t end)
{
    return (start == 0 || !isWordByte(text[start - 1]) || !isWordByte(text[start])) &&
           (end == text.size() || !isWordByte(text[end]) || !isWordByte(text[end - 1]));
}

/// Turns byte places, asked for in rising order, into lines and columns.
class PlaceCounter
{
public:
    explicit PlaceCounter(std::string_view text)
        : m_text(text)
    {
    }

    TextMatch match(std::size_t start, std::size_t end)
    {
        for (; m_at < start; ++m_at) {
            if (m_text[m_at] == '\n') {
                ++m_line;
                m_lineStart = m_at + 1;
                m_column = 1;
            } else if (!isContinuation(m_text[m_at])) {
                ++m_column;
            }
        }
        TextMatch match{start, end, m_line, m_column, {}, 0, 0};
        std::size_t lineEnd = std::min(m_text.find('\n', start), m_text.size());
        if (lineEnd > m_lineStart && m_text[lineEnd - 1] == '\r' && lineEnd - 1 >= start)
            --lineEnd;
        std::size_t from = m_lineStart;
        if (lineEnd - from > longestExcerpt && start - from > excerptLead)
            from = start - excerptLead;
        std::size_t to = std::min(lineEnd, from + longestExcerpt);
        while (from < start && isContinuation(m_text[from]))
            ++from;
        while (to < lineEnd && to > start && isContinuation(m_text[to]))
            --to;
        match.excerpt = m_text.substr(from, to - from);
        match.excerptStart = start - from;
        match.excerptLength = std::min(end, to) - std::min(start, to);
        return match;
    }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_lineStart = 0;
    std::uint32_t m_line = 1;
    std::uint32_t m_column = 1;
};

} // namespace

/// The next range at or after `from`; an empty one at npos when there is none.
static std::pair<std::size_t, std::size_t> nextRange(const std::string &literal, const re2::RE2 *expression,
                                                     std::string_view text, std::size_t from)
{
    if (!expression) {
        const std::size_t at = text.find(literal, from);
        return {at, at == std::string_view::npos ? at : at + literal.size()};
    }
    re2::StringPiece found;
    if (!expression->Match({text.data(), text.size()}, from, text.size(), re2::RE2::UNANCHORED, &found, 1))
        return {std::string_view::npos, std::string_view::npos};
    const auto start = static_cast<std::size_t>(found.data() - text.data());
    return {start, start + found.size()};
}

std::vector<TextMatch> TextPattern::find(std::string_view text, std::size_t limit) const
{
    std::vector<TextMatch> matches;
    PlaceCounter places(text);
    std::size_t from = 0;
    while (from <= text.size() && matches.size() < limit) {
        const auto [start, end] = nextRange(m_compiled->query.pattern, m_compiled->expression.get(), text, from);
        if (start == std::string_view::npos)
            break;
        from = end;
        if (start == end) {
            ++from;
            while (from < text.size() && isContinuation(text[from]))
                ++from;
        } else if (m_compiled->query.words == WordRule::Anywhere || isWholeWord(text, start, end)) {
            matches.push_back(places.match(start, end));
        }
    }
    return matches;
}

namespace {

/// Writes what `$1`, `${name}` and escapes of a replacement stand for.
class ReplacementWriter
{
public:
    ReplacementWriter(const re2::RE2 &expression, const std::vector<re2::StringPiece> &groups)
        : m_expression(expression)
        , m_groups(groups)
    {
    }

    Result<std::string> write(std::string_view with)
    {
        std::string out;
        for (std::size_t i = 0; i < with.size(); ++i) {
            const char next = i + 1 < with.size() ? with[i + 1] : '\0';
            if (with[i] == '\\' && (next == 'n' || next == 't' || next == '\\')) {
                out += next == 'n' ? '\n' : next == 't' ? '\t' : '\\';
                ++i;
            } else if (with[i] == '$' && next == '$') {
                out += '$';
                ++i;
            } else if (with[i] == '$' && (next == '{' || std::isdigit(static_cast<unsigned char>(next)) != 0)) {
                const std::string name = nameAt(with, i);
                const auto group = groupOf(name);
                if (!group)
                    return Failure(group.error());
                out += *group;
            } else {
                out += with[i];
            }
        }
        return out;
    }

private:
    /// The name behind a dollar sign; `i` moves to its last byte.
    static std::string nameAt(std::string_view with, std::size_t &i)
    {
        if (with[i + 1] == '{') {
            const std::size_t close = with.find('}', i);
            std::string name(with.substr(i + 2, (close == std::string_view::npos ? with.size() : close) - i - 2));
            i = close == std::string_view::npos ? with.size() : close;
            return name;
        }
        std::size_t end = i + 1;
        while (end < with.size() && std::isdigit(static_cast<unsigned char>(with[end])) != 0)
            ++end;
        std::string name(with.substr(i + 1, end - i - 1));
        i = end - 1;
        return name;
    }

    [[nodiscard]] Result<std::string> groupOf(const std::string &name) const
    {
        std::size_t number = 0;
        const auto parsed = std::from_chars(name.data(), name.data() + name.size(), number);
        const auto &named = m_expression.NamedCapturingGroups();
        if (parsed.ec != std::errc() || parsed.ptr != name.data() + name.size()) {
            const auto found = named.find(name);
            number = found == named.end() ? m_groups.size() : static_cast<std::size_t>(found->second);
        }
        if (number >= m_groups.size())
            return failure("search.replacement", "The expression has no group \"" + name + "\".", {},
                           "Write $$ for a dollar sign.");
        return std::string(m_groups[number].data() ? m_groups[number].data() : "", m_groups[number].size());
    }

    const re2::RE2 &m_expression;
    const std::vector<re2::StringPiece> &m_groups;
};

} // namespace

Result<std::string> TextPattern::replacement(std::string_view text, const TextMatch &match, std::string_view with) const
{
    if (m_compiled->query.kind == PatternKind::Literal)
        return std::string(with);
    const re2::RE2 &expression = *m_compiled->expression;
    std::vector<re2::StringPiece> groups(static_cast<std::size_t>(expression.NumberOfCapturingGroups()) + 1);
    if (match.end > text.size() || match.start > match.end ||
        !expression.Match({text.data(), text.size()}, match.start, text.size(), re2::RE2::ANCHOR_START, groups.data(),
                          static_cast<int>(groups.size())) ||
        groups.front().size() != match.end - match.start)
        return failure("search.changed", "The text is no longer the one that was searched.", {}, "Search again.");
    return ReplacementWriter(expression, groups).write(with);
}

Result<std::string> replaceMatches(std::string_view text, const TextPattern &pattern,
                                   const std::vector<TextMatch> &matches, std::string_view with)
{
    std::string out;
    std::size_t at = 0;
    for (const TextMatch &match : matches) {
        if (match.start < at || match.end > text.size() || match.start > match.end)
            return failure("search.changed", "The text is no longer the one that was searched.", {}, "Search again.");
        const auto replaced = pattern.replacement(text, match, with);
        if (!replaced)
            return Failure(replaced.error());
        out += text.substr(at, match.start - at);
        out += *replaced;
        at = match.end;
    }
    return out += text.substr(at);
}

} // namespace drydock::project
