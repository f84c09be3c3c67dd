// SPDX-License-Identifier: MIT
#include "views/controls/codeeditor/brackets.h"

#include "views/controls/codeeditor/blockdata.h"

#include <algorithm>

namespace drydock::controls {

namespace {

struct Found
{
    int position = 0;
    QChar letter;
};

enum class Direction { Forward, Backward };

/// The first bracket from `column` on (or before it) that is not matched on the way. None at the end or the limit.
std::optional<Found> unmatched(QTextBlock block, int column, Direction direction)
{
    const bool forward = direction == Direction::Forward;
    int depth = 0;
    for (int lines = 0; block.isValid() && lines < maximumBracketLines; ++lines) {
        if (const BlockData *data = blockData(block)) {
            const QList<Bracket> &all = data->brackets;
            for (qsizetype step = 0; step < all.size(); ++step) {
                const Bracket &one = forward ? all[step] : all[all.size() - 1 - step];
                if (column >= 0 && (forward ? one.column < column : one.column >= column))
                    continue;
                const bool opens = !closingBracket(one.letter).isNull();
                depth += opens == forward ? 1 : -1;
                if (depth < 0)
                    return Found{block.position() + one.column, one.letter};
            }
        }
        block = forward ? block.next() : block.previous();
        column = -1;
    }
    return std::nullopt;
}

std::optional<BracketAt> matchOf(const QTextBlock &block, const Bracket &bracket)
{
    const QChar close = closingBracket(bracket.letter);
    const bool opens = !close.isNull();
    const auto other = opens ? unmatched(block, bracket.column + 1, Direction::Forward)
                             : unmatched(block, bracket.column, Direction::Backward);
    BracketAt result{block.position() + bracket.column, 0, BracketMatch::Missing};
    if (other && other->letter == (opens ? close : openingBracket(bracket.letter))) {
        result.partner = other->position;
        result.match = BracketMatch::Found;
    }
    return result;
}

} // namespace

QChar closingBracket(QChar open)
{
    switch (open.unicode()) {
    case u'(':
        return u')';
    case u'[':
        return u']';
    case u'{':
        return u'}';
    default:
        return {};
    }
}

QChar openingBracket(QChar close)
{
    switch (close.unicode()) {
    case u')':
        return u'(';
    case u']':
        return u'[';
    case u'}':
        return u'{';
    default:
        return {};
    }
}

std::optional<BracketAt> bracketAt(const QTextDocument &document, int position)
{
    const QTextBlock block = document.findBlock(position);
    const BlockData *data = blockData(block);
    if (!data)
        return std::nullopt;
    const int column = position - block.position();
    for (const int wanted : {column - 1, column}) {
        const auto found = std::find_if(data->brackets.begin(), data->brackets.end(),
                                        [wanted](const Bracket &one) { return one.column == wanted; });
        if (found != data->brackets.end())
            return matchOf(block, *found);
    }
    return std::nullopt;
}

std::optional<BracketPair> bracketsAround(const QTextDocument &document, int position)
{
    const QTextBlock block = document.findBlock(position);
    const int column = position - block.position();
    const auto open = unmatched(block, column, Direction::Backward);
    const auto close = unmatched(block, column, Direction::Forward);
    if (!open || !close || closingBracket(open->letter) != close->letter)
        return std::nullopt;
    return BracketPair{open->position, close->position};
}

} // namespace drydock::controls
