// SPDX-License-Identifier: MIT
#pragma once

#include "core/project/configurationfiles.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QSet>

#include <memory>
#include <vector>

namespace drydock::models {

/// Files as a tree of folders; a number of problems and a mark for unsaved text can be put on a file. Rows of a folder
/// are handed to a view when it is opened first, so that thousands of files cost nothing until then.
class FileTreeModel final : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileTreeModel)

public:
    enum Role {
        PathRole = Qt::UserRole, ///< of a file; empty for a folder
        IsFolderRole,
        ProblemsRole,
        FolderRole,  ///< path of a folder, or of the folder that a file is in; empty for the root
        UnsavedRole, ///< bool
    };

    explicit FileTreeModel(QObject *parent = nullptr);
    ~FileTreeModel() override;

    void setFiles(const std::vector<project::ConfigurationFile> &files);
    void setProblems(const QHash<QString, int> &problems);
    void setUnsaved(const QSet<QString> &paths);
    [[nodiscard]] QModelIndex find(const QString &path) const;
    [[nodiscard]] QModelIndex findFolder(const QString &path) const;
    /// The first file, depth first.
    [[nodiscard]] QModelIndex firstFile() const;
    [[nodiscard]] qsizetype fileCount() const { return m_files.size(); }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Node;
    [[nodiscard]] Node *node(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const Node &node) const;
    void show(const Node &node) const;
    void announce(const QString &path);

    std::unique_ptr<Node> m_root;
    QHash<QString, Node *> m_files;
    QHash<QString, Node *> m_folders;
    QHash<QString, int> m_problems;
    QSet<QString> m_unsaved;
};

} // namespace drydock::models
