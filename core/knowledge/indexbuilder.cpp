// SPDX-License-Identifier: MIT
#include "core/knowledge/indexbuilder.h"

#include "core/knowledge/matchexpression.h"
#include "core/store/transaction.h"

#include <array>
#include <set>
#include <system_error>

namespace drydock::knowledge {

namespace fs = std::filesystem;

/// Part of the cache file's name: another layout is another file.
static constexpr std::string_view layout = "1";

static constexpr std::array<store::Migration, 1> schema = {
    {{1, "index",
      "CREATE TABLE state (built INTEGER NOT NULL);"
      "CREATE TABLE articles (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, summary TEXT "
      "NOT "
      "NULL, markdown TEXT NOT NULL, file TEXT NOT NULL);"
      "CREATE TABLE links (article TEXT NOT NULL, kind TEXT NOT NULL, position INTEGER NOT NULL, target TEXT NOT NULL, "
      "url TEXT NOT NULL, PRIMARY KEY (article, kind, position));"
      "CREATE INDEX links_by_target ON links (kind, target);"
      "CREATE TABLE words (word TEXT PRIMARY KEY);"
      "CREATE VIRTUAL TABLE search USING fts5 (title, headings, tags, body, tokenize = 'porter unicode61 "
      "remove_diacritics "
      "2');"}}};

static Result<> insertLinks(const store::Database &database, const Article &article)
{
    const auto insert = [&](const char *kind, std::int64_t position, const std::string &target,
                            const std::string &url) {
        return database.execute("INSERT INTO links (article, kind, position, target, url) VALUES (?, ?, ?, ?, ?)",
                                {article.id, kind, position, target, url});
    };
    const std::array<std::pair<const char *, const std::vector<std::string> *>, 4> lists = {
        {{"tag", &article.tags},
         {"rule", &article.rules},
         {"generator", &article.generators},
         {"related", &article.related}}};
    for (const auto &[kind, targets] : lists) {
        std::int64_t position = 0;
        for (const std::string &target : *targets)
            if (auto done = insert(kind, position++, target, {}); !done)
                return Failure(done.error());
    }
    std::int64_t position = 0;
    for (const Reference &reference : article.references)
        if (auto done = insert("reference", position++, reference.title, reference.url); !done)
            return Failure(done.error());
    return {};
}

static std::string joined(const std::vector<std::string> &texts)
{
    std::string result;
    for (const std::string &text : texts)
        result += text + " ";
    return result;
}

static Result<> insertArticle(const store::Database &database, std::int64_t number, const Article &article,
                              std::set<std::string> &words)
{
    const PlainText plain = plainText(article.markdown);
    const std::string tags = joined(article.tags) + joined(article.rules) + joined(article.generators);
    auto row =
        database.execute("INSERT INTO articles (number, id, title, summary, markdown, file) VALUES (?, ?, ?, ?, ?, ?)",
                         {number, article.id, article.title, article.summary, article.markdown, article.file});
    if (!row)
        return Failure(row.error());
    auto text = database.execute("INSERT INTO search (rowid, title, headings, tags, body) VALUES (?, ?, ?, ?, ?)",
                                 {number, article.title, plain.headings, tags, plain.body});
    if (!text)
        return Failure(text.error());
    for (const std::string &source : {article.title, plain.headings, tags, plain.body})
        for (std::string &word : wordsOf(source))
            words.insert(std::move(word));
    return insertLinks(database, article);
}

static Result<> build(const store::Database &database, const ArticleFolder &folder, const Task &task)
{
    auto transaction = store::Transaction::begin(database);
    if (!transaction)
        return Failure(transaction.error());
    const auto built = database.queryOne("SELECT built FROM state");
    if (!built || built->has_value())
        return built ? Result<>() : Result<>(Failure(built.error())); // another process was first
    std::set<std::string> words;
    std::int64_t number = 0;
    for (const auto &[id, article] : folder.articles) {
        if (auto going = task.check(); !going)
            return going;
        task.report(static_cast<double>(number) / static_cast<double>(folder.articles.size()), id);
        if (auto done = insertArticle(database, ++number, article, words); !done)
            return done;
    }
    for (const std::string &word : words)
        if (auto done = database.execute("INSERT INTO words (word) VALUES (?)", {word}); !done)
            return Failure(done.error());
    if (auto done = database.execute("INSERT INTO state (built) VALUES (1)"); !done)
        return Failure(done.error());
    return transaction->commit();
}

static Result<store::Database> openAndBuild(const fs::path &file, const ArticleFolder &folder, const Task &task)
{
    auto database = store::Database::open(file, schema);
    if (!database)
        return database;
    const auto built = database->queryOne("SELECT built FROM state");
    if (built && built->has_value())
        return database;
    if (auto done = build(*database, folder, task); !done)
        return Failure(done.error());
    return database;
}

/// An index of other content is of no use any more. A process that has it open keeps it until it closes it.
static void removeOthers(const fs::path &cacheFolder, const std::string &keep)
{
    std::error_code error;
    for (fs::directory_iterator it(cacheFolder, error), end; !error && it != end; it.increment(error)) {
        const std::string name = it->path().filename().string();
        std::error_code ignored;
        if (name.starts_with("knowledge-") && !name.starts_with(keep))
            fs::remove(it->path(), ignored);
    }
}

Result<store::Database> openIndex(const ArticleFolder &folder, const fs::path &cacheFolder, const Task &task)
{
    std::error_code error;
    if (!cacheFolder.empty())
        fs::create_directories(cacheFolder, error);
    if (!cacheFolder.empty() && !error) {
        const std::string name = "knowledge-" + std::string(layout) + "-" + folder.contentHash.substr(0, 32) + ".db";
        auto database = openAndBuild(cacheFolder / name, folder, task);
        if (!database && database.error().code == "store.damaged") {
            for (const char *suffix : {"", "-wal", "-shm"})
                fs::remove(cacheFolder / (name + suffix), error);
            database = openAndBuild(cacheFolder / name, folder, task);
        }
        if (database)
            removeOthers(cacheFolder, name);
        if (database || database.error().code == "task.cancelled")
            return database;
    }
    auto database = store::Database::openInMemory(schema);
    if (!database)
        return database;
    if (auto done = build(*database, folder, task); !done)
        return Failure(done.error());
    return database;
}

} // namespace drydock::knowledge
