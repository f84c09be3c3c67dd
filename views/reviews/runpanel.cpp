// SPDX-License-Identifier: MIT
#include "views/reviews/runpanel.h"

#include "views/controls/theme.h"
#include "views/models/runlistmodel.h"
#include "views/reviews/findingdelegate.h"

#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace drydock::reviews {

RunPanel::RunPanel(const controls::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_model(new models::RunListModel(this))
    , m_list(new QListView)
{
    setProperty("kind", u"panel"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new QLabel(tr("Runs"));
    head->setProperty("tone", u"section"_s);
    head->setContentsMargins(theme.px(16), theme.px(12), theme.px(12), theme.px(8));
    m_list->setModel(m_model);
    m_list->setObjectName(u"runs"_s);
    m_list->setAccessibleName(tr("Reviews of this project"));
    m_list->setItemDelegate(new RunDelegate(theme, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    layout->addWidget(head);
    layout->addWidget(m_list, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &RunPanel::runChosen);
}

void RunPanel::setRuns(std::vector<project::Run> runs)
{
    const QSignalBlocker quiet(m_list->selectionModel());
    m_model->setRuns(std::move(runs));
}

const std::vector<project::Run> &RunPanel::runs() const
{
    return m_model->runs();
}

const project::Run *RunPanel::current() const
{
    return m_model->run(m_list->currentIndex());
}

void RunPanel::select(const std::string &runId)
{
    // The selection model stays loud, as the list paints by its signals; only our own signal is held back.
    const QSignalBlocker quiet(this);
    m_list->setCurrentIndex(m_model->indexOf(runId));
}

} // namespace drydock::reviews
