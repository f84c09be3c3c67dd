// SPDX-License-Identifier: MIT
#include "views/reviews/findingtable.h"

#include "views/controls/theme.h"
#include "views/models/findingmodel.h"
#include "views/models/text.h"
#include "views/reviews/findingdelegate.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

using namespace Qt::StringLiterals;
using drydock::models::FindingGrouping;
using drydock::models::FindingModel;
using drydock::models::toText;

namespace drydock::reviews {

FindingTable::FindingTable(const controls::Theme &theme, QWidget *parent)
    : QTreeView(parent)
    , m_theme(theme)
    , m_model(new FindingModel(this))
{
    setModel(m_model);
    setObjectName(u"findings"_s);
    setAccessibleName(tr("Findings"));
    setItemDelegate(new FindingDelegate(m_theme, this));
    setUniformRowHeights(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setIndentation(m_theme.px(16));
    setExpandsOnDoubleClick(false);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setUpHeader();
    connect(this, &QAbstractItemView::doubleClicked, this, &FindingTable::opened);
}

void FindingTable::setUpHeader()
{
    QHeaderView *head = header();
    head->setSectionsClickable(true);
    head->setSortIndicatorShown(true);
    head->setSortIndicator(m_sortColumn, m_sortOrder);
    head->setStretchLastSection(false);
    head->resizeSection(FindingModel::SeverityColumn,
                        std::max(m_theme.px(84), head->sectionSizeHint(FindingModel::SeverityColumn)));
    head->setSectionResizeMode(FindingModel::TitleColumn, QHeaderView::Stretch);
    head->hideSection(FindingModel::RuleColumn);
    head->hideSection(FindingModel::StatusColumn);
    connect(head, &QHeaderView::sortIndicatorChanged, this, [this](int column, Qt::SortOrder direction) {
        m_sortColumn = column;
        m_sortOrder = direction;
        Q_EMIT orderChanged();
    });
    connect(head, &QHeaderView::sectionResized, this, [this](int column) {
        // Themes and states resize sections too; only a drag is a choice.
        if (!m_fitting && QGuiApplication::mouseButtons() != Qt::NoButton &&
            (column == FindingModel::ResourceColumn || column == FindingModel::PlaceColumn))
            m_columnsChosen = true;
    });
}

void FindingTable::setArrangement(models::FindingArrangement arrangement)
{
    if (const policy::Finding *finding = current(); finding && m_wanted.empty())
        m_wanted = finding->fingerprint;
    const bool isGrouped = arrangement.grouping != FindingGrouping::None;
    m_model->setArrangement(std::move(arrangement));
    setRootIsDecorated(isGrouped);
    if (isGrouped) {
        for (int row = 0; row < m_model->rowCount(); ++row)
            setFirstColumnSpanned(row, {}, true);
        expandAll();
    }
    keepSelection();
}

void FindingTable::clear()
{
    m_model->setArrangement({});
}

void FindingTable::keepSelection()
{
    QModelIndex index = m_wanted.empty() ? QModelIndex() : m_model->indexOf(m_wanted);
    m_wanted.clear();
    if (!index.isValid())
        index = m_model->next({});
    setCurrent(index);
    if (!index.isValid())
        Q_EMIT currentFindingChanged();
}

void FindingTable::setCurrent(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    scrollTo(index);
}

void FindingTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    Q_EMIT currentFindingChanged();
}

const policy::Finding *FindingTable::current() const
{
    return m_model->finding(currentIndex());
}

const policy::Finding *FindingTable::findingAt(const QPoint &position) const
{
    return m_model->finding(indexAt(position));
}

void FindingTable::select(const std::string &fingerprint)
{
    m_wanted = fingerprint;
    if (const QModelIndex index = m_model->indexOf(fingerprint); index.isValid()) {
        m_wanted.clear();
        setCurrent(index);
    }
}

void FindingTable::selectNext()
{
    setCurrent(m_model->next(currentIndex()));
}

void FindingTable::selectPrevious()
{
    setCurrent(m_model->previous(currentIndex()));
}

void FindingTable::order(models::FindingQuery &query) const
{
    query.order = FindingModel::orderOf(m_sortColumn);
    query.direction =
        m_sortOrder == Qt::AscendingOrder ? models::SortDirection::Ascending : models::SortDirection::Descending;
}

void FindingTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        event->accept();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && current()) {
        Q_EMIT opened();
        event->accept();
        return;
    }
    QTreeView::keyPressEvent(event);
}

void FindingTable::resizeEvent(QResizeEvent *event)
{
    fitColumns(viewport()->width());
    QTreeView::resizeEvent(event);
}

/// The finding takes what resource and place leave; all three grow with the window until the user sets a width. In a
/// narrow list the place goes first: titles and resources tell findings apart, and the source beside shows it.
void FindingTable::fitColumns(int width)
{
    if (m_columnsChosen)
        return;
    QHeaderView *head = header();
    const int room = width - head->sectionSize(FindingModel::SeverityColumn);
    const bool isNarrow = room < m_theme.px(560);
    m_fitting = true;
    head->setSectionHidden(FindingModel::PlaceColumn, isNarrow);
    head->resizeSection(FindingModel::ResourceColumn,
                        std::clamp(room * (isNarrow ? 38 : 32) / 100, m_theme.px(124), m_theme.px(420)));
    if (isNarrow) {
        m_fitting = false;
        return;
    }
    head->resizeSection(FindingModel::PlaceColumn, std::clamp(room * 22 / 100, m_theme.px(112), m_theme.px(240)));
    m_fitting = false;
}

void FindingTable::copySelection() const
{
    QString text;
    for (const QModelIndex &index : selectionModel()->selectedRows()) {
        const policy::Finding *finding = m_model->finding(index);
        if (!finding)
            continue;
        const QStringList cells{models::severityText(finding->severity), toText(finding->ruleId),
                                toText(finding->title), toText(finding->resource),
                                toText(finding->range.file) + u':' + QString::number(finding->range.line)};
        text += cells.join(u'\t') + u'\n';
    }
    QApplication::clipboard()->setText(text);
}

QVariantMap FindingTable::saveState() const
{
    return {{u"columns"_s, header()->saveState()}, {u"columnsChosen"_s, m_columnsChosen}};
}

void FindingTable::restoreState(const QVariantMap &state)
{
    m_fitting = true;
    header()->restoreState(state.value(u"columns"_s).toByteArray());
    m_fitting = false;
    m_columnsChosen = state.value(u"columnsChosen"_s).toBool();
    fitColumns(viewport()->width());
}

} // namespace drydock::reviews
