// SPDX-License-Identifier: MIT
#include "views/models/fuzzymatch.h"

namespace drydock::models {

namespace {

constexpr qsizetype longestText = 512;

bool startsWord(QStringView text, qsizetype index)
{
    if (index == 0)
        return true;
    const QChar before = text[index - 1];
    const QChar here = text[index];
    return !before.isLetterOrNumber() || (before.isLower() && here.isUpper());
}

// Where to take `character` at or after `from`: the next start of a word if the rest still fits, else the next hit.
qsizetype bestHit(QStringView text, QChar character, qsizetype from, bool continuesRun)
{
    qsizetype first = -1;
    for (qsizetype index = from; index < text.size(); ++index) {
        if (text[index].toCaseFolded() != character)
            continue;
        if (first < 0)
            first = index;
        if (continuesRun && index == from)
            return index;
        if (startsWord(text, index))
            return index;
    }
    return first;
}

std::optional<FuzzyMatch> match(const QString &pattern, QStringView text, bool preferWords)
{
    FuzzyMatch result;
    qsizetype from = 0;
    for (const QChar character : pattern) {
        const bool run = !result.positions.isEmpty();
        const qsizetype hit =
            preferWords ? bestHit(text, character, from, run) : text.indexOf(character, from, Qt::CaseInsensitive);
        if (hit < 0)
            return std::nullopt;
        if (run && hit == from)
            result.score += 12;
        if (startsWord(text, hit))
            result.score += 10;
        result.score += hit < 8 ? 2 : 1;
        result.score -= static_cast<int>(qMin<qsizetype>(hit - from, 6));
        result.positions << static_cast<int>(hit);
        from = hit + 1;
    }
    return result;
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text)
{
    QString wanted;
    for (const QChar character : pattern) {
        if (!character.isSpace())
            wanted += character.toCaseFolded();
    }
    if (wanted.isEmpty())
        return FuzzyMatch{};
    const QStringView shown = text.left(longestText);
    // A greedy pass for starts of words may run out of text where the plain one does not.
    std::optional<FuzzyMatch> result = match(wanted, shown, true);
    if (!result)
        result = match(wanted, shown, false);
    if (!result)
        return std::nullopt;
    if (shown.startsWith(pattern.trimmed(), Qt::CaseInsensitive))
        result->score += 40;
    else if (shown.contains(pattern.trimmed(), Qt::CaseInsensitive))
        result->score += 20;
    result->score -= static_cast<int>(shown.size() / 16);
    return result;
}

} // namespace drydock::models
