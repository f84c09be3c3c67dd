// SPDX-License-Identifier: MIT
#include "views/controls/codeeditor/snippet.h"

#include <QKeyEvent>

#include <algorithm>
#include <map>

namespace drydock::controls {

namespace {

/// Reads a snippet from left to right.
class SnippetReader
{
public:
    SnippetReader(QStringView source, const QString &indentation)
        : m_source(source)
        , m_indentation(indentation)
    {
    }

    Snippet read()
    {
        while (m_at < m_source.size())
            step();
        Snippet result;
        result.text = m_text;
        for (const auto &[number, range] : m_stops) {
            if (number != 0)
                result.stops << range;
        }
        const auto last = m_stops.find(0);
        const int end = static_cast<int>(m_text.size());
        result.stops << (last == m_stops.end() ? TextRange{end, end} : last->second);
        return result;
    }

private:
    void step()
    {
        const QChar letter = m_source[m_at];
        const QChar next = m_at + 1 < m_source.size() ? m_source[m_at + 1] : QChar();
        if (letter == u'\\' && (next == u'$' || next == u'}' || next == u'\\')) {
            m_text += next;
            m_at += 2;
        } else if (letter == u'$' && next.isDigit()) {
            m_at += 1;
            const int number = readNumber();
            addStop(number, static_cast<int>(m_text.size()));
        } else if (letter == u'$' && next == u'{' && m_at + 2 < m_source.size() && m_source[m_at + 2].isDigit()) {
            readStop();
        } else {
            m_text += letter;
            if (letter == u'\n')
                m_text += m_indentation;
            ++m_at;
        }
    }

    int readNumber()
    {
        int number = 0;
        for (; m_at < m_source.size() && m_source[m_at].isDigit() && number < 1000; ++m_at)
            number = number * 10 + m_source[m_at].digitValue();
        return number;
    }

    void readStop()
    {
        m_at += 2;
        const int number = readNumber();
        const int start = static_cast<int>(m_text.size());
        if (m_at < m_source.size() && m_source[m_at] == u':') {
            ++m_at;
            while (m_at < m_source.size() && m_source[m_at] != u'}')
                step();
        }
        if (m_at < m_source.size())
            ++m_at;
        addStop(number, start);
    }

    // A number that comes again is left as text: it would have to repeat what is typed at the first.
    void addStop(int number, int start) { m_stops.emplace(number, TextRange{start, static_cast<int>(m_text.size())}); }

    QStringView m_source;
    QString m_indentation;
    QString m_text;
    qsizetype m_at = 0;
    std::map<int, TextRange> m_stops;
};

} // namespace

Snippet parseSnippet(QStringView source, const QString &indentation)
{
    return SnippetReader(source, indentation).read();
}

SnippetSession::SnippetSession(CodeArea &area)
    : QObject(&area)
    , m_area(area)
{
    connect(&area, &CodeArea::edited, this, [this](int revision, const TextShift &shift) {
        static_cast<void>(revision);
        textEdited(shift);
    });
    connect(&area, &QPlainTextEdit::cursorPositionChanged, this, &SnippetSession::cursorMoved);
}

void SnippetSession::insert(const TextRange &range, const QString &source)
{
    QTextCursor cursor = m_area.textCursor();
    cursor.setPosition(range.start);
    const QString line = cursor.block().text();
    qsizetype blanks = 0;
    while (blanks < line.size() && line[blanks].isSpace())
        ++blanks;
    const Snippet snippet = parseSnippet(source, line.left(blanks));
    m_isMoving = true;
    m_stops.clear();
    cursor.setPosition(range.end, QTextCursor::KeepAnchor);
    cursor.beginEditBlock();
    cursor.insertText(snippet.text);
    cursor.endEditBlock();
    m_stops = snippet.stops;
    for (TextRange &stop : m_stops)
        stop = {stop.start + range.start, stop.end + range.start};
    m_isMoving = false;
    goTo(0);
}

void SnippetSession::goTo(qsizetype stop)
{
    m_current = stop;
    const TextRange range = m_stops[stop];
    QTextCursor cursor = m_area.textCursor();
    cursor.setPosition(range.start);
    cursor.setPosition(range.end, QTextCursor::KeepAnchor);
    m_isMoving = true;
    m_area.setTextCursor(cursor);
    m_area.ensureCursorVisible();
    m_isMoving = false;
    if (stop + 1 == m_stops.size())
        end();
    else
        mark();
}

void SnippetSession::mark()
{
    m_area.setPainted(PaintRole::Snippet, m_stops);
}

void SnippetSession::end()
{
    m_stops.clear();
    m_area.setPainted(PaintRole::Snippet, {});
}

bool SnippetSession::keyPressed(const QKeyEvent &event)
{
    if (!isActive())
        return false;
    if (event.key() == Qt::Key_Escape) {
        end();
        return true;
    }
    const bool back = event.key() == Qt::Key_Backtab;
    if (!back && (event.key() != Qt::Key_Tab || event.modifiers() != Qt::NoModifier))
        return false;
    goTo(std::max<qsizetype>(0, m_current + (back ? -1 : 1)));
    return true;
}

void SnippetSession::textEdited(const TextShift &shift)
{
    if (!isActive() || m_isMoving)
        return;
    const int delta = shift.added - shift.removed;
    for (qsizetype index = 0; index < m_stops.size(); ++index) {
        TextRange &stop = m_stops[index];
        // What is typed at the current stop belongs to it, at its end too.
        if (index == m_current && shift.position >= stop.start && shift.position + shift.removed <= stop.end)
            stop.end += delta;
        else if (index > m_current || stop.start > shift.position)
            static_cast<void>(shift.apply(stop));
    }
    mark();
}

void SnippetSession::cursorMoved()
{
    if (!isActive() || m_isMoving)
        return;
    const int position = m_area.textCursor().position();
    int first = m_stops.first().start;
    int last = m_stops.first().end;
    for (const TextRange &stop : std::as_const(m_stops)) {
        first = std::min(first, stop.start);
        last = std::max(last, stop.end);
    }
    if (position < first || position > last)
        end();
}

} // namespace drydock::controls
