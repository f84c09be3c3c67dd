// SPDX-License-Identifier: MIT
#include "views/station/publishedpanel.h"

#include "views/controls/contentstack.h"
#include "views/controls/searchfield.h"
#include "views/controls/tableview.h"
#include "views/controls/theme.h"
#include "views/models/text.h"

#include <QHeaderView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using drydock::models::PublishedModel;
using drydock::models::toText;

namespace drydock::station {

PublishedPanel::PublishedPanel(shell::PageContext &context, const Texts &texts, PublishedSource source, QWidget *parent)
    : QWidget(parent)
    , m_texts(texts)
    , m_source(std::move(source))
    , m_model(new PublishedModel(texts.detailTitle, this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_table(new controls::TableView(context.theme))
    , m_stack(new controls::ContentStack(context.theme, m_table, this))
    , m_task(context.tasks, this)
{
    const controls::Theme &theme = context.theme;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme.px(12), 0, 0);
    layout->setSpacing(theme.px(12));
    auto *top = new QHBoxLayout;
    top->setContentsMargins(theme.px(16), 0, theme.px(16), 0);
    auto *filter = new controls::SearchField(theme, texts.filter, this);
    filter->setMaximumWidth(theme.px(320));
    top->addWidget(filter, 1);
    top->addStretch(1);
    layout->addLayout(top);
    layout->addWidget(m_stack, 1);
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(PublishedModel::SortRole);
    m_sorted->setFilterKeyColumn(-1);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(m_sorted);
    m_table->sortByColumn(PublishedModel::Address, Qt::AscendingOrder);
    m_table->setAccessibleName(texts.filter);
    const int widths[] = {280, 96, 0, 96, 112, 112, 200};
    for (int column = 0; column < PublishedModel::ColumnCount; ++column)
        m_table->setWidth(column, theme.px(widths[column]));
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(PublishedModel::Detail, QHeaderView::Stretch);
    connect(filter, &QLineEdit::textChanged, m_sorted, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_stack, &controls::ContentStack::emptyActivated, this, &PublishedPanel::addWanted);
    connect(m_stack, &controls::ContentStack::retryWanted, this, &PublishedPanel::reload);
}

void PublishedPanel::reload()
{
    if (m_model->rowCount() == 0)
        m_stack->showLoading();
    m_task.run(tr("Load what is published"), m_source, [this](const Result<QList<models::PublishedRow>> &rows) {
        if (!rows)
            return m_stack->showError(tr("What is published was not loaded. %1").arg(toText(rows.error().message)),
                                      toText(rows.error().text()));
        m_model->setRows(*rows);
        if (rows->isEmpty())
            m_stack->showEmpty(m_texts.iconName, m_texts.empty, m_texts.button);
        else
            m_stack->showContent();
    });
}

const models::PublishedRow *PublishedPanel::current() const
{
    const QModelIndex index = m_sorted->mapToSource(m_table->currentIndex());
    return index.isValid() ? &m_model->row(index.row()) : nullptr;
}

} // namespace drydock::station
