// SPDX-License-Identifier: MIT
#pragma once

#include "core/graph/drawing.h"
#include "core/terraform/dependencygraph.h"

#include <QGraphicsView>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace drydock::controls {
class Theme;
}

namespace drydock::graphview {

class EdgeItem;
class NodeItem;

/// A drawing that can be moved, zoomed and walked through with the arrow keys: right to what a node needs, left to what
/// needs it, up and down to its neighbours.
class GraphCanvas final : public QGraphicsView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GraphCanvas)

public:
    explicit GraphCanvas(const controls::Theme &theme, QWidget *parent = nullptr);
    ~GraphCanvas() override;

    /// Replaces what is shown; a node that was chosen stays so. Fits into the view as far
    /// as it can be read, unless the user zoomed.
    void show(const terraform::DependencyGraph &graph, const graph::Drawing &drawing);
    /// Chooses the node of an address and scrolls to it; false where it is not shown.
    bool choose(const QString &address);
    /// The address of the chosen node; empty where there is none.
    [[nodiscard]] QString chosen() const;
    void clearChoice();
    /// The whole drawing as a picture, `scale` pixels for one of the drawing.
    [[nodiscard]] QImage picture(double scale) const;

    void zoomBy(double factor);
    /// All of it, however small.
    void fit();
    /// All of it, but no smaller than can be read.
    void fitReadable();
    void resetZoom();
    [[nodiscard]] double zoom() const { return transform().m11(); }

Q_SIGNALS:
    void chosenChanged(const QString &address);
    void activated(const QString &address); ///< Enter or a double click

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;

private:
    /// How the drawing follows the size of the view.
    enum class Fit { None, Readable, Whole };

    void applyFit();
    void emphasize();
    void step(int key);
    [[nodiscard]] NodeItem *chosenItem() const;
    [[nodiscard]] NodeItem *along(const NodeItem &from, int key) const;
    [[nodiscard]] NodeItem *beside(const NodeItem &from, int key) const;

    const controls::Theme &m_theme;
    std::vector<NodeItem *> m_nodes; ///< owned by the scene
    std::vector<EdgeItem *> m_edges;
    Fit m_fit = Fit::Readable;
};

} // namespace drydock::graphview
