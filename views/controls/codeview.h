// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/theme.h"

#include <QHash>
#include <QPlainTextEdit>

namespace drydock::controls {

class Syntax;

/// A range to mark in shown text. Lines and columns count from 1, columns in Unicode code points, the end is exclusive.
/// endLine 0 means "to the end of the first line".
struct CodeMark
{
    int line = 1;
    int column = 1;
    int endLine = 0;
    int endColumn = 0;
    ColorRole background = ColorRole::Mark;
    Level level = Level::Neutral; ///< other than Neutral: a dot in the gutter and a wave line in its colour
    QString toolTip;
};

/// Source text with highlighting, line numbers and marked ranges. Read-only unless setReadOnly(false).
class CodeView : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeView)

public:
    CodeView(const Theme &theme, const Syntax &syntax, QWidget *parent = nullptr);

    /// Replaces the text; `fileName` chooses the language. The scroll position is kept when the name stays the same.
    void setCode(const QString &text, const QString &fileName);
    [[nodiscard]] QString fileName() const { return m_fileName; }

    void setMarks(const QList<CodeMark> &marks);
    /// Whole-line backgrounds by line number from 1: Added, Removed, Changed.
    void setLineRoles(const QHash<int, ColorRole> &roles);
    /// Texts shown instead of line numbers (a diff has gaps), one per line; an empty list brings the numbers back.
    void setLineLabels(const QStringList &labels);

    /// Scrolls so that the line is visible with some context and puts the cursor there.
    void revealLine(int line, int column = 1);
    /// The first visible line from 1, and the same as a setter, for views that scroll together.
    [[nodiscard]] int firstVisibleLine() const;
    void setFirstVisibleLine(int line);

Q_SIGNALS:
    void gutterClicked(int line);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    class Gutter;
    friend class Gutter;

    void applyTheme();
    void updateGutterWidth();
    void updateSelections();
    void paintGutter(QPaintEvent *event);
    [[nodiscard]] int gutterWidth() const;
    [[nodiscard]] QTextCursor cursorOf(const CodeMark &mark) const;
    [[nodiscard]] int positionOf(int line, int column) const;

    const Theme &m_theme;
    const Syntax &m_syntax;
    Gutter *m_gutter;
    QString m_fileName;
    QList<CodeMark> m_marks;
    QHash<int, ColorRole> m_lineRoles;
    QStringList m_lineLabels;
    int m_revealedAt = -1; ///< the scroll position after revealLine(); -1 when nothing was revealed
};

} // namespace drydock::controls
