// SPDX-License-Identifier: MIT
#include "views/graph/graphcanvas.h"

#include "views/controls/theme.h"
#include "views/graph/graphitems.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace drydock::graphview {

static constexpr double margin = 24;
static constexpr double smallestZoom = 0.05;
static constexpr double largestZoom = 4;
static constexpr double smallestReadable = 0.6;
static constexpr double largestFit = 1.0;
static constexpr double zoomStep = 1.2;
// Larger pictures do not open everywhere.
static constexpr double longestSide = 16'000;

GraphCanvas::GraphCanvas(const controls::Theme &theme, QWidget *parent)
    : QGraphicsView(parent)
    , m_theme(theme)
{
    setScene(new QGraphicsScene(this));
    setRenderHint(QPainter::Antialiasing);
    setDragMode(ScrollHandDrag);
    setTransformationAnchor(AnchorUnderMouse);
    setResizeAnchor(AnchorViewCenter);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Resource graph"));
    viewport()->setCursor(Qt::ArrowCursor);
    connect(scene(), &QGraphicsScene::selectionChanged, this, [this] {
        emphasize();
        Q_EMIT chosenChanged(chosen());
    });
    connect(&theme, &controls::Theme::changed, this, [this] {
        scene()->update();
        viewport()->update();
    });
}

GraphCanvas::~GraphCanvas()
{
    // The scene tells of every chosen item that ends.
    disconnect(scene(), nullptr, this, nullptr);
}

void GraphCanvas::show(const terraform::DependencyGraph &graph, const graph::Drawing &drawing)
{
    const QString before = chosen();
    {
        const QSignalBlocker quiet(scene());
        m_nodes.clear();
        m_edges.clear();
        scene()->clear();
    }
    for (const graph::DrawnGroup &group : drawing.groups)
        scene()->addItem(new GroupItem(m_theme, group));
    for (const graph::DrawnEdge &edge : drawing.edges) {
        m_edges.push_back(new EdgeItem(m_theme, edge));
        scene()->addItem(m_edges.back());
    }
    for (const graph::DrawnNode &node : drawing.nodes) {
        const auto index = static_cast<std::uint32_t>(m_nodes.size());
        m_nodes.push_back(new NodeItem(m_theme, graph.nodes()[node.node], node, index));
        scene()->addItem(m_nodes.back());
    }
    scene()->setSceneRect(QRectF(0, 0, drawing.width, drawing.height).adjusted(-margin, -margin, margin, margin));
    emphasize();
    applyFit();
    if (!before.isEmpty() && !choose(before))
        Q_EMIT chosenChanged({});
}

NodeItem *GraphCanvas::chosenItem() const
{
    const auto found = std::ranges::find_if(m_nodes, [](const NodeItem *node) { return node->isSelected(); });
    return found == m_nodes.end() ? nullptr : *found;
}

QString GraphCanvas::chosen() const
{
    const NodeItem *node = chosenItem();
    return node != nullptr ? node->address() : QString();
}

void GraphCanvas::clearChoice()
{
    scene()->clearSelection();
}

bool GraphCanvas::choose(const QString &address)
{
    const auto found = std::ranges::find_if(m_nodes, [&](const NodeItem *node) { return node->address() == address; });
    if (found == m_nodes.end())
        return false;
    scene()->clearSelection();
    (*found)->setSelected(true);
    ensureVisible((*found)->box(), 40, 40);
    return true;
}

/// The chosen node's neighbours stay, all else steps back.
void GraphCanvas::emphasize()
{
    const NodeItem *node = chosenItem();
    setAccessibleDescription(node != nullptr ? node->address() : QString());
    std::vector<bool> near(m_nodes.size(), node == nullptr);
    if (node != nullptr)
        near[node->index()] = true;
    for (EdgeItem *edge : m_edges) {
        const bool touches = node != nullptr && (edge->from() == node->index() || edge->to() == node->index());
        if (touches)
            near[edge->from()] = near[edge->to()] = true;
        edge->setEmphasis(node == nullptr ? Emphasis::Normal : touches ? Emphasis::Strong : Emphasis::Faint);
    }
    for (NodeItem *each : m_nodes)
        each->setEmphasis(near[each->index()] ? Emphasis::Normal : Emphasis::Faint);
}

