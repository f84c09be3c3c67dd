// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QObject>
#include <QTextBlock>

class QPlainTextEdit;

namespace drydock::controls {

class Highlighter;

/// Hides the lines of blocks that the user folded. The first line of a fold stays; the last goes with it unless another
/// fold begins there. A cursor never stays in hidden lines: folding moves it out, editing there opens the fold.
class Folding final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Folding)

public:
    Folding(QPlainTextEdit &area, Highlighter &highlighter);

    [[nodiscard]] bool canFold(const QTextBlock &block) const;
    [[nodiscard]] bool isFolded(const QTextBlock &block) const;
    /// The last line that folding `block` hides; not valid where nothing can be folded.
    [[nodiscard]] QTextBlock lastHidden(const QTextBlock &block) const;
    /// What the line that ends the fold says: "}"; shown behind the first line. Empty: it stays visible.
    [[nodiscard]] QString closingText(const QTextBlock &block) const;

    void fold(const QTextBlock &block);
    void unfold(const QTextBlock &block);
    void toggle(const QTextBlock &block);
    /// The innermost fold that `block` begins or lies in.
    [[nodiscard]] QTextBlock around(const QTextBlock &block) const;
    void foldAll(); ///< the outermost ones
    void unfoldAll();
    /// Opens every fold that hides the block.
    void reveal(const QTextBlock &block);

    [[nodiscard]] QList<int> foldedLines() const; ///< from 1
    void foldLines(const QList<int> &lines);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QTextBlock endByMarks(const QTextBlock &block) const;
    [[nodiscard]] QTextBlock endByIndentation(const QTextBlock &block) const;
    [[nodiscard]] bool beginsByIndentation(const QTextBlock &block) const;
    void hide(const QTextBlock &block);
    void show(const QTextBlock &block);
    void setShown(QTextBlock block, bool shown);
    void moveCursorOut(const QTextBlock &first, const QTextBlock &last);
    void repair(int position, int removed, int added);
    void layOut();

    QPlainTextEdit &m_area;
    Highlighter &m_highlighter;
    int m_blockCount = 1;
    int m_foldCount = 0; ///< none: most edits need no repair
};

} // namespace drydock::controls
