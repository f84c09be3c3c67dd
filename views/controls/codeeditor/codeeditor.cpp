// SPDX-License-Identifier: MIT
#include "views/controls/codeeditor/codeeditor.h"

#include "views/controls/codeeditor/brackets.h"
#include "views/controls/codeeditor/changebars.h"
#include "views/controls/codeeditor/codearea.h"
#include "views/controls/codeeditor/completioncontroller.h"
#include "views/controls/codeeditor/findbar.h"
#include "views/controls/codeeditor/folding.h"
#include "views/controls/codeeditor/highlighter.h"
#include "views/controls/codeeditor/hovercontroller.h"
#include "views/controls/codeeditor/linebar.h"
#include "views/controls/codeeditor/lineedits.h"
#include "views/controls/codeeditor/linereplace.h"
#include "views/controls/codeeditor/linkcontroller.h"
#include "views/controls/codeeditor/signaturecontroller.h"
#include "views/controls/codeeditor/snippet.h"
#include "views/controls/codeeditor/textplaces.h"

#include <QMenu>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace drydock::controls {

namespace {

constexpr int leastZoom = 50;
constexpr int greatestZoom = 400;
/// How long nobody types until the text counts as settled. Milliseconds.
constexpr int settlePause = 150;

} // namespace

class CodeEditor::Private
{
public:
    Private(CodeEditor &owner, const Theme &theme, const Syntax &syntax)
        : editor(owner)
        , area(new CodeArea(theme, syntax, &owner))
        , findBar(new FindBar(theme, *area, &owner))
        , lineBar(new LineBar(theme, *area, &owner))
        , snippets(new SnippetSession(*area))
        , completion(new CompletionController(*area, *snippets, theme, syntax))
        , signature(new SignatureController(*area, theme))
        , hover(new HoverController(*area, theme, syntax))
        , links(new LinkController(*area))
    {
        for (KeyFilter *filter : std::initializer_list<KeyFilter *>{completion, hover, signature, snippets})
            area->addKeyFilter(filter);
        settle.setSingleShot(true);
        settle.setInterval(settlePause);
    }

    void settled()
    {
        if (assistance)
            assistance->textSettled(area->snapshot());
    }
    void changeLines(EditorCommand command);
    void move(EditorCommand command);
    void goToProblem(const Diagnostic *problem);
    void bracket(QTextCursor::MoveMode mode);
    void fillMenu(QMenu &menu);
    void describeProblem();
    void offerActions();
    void showActions(int revision, const QList<CodeAction> &actions);

    CodeEditor &editor;
    CodeArea *area;
    FindBar *findBar;
    LineBar *lineBar;
    SnippetSession *snippets;
    CompletionController *completion;
    SignatureController *signature;
    HoverController *hover;
    LinkController *links;
    Assistance *assistance = nullptr;
    QTimer settle;
};

CodeEditor::CodeEditor(const Theme &theme, const Syntax &syntax, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(*this, theme, syntax))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(d->area, 1);
    layout->addWidget(d->findBar);
    layout->addWidget(d->lineBar);
    setFocusProxy(d->area);
    connect(d->area, &CodeArea::edited, this, [this] {
        d->settle.start();
        Q_EMIT textChanged();
    });
    connect(d->area, &QPlainTextEdit::modificationChanged, this, &CodeEditor::modifiedChanged);
    connect(d->area, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        d->describeProblem();
        Q_EMIT placeChanged();
    });
    connect(d->area, &CodeArea::commandTyped, this, &CodeEditor::run);
    connect(d->area, &CodeArea::linkClicked, this,
            [this](int position) { Q_EMIT commandRequested(EditorCommand::GoToDefinition, position); });
    connect(d->area, &CodeArea::zoomAsked, this, [this](int steps) { setZoom(zoom() + steps * 10); });
    connect(d->area, &CodeArea::menuWanted, this, [this](QMenu *menu) {
        d->fillMenu(*menu);
        Q_EMIT menuAboutToShow(menu);
    });
    connect(&d->settle, &QTimer::timeout, this, [this] { d->settled(); });
}

CodeEditor::~CodeEditor() = default;

