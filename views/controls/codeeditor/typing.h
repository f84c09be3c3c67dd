// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/codeeditor/textplaces.h"

#include <QTextCursor>

class QKeyEvent;
class QPlainTextEdit;

namespace drydock::controls {

class Highlighter;

/// What typing does beyond inserting letters: indentation, pairs of brackets and quotes, and undo steps that end where
/// words do. A closing letter that was put in by itself is typed over; one that was there is not.
class Typing final
{
public:
    Typing(QPlainTextEdit &area, const Highlighter &highlighter);

    /// True: the key was used up. Anything that is no typing is left to the widget.
    bool keyPressed(const QKeyEvent &event);
    /// A letter that an input method or keyboard gave.
    void type(const QString &text);

    void textChanged(const TextShift &shift);
    void cursorMoved();

    static constexpr int indentWidth = 2;

private:
    bool overtype(QChar letter);
    bool surround(QChar letter);
    bool openPair(QChar letter);
    void insert(const QString &text);
    void alignClosing(QChar letter);
    void newLine();
    void tab();
    bool backspace();
    bool home(QTextCursor::MoveMode mode);
    [[nodiscard]] bool startsStep(const QTextCursor &cursor, QChar letter) const;
    [[nodiscard]] QString indentationBehind(const QTextCursor &cursor) const;
    [[nodiscard]] QString unit() const;

    QPlainTextEdit &m_area;
    const Highlighter &m_highlighter;
    QList<int> m_closers; ///< positions of closing letters that were put in and not yet typed
    int m_stepEnd = -1;   ///< where the next letter would continue the undo step
    QChar m_lastLetter;
};

} // namespace drydock::controls
