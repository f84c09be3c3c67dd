// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/codeeditor/assistance.h"

#include <QAbstractListModel>

namespace drydock::controls {

/// The items of a completion list that fit what is typed, best first.
class CompletionModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompletionModel)

public:
    enum Role { MatchesRole = Qt::UserRole + 1 }; ///< QList<int>: indexes of the label's letters that were typed

    explicit CompletionModel(QObject *parent = nullptr);

    void setItems(const QList<CompletionItem> &items, const QString &pattern = {});
    /// Letters are compared as in Go to anything: in order, with or without what is between.
    void setPattern(const QString &pattern);
    [[nodiscard]] QString pattern() const { return m_pattern; }
    [[nodiscard]] const CompletionItem &item(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row
    {
        qsizetype item = 0;
        int score = 0;
        QList<int> matches;
    };

    QList<CompletionItem> m_items;
    QString m_pattern;
    QList<Row> m_rows;
};

/// For people and screen readers: "Function".
[[nodiscard]] QString completionKindName(CompletionKind kind);

} // namespace drydock::controls
