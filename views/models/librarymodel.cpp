// SPDX-License-Identifier: MIT
#include "views/models/librarymodel.h"

#include "views/models/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace drydock::models {

QString validationText(const project::ValidationSummary &validation)
{
    switch (validation.state) {
    case project::ValidationState::Passed:
        return LibraryModel::tr("passed");
    case project::ValidationState::Warnings:
        return validation.warnings > 0 ? LibraryModel::tr("warnings: %1").arg(validation.warnings)
                                       : LibraryModel::tr("findings: %1").arg(validation.findings);
    case project::ValidationState::Failed:
        return LibraryModel::tr("failed");
    case project::ValidationState::None:
        break;
    }
    return LibraryModel::tr("not checked");
}

int validationLevel(const project::ValidationSummary &validation)
{
    switch (validation.state) {
    case project::ValidationState::Passed:
        return 1;
    case project::ValidationState::Warnings:
        return 3;
    case project::ValidationState::Failed:
        return 5;
    case project::ValidationState::None:
        break;
    }
    return 0;
}

QString assetTypeText(const std::string &type)
{
    if (type == "module")
        return LibraryModel::tr("Module");
    if (type == "configuration")
        return LibraryModel::tr("Configuration");
    if (type == "policy")
        return LibraryModel::tr("Policy");
    if (type == "file")
        return LibraryModel::tr("File");
    return toText(type);
}

void LibraryModel::setAssets(std::vector<project::Asset> assets)
{
    beginResetModel();
    m_assets = std::move(assets);
    endResetModel();
}

const project::Asset *LibraryModel::asset(const QModelIndex &index) const
{
    const auto row = static_cast<std::size_t>(index.row());
    return index.isValid() && row < m_assets.size() ? &m_assets[row] : nullptr;
}

QModelIndex LibraryModel::indexOf(const std::string &slugOrId) const
{
    const auto found = std::find_if(m_assets.begin(), m_assets.end(), [&slugOrId](const project::Asset &asset) {
        return asset.slug == slugOrId || asset.id == slugOrId;
    });
    return found == m_assets.end() ? QModelIndex() : index(static_cast<int>(found - m_assets.begin()), 0);
}

int LibraryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_assets.size());
}

int LibraryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QString LibraryModel::text(const project::Asset &asset, int column)
{
    switch (column) {
    case NameColumn:
        return toText(asset.name);
    case TypeColumn:
        return assetTypeText(asset.type);
    case GeneratorColumn:
        return toText(asset.generator);
    case VersionColumn:
        return u"v%1"_s.arg(asset.latest);
    case ValidationColumn:
        return validationText(asset.validation);
    case UpdatedColumn:
        return relativeTime(asset.updated);
    default:
        return {};
    }
}

QVariant LibraryModel::sortKey(const project::Asset &asset, int column)
{
    switch (column) {
    case VersionColumn:
        return asset.latest;
    case ValidationColumn:
        return validationLevel(asset.validation);
    case UpdatedColumn:
        return static_cast<qlonglong>(asset.updated.time_since_epoch().count());
    default:
        return text(asset, column).toCaseFolded();
    }
}

QVariant LibraryModel::data(const QModelIndex &index, int role) const
{
    const project::Asset *shown = asset(index);
    if (!shown)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*shown, index.column());
    case Qt::ToolTipRole:
        if (index.column() == UpdatedColumn)
            return exactTime(shown->updated);
        if (index.column() == ValidationColumn && !shown->validation.text.empty())
            return toText(shown->validation.text);
        return index.column() == NameColumn && !shown->description.empty() ? toText(shown->description)
                                                                           : text(*shown, index.column());
    case LevelRole:
        return validationLevel(shown->validation);
    case SortRole:
        return sortKey(*shown, index.column());
    default:
        return {};
    }
}

QVariant LibraryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case TypeColumn:
        return tr("Type");
    case GeneratorColumn:
        return tr("Generator");
    case VersionColumn:
        return tr("Newest");
    case ValidationColumn:
        return tr("Validation");
    case UpdatedColumn:
        return tr("Updated");
    default:
        return {};
    }
}

void ManifestModel::setFiles(std::vector<project::LibraryFile> files)
{
    beginResetModel();
    m_files = std::move(files);
    endResetModel();
}

const project::LibraryFile *ManifestModel::file(const QModelIndex &index) const
{
    const auto row = static_cast<std::size_t>(index.row());
    return index.isValid() && row < m_files.size() ? &m_files[row] : nullptr;
}

int ManifestModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_files.size());
}

int ManifestModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant ManifestModel::data(const QModelIndex &index, int role) const
{
    const project::LibraryFile *shown = file(index);
    if (!shown)
        return {};
    if (role == Qt::TextAlignmentRole && index.column() == SizeColumn)
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case PathColumn:
        return toText(shown->path);
    case SizeColumn:
        return role == Qt::ToolTipRole ? tr("%1 bytes").arg(countText(shown->size)) : sizeText(shown->size);
    case MediaTypeColumn:
        return toText(shown->mediaType);
    case ChecksumColumn:
        return toText(shown->sha256);
    default:
        return {};
    }
}

QVariant ManifestModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == SizeColumn)
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case PathColumn:
        return tr("File");
    case SizeColumn:
        return tr("Size");
    case MediaTypeColumn:
        return tr("Media type");
    case ChecksumColumn:
        return tr("SHA-256");
    default:
        return {};
    }
}

} // namespace drydock::models
