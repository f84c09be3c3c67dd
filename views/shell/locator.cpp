// SPDX-License-Identifier: MIT
#include "views/shell/locator.h"

#include "views/shell/finder.h"
#include "views/shell/navigator.h"
#include "views/shell/taskrunner.h"

namespace drydock::shell {

Locator::Locator(Finder &finder, Navigator &navigator, TaskRunner &tasks, QObject *parent)
    : QObject(parent)
    , m_finder(finder)
    , m_navigator(navigator)
    , m_tasks(tasks)
{
}

Locator::~Locator() = default;

void Locator::addSource(LocatorSource source)
{
    m_sources.push_back(std::move(source));
}

void Locator::addQuestion(LocatorQuestion question)
{
    m_questions.push_back(std::move(question));
}

void Locator::take(qsizetype source, int round, const QList<LocatorEntry> &found)
{
    if (round != m_round)
        return;
    m_found[source] = found;
    if (m_finder.isVisible())
        show();
}

void Locator::open(const QString &project)
{
    const auto sources = static_cast<qsizetype>(m_sources.size());
    const auto all = sources + static_cast<qsizetype>(m_questions.size());
    if (project != m_project || m_found.size() != all)
        m_found = QList<QList<LocatorEntry>>(all);
    m_project = project;
    ++m_round;
    m_finder.open(tr("Go to a page, project, file, block, run, article, setting …"), {},
                  [this](const models::FinderItem &item) { m_navigator.open(m_links.value(item.id)); });
    show();
    for (std::size_t index = 0; index < m_sources.size(); ++index) {
        m_tasks.run(
            tr("Search index"), this,
            [source = m_sources[index], project](const Task &task) { return source(project, task); },
            [this, index, round = m_round](const Result<QList<LocatorEntry>> &found) {
                if (found)
                    take(static_cast<qsizetype>(index), round, *found);
            },
            TaskKind::Quiet);
    }
    for (qsizetype index = sources; index < all; ++index)
        m_questions[static_cast<std::size_t>(index - sources)](
            project, this,
            [this, index, round = m_round](const QList<LocatorEntry> &found) { take(index, round, found); });
}

void Locator::show()
{
    QList<models::FinderItem> items;
    m_links.clear();
    QList<LocatorEntry> entries = m_fixed;
    for (const QList<LocatorEntry> &found : std::as_const(m_found))
        entries += found;
    for (const LocatorEntry &entry : std::as_const(entries)) {
        const QString id = entry.kind + QLatin1Char('|') + entry.link.text();
        m_links.insert(id, entry.link);
        items << models::FinderItem{id, entry.title, entry.detail, entry.kind, entry.iconName, {}, 0};
    }
    m_finder.setItems(items);
}

} // namespace drydock::shell
