// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/findingquery.h"

#include <QAbstractItemModel>

namespace drydock::models {

/// Severity as the `Level` of views/controls, which this library must not know: Low is 2, Critical 5.
[[nodiscard]] int levelOf(policy::Severity severity);
[[nodiscard]] QString severityText(policy::Severity severity); ///< translated: "Critical"
[[nodiscard]] QString statusText(policy::FindingStatus status);

/// Findings as a table, or as groups with findings below them.
class FindingModel final : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindingModel)

public:
    enum Column { SeverityColumn, TitleColumn, ResourceColumn, PlaceColumn, RuleColumn, StatusColumn, ColumnCount };
    enum Role { LevelRole = Qt::UserRole + 1, IsGroupRole, IsQuietRole };

    using QAbstractItemModel::QAbstractItemModel;

    void setArrangement(FindingArrangement arrangement);
    [[nodiscard]] const FindingArrangement &arrangement() const { return m_arrangement; }

    /// Null for a group.
    [[nodiscard]] const policy::Finding *finding(const QModelIndex &index) const;
    /// -1 for a group.
    [[nodiscard]] int findingNumber(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(int findingNumber) const;
    [[nodiscard]] QModelIndex indexOf(const std::string &fingerprint) const;
    /// The finding after (before) the one at `index` as they are shown, groups skipped; the first (last) one for an
    /// invalid index; invalid at the end.
    [[nodiscard]] QModelIndex next(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex previous(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] static FindingOrder orderOf(int column);

private:
    [[nodiscard]] bool isGrouped() const { return m_arrangement.grouping != FindingGrouping::None; }
    [[nodiscard]] const FindingGroup *group(const QModelIndex &index) const;
    [[nodiscard]] QVariant groupData(const FindingGroup &group, int column, int role) const;
    [[nodiscard]] static QString text(const policy::Finding &finding, int column);
    [[nodiscard]] static QString toolTip(const policy::Finding &finding, int column);
    [[nodiscard]] QModelIndex place(std::size_t group, std::size_t position) const;

    FindingArrangement m_arrangement;
};

} // namespace drydock::models
