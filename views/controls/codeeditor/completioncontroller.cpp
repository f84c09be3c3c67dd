// SPDX-License-Identifier: MIT
#include "views/controls/codeeditor/completioncontroller.h"

#include "views/controls/codeeditor/blockdata.h"
#include "views/controls/codeeditor/completionpopup.h"
#include "views/controls/codeeditor/snippet.h"

#include <QKeyEvent>
#include <QToolTip>

#include <algorithm>

namespace drydock::controls {

CompletionController::CompletionController(CodeArea &area, SnippetSession &snippets, const Theme &theme,
                                           const Syntax &syntax)
    : QObject(&area)
    , m_area(area)
    , m_snippets(snippets)
    , m_theme(theme)
    , m_syntax(syntax)
{
    connect(&area, &CodeArea::letterTyped, this, &CompletionController::letterTyped);
    connect(&area, &CodeArea::edited, this, [this](int revision, const TextShift &shift) {
        static_cast<void>(revision);
        textEdited(shift);
    });
    connect(&area, &QPlainTextEdit::cursorPositionChanged, this, &CompletionController::cursorMoved);
    connect(&area, &CodeArea::viewMoved, this, &CompletionController::place);
    connect(&area, &CodeArea::focusLost, this, &CompletionController::close);
}

CompletionController::~CompletionController()
{
    delete m_popup;
}

void CompletionController::setAssistance(Assistance *assistance)
{
    close();
    m_assistance = assistance;
}

bool CompletionController::isOpen() const
{
    return m_popup && m_popup->isVisible();
}

void CompletionController::close()
{
    ++m_question;
    if (m_popup)
        m_popup->hide();
}

void CompletionController::ask(AskReason reason, QChar typed)
{
    if (!m_assistance || m_area.isReadOnly())
        return;
    const int question = ++m_question;
    const AssistanceRequest request{m_area.snapshot(), m_area.textCursor().position(), reason, typed};
    const int revision = request.text.revision;
    const int position = request.position;
    m_assistance->complete(request, [=, self = QPointer(this)](const CompletionList &list) {
        if (self && self->m_question == question && self->m_area.revision() == revision &&
            self->m_area.textCursor().position() == position)
            self->take(list, reason);
    });
}

void CompletionController::take(const CompletionList &list, AskReason reason)
{
    m_replaced = list.replaced;
    m_coverage = list.coverage;
    m_reason = reason;
    m_hasMoved = false;
    m_model.setItems(list.items, typedText());
    filter();
    if (!isOpen() && reason == AskReason::Asked) {
        const QRect cursor = m_area.cursorRect();
        QToolTip::showText(m_area.viewport()->mapToGlobal(cursor.bottomLeft()), tr("Nothing to complete here"), &m_area,
                           {}, 1500);
    }
}

QString CompletionController::typedText() const
{
    QTextCursor cursor = m_area.textCursor();
    const int position = cursor.position();
    cursor.setPosition(std::clamp(m_replaced.start, 0, position));
    cursor.setPosition(position, QTextCursor::KeepAnchor);
    return cursor.selectedText();
}

void CompletionController::filter()
{
    const QString typed = typedText();
    if (m_model.pattern() != typed)
        m_model.setPattern(typed);
    const int rows = m_model.rowCount();
    // A list whose only row is already written is in the way.
    const bool isWritten = rows == 1 && m_reason == AskReason::Typed && m_model.item(0).label == typed &&
                           m_model.item(0).format == InsertFormat::Plain;
    if (rows == 0 || isWritten) {
        close();
        return;
    }
    if (!m_popup) {
        m_popup = new CompletionPopup(m_theme, m_syntax, m_model, m_area);
        connect(m_popup, &CompletionPopup::chosen, this, &CompletionController::accept);
    }
    m_popup->refresh();
    m_popup->showBeside(m_area.rectOf(m_replaced.start), *m_area.viewport(), FloatSide::Below);
}

void CompletionController::place()
{
    if (!isOpen())
        return;
    const QRect anchor = m_area.rectOf(m_replaced.start);
    if (m_area.viewport()->rect().intersects(anchor))
        m_popup->showBeside(anchor, *m_area.viewport(), FloatSide::Below);
    else
        close();
}

void CompletionController::letterTyped(QChar letter)
{
    if (!m_assistance || m_isAccepting)
        return;
    const bool isTrigger = m_assistance->completionTriggers().contains(letter);
    if (isTrigger) {
        ask(AskReason::Typed, letter);
        return;
    }
    if (!isWordLetter(letter)) {
        if (!isOpen())
            ++m_question;
        return;
    }
    if (isOpen() && m_coverage == ListCoverage::Complete)
        return;
    const QTextCursor cursor = m_area.textCursor();
    const TextRange word = wordAt(*m_area.document(), cursor.position());
    const QChar first = m_area.document()->characterAt(word.start);
    const int column = cursor.position() - cursor.block().position();
    if (first.isDigit() || tokenClassAt(cursor.block(), column) == TokenClass::Comment)
        return;
    ask(AskReason::Typed, letter);
}

void CompletionController::textEdited(const TextShift &shift)
{
    if (!isOpen() || m_isAccepting)
        return;
    if (shift.position < m_replaced.start) {
        close();
        return;
    }
    if (shift.position <= m_replaced.end)
        m_replaced.end = std::max(m_replaced.start, m_replaced.end + shift.added - shift.removed);
}

// After every key that changed the text the cursor has moved, too, and only then is it known what is typed.
void CompletionController::cursorMoved()
{
    if (!isOpen() || m_isAccepting)
        return;
    const int position = m_area.textCursor().position();
    if (position < m_replaced.start || position > m_replaced.end) {
        close();
        return;
    }
    if (typedText() != m_model.pattern()) {
        m_hasMoved = false;
        filter();
    }
}

bool CompletionController::takesEnter() const
{
    if (m_reason == AskReason::Asked || m_hasMoved)
        return true;
    const QString typed = m_model.pattern();
    const QString &label = m_model.item(m_popup->currentRow()).label;
    return typed.size() >= 2 && label.size() > typed.size() && label.startsWith(typed, Qt::CaseInsensitive);
}

bool CompletionController::keyPressed(const QKeyEvent &event)
{
    if (!isOpen())
        return false;
    const auto move = [this](int steps) {
        m_hasMoved = true;
        m_popup->move(steps);
        return true;
    };
    if (event.modifiers() & ~Qt::KeypadModifier)
        return false;
    switch (event.key()) {
    case Qt::Key_Down:
        return move(1);
    case Qt::Key_Up:
        return move(-1);
    case Qt::Key_PageDown:
        return move(m_popup->pageSteps());
    case Qt::Key_PageUp:
        return move(-m_popup->pageSteps());
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!takesEnter()) {
            close();
            return false;
        }
        accept();
        return true;
    case Qt::Key_Tab:
        accept();
        return true;
    default:
        return false;
    }
}

void CompletionController::accept()
{
    const int row = m_popup ? m_popup->currentRow() : -1;
    if (row < 0 || row >= m_model.rowCount())
        return;
    const CompletionItem item = m_model.item(row);
    const QString text = item.insertText.isEmpty() ? item.label : item.insertText;
    const TextRange range{m_replaced.start, std::max(m_replaced.end, m_area.textCursor().position())};
    close();
    m_isAccepting = true;
    if (item.format == InsertFormat::Snippet) {
        m_snippets.insert(range, text);
    } else {
        QTextCursor cursor = m_area.textCursor();
        cursor.setPosition(range.start);
        cursor.setPosition(range.end, QTextCursor::KeepAnchor);
        cursor.beginEditBlock();
        cursor.insertText(text);
        cursor.endEditBlock();
        m_area.setTextCursor(cursor);
    }
    m_area.ensureCursorVisible();
    m_isAccepting = false;
    if (item.after == AfterInsert::AskAgain)
        ask(AskReason::Typed);
}

} // namespace drydock::controls
