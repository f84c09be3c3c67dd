// SPDX-License-Identifier: MIT
#include "views/models/searchmodel.h"

#include "views/models/text.h"

#include <algorithm>

namespace drydock::models {

struct SearchModel::File
{
    project::FileMatches found;
    std::vector<bool> chosen;
    int row = 0;

    [[nodiscard]] std::size_t chosenCount() const
    {
        return static_cast<std::size_t>(std::count(chosen.begin(), chosen.end(), true));
    }
};

namespace {

/// Leading blanks only push the match out of sight.
std::size_t indentation(const project::TextMatch &match)
{
    const std::size_t text = match.excerpt.find_first_not_of(" \t");
    return std::min(text == std::string::npos ? std::size_t{0} : text, match.excerptStart);
}

} // namespace

SearchModel::SearchModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

SearchModel::~SearchModel() = default;

void SearchModel::clear()
{
    beginResetModel();
    m_files.clear();
    m_preview = {};
    endResetModel();
    Q_EMIT chosenChanged();
}

void SearchModel::add(project::FileMatches file)
{
    const int row = static_cast<int>(m_files.size());
    beginInsertRows({}, row, row);
    auto added = std::make_unique<File>();
    added->chosen.assign(file.matches.size(), true);
    added->found = std::move(file);
    added->row = row;
    m_files.push_back(std::move(added));
    endInsertRows();
    Q_EMIT chosenChanged();
}

void SearchModel::setChoice(Choice choice)
{
    if (choice == m_choice)
        return;
    Q_EMIT layoutAboutToBeChanged();
    m_choice = choice;
    Q_EMIT layoutChanged();
}

void SearchModel::setPreview(Preview preview)
{
    Q_EMIT layoutAboutToBeChanged();
    m_preview = std::move(preview);
    Q_EMIT layoutChanged();
}

void SearchModel::remove(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    File *parentFile = fileOf(index.parent());
    const auto row = static_cast<std::size_t>(index.row());
    if (parentFile && parentFile->found.matches.size() > 1) {
        beginRemoveRows(index.parent(), index.row(), index.row());
        parentFile->found.matches.erase(parentFile->found.matches.begin() + index.row());
        parentFile->chosen.erase(parentFile->chosen.begin() + index.row());
        endRemoveRows();
    } else {
        const auto file = parentFile ? static_cast<std::size_t>(parentFile->row) : row;
        beginRemoveRows({}, static_cast<int>(file), static_cast<int>(file));
        m_files.erase(m_files.begin() + static_cast<std::ptrdiff_t>(file));
        for (std::size_t i = file; i < m_files.size(); ++i)
            m_files[i]->row = static_cast<int>(i);
        endRemoveRows();
    }
    Q_EMIT chosenChanged();
}

std::size_t SearchModel::matchCount() const
{
    std::size_t count = 0;
    for (const auto &file : m_files)
        count += file->found.matches.size();
    return count;
}

std::size_t SearchModel::chosenCount() const
{
    std::size_t count = 0;
    for (const auto &file : m_files)
        count += file->chosenCount();
    return count;
}

std::vector<project::FileMatches> SearchModel::chosen() const
{
    std::vector<project::FileMatches> files;
    for (const auto &file : m_files) {
        project::FileMatches wanted{file->found.path, file->found.sha256, {}};
        for (std::size_t i = 0; i < file->chosen.size(); ++i) {
            if (file->chosen[i])
                wanted.matches.push_back(file->found.matches[i]);
        }
        if (!wanted.matches.empty())
            files.push_back(std::move(wanted));
    }
    return files;
}

QModelIndex SearchModel::next(const QModelIndex &index, int step) const
{
    const int files = static_cast<int>(m_files.size());
    const auto last = [this](int file) {
        return static_cast<int>(m_files[static_cast<std::size_t>(file)]->found.matches.size()) - 1;
    };
    const bool isMatch = index.parent().isValid();
    int file = isMatch ? index.parent().row() : index.isValid() ? index.row() : step > 0 ? -1 : files;
    int match = isMatch ? index.row() + step : step > 0 && index.isValid() ? 0 : -1;
    if (file < 0 || file >= files || match < 0 || match > last(file)) {
        file += step;
        if (file < 0 || file >= files)
            return {};
        match = step > 0 ? 0 : last(file);
    }
    return this->index(match, 0, this->index(file, 0));
}

SearchModel::File *SearchModel::fileOf(const QModelIndex &index) const
{
    return index.isValid() && !index.internalPointer() ? m_files[static_cast<std::size_t>(index.row())].get() : nullptr;
}

QModelIndex SearchModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? fileOf(parent) : nullptr);
}

