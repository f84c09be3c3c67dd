// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/knowledge/article.h"
#include "core/store/database.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::knowledge {

/// Bytes [start, end) of a text that matched.
struct Mark
{
    std::uint32_t start = 0;
    std::uint32_t end = 0;
};

struct SearchHit
{
    std::string id;
    std::string title;
    std::vector<Mark> titleMarks;
    std::string snippet; ///< the passage that matched best, one line
    std::vector<Mark> snippetMarks;
    std::vector<std::string> tags;
    double score = 0; ///< larger is better; comparable within one answer only
};

struct SearchQuery
{
    std::string text = {}; ///< words, "a phrase", -without; the last word matches as a prefix, for search while typing
    std::vector<std::string> tags = {}; ///< only articles with one of these
    std::uint32_t offset = 0;
    std::uint32_t limit = 20;
};

struct SearchPage
{
    std::uint32_t total = 0;
    std::vector<SearchHit> hits; ///< best first
};

struct RelatedQuery
{
    std::vector<std::string> rules = {};
    std::vector<std::string> generators = {};
    std::vector<std::string> tags = {};
    std::uint32_t limit = 10;
};

struct KnowledgeSources
{
    std::vector<std::filesystem::path> folders = {}; ///< later ones replace articles of earlier ones with the same id
    std::filesystem::path cacheFolder = {};          ///< empty or not writable: the index is kept in memory
};

/// Full-text search over the articles: SQLite FTS5, bm25, English stems, accents ignored; title and headings weigh
/// more. The index is built once and kept in a cache file named after the content, so it is rebuilt exactly when an
/// article changed. Safe from any thread; a cheap handle.
class KnowledgeIndex
{
public:
    /// Reads all articles (a few milliseconds for hundreds) and builds the index where the cache has none. An article
    /// that cannot be read is skipped and named in problems().
    [[nodiscard]] static Result<KnowledgeIndex> open(const KnowledgeSources &sources, const Task &task = {});

    [[nodiscard]] Result<SearchPage> search(const SearchQuery &query) const;
    /// Code: `knowledge.not-found`.
    [[nodiscard]] Result<Article> article(std::string_view id) const;
    /// Without their text, by title; `tag` empty: all.
    [[nodiscard]] Result<std::vector<Article>> list(std::string_view tag = {}) const;
    /// Articles that explain these rules and generators, then those with these tags; best first, without their text.
    [[nodiscard]] Result<std::vector<Article>> related(const RelatedQuery &query) const;
    [[nodiscard]] const std::vector<Error> &problems() const { return m_problems; }

private:
    KnowledgeIndex(store::Database database, std::vector<Error> problems);

    store::Database m_database;
    std::vector<Error> m_problems;
};

} // namespace drydock::knowledge
