// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/codeeditor/assistance.h"
#include "views/controls/codeeditor/editorcommand.h"
#include "views/controls/codeeditor/squiggles.h"
#include "views/controls/theme.h"

#include <QPlainTextEdit>
#include <QTextBlock>

#include <memory>

namespace drydock::controls {

class ChangeBars;
class CodePainter;
class Folding;
class Gutter;
class Highlighter;
class Syntax;
class Typing;

/// A block that is on screen and where, in pixels of the viewport.
struct VisibleBlock
{
    QTextBlock block;
    QRectF rect;
};

/// Somebody who may want a key before it is typed: a list that is open, the stops of a snippet.
class KeyFilter
{
public:
    virtual ~KeyFilter() = default;
    /// True: the key was used up.
    virtual bool keyPressed(const QKeyEvent &event) = 0;
};

enum class PaintRole { Occurrence, SearchHit, CurrentHit, Snippet, Link };

/// A range that is painted in a special way for a while.
struct PaintedRange
{
    TextRange range;
    PaintRole role = PaintRole::SearchHit;
    bool operator==(const PaintedRange &) const = default;
};

/// The text of an editor: it paints what belongs to the text and turns keys into commands and typing. What needs other
/// widgets (find bar, lists, cards) is CodeEditor's.
class CodeArea final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeArea)

public:
    CodeArea(const Theme &theme, const Syntax &syntax, QWidget *parent = nullptr);
    ~CodeArea() override;

    void setFileName(const QString &fileName);
    [[nodiscard]] QString fileName() const { return m_fileName; }
    void load(const QString &text, const QString &fileName);

    [[nodiscard]] EditorText snapshot() const;
    [[nodiscard]] int revision() const { return m_revision; }

    [[nodiscard]] Highlighter &highlighter() const { return *m_highlighter; }
    [[nodiscard]] Folding &folding() const { return *m_folding; }
    [[nodiscard]] ChangeBars &changeBars() const { return *m_changeBars; }
    [[nodiscard]] const Squiggles &squiggles() const { return m_squiggles; }
    void setDiagnostics(int revision, const QList<Diagnostic> &diagnostics);

    /// The first filter that takes a key ends its way; the one added first is asked first. Not owned.
    void addKeyFilter(KeyFilter *filter) { m_filters << filter; }
    /// Replaces the ranges painted as `role`; each role keeps its own. They move with the text.
    void setPainted(PaintRole role, const QList<TextRange> &ranges);
    [[nodiscard]] const QList<PaintedRange> &painted() const { return m_painted; }
    void setWhitespaceShown(bool shown);
    [[nodiscard]] bool isWhitespaceShown() const { return m_whitespaceShown; }
    void setZoom(int percent);
    [[nodiscard]] int zoom() const { return m_zoom; }

    /// Puts the cursor there, opens folds around it and scrolls it to where it has context.
    void showCursor(const QTextCursor &cursor);
    /// Where the letter at a position stands, for cards below or above it; viewport coordinates.
    [[nodiscard]] QRect rectOf(int position) const;
    [[nodiscard]] int positionAt(const QPoint &viewportPoint) const; ///< -1 behind the end of a line

    [[nodiscard]] QList<VisibleBlock> visibleBlocks(const QRect &area) const;
    /// Rectangles of columns start..end of a line, one per row it is wrapped into.
    [[nodiscard]] QList<QRectF> rectsOf(const VisibleBlock &line, int start, int end) const;
    /// Makes sorted, disjoint changes as one undo step.
    void applyChanges(const QList<TextChange> &changes);
    /// The selection, or without one the whole line.
    void copyText();
    void cutText();
    /// Passes on a wheel event that came to something beside the text.
    void scrollBy(QWheelEvent *event);

Q_SIGNALS:
    /// After each change of the text; the revision is that of the text after it.
    void edited(int revision, const drydock::controls::TextShift &shift);
    void letterTyped(QChar letter);
    void commandTyped(drydock::controls::EditorCommand command);
    void linkClicked(int position);
    void pointerRested(int position, const QPoint &global);
    void pointerMoved(const QPoint &viewportPoint, Qt::KeyboardModifiers modifiers);
    void zoomAsked(int steps);
    void menuWanted(QMenu *menu);
    void viewMoved(); ///< scrolled, resized, folded: what floats over the text moves or goes
    void focusLost();

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    QMimeData *createMimeDataFromSelection() const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void applyTheme();
    void layOutGutter();
    void documentChanged(int position, int removed, int added);
    void cursorMoved();
    bool runKey(const QKeyEvent &event);

    const Theme &m_theme;
    Highlighter *m_highlighter;
    Folding *m_folding;
    ChangeBars *m_changeBars;
    Squiggles m_squiggles;
    std::unique_ptr<Typing> m_typing;
    Gutter *m_gutter;
    QList<KeyFilter *> m_filters;
    QList<PaintedRange> m_painted;
    std::unique_ptr<CodePainter> m_painter;
    QString m_fileName;
    mutable EditorText m_snapshot;
    int m_revision = 1;
    int m_zoom = 100;
    bool m_whitespaceShown = false;
};

} // namespace drydock::controls