void CodeEditor::open(const QString &text, const QString &fileName)
{
    d->area->load(text, fileName);
    d->settle.start(0);
    d->settle.setInterval(settlePause);
}

void CodeEditor::openUnsaved(const QString &text, const QString &savedText, const QString &fileName)
{
    open(text, fileName);
    if (text == savedText)
        return;
    d->area->changeBars().setSaved(savedText);
    d->area->document()->setModified(true);
}

void CodeEditor::setFileName(const QString &fileName)
{
    d->area->setFileName(fileName);
}

QString CodeEditor::fileName() const
{
    return d->area->fileName();
}

EditorText CodeEditor::snapshot() const
{
    return d->area->snapshot();
}

int CodeEditor::revision() const
{
    return d->area->revision();
}

bool CodeEditor::isModified() const
{
    return d->area->document()->isModified();
}

void CodeEditor::markSaved()
{
    d->area->changeBars().markSaved();
    d->area->document()->setModified(false);
}

void CodeEditor::replaceText(const QString &text, TextOrigin origin)
{
    applyChanges(revision(), differingLines(this->text(), text));
    if (origin == TextOrigin::Saved)
        markSaved();
}

bool CodeEditor::applyChanges(int revision, const QList<TextChange> &changes)
{
    if (revision != this->revision())
        return false;
    if (!changes.isEmpty())
        d->area->applyChanges(changes);
    return true;
}

