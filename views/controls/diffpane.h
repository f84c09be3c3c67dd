// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/diffcontent.h"
#include "views/controls/theme.h"

#include <QPlainTextEdit>
#include <QSet>

namespace drydock::controls {

class Syntax;

/// One side of a diff: highlighted text with line numbers, coloured lines and words, and folds that a click opens.
class DiffPane final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DiffPane)

public:
    enum class Numbers { Before, After, Both };

    DiffPane(const Theme &theme, const Syntax &syntax, Numbers numbers, QWidget *parent = nullptr);

    void setSide(const DiffSide &side, const QList<int> &foldSizes, const QString &fileName);
    void clearSide();
    [[nodiscard]] const std::vector<DiffLine> &lines() const { return m_lines; }

    /// Hides the lines of every fold that is not in `openFolds`.
    void setOpenFolds(const QSet<int> &openFolds);
    /// Scrolls so that the change stands in the upper third, and marks it as the current one.
    void showChange(int change);
    /// Index of the first visible change at or after the top of the view; -1 where there is none.
    [[nodiscard]] int firstLineOfChange(int change) const;

Q_SIGNALS:
    void foldClicked(int fold);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    QMimeData *createMimeDataFromSelection() const override;

private:
    class Gutter;
    void applyTheme();
    void paintBehind(QPainter &painter, const QRect &area);
    void paintWords(QPainter &painter, const QTextBlock &block, const DiffLine &line, qreal top);
    void paintFold(QPainter &painter, const DiffLine &line, const QRectF &area);
    void paintGutter(const QRect &area);
    [[nodiscard]] const DiffLine *lineAt(int block) const;
    [[nodiscard]] int foldAt(const QPoint &position) const;
    [[nodiscard]] int gutterWidth() const;
    [[nodiscard]] qreal lineHeight(const QTextBlock &block) const;
    void layOutGutter();

    const Theme &m_theme;
    const Syntax &m_syntax;
    Numbers m_numbers;
    Gutter *m_gutter;
    std::vector<DiffLine> m_lines;
    QList<int> m_foldSizes;
    int m_digits = 2;
    int m_currentChange = -1;
};

} // namespace drydock::controls
