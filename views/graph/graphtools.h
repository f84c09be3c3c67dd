// SPDX-License-Identifier: MIT
#pragma once

#include "core/graph/layout.h"
#include "core/graph/selection.h"
#include "core/terraform/dependencygraph.h"

#include <QList>
#include <QWidget>

#include <string>
#include <vector>

class QAction;
class QComboBox;
class QLabel;
class QToolButton;

namespace drydock::controls {
class SearchField;
class Theme;
} // namespace drydock::controls

namespace drydock::graphview {

/// The row above the graph: what is shown of it, zoom, export.
class GraphTools final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GraphTools)

public:
    explicit GraphTools(const controls::Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] terraform::GraphOptions options() const;
    /// Without the focus, which is the chosen node's.
    [[nodiscard]] graph::Selection selection() const;
    [[nodiscard]] graph::LayoutInput::Direction direction() const;
    [[nodiscard]] bool isFocused() const;
    void setFocused(bool focused);
    void setFocusPossible(bool possible);
    /// Which of these is shown; a choice only where there are several.
    void setConfigurations(const std::vector<std::string> &configurations, const std::string &shown);
    [[nodiscard]] std::string configuration() const;
    void setModules(const std::vector<std::string> &modules);
    void setSummary(const QString &text);
    /// Whether there is something to zoom and to export.
    void setDrawn(bool drawn);
    void setFilter(const QString &text);
    void startFilter();

Q_SIGNALS:
    void optionsChanged();   ///< the graph has to be made anew
    void selectionChanged(); ///< something else of the same graph
    void zoomWanted(double factor);
    void fitWanted();
    void exportWanted(const QString &format); ///< "svg", "png", "dot", "json"

private:
    QToolButton *addButton(const QString &iconName, const QString &text);
    void addDrawingButtons();
    QToolButton *addExport();

    const controls::Theme &m_theme;
    controls::SearchField *m_filter;
    QComboBox *m_configuration;
    QComboBox *m_nodes;
    QComboBox *m_module;
    QToolButton *m_focus;
    QComboBox *m_distance;
    QToolButton *m_direction;
    QLabel *m_summary;
    QList<QToolButton *> m_forDrawing;
};

} // namespace drydock::graphview
