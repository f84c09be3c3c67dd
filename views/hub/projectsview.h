// SPDX-License-Identifier: MIT
#pragma once

#include "views/hub/projecttile.h"

#include <QWidget>

#include <vector>

namespace drydock::controls {
class ChipRow;
class ContentStack;
class FlowLayout;
class SearchField;
} // namespace drydock::controls

namespace drydock::hub {

/// All projects as tiles, with a filter; the first-run card where there is none.
class ProjectsView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProjectsView)

public:
    explicit ProjectsView(const controls::Theme &theme, QWidget *parent = nullptr);

    void showLoading();
    void showTiles(std::vector<project::ProjectTile> tiles);
    void showError(const Error &error);
    /// Empties the filter; false when it was empty.
    bool clearFilter();

Q_SIGNALS:
    void wanted(drydock::hub::TileCommand command, const drydock::project::Project &project);
    void createWanted();
    void openFolderWanted();
    void demoWanted();
    void retryWanted();

private:
    [[nodiscard]] QWidget *makeFirstRun();
    void refresh();

    const controls::Theme &m_theme;
    controls::SearchField *m_search;
    controls::ChipRow *m_chips;
    controls::ContentStack *m_stack;
    QWidget *m_filterRow;
    QWidget *m_firstRun;
    QWidget *m_grid;
    controls::FlowLayout *m_flow;
    std::vector<project::ProjectTile> m_tiles;
};

} // namespace drydock::hub
