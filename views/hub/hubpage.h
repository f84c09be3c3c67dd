// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/task.h"
#include "views/hub/projecttile.h"
#include "views/shell/page.h"
#include "views/shell/pagecontext.h"
#include "views/shell/taskrunner.h"

#include <functional>

class QStackedWidget;

namespace drydock::wiring {
class Services;
}

namespace drydock::hub {

class ProjectsView;
class SummaryView;

/// Makes the demo project (or finds it) and returns its slug; runs on a worker thread.
using DemoMaker = std::function<Result<std::string>(const Task &)>;

/// Projects as tiles, and a summary of the one in focus.
class HubPage final : public shell::Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HubPage)

public:
    HubPage(shell::PageContext &context, const wiring::Services &services, DemoMaker demo, QObject *parent = nullptr);
    ~HubPage() override;

    [[nodiscard]] QString id() const override { return QStringLiteral("hub"); }
    [[nodiscard]] QString title() const override { return tr("Hub"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("go-home"); }
    [[nodiscard]] QWidget *widget() override;
    [[nodiscard]] QList<QAction *> actions() const override;
    [[nodiscard]] QList<QAction *> visibleActions() const override;
    [[nodiscard]] QStringList trail() const override;
    void open(const shell::Link &link) override;
    [[nodiscard]] shell::Link location() const override;
    bool backOut() override;

    /// Loads tiles and summary again; also fills the project switcher.
    void reload();
    /// Registers a folder (dropped, or from the command line) and shows it; a known one is only shown.
    void openFolder(const QString &folder);
    void openDemo();

private:
    QAction *addAction(const QString &actionId, const QString &text, const QString &iconName, void (HubPage::*slot)());
    void reloadSummary();
    void runCommand(TileCommand command, const project::Project &project);
    void createProject();
    void chooseFolder();
    void reviewActive();
    void renameActive();
    void archiveActive();
    void deleteActive();
    void rename(const project::Project &project);
    void setArchived(const project::Project &project, project::ProjectState state);
    void remove(const project::Project &project);
    void openPage(const QString &page, const QString &slug, const QString &id = {});
    void showProject(const project::Project &project);
    void withActive(const std::function<void(const project::Project &)> &then);

    shell::PageContext &m_context;
    const wiring::Services &m_services;
    DemoMaker m_demo;
    QList<QAction *> m_actions;
    QList<QAction *> m_projectActions;
    QStackedWidget *m_stack = nullptr;
    ProjectsView *m_projects = nullptr;
    SummaryView *m_summary = nullptr;
    bool m_showsSummary = false;
    bool m_isFirstRun = false; ///< the card in the page offers what the bar would
    shell::TaskSlot m_tilesTask;
    shell::TaskSlot m_summaryTask;
};

} // namespace drydock::hub
