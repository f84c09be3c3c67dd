// SPDX-License-Identifier: MIT
#include "core/diff/merge3.h"

#include "core/diff/linediff.h"

#include <algorithm>
#include <span>

namespace drydock::diff {

namespace {

using Lines = std::vector<std::string_view>;
using Part = std::span<const std::string_view>;

std::string joined(Part lines)
{
    std::string text;
    for (const std::string_view line : lines)
        text += line;
    return text;
}

/// One side of the merge: its lines, its edits since the base, and how far they were used.
struct Side
{
    Side(std::string_view text, const Lines &base)
        : lines(splitLines(text))
        , edits(compareLines(base, lines).edits)
    {
    }

    [[nodiscard]] bool isDone() const { return next == edits.size(); }
    [[nodiscard]] const Edit &edit() const { return edits[next]; }
    /// The line of this side that stands for line `baseLine`, when every edit before it was used.
    [[nodiscard]] std::uint32_t at(std::uint32_t baseLine) const
    {
        return next == 0 ? baseLine : edits[next - 1].afterEnd() + (baseLine - edits[next - 1].beforeEnd());
    }

    Lines lines;
    std::vector<Edit> edits;
    std::size_t next = 0;
};

class Merger
{
public:
    Merger(std::string_view base, std::string_view ours, std::string_view theirs, const MergeOptions &options)
        : m_options(options)
        , m_base(splitLines(base))
        , m_ours(ours, m_base)
        , m_theirs(theirs, m_base)
        , m_lineEnd(ours.find("\r\n") == std::string_view::npos ? "\n" : "\r\n")
    {
    }

    Merge run()
    {
        std::uint32_t line = 0;
        while (!m_ours.isDone() || !m_theirs.isDone()) {
            const std::uint32_t start = std::min(m_ours.isDone() ? UINT32_MAX : m_ours.edit().beforeStart,
                                                 m_theirs.isDone() ? UINT32_MAX : m_theirs.edit().beforeStart);
            add(Part(m_base).subspan(line, start - line));
            line = takeRegion(start);
        }
        add(Part(m_base).subspan(line));
        return std::move(m_merge);
    }

private:
    /// Uses the edits of both sides that touch each other; returns the first line of the base behind them.
    std::uint32_t takeRegion(std::uint32_t start)
    {
        const std::uint32_t oursFirst = m_ours.at(start);
        const std::uint32_t theirsFirst = m_theirs.at(start);
        const std::size_t oursUsed = m_ours.next;
        const std::size_t theirsUsed = m_theirs.next;
        std::uint32_t end = start;
        while (absorb(m_ours, end) || absorb(m_theirs, end)) {
        }
        const Part before = Part(m_base).subspan(start, end - start);
        const Part ours = Part(m_ours.lines).subspan(oursFirst, m_ours.at(end) - oursFirst);
        const Part theirs = Part(m_theirs.lines).subspan(theirsFirst, m_theirs.at(end) - theirsFirst);
        if (m_theirs.next == theirsUsed)
            add(ours);
        else if (m_ours.next == oursUsed || std::equal(ours.begin(), ours.end(), theirs.begin(), theirs.end()))
            add(theirs);
        else
            addConflict(before, ours, theirs);
        return end;
    }

    static bool absorb(Side &side, std::uint32_t &end)
    {
        if (side.isDone() || side.edit().beforeStart > end)
            return false;
        end = std::max(end, side.edit().beforeEnd());
        ++side.next;
        return true;
    }

    void addConflict(Part base, Part ours, Part theirs)
    {
        std::size_t head = 0;
        while (head < ours.size() && head < theirs.size() && ours[head] == theirs[head])
            ++head;
        std::size_t tail = 0;
        const std::size_t most = std::min(ours.size(), theirs.size()) - head;
        while (tail < most && ours[ours.size() - 1 - tail] == theirs[theirs.size() - 1 - tail])
            ++tail;
        add(ours.first(head));
        const Part agreed = ours.last(tail);
        ours = ours.subspan(head, ours.size() - head - tail);
        theirs = theirs.subspan(head, theirs.size() - head - tail);
        MergeConflict conflict{m_lines, 0, joined(base), joined(ours), joined(theirs)};
        switch (m_options.conflicts) {
        case ConflictText::Ours:
            add(ours);
            break;
        case ConflictText::Theirs:
            add(theirs);
            break;
        case ConflictText::Markers:
            addMarked(base, ours, theirs);
            break;
        }
        conflict.lineCount = m_lines - conflict.firstLine;
        m_merge.conflicts.push_back(std::move(conflict));
        add(agreed);
    }

    void addMarked(Part base, Part ours, Part theirs)
    {
        addMarker("<<<<<<< " + m_options.oursLabel);
        add(ours);
        addMarker("||||||| " + m_options.baseLabel);
        add(base);
        addMarker("=======");
        add(theirs);
        addMarker(">>>>>>> " + m_options.theirsLabel);
    }

    void addMarker(const std::string &text)
    {
        endLine();
        m_merge.text += text + m_lineEnd;
        ++m_lines;
    }

    void add(Part lines)
    {
        for (const std::string_view line : lines) {
            endLine();
            m_merge.text += line;
            ++m_lines;
        }
    }

    /// The last line of a side may lack its end and still get another after it.
    void endLine()
    {
        if (!m_merge.text.empty() && m_merge.text.back() != '\n')
            m_merge.text += m_lineEnd;
    }

    const MergeOptions &m_options;
    Lines m_base;
    Side m_ours;
    Side m_theirs;
    std::string m_lineEnd;
    Merge m_merge;
    std::uint32_t m_lines = 0;
};

} // namespace

Merge merge3(std::string_view base, std::string_view ours, std::string_view theirs, const MergeOptions &options)
{
    return Merger(base, ours, theirs, options).run();
}

} // namespace drydock::diff
