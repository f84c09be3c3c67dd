// SPDX-License-Identifier: MIT
#include "views/models/publishedmodel.h"

#include "views/models/text.h"

namespace drydock::models {

namespace {

bool isNumber(int column)
{
    return column == PublishedModel::Size || column == PublishedModel::Downloads;
}

QVariant alignment(int column)
{
    return QVariant::fromValue((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace

PublishedModel::PublishedModel(const QString &detailTitle, QObject *parent)
    : QAbstractTableModel(parent)
    , m_detailTitle(detailTitle)
{
}

void PublishedModel::setRows(const QList<PublishedRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int PublishedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PublishedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PublishedModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const PublishedRow &row = m_rows.at(index.row());
    if (role == Qt::TextAlignmentRole)
        return alignment(index.column());
    if (role == Qt::ToolTipRole)
        return index.column() == Time     ? exactTime(row.time)
               : isNumber(index.column()) ? QString()
                                          : data(index, Qt::DisplayRole);
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    const bool sorts = role == SortRole;
    switch (index.column()) {
    case Address:
        return row.address;
    case Version:
        return row.version;
    case Detail:
        return row.detail;
    case Size:
        return sorts ? QVariant(row.size) : sizeText(row.size);
    case Downloads:
        return sorts ? QVariant(row.downloads) : countText(row.downloads);
    case Time:
        return sorts ? QVariant(static_cast<qlonglong>(row.time.time_since_epoch().count())) : relativeTime(row.time);
    case Checksum:
        return row.checksum;
    default:
        return {};
    }
}

QVariant PublishedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return alignment(section);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Address:
        return tr("Address");
    case Version:
        return tr("Version");
    case Detail:
        return m_detailTitle;
    case Size:
        return tr("Size");
    case Downloads:
        return tr("Downloads");
    case Time:
        return tr("Published");
    case Checksum:
        return tr("SHA-256");
    default:
        return {};
    }
}

} // namespace drydock::models
