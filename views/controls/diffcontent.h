// SPDX-License-Identifier: MIT
#pragma once

#include "core/diff/linediff.h"

#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace drydock::controls {

enum class DiffLineKind : quint8 {
    Equal,
    Removed,
    Added,
    Filler, ///< nothing stands here on this side
    Fold,   ///< stands for unchanged lines that are hidden
};

/// One line of one pane. Line numbers from 1, 0 where there is none; `words` as (start, length) in UTF-16 units.
struct DiffLine
{
    DiffLineKind kind = DiffLineKind::Equal;
    int before = 0;
    int after = 0;
    QList<QPair<int, int>> words;
    int fold = -1;   ///< index of the fold that this line belongs to or stands for
    int change = -1; ///< index of the change that it is part of
};

/// What a pane shows: as many lines in `text` (joined by '\n') as in `lines`.
struct DiffSide
{
    QString text;
    std::vector<DiffLine> lines;
};

/// A comparison, laid out in every way it can be shown. Made on any thread.
struct DiffContent
{
    DiffSide before; ///< side by side; as many lines as `after`
    DiffSide after;
    DiffSide inlined;
    QList<int> foldSizes; ///< lines in each fold
    int changes = 0;      ///< runs of changed lines
    qsizetype added = 0;
    qsizetype removed = 0;
    diff::Exactness exactness = diff::Exactness::Minimal;
    bool binary = false;   ///< one side is no text; nothing else is filled
    bool tooLarge = false; ///< more than maximumShownBytes; nothing else is filled

    static constexpr std::size_t maximumShownBytes = 16U << 20U;

    [[nodiscard]] static DiffContent make(const std::string &before, const std::string &after,
                                          diff::Whitespace whitespace = diff::Whitespace::Significant);
};

} // namespace drydock::controls
