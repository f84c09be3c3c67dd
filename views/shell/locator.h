// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/task.h"
#include "views/models/findermodel.h"
#include "views/shell/link.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <vector>

namespace drydock::shell {

class Finder;
class Navigator;
class TaskRunner;

/// A place that "Go to anything" offers.
struct LocatorEntry
{
    QString title;
    QString detail;
    QString kind; ///< tr("Article")
    QString iconName;
    Link link;
};

/// Called on a worker thread whenever the finder opens; `project` is the slug of the project in focus, or empty.
using LocatorSource = std::function<Result<QList<LocatorEntry>>(const QString &project, const Task &task)>;

/// Called on the GUI thread whenever the finder opens, for what a page knows already; answers there, later, as long as
/// `receiver` lives.
using LocatorAnswer = std::function<void(const QList<LocatorEntry> &)>;
using LocatorQuestion = std::function<void(const QString &project, QObject *receiver, const LocatorAnswer &answer)>;

/// "Go to anything": collects entries of all sources in the background and ranks them while the user types.
class Locator final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Locator)

public:
    Locator(Finder &finder, Navigator &navigator, TaskRunner &tasks, QObject *parent = nullptr);
    ~Locator() override;

    void addSource(LocatorSource source);
    void addQuestion(LocatorQuestion question);
    /// Entries known without a search: the pages.
    void setFixed(const QList<LocatorEntry> &entries) { m_fixed = entries; }
    void open(const QString &project);

private:
    void show();
    void take(qsizetype source, int round, const QList<LocatorEntry> &found);

    Finder &m_finder;
    Navigator &m_navigator;
    TaskRunner &m_tasks;
    std::vector<LocatorSource> m_sources;
    std::vector<LocatorQuestion> m_questions;
    QList<LocatorEntry> m_fixed;
    QList<QList<LocatorEntry>>
        m_found; ///< by source, then by question; the last answer is shown until the next arrives
    QHash<QString, Link> m_links;
    QString m_project;
    int m_round = 0;
};

} // namespace drydock::shell
