// SPDX-License-Identifier: MIT
#include "views/models/treediffmodel.h"

#include "views/models/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace drydock::models {

struct TreeDiffModel::Node
{
    QString name;
    Node *parent = nullptr;
    int row = 0;
    diff::FileStatus status = diff::FileStatus::Unchanged;
    const diff::FileChange *change = nullptr; ///< null: a folder
    std::vector<std::unique_ptr<Node>> children;

    Node *folder(const QString &wanted)
    {
        for (const auto &child : children) {
            if (!child->change && child->name == wanted)
                return child.get();
        }
        children.push_back(std::make_unique<Node>());
        children.back()->name = wanted;
        children.back()->parent = this;
        return children.back().get();
    }

    /// Sorts, numbers the rows and gives folders their status.
    void settle()
    {
        std::stable_sort(children.begin(), children.end(), [](const auto &left, const auto &right) {
            const bool leftFile = left->change != nullptr;
            const bool rightFile = right->change != nullptr;
            return leftFile != rightFile ? rightFile : left->name.compare(right->name, Qt::CaseInsensitive) < 0;
        });
        for (std::size_t i = 0; i < children.size(); ++i) {
            children[i]->row = static_cast<int>(i);
            children[i]->settle();
            const diff::FileStatus childStatus = children[i]->status;
            if (!change)
                status = i == 0 || status == childStatus ? childStatus : diff::FileStatus::Modified;
        }
    }
};

QString fileStatusText(diff::FileStatus status)
{
    switch (status) {
    case diff::FileStatus::Modified:
        return TreeDiffModel::tr("modified");
    case diff::FileStatus::Added:
        return TreeDiffModel::tr("added");
    case diff::FileStatus::Removed:
        return TreeDiffModel::tr("removed");
    case diff::FileStatus::Renamed:
        return TreeDiffModel::tr("renamed");
    case diff::FileStatus::Unchanged:
        break;
    }
    return TreeDiffModel::tr("unchanged");
}

QString fileStatusLetter(diff::FileStatus status)
{
    switch (status) {
    case diff::FileStatus::Modified:
        return u"M"_s;
    case diff::FileStatus::Added:
        return u"A"_s;
    case diff::FileStatus::Removed:
        return u"D"_s;
    case diff::FileStatus::Renamed:
        return u"R"_s;
    case diff::FileStatus::Unchanged:
        break;
    }
    return {};
}

TreeDiffModel::TreeDiffModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{
}

TreeDiffModel::~TreeDiffModel() = default;

void TreeDiffModel::setChanges(std::vector<diff::FileChange> changes)
{
    beginResetModel();
    m_changes = std::move(changes);
    rebuild();
    endResetModel();
}

void TreeDiffModel::setShown(Shown shown)
{
    if (shown == m_shown)
        return;
    beginResetModel();
    m_shown = shown;
    rebuild();
    endResetModel();
}

void TreeDiffModel::rebuild()
{
    m_root = std::make_unique<Node>();
    for (const diff::FileChange &change : m_changes) {
        if (m_shown == Shown::Changed && change.status == diff::FileStatus::Unchanged)
            continue;
        Node *folder = m_root.get();
        const QStringList parts = toText(change.path).split(u'/');
        for (qsizetype i = 0; i + 1 < parts.size(); ++i)
            folder = folder->folder(parts[i]);
        auto file = std::make_unique<Node>();
        file->name = parts.last();
        file->parent = folder;
        file->status = change.status;
        file->change = &change;
        folder->children.push_back(std::move(file));
    }
    m_root->settle();
}

TreeDiffModel::Node *TreeDiffModel::node(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex TreeDiffModel::indexOf(const Node *node) const
{
    return node && node->parent ? createIndex(node->row, 0, node) : QModelIndex();
}

const diff::FileChange *TreeDiffModel::change(const QModelIndex &index) const
{
    return node(index)->change;
}

QModelIndex TreeDiffModel::indexOf(const std::string &path) const
{
    const Node *current = m_root.get();
    for (const QString &part : toText(path).split(u'/')) {
        const auto found = std::find_if(current->children.begin(), current->children.end(),
                                        [&part](const auto &child) { return child->name == part; });
        if (found == current->children.end())
            return {};
        current = found->get();
    }
    return indexOf(current);
}

QModelIndex TreeDiffModel::firstFile() const
{
    const Node *current = m_root.get();
    while (!current->change && !current->children.empty())
        current = current->children.front().get();
    return current->change ? indexOf(current) : QModelIndex();
}

std::size_t TreeDiffModel::count(diff::FileStatus status) const
{
    return static_cast<std::size_t>(
        std::count_if(m_changes.begin(), m_changes.end(),
                      [status](const diff::FileChange &change) { return change.status == status; }));
}

QModelIndex TreeDiffModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node *owner = node(parent);
    if (row < 0 || column != 0 || static_cast<std::size_t>(row) >= owner->children.size())
        return {};
    return createIndex(row, column, owner->children[static_cast<std::size_t>(row)].get());
}

QModelIndex TreeDiffModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(node(index)->parent) : QModelIndex();
}

int TreeDiffModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(node(parent)->children.size());
}

int TreeDiffModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant TreeDiffModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node *shown = node(index);
    switch (role) {
    case Qt::DisplayRole:
        return shown->name;
    case Qt::ToolTipRole:
        if (!shown->change)
            return shown->name;
        if (shown->status == diff::FileStatus::Renamed)
            return tr("%1, renamed from %2").arg(toText(shown->change->path), toText(shown->change->beforePath));
        return u"%1, %2"_s.arg(toText(shown->change->path), fileStatusText(shown->status));
    case Qt::AccessibleTextRole:
        return u"%1, %2"_s.arg(shown->name, fileStatusText(shown->status));
    case StatusRole:
        return static_cast<int>(shown->status);
    case IsFolderRole:
        return shown->change == nullptr;
    case PathRole:
        return shown->change ? toText(shown->change->path) : QString();
    default:
        return {};
    }
}

QVariant TreeDiffModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return section == 0 && orientation == Qt::Horizontal && role == Qt::DisplayRole ? tr("File") : QVariant();
}

} // namespace drydock::models
