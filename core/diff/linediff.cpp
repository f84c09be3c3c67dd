// SPDX-License-Identifier: MIT
#include "core/diff/linediff.h"

#include "core/diff/myers.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace drydock::diff {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
}

/// The line as it is compared when blanks do not count.
std::string normalised(std::string_view line, Whitespace whitespace)
{
    std::string result;
    bool gap = false;
    for (const char c : line) {
        if (isBlank(c)) {
            gap = true;
            continue;
        }
        if (gap && whitespace == Whitespace::IgnoreAmount)
            result += ' ';
        gap = false;
        result += c;
    }
    return result;
}

/// Gives equal lines equal numbers, counted from 0.
class Symbols
{
public:
    explicit Symbols(Whitespace whitespace)
        : m_whitespace(whitespace)
    {
    }

    std::vector<std::uint32_t> of(std::span<const std::string_view> lines)
    {
        std::vector<std::uint32_t> symbols;
        symbols.reserve(lines.size());
        for (const std::string_view line : lines)
            symbols.push_back(m_whitespace == Whitespace::Significant
                                  ? numberIn(m_exact, line)
                                  : numberIn(m_normalised, normalised(line, m_whitespace)));
        return symbols;
    }

private:
    template <typename Map, typename Key>
    static std::uint32_t numberIn(Map &map, Key &&key)
    {
        return map.try_emplace(std::forward<Key>(key), static_cast<std::uint32_t>(map.size())).first->second;
    }

    Whitespace m_whitespace;
    std::unordered_map<std::string_view, std::uint32_t> m_exact;
    std::unordered_map<std::string, std::uint32_t> m_normalised;
};

bool isBlankLine(std::string_view line)
{
    return std::all_of(line.begin(), line.end(), isBlank);
}

/// How far from the outermost level a line begins; a closing bracket a little further, as it belongs to what stands
/// above it.
int depthCost(std::string_view line)
{
    int indentation = 0;
    for (const char c : line) {
        if (c == '\t')
            indentation += 8;
        else if (isBlank(c))
            indentation += 1;
        else
            return 4 + 4 * indentation + (c == '}' || c == ']' || c == ')' ? 2 : 0);
    }
    return 4;
}

/// How well a person likes an edit that begins with line `first` and ends before line `end`; less is better. Best is a
/// whole block with the blank line after it.
int placeCost(std::span<const std::string_view> lines, std::size_t first, std::size_t end)
{
    const int startCost = isBlankLine(lines[first]) ? 6 : depthCost(lines[first]);
    const int endCost = end < lines.size() ? depthCost(lines[end]) : 0;
    const bool afterBlank = first == 0 || isBlankLine(lines[first - 1]);
    return startCost + endCost + (afterBlank ? 0 : 1);
}

/// One side of an edit that only adds or only removes: the run of lines that may be moved without changing the meaning.
struct Run
{
    std::span<const std::string_view> lines;
    std::span<const std::uint32_t> symbols;
    std::uint32_t start;
    std::uint32_t count;
};

/// How far (in lines, negative: up) to move the run, at most `up` and `down` lines.
std::int64_t bestShift(const Run &run, std::uint32_t up, std::uint32_t down)
{
    std::int64_t highest = 0;
    while (-highest < up) {
        const auto first = static_cast<std::size_t>(run.start + highest);
        if (run.symbols[first - 1] != run.symbols[first + run.count - 1])
            break;
        --highest;
    }
    std::int64_t lowest = 0;
    while (lowest < down) {
        const auto first = static_cast<std::size_t>(run.start + lowest);
        if (run.symbols[first] != run.symbols[first + run.count])
            break;
        ++lowest;
    }
    std::int64_t best = lowest;
    int bestCost = 1 << 30;
    // The lowest place wins among equals, as git and diff have it; a long repetition is not worth looking at in full.
    for (std::int64_t shift = lowest; shift >= std::max(highest, lowest - 200); --shift) {
        const auto first = static_cast<std::size_t>(run.start + shift);
        const int cost = placeCost(run.lines, first, first + run.count);
        if (cost < bestCost) {
            bestCost = cost;
            best = shift;
        }
    }
    return best;
}

void moveEdits(std::vector<Edit> &edits, const Run &before, const Run &after)
{
    for (std::size_t i = 0; i < edits.size(); ++i) {
        Edit &edit = edits[i];
        if (edit.beforeCount > 0 && edit.afterCount > 0)
            continue;
        const bool removes = edit.beforeCount > 0;
        Run run = removes ? before : after;
        run.start = removes ? edit.beforeStart : edit.afterStart;
        run.count = removes ? edit.beforeCount : edit.afterCount;
        // One equal line stays between two edits, so that they remain two.
        const std::uint32_t up =
            i == 0 ? std::min(edit.beforeStart, edit.afterStart) : edit.beforeStart - edits[i - 1].beforeEnd() - 1;
        const std::uint32_t end =
            i + 1 < edits.size() ? edits[i + 1].beforeStart - 1 : static_cast<std::uint32_t>(before.lines.size());
        const std::uint32_t down = end - edit.beforeEnd();
        const std::int64_t shift = bestShift(run, up, down);
        edit.beforeStart = static_cast<std::uint32_t>(edit.beforeStart + shift);
        edit.afterStart = static_cast<std::uint32_t>(edit.afterStart + shift);
    }
}

} // namespace

std::size_t Script::added() const
{
    std::size_t count = 0;
    for (const Edit &edit : edits)
        count += edit.afterCount;
    return count;
}

std::size_t Script::removed() const
{
    std::size_t count = 0;
    for (const Edit &edit : edits)
        count += edit.beforeCount;
    return count;
}

std::vector<std::string_view> splitLines(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::size_t length = end == std::string_view::npos ? text.size() : end + 1;
        lines.push_back(text.substr(0, length));
        text.remove_prefix(length);
    }
    return lines;
}

Script compareLines(std::span<const std::string_view> before, std::span<const std::string_view> after,
                    const CompareOptions &options)
{
    Symbols symbols(options.whitespace);
    const std::vector<std::uint32_t> beforeSymbols = symbols.of(before);
    const std::vector<std::uint32_t> afterSymbols = symbols.of(after);
    const Unmatched unmatched = compareSymbols(beforeSymbols, afterSymbols);
    Script script{editsOf(unmatched), unmatched.exactness};
    moveEdits(script.edits, {before, beforeSymbols, 0, 0}, {after, afterSymbols, 0, 0});
    return script;
}

std::vector<Hunk> groupHunks(const Script &script, std::size_t beforeLines, std::size_t afterLines,
                             std::uint32_t context)
{
    std::vector<Hunk> hunks;
    std::size_t first = 0;
    while (first < script.edits.size()) {
        std::size_t last = first;
        while (last + 1 < script.edits.size() &&
               script.edits[last + 1].beforeStart - script.edits[last].beforeEnd() <= 2 * context)
            ++last;
        const Edit &head = script.edits[first];
        const Edit &tail = script.edits[last];
        const std::uint32_t lead = std::min({context, head.beforeStart, head.afterStart});
        const auto trail = static_cast<std::uint32_t>(
            std::min<std::size_t>({context, beforeLines - tail.beforeEnd(), afterLines - tail.afterEnd()}));
        Hunk hunk{head.beforeStart - lead, 0, head.afterStart - lead, 0, first, last - first + 1};
        hunk.beforeCount = tail.beforeEnd() + trail - hunk.beforeStart;
        hunk.afterCount = tail.afterEnd() + trail - hunk.afterStart;
        hunks.push_back(hunk);
        first = last + 1;
    }
    return hunks;
}

} // namespace drydock::diff
