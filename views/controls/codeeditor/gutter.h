// SPDX-License-Identifier: MIT
#pragma once

#include <QTextBlock>
#include <QWidget>

namespace drydock::controls {

class ChangeBars;
class CodeArea;
class Folding;
class Squiggles;
class Theme;

/// Beside the text: dots of diagnostics, line numbers, arrows of folds, bars of unsaved changes. A click on a number
/// selects the line, dragging more of them; a click on an arrow folds.
class Gutter final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Gutter)

public:
    struct Parts
    {
        const Theme &theme;
        Folding &folding;
        const Squiggles &squiggles;
        const ChangeBars &bars;
    };

    Gutter(CodeArea &area, const Parts &parts);

    [[nodiscard]] int wantedWidth() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool event(QEvent *event) override;

private:
    void paintDot(QPainter &painter, const QTextBlock &block, const QRectF &row) const;
    void paintArrow(QPainter &painter, const QTextBlock &block, const QRectF &row) const;
    void paintBars(QPainter &painter, const QTextBlock &block, const QRectF &row) const;
    void selectLines(int first, int last);
    [[nodiscard]] QTextBlock blockAt(int y) const;
    [[nodiscard]] int digit() const;
    [[nodiscard]] int arrowLeft() const;

    CodeArea &m_area;
    Parts m_parts;
    int m_pressedBlock = -1;
    int m_hoveredBlock = -1;
};

} // namespace drydock::controls
