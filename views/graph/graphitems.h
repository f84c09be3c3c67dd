// SPDX-License-Identifier: MIT
#pragma once

#include "core/graph/drawing.h"
#include "core/terraform/dependencygraph.h"
#include "views/controls/theme.h"

#include <QGraphicsItem>
#include <QPainterPath>

namespace drydock::graphview {

/// The colour that shows what kind of thing a node is.
[[nodiscard]] controls::ColorRole roleOf(terraform::GraphNodeKind kind);

/// How much an item stands out, as the selection has it.
enum class Emphasis { Normal, Strong, Faint };

/// The frame around a module.
class GroupItem final : public QGraphicsItem
{
public:
    GroupItem(const controls::Theme &theme, const graph::DrawnGroup &group);
    [[nodiscard]] QRectF boundingRect() const override { return m_box; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const controls::Theme &m_theme;
    QRectF m_box;
    QString m_title;
};

class EdgeItem final : public QGraphicsItem
{
public:
    EdgeItem(const controls::Theme &theme, const graph::DrawnEdge &edge);
    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

    void setEmphasis(Emphasis emphasis);
    [[nodiscard]] std::uint32_t from() const { return m_from; }
    [[nodiscard]] std::uint32_t to() const { return m_to; }

private:
    const controls::Theme &m_theme;
    QPainterPath m_path;
    QPolygonF m_arrow;
    QRectF m_bounds;
    std::uint32_t m_from;
    std::uint32_t m_to;
    bool m_isInCycle;
    Emphasis m_emphasis = Emphasis::Normal;
};

class NodeItem final : public QGraphicsItem
{
public:
    /// `index`: the position in Drawing::nodes.
    NodeItem(const controls::Theme &theme, const terraform::GraphNode &node, const graph::DrawnNode &drawn,
             std::uint32_t index);
    [[nodiscard]] QRectF boundingRect() const override { return m_box.adjusted(-3, -3, 3, 3); }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

    void setEmphasis(Emphasis emphasis);
    [[nodiscard]] std::uint32_t index() const { return m_index; }
    [[nodiscard]] QRectF box() const { return m_box; }
    [[nodiscard]] QString address() const { return toolTip(); }

private:
    const controls::Theme &m_theme;
    QRectF m_box;
    QString m_title;
    QString m_subtitle;
    controls::ColorRole m_role;
    std::uint32_t m_index;
    bool m_isInCycle;
    Emphasis m_emphasis = Emphasis::Normal;
};

} // namespace drydock::graphview
