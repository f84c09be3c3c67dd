// SPDX-License-Identifier: MIT
#include "app/workbench/workbench.h"

#include "app/wiring/demoproject.h"
#include "app/workbench/librarytools.h"
#include "app/workbench/locatorsources.h"
#include "views/compare/comparepage.h"
#include "views/configurations/configurationspage.h"
#include "views/generate/generatepage.h"
#include "views/graph/graphview.h"
#include "views/hub/hubpage.h"
#include "views/knowledge/articleview.h"
#include "views/knowledge/knowledgepage.h"
#include "views/library/librarypage.h"
#include "views/models/text.h"
#include "views/reviews/reviewspage.h"
#include "views/settings/settingspage.h"
#include "views/shell/mainwindow.h"
#include "views/shell/rail.h"
#include "views/station/stationcontroller.h"
#include "views/station/stationpage.h"

#include <QDockWidget>
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace drydock::workbench {

Workbench::Workbench(std::unique_ptr<wiring::Services> services, QSettings &settings, controls::Dialogs &dialogs)
    : m_services(std::move(services))
    , m_settings(settings)
    , m_syntax(m_theme)
    , m_station(std::make_unique<station::StationController>(m_services->workspace().root()))
    , m_context{m_theme,     m_syntax,  dialogs,  m_tasks,    m_notifications,
                m_navigator, m_project, m_status, m_problems, settings}
{
    restoreAppearance();
    m_window = std::make_unique<shell::MainWindow>(m_context);
    addPages();
    addKnowledgeDock();
    for (shell::LocatorSource &source : locatorSources(*m_services))
        m_window->locator().addSource(std::move(source));
    m_window->setAcceptDrops(true);
    m_window->installEventFilter(this);
}

Workbench::~Workbench()
{
    // Pages first: they hold on to the context.
    m_window.reset();
}

void Workbench::restoreAppearance()
{
    m_theme.setMode(static_cast<controls::ThemeMode>(m_settings.value(u"appearance/theme"_s, 0).toInt()));
    m_theme.setZoom(m_settings.value(u"appearance/zoom"_s, 100).toInt());
    m_theme.setFonts(m_settings.value(u"appearance/textFont"_s).toString(),
                     m_settings.value(u"appearance/codeFont"_s).toString());
    m_theme.install();
}

void Workbench::addPages()
{
    const auto demo = [&services = *m_services](const Task &task) -> Result<std::string> {
        task.report(-1, "Copying the configurations");
        return wiring::demoProject(services).map([](project::Project found) { return std::move(found.slug); });
    };
    m_hub = new hub::HubPage(m_context, *m_services, demo);
    m_window->addPage(m_hub, shell::RailPlace::Top);
    auto *configurations = new configurations::ConfigurationsPage(m_context, *m_services);
    addResourceGraph(*configurations);
    m_window->addPage(configurations, shell::RailPlace::Top);
    m_window->addPage(new generate::GeneratePage(m_context, *m_services, checkTools(*m_services, *m_station)),
                      shell::RailPlace::Top);
    m_window->addPage(new reviews::ReviewsPage(m_context, *m_services), shell::RailPlace::Top);
    m_window->addPage(new library::LibraryPage(m_context, *m_services, libraryTools(*m_services, *m_station)),
                      shell::RailPlace::Top);
    m_window->addPage(new compare::ComparePage(m_context, *m_services), shell::RailPlace::Top);
    m_window->addPage(new knowledgeview::KnowledgePage(m_context, *m_services), shell::RailPlace::Top);
    m_window->addPage(new station::StationPage(m_context, *m_services, *m_station), shell::RailPlace::Top);
    m_window->addPage(new settingsview::SettingsPage(m_context, m_services->workspace().root()),
                      shell::RailPlace::Bottom);
    m_hub->reload();
}

void Workbench::addResourceGraph(configurations::ConfigurationsPage &page)
{
    const auto make = [this] {
        auto *view = new graphview::GraphView(m_context, &m_services->modules());
        connect(view, &graphview::GraphView::sourceWanted, view, [this](const QString &file, int line) {
            m_navigator.open(
                shell::Link{u"configurations"_s, file + u':' + QString::number(line), m_project.slug(), {}});
        });
        return view;
    };
    const auto show = [](QWidget *widget, const project::Project &project) {
        qobject_cast<graphview::GraphView *>(widget)->open(project.root);
    };
    m_window->locator().addQuestion(
        [page = &page](const QString &project, QObject *receiver, const shell::LocatorAnswer &answer) {
            page->findAddresses(project, receiver, answer);
        });
    page.addProjectView({u"configurations.graph"_s, tr("Resource graph"), u"distribute-graph-directed"_s, make, show});
}

void Workbench::addKnowledgeDock()
{
    auto *view = new knowledgeview::ArticleView(m_context, *m_services, knowledgeview::ArticlePlace::Dock);
    view->setMinimumWidth(m_theme.px(280));
    QDockWidget *dock = m_window->addSideDock(u"knowledgeDock"_s, tr("Knowledge"), view,
                                              QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K));
    connect(m_window.get(), &shell::MainWindow::articleWanted, view, [view, dock](const QString &article) {
        view->setProperty("wanted", article);
        if (dock->isVisible() && article != view->article())
            view->showArticle(article);
    });
    connect(dock, &QDockWidget::visibilityChanged, view, [view](bool visible) {
        const QString article = view->property("wanted").toString();
        if (visible && article != view->article())
            view->showArticle(article);
    });
}

void Workbench::open(const QString &place)
{
    const shell::Link hub{u"hub"_s, {}, {}, {}};
    m_window->restoreSession(hub);
    if (place.isEmpty() || m_navigator.open(place))
        return;
    m_hub->openFolder(QFileInfo(place).absoluteFilePath());
}

void Workbench::openDemo()
{
    m_navigator.open(shell::Link{u"hub"_s, {}, {}, {}});
    m_hub->openDemo();
}

bool Workbench::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::Drop) {
        auto *drop = static_cast<QDropEvent *>(event);
        const QList<QUrl> urls = drop->mimeData()->urls();
        if (urls.size() != 1 || !QFileInfo(urls.first().toLocalFile()).isDir())
            return false;
        drop->acceptProposedAction();
        if (event->type() == QEvent::Drop)
            m_hub->openFolder(urls.first().toLocalFile());
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace drydock::workbench
