// SPDX-License-Identifier: MIT
#pragma once

#include "core/project/project.h"

#include <QWidget>

class QMenu;

namespace drydock::controls {
class Theme;
}

namespace drydock::hub {

/// What a tile or its menu asks for.
enum class TileCommand { Open, Review, Generate, OpenFolder, Findings, Library, Rename, Archive, Unarchive, Delete };

/// A project at a glance: last run, open findings by severity, assets, quick actions.
class ProjectTile final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProjectTile)

public:
    ProjectTile(const controls::Theme &theme, const project::ProjectTile &tile, QWidget *parent);
    [[nodiscard]] const project::Project &project() const { return m_project; }

Q_SIGNALS:
    void wanted(drydock::hub::TileCommand command);

private:
    [[nodiscard]] QWidget *makeFindings(const project::ProjectTile &tile);
    [[nodiscard]] QWidget *makeFacts(const project::ProjectTile &tile);
    [[nodiscard]] QWidget *makeActions();

    const controls::Theme &m_theme;
    project::Project m_project;
};

} // namespace drydock::hub
