// SPDX-License-Identifier: MIT
#include "tests/codeeditor/support.h"

#include <QApplication>
#include <QVBoxLayout>

namespace drydock::test {

Editor::Editor(const QString &text, const QString &fileName)
    : syntax(theme)
    , editor(theme, syntax, &window)
{
    theme.install();
    theme.setMode(controls::ThemeMode::Light);
    auto *layout = new QVBoxLayout(&window);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(&editor);
    window.resize(900, 600);
    window.show();
    window.activateWindow();
    editor.area()->setFocus();
    open(text, fileName);
}

void Editor::open(const QString &textWithCursor, const QString &fileName)
{
    const qsizetype cursor = textWithCursor.indexOf(u'|');
    QString plain = textWithCursor;
    plain.remove(u'|');
    editor.open(plain, fileName);
    if (cursor >= 0)
        select(static_cast<int>(cursor), static_cast<int>(cursor));
}

void Editor::select(int start, int end)
{
    QTextCursor cursor = editor.area()->textCursor();
    cursor.setPosition(start);
    cursor.setPosition(end, QTextCursor::KeepAnchor);
    editor.area()->setTextCursor(cursor);
}

void Editor::type(const QString &text)
{
    for (const QChar letter : text) {
        switch (letter.unicode()) {
        case u'\n':
            press(Qt::Key_Return);
            break;
        case u'\t':
            press(Qt::Key_Tab);
            break;
        case u'\b':
            press(Qt::Key_Backspace);
            break;
        default:
            QTest::sendKeyEvent(QTest::Click, editor.area(), Qt::Key_unknown, QString(letter), Qt::NoModifier);
        }
    }
}

void Editor::press(int key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(editor.area(), static_cast<Qt::Key>(key), modifiers);
}

std::string Editor::shown() const
{
    QString text = editor.text();
    text.insert(editor.position(), u'|');
    return text.toStdString();
}

bool Editor::waitFor(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, 30000);
}

} // namespace drydock::test
