// SPDX-License-Identifier: MIT
#include "views/models/findingmodel.h"

#include "views/models/text.h"

#include <algorithm>

namespace drydock::models {

int levelOf(policy::Severity severity)
{
    return static_cast<int>(severity) + 2;
}

QString severityText(policy::Severity severity)
{
    switch (severity) {
    case policy::Severity::Critical:
        return FindingModel::tr("Critical");
    case policy::Severity::High:
        return FindingModel::tr("High");
    case policy::Severity::Medium:
        return FindingModel::tr("Medium");
    case policy::Severity::Low:
        break;
    }
    return FindingModel::tr("Low");
}

QString statusText(policy::FindingStatus status)
{
    switch (status) {
    case policy::FindingStatus::Open:
        return FindingModel::tr("Open");
    case policy::FindingStatus::Waived:
        return FindingModel::tr("Waived");
    case policy::FindingStatus::Baselined:
        break;
    }
    return FindingModel::tr("Baselined");
}

void FindingModel::setArrangement(FindingArrangement arrangement)
{
    beginResetModel();
    m_arrangement = std::move(arrangement);
    endResetModel();
}

// A group is marked by internal id 0, a finding by the number of its group plus 1.
const FindingGroup *FindingModel::group(const QModelIndex &index) const
{
    const std::size_t number = index.internalId() == 0 ? static_cast<std::size_t>(index.row()) : index.internalId() - 1;
    return number < m_arrangement.groups.size() ? &m_arrangement.groups[number] : nullptr;
}

int FindingModel::findingNumber(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return -1;
    const FindingGroup *owner = group(index);
    return owner && static_cast<std::size_t>(index.row()) < owner->findings.size()
               ? static_cast<int>(owner->findings[static_cast<std::size_t>(index.row())])
               : -1;
}

const policy::Finding *FindingModel::finding(const QModelIndex &index) const
{
    const int number = findingNumber(index);
    return number < 0 ? nullptr : &m_arrangement.review->findings[static_cast<std::size_t>(number)];
}

QModelIndex FindingModel::place(std::size_t group, std::size_t position) const
{
    return createIndex(static_cast<int>(position), 0, static_cast<quintptr>(group) + 1);
}

QModelIndex FindingModel::indexOf(int findingNumber) const
{
    for (std::size_t i = 0; i < m_arrangement.groups.size(); ++i) {
        const auto &findings = m_arrangement.groups[i].findings;
        const auto found = std::find(findings.begin(), findings.end(), static_cast<std::uint32_t>(findingNumber));
        if (found != findings.end())
            return place(i, static_cast<std::size_t>(found - findings.begin()));
    }
    return {};
}

QModelIndex FindingModel::indexOf(const std::string &fingerprint) const
{
    if (!m_arrangement.review)
        return {};
    const auto &findings = m_arrangement.review->findings;
    const auto found = std::find_if(findings.begin(), findings.end(), [&fingerprint](const policy::Finding &finding) {
        return finding.fingerprint == fingerprint;
    });
    return found == findings.end() ? QModelIndex() : indexOf(static_cast<int>(found - findings.begin()));
}

QModelIndex FindingModel::next(const QModelIndex &index) const
{
    if (m_arrangement.groups.empty())
        return {};
    if (!index.isValid())
        return place(0, 0);
    if (index.internalId() == 0)
        return place(static_cast<std::size_t>(index.row()), 0);
    const std::size_t owner = index.internalId() - 1;
    if (static_cast<std::size_t>(index.row()) + 1 < m_arrangement.groups[owner].findings.size())
        return place(owner, static_cast<std::size_t>(index.row()) + 1);
    return owner + 1 < m_arrangement.groups.size() ? place(owner + 1, 0) : QModelIndex();
}

QModelIndex FindingModel::previous(const QModelIndex &index) const
{
    if (m_arrangement.groups.empty())
        return {};
    const auto last = [this](std::size_t owner) {
        return place(owner, m_arrangement.groups[owner].findings.size() - 1);
    };
    if (!index.isValid())
        return last(m_arrangement.groups.size() - 1);
    const std::size_t owner = index.internalId() == 0 ? static_cast<std::size_t>(index.row()) : index.internalId() - 1;
    if (index.internalId() != 0 && index.row() > 0)
        return place(owner, static_cast<std::size_t>(index.row()) - 1);
    return owner > 0 ? last(owner - 1) : QModelIndex();
}

QModelIndex FindingModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    if (!isGrouped())
        return createIndex(row, column, quintptr(1));
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row() + 1) : quintptr(0));
}

