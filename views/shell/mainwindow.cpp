// SPDX-License-Identifier: MIT
#include "views/shell/mainwindow.h"

#include "views/controls/dialogs.h"
#include "views/controls/theme.h"
#include "views/shell/actionregistry.h"
#include "views/shell/activeproject.h"
#include "views/shell/activitydock.h"
#include "views/shell/commandpalette.h"
#include "views/shell/finder.h"
#include "views/shell/header.h"
#include "views/shell/navigator.h"
#include "views/shell/notificationcentre.h"
#include "views/shell/notifications.h"
#include "views/shell/page.h"
#include "views/shell/pagebar.h"
#include "views/shell/rail.h"
#include "views/shell/shortcutsheet.h"
#include "views/shell/taskrunner.h"
#include "views/shell/toastlayer.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDockWidget>
#include <QKeyEvent>
#include <QSettings>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace drydock::shell {

namespace {

const QString geometryKey = u"session/geometry"_s;
const QString docksKey = u"session/docks"_s;
const QString linkKey = u"session/link"_s;
const QString pagesKey = u"session/pages/"_s;
constexpr int zoomStep = 10;

QFrame *makeLine(Qt::Orientation orientation)
{
    auto *line = new QFrame;
    line->setProperty("kind", u"line"_s);
    if (orientation == Qt::Horizontal)
        line->setFixedHeight(1);
    else
        line->setFixedWidth(1);
    return line;
}

} // namespace

MainWindow::MainWindow(PageContext &context, QWidget *parent)
    : QMainWindow(parent)
    , m_context(context)
    , m_actions(new ActionRegistry(context.settings, this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Drydock"));
    setMinimumSize(800, 560);
    resize(1280, 800);
    buildLayout();
    addCommands();
    addViewCommands();
    connect(&context.navigator, &Navigator::wanted, this, &MainWindow::showPlace);
    connect(&context.project, &ActiveProject::changed, this, [this] {
        setWindowTitle(m_context.project.isSet() ? tr("%1 – Drydock").arg(m_context.project.name()) : tr("Drydock"));
        refreshBar();
    });
}

MainWindow::~MainWindow() = default;

void MainWindow::buildLayout()
{
    auto *central = new QWidget(this);
    auto *row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_rail = new Rail(m_context.theme, central);
    m_header = new Header(Header::Sources{m_context.theme, m_context.project, m_context.navigator, m_context.status,
                                          m_context.tasks, m_context.notifications},
                          central);
    m_docks = new QMainWindow(central, Qt::Widget);
    m_docks->setWindowFlags(Qt::Widget); // the constructor made it a window
    m_docks->setDockOptions(QMainWindow::AllowTabbedDocks);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(makeLine(Qt::Horizontal));
    column->addWidget(m_docks, 1);
    row->addWidget(m_rail);
    row->addWidget(makeLine(Qt::Vertical));
    row->addLayout(column, 1);
    setCentralWidget(central);

    auto *pageArea = new QWidget(m_docks);
    auto *pageColumn = new QVBoxLayout(pageArea);
    pageColumn->setContentsMargins(0, 0, 0, 0);
    pageColumn->setSpacing(0);
    m_bar = new PageBar(m_context.theme, pageArea);
    m_stack = new QStackedWidget(pageArea);
    pageColumn->addWidget(m_bar);
    pageColumn->addWidget(makeLine(Qt::Horizontal));
    pageColumn->addWidget(m_stack, 1);
    m_docks->setCentralWidget(pageArea);
    m_activity = new ActivityDock(ActivityDock::Sources{m_context.theme, m_context.tasks, m_context.notifications,
                                                        m_context.problems, m_context.navigator},
                                  m_docks);
    m_docks->addDockWidget(Qt::BottomDockWidgetArea, m_activity);
    m_docks->setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);

    m_finder = new Finder(m_context.theme, this);
    m_locator = new Locator(*m_finder, m_context.navigator, m_context.tasks, this);
    m_centre = new NotificationCentre(m_context.theme, m_context.navigator, m_context.notifications, this);
    m_toasts = new ToastLayer(m_context.theme, m_context.navigator, m_context.notifications, this);
    connect(m_rail, &Rail::chosen, this, [this](const QString &id) {
        Page *target = page(id);
        const Link place = m_widgets.contains(target) ? target->location() : Link{id, {}, m_context.project.slug(), {}};
        m_context.navigator.open(
            place.project == m_context.project.slug() ? place : Link{id, {}, m_context.project.slug(), {}});
    });
    connect(m_bar, &PageBar::wanted, this, [this](const Link &link) { m_context.navigator.open(link); });
    connect(m_header, &Header::searchWanted, this, [this] { m_locator->open(m_context.project.slug()); });
    connect(m_header, &Header::tasksWanted, this, [this] { m_activity->showTab(ActivityDock::Tab::Tasks); });
    connect(m_header, &Header::notificationsWanted, this,
            [this] { m_centre->openBelow(m_header->notificationButton()); });
}

