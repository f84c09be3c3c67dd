// SPDX-License-Identifier: MIT
// CodeEditor: its menus and what it says of problems.
#include "views/controls/codeeditor/codeeditorprivate.h"

#include <QMenu>
#include <QPointer>

namespace drydock::controls {

void CodeEditor::Private::fillMenu(QMenu &menu)
{
    const auto add = [this, &menu](EditorCommand command) {
        const EditorCommandInfo info = editorCommand(command);
        const QString keys = info.keys.isEmpty() ? QString() : info.keys.first().toString(QKeySequence::NativeText);
        QAction *action = menu.addAction(info.title + u'\t' + keys);
        action->setEnabled(editor.canRun(command));
        QObject::connect(action, &QAction::triggered, &editor, [this, command] { editor.run(command); });
    };
    for (const EditorCommand command : {EditorCommand::Undo, EditorCommand::Redo})
        add(command);
    menu.addSeparator();
    for (const EditorCommand command : {EditorCommand::Cut, EditorCommand::Copy, EditorCommand::Paste})
        add(command);
    if (!assistance)
        return;
    menu.addSeparator();
    for (const EditorCommand command :
         {EditorCommand::QuickFix, EditorCommand::GoToDefinition, EditorCommand::FindReferences, EditorCommand::Rename})
        add(command);
}

/// Squiggles are not heard: a screen reader is told what is wrong where the cursor goes.
void CodeEditor::Private::describeProblem()
{
    const int position = area->textCursor().position();
    const QList<Diagnostic> here = area->squiggles().touching(position, position);
    const QString description = here.isEmpty() ? QString() : here.first().message;
    if (area->accessibleDescription() != description)
        area->setAccessibleDescription(description);
}

void CodeEditor::Private::offerActions()
{
    if (!assistance)
        return;
    const int revision = area->revision();
    assistance->actions({area->snapshot(), area->textCursor().position(), AskReason::Asked, {}},
                        [this, revision, self = QPointer(&editor)](const QList<CodeAction> &actions) {
                            if (self && area->revision() == revision)
                                showActions(revision, actions);
                        });
}

void CodeEditor::Private::showActions(int revision, const QList<CodeAction> &actions)
{
    auto *menu = new QMenu(&editor);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (actions.isEmpty())
        menu->addAction(CodeEditor::tr("Nothing to fix here"))->setEnabled(false);
    for (const CodeAction &offered : actions) {
        QObject::connect(menu->addAction(offered.title), &QAction::triggered, &editor, [this, revision, offered] {
            if (offered.id >= 0)
                Q_EMIT editor.actionChosen(offered);
            else
                editor.applyChanges(revision, offered.changes);
        });
    }
    menu->popup(area->viewport()->mapToGlobal(area->cursorRect().bottomLeft()));
    if (!actions.isEmpty())
        menu->setActiveAction(menu->actions().first());
}

} // namespace drydock::controls