QModelIndex SearchModel::parent(const QModelIndex &index) const
{
    const auto *file = index.isValid() ? static_cast<const File *>(index.internalPointer()) : nullptr;
    return file ? createIndex(file->row, 0) : QModelIndex();
}

int SearchModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_files.size());
    const File *file = fileOf(parent);
    return file ? static_cast<int>(file->found.matches.size()) : 0;
}

int SearchModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant SearchModel::fileData(const File &file, int role) const
{
    const QString path = toText(file.found.path);
    switch (role) {
    case Qt::DisplayRole:
        return path;
    case Qt::ToolTipRole:
        return tr("%1: %n match(es)", nullptr, static_cast<int>(file.found.matches.size())).arg(path);
    case PathRole:
        return path;
    case IsFileRole:
        return true;
    case CountRole:
        return static_cast<int>(file.found.matches.size());
    case Qt::CheckStateRole: {
        if (m_choice == Choice::Hidden)
            return {};
        const std::size_t count = file.chosenCount();
        return count == 0 ? Qt::Unchecked : count == file.chosen.size() ? Qt::Checked : Qt::PartiallyChecked;
    }
    default:
        return {};
    }
}

QVariant SearchModel::matchData(const File &file, std::size_t match, int role) const
{
    const project::TextMatch &found = file.found.matches[match];
    const std::size_t skipped = indentation(found);
    switch (role) {
    case Qt::DisplayRole:
        return toText(std::string_view(found.excerpt).substr(skipped));
    case Qt::ToolTipRole:
        return tr("Line %1, column %2").arg(found.line).arg(found.column);
    case PathRole:
        return toText(file.found.path);
    case IsFileRole:
        return false;
    case LineRole:
        return found.line;
    case ColumnRole:
        return found.column;
    case HitStartRole:
        return toText(std::string_view(found.excerpt).substr(skipped, found.excerptStart - skipped)).size();
    case HitLengthRole:
        return toText(std::string_view(found.excerpt).substr(found.excerptStart, found.excerptLength)).size();
    case ReplacementRole:
        return m_preview ? QVariant(m_preview(file.found, found)) : QVariant();
    case Qt::CheckStateRole:
        return m_choice == Choice::Hidden ? QVariant() : file.chosen[match] ? Qt::Checked : Qt::Unchecked;
    default:
        return {};
    }
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (const auto *file = static_cast<const File *>(index.internalPointer()))
        return matchData(*file, static_cast<std::size_t>(index.row()), role);
    return fileData(*m_files[static_cast<std::size_t>(index.row())], role);
}

bool SearchModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid())
        return false;
    const bool chosen = value.toInt() != Qt::Unchecked;
    if (auto *file = static_cast<File *>(index.internalPointer())) {
        file->chosen[static_cast<std::size_t>(index.row())] = chosen;
        Q_EMIT dataChanged(index, index);
        Q_EMIT dataChanged(index.parent(), index.parent());
    } else {
        File &whole = *m_files[static_cast<std::size_t>(index.row())];
        std::fill(whole.chosen.begin(), whole.chosen.end(), chosen);
        Q_EMIT dataChanged(index, index);
        Q_EMIT dataChanged(this->index(0, 0, index), this->index(rowCount(index) - 1, 0, index));
    }
    Q_EMIT chosenChanged();
    return true;
}

Qt::ItemFlags SearchModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = QAbstractItemModel::flags(index);
    return m_choice == Choice::Offered && index.isValid() ? usual | Qt::ItemIsUserCheckable : usual;
}

} // namespace drydock::models
