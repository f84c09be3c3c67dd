// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/findingquery.h"

#include <QVariantMap>
#include <QWidget>

#include <cstdint>

class QComboBox;
class QToolButton;

namespace drydock::controls {
class ChipRow;
class SearchField;
class Theme;
} // namespace drydock::controls

namespace drydock::reviews {

/// What narrows a list of findings: text, severities, statuses, grouping; and, when asked for, one rule, resource or
/// file.
class FindingFilters final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindingFilters)

public:
    enum class Facet : std::uint8_t { Rule, Resource, File };

    explicit FindingFilters(const controls::Theme &theme, QWidget *parent = nullptr);

    /// The chips offer what the review holds; without a review nothing is shown.
    void setReview(const models::Review &review);
    void setFacets(const models::FindingFacets &facets);
    /// All but the order of the list.
    [[nodiscard]] models::FindingQuery query() const;
    [[nodiscard]] bool offers(Facet facet, const QString &key) const;
    void narrow(Facet facet, const QString &key);
    /// Empties all filters; false when there were none.
    bool clear();
    void focusText();
    void setText(const QString &text);

    [[nodiscard]] QVariant grouping() const;
    void setGrouping(const QVariant &grouping);

Q_SIGNALS:
    void changed();

private:
    QWidget *makeFilters();
    QWidget *makeFacetRow();
    QComboBox *makeFacet(const QString &name);
    [[nodiscard]] QComboBox *box(Facet facet) const;
    void showParts();

    const controls::Theme &m_theme;
    bool m_hasReview = false;
    QWidget *m_filters = nullptr;
    controls::SearchField *m_search = nullptr;
    QComboBox *m_grouping = nullptr;
    QToolButton *m_more = nullptr;
    controls::ChipRow *m_severities = nullptr;
    controls::ChipRow *m_statuses = nullptr;
    QWidget *m_facetRow = nullptr;
    QComboBox *m_rule = nullptr;
    QComboBox *m_resource = nullptr;
    QComboBox *m_file = nullptr;
};

} // namespace drydock::reviews
