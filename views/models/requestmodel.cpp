// SPDX-License-Identifier: MIT
#include "views/models/requestmodel.h"

#include "views/models/text.h"

#include <QDateTime>

#include <algorithm>

namespace drydock::models {

namespace {

constexpr std::size_t keptRows = 2000;

QString clockText(Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count()).toString(QStringLiteral("HH:mm:ss"));
}

QString latency(qint64 microseconds)
{
    return RequestModel::tr("%1 ms").arg(static_cast<double>(microseconds) / 1000.0, 0, 'f', 1);
}

QVariant alignment(int column)
{
    const bool number =
        column == RequestModel::Status || column == RequestModel::Bytes || column == RequestModel::Duration;
    return QVariant::fromValue((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace

RequestModel::RequestModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void RequestModel::add(const std::vector<RequestRow> &rows)
{
    if (rows.empty())
        return;
    const std::size_t count = std::min(rows.size(), keptRows);
    beginInsertRows({}, 0, static_cast<int>(count) - 1);
    for (std::size_t index = rows.size() - count; index < rows.size(); ++index)
        m_rows.push_front(rows[index]);
    m_total += static_cast<qint64>(rows.size());
    endInsertRows();
    if (m_rows.size() > keptRows) {
        beginRemoveRows({}, static_cast<int>(keptRows), static_cast<int>(m_rows.size()) - 1);
        m_rows.resize(keptRows);
        endRemoveRows();
    }
}

void RequestModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

int RequestModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RequestModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RequestModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const RequestRow &row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole)
        return alignment(index.column());
    if (role == FailedRole)
        return row.status >= 400;
    if (role == Qt::ToolTipRole)
        return index.column() == Time     ? exactTime(row.time)
               : index.column() == Path   ? row.path
               : index.column() == Client ? row.client
               : index.column() == Agent  ? row.agent
                                          : QString();
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    switch (index.column()) {
    case Time:
        return role == SortRole ? QVariant(static_cast<qlonglong>(row.time.time_since_epoch().count()))
                                : clockText(row.time);
    case Method:
        return row.method;
    case Path:
        return row.path;
    case Status:
        return role == SortRole ? QVariant(row.status) : QString::number(row.status);
    case Bytes:
        return role == SortRole ? QVariant(row.bytes) : sizeText(static_cast<std::uint64_t>(row.bytes));
    case Duration:
        return role == SortRole ? QVariant(row.microseconds) : latency(row.microseconds);
    case Client:
        return row.client;
    case Agent:
        return row.agent;
    default:
        return {};
    }
}

QVariant RequestModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return alignment(section);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Method:
        return tr("Method");
    case Path:
        return tr("Path");
    case Status:
        return tr("Status");
    case Bytes:
        return tr("Size");
    case Duration:
        return tr("Duration");
    case Client:
        return tr("Client");
    case Agent:
        return tr("Program");
    default:
        return {};
    }
}

} // namespace drydock::models
