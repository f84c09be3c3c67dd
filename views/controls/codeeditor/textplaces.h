// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/codeeditor/assistance.h"

#include <QTextDocument>

namespace drydock::controls {

/// The document's text with '\n' between lines. Unlike QTextDocument::toPlainText() it keeps no-break spaces.
[[nodiscard]] QString documentText(const QTextDocument &document);

/// UTF-16 offset of the place `column` code points into the line; both from 1, clamped to the text.
[[nodiscard]] int positionOf(const QTextDocument &document, int line, int column);
/// Code points before `offset` of a line's text, plus one.
[[nodiscard]] int columnOf(QStringView line, int offset);

/// How a change moves what lies behind it: text inserted at a range's start pushes it, at its end does not stretch it.
struct TextShift
{
    int position = 0;
    int removed = 0;
    int added = 0;

    /// False when nothing of a range that was not empty is left.
    [[nodiscard]] bool apply(TextRange &range) const;
};

/// Moves the `range` of every item and drops those of which nothing is left.
template <typename Item>
void shiftRanges(QList<Item> &items, const TextShift &shift)
{
    qsizetype kept = 0;
    for (qsizetype index = 0; index < items.size(); ++index) {
        if (!shift.apply(items[index].range))
            continue;
        if (kept != index)
            items[kept] = std::move(items[index]);
        ++kept;
    }
    items.resize(kept);
}

/// Letters, digits and '_': what a double click selects and completion replaces.
[[nodiscard]] bool isWordLetter(QChar letter);
/// The word that touches the position; empty where there is none.
[[nodiscard]] TextRange wordAt(const QTextDocument &document, int position);

} // namespace drydock::controls
