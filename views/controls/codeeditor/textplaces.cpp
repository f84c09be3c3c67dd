// SPDX-License-Identifier: MIT
#include "views/controls/codeeditor/textplaces.h"

#include <QTextBlock>

#include <algorithm>

namespace drydock::controls {

QString documentText(const QTextDocument &document)
{
    QString text = document.toRawText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    return text;
}

int positionOf(const QTextDocument &document, int line, int column)
{
    const QTextBlock block = document.findBlockByNumber(std::clamp(line, 1, document.blockCount()) - 1);
    const QString text = block.text();
    int offset = 0;
    for (int left = column - 1; left > 0 && offset < text.size(); --left)
        offset += text.at(offset).isHighSurrogate() && offset + 1 < text.size() ? 2 : 1;
    return block.position() + offset;
}

int columnOf(QStringView line, int offset)
{
    int column = 1;
    for (qsizetype index = 0; index < std::min<qsizetype>(offset, line.size()); ++index)
        column += line[index].isLowSurrogate() ? 0 : 1;
    return column;
}

bool TextShift::apply(TextRange &range) const
{
    const int end = position + removed;
    const int delta = added - removed;
    const bool wasEmpty = range.length() == 0;
    const auto moved = [&](int place) { return place >= end ? place + delta : std::min(place, position + added); };
    if (range.start >= position)
        range.start = moved(range.start);
    if (range.end > position)
        range.end = std::max(moved(range.end), range.start);
    else
        range.end = std::max(range.end, range.start);
    return wasEmpty || range.end > range.start;
}

bool isWordLetter(QChar letter)
{
    return letter.isLetterOrNumber() || letter == u'_' || letter.isSurrogate();
}

TextRange wordAt(const QTextDocument &document, int position)
{
    const QTextBlock block = document.findBlock(position);
    const QString text = block.text();
    qsizetype start = position - block.position();
    qsizetype end = start;
    while (start > 0 && isWordLetter(text[start - 1]))
        --start;
    while (end < text.size() && isWordLetter(text[end]))
        ++end;
    return {block.position() + static_cast<int>(start), block.position() + static_cast<int>(end)};
}

} // namespace drydock::controls
