// SPDX-License-Identifier: MIT
#include "views/models/articlemodel.h"

#include "views/models/text.h"

#include <map>

namespace drydock::models {

namespace {

QList<TextSpan> spans(const std::string &utf8, const std::vector<knowledge::Mark> &marks)
{
    QList<TextSpan> result;
    const std::string_view text = utf8;
    for (const knowledge::Mark &mark : marks) {
        if (mark.start > mark.end || mark.end > text.size())
            continue;
        const auto start = static_cast<int>(toText(text.substr(0, mark.start)).size());
        result << TextSpan{start, static_cast<int>(toText(text.substr(mark.start, mark.end - mark.start)).size())};
    }
    return result;
}

QString folderTitle(const std::string &folder)
{
    if (folder == "policies")
        return ArticleModel::tr("Policies");
    if (folder == "generators")
        return ArticleModel::tr("Generators");
    if (folder == "guides" || folder.empty())
        return ArticleModel::tr("Guides");
    QString title = toText(folder);
    title[0] = title[0].toUpper();
    return title;
}

ArticleRow row(const knowledge::Article &article)
{
    return ArticleRow{toText(article.id), toText(article.title), toText(article.summary), {}, {}};
}

} // namespace

ArticleModel::ArticleModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void ArticleModel::setHits(const knowledge::SearchPage &page)
{
    beginResetModel();
    m_rows.clear();
    for (const knowledge::SearchHit &hit : page.hits)
        m_rows << ArticleRow{toText(hit.id), toText(hit.title), toText(hit.snippet), spans(hit.title, hit.titleMarks),
                             spans(hit.snippet, hit.snippetMarks)};
    endResetModel();
}

void ArticleModel::setArticles(const std::vector<knowledge::Article> &related,
                               const std::vector<knowledge::Article> &all)
{
    beginResetModel();
    m_rows.clear();
    if (!related.empty())
        m_rows << ArticleRow{{}, tr("Related to this project"), {}, {}, {}};
    for (const knowledge::Article &article : related)
        m_rows << row(article);
    std::map<std::string, QList<ArticleRow>> folders;
    for (const knowledge::Article &article : all) {
        const std::size_t slash = article.id.find('/');
        folders[slash == std::string::npos ? std::string() : article.id.substr(0, slash)] << row(article);
    }
    for (const auto &[folder, rows] : folders) {
        m_rows << ArticleRow{{}, folderTitle(folder), {}, {}, {}};
        m_rows += rows;
    }
    endResetModel();
}

QModelIndex ArticleModel::find(const QString &id) const
{
    for (qsizetype each = 0; each < m_rows.size(); ++each) {
        if (m_rows.at(each).id == id)
            return index(static_cast<int>(each));
    }
    return {};
}

int ArticleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ArticleModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ArticleRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::ToolTipRole:
        return row.detail.isEmpty() ? row.title : row.title + QLatin1Char('\n') + row.detail;
    case IdRole:
        return row.id;
    case DetailRole:
        return row.detail;
    case TitleMarksRole:
        return QVariant::fromValue(row.titleMarks);
    case DetailMarksRole:
        return QVariant::fromValue(row.detailMarks);
    default:
        return {};
    }
}

Qt::ItemFlags ArticleModel::flags(const QModelIndex &index) const
{
    const bool heading = index.isValid() && m_rows.at(index.row()).id.isEmpty();
    return heading ? Qt::ItemIsEnabled : QAbstractListModel::flags(index);
}

} // namespace drydock::models
