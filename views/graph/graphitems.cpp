// SPDX-License-Identifier: MIT
#include "views/graph/graphitems.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace drydock::graphview {

using controls::ColorRole;
using terraform::GraphNodeKind;

static constexpr double faint = 0.62; // what is not chosen can still be read
static constexpr double arrowLength = 8;

static QString toText(const std::string &text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

static QPointF toPoint(const graph::Point &point)
{
    return {point.x, point.y};
}

static QRectF toRect(const graph::Box &box)
{
    return {box.left, box.top, box.width, box.height};
}

ColorRole roleOf(GraphNodeKind kind)
{
    switch (kind) {
    case GraphNodeKind::Resource:
        return ColorRole::Accent;
    case GraphNodeKind::DataSource:
    case GraphNodeKind::EphemeralResource:
        return ColorRole::Ok;
    case GraphNodeKind::ModuleCall:
    case GraphNodeKind::ModuleEnd:
        return ColorRole::Medium;
    case GraphNodeKind::Provider:
    case GraphNodeKind::Check:
        return ColorRole::High;
    case GraphNodeKind::Variable:
    case GraphNodeKind::Local:
    case GraphNodeKind::Output:
        break;
    }
    return ColorRole::Muted;
}

GroupItem::GroupItem(const controls::Theme &theme, const graph::DrawnGroup &group)
    : m_theme(theme)
    , m_box(toRect(group.box))
    , m_title(toText(group.title))
{
}

void GroupItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setPen(QPen(m_theme.color(ColorRole::Line), 1));
    painter->setBrush(m_theme.color(ColorRole::Panel));
    painter->drawRoundedRect(m_box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter->setPen(m_theme.color(ColorRole::Muted));
    painter->setFont(m_theme.smallFont());
    painter->drawText(m_box.adjusted(8, 4, -8, 0), Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine, m_title);
}

static QPolygonF arrowTo(const QPointF &tip, const QPointF &base)
{
    const QPointF way = tip - base;
    const double length = std::hypot(way.x(), way.y());
    if (length < 0.001)
        return {};
    const QPointF along = way / length * arrowLength;
    const QPointF across(-along.y() * 0.45, along.x() * 0.45);
    return QPolygonF({tip, tip - along + across, tip - along - across});
}

EdgeItem::EdgeItem(const controls::Theme &theme, const graph::DrawnEdge &edge)
    : m_theme(theme)
    , m_from(edge.from)
    , m_to(edge.to)
    , m_isInCycle(edge.isInCycle)
{
    const std::vector<graph::Point> &points = edge.path.points;
    if (points.empty())
        return;
    m_path.moveTo(toPoint(points.front()));
    for (std::size_t at = 1; at + 2 < points.size(); at += 3)
        m_path.cubicTo(toPoint(points[at]), toPoint(points[at + 1]), toPoint(points[at + 2]));
    m_arrow = arrowTo(toPoint(edge.path.tip), toPoint(points.back()));
    m_bounds = m_path.boundingRect().united(m_arrow.boundingRect()).adjusted(-3, -3, 3, 3);
}

void EdgeItem::setEmphasis(Emphasis emphasis)
{
    m_emphasis = emphasis;
    setOpacity(emphasis == Emphasis::Faint ? faint : 1);
    setZValue(emphasis == Emphasis::Strong ? 1.5 : 1);
    update();
}

void EdgeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    QColor color = m_theme.color(ColorRole::Muted);
    if (m_emphasis == Emphasis::Strong)
        color = m_theme.color(ColorRole::Accent);
    if (m_isInCycle)
        color = m_theme.color(ColorRole::Critical);
    painter->setPen(QPen(color, m_emphasis == Emphasis::Strong || m_isInCycle ? 1.8 : 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(m_path);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawPolygon(m_arrow);
}

NodeItem::NodeItem(const controls::Theme &theme, const terraform::GraphNode &node, const graph::DrawnNode &drawn,
                   std::uint32_t index)
    : m_theme(theme)
    , m_box(toRect(drawn.box))
    , m_title(toText(drawn.title))
    , m_subtitle(toText(drawn.subtitle))
    , m_role(roleOf(node.kind))
    , m_index(index)
    , m_isInCycle(drawn.isInCycle)
{
    setFlag(ItemIsSelectable);
    setToolTip(toText(node.address));
    setZValue(2);
}

void NodeItem::setEmphasis(Emphasis emphasis)
{
    m_emphasis = emphasis;
    setOpacity(emphasis == Emphasis::Faint ? faint : 1);
    update();
}

void NodeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const bool chosen = isSelected();
    const QColor frame = m_theme.color(chosen        ? ColorRole::Accent
                                       : m_isInCycle ? ColorRole::Critical
                                                     : ColorRole::Line);
    painter->setPen(QPen(frame, chosen ? 2 : 1));
    painter->setBrush(m_theme.color(chosen ? ColorRole::Selection : ColorRole::Surface));
    painter->drawRoundedRect(m_box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.color(m_role));
    painter->drawRoundedRect(QRectF(m_box.left(), m_box.top(), graph::nodeMarkWidth, m_box.height()), 2, 2);

    const QRectF text = m_box.adjusted(graph::nodeMarkWidth + graph::nodePadding - 2, 3, -4, -4);
    painter->setFont(m_theme.textFont());
    painter->setPen(m_theme.color(ColorRole::Text));
    painter->drawText(text, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine, m_title);
    painter->setFont(m_theme.smallFont());
    painter->setPen(m_theme.color(ColorRole::Muted));
    painter->drawText(text, Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine, m_subtitle);
}

} // namespace drydock::graphview
