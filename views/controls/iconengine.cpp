// SPDX-License-Identifier: MIT
#include "views/controls/iconengine.h"

#include <QPainter>

namespace drydock::controls {

IconEngine::IconEngine(const Theme *theme, QString name, ColorRole role)
    : m_theme(theme)
    , m_name(std::move(name))
    , m_role(role)
{
}

void IconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal scale = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
    painter->drawPixmap(rect, scaledPixmap(rect.size() * scale, mode, state, scale));
}

QPixmap IconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1.0);
}

QPixmap IconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale)
{
    // Ask the icon theme for whole logical sizes; a one-colour shape is then filled with the wanted colour.
    QPixmap shape = QIcon::fromTheme(m_name).pixmap(size / scale, scale);
    if (shape.isNull())
        return shape;
    QPixmap result(size);
    result.fill(Qt::transparent);
    QPainter painter(&result);
    shape.setDevicePixelRatio(1.0);
    painter.drawPixmap(QPoint((size.width() - shape.width()) / 2, (size.height() - shape.height()) / 2), shape);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(result.rect(), paintColor(mode));
    painter.end();
    result.setDevicePixelRatio(scale);
    return result;
}

QIconEngine *IconEngine::clone() const
{
    return new IconEngine(m_theme, m_name, m_role);
}

QColor IconEngine::paintColor(QIcon::Mode mode) const
{
    if (!m_theme)
        return Qt::gray;
    QColor color = m_theme->color(m_role);
    if (mode == QIcon::Disabled)
        color.setAlphaF(0.4F);
    return color;
}

} // namespace drydock::controls
