// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractListModel>
#include <QList>
#include <QString>

namespace drydock::models {

/// Something that can be found by typing: a command, a page, a file.
struct FinderItem
{
    QString id; ///< unique in the list; what the chooser acts on
    QString title;
    QString detail; ///< shown muted behind the title, searched with less weight
    QString kind;   ///< group: "Project", "Article"; also a prefix filter: "article bucket"
    QString iconName;
    QString keys;  ///< shortcut, shown at the right
    int boost = 0; ///< added to the score: recently used ones come first
};

/// Filters and ranks items by fuzzy match. At most `limit` rows are shown.
class FinderModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FinderModel)

public:
    enum Role { DetailRole = Qt::UserRole, KindRole, IconNameRole, KeysRole, PositionsRole, IdRole };

    explicit FinderModel(QObject *parent = nullptr);

    void setItems(const QList<FinderItem> &items);
    void setPattern(const QString &pattern);
    [[nodiscard]] const FinderItem *item(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row
    {
        qsizetype item = 0;
        int score = 0;
        QList<int> positions;
    };
    void filter();

    QList<FinderItem> m_items;
    QList<Row> m_rows;
    QString m_pattern;
};

} // namespace drydock::models
