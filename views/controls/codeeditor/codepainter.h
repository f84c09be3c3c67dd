// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/codeeditor/brackets.h"
#include "views/controls/codeeditor/codearea.h"

#include <QPainter>

namespace drydock::controls {

/// Paints what lies behind the text (current line, hits, brackets) and on it (squiggles, folds, blanks).
class CodePainter final
{
public:
    CodePainter(const CodeArea &area, const Theme &theme);

    /// Looks for the brackets at the cursor; true when others are marked than before.
    bool findBrackets();

    void paintBehind(QPainter &painter, const QList<VisibleBlock> &lines) const;
    void paintOver(QPainter &painter, const QList<VisibleBlock> &lines) const;
    /// Of the text that stands for hidden lines; for clicks on it.
    [[nodiscard]] QRectF foldRect(const VisibleBlock &line) const;

private:
    void paintCurrentLine(QPainter &painter, const VisibleBlock &line) const;
    [[nodiscard]] QList<PaintedRange> paintedIn(const QList<VisibleBlock> &lines) const;
    void paintRanges(QPainter &painter, const VisibleBlock &line, const QList<PaintedRange> &ranges) const;
    void paintBracket(QPainter &painter, const VisibleBlock &line, int position) const;
    void paintSquiggles(QPainter &painter, const VisibleBlock &line) const;
    void paintWave(QPainter &painter, const QRectF &rect, const Diagnostic &diagnostic) const;
    void paintFold(QPainter &painter, const VisibleBlock &line) const;
    void paintBlanks(QPainter &painter, const VisibleBlock &line) const;
    [[nodiscard]] QString foldText(const QTextBlock &block) const;

    const CodeArea &m_area;
    const Theme &m_theme;
    std::optional<BracketAt> m_bracket;
};

} // namespace drydock::controls
