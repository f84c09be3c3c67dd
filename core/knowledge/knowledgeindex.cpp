// SPDX-License-Identifier: MIT
#include "core/knowledge/knowledgeindex.h"

#include "core/knowledge/articlefolder.h"
#include "core/knowledge/indexbuilder.h"
#include "core/knowledge/matchexpression.h"

#include <array>
#include <map>
#include <utility>

namespace drydock::knowledge {

/// Characters that no indexed text holds: plainText() drops them.
static constexpr char markStart = '\x02';
static constexpr char markEnd = '\x03';
/// bm25 over title, headings, tags and body, smaller is better. In a small library most words are common and bm25 tells
/// little, so each hit in the title counts once more.
static constexpr std::string_view rank = "bm25(search, 10.0, 5.0, 4.0, 1.0) * (1 + (length(highlight(search, 0, "
                                         "char(2), char(3))) - length(a.title)) / 2.0)";

KnowledgeIndex::KnowledgeIndex(store::Database database, std::vector<Error> problems)
    : m_database(std::move(database))
    , m_problems(std::move(problems))
{
}

Result<KnowledgeIndex> KnowledgeIndex::open(const KnowledgeSources &sources, const Task &task)
{
    auto folder = readArticles(sources.folders, task);
    if (!folder)
        return Failure(folder.error());
    auto database = openIndex(*folder, sources.cacheFolder, task);
    if (!database)
        return Failure(database.error());
    return KnowledgeIndex(std::move(*database), std::move(folder->problems));
}

static std::string takeMarks(std::string_view marked, std::vector<Mark> &marks)
{
    std::string text;
    for (const char c : marked) {
        const auto at = static_cast<std::uint32_t>(text.size());
        if (c == markStart)
            marks.push_back({at, at});
        else if (c != markEnd)
            text.push_back(c);
        else if (!marks.empty())
            marks.back().end = at;
    }
    return text;
}

/// `?, ?, …` and the values for it.
static std::string placeholders(const std::vector<std::string> &texts, store::Values &values)
{
    std::string list;
    for (const std::string &text : texts) {
        list += list.empty() ? "?" : ", ?";
        values.emplace_back(text);
    }
    return list;
}

static std::vector<std::string> wordsWithPrefix(const store::Database &database, const std::string &prefix)
{
    std::vector<std::string> words;
    // A range, so that the index on words is used; the upper bound is the prefix with the highest byte behind.
    const auto rows =
        database.query("SELECT word FROM words WHERE word > ? AND word < ? ORDER BY length(word), word LIMIT 40",
                       {prefix, prefix + "\xF4\x8F\xBF\xBF"});
    if (!rows)
        return words;
    for (const store::Row &row : *rows)
        words.push_back(row.text(0));
    return words;
}

static Result<std::vector<std::string>> targetsOf(const store::Database &database, const std::string &article,
                                                  const std::string &kind)
{
    const auto rows =
        database.query("SELECT target FROM links WHERE article = ? AND kind = ? ORDER BY position", {article, kind});
    if (!rows)
        return Failure(rows.error());
    std::vector<std::string> targets;
    for (const store::Row &row : *rows)
        targets.push_back(row.text(0));
    return targets;
}

/// The conditions that a hit meets, for both counting and listing.
struct HitFilter
{
    std::string sql;
    store::Values values;
};

static HitFilter filterOf(const SearchQuery &query, const std::string &expression)
{
    HitFilter filter{" FROM search JOIN articles a ON a.number = search.rowid WHERE search MATCH ?", {expression}};
    if (!query.tags.empty())
        filter.sql += " AND EXISTS (SELECT 1 FROM links l WHERE l.article = a.id AND l.kind = 'tag' AND l.target IN (" +
                      placeholders(query.tags, filter.values) + "))";
    return filter;
}

static Result<std::vector<SearchHit>> hitsOf(const store::Database &database, const SearchQuery &query,
                                             HitFilter filter)
{
    const std::string sql =
        "SELECT a.id, highlight(search, 0, char(2), char(3)), snippet(search, 3, char(2), char(3), '…', 28), " +
        std::string(rank) + filter.sql + " ORDER BY " + std::string(rank) + ", a.title LIMIT ? OFFSET ?";
    filter.values.emplace_back(query.limit);
    filter.values.emplace_back(query.offset);
    const auto rows = database.query(sql, filter.values);
    if (!rows)
        return Failure(rows.error());
    std::vector<SearchHit> hits;
    for (const store::Row &row : *rows) {
        SearchHit hit;
        hit.id = row.text(0);
        hit.title = takeMarks(row.text(1), hit.titleMarks);
        hit.snippet = takeMarks(row.text(2), hit.snippetMarks);
        hit.score = -row.real(3); // SQLite's is smaller for better
        auto tags = targetsOf(database, hit.id, "tag");
        if (!tags)
            return Failure(tags.error());
        hit.tags = std::move(*tags);
        hits.push_back(std::move(hit));
    }
    return hits;
}

Result<SearchPage> KnowledgeIndex::search(const SearchQuery &query) const
{
    const Completion none = [](const std::string &) { return std::vector<std::string>(); };
    const Completion known = [this](const std::string &prefix) { return wordsWithPrefix(m_database, prefix); };
    // What is typed first, then what it may become ("encryptio" is no stem); all words first, then any of them, which
    // is better than an empty list.
    const std::array<std::pair<Joining, const Completion *>, 4> attempts = {
        {{Joining::All, &none}, {Joining::All, &known}, {Joining::Any, &none}, {Joining::Any, &known}}};
    for (const auto &[joining, complete] : attempts) {
        const std::string expression = matchExpression(query.text, joining, *complete);
        if (expression.empty())
            return SearchPage();
        const HitFilter filter = filterOf(query, expression);
        const auto total = m_database.queryOne("SELECT count(*)" + filter.sql, filter.values);
        if (!total)
            return Failure(total.error());
        if ((*total)->integer(0) == 0)
            continue;
        auto hits = hitsOf(m_database, query, filter);
        if (!hits)
            return Failure(hits.error());
        return SearchPage{static_cast<std::uint32_t>((*total)->integer(0)), std::move(*hits)};
    }
    return SearchPage();
}

static Result<> addLinks(const store::Database &database, Article &article)
{
    const auto rows =
        database.query("SELECT kind, target, url FROM links WHERE article = ? ORDER BY kind, position", {article.id});
    if (!rows)
        return Failure(rows.error());
    const std::map<std::string, std::vector<std::string> *> lists = {{"tag", &article.tags},
                                                                     {"rule", &article.rules},
                                                                     {"generator", &article.generators},
                                                                     {"related", &article.related}};
    for (const store::Row &row : *rows) {
        if (const auto list = lists.find(row.text(0)); list != lists.end())
            list->second->push_back(row.text(1));
        else
            article.references.push_back({row.text(1), row.text(2)});
    }
    return {};
}

static Result<std::vector<Article>> articlesOf(const store::Database &database, const std::string &rest,
                                               const store::Values &values)
{
    const auto rows = database.query("SELECT a.id, a.title, a.summary, a.file FROM articles a" + rest, values);
    if (!rows)
        return Failure(rows.error());
    std::vector<Article> articles;
    for (const store::Row &row : *rows) {
        Article article;
        article.id = row.text(0);
        article.title = row.text(1);
        article.summary = row.text(2);
        article.file = row.text(3);
        if (auto added = addLinks(database, article); !added)
            return Failure(added.error());
        articles.push_back(std::move(article));
    }
    return articles;
}

Result<Article> KnowledgeIndex::article(std::string_view id) const
{
    auto articles = articlesOf(m_database, " WHERE a.id = ?", {std::string(id)});
    if (!articles)
        return Failure(articles.error());
    if (articles->empty())
        return failure("knowledge.not-found", "There is no article \"" + std::string(id) + "\".", {},
                       "Search for its subject with `drydockctl knowledge search`.");
    const auto text = m_database.queryOne("SELECT markdown FROM articles WHERE id = ?", {std::string(id)});
    if (!text)
        return Failure(text.error());
    articles->front().markdown = (*text)->text(0);
    return std::move(articles->front());
}

Result<std::vector<Article>> KnowledgeIndex::list(std::string_view tag) const
{
    static const std::string order = " ORDER BY lower(a.title), a.id";
    if (tag.empty())
        return articlesOf(m_database, order, {});
    return articlesOf(m_database, " JOIN links l ON l.article = a.id WHERE l.kind = 'tag' AND l.target = ?" + order,
                      {std::string(tag)});
}

Result<std::vector<Article>> KnowledgeIndex::related(const RelatedQuery &query) const
{
    store::Values values;
    std::string wanted;
    const auto add = [&](const char *kind, int weight, const std::vector<std::string> &targets) {
        if (targets.empty())
            return;
        wanted += wanted.empty() ? "" : " UNION ALL ";
        wanted += "SELECT article, " + std::to_string(weight) + " AS weight FROM links WHERE kind = '" + kind +
                  "' AND target IN (" + placeholders(targets, values) + ")";
    };
    add("rule", 100, query.rules);
    add("generator", 100, query.generators);
    add("tag", 1, query.tags);
    if (wanted.empty())
        return std::vector<Article>();
    values.emplace_back(query.limit);
    return articlesOf(m_database,
                      " JOIN (SELECT article, sum(weight) AS weight FROM (" + wanted +
                          ") AS matches GROUP BY article) AS best ON best.article = a.id "
                          "ORDER BY best.weight DESC, lower(a.title), a.id LIMIT ?",
                      values);
}

} // namespace drydock::knowledge
