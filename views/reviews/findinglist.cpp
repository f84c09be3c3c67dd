// SPDX-License-Identifier: MIT
#include "views/reviews/findinglist.h"

#include "views/controls/banner.h"
#include "views/controls/chiprow.h"
#include "views/controls/contentstack.h"
#include "views/controls/searchfield.h"
#include "views/controls/theme.h"
#include "views/models/findingmodel.h"
#include "views/models/text.h"
#include "views/reviews/findingdelegate.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using drydock::controls::Level;
using drydock::models::countText;
using drydock::models::FindingGrouping;
using drydock::models::FindingModel;
using drydock::models::toText;
using drydock::models::toUtf8;

namespace drydock::reviews {

namespace {

/// A filter with more choices than this is not read by anyone; the text filter finds the rest.
constexpr std::size_t maximumFacets = 500;

} // namespace

FindingList::FindingList(const controls::Theme &theme, shell::TaskRunner &tasks, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_arrangeTask(tasks, this)
    , m_facetTask(tasks, this)
    , m_model(new FindingModel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_verdict = new controls::Banner(theme);
    layout->addWidget(m_verdict);
    m_verdict->clear();
    m_filters = makeFilters();
    layout->addWidget(m_filters);
    layout->addWidget(makeDetailedFilters());
    showFilters();
    m_stack = new controls::ContentStack(theme, makeList());
    layout->addWidget(m_stack, 1);
    connect(m_stack, &controls::ContentStack::emptyActivated, this, [this] {
        if (!clearFilters())
            Q_EMIT emptyActivated();
    });
    connect(m_stack, &controls::ContentStack::retryWanted, this, &FindingList::retryWanted);
}

QWidget *FindingList::makeFilters()
{
    auto *area = new QWidget;
    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(m_theme.px(12), m_theme.px(8), m_theme.px(12), m_theme.px(8));
    layout->setSpacing(m_theme.px(8));
    auto *row = new QHBoxLayout;
    m_search = new controls::SearchField(m_theme, tr("Filter findings"));
    m_search->setAccessibleName(tr("Filter findings by text"));
    m_search->setToolTip(tr("All words must occur in finding, resource, file or rule (/)"));
    m_grouping = new QComboBox;
    m_grouping->setAccessibleName(tr("Group findings by"));
    m_grouping->addItem(tr("By severity"), static_cast<int>(FindingGrouping::Severity));
    m_grouping->addItem(tr("By rule"), static_cast<int>(FindingGrouping::Rule));
    m_grouping->addItem(tr("By resource"), static_cast<int>(FindingGrouping::Resource));
    m_grouping->addItem(tr("By file"), static_cast<int>(FindingGrouping::File));
    m_grouping->addItem(tr("No groups"), static_cast<int>(FindingGrouping::None));
    m_more = new QToolButton;
    m_more->setIcon(m_theme.icon(u"view-filter"_s));
    m_more->setCheckable(true);
    m_more->setToolTip(tr("Filter by rule, resource and file"));
    m_more->setAccessibleName(m_more->toolTip());
    m_more->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_search, 1);
    row->addWidget(m_grouping);
    row->addWidget(m_more);
    layout->addLayout(row);
    m_severities = new controls::ChipRow(m_theme);
    m_severities->setAccessibleName(tr("Severities"));
    m_statuses = new controls::ChipRow(m_theme);
    m_statuses->setAccessibleName(tr("Statuses"));
    layout->addWidget(m_severities);
    layout->addWidget(m_statuses);
    connect(m_search, &controls::SearchField::searched, this, &FindingList::arrange);
    connect(m_grouping, &QComboBox::currentIndexChanged, this, &FindingList::arrange);
    connect(m_severities, &controls::ChipRow::chosenChanged, this, &FindingList::arrange);
    connect(m_statuses, &controls::ChipRow::chosenChanged, this, &FindingList::arrange);
    connect(m_more, &QToolButton::toggled, this, &FindingList::showFilters);
    return area;
}

QComboBox *FindingList::makeFacet(const QString &name)
{
    auto *box = new QComboBox;
    box->setAccessibleName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    box->addItem(name);
    connect(box, &QComboBox::currentIndexChanged, this, &FindingList::arrange);
    return box;
}

QWidget *FindingList::makeDetailedFilters()
{
    m_facetRow = new QWidget;
    auto *row = new QHBoxLayout(m_facetRow);
    row->setContentsMargins(m_theme.px(12), 0, m_theme.px(12), m_theme.px(8));
    m_rule = makeFacet(tr("All rules"));
    m_resource = makeFacet(tr("All resources"));
    m_file = makeFacet(tr("All files"));
    for (QComboBox *box : {m_rule, m_resource, m_file})
        row->addWidget(box, 1);
    m_facetRow->hide();
    return m_facetRow;
}

QWidget *FindingList::makeList()
{
    auto *area = new QWidget;
    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_tree = new QTreeView;
    m_tree->setModel(m_model);
    m_tree->setObjectName(u"findings"_s);
    m_tree->setAccessibleName(tr("Findings"));
    m_tree->setItemDelegate(new FindingDelegate(m_theme, m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setIndentation(m_theme.px(16));
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    QHeaderView *header = m_tree->header();
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(m_sortColumn, m_sortOrder);
    header->setStretchLastSection(false);
    header->resizeSection(FindingModel::SeverityColumn, m_theme.px(84));
    header->setSectionResizeMode(FindingModel::TitleColumn, QHeaderView::Stretch);
    header->hideSection(FindingModel::RuleColumn);
    header->hideSection(FindingModel::StatusColumn);
    connect(header, &QHeaderView::sortIndicatorChanged, this, [this](int column, Qt::SortOrder order) {
        m_sortColumn = column;
        m_sortOrder = order;
        arrange();
    });
    connect(header, &QHeaderView::sectionResized, this, [this](int column) {
        if (!m_fitting && (column == FindingModel::ResourceColumn || column == FindingModel::PlaceColumn))
            m_columnsChosen = true;
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &FindingList::currentChanged);
    connect(m_tree, &QAbstractItemView::doubleClicked, this, &FindingList::opened);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &FindingList::contextMenu);
    m_tree->installEventFilter(this);
    m_tree->viewport()->installEventFilter(this);
    setFocusProxy(m_tree);
    m_count = new QLabel;
    m_count->setProperty("tone", u"small"_s);
    m_count->setContentsMargins(m_theme.px(12), m_theme.px(4), m_theme.px(12), m_theme.px(4));
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_count);
    return area;
}

void FindingList::showLoading()
{
    m_stack->showLoading();
}

void FindingList::showEmpty(const QString &iconName, const QString &sentence, const QString &button)
{
    m_review.reset();
    m_verdict->clear();
    m_model->setArrangement({});
    refreshChips();
    showFilters();
    m_stack->showEmpty(iconName, sentence, button);
    Q_EMIT currentChanged();
}

void FindingList::showError(const QString &what, const QString &details)
{
    m_review.reset();
    m_verdict->clear();
    m_model->setArrangement({});
    showFilters();
    m_stack->showError(what, details);
    Q_EMIT currentChanged();
}

void FindingList::showReview(models::Review review)
{
    if (const policy::Finding *finding = current(); finding && m_wanted.empty())
        m_wanted = finding->fingerprint;
    m_review = std::move(review);
    showVerdict();
    showFilters();
    refreshChips();
    m_facetTask.run(
        tr("Count findings"),
        [shown = m_review](const Task &) -> Result<models::FindingFacets> { return models::facetsOf(*shown); },
        [this](Result<models::FindingFacets> facets) {
            if (facets)
                fillFacets(*facets);
        });
    arrange();
}

void FindingList::showFilters()
{
    m_filters->setVisible(m_review != nullptr);
    m_facetRow->setVisible(m_review != nullptr && m_more->isChecked());
}

void FindingList::showVerdict()
{
    const policy::Gate &gate = m_review->gate;
    QString text = gate.passed ? tr("Gate passed.") : tr("Gate failed.");
    if (!gate.reason.empty())
        text += u' ' + toText(gate.reason);
    if (!m_review->diagnostics.empty())
        text += u' ' + tr("Problems while reading: %1.").arg(countText(m_review->diagnostics.size()));
    if (!m_review->undecided.empty())
        text += u' ' + tr("Undecided checks: %1.").arg(countText(m_review->undecided.size()));
    const Level passed = m_review->unreadable > 0 ? Level::Medium : Level::Ok;
    m_verdict->show(gate.passed ? passed : Level::Critical, text);
}

void FindingList::refreshChips()
{
    using policy::FindingStatus;
    using policy::Severity;
    QList<controls::ChipSpec> severities;
    QList<controls::ChipSpec> statuses;
    if (m_review) {
        QMap<Severity, int> bySeverity;
        QMap<FindingStatus, int> byStatus;
        for (const policy::Finding &finding : m_review->findings) {
            ++bySeverity[finding.severity];
            ++byStatus[finding.status];
        }
        for (const Severity severity : {Severity::Critical, Severity::High, Severity::Medium, Severity::Low}) {
            if (const int count = bySeverity.value(severity); count > 0)
                severities << controls::ChipSpec{
                    QString::number(static_cast<int>(severity)), models::severityText(severity), count, {}};
        }
        for (const FindingStatus status : {FindingStatus::Open, FindingStatus::Waived, FindingStatus::Baselined}) {
            if (const int count = byStatus.value(status); count > 0)
                statuses << controls::ChipSpec{
                    QString::number(static_cast<int>(status)), models::statusText(status), count, {}};
        }
    }
    m_severities->setChips(severities);
    m_statuses->setChips(statuses);
    m_severities->setVisible(severities.size() > 1);
    m_statuses->setVisible(statuses.size() > 1);
}

void FindingList::fillFacets(const models::FindingFacets &facets)
{
    const auto fill = [](QComboBox *box, const std::vector<models::Facet> &values) {
        const QSignalBlocker quiet(box);
        const QString chosen = box->currentData().toString();
        while (box->count() > 1)
            box->removeItem(1);
        for (std::size_t i = 0; i < values.size() && i < maximumFacets; ++i) {
            const QString key = toText(values[i].key);
            box->addItem(u"%1  (%2)"_s.arg(key, countText(values[i].count)), key);
            box->setItemData(box->count() - 1, key, Qt::ToolTipRole);
        }
        box->setCurrentIndex(chosen.isEmpty() ? 0 : std::max(0, box->findData(chosen)));
    };
    fill(m_rule, facets.rules);
    fill(m_resource, facets.resources);
    fill(m_file, facets.files);
}

models::FindingQuery FindingList::query() const
{
    models::FindingQuery query;
    for (const QString &id : m_severities->chosen())
        query.severities.insert(static_cast<policy::Severity>(id.toInt()));
    for (const QString &id : m_statuses->chosen())
        query.statuses.insert(static_cast<policy::FindingStatus>(id.toInt()));
    query.rule = toUtf8(m_rule->currentData().toString());
    query.resource = toUtf8(m_resource->currentData().toString());
    query.file = toUtf8(m_file->currentData().toString());
    query.text = toUtf8(m_search->text());
    query.grouping = static_cast<FindingGrouping>(m_grouping->currentData().toInt());
    query.order = FindingModel::orderOf(m_sortColumn);
    query.direction =
        m_sortOrder == Qt::AscendingOrder ? models::SortDirection::Ascending : models::SortDirection::Descending;
    return query;
}

void FindingList::arrange()
{
    if (!m_review)
        return;
    m_arrangeTask.run(
        tr("Filter findings"),
        [review = m_review, wanted = query()](const Task &task) {
            return models::arrangeFindings(review, wanted, task);
        },
        [this](Result<models::FindingArrangement> arrangement) {
            if (arrangement)
                show(std::move(*arrangement));
        });
}

void FindingList::show(models::FindingArrangement arrangement)
{
    if (const policy::Finding *finding = current(); finding && m_wanted.empty())
        m_wanted = finding->fingerprint;
    const std::size_t shown = arrangement.shown;
    const std::size_t all = m_review->findings.size();
    const bool isGrouped = arrangement.grouping != FindingGrouping::None;
    m_model->setArrangement(std::move(arrangement));
    m_tree->setRootIsDecorated(isGrouped);
    if (isGrouped) {
        for (int row = 0; row < m_model->rowCount(); ++row)
            m_tree->setFirstColumnSpanned(row, {}, true);
        m_tree->expandAll();
    }
    m_count->setText(shown == all ? tr("Findings: %1").arg(countText(all))
                                  : tr("Findings: %1 of %2").arg(countText(shown), countText(all)));
    if (all == 0)
        m_stack->showEmpty(u"security-high"_s, tr("No rule objects to anything it could decide."));
    else if (shown == 0)
        m_stack->showEmpty(u"view-filter"_s, tr("No finding matches the filter."), tr("Clear filter"));
    else
        m_stack->showContent();
    keepSelection();
    Q_EMIT arranged();
}

void FindingList::keepSelection()
{
    QModelIndex index = m_wanted.empty() ? QModelIndex() : m_model->indexOf(m_wanted);
    m_wanted.clear();
    if (!index.isValid())
        index = m_model->next({});
    setCurrent(index);
    if (!index.isValid())
        Q_EMIT currentChanged();
}

void FindingList::setCurrent(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

const policy::Finding *FindingList::current() const
{
    return m_model->finding(m_tree->currentIndex());
}

void FindingList::select(const std::string &fingerprint)
{
    m_wanted = fingerprint;
    if (const QModelIndex index = m_model->indexOf(fingerprint); index.isValid()) {
        m_wanted.clear();
        setCurrent(index);
    }
}

void FindingList::selectNext()
{
    setCurrent(m_model->next(m_tree->currentIndex()));
}

void FindingList::selectPrevious()
{
    setCurrent(m_model->previous(m_tree->currentIndex()));
}

void FindingList::setFilter(const QString &text)
{
    m_search->setText(text);
}

void FindingList::focusFilter()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool FindingList::clearFilters()
{
    const bool filtered = !m_search->text().isEmpty() || !m_severities->chosen().isEmpty() ||
                          !m_statuses->chosen().isEmpty() || m_rule->currentIndex() > 0 ||
                          m_resource->currentIndex() > 0 || m_file->currentIndex() > 0;
    if (!filtered)
        return false;
    m_search->clear();
    m_severities->setChosen({});
    m_statuses->setChosen({});
    for (QComboBox *box : {m_rule, m_resource, m_file})
        box->setCurrentIndex(0);
    arrange();
    return true;
}

bool FindingList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_tree->viewport() && event->type() == QEvent::Resize)
        fitColumns(m_tree->viewport()->width());
    if (watched == m_tree && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy)) {
            copySelection();
            return true;
        }
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && current()) {
            Q_EMIT opened();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

/// The finding takes what resource and place leave; all three grow with the window until the user sets a width.
void FindingList::fitColumns(int width)
{
    if (m_columnsChosen)
        return;
    QHeaderView *header = m_tree->header();
    const int room = width - header->sectionSize(FindingModel::SeverityColumn);
    m_fitting = true;
    header->resizeSection(FindingModel::ResourceColumn, std::clamp(room * 32 / 100, m_theme.px(124), m_theme.px(420)));
    header->resizeSection(FindingModel::PlaceColumn, std::clamp(room * 22 / 100, m_theme.px(112), m_theme.px(240)));
    m_fitting = false;
}

void FindingList::copySelection() const
{
    QString text;
    for (const QModelIndex &index : m_tree->selectionModel()->selectedRows()) {
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

void FindingList::contextMenu(const QPoint &position)
{
    const policy::Finding *finding = m_model->finding(m_tree->indexAt(position));
    QMenu menu;
    QAction *copy = menu.addAction(m_theme.icon(u"edit-copy"_s), tr("Copy"));
    connect(copy, &QAction::triggered, this, &FindingList::copySelection);
    if (finding) {
        const QString rule = toText(finding->ruleId);
        const QString resource = toText(finding->resource);
        const QString file = toText(finding->range.file);
        const auto offer = [this, &menu](const QString &text, QComboBox *box, const QString &key) {
            QAction *action = menu.addAction(text);
            action->setEnabled(box->findData(key) > 0);
            connect(action, &QAction::triggered, this, [this, box, key] {
                m_more->setChecked(true);
                box->setCurrentIndex(box->findData(key));
            });
        };
        menu.addSeparator();
        offer(tr("Only this rule"), m_rule, rule);
        offer(tr("Only this resource"), m_resource, resource);
        offer(tr("Only this file"), m_file, file);
    }
    menu.exec(m_tree->viewport()->mapToGlobal(position));
}

QVariantMap FindingList::saveState() const
{
    return {{u"columns"_s, m_tree->header()->saveState()},
            {u"columnsChosen"_s, m_columnsChosen},
            {u"grouping"_s, m_grouping->currentData()}};
}

void FindingList::restoreState(const QVariantMap &state)
{
    const int grouping = m_grouping->findData(state.value(u"grouping"_s));
    if (grouping >= 0)
        m_grouping->setCurrentIndex(grouping);
    m_fitting = true;
    m_tree->header()->restoreState(state.value(u"columns"_s).toByteArray());
    m_fitting = false;
    m_columnsChosen = state.value(u"columnsChosen"_s).toBool();
    fitColumns(m_tree->viewport()->width());
}

} // namespace drydock::reviews
