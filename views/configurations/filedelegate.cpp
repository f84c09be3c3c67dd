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
    QRect place = option.rect.adjusted(0, 0, -m_theme.px(12), 0);
    painter->save();
    painter->setFont(m_theme.smallFont());
    if (problems > 0) {
        const QString count = models::countText(static_cast<std::uint64_t>(problems));
        painter->setPen(m_theme.color(ColorRole::Critical));
        painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter, count);
        place.setRight(place.right() - painter->fontMetrics().horizontalAdvance(count) - m_theme.px(6));
    }
    if (index.data(FileTreeModel::UnsavedRole).toBool()) {
        painter->setPen(m_theme.color(ColorRole::Accent));
        painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter, QString(QChar(0x25CF)));
    }
    painter->restore();
}

} // namespace drydock::configurations
