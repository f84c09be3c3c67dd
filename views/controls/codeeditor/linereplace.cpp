// SPDX-License-Identifier: MIT
#include "views/controls/codeeditor/linereplace.h"

#include "core/diff/myers.h"

#include <QHash>
#include <QStringView>

#include <cstdint>
#include <vector>

namespace drydock::controls {

namespace {

using Numbers = QHash<QStringView, std::uint32_t>;

/// Lines as numbers: the same number for the same line, over all texts that are read with `known`.
std::vector<std::uint32_t> readLines(QStringView text, Numbers &known)
{
    std::vector<std::uint32_t> lines;
    for (const QStringView line : text.split(u'\n')) {
        auto found = known.constFind(line);
        if (found == known.constEnd())
            found = known.insert(line, static_cast<std::uint32_t>(known.size()));
        lines.push_back(*found);
    }
    return lines;
}

/// Where each line starts, and one past the end as if the text ended with a line break.
std::vector<int> starts(QStringView text)
{
    std::vector<int> result{0};
    for (qsizetype at = text.indexOf(u'\n'); at >= 0; at = text.indexOf(u'\n', at + 1))
        result.push_back(static_cast<int>(at) + 1);
    result.push_back(static_cast<int>(text.size()) + 1);
    return result;
}

} // namespace

QList<TextChange> differingLines(const QString &before, const QString &after)
{
    Numbers numbers;
    const std::vector<std::uint32_t> old = readLines(before, numbers);
    const std::vector<std::uint32_t> fresh = readLines(after, numbers);
    const std::vector<int> oldStarts = starts(before);
    const std::vector<int> newStarts = starts(after);
    QList<TextChange> changes;
    for (const diff::Edit &edit : diff::editsOf(diff::compareSymbols(old, fresh))) {
        int from = oldStarts[edit.beforeStart];
        int to = oldStarts[edit.beforeEnd()];
        int newFrom = newStarts[edit.afterStart];
        int newTo = newStarts[edit.afterEnd()];
        // The last line has no line break; the one before the edit goes with it instead.
        if (edit.beforeEnd() == old.size()) {
            --to;
            --newTo;
            if (edit.beforeStart > 0 && edit.afterStart > 0 && (edit.beforeCount == 0 || edit.afterCount == 0)) {
                --from;
                --newFrom;
            }
        }
        changes << TextChange{{from, to}, after.mid(newFrom, newTo - newFrom)};
    }
    return changes;
}

} // namespace drydock::controls
