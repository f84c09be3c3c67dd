// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/theme.h"

#include <QIconEngine>
#include <QPointer>

namespace drydock::controls {

/// Draws a one-colour icon of the icon theme in a colour of the current scheme, so a switch needs no new icons.
class IconEngine final : public QIconEngine
{
public:
    IconEngine(const Theme *theme, QString name, ColorRole role);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    [[nodiscard]] QIconEngine *clone() const override;
    QString key() const override { return QStringLiteral("drydock"); }

private:
    [[nodiscard]] QColor paintColor(QIcon::Mode mode) const;

    QPointer<const Theme> m_theme;
    QString m_name;
    ColorRole m_role;
};

} // namespace drydock::controls
