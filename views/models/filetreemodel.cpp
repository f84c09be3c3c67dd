// SPDX-License-Identifier: MIT
#include "views/models/filetreemodel.h"

#include "views/models/text.h"

#include <QCollator>
#include <QLocale>

#include <algorithm>

namespace drydock::models {

struct FileTreeModel::Node
{
    QString name;
    QString path;
    Node *parent = nullptr;
    int row = 0;
    bool isFolder = false;
    bool isShown = false; ///< views know of the children
    std::vector<std::unique_ptr<Node>> children;

    Node *add(const QString &childName, const QString &childPath, bool folder)
    {
        children.push_back(std::make_unique<Node>());
        Node *child = children.back().get();
        child->name = childName;
        child->path = childPath;
        child->parent = this;
        child->isFolder = folder;
        return child;
    }

    void sort(const QCollator &collator)
    {
        // Folders first, as file managers do.
        std::stable_sort(children.begin(), children.end(), [&collator](const auto &a, const auto &b) {
            return a->isFolder != b->isFolder ? a->isFolder : collator.compare(a->name, b->name) < 0;
        });
        for (std::size_t i = 0; i < children.size(); ++i) {
            children[i]->row = static_cast<int>(i);
            children[i]->sort(collator);
        }
    }
};

FileTreeModel::FileTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{
    m_root->isShown = true;
}

FileTreeModel::~FileTreeModel() = default;

void FileTreeModel::setFiles(const std::vector<project::ConfigurationFile> &files)
{
    beginResetModel();
    m_root = std::make_unique<Node>();
    m_root->isFolder = true;
    m_root->isShown = true;
    m_files.clear();
    m_folders.clear();
    const auto folderOf = [this](const QString &path, const auto &self) -> Node * {
        if (path.isEmpty())
            return m_root.get();
        if (Node *known = m_folders.value(path))
            return known;
        const qsizetype slash = path.lastIndexOf(QLatin1Char('/'));
        Node *folder = self(path.left(std::max<qsizetype>(slash, 0)), self)->add(path.mid(slash + 1), path, true);
        m_folders.insert(path, folder);
        return folder;
    };
    for (const project::ConfigurationFile &file : files) {
        const QString path = toText(file.path);
        const qsizetype slash = path.lastIndexOf(QLatin1Char('/'));
        Node *folder = folderOf(path.left(std::max<qsizetype>(slash, 0)), folderOf);
        m_files.insert(path, folder->add(path.mid(slash + 1), path, false));
    }
    // The C locale knows no order of numbers in names.
    QCollator collator(QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale());
    collator.setNumericMode(true);
    m_root->sort(collator);
    endResetModel();
}

void FileTreeModel::announce(const QString &path)
{
    const Node *file = m_files.value(path);
    if (!file || !file->parent->isShown)
        return;
    const QModelIndex changed = indexOf(*file);
    Q_EMIT dataChanged(changed, changed);
}

void FileTreeModel::setProblems(const QHash<QString, int> &problems)
{
    const QHash<QString, int> before = std::exchange(m_problems, problems);
    for (auto each = before.cbegin(); each != before.cend(); ++each) {
        if (problems.value(each.key()) != each.value())
            announce(each.key());
    }
    for (auto each = problems.cbegin(); each != problems.cend(); ++each) {
        if (!before.contains(each.key()))
            announce(each.key());
    }
}

void FileTreeModel::setUnsaved(const QSet<QString> &paths)
{
    const QSet<QString> before = std::exchange(m_unsaved, paths);
    for (const QString &path : before) {
        if (!paths.contains(path))
            announce(path);
    }
    for (const QString &path : paths) {
        if (!before.contains(path))
            announce(path);
    }
}

void FileTreeModel::show(const Node &node) const
{
    for (Node *above = node.parent; above; above = above->parent) {
        if (!above->isShown)
            const_cast<FileTreeModel *>(this)->fetchMore(indexOf(*above));
    }
}

QModelIndex FileTreeModel::find(const QString &path) const
{
    const Node *found = m_files.value(path);
    if (!found)
        return {};
    show(*found);
    return indexOf(*found);
}

QModelIndex FileTreeModel::findFolder(const QString &path) const
{
    const Node *found = m_folders.value(path);
    if (!found)
        return {};
    show(*found);
    return indexOf(*found);
}

QModelIndex FileTreeModel::firstFile() const
{
    const Node *node = m_root.get();
    // Files of the root come before those of folders here: main.tf is what people look for.
    for (const auto &child : node->children) {
        if (!child->isFolder)
            return indexOf(*child);
    }
    while (!node->children.empty())
        node = node->children.front().get();
    if (node == m_root.get())
        return {};
    show(*node);
    return indexOf(*node);
}

FileTreeModel::Node *FileTreeModel::node(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex FileTreeModel::indexOf(const Node &node) const
{
    return node.parent ? createIndex(node.row, 0, &node) : QModelIndex();
}

QModelIndex FileTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, node(parent)->children.at(static_cast<std::size_t>(row)).get());
}

QModelIndex FileTreeModel::parent(const QModelIndex &index) const
{
    const Node *above = index.isValid() ? node(index)->parent : nullptr;
    return above ? indexOf(*above) : QModelIndex();
}

int FileTreeModel::rowCount(const QModelIndex &parent) const
{
    const Node &shown = *node(parent);
    return shown.isShown ? static_cast<int>(shown.children.size()) : 0;
}

int FileTreeModel::columnCount(const QModelIndex &) const
{
    return 1;
}

bool FileTreeModel::hasChildren(const QModelIndex &parent) const
{
    return !node(parent)->children.empty();
}

bool FileTreeModel::canFetchMore(const QModelIndex &parent) const
{
    const Node &shown = *node(parent);
    return !shown.isShown && !shown.children.empty();
}

void FileTreeModel::fetchMore(const QModelIndex &parent)
{
    Node &opened = *node(parent);
    if (!canFetchMore(parent))
        return;
    // Views know of the folder only when they know of those above it.
    if (opened.parent && !opened.parent->isShown)
        fetchMore(indexOf(*opened.parent));
    beginInsertRows(parent, 0, static_cast<int>(opened.children.size()) - 1);
    opened.isShown = true;
    endInsertRows();
}

QVariant FileTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &shown = *node(index);
    const int problems = shown.isFolder ? 0 : m_problems.value(shown.path);
    switch (role) {
    case Qt::DisplayRole:
        return shown.name;
    case Qt::ToolTipRole:
        return problems > 0 ? tr("%1: %n problem(s)", nullptr, problems).arg(shown.path) : shown.path;
    case PathRole:
        return shown.isFolder ? QString() : shown.path;
    case IsFolderRole:
        return shown.isFolder;
    case ProblemsRole:
        return problems;
    case FolderRole:
        return shown.isFolder ? shown.path : shown.parent->path;
    case UnsavedRole:
        return !shown.isFolder && m_unsaved.contains(shown.path);
    default:
        return {};
    }
}

} // namespace drydock::models
