// SPDX-License-Identifier: MIT
#include "views/shell/activitydock.h"

#include "views/controls/severity.h"
#include "views/controls/theme.h"
#include "views/shell/navigator.h"
#include "views/shell/notifications.h"
#include "views/shell/problemlist.h"
#include "views/shell/taskpanel.h"
#include "views/shell/taskrunner.h"

#include <QHeaderView>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTime>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace drydock::shell {

namespace {

constexpr int mostLines = 5000;
constexpr int linkRole = Qt::UserRole;
constexpr int levelDataRole = Qt::UserRole + 1;

} // namespace

ActivityDock::ActivityDock(const Sources &sources, QWidget *parent)
    : QDockWidget(tr("Activity"), parent)
    , m_sources(sources)
    , m_tabs(new QTabWidget(this))
    , m_problems(new QTreeWidget(this))
    , m_output(new QPlainTextEdit(this))
{
    const controls::Theme &theme = sources.theme;
    setObjectName(u"activityDock"_s);
    setAllowedAreas(Qt::BottomDockWidgetArea);
    setFeatures(QDockWidget::DockWidgetClosable);
    setTitleBarWidget(new QWidget(this));
    m_problems->setHeaderLabels({tr("Problem"), tr("Place")});
    m_problems->setRootIsDecorated(false);
    m_problems->setUniformRowHeights(true);
    m_problems->header()->resizeSection(0, theme.px(640));
    m_problems->setAccessibleName(tr("Problems"));
    m_problems->setItemDelegateForColumn(0, new controls::SeverityDelegate(theme, levelDataRole, this));
    m_output->setReadOnly(true);
    m_output->setMaximumBlockCount(mostLines);
    m_output->setProperty("frameless", true);
    m_output->setAccessibleName(tr("Output"));
    const auto restyle = [this, &theme] { m_output->setFont(theme.codeFont()); };
    connect(&theme, &controls::Theme::changed, this, restyle);
    restyle();
    m_tabs->addTab(m_problems, {});
    m_tabs->addTab(new TaskPanel(theme, sources.tasks, this), {});
    m_tabs->addTab(m_output, {});
    m_tabs->setDocumentMode(true);
    auto *close = new QToolButton(this);
    close->setIcon(theme.icon(u"window-close-symbolic"_s, controls::ColorRole::Muted));
    close->setToolTip(tr("Hide this panel"));
    close->setAccessibleName(close->toolTip());
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    m_tabs->setCornerWidget(close);
    setWidget(m_tabs);

    const auto openItem = [this](const QTreeWidgetItem *item) {
        m_sources.navigator.open(item->data(0, linkRole).toString());
    };
    connect(m_problems, &QTreeWidget::itemActivated, this, openItem);
    connect(m_problems, &QTreeWidget::itemClicked, this, openItem);
    connect(&sources.problems, &ProblemList::changed, this, &ActivityDock::refreshProblems);
    connect(&sources.tasks, &TaskRunner::started, this, &ActivityDock::refreshTitles);
    connect(&sources.tasks, &TaskRunner::finished, this, [this](int id) {
        refreshTitles();
        const auto tasks = m_sources.tasks.tasks();
        for (const TaskInfo &info : tasks) {
            if (info.id == id)
                log(info.title + u": "_s + (info.error.isEmpty() ? info.text : info.error));
        }
    });
    connect(&sources.notifications, &Notifications::added, this, [this](const Notification &notification) {
        log(notification.details.isEmpty() ? notification.text : notification.details);
    });
    refreshTitles();
    hide();
}

void ActivityDock::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(static_cast<int>(tab));
    show();
}

void ActivityDock::refreshProblems()
{
    m_problems->clear();
    const auto problems = m_sources.problems.all();
    for (const Problem &problem : problems) {
        auto *item = new QTreeWidgetItem(m_problems, {problem.text, problem.place});
        item->setToolTip(0, problem.text);
        item->setToolTip(1, problem.place);
        item->setData(0, linkRole, problem.link.text());
        item->setData(0, levelDataRole, static_cast<int>(problem.level));
    }
    refreshTitles();
    if (!problems.isEmpty() && !isVisible() && m_sources.problems.announcement() == ProblemList::Announcement::Shown)
        showTab(Tab::Problems);
}

void ActivityDock::refreshTitles()
{
    const int running = m_sources.tasks.runningCount();
    const int problems = m_problems->topLevelItemCount();
    m_tabs->setTabText(0, problems > 0 ? tr("Problems (%1)").arg(locale().toString(problems)) : tr("Problems"));
    m_tabs->setTabText(1, running > 0 ? tr("Tasks (%1)").arg(locale().toString(running)) : tr("Tasks"));
    m_tabs->setTabText(2, tr("Output"));
}

void ActivityDock::log(const QString &line)
{
    m_output->appendPlainText(QTime::currentTime().toString(u"HH:mm:ss"_s) + u"  "_s + line);
}

} // namespace drydock::shell
