// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/codeeditor/codeeditor.h"
#include "views/controls/syntax.h"
#include "views/controls/theme.h"

#include <QPlainTextEdit>
#include <QTest>

#include <functional>
#include <string>

namespace drydock::test {

/// An editor on screen with the focus. In texts `|` stands for the cursor; `[` … `]` cannot be a selection, so those
/// are set by select().
struct Editor
{
    explicit Editor(const QString &text = {}, const QString &fileName = QStringLiteral("main.tf"));

    /// Types as a person does, key by key; '\n' is Enter, '\t' Tab, '\b' Backspace.
    void type(const QString &text);
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void open(const QString &textWithCursor, const QString &fileName = QStringLiteral("main.tf"));
    void select(int start, int end);
    /// The text with `|` at the cursor.
    [[nodiscard]] std::string shown() const;
    [[nodiscard]] std::string text() const { return editor.text().toStdString(); }
    [[nodiscard]] QPlainTextEdit &area() { return *editor.area(); }
    /// Runs events until the condition holds; false after ten seconds.
    [[nodiscard]] bool waitFor(const std::function<bool()> &condition);

    controls::Theme theme;
    controls::Syntax syntax;
    QWidget window;
    controls::CodeEditor editor;
};

} // namespace drydock::test
