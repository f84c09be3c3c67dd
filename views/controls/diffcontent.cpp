// SPDX-License-Identifier: MIT
#include "views/controls/diffcontent.h"

#include "core/diff/rows.h"
#include "core/diff/unified.h"

#include <algorithm>

namespace drydock::controls {

namespace {

constexpr std::size_t contextLines = 3;
/// A fold must save more room than its own line takes.
constexpr std::size_t smallestFold = 4;

QString shown(std::string_view line)
{
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r'))
        line.remove_suffix(1);
    QString text = QString::fromUtf8(line.data(), static_cast<qsizetype>(line.size()));
    // These would break a block of the document in two.
    return text.replace(QChar::ParagraphSeparator, u' ').replace(QChar::LineSeparator, u' ').replace(u'\r', u' ');
}

QList<QPair<int, int>> shownRanges(std::string_view line, const std::vector<diff::ByteRange> &ranges)
{
    const auto units = [line](std::uint32_t byte) {
        return static_cast<int>(QString::fromUtf8(line.data(), static_cast<qsizetype>(byte)).size());
    };
    QList<QPair<int, int>> result;
    for (const diff::ByteRange &range : ranges)
        result << qMakePair(units(range.start), units(range.end) - units(range.start));
    return result;
}

/// Which rows are hidden at first: unchanged ones further than the context from every change.
std::vector<int> foldOfRows(const std::vector<diff::Row> &rows, QList<int> &sizes)
{
    std::vector<int> folds(rows.size(), -1);
    for (std::size_t start = 0; start < rows.size();) {
        std::size_t end = start;
        while (end < rows.size() && rows[end].kind == diff::RowKind::Equal)
            ++end;
        const std::size_t first = start == 0 ? 0 : start + contextLines;
        const std::size_t last = end == rows.size() ? end : end - std::min(end, contextLines);
        const bool everything = start == 0 && end == rows.size();
        if (!everything && last > first && last - first >= smallestFold) {
            std::fill(folds.begin() + static_cast<std::ptrdiff_t>(first),
                      folds.begin() + static_cast<std::ptrdiff_t>(last), static_cast<int>(sizes.size()));
            sizes << static_cast<int>(last - first);
        }
        start = std::max(end, start + 1);
    }
    return folds;
}

class SideBuilder
{
public:
    void add(const QString &text, DiffLine line)
    {
        m_texts << text;
        m_side.lines.push_back(std::move(line));
    }

    void beginFold(int fold)
    {
        if (fold >= 0 && fold != m_fold)
            add({}, {DiffLineKind::Fold, 0, 0, {}, fold, -1});
        m_fold = fold;
    }

    DiffSide take()
    {
        m_side.text = m_texts.join(u'\n');
        return std::move(m_side);
    }

private:
    QStringList m_texts;
    DiffSide m_side;
    int m_fold = -1;
};

class Layouter
{
public:
    Layouter(const std::string &before, const std::string &after, diff::Whitespace whitespace)
        : m_before(diff::splitLines(before))
        , m_after(diff::splitLines(after))
        , m_script(diff::compareLines(m_before, m_after, {whitespace}))
        , m_rows(diff::alignRows(m_before, m_after, m_script))
    {
    }

    DiffContent make()
    {
        m_folds = foldOfRows(m_rows, m_content.foldSizes);
        for (std::size_t row = 0; row < m_rows.size();)
            row = m_rows[row].kind == diff::RowKind::Equal ? addEqual(row) : addChange(row);
        m_content.before = m_left.take();
        m_content.after = m_right.take();
        m_content.inlined = m_both.take();
        m_content.added = static_cast<qsizetype>(m_script.added());
        m_content.removed = static_cast<qsizetype>(m_script.removed());
        m_content.exactness = m_script.exactness;
        return std::move(m_content);
    }

private:
    [[nodiscard]] DiffLine line(const diff::Row &row, DiffLineKind kind) const
    {
        DiffLine line;
        line.kind = kind;
        if (row.before && kind != DiffLineKind::Added)
            line.before = static_cast<int>(*row.before) + 1;
        if (row.after && kind != DiffLineKind::Removed)
            line.after = static_cast<int>(*row.after) + 1;
        if (kind == DiffLineKind::Removed)
            line.words = shownRanges(m_before[*row.before], row.beforeWords);
        if (kind == DiffLineKind::Added)
            line.words = shownRanges(m_after[*row.after], row.afterWords);
        return line;
    }

    std::size_t addEqual(std::size_t index)
    {
        const diff::Row &row = m_rows[index];
        DiffLine equal = line(row, DiffLineKind::Equal);
        equal.fold = m_folds[index];
        for (SideBuilder *side : {&m_left, &m_right, &m_both})
            side->beginFold(equal.fold);
        // With blanks ignored, "equal" lines may differ: each side shows its own.
        m_left.add(shown(m_before[*row.before]), equal);
        m_right.add(shown(m_after[*row.after]), equal);
        m_both.add(shown(m_after[*row.after]), equal);
        return index + 1;
    }

    std::size_t addChange(std::size_t start)
    {
        std::size_t end = start;
        while (end < m_rows.size() && m_rows[end].kind != diff::RowKind::Equal)
            ++end;
        const int change = m_content.changes++;
        for (std::size_t row = start; row < end; ++row)
            addSides(m_rows[row], change);
        for (std::size_t row = start; row < end; ++row)
            addInlined(m_rows[row], DiffLineKind::Removed, change);
        for (std::size_t row = start; row < end; ++row)
            addInlined(m_rows[row], DiffLineKind::Added, change);
        return end;
    }

    void addSides(const diff::Row &row, int change)
    {
        DiffLine left = row.before ? line(row, DiffLineKind::Removed) : DiffLine{DiffLineKind::Filler, 0, 0, {}, -1, 0};
        DiffLine right = row.after ? line(row, DiffLineKind::Added) : DiffLine{DiffLineKind::Filler, 0, 0, {}, -1, 0};
        left.change = change;
        right.change = change;
        m_left.beginFold(-1);
        m_right.beginFold(-1);
        m_left.add(row.before ? shown(m_before[*row.before]) : QString(), std::move(left));
        m_right.add(row.after ? shown(m_after[*row.after]) : QString(), std::move(right));
    }

    void addInlined(const diff::Row &row, DiffLineKind kind, int change)
    {
        const auto &number = kind == DiffLineKind::Removed ? row.before : row.after;
        if (!number)
            return;
        DiffLine entry = line(row, kind);
        entry.change = change;
        m_both.beginFold(-1);
        m_both.add(shown((kind == DiffLineKind::Removed ? m_before : m_after)[*number]), std::move(entry));
    }

    std::vector<std::string_view> m_before;
    std::vector<std::string_view> m_after;
    diff::Script m_script;
    std::vector<diff::Row> m_rows;
    std::vector<int> m_folds;
    DiffContent m_content;
    SideBuilder m_left;
    SideBuilder m_right;
    SideBuilder m_both;
};

} // namespace

DiffContent DiffContent::make(const std::string &before, const std::string &after, diff::Whitespace whitespace)
{
    DiffContent content;
    content.binary = diff::looksBinary(before) || diff::looksBinary(after);
    content.tooLarge = before.size() + after.size() > maximumShownBytes;
    if (content.binary || content.tooLarge)
        return content;
    return Layouter(before, after, whitespace).make();
}

} // namespace drydock::controls
