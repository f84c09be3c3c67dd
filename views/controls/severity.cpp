// SPDX-License-Identifier: MIT
#include "views/controls/severity.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>

namespace drydock::controls {

namespace {

// One shape per level, so that the colour is never the only sign.
QPainterPath levelShape(Level level, const QRectF &box)
{
    QPainterPath path;
    const QPointF middle = box.center();
    switch (level) {
    case Level::Critical:
        path.addPolygon(QPolygonF({{middle.x(), box.top()},
                                   {box.right(), middle.y()},
                                   {middle.x(), box.bottom()},
                                   {box.left(), middle.y()}}));
        break;
    case Level::High:
        path.addPolygon(QPolygonF({{middle.x(), box.top()}, {box.right(), box.bottom()}, {box.left(), box.bottom()}}));
        break;
    case Level::Medium:
        path.addRect(box.adjusted(1, 1, -1, -1));
        break;
    case Level::Low:
        path.addPolygon(
            QPolygonF({{box.left(), box.top() + 1}, {box.right(), box.top() + 1}, {middle.x(), box.bottom()}}));
        break;
    case Level::Ok:
    case Level::Neutral:
        path.addEllipse(box.adjusted(1, 1, -1, -1));
        break;
    }
    path.closeSubpath();
    return path;
}

QString badgeText(Level level, const QString &text)
{
    QString letter = levelLetter(level);
    if (text.isEmpty())
        return letter;
    return letter.isEmpty() ? text : letter + QLatin1Char(' ') + text;
}

QFont badgeFont(const Theme &theme)
{
    QFont font = theme.smallFont();
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

QString levelLetter(Level level)
{
    switch (level) {
    case Level::Critical:
        return SeverityBadge::tr("C", "letter of the severity Critical");
    case Level::High:
        return SeverityBadge::tr("H", "letter of the severity High");
    case Level::Medium:
        return SeverityBadge::tr("M", "letter of the severity Medium");
    case Level::Low:
        return SeverityBadge::tr("L", "letter of the severity Low");
    case Level::Ok:
    case Level::Neutral:
        break;
    }
    return {};
}

QString levelName(Level level)
{
    switch (level) {
    case Level::Critical:
        return SeverityBadge::tr("Critical");
    case Level::High:
        return SeverityBadge::tr("High");
    case Level::Medium:
        return SeverityBadge::tr("Medium");
    case Level::Low:
        return SeverityBadge::tr("Low");
    case Level::Ok:
        return SeverityBadge::tr("OK");
    case Level::Neutral:
        break;
    }
    return SeverityBadge::tr("None");
}

QSize badgeSize(const Theme &theme, const QString &text)
{
    const QFontMetrics metrics(badgeFont(theme));
    return {theme.px(8 + 8 + 4 + 8) + metrics.horizontalAdvance(text), theme.px(20)};
}

int paintBadge(QPainter &painter, const Theme &theme, const QRect &rect, Level level, const QString &text)
{
    const QString shown = badgeText(level, text);
    const QSize size = badgeSize(theme, shown);
    QRect box(rect.left(), rect.center().y() - size.height() / 2 + 1, qMin(size.width(), rect.width()), size.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.tint(levelRole(level), badgeTint));
    painter.drawRoundedRect(box, theme.px(4), theme.px(4));
    const int glyph = theme.px(8);
    painter.setBrush(theme.color(level));
    painter.drawPath(
        levelShape(level, QRectF(box.left() + theme.px(8), box.center().y() - glyph / 2.0 + 0.5, glyph, glyph)));
    painter.setPen(theme.color(level));
    painter.setFont(badgeFont(theme));
    const QRect words = box.adjusted(theme.px(20), 0, -theme.px(4), 0);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(shown, Qt::ElideRight, words.width()));
    painter.restore();
    return box.width();
}

SeverityBadge::SeverityBadge(const Theme &theme, Level level, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_level(level)
    , m_text(text)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&m_theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    describe();
}

void SeverityBadge::setLevel(Level level)
{
    m_level = level;
    describe();
}

void SeverityBadge::setText(const QString &text)
{
    m_text = text;
    describe();
}

QSize SeverityBadge::sizeHint() const
{
    return badgeSize(m_theme, badgeText(m_level, m_text));
}

void SeverityBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBadge(painter, m_theme, rect(), m_level, m_text);
}

void SeverityBadge::describe()
{
    const QString name =
        m_level == Level::Neutral ? m_text : (levelName(m_level) + QLatin1Char(' ') + m_text).trimmed();
    setAccessibleName(name);
    setToolTip(name);
    updateGeometry();
    update();
}

SeverityDelegate::SeverityDelegate(const Theme &theme, int levelRole, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_levelRole(levelRole)
{
}

void SeverityDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem plain = option;
    initStyleOption(&plain, index);
    const QString text = plain.text;
    plain.text.clear();
    plain.icon = {};
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &plain, painter, option.widget);
    const QVariant level = index.data(m_levelRole);
    if (level.isValid())
        paintBadge(*painter, m_theme, option.rect.adjusted(m_theme.px(8), 0, -m_theme.px(4), 0),
                   static_cast<Level>(level.toInt()), text);
}

QSize SeverityDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return badgeSize(m_theme, levelLetter(Level::High) + QLatin1Char(' ') + index.data().toString()) +
           QSize(m_theme.px(12), m_theme.px(8));
}

} // namespace drydock::controls
