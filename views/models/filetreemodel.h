// SPDX-License-Identifier: MIT
#pragma once

#include "core/project/configurationfiles.h"

#include <QAbstractItemModel>
#include <QHash>

#include <memory>
#include <vector>

namespace drydock::models {

/// Files as a tree of folders; a number of problems can be put on a file.
class FileTreeModel final : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileTreeModel)

public:
    enum Role { PathRole = Qt::UserRole, IsFolderRole, ProblemsRole };

    explicit FileTreeModel(QObject *parent = nullptr);
    ~FileTreeModel() override;

    void setFiles(const std::vector<project::ConfigurationFile> &files);
    void setProblems(const QHash<QString, int> &problems);
    [[nodiscard]] QModelIndex find(const QString &path) const;
    /// The first file, depth first.
    [[nodiscard]] QModelIndex firstFile() const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Node;
    [[nodiscard]] Node *node(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const Node &node) const;

    std::unique_ptr<Node> m_root;
    QHash<QString, Node *> m_files;
    QHash<QString, int> m_problems;
};

} // namespace drydock::models
