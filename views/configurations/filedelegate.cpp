// SPDX-License-Identifier: MIT
#include "views/configurations/filedelegate.h"

#include "views/controls/theme.h"
#include "views/models/filetreemodel.h"
#include "views/models/text.h"

#include <QPainter>

using namespace Qt::StringLiterals;
using drydock::controls::ColorRole;
using drydock::models::FileTreeModel;

namespace drydock::configurations {

FileDelegate::FileDelegate(const controls::Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void FileDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->features |= QStyleOptionViewItem::HasDecoration;
    const bool folder = index.data(FileTreeModel::IsFolderRole).toBool();
    option->icon = m_theme.icon(folder ? u"folder-symbolic"_s : u"text-x-generic"_s, ColorRole::Muted);
    option->decorationSize = {m_theme.px(16), m_theme.px(16)};
}

void FileDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const int problems = index.data(FileTreeModel::ProblemsRole).toInt();
    if (problems == 0)
        return;
    painter->save();
    painter->setFont(m_theme.smallFont());
    painter->setPen(m_theme.color(ColorRole::Critical));
    painter->drawText(option.rect.adjusted(0, 0, -m_theme.px(12), 0), Qt::AlignRight | Qt::AlignVCenter,
                      models::countText(static_cast<std::uint64_t>(problems)));
    painter->restore();
}

} // namespace drydock::configurations
