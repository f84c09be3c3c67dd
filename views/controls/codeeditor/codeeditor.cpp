// SPDX-License-Identifier: MIT
#include "views/controls/codeeditor/codeeditor.h"

#include "views/controls/codeeditor/changebars.h"
#include "views/controls/codeeditor/codeeditorprivate.h"
#include "views/controls/codeeditor/folding.h"
#include "views/controls/codeeditor/highlighter.h"
#include "views/controls/codeeditor/linereplace.h"
#include "views/controls/codeeditor/textplaces.h"

#include <QMenu>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace drydock::controls {

namespace {

constexpr int leastZoom = 50;
constexpr int greatestZoom = 400;

} // namespace

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
    d->settle.setInterval(Private::settlePause);
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
    d->occurrences->setAssistance(assistance);
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
