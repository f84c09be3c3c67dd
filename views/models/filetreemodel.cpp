// SPDX-License-Identifier: MIT
#include "views/models/filetreemodel.h"

#include "views/models/text.h"

#include <algorithm>

namespace drydock::models {

struct FileTreeModel::Node
{
    QString name;
    QString path; ///< empty for folders
    Node *parent = nullptr;
    std::vector<std::unique_ptr<Node>> children;

    Node *folder(const QString &wanted)
    {
        for (const auto &child : children) {
            if (child->path.isEmpty() && child->name == wanted)
                return child.get();
        }
        return add(wanted, {});
    }

    Node *add(const QString &childName, const QString &childPath)
    {
        children.push_back(std::make_unique<Node>());
        children.back()->name = childName;
        children.back()->path = childPath;
        children.back()->parent = this;
        return children.back().get();
    }

    void sort()
    {
        // Folders first, as file managers do.
        std::stable_sort(children.begin(), children.end(), [](const auto &a, const auto &b) {
            return a->path.isEmpty() != b->path.isEmpty() ? a->path.isEmpty() : a->name < b->name;
        });
        for (const auto &child : children)
            child->sort();
    }
};

FileTreeModel::FileTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{
}

FileTreeModel::~FileTreeModel() = default;

void FileTreeModel::setFiles(const std::vector<project::ConfigurationFile> &files)
{
    beginResetModel();
    m_root = std::make_unique<Node>();
    m_files.clear();
    m_problems.clear();
    for (const project::ConfigurationFile &file : files) {
        const QString path = toText(file.path);
        QStringList parts = path.split(QLatin1Char('/'));
        const QString name = parts.takeLast();
        Node *folder = m_root.get();
        for (const QString &part : std::as_const(parts))
            folder = folder->folder(part);
        m_files.insert(path, folder->add(name, path));
    }
    m_root->sort();
    endResetModel();
}

void FileTreeModel::setProblems(const QHash<QString, int> &problems)
{
    const QHash<QString, int> before = std::exchange(m_problems, problems);
    for (auto file = m_files.cbegin(); file != m_files.cend(); ++file) {
        if (before.value(file.key()) != problems.value(file.key())) {
            const QModelIndex changed = indexOf(*file.value());
            Q_EMIT dataChanged(changed, changed);
        }
    }
}

QModelIndex FileTreeModel::find(const QString &path) const
{
    const Node *found = m_files.value(path);
    return found ? indexOf(*found) : QModelIndex();
}

QModelIndex FileTreeModel::firstFile() const
{
    const Node *node = m_root.get();
    // Files of the root come before those of folders here: main.tf is what people look for.
    for (const auto &child : node->children) {
        if (!child->path.isEmpty())
            return indexOf(*child);
    }
    while (!node->children.empty())
        node = node->children.front().get();
    return node == m_root.get() ? QModelIndex() : indexOf(*node);
}

FileTreeModel::Node *FileTreeModel::node(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex FileTreeModel::indexOf(const Node &node) const
{
    const auto &siblings = node.parent->children;
    const auto place =
        std::find_if(siblings.begin(), siblings.end(), [&node](const auto &each) { return each.get() == &node; });
    return createIndex(static_cast<int>(place - siblings.begin()), 0, place->get());
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
    return !above || above == m_root.get() ? QModelIndex() : indexOf(*above);
}

int FileTreeModel::rowCount(const QModelIndex &parent) const
{
    return static_cast<int>(node(parent)->children.size());
}

int FileTreeModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant FileTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &shown = *node(index);
    const int problems = m_problems.value(shown.path);
    switch (role) {
    case Qt::DisplayRole:
        return shown.name;
    case Qt::ToolTipRole:
        return problems > 0 ? tr("%1: %n problem(s)", nullptr, problems).arg(shown.path) : shown.path;
    case PathRole:
        return shown.path;
    case IsFolderRole:
        return shown.path.isEmpty();
    case ProblemsRole:
        return shown.path.isEmpty() ? 0 : problems;
    default:
        return {};
    }
}

} // namespace drydock::models
