// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QIcon>
#include <QStyledItemDelegate>

namespace drydock::controls {

class CompletionModel;
class Theme;

/// A row of the completion list: a sign for the kind, the label with the typed letters strong, the detail at the right.
class CompletionDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompletionDelegate)

public:
    CompletionDelegate(const Theme &theme, const CompletionModel &model, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// What a row would need to be shown whole.
    [[nodiscard]] int wantedWidth(int row) const;

private:
    void paintLabel(QPainter &painter, const QRect &rect, const QModelIndex &index) const;

    void readFonts();

    const Theme &m_theme;
    const CompletionModel &m_model;
    QFont m_codeFont;
    QFont m_smallFont;
    QHash<int, QIcon> m_icons; ///< by kind
};

} // namespace drydock::controls
