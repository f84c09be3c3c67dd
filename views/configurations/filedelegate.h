// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace drydock::controls {
class Theme;
}

namespace drydock::configurations {

/// Adds an icon, a dot for unsaved text and the number of problems to a row of the file tree.
class FileDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileDelegate)

public:
    FileDelegate(const controls::Theme &theme, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const controls::Theme &m_theme;
};

} // namespace drydock::configurations
