// SPDX-License-Identifier: MIT
#include "views/compare/treecompareview.h"

#include "views/controls/diffview.h"
#include "views/controls/theme.h"
#include "views/models/text.h"
#include "views/models/treediffmodel.h"

#include <QApplication>
#include <QLabel>
#include <QPainter>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using drydock::controls::ColorRole;
using drydock::models::toText;
using drydock::models::toUtf8;
using drydock::models::TreeDiffModel;

namespace drydock::compare {

namespace {

ColorRole roleOf(diff::FileStatus status)
{
    switch (status) {
    case diff::FileStatus::Added:
        return ColorRole::Ok;
    case diff::FileStatus::Removed:
        return ColorRole::Critical;
    case diff::FileStatus::Modified:
        return ColorRole::Medium;
    case diff::FileStatus::Renamed:
        return ColorRole::Low;
    case diff::FileStatus::Unchanged:
        break;
    }
    return ColorRole::Muted;
}

/// A file name with the letter of its status at the right.
class FileDelegate final : public QStyledItemDelegate
{
public:
    FileDelegate(const controls::Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        const auto status = static_cast<diff::FileStatus>(index.data(TreeDiffModel::StatusRole).toInt());
        const bool folder = index.data(TreeDiffModel::IsFolderRole).toBool();
        item.icon = m_theme.icon(folder ? u"folder"_s : u"text-x-generic"_s, ColorRole::Muted);
        item.features |= QStyleOptionViewItem::HasDecoration;
        item.decorationSize = QSize(m_theme.px(16), m_theme.px(16));
        const QColor color = m_theme.color(roleOf(status));
        if (!folder)
            item.palette.setColor(QPalette::Text, color);
        item.textElideMode = Qt::ElideMiddle;
        QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
        if (folder)
            return;
        painter->save();
        painter->setPen(color);
        painter->setFont(m_theme.codeFont());
        painter->drawText(option.rect.adjusted(0, 0, -m_theme.px(12), 0), Qt::AlignRight | Qt::AlignVCenter,
                          models::fileStatusLetter(status));
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width() + m_theme.px(28), m_theme.rowHeight()};
    }

private:
    const controls::Theme &m_theme;
};

} // namespace

TreeCompareView::TreeCompareView(const controls::Theme &theme, const controls::Syntax &syntax, shell::TaskRunner &tasks,
                                 QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_task(tasks, this)
    , m_model(new TreeDiffModel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_diff = new controls::DiffView(theme, syntax);
    m_splitter = new QSplitter;
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeTree());
    m_splitter->addWidget(m_diff);
    m_splitter->setSizes({theme.px(260), theme.px(1020)});
    m_splitter->setStretchFactor(1, 1);
    layout->addWidget(m_splitter);
    setFocusProxy(m_tree);
}

QWidget *TreeCompareView::makeTree()
{
    auto *area = new QWidget;
    area->setProperty("kind", u"panel"_s);
    area->setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(m_theme.px(12), m_theme.px(4), m_theme.px(8), m_theme.px(4));
    m_summary = new QLabel;
    m_summary->setProperty("tone", u"muted"_s);
    m_all = new QToolButton;
    m_all->setText(tr("All"));
    m_all->setCheckable(true);
    m_all->setToolTip(tr("Show unchanged files too"));
    m_all->setAccessibleName(m_all->toolTip());
    m_all->setFocusPolicy(Qt::TabFocus);
    head->addWidget(m_summary, 1);
    head->addWidget(m_all);
    m_tree = new QTreeView;
    m_tree->setObjectName(u"files"_s);
    m_tree->setAccessibleName(tr("Compared files"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new FileDelegate(m_theme, m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(m_theme.px(16));
    layout->addLayout(head);
    layout->addWidget(m_tree, 1);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &TreeCompareView::showFile);
    connect(m_all, &QToolButton::toggled, this, [this](bool all) {
        const QString kept = path();
        m_model->setShown(all ? TreeDiffModel::Shown::All : TreeDiffModel::Shown::Changed);
        m_tree->expandAll();
        setPath(kept);
    });
    return area;
}

void TreeCompareView::setComparison(TreeComparison comparison)
{
    m_comparison = std::move(comparison);
    m_model->setChanges(m_comparison.changes);
    m_tree->expandAll();
    showSummary();
    const QModelIndex first = m_model->firstFile();
    if (first.isValid())
        m_tree->setCurrentIndex(first);
    else
        m_diff->clear(m_comparison.changes.empty() ? tr("There are no files on either side.")
                                                   : tr("All files are the same on both sides."));
}

void TreeCompareView::showSummary()
{
    QStringList parts;
    for (const auto status :
         {diff::FileStatus::Modified, diff::FileStatus::Added, diff::FileStatus::Removed, diff::FileStatus::Renamed}) {
        if (const std::size_t count = m_model->count(status); count > 0)
            parts << u"%1 %2"_s.arg(models::countText(count), models::fileStatusText(status));
    }
    m_summary->setText(parts.isEmpty() ? tr("no changes") : parts.join(u", "_s));
    m_summary->setToolTip(m_summary->text());
}

QString TreeCompareView::path() const
{
    return m_tree->currentIndex().data(TreeDiffModel::PathRole).toString();
}

void TreeCompareView::setPath(const QString &path)
{
    if (const QModelIndex index = m_model->indexOf(toUtf8(path)); index.isValid() && !path.isEmpty())
        m_tree->setCurrentIndex(index);
}

void TreeCompareView::showFile()
{
    const QModelIndex index = m_tree->currentIndex();
    const diff::FileChange *change = index.isValid() ? m_model->change(index) : nullptr;
    if (!change)
        return;
    Q_EMIT pathChanged();
    m_task.run(
        tr("Read a file"),
        [comparison = m_comparison, wanted = *change](const Task &) { return readBoth(comparison, wanted); },
        [this, wanted = *change](Result<FileTexts> texts) {
            if (!texts) {
                m_diff->clear(toText(texts.error().text()));
                return;
            }
            const auto title = [this](const std::string &side, const std::optional<diff::TreeFile> &file) {
                if (m_comparison.singleFiles)
                    return models::shortPath(toText(side), 60);
                return file ? u"%1 · %2"_s.arg(models::shortPath(toText(side), 40), toText(file->path))
                            : tr("%1 · not there").arg(models::shortPath(toText(side), 40));
            };
            m_diff->setTexts(title(m_comparison.leftTitle, wanted.before), texts->before,
                             title(m_comparison.rightTitle, wanted.after), texts->after, toText(wanted.path));
        });
}

QByteArray TreeCompareView::splitterState() const
{
    return m_splitter->saveState();
}

void TreeCompareView::restoreSplitter(const QByteArray &state)
{
    m_splitter->restoreState(state);
}

} // namespace drydock::compare
