// SPDX-License-Identifier: MIT
#include "views/station/requestdelegate.h"

#include "views/controls/theme.h"
#include "views/models/requestmodel.h"

namespace drydock::station {

RequestDelegate::RequestDelegate(const controls::Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void RequestDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() == models::RequestModel::Status && index.data(models::RequestModel::FailedRole).toBool()) {
        option->palette.setColor(QPalette::Text, m_theme.color(controls::ColorRole::High));
        option->font.setBold(true);
    }
}

} // namespace drydock::station
