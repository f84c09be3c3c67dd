// SPDX-License-Identifier: MIT
#include "views/controls/diffstrip.h"

#include "views/controls/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace drydock::controls {

DiffStrip::DiffStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Overview of changes"));
    setToolTip(tr("Overview of changes"));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void DiffStrip::setLines(const std::vector<DiffLine> &lines)
{
    m_spans.clear();
    m_total = lines.size();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const DiffLine &line = lines[i];
        if (line.kind != DiffLineKind::Added && line.kind != DiffLineKind::Removed)
            continue;
        if (!m_spans.empty() && m_spans.back().kind == line.kind && m_spans.back().first + m_spans.back().count == i)
            ++m_spans.back().count;
        else
            m_spans.push_back({line.kind, line.change, i, 1});
    }
    update();
}

QSize DiffStrip::sizeHint() const
{
    return {m_theme.px(12), m_theme.px(100)};
}

void DiffStrip::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), m_theme.color(ColorRole::Panel));
    if (m_total == 0)
        return;
    const double scale =
        std::min(static_cast<double>(height()) / static_cast<double>(m_total), static_cast<double>(m_theme.px(4)));
    for (const Span &span : m_spans) {
        const double top = static_cast<double>(span.first) * scale;
        const double size = std::max(static_cast<double>(span.count) * scale, static_cast<double>(m_theme.px(3)));
        painter.fillRect(QRectF(m_theme.px(3), top, width() - m_theme.px(6), size),
                         m_theme.color(span.kind == DiffLineKind::Added ? ColorRole::Ok : ColorRole::Critical));
    }
}

void DiffStrip::mousePressEvent(QMouseEvent *event)
{
    if (m_spans.empty())
        return;
    const double scale =
        std::min(static_cast<double>(height()) / static_cast<double>(m_total), static_cast<double>(m_theme.px(4)));
    const double line = event->position().y() / std::max(scale, 1e-6);
    const auto nearest = std::min_element(m_spans.begin(), m_spans.end(), [line](const Span &left, const Span &right) {
        return std::abs(static_cast<double>(left.first) - line) < std::abs(static_cast<double>(right.first) - line);
    });
    Q_EMIT changeClicked(nearest->change);
}

} // namespace drydock::controls
