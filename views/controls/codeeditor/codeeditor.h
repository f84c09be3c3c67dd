// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/codeeditor/assistance.h"
#include "views/controls/codeeditor/editorcommand.h"

#include <QWidget>

#include <memory>

class QMenu;
class QPlainTextEdit;

namespace drydock::controls {

class CodeArea;
class FindBar;
class LineBar;
class Syntax;
class Theme;

/// A place in the text. Lines and columns count from 1, columns in Unicode code points.
struct EditorPlace
{
    int line = 1;
    int column = 1;
    bool operator==(const EditorPlace &) const = default;
};

/// What to restore when a file is shown again.
struct EditorViewState
{
    EditorPlace cursor;
    int firstVisibleLine = 1;
    QList<int> foldedLines;
};

enum class LineWrap { Off, On };
enum class WhitespaceMarks { Hidden, Shown };
/// Whether a text that is put in becomes the state that counts as saved.
enum class TextOrigin { Saved, Unsaved };

/// An editor of source text: highlighting, folding, brackets, squiggles, completion, find and replace in the file,
/// change bars against the saved text. It knows no language but those of Syntax, and asks an Assistance for more.
///
/// Lives on the GUI thread. It never writes a file: whoever owns it does and calls markSaved(). All changes it makes,
/// by whatever command, are steps that Undo takes back one by one.
class CodeEditor final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeEditor)

public:
    CodeEditor(const Theme &theme, const Syntax &syntax, QWidget *parent = nullptr);
    ~CodeEditor() override;

    /// Shows another text: nothing to undo, cursor at the start. `fileName` chooses the language. With
    /// TextOrigin::Unsaved, `text` counts as typed over `savedText`.
    void open(const QString &text, const QString &fileName);
    void openUnsaved(const QString &text, const QString &savedText, const QString &fileName);
    /// The file was renamed: only the language may change.
    void setFileName(const QString &fileName);
    [[nodiscard]] QString fileName() const;

    /// Lines end with '\n'. The copy of one revision is made once and shared.
    [[nodiscard]] EditorText snapshot() const;
    [[nodiscard]] QString text() const { return snapshot().text; }
    /// Grows with every change of the text, undo and redo included.
    [[nodiscard]] int revision() const;

    [[nodiscard]] bool isModified() const;
    /// The text as it is now was saved: change bars go, Undo still reaches behind it.
    void markSaved();
    /// Replaces the text by `text` as one undo step that touches only lines that differ, so that cursor, folds and
    /// squiggles elsewhere stay: formatting, a file that changed on disk.
    void replaceText(const QString &text, TextOrigin origin = TextOrigin::Unsaved);
    /// Makes sorted, disjoint changes of the text of `revision` as one undo step. False, and nothing is changed, when
    /// the text is of another revision by now.
    bool applyChanges(int revision, const QList<TextChange> &changes);

    void setReadOnly(bool readOnly);
    [[nodiscard]] bool isReadOnly() const;

    /// Who answers questions; not owned. nullptr: nobody.
    void setAssistance(Assistance *assistance);
    /// Replaces all diagnostics. They were found in the text of `revision`; what was typed since moves them.
    void setDiagnostics(int revision, const QList<Diagnostic> &diagnostics);
    /// As they are now, moved by what was typed; sorted by start.
    [[nodiscard]] QList<Diagnostic> diagnostics() const;

    [[nodiscard]] EditorPlace place() const; ///< of the cursor
    [[nodiscard]] int position() const;      ///< of the cursor, UTF-16
    [[nodiscard]] QString selectedText() const;
    [[nodiscard]] EditorPlace placeOf(int position) const;
    [[nodiscard]] int positionOf(EditorPlace place) const;
    /// Puts the cursor there, opens folds around it and scrolls so that it is seen with some context.
    void goTo(EditorPlace place);
    /// The same, and selects the range.
    void select(TextRange range);
    /// Selects the word a rename is about and returns it; empty where there is none.
    [[nodiscard]] QString wordAtCursor() const;

    [[nodiscard]] EditorViewState viewState() const;
    void restoreViewState(const EditorViewState &state);

    void run(EditorCommand command);
    /// Whether the command can do something now: Undo without history cannot.
    [[nodiscard]] bool canRun(EditorCommand command) const;

    void setLineWrap(LineWrap wrap);
    [[nodiscard]] LineWrap lineWrap() const;
    void setWhitespaceMarks(WhitespaceMarks marks);
    [[nodiscard]] WhitespaceMarks whitespaceMarks() const;
    /// Percent of the theme's size of code, 50 to 400.
    void setZoom(int percent);
    [[nodiscard]] int zoom() const;

    /// Opens the find bar with the selection or `text`.
    void find(const QString &text = {});
    /// The widget that has the text: for focus, accessibility and tests.
    [[nodiscard]] QPlainTextEdit *area() const;

Q_SIGNALS:
    void textChanged(); ///< after every change, highlighting not included
    void modifiedChanged(bool modified);
    void placeChanged();
    void diagnosticsChanged();
    void zoomChanged(int percent);
    /// A command of the last group of EditorCommand, at the cursor; also Ctrl+click for GoToDefinition.
    void commandRequested(drydock::controls::EditorCommand command, int position);
    /// A CodeAction with an id was chosen.
    void actionChosen(const drydock::controls::CodeAction &action);
    /// Before the context menu is shown; a page may add to it.
    void menuAboutToShow(QMenu *menu);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace drydock::controls
