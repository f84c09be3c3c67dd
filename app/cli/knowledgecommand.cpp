// SPDX-License-Identifier: MIT
#include "app/cli/knowledgecommand.h"

#include "app/cli/consoletask.h"
#include "app/cli/documents.h"
#include "core/base/datadirectory.h"
#include "core/knowledge/knowledgeindex.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <filesystem>
#include <ostream>

namespace drydock::cli {

using knowledge::Article;
using knowledge::KnowledgeIndex;
using knowledge::Mark;
using nlohmann::ordered_json;

void KnowledgeCommand::configure(CommandOptions options)
{
    options.requireCommand();
    m_search = options.addCommand("search", "Find articles: words, \"a phrase\", the last word may be half typed");
    m_search.add("query", m_words, "What to look for").required();
    m_search.add("--tag", m_tags, "Only articles with one of these tags");
    m_search.add("--limit", m_limit, "How many at most").showDefault();
    m_show = options.addCommand("show", "Print an article");
    m_show.add("id", m_id, "For example policies/aws-s3-bucket-encryption").required();
    m_list = options.addCommand("list", "List the articles");
    m_list.add("--tag", m_tag, "Only articles with this tag");
    const CommandOptions related = options.addCommand("related", "Articles about policies, generators or tags");
    related.add("--rule", m_rules, "Id of a policy; may be repeated");
    related.add("--generator", m_generators, "Name of a generator; may be repeated");
    related.add("--tag", m_tags, "A tag; may be repeated");
    for (const CommandOptions &each : {m_search, m_show, m_list, related})
        m_options.declare(each);
}

int KnowledgeCommand::run(Console &console)
{
    // No database and no workspace are needed to read: a workspace only adds its own articles and keeps the index.
    const auto data = dataDirectory();
    if (!data)
        return report(console, data.error());
    const std::filesystem::path workspace(m_options.workspace);
    std::error_code error;
    const bool there = std::filesystem::exists(workspace / "drydock.db", error);
    const auto index = KnowledgeIndex::open(
        {{*data / "knowledge", workspace / "knowledge"}, there ? workspace / "cache" : ""}, Task{console.stop, {}});
    if (!index)
        return report(console, index.error());
    for (const Error &problem : index->problems())
        console.err << "warning: " << problem.text() << '\n';
    if (m_search.isChosen())
        return search(console, *index);
    if (m_show.isChosen())
        return show(console, *index);
    return m_list.isChosen() ? list(console, *index) : related(console, *index);
}

static ordered_json documentOf(const Article &article)
{
    ordered_json references = ordered_json::array();
    for (const knowledge::Reference &reference : article.references)
        references.push_back({{"title", reference.title}, {"url", reference.url}});
    return {{"id", article.id},           {"title", article.title},
            {"summary", article.summary}, {"tags", article.tags},
            {"policies", article.rules},  {"generators", article.generators},
            {"related", article.related}, {"references", std::move(references)}};
}

static ordered_json marksOf(const std::vector<Mark> &marks)
{
    ordered_json list = ordered_json::array();
    for (const Mark &mark : marks)
        list.push_back({mark.start, mark.end});
    return list;
}

int KnowledgeCommand::search(Console &console, const KnowledgeIndex &index) const
{
    std::string text;
    for (const std::string &word : m_words)
        text += (text.empty() ? "" : " ") + word;
    const auto page = index.search({.text = text, .tags = m_tags, .limit = m_limit});
    if (!page)
        return report(console, page.error());
    if (m_options.json()) {
        ordered_json document{{"query", text}, {"total", page->total}, {"hits", ordered_json::array()}};
        for (const knowledge::SearchHit &hit : page->hits)
            document["hits"].push_back({{"id", hit.id},
                                        {"title", hit.title},
                                        {"title_marks", marksOf(hit.titleMarks)},
                                        {"snippet", hit.snippet},
                                        {"snippet_marks", marksOf(hit.snippetMarks)},
                                        {"tags", hit.tags},
                                        {"score", hit.score}});
        console.out << documentText(document);
        return Success;
    }
    if (page->hits.empty())
        console.err << "No article has these words. See all with `drydockctl knowledge list`.\n";
    for (const knowledge::SearchHit &hit : page->hits) {
        std::array<char, 16> score{};
        std::snprintf(score.data(), score.size(), "%5.1f", hit.score);
        console.out << score.data() << "  " << hit.title << "\n       " << hit.id << "\n       " << hit.snippet << '\n';
    }
    return Success;
}

int KnowledgeCommand::show(Console &console, const KnowledgeIndex &index) const
{
    const auto article = index.article(m_id);
    if (!article)
        return report(console, article.error());
    if (m_options.json()) {
        ordered_json document = documentOf(*article);
        document["markdown"] = article->markdown;
        console.out << documentText(document);
    } else {
        console.out << article->markdown;
    }
    return Success;
}

static int printArticles(Console &console, const WorkspaceOptions &options,
                         const Result<std::vector<Article>> &articles)
{
    if (!articles)
        return report(console, articles.error());
    if (options.json()) {
        ordered_json documents = ordered_json::array();
        for (const Article &article : *articles)
            documents.push_back(documentOf(article));
        console.out << documentText(documents);
        return Success;
    }
    for (const Article &article : *articles)
        console.out << article.id << "  " << article.title << '\n';
    return Success;
}

int KnowledgeCommand::list(Console &console, const KnowledgeIndex &index) const
{
    return printArticles(console, m_options, index.list(m_tag));
}

int KnowledgeCommand::related(Console &console, const KnowledgeIndex &index) const
{
    if (m_rules.empty() && m_generators.empty() && m_tags.empty())
        return report(console, {"cli.arguments",
                                "Nothing is named that articles could be about.",
                                {},
                                "Add --rule, --generator or --tag."});
    return printArticles(console, m_options, index.related({m_rules, m_generators, m_tags, m_limit}));
}

} // namespace drydock::cli
