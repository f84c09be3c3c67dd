// SPDX-License-Identifier: MIT
#pragma once

#include "app/wiring/services.h"
#include "views/controls/dialogs.h"
#include "views/controls/syntax.h"
#include "views/controls/theme.h"
#include "views/shell/activeproject.h"
#include "views/shell/navigator.h"
#include "views/shell/notifications.h"
#include "views/shell/pagecontext.h"
#include "views/shell/problemlist.h"
#include "views/shell/statusboard.h"
#include "views/shell/taskrunner.h"

#include <QObject>

#include <memory>

class QSettings;

namespace drydock::configurations {
class ConfigurationsPage;
}

namespace drydock::hub {
class HubPage;
}

namespace drydock::shell {
class MainWindow;
}

namespace drydock::station {
class StationController;
}

namespace drydock::workbench {

/// The wiring of the window: services, context, pages. Everything a page needs is handed to it here.
class Workbench final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Workbench)

public:
    /// `settings` and `dialogs` outlive the workbench.
    Workbench(std::unique_ptr<wiring::Services> services, QSettings &settings, controls::Dialogs &dialogs);
    ~Workbench() override;

    [[nodiscard]] shell::MainWindow &window() { return *m_window; }
    [[nodiscard]] shell::PageContext &context() { return m_context; }
    [[nodiscard]] const wiring::Services &services() const { return *m_services; }
    [[nodiscard]] station::StationController &station() { return *m_station; }

    /// A folder, or a drydock:// link; empty: what was shown last.
    void open(const QString &place);
    void openDemo();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void restoreAppearance();
    void addPages();
    void addResourceGraph(configurations::ConfigurationsPage &page);
    void addKnowledgeDock();

    std::unique_ptr<wiring::Services> m_services;
    QSettings &m_settings;
    controls::Theme m_theme;
    controls::Syntax m_syntax;
    shell::Notifications m_notifications;
    shell::Navigator m_navigator;
    shell::ActiveProject m_project;
    shell::StatusBoard m_status;
    shell::ProblemList m_problems;
    std::unique_ptr<station::StationController> m_station;
    // Behind what its work uses: it waits for running work when it goes.
    shell::TaskRunner m_tasks;
    shell::PageContext m_context;
    hub::HubPage *m_hub = nullptr;
    std::unique_ptr<shell::MainWindow> m_window;
};

} // namespace drydock::workbench
