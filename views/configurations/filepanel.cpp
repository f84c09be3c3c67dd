// SPDX-License-Identifier: MIT
#include "views/configurations/filepanel.h"

#include "views/configurations/filedelegate.h"
#include "views/controls/theme.h"
#include "views/models/filetreemodel.h"

#include <QAction>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using drydock::models::FileTreeModel;

namespace drydock::configurations {

namespace {

/// With more files than this only the way to the current one is opened.
constexpr qsizetype mostExpanded = 300;

} // namespace

FilePanel::FilePanel(const controls::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_model(new FileTreeModel(this))
    , m_tree(new QTreeView)
{
    m_tree->setObjectName(u"configurationFiles"_s);
    m_tree->setModel(m_model);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->setItemDelegate(new FileDelegate(theme, m_tree));
    m_tree->setAccessibleName(tr("Files"));
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tree);
    setFocusProxy(m_tree);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        const QString path = index.data(FileTreeModel::PathRole).toString();
        if (!path.isEmpty() && !m_isFollowing)
            Q_EMIT fileWanted(path);
        Q_EMIT currentChanged();
    });
    // A file whose tab was closed is opened again by a click on its row.
    connect(m_tree, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (const QString path = index.data(FileTreeModel::PathRole).toString(); !path.isEmpty())
            Q_EMIT fileWanted(path);
    });
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (const QString path = index.data(FileTreeModel::PathRole).toString(); !path.isEmpty())
            Q_EMIT fileWanted(path);
    });
}

void FilePanel::setFiles(const std::vector<project::ConfigurationFile> &files)
{
    const QString current = currentFile();
    QStringList open;
    const std::function<void(const QModelIndex &)> collect = [&](const QModelIndex &parent) {
        for (int row = 0; row < m_model->rowCount(parent); ++row) {
            const QModelIndex index = m_model->index(row, 0, parent);
            if (!m_tree->isExpanded(index))
                continue;
            open << index.data(FileTreeModel::FolderRole).toString();
            collect(index);
        }
    };
    collect({});
    const int scrolled = m_tree->verticalScrollBar()->value();
    const bool first = m_model->fileCount() == 0;
    m_model->setFiles(files);
    if (first)
        expandSome();
    for (const QString &folder : std::as_const(open))
        m_tree->expand(m_model->findFolder(folder));
    setCurrent(current);
    m_tree->verticalScrollBar()->setValue(scrolled);
}

void FilePanel::expandSome()
{
    if (m_model->fileCount() <= mostExpanded)
        m_tree->expandAll();
}

void FilePanel::setProblems(const QHash<QString, int> &problems)
{
    m_model->setProblems(problems);
}

void FilePanel::setUnsaved(const QSet<QString> &paths)
{
    m_model->setUnsaved(paths);
}

void FilePanel::setCurrent(const QString &path)
{
    const QModelIndex index = m_model->find(path);
    if (!index.isValid() || index == m_tree->currentIndex())
        return;
    const QScopedValueRollback following(m_isFollowing, true);
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

void FilePanel::setActions(const QList<QAction *> &actions)
{
    connect(m_tree, &QWidget::customContextMenuRequested, this, [this, actions](const QPoint &position) {
        const QModelIndex index = m_tree->indexAt(position);
        if (index.isValid()) {
            const QScopedValueRollback following(m_isFollowing, true);
            m_tree->setCurrentIndex(index);
        }
        QMenu menu;
        menu.addActions(actions);
        menu.exec(m_tree->viewport()->mapToGlobal(position));
    });
}

QString FilePanel::currentFile() const
{
    return m_tree->currentIndex().data(FileTreeModel::PathRole).toString();
}

QString FilePanel::currentFolder() const
{
    return m_tree->currentIndex().data(FileTreeModel::FolderRole).toString();
}

bool FilePanel::isFolderCurrent() const
{
    return m_tree->currentIndex().data(FileTreeModel::IsFolderRole).toBool();
}

} // namespace drydock::configurations