NodeItem *GraphCanvas::along(const NodeItem &from, int key) const
{
    NodeItem *best = nullptr;
    for (const EdgeItem *edge : m_edges) {
        const bool leads = key == Qt::Key_Right ? edge->from() == from.index() : edge->to() == from.index();
        NodeItem *other = leads ? m_nodes[key == Qt::Key_Right ? edge->to() : edge->from()] : nullptr;
        if (other != nullptr && (best == nullptr || other->box().top() < best->box().top()))
            best = other;
    }
    return best;
}

NodeItem *GraphCanvas::beside(const NodeItem &from, int key) const
{
    NodeItem *best = nullptr;
    double bestDistance = 0;
    for (NodeItem *node : m_nodes) {
        const QPointF way = node->box().center() - from.box().center();
        if (key == Qt::Key_Down ? way.y() <= 1 : way.y() >= -1)
            continue;
        // What stands in the same column comes first.
        const double distance = std::abs(way.y()) + 3 * std::abs(way.x());
        if (best == nullptr || distance < bestDistance) {
            best = node;
            bestDistance = distance;
        }
    }
    return best;
}

void GraphCanvas::step(int key)
{
    const NodeItem *from = chosenItem();
    NodeItem *to = nullptr;
    if (from == nullptr)
        to = m_nodes.empty() ? nullptr : m_nodes.front();
    else
        to = key == Qt::Key_Left || key == Qt::Key_Right ? along(*from, key) : beside(*from, key);
    if (to != nullptr)
        choose(to->address());
}

void GraphCanvas::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        step(event->key());
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!chosen().isEmpty())
            Q_EMIT activated(chosen());
        return;
    case Qt::Key_Plus:
        zoomBy(zoomStep);
        return;
    case Qt::Key_Minus:
        zoomBy(1 / zoomStep);
        return;
    case Qt::Key_0:
        fit();
        return;
    case Qt::Key_1:
        resetZoom();
        return;
    default:
        QGraphicsView::keyPressEvent(event);
    }
}

void GraphCanvas::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QGraphicsView::wheelEvent(event);
        return;
    }
    zoomBy(std::pow(zoomStep, event->angleDelta().y() / 120.0));
    event->accept();
}

void GraphCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    QGraphicsView::mouseDoubleClickEvent(event);
    if (!chosen().isEmpty())
        Q_EMIT activated(chosen());
}

void GraphCanvas::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    applyFit();
}

void GraphCanvas::drawBackground(QPainter *painter, const QRectF &rect)
{
    painter->fillRect(rect, m_theme.color(controls::ColorRole::Surface));
}

void GraphCanvas::zoomBy(double factor)
{
    const double wanted = std::clamp(zoom() * factor, smallestZoom, largestZoom);
    scale(wanted / zoom(), wanted / zoom());
    m_fit = Fit::None;
}

void GraphCanvas::fit()
{
    m_fit = Fit::Whole;
    applyFit();
}

void GraphCanvas::fitReadable()
{
    m_fit = Fit::Readable;
    applyFit();
}

void GraphCanvas::applyFit()
{
    const QRectF all = sceneRect();
    if (m_fit == Fit::None || all.isEmpty())
        return;
    const double smallest = m_fit == Fit::Readable ? smallestReadable : smallestZoom;
    const double whole = std::min(viewport()->width() / all.width(), viewport()->height() / all.height());
    const double wanted = std::clamp(whole, smallest, largestFit);
    setTransform(QTransform::fromScale(wanted, wanted));
    centerOn(all.center());
}

void GraphCanvas::resetZoom()
{
    zoomBy(1 / zoom());
    if (const NodeItem *node = chosenItem())
        centerOn(node->box().center());
}

QImage GraphCanvas::picture(double scale) const
{
    const QRectF all = sceneRect();
    const double fitting = std::min(scale, longestSide / std::max({all.width(), all.height(), 1.0}));
    QImage image((all.size() * fitting).toSize().expandedTo(QSize(1, 1)), QImage::Format_ARGB32_Premultiplied);
    image.fill(m_theme.color(controls::ColorRole::Surface));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    scene()->render(&painter, QRectF(image.rect()), all);
    return image;
}

} // namespace drydock::graphview
