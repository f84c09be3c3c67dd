// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QTextCursor>

namespace drydock::controls {

/// Commands on whole lines. Each is one undo step and leaves the cursor with the selection that a person expects: on
/// the same text as before. The lines are those that the selection touches; one that ends at the start of a line does
/// not touch it.

enum class IndentChange { More, Less };
void changeIndentation(QTextCursor &cursor, const QString &unit, IndentChange change);

/// Comments the lines out, or in again when all that are not blank are comments. The marker goes where the least
/// indented line begins.
void toggleComment(QTextCursor &cursor, const QString &marker);

enum class LineDirection { Up, Down };
/// Copies the lines; the cursor stays in the copy.
void duplicateLines(QTextCursor &cursor);
void moveLines(QTextCursor &cursor, LineDirection direction);
void deleteLines(QTextCursor &cursor);
/// Joins the lines, or the cursor's with the next, with one blank between.
void joinLines(QTextCursor &cursor);
/// An empty line below or above, indented as this one; the cursor goes there.
void insertLine(QTextCursor &cursor, LineDirection direction);

} // namespace drydock::controls
