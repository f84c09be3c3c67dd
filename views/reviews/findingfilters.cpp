// SPDX-License-Identifier: MIT
#include "views/reviews/findingfilters.h"

#include "views/controls/chiprow.h"
#include "views/controls/searchfield.h"
#include "views/controls/theme.h"
#include "views/models/findingmodel.h"
#include "views/models/text.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using drydock::models::countText;
using drydock::models::FindingGrouping;
using drydock::models::toText;
using drydock::models::toUtf8;

namespace drydock::reviews {

/// A filter with more choices than this is not read by anyone; the text filter finds the rest.
static constexpr std::size_t maximumFacets = 500;

FindingFilters::FindingFilters(const controls::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_filters = makeFilters();
    m_facetRow = makeFacetRow();
    layout->addWidget(m_filters);
    layout->addWidget(m_facetRow);
    showParts();
}

QWidget *FindingFilters::makeFilters()
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
    connect(m_search, &controls::SearchField::searched, this, &FindingFilters::changed);
    connect(m_grouping, &QComboBox::currentIndexChanged, this, &FindingFilters::changed);
    connect(m_severities, &controls::ChipRow::chosenChanged, this, &FindingFilters::changed);
    connect(m_statuses, &controls::ChipRow::chosenChanged, this, &FindingFilters::changed);
    connect(m_more, &QToolButton::toggled, this, &FindingFilters::showParts);
    return area;
}

QComboBox *FindingFilters::makeFacet(const QString &name)
{
    auto *facet = new QComboBox;
    facet->setAccessibleName(name);
    facet->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    facet->setMinimumContentsLength(8);
    facet->addItem(name);
    connect(facet, &QComboBox::currentIndexChanged, this, &FindingFilters::changed);
    return facet;
}

QWidget *FindingFilters::makeFacetRow()
{
    auto *area = new QWidget;
    auto *row = new QHBoxLayout(area);
    row->setContentsMargins(m_theme.px(12), 0, m_theme.px(12), m_theme.px(8));
    m_rule = makeFacet(tr("All rules"));
    m_resource = makeFacet(tr("All resources"));
    m_file = makeFacet(tr("All files"));
    for (QComboBox *facet : {m_rule, m_resource, m_file})
        row->addWidget(facet, 1);
    return area;
}

void FindingFilters::showParts()
{
    m_filters->setVisible(m_hasReview);
    m_facetRow->setVisible(m_hasReview && m_more->isChecked());
}

void FindingFilters::setReview(const models::Review &review)
{
    using policy::FindingStatus;
    using policy::Severity;
    QList<controls::ChipSpec> severities;
    QList<controls::ChipSpec> statuses;
    if (review) {
        QMap<Severity, int> bySeverity;
        QMap<FindingStatus, int> byStatus;
        for (const policy::Finding &finding : review->findings) {
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
    m_hasReview = review != nullptr;
    showParts();
}

void FindingFilters::setFacets(const models::FindingFacets &facets)
{
    const auto fill = [](QComboBox *facet, const std::vector<models::Facet> &values) {
        const QSignalBlocker quiet(facet);
        const QString chosen = facet->currentData().toString();
        while (facet->count() > 1)
            facet->removeItem(1);
        for (std::size_t i = 0; i < values.size() && i < maximumFacets; ++i) {
            const QString key = toText(values[i].key);
            facet->addItem(u"%1  (%2)"_s.arg(key, countText(values[i].count)), key);
            facet->setItemData(facet->count() - 1, key, Qt::ToolTipRole);
        }
        facet->setCurrentIndex(chosen.isEmpty() ? 0 : std::max(0, facet->findData(chosen)));
    };
    fill(m_rule, facets.rules);
    fill(m_resource, facets.resources);
    fill(m_file, facets.files);
}

models::FindingQuery FindingFilters::query() const
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
    return query;
}

QComboBox *FindingFilters::box(Facet facet) const
{
    return facet == Facet::Rule ? m_rule : facet == Facet::Resource ? m_resource : m_file;
}

bool FindingFilters::offers(Facet facet, const QString &key) const
{
    return box(facet)->findData(key) > 0;
}

void FindingFilters::narrow(Facet facet, const QString &key)
{
    m_more->setChecked(true);
    box(facet)->setCurrentIndex(box(facet)->findData(key));
}

bool FindingFilters::clear()
{
    const bool filtered = !m_search->text().isEmpty() || !m_severities->chosen().isEmpty() ||
                          !m_statuses->chosen().isEmpty() || m_rule->currentIndex() > 0 ||
                          m_resource->currentIndex() > 0 || m_file->currentIndex() > 0;
    if (!filtered)
        return false;
    m_search->clear();
    m_severities->setChosen({});
    m_statuses->setChosen({});
    for (QComboBox *facet : {m_rule, m_resource, m_file})
        facet->setCurrentIndex(0);
    Q_EMIT changed();
    return true;
}

void FindingFilters::focusText()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void FindingFilters::setText(const QString &text)
{
    m_search->setText(text);
}

QVariant FindingFilters::grouping() const
{
    return m_grouping->currentData();
}

void FindingFilters::setGrouping(const QVariant &grouping)
{
    if (const int index = m_grouping->findData(grouping); index >= 0)
        m_grouping->setCurrentIndex(index);
}

} // namespace drydock::reviews
