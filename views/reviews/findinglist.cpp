// SPDX-License-Identifier: MIT
#include "views/reviews/findinglist.h"

#include "views/controls/banner.h"
#include "views/controls/contentstack.h"
#include "views/controls/theme.h"
#include "views/models/text.h"
#include "views/reviews/findingfilters.h"
#include "views/reviews/findingtable.h"

#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using drydock::controls::Level;
using drydock::models::countText;
using drydock::models::toText;

namespace drydock::reviews {

FindingList::FindingList(const controls::Theme &theme, shell::TaskRunner &tasks, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_arrangeTask(tasks, this)
    , m_facetTask(tasks, this)
    , m_verdict(new controls::Banner(theme))
    , m_filters(new FindingFilters(theme))
    , m_table(new FindingTable(theme))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_verdict);
    m_verdict->clear();
    layout->addWidget(m_filters);
    m_stack = new controls::ContentStack(theme, makeList());
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_table);
    connect(m_filters, &FindingFilters::changed, this, &FindingList::arrange);
    connect(m_table, &FindingTable::orderChanged, this, &FindingList::arrange);
    connect(m_table, &FindingTable::currentFindingChanged, this, &FindingList::currentChanged);
    connect(m_table, &FindingTable::opened, this, &FindingList::opened);
    connect(m_table, &QWidget::customContextMenuRequested, this, &FindingList::contextMenu);
    connect(m_stack, &controls::ContentStack::emptyActivated, this, [this] {
        if (!clearFilters())
            Q_EMIT emptyActivated();
    });
    connect(m_stack, &controls::ContentStack::retryWanted, this, &FindingList::retryWanted);
}

QWidget *FindingList::makeList()
{
    auto *area = new QWidget;
    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_count = new QLabel;
    m_count->setProperty("tone", u"small"_s);
    m_count->setContentsMargins(m_theme.px(12), m_theme.px(4), m_theme.px(12), m_theme.px(4));
    layout->addWidget(m_table, 1);
    layout->addWidget(m_count);
    return area;
}

void FindingList::showLoading()
{
    m_stack->showLoading();
}

void FindingList::dropReview()
{
    m_review.reset();
    m_verdict->clear();
    m_table->clear();
    m_filters->setReview({});
}

void FindingList::showEmpty(const QString &iconName, const QString &sentence, const QString &button)
{
    dropReview();
    m_stack->showEmpty(iconName, sentence, button);
    Q_EMIT currentChanged();
}

void FindingList::showError(const QString &what, const QString &details)
{
    dropReview();
    m_stack->showError(what, details);
    Q_EMIT currentChanged();
}

void FindingList::showReview(models::Review review)
{
    m_review = std::move(review);
    showVerdict();
    m_filters->setReview(m_review);
    m_facetTask.run(
        tr("Count findings"),
        [shown = m_review](const Task &) -> Result<models::FindingFacets> { return models::facetsOf(*shown); },
        [this](Result<models::FindingFacets> facets) {
            if (facets)
                m_filters->setFacets(*facets);
        });
    arrange();
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

void FindingList::arrange()
{
    if (!m_review)
        return;
    models::FindingQuery query = m_filters->query();
    m_table->order(query);
    m_arrangeTask.run(
        tr("Filter findings"),
        [review = m_review, wanted = std::move(query)](const Task &task) {
            return models::arrangeFindings(review, wanted, task);
        },
        [this](Result<models::FindingArrangement> arrangement) {
            if (arrangement)
                show(std::move(*arrangement));
        });
}

void FindingList::show(models::FindingArrangement arrangement)
{
    const std::size_t shown = arrangement.shown;
    const std::size_t all = m_review->findings.size();
    m_table->setArrangement(std::move(arrangement));
    m_count->setText(shown == all ? tr("Findings: %1").arg(countText(all))
                                  : tr("Findings: %1 of %2").arg(countText(shown), countText(all)));
    if (all == 0)
        m_stack->showEmpty(u"security-high"_s, tr("No rule objects to anything it could decide."));
    else if (shown == 0)
        m_stack->showEmpty(u"view-filter"_s, tr("No finding matches the filter."), tr("Clear filter"));
    else
        m_stack->showContent();
    Q_EMIT arranged();
}

const policy::Finding *FindingList::current() const
{
    return m_table->current();
}

void FindingList::select(const std::string &fingerprint)
{
    m_table->select(fingerprint);
}

void FindingList::selectNext()
{
    m_table->selectNext();
}

void FindingList::selectPrevious()
{
    m_table->selectPrevious();
}

void FindingList::setFilter(const QString &text)
{
    m_filters->setText(text);
}

void FindingList::focusFilter()
{
    m_filters->focusText();
}

bool FindingList::clearFilters()
{
    return m_filters->clear();
}

void FindingList::contextMenu(const QPoint &position)
{
    using Facet = FindingFilters::Facet;
    const policy::Finding *finding = m_table->findingAt(position);
    QMenu menu;
    QAction *copy = menu.addAction(m_theme.icon(u"edit-copy"_s), tr("Copy"));
    connect(copy, &QAction::triggered, m_table, &FindingTable::copySelection);
    if (finding) {
        const auto offer = [this, &menu](const QString &text, Facet facet, const QString &key) {
            QAction *action = menu.addAction(text);
            action->setEnabled(m_filters->offers(facet, key));
            connect(action, &QAction::triggered, this, [this, facet, key] { m_filters->narrow(facet, key); });
        };
        menu.addSeparator();
        offer(tr("Only this rule"), Facet::Rule, toText(finding->ruleId));
        offer(tr("Only this resource"), Facet::Resource, toText(finding->resource));
        offer(tr("Only this file"), Facet::File, toText(finding->range.file));
    }
    menu.exec(m_table->viewport()->mapToGlobal(position));
}

QVariantMap FindingList::saveState() const
{
    QVariantMap state = m_table->saveState();
    state.insert(u"grouping"_s, m_filters->grouping());
    return state;
}

void FindingList::restoreState(const QVariantMap &state)
{
    m_filters->setGrouping(state.value(u"grouping"_s));
    m_table->restoreState(state);
}

} // namespace drydock::reviews