void CodeEditor::setReadOnly(bool readOnly)
{
    d->area->setReadOnly(readOnly);
    if (readOnly)
        d->area->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

bool CodeEditor::isReadOnly() const
{
    return d->area->isReadOnly();
}

void CodeEditor::setAssistance(Assistance *assistance)
{
    d->assistance = assistance;
    d->completion->setAssistance(assistance);
    d->signature->setAssistance(assistance);
    d->hover->setAssistance(assistance);
    d->links->setAssistance(assistance);
    if (assistance)
        d->settle.start();
}

void CodeEditor::setDiagnostics(int revision, const QList<Diagnostic> &diagnostics)
{
    d->area->setDiagnostics(revision, diagnostics);
    Q_EMIT diagnosticsChanged();
}

QList<Diagnostic> CodeEditor::diagnostics() const
{
    return d->area->squiggles().all();
}

EditorPlace CodeEditor::place() const
{
    return placeOf(position());
}

int CodeEditor::position() const
{
    return d->area->textCursor().position();
}

QString CodeEditor::selectedText() const
{
    return d->area->textCursor().selectedText().replace(QChar::ParagraphSeparator, u'\n');
}

EditorPlace CodeEditor::placeOf(int position) const
{
    const QTextBlock block = d->area->document()->findBlock(position);
    return {block.blockNumber() + 1, columnOf(block.text(), position - block.position())};
}

int CodeEditor::positionOf(EditorPlace place) const
{
    return controls::positionOf(*d->area->document(), place.line, place.column);
}

void CodeEditor::goTo(EditorPlace place)
{
    const int position = positionOf(place);
    select({position, position});
}

void CodeEditor::select(TextRange range)
{
    const int end = d->area->document()->characterCount() - 1;
    QTextCursor cursor = d->area->textCursor();
    cursor.setPosition(std::clamp(range.start, 0, end));
    cursor.setPosition(std::clamp(range.end, 0, end), QTextCursor::KeepAnchor);
    d->area->showCursor(cursor);
}

QString CodeEditor::wordAtCursor() const
{
    const TextRange word = wordAt(*d->area->document(), position());
    return text().mid(word.start, word.length());
}

EditorViewState CodeEditor::viewState() const
{
    const QTextBlock top = d->area->cursorForPosition({0, 0}).block();
    return {place(), top.blockNumber() + 1, d->area->folding().foldedLines()};
}

void CodeEditor::restoreViewState(const EditorViewState &state)
{
    // Where folds begin is known only after highlighting.
    if (!state.foldedLines.isEmpty())
        d->area->highlighter().finish();
    d->area->folding().foldLines(state.foldedLines);
    QTextCursor cursor = d->area->textCursor();
    cursor.setPosition(positionOf(state.cursor));
    d->area->setTextCursor(cursor);
    const QTextBlock top = d->area->document()->findBlockByNumber(std::max(0, state.firstVisibleLine - 1));
    d->area->verticalScrollBar()->setValue(top.isValid() ? top.firstLineNumber() : 0);
}

void CodeEditor::Private::changeLines(EditorCommand command)
{
    if (area->isReadOnly())
        return;
    QTextCursor cursor = area->textCursor();
    switch (command) {
    case EditorCommand::ToggleComment:
        toggleComment(cursor, area->highlighter().lineComment());
        break;
    case EditorCommand::DuplicateLines:
        duplicateLines(cursor);
        break;
    case EditorCommand::MoveLinesUp:
        moveLines(cursor, LineDirection::Up);
        break;
    case EditorCommand::MoveLinesDown:
        moveLines(cursor, LineDirection::Down);
        break;
    case EditorCommand::DeleteLines:
        deleteLines(cursor);
        break;
    case EditorCommand::JoinLines:
        joinLines(cursor);
        break;
    case EditorCommand::Indent:
        changeIndentation(cursor, QStringLiteral("  "), IndentChange::More);
        break;
    case EditorCommand::Unindent:
        changeIndentation(cursor, QStringLiteral("  "), IndentChange::Less);
        break;
    case EditorCommand::InsertLineBelow:
        insertLine(cursor, LineDirection::Down);
        break;
    case EditorCommand::InsertLineAbove:
        insertLine(cursor, LineDirection::Up);
        break;
    default:
        return;
    }
    area->setTextCursor(cursor);
    area->ensureCursorVisible();
}

void CodeEditor::Private::bracket(QTextCursor::MoveMode mode)
{
    QTextCursor cursor = area->textCursor();
    const QTextDocument &document = *area->document();
    const auto at = bracketAt(document, cursor.position());
    if (at && at->match == BracketMatch::Found) {
        const bool forward = at->partner > at->position;
        const bool outside = forward ? cursor.position() == at->position : cursor.position() > at->position;
        if (mode == QTextCursor::KeepAnchor && !cursor.hasSelection())
            cursor.setPosition(forward ? at->position : at->position + 1);
        else if (mode == QTextCursor::MoveAnchor && !outside)
            static_cast<void>(outside);
        cursor.setPosition(forward ? at->partner + 1 : at->partner, mode);
    } else if (const auto around = bracketsAround(document, cursor.position())) {
        if (mode == QTextCursor::KeepAnchor)
            cursor.setPosition(around->open);
        cursor.setPosition(mode == QTextCursor::KeepAnchor ? around->close + 1 : around->open, mode);
    } else {
        return;
    }
    area->showCursor(cursor);
}

void CodeEditor::Private::goToProblem(const Diagnostic *problem)
{
    if (problem)
        editor.select({problem->range.start, problem->range.start});
}

void CodeEditor::Private::move(EditorCommand command)
{
    QTextCursor cursor = area->textCursor();
    switch (command) {
    case EditorCommand::SelectLine: {
        const QTextBlock last = area->document()->findBlock(cursor.selectionEnd());
        cursor.setPosition(area->document()->findBlock(cursor.selectionStart()).position());
        cursor.setPosition(last.next().isValid() ? last.next().position() : last.position() + last.length() - 1,
                           QTextCursor::KeepAnchor);
        area->setTextCursor(cursor);
        break;
    }
    case EditorCommand::SelectWord: {
        const TextRange word = wordAt(*area->document(), cursor.position());
        cursor.setPosition(word.start);
        cursor.setPosition(word.end, QTextCursor::KeepAnchor);
        area->setTextCursor(cursor);
        break;
    }
    case EditorCommand::GoToBracket:
        bracket(QTextCursor::MoveAnchor);
        break;
    case EditorCommand::SelectToBracket:
        bracket(QTextCursor::KeepAnchor);
        break;
    case EditorCommand::ToggleFold:
        area->highlighter().finish();
        if (const QTextBlock head = area->folding().around(cursor.block()); head.isValid())
            area->folding().toggle(head);
        break;
    case EditorCommand::FoldAll:
        area->highlighter().finish();
        area->folding().foldAll();
        break;
    case EditorCommand::UnfoldAll:
        area->folding().unfoldAll();
        break;
    case EditorCommand::NextProblem:
        goToProblem(area->squiggles().after(cursor.position()));
        break;
    case EditorCommand::PreviousProblem:
        goToProblem(area->squiggles().before(cursor.position()));
        break;
    default:
        break;
    }
}

void CodeEditor::run(EditorCommand command)
{
    switch (command) {
    case EditorCommand::Undo:
        return d->area->undo();
    case EditorCommand::Redo:
        return d->area->redo();
    case EditorCommand::Cut:
        return d->area->cutText();
    case EditorCommand::Copy:
        return d->area->copyText();
    case EditorCommand::Paste:
        return d->area->paste();
    case EditorCommand::SelectAll:
        return d->area->selectAll();
    case EditorCommand::ZoomIn:
        return setZoom(zoom() + 10);
    case EditorCommand::ZoomOut:
        return setZoom(zoom() - 10);
    case EditorCommand::ResetZoom:
        return setZoom(100);
    case EditorCommand::ToggleWhitespace:
        return setWhitespaceMarks(whitespaceMarks() == WhitespaceMarks::Shown ? WhitespaceMarks::Hidden
                                                                              : WhitespaceMarks::Shown);
    case EditorCommand::ToggleWrap:
        return setLineWrap(lineWrap() == LineWrap::On ? LineWrap::Off : LineWrap::On);
    case EditorCommand::ToggleTabFocus:
        return d->area->setTabChangesFocus(!d->area->tabChangesFocus());
    case EditorCommand::Find:
        return d->findBar->open(FindMode::Find);
    case EditorCommand::Replace:
        return d->findBar->open(FindMode::Replace);
    case EditorCommand::FindNext:
        return d->findBar->next();
    case EditorCommand::FindPrevious:
        return d->findBar->previous();
    case EditorCommand::GoToLine:
        return d->lineBar->open();
    case EditorCommand::Complete:
        return d->completion->ask(AskReason::Asked);
    case EditorCommand::ShowSignature:
        return d->signature->ask(AskReason::Asked);
    case EditorCommand::ShowHover:
        return d->hover->showAt(position());
    case EditorCommand::QuickFix:
        return d->offerActions();
    case EditorCommand::GoToDefinition:
    case EditorCommand::FindReferences:
    case EditorCommand::Rename:
    case EditorCommand::FormatDocument:
        Q_EMIT commandRequested(command, position());
        return;
    default:
        break;
    }
    d->changeLines(command);
    d->move(command);
}

bool CodeEditor::canRun(EditorCommand command) const
{
    switch (command) {
    case EditorCommand::Undo:
        return d->area->document()->isUndoAvailable();
    case EditorCommand::Redo:
        return d->area->document()->isRedoAvailable();
    case EditorCommand::Paste:
        return d->area->canPaste();
    default:
        return true;
    }
}

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

void CodeEditor::setLineWrap(LineWrap wrap)
{
    d->area->setLineWrapMode(wrap == LineWrap::On ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
}

LineWrap CodeEditor::lineWrap() const
{
    return d->area->lineWrapMode() == QPlainTextEdit::NoWrap ? LineWrap::Off : LineWrap::On;
}

void CodeEditor::setWhitespaceMarks(WhitespaceMarks marks)
{
    d->area->setWhitespaceShown(marks == WhitespaceMarks::Shown);
}

WhitespaceMarks CodeEditor::whitespaceMarks() const
{
    return d->area->isWhitespaceShown() ? WhitespaceMarks::Shown : WhitespaceMarks::Hidden;
}

void CodeEditor::setZoom(int percent)
{
    const int wanted = std::clamp(percent, leastZoom, greatestZoom);
    if (wanted == zoom())
        return;
    d->area->setZoom(wanted);
    Q_EMIT zoomChanged(wanted);
}

int CodeEditor::zoom() const
{
    return d->area->zoom();
}

void CodeEditor::find(const QString &text)
{
    d->findBar->open(FindMode::Find, text);
}

QPlainTextEdit *CodeEditor::area() const
{
    return d->area;
}

} // namespace drydock::controls
