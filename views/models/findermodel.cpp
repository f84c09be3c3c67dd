// SPDX-License-Identifier: MIT
#include "views/models/findermodel.h"

#include "views/models/fuzzymatch.h"

#include <algorithm>

namespace drydock::models {

namespace {

constexpr qsizetype mostRows = 100;
constexpr int detailPenalty = 15;

} // namespace

FinderModel::FinderModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void FinderModel::setItems(const QList<FinderItem> &items)
{
    m_items = items;
    filter();
}

void FinderModel::setPattern(const QString &pattern)
{
    m_pattern = pattern.trimmed();
    filter();
}

const FinderItem *FinderModel::item(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_rows.size() ? &m_items.at(m_rows.at(index.row()).item) : nullptr;
}

int FinderModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant FinderModel::data(const QModelIndex &index, int role) const
{
    const FinderItem *found = item(index);
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return found->title;
    case Qt::AccessibleTextRole:
        return QStringList{found->kind, found->title, found->detail, found->keys}.join(QLatin1Char(' '));
    case DetailRole:
        return found->detail;
    case KindRole:
        return found->kind;
    case IconNameRole:
        return found->iconName;
    case KeysRole:
        return found->keys;
    case PositionsRole:
        return QVariant::fromValue(m_rows.at(index.row()).positions);
    case IdRole:
        return found->id;
    default:
        return {};
    }
}

void FinderModel::filter()
{
    beginResetModel();
    m_rows.clear();
    for (qsizetype index = 0; index < m_items.size(); ++index) {
        const FinderItem &each = m_items.at(index);
        if (const auto match = fuzzyMatch(m_pattern, each.title)) {
            m_rows << Row{index, match->score + each.boost, match->positions};
        } else if (const auto inDetail = fuzzyMatch(
                       m_pattern,
                       QStringList{each.kind, each.detail, each.title, each.detail}.join(QLatin1Char(' ')))) {
            m_rows << Row{index, inDetail->score + each.boost - detailPenalty, {}};
        }
    }
    std::stable_sort(m_rows.begin(), m_rows.end(), [](const Row &a, const Row &b) { return a.score > b.score; });
    if (m_rows.size() > mostRows)
        m_rows.resize(mostRows);
    endResetModel();
}

} // namespace drydock::models
