// SPDX-License-Identifier: MIT
#pragma once

#include "core/knowledge/knowledgeindex.h"

#include <QAbstractListModel>
#include <QList>

#include <vector>

namespace drydock::models {

/// Characters [start, start + length) of a shown text.
struct TextSpan
{
    int start = 0;
    int length = 0;
    friend bool operator==(const TextSpan &, const TextSpan &) = default;
};

/// A line of the article list: a search hit, an article, or the heading of a group.
struct ArticleRow
{
    QString id; ///< empty: a heading
    QString title;
    QString detail;
    QList<TextSpan> titleMarks;
    QList<TextSpan> detailMarks;
};

/// Articles as a list with marked hits.
class ArticleModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ArticleModel)

public:
    enum Role { IdRole = Qt::UserRole, DetailRole, TitleMarksRole, DetailMarksRole };

    explicit ArticleModel(QObject *parent = nullptr);

    void setHits(const knowledge::SearchPage &page);
    /// Related ones first under their own heading, then all by folder.
    void setArticles(const std::vector<knowledge::Article> &related, const std::vector<knowledge::Article> &all);
    [[nodiscard]] QModelIndex find(const QString &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QList<ArticleRow> m_rows;
};

} // namespace drydock::models

Q_DECLARE_METATYPE(QList<drydock::models::TextSpan>)
