// SPDX-License-Identifier: MIT
#include "views/controls/codeeditor/occurrencemarks.h"

#include <QPointer>

#include <algorithm>

namespace drydock::controls {

namespace {

/// How long the cursor rests on a name until its places are looked for. Milliseconds.
constexpr int restPause = 250;

} // namespace

OccurrenceMarks::OccurrenceMarks(CodeArea &area)
    : QObject(&area)
    , m_area(area)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restPause);
    connect(&m_rest, &QTimer::timeout, this, &OccurrenceMarks::ask);
    connect(&area, &QPlainTextEdit::cursorPositionChanged, this, &OccurrenceMarks::cursorMoved);
    connect(&area, &QPlainTextEdit::selectionChanged, this, &OccurrenceMarks::cursorMoved);
    connect(&area, &CodeArea::edited, this, &OccurrenceMarks::clear);
}

void OccurrenceMarks::setAssistance(Assistance *assistance)
{
    clear();
    m_assistance = assistance;
}

bool OccurrenceMarks::isOnMark() const
{
    const int position = m_area.textCursor().position();
    const QList<PaintedRange> &painted = m_area.painted();
    return std::any_of(painted.begin(), painted.end(), [position](const PaintedRange &one) {
        return one.role == PaintRole::Occurrence && position >= one.range.start && position <= one.range.end;
    });
}

void OccurrenceMarks::cursorMoved()
{
    const bool hasSelection = m_area.textCursor().hasSelection();
    if (!hasSelection && isOnMark())
        return;
    clear();
    if (m_assistance && !hasSelection)
        m_rest.start();
}

void OccurrenceMarks::clear()
{
    ++m_question;
    m_rest.stop();
    const QList<PaintedRange> &painted = m_area.painted();
    const auto isMark = [](const PaintedRange &one) { return one.role == PaintRole::Occurrence; };
    if (std::any_of(painted.begin(), painted.end(), isMark))
        m_area.setPainted(PaintRole::Occurrence, {});
}

void OccurrenceMarks::ask()
{
    const int position = m_area.textCursor().position();
    if (!m_assistance || wordAt(*m_area.document(), position).length() == 0)
        return;
    const int question = ++m_question;
    const int revision = m_area.revision();
    m_assistance->occurrences({m_area.snapshot(), position, AskReason::Asked, {}}, [=, self = QPointer(this)](
                                                                                       const QList<TextRange> &ranges) {
        if (self && self->m_question == question && self->m_area.revision() == revision && ranges.size() > 1)
            self->m_area.setPainted(PaintRole::Occurrence, ranges);
    });
}

} // namespace drydock::controls