QAction *MainWindow::addCommand(const QString &id, const QString &text, const QString &category,
                                const QList<QKeySequence> &keys, const QString &iconName)
{
    auto *action = new QAction(text, this);
    action->setObjectName(id);
    action->setShortcuts(keys);
    action->setProperty("iconName", iconName);
    addAction(action);
    m_actions->add(action, category);
    return action;
}

void MainWindow::addCommands()
{
    const QString go = tr("Go");
    Navigator &navigator = m_context.navigator;
    connect(addCommand(u"go.anything"_s, tr("Go to anything"), go, {Qt::CTRL | Qt::Key_K}, u"edit-find"_s),
            &QAction::triggered, this, [this] { m_locator->open(m_context.project.slug()); });
    connect(addCommand(u"go.palette"_s, tr("Show all commands"), go, {Qt::CTRL | Qt::SHIFT | Qt::Key_P},
                       u"application-menu"_s),
            &QAction::triggered, this, [this] { openPalette(*m_finder, *m_actions); });
    QAction *back = addCommand(u"go.back"_s, tr("Back"), go, {Qt::ALT | Qt::Key_Left}, u"go-previous"_s);
    QAction *forward = addCommand(u"go.forward"_s, tr("Forward"), go, {Qt::ALT | Qt::Key_Right}, u"go-next"_s);
    connect(back, &QAction::triggered, &navigator, &Navigator::back);
    connect(forward, &QAction::triggered, &navigator, &Navigator::forward);
    const auto enable = [back, forward, &navigator] {
        back->setEnabled(navigator.canGoBack());
        forward->setEnabled(navigator.canGoForward());
    };
    connect(&navigator, &Navigator::historyChanged, this, enable);
    enable();
    connect(addCommand(u"go.project"_s, tr("Switch project"), go, {Qt::CTRL | Qt::Key_P}, u"folder-symbolic"_s),
            &QAction::triggered, m_header, &Header::showProjectMenu);
    connect(addCommand(u"go.copyLink"_s, tr("Copy link to this place"), go, {Qt::CTRL | Qt::SHIFT | Qt::Key_L},
                       u"edit-link"_s),
            &QAction::triggered, this, [this] {
                QApplication::clipboard()->setText(m_context.navigator.current().text());
                m_context.notifications.inform(tr("The link was copied."));
            });
    connect(addCommand(u"help.shortcuts"_s, tr("Keyboard shortcuts"), tr("Help"),
                       {Qt::Key_F1, Qt::CTRL | Qt::Key_Slash}, u"input-keyboard"_s),
            &QAction::triggered, this, [this] {
                auto *sheet = new ShortcutSheet(m_context.theme, *m_actions, this);
                sheet->setAttribute(Qt::WA_DeleteOnClose);
                sheet->open();
            });
    connect(addCommand(u"app.quit"_s, tr("Quit"), tr("Drydock"), {QKeySequence::Quit}, u"application-exit"_s),
            &QAction::triggered, this, &QWidget::close);
}

