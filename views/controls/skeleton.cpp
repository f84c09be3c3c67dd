// SPDX-License-Identifier: MIT
#include "views/controls/skeleton.h"

#include "views/controls/theme.h"

#include <QPainter>

namespace drydock::controls {

Skeleton::Skeleton(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Loading"));
}

void Skeleton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(ColorRole::Hover));
    const int margin = m_theme.px(16);
    const int bar = m_theme.px(12);
    // Widths differ as those of real rows do; a fixed pattern keeps repaints calm.
    constexpr int shares[] = {62, 84, 48, 73, 90, 55};
    int row = 0;
    for (int y = margin; y + bar < height(); y += m_theme.rowHeight(), ++row) {
        const int width = (this->width() - 2 * margin) * shares[row % 6] / 100;
        painter.drawRoundedRect(QRect(margin, y, width, bar), m_theme.px(4), m_theme.px(4));
    }
}

} // namespace drydock::controls