QModelIndex FindingModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0 || !isGrouped())
        return {};
    return createIndex(static_cast<int>(index.internalId() - 1), 0, quintptr(0));
}

int FindingModel::rowCount(const QModelIndex &parent) const
{
    const auto &groups = m_arrangement.groups;
    if (!isGrouped())
        return parent.isValid() || groups.empty() ? 0 : static_cast<int>(groups.front().findings.size());
    if (!parent.isValid())
        return static_cast<int>(groups.size());
    const bool isGroup = parent.internalId() == 0 && parent.column() == 0;
    return isGroup ? static_cast<int>(groups[static_cast<std::size_t>(parent.row())].findings.size()) : 0;
}

int FindingModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString FindingModel::text(const policy::Finding &finding, int column)
{
    switch (column) {
    case SeverityColumn:
        return severityText(finding.severity);
    case TitleColumn:
        return toText(finding.title);
    case ResourceColumn:
        return finding.instances.size() < 2
                   ? toText(finding.resource)
                   : tr("%1 and %n more", nullptr, static_cast<int>(finding.instances.size()) - 1)
                         .arg(toText(finding.resource));
    case PlaceColumn:
        return toText(finding.range.file) + u':' + QString::number(finding.range.line);
    case RuleColumn:
        return toText(finding.ruleId);
    case StatusColumn:
        return statusText(finding.status);
    default:
        return {};
    }
}

QString FindingModel::toolTip(const policy::Finding &finding, int column)
{
    if (column == TitleColumn)
        return toText(finding.message);
    if (column == ResourceColumn && finding.instances.size() > 1) {
        QStringList addresses;
        for (const std::string &instance : finding.instances)
            addresses << toText(instance);
        return addresses.mid(0, 20).join(u'\n') + (addresses.size() > 20 ? QStringLiteral("\n…") : QString());
    }
    if (column == StatusColumn && !finding.statusReason.empty())
        return toText(finding.statusReason);
    return text(finding, column);
}

QVariant FindingModel::groupData(const FindingGroup &group, int column, int role) const
{
    if (role == LevelRole)
        return levelOf(group.worst);
    if (role == IsGroupRole)
        return true;
    const bool isText = role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    if (!isText || column != SeverityColumn)
        return {};
    const QString title =
        m_arrangement.grouping == FindingGrouping::Severity ? severityText(group.worst) : toText(group.title);
    return QStringLiteral("%1  (%2)").arg(title, countText(group.findings.size()));
}

QVariant FindingModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == 0) {
        const FindingGroup *owner = group(index);
        return owner ? groupData(*owner, index.column(), role) : QVariant();
    }
    const policy::Finding *found = finding(index);
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*found, index.column());
    case Qt::ToolTipRole:
        return toolTip(*found, index.column());
    case LevelRole:
        return levelOf(found->severity);
    case IsGroupRole:
        return false;
    case IsQuietRole:
        return found->status != policy::FindingStatus::Open;
    default:
        return {};
    }
}

QVariant FindingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SeverityColumn:
        return tr("Severity");
    case TitleColumn:
        return tr("Finding");
    case ResourceColumn:
        return tr("Resource");
    case PlaceColumn:
        return tr("Place");
    case RuleColumn:
        return tr("Rule");
    case StatusColumn:
        return tr("Status");
    default:
        return {};
    }
}

FindingOrder FindingModel::orderOf(int column)
{
    switch (column) {
    case TitleColumn:
        return FindingOrder::Title;
    case ResourceColumn:
        return FindingOrder::Resource;
    case PlaceColumn:
        return FindingOrder::Place;
    case RuleColumn:
        return FindingOrder::Rule;
    case StatusColumn:
        return FindingOrder::Status;
    default:
        return FindingOrder::Severity;
    }
}

} // namespace drydock::models