void MainWindow::addViewCommands()
{
    const QString view = tr("View");
    const auto theme = [this, view](const QString &id, const QString &text, controls::ThemeMode mode) {
        connect(addCommand(id, text, view, {}, u"color-management"_s), &QAction::triggered, this, [this, mode] {
            m_context.theme.setMode(mode);
            m_context.settings.setValue(u"appearance/theme"_s, static_cast<int>(mode));
        });
    };
    theme(u"view.themeSystem"_s, tr("Theme: follow the system"), controls::ThemeMode::System);
    theme(u"view.themeLight"_s, tr("Theme: light"), controls::ThemeMode::Light);
    theme(u"view.themeDark"_s, tr("Theme: dark"), controls::ThemeMode::Dark);
    theme(u"view.themeContrast"_s, tr("Theme: high contrast"), controls::ThemeMode::HighContrast);
    connect(addCommand(u"view.zoomIn"_s, tr("Zoom in"), view,
                       {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)}, u"zoom-in"_s),
            &QAction::triggered, this, [this] { zoomBy(zoomStep); });
    connect(addCommand(u"view.zoomOut"_s, tr("Zoom out"), view, {Qt::CTRL | Qt::Key_Minus}, u"zoom-out"_s),
            &QAction::triggered, this, [this] { zoomBy(-zoomStep); });
    connect(addCommand(u"view.zoomReset"_s, tr("Actual size"), view, {Qt::CTRL | Qt::Key_0}, u"zoom-original"_s),
            &QAction::triggered, this, [this] { zoomBy(100 - m_context.theme.zoom()); });
    connect(addCommand(u"view.problems"_s, tr("Show problems"), view, {Qt::CTRL | Qt::SHIFT | Qt::Key_M},
                       u"data-warning"_s),
            &QAction::triggered, this, [this] { m_activity->showTab(ActivityDock::Tab::Problems); });
    connect(addCommand(u"view.tasks"_s, tr("Show tasks"), view, {Qt::CTRL | Qt::SHIFT | Qt::Key_T}, u"view-task"_s),
            &QAction::triggered, this, [this] { m_activity->showTab(ActivityDock::Tab::Tasks); });
    connect(
        addCommand(u"view.output"_s, tr("Show output"), view, {Qt::CTRL | Qt::SHIFT | Qt::Key_U}, u"dialog-messages"_s),
        &QAction::triggered, this, [this] { m_activity->showTab(ActivityDock::Tab::Output); });
    connect(addCommand(u"view.notifications"_s, tr("Show notifications"), view, {}, u"notifications"_s),
            &QAction::triggered, this, [this] { m_centre->openBelow(m_header->notificationButton()); });
    connect(addCommand(u"view.fullScreen"_s, tr("Full screen"), view, {Qt::Key_F11}, u"view-fullscreen"_s),
            &QAction::triggered, this, [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
}

void MainWindow::addPage(Page *page, RailPlace place)
{
    page->setParent(this);
    m_pages << page;
    const QString keys = m_pages.size() <= 9 ? u"Ctrl+%1"_s.arg(m_pages.size()) : QString();
    QAction *go =
        addCommand("go."_L1 + page->id(), tr("Go to %1").arg(page->title()), tr("Go"),
                   keys.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{QKeySequence(keys)}, page->iconName());
    connect(go, &QAction::triggered, this, [this, id = page->id()] { Q_EMIT m_rail->chosen(id); });
    m_rail->add(page->id(), page->title(), page->iconName(), QKeySequence(keys).toString(QKeySequence::NativeText),
                place);
    const auto actions = page->actions();
    for (QAction *action : actions)
        m_actions->add(action, page->title());
    QList<LocatorEntry> fixed;
    for (const Page *each : std::as_const(m_pages))
        fixed << LocatorEntry{each->title(), {}, tr("Page"), each->iconName(), Link{each->id(), {}, {}, {}}};
    m_locator->setFixed(fixed);
    connect(page, &Page::changed, this, [this, page] {
        if (page != m_current)
            return;
        m_context.navigator.note(page->location());
        refreshBar();
    });
    connect(page, &Page::articleWanted, this, [this, page](const QString &article) {
        if (page == m_current)
            Q_EMIT articleWanted(article);
    });
}

QDockWidget *MainWindow::addSideDock(const QString &id, const QString &title, QWidget *widget, const QKeySequence &keys)
{
    auto *dock = new QDockWidget(title, m_docks);
    dock->setObjectName(id);
    dock->setWidget(widget);
    dock->setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    dock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
    m_docks->addDockWidget(Qt::RightDockWidgetArea, dock);
    dock->hide();
    QAction *toggle = dock->toggleViewAction();
    toggle->setObjectName("view."_L1 + id);
    toggle->setText(tr("Show or hide “%1” beside the page").arg(title));
    toggle->setShortcut(keys);
    addAction(toggle);
    m_actions->add(toggle, tr("View"));
    return dock;
}

Page *MainWindow::page(const QString &id) const
{
    for (Page *each : m_pages) {
        if (each->id() == id)
            return each;
    }
    return nullptr;
}

void MainWindow::build(Page *page)
{
    if (m_widgets.contains(page))
        return;
    QWidget *widget = page->widget();
    m_widgets.insert(page, widget);
    m_stack->addWidget(widget);
    if (widget->focusPolicy() == Qt::NoFocus)
        widget->setFocusPolicy(Qt::ClickFocus);
    widget->addActions(page->actions());
    page->restoreState(m_context.settings.value(pagesKey + page->id()).toMap());
}

void MainWindow::showPlace(const Link &link)
{
    Page *target = page(link.page);
    if (!target) {
        m_context.notifications.failed(
            tr("The link was not opened."),
            Error{"link.unknown-page", "There is no page of this name.", link.text().toStdString(), {}});
        return;
    }
    if (!link.project.isEmpty())
        m_context.project.choose(link.project);
    build(target);
    m_current = target;
    m_stack->setCurrentWidget(m_widgets.value(target));
    if (!focusWidget() || !m_stack->isAncestorOf(focusWidget()))
        m_widgets.value(target)->setFocus(Qt::OtherFocusReason);
    m_rail->setCurrent(target->id());
    target->open(link);
    refreshBar();
}

void MainWindow::refreshBar()
{
    if (!m_current)
        return;
    QList<Crumb> crumbs;
    const ActiveProject &project = m_context.project;
    if (project.isSet())
        crumbs << Crumb{project.name(), Link{u"hub"_s, u"summary"_s, project.slug(), {}}};
    crumbs << Crumb{m_current->title(), Link{m_current->id(), {}, project.slug(), {}}};
    const QStringList trail = m_current->trail();
    for (const QString &text : trail)
        crumbs << Crumb{text, {}};
    m_bar->setCrumbs(crumbs);
    m_bar->setActions(m_current->visibleActions());
}

void MainWindow::zoomBy(int percent)
{
    m_context.theme.setZoom(m_context.theme.zoom() + percent);
    m_context.settings.setValue(u"appearance/zoom"_s, m_context.theme.zoom());
}

void MainWindow::restoreSession(const Link &fallback)
{
    const QSettings &settings = m_context.settings;
    restoreGeometry(settings.value(geometryKey).toByteArray());
    m_docks->restoreState(settings.value(docksKey).toByteArray());
    m_activity->hide();
    const Result<Link> last = Link::parse(settings.value(linkKey).toString());
    m_context.navigator.open(last && page(last->page) ? *last : fallback);
}

void MainWindow::saveSession()
{
    QSettings &settings = m_context.settings;
    settings.setValue(geometryKey, saveGeometry());
    settings.setValue(docksKey, m_docks->saveState());
    settings.setValue(linkKey, m_context.navigator.current().text());
    for (auto each = m_widgets.cbegin(); each != m_widgets.cend(); ++each)
        settings.setValue(pagesKey + each.key()->id(), each.key()->saveState());
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    // Outside of dialogs Qt presses a focused button with Space only; people expect Return to do it, too.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (auto *tool = qobject_cast<QToolButton *>(focusWidget()); tool && tool->menu())
            return tool->showMenu();
        if (auto *button = qobject_cast<QAbstractButton *>(focusWidget()))
            return button->click();
    }
    if (event->key() != Qt::Key_Escape || !m_current)
        return QMainWindow::keyPressEvent(event);
    if (!m_current->backOut() && m_activity->isVisible())
        m_activity->hide();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const int running = m_context.tasks.runningCount();
    const controls::Question question{tr("Tasks are running"), tr("%n task(s) are still running.", nullptr, running),
                                      tr("Closing the window cancels them; nothing is left half done."),
                                      tr("Cancel and close"), true};
    if (running > 0 && !m_context.dialogs.ask(this, question)) {
        event->ignore();
        return;
    }
    saveSession();
    m_context.tasks.cancelAll();
    event->accept();
}

} // namespace drydock::shell
