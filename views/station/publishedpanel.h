// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/task.h"
#include "views/models/publishedmodel.h"
#include "views/shell/pagecontext.h"
#include "views/shell/taskrunner.h"

#include <QWidget>

#include <functional>

class QSortFilterProxyModel;

namespace drydock::controls {
class ContentStack;
class TableView;
} // namespace drydock::controls

namespace drydock::station {

/// Reads what a tab lists; called on a worker thread.
using PublishedSource = std::function<Result<QList<models::PublishedRow>>(const Task &)>;

/// One tab of what the station offers: a filter, an explanation, a table, a button.
class PublishedPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PublishedPanel)

public:
    struct Texts
    {
        QString detailTitle;
        QString iconName;
        QString empty;
        QString button; ///< of the empty state and above the table
        QString filter;
    };

    PublishedPanel(shell::PageContext &context, const Texts &texts, PublishedSource source, QWidget *parent = nullptr);
    void reload();
    [[nodiscard]] const models::PublishedRow *current() const;
    [[nodiscard]] controls::TableView &table() { return *m_table; }

Q_SIGNALS:
    void addWanted();

private:
    Texts m_texts;
    PublishedSource m_source;
    models::PublishedModel *m_model;
    QSortFilterProxyModel *m_sorted;
    controls::TableView *m_table;
    controls::ContentStack *m_stack;
    shell::TaskSlot m_task;
};

} // namespace drydock::station
