// SPDX-License-Identifier: MIT
#include "views/models/historymodel.h"

#include "views/models/text.h"

using namespace Qt::StringLiterals;

namespace drydock::models {

QString versionReasonText(project::VersionReason reason)
{
    using project::VersionReason;
    switch (reason) {
    case VersionReason::Opened:
        return HistoryModel::tr("Before the first change");
    case VersionReason::Saved:
        return HistoryModel::tr("Saved");
    case VersionReason::Replaced:
        return HistoryModel::tr("Replaced in many files");
    case VersionReason::Restored:
        return HistoryModel::tr("An older version restored");
    case VersionReason::Merged:
        return HistoryModel::tr("Merged with a change from outside");
    case VersionReason::Outside:
        return HistoryModel::tr("Changed by another program");
    case VersionReason::Removed:
        return HistoryModel::tr("Deleted");
    }
    return {};
}

HistoryModel::HistoryModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void HistoryModel::setVersions(std::vector<project::FileVersion> versions, Rows rows)
{
    beginResetModel();
    m_versions = std::move(versions);
    m_rows = rows;
    endResetModel();
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_versions.size());
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const project::FileVersion &shown = version(index.row());
    const QString reason = shown.note.empty() ? versionReasonText(shown.reason) : toText(shown.note);
    switch (role) {
    case Qt::DisplayRole:
        return m_rows == Rows::Versions ? relativeTime(shown.recorded) : toText(shown.path);
    case Qt::ToolTipRole:
        return u"%1\n%2\nSHA-256 %3"_s.arg(toText(shown.path), exactTime(shown.recorded), toText(shown.sha256));
    case DetailRole:
        return m_rows == Rows::Versions ? tr("%1, %2").arg(reason, sizeText(shown.size))
                                        : tr("%1, %2").arg(relativeTime(shown.recorded), sizeText(shown.size));
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(exactTime(shown.recorded), reason);
    default:
        return {};
    }
}

} // namespace drydock::models
