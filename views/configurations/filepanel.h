// SPDX-License-Identifier: MIT
#pragma once

#include "core/project/configurationfiles.h"

#include <QHash>
#include <QSet>
#include <QWidget>

#include <vector>

class QAction;
class QTreeView;

namespace drydock::controls {
class Theme;
}

namespace drydock::models {
class FileTreeModel;
}

namespace drydock::configurations {

/// The files of the project as a tree, with what can be done to them.
class FilePanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilePanel)

public:
    explicit FilePanel(const controls::Theme &theme, QWidget *parent = nullptr);

    void setFiles(const std::vector<project::ConfigurationFile> &files);
    void setProblems(const QHash<QString, int> &problems);
    void setUnsaved(const QSet<QString> &paths);
    void setCurrent(const QString &path);
    /// Actions for the context menu, about the row below the cursor.
    void setActions(const QList<QAction *> &actions);

    [[nodiscard]] models::FileTreeModel *model() const { return m_model; }
    [[nodiscard]] QTreeView *tree() const { return m_tree; }
    /// Of the current row: a file, or empty.
    [[nodiscard]] QString currentFile() const;
    /// The folder that is current or that the current file is in; empty for the root.
    [[nodiscard]] QString currentFolder() const;
    [[nodiscard]] bool isFolderCurrent() const;

Q_SIGNALS:
    void fileWanted(const QString &path);
    void currentChanged();

private:
    void expandSome();

    models::FileTreeModel *m_model;
    QTreeView *m_tree;
    bool m_isFollowing = false; ///< the row changes because the editor did
};

} // namespace drydock::configurations
