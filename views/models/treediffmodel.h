// SPDX-License-Identifier: MIT
#pragma once

#include "core/diff/treediff.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace drydock::models {

/// Compared files as a tree of folders. Folders come first, both by name; a folder has the status of its files when
/// they all share one, else Modified.
class TreeDiffModel final : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TreeDiffModel)

public:
    enum class Shown { Changed, All };
    enum Role { StatusRole = Qt::UserRole + 1, IsFolderRole, PathRole };

    explicit TreeDiffModel(QObject *parent = nullptr);
    ~TreeDiffModel() override;

    void setChanges(std::vector<diff::FileChange> changes);
    void setShown(Shown shown);
    [[nodiscard]] Shown shown() const { return m_shown; }
    [[nodiscard]] const std::vector<diff::FileChange> &changes() const { return m_changes; }
    /// Null for a folder.
    [[nodiscard]] const diff::FileChange *change(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const std::string &path) const;
    /// The first file in the order shown; invalid where there is none.
    [[nodiscard]] QModelIndex firstFile() const;
    [[nodiscard]] std::size_t count(diff::FileStatus status) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node;
    void rebuild();
    [[nodiscard]] Node *node(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const Node *node) const;

    std::vector<diff::FileChange> m_changes;
    Shown m_shown = Shown::Changed;
    std::unique_ptr<Node> m_root;
};

[[nodiscard]] QString fileStatusText(diff::FileStatus status);   ///< translated: "modified"
[[nodiscard]] QString fileStatusLetter(diff::FileStatus status); ///< "M", "A", "D", "R", ""

} // namespace drydock::models
