// SPDX-License-Identifier: MIT
#pragma once

#include "core/project/library.h"

#include <QAbstractTableModel>

#include <vector>

namespace drydock::models {

/// Assets of a library.
class LibraryModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LibraryModel)

public:
    enum Column {
        NameColumn,
        TypeColumn,
        GeneratorColumn,
        VersionColumn,
        ValidationColumn,
        UpdatedColumn,
        ColumnCount
    };
    enum Role { LevelRole = Qt::UserRole + 1, SortRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setAssets(std::vector<project::Asset> assets);
    [[nodiscard]] const std::vector<project::Asset> &assets() const { return m_assets; }
    [[nodiscard]] const project::Asset *asset(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const std::string &slugOrId) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString text(const project::Asset &asset, int column);
    [[nodiscard]] static QVariant sortKey(const project::Asset &asset, int column);

    std::vector<project::Asset> m_assets;
};

/// Files of a version: path, media type, size, SHA-256.
class ManifestModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ManifestModel)

public:
    enum Column { PathColumn, SizeColumn, MediaTypeColumn, ChecksumColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setFiles(std::vector<project::LibraryFile> files);
    [[nodiscard]] const project::LibraryFile *file(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<project::LibraryFile> m_files;
};

[[nodiscard]] QString validationText(const project::ValidationSummary &validation); ///< "passed", "2 warnings"
[[nodiscard]] int validationLevel(const project::ValidationSummary &validation);    ///< as `Level` of views/controls
[[nodiscard]] QString assetTypeText(const std::string &type);

} // namespace drydock::models
