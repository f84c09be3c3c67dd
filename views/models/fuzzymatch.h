// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace drydock::models {

struct FuzzyMatch
{
    int score = 0;        ///< higher is better
    QList<int> positions; ///< indexes of the matched characters
};

/// Matches when all characters of `pattern` occur in order, ignoring case and spaces. Starts of words, runs of
/// neighbouring characters and early hits score; so does a whole match of the beginning. None: no match.
[[nodiscard]] std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text);

} // namespace drydock::models
