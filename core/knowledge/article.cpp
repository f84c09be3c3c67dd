// SPDX-License-Identifier: MIT
#include "core/knowledge/article.h"

#include "core/hcl/yamlguard.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <filesystem>

namespace drydock::knowledge {

static constexpr std::size_t longestFrontMatter = 64U << 10U;

namespace {

struct Parts
{
    std::string_view frontMatter;
    std::string_view markdown;
};

} // namespace

static Parts divide(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    if (!text.starts_with("---\n") && !text.starts_with("---\r\n"))
        return {{}, text};
    const std::size_t start = text.find('\n') + 1;
    std::size_t at = start;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string_view line = text.substr(at, end - at);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (line == "---")
            return {text.substr(start, at - start), text.substr(std::min(end + 1, text.size()))};
        at = end + 1;
    }
    return {{}, text};
}

static std::vector<std::string> textsOf(const YAML::Node &node)
{
    std::vector<std::string> texts;
    if (node.IsScalar())
        texts.push_back(node.Scalar());
    else if (node.IsSequence())
        for (const auto &entry : node)
            if (entry.IsScalar())
                texts.push_back(entry.Scalar());
    return texts;
}

static std::string textOf(const YAML::Node &node)
{
    return node && node.IsScalar() ? node.Scalar() : std::string();
}

static std::vector<Reference> referencesOf(const YAML::Node &node)
{
    std::vector<Reference> references;
    if (!node.IsSequence())
        return references;
    for (const auto &entry : node) {
        if (entry.IsScalar())
            references.push_back({entry.Scalar(), entry.Scalar().starts_with("http") ? entry.Scalar() : std::string()});
        else if (entry.IsMap())
            references.push_back({textOf(entry["title"]), textOf(entry["url"])});
    }
    return references;
}

static void readKeys(const YAML::Node &root, Article &article)
{
    for (const auto &entry : root) {
        const std::string key = textOf(entry.first);
        const YAML::Node &value = entry.second;
        if (key == "title")
            article.title = textOf(value);
        else if (key == "summary")
            article.summary = textOf(value);
        else if (key == "tags")
            article.tags = textsOf(value);
        else if (key == "policies" || key == "rules")
            article.rules = textsOf(value);
        else if (key == "generators")
            article.generators = textsOf(value);
        else if (key == "related")
            article.related = textsOf(value);
        else if (key == "references")
            article.references = referencesOf(value);
    }
}

static void addOnce(std::vector<std::string> &list, const std::string &entry)
{
    if (!entry.empty() && std::find(list.begin(), list.end(), entry) == list.end())
        list.push_back(entry);
}

static void fillGaps(Article &article)
{
    const PlainText plain = plainText(article.markdown);
    const std::string name = article.id.substr(article.id.rfind('/') + 1);
    if (article.title.empty())
        article.title = plain.firstHeading.empty() ? name : plain.firstHeading;
    if (article.summary.empty())
        article.summary = plain.firstParagraph;
    if (article.id.starts_with("policies/"))
        addOnce(article.rules, name);
    if (article.id.starts_with("generators/"))
        addOnce(article.generators, name);
}

static Failure badFrontMatter(const Article &article, int line, const std::string &why)
{
    const std::string place = (article.file.empty() ? article.id : article.file) + ":" + std::to_string(line);
    return failure("knowledge.front-matter", "The front matter of the article cannot be read: " + why + ".", place,
                   "Write it as YAML between two lines of three hyphens, for example `title: My article`.");
}

Result<Article> parseArticle(std::string_view id, std::string_view text, std::string_view file)
{
    Article article;
    article.id = id;
    article.file = file;
    const Parts parts = divide(text);
    article.markdown = parts.markdown.substr(std::min(parts.markdown.find_first_not_of("\r\n"), parts.markdown.size()));
    if (parts.frontMatter.size() > longestFrontMatter)
        return badFrontMatter(article, 1, "it is longer than 64 KB");
    if (const auto problem = hcl::yamlProblem(parts.frontMatter))
        return badFrontMatter(article, static_cast<int>(problem->line) + 1, problem->message);
    try {
        const YAML::Node root = YAML::Load(std::string(parts.frontMatter));
        if (root.IsMap())
            readKeys(root, article);
        else if (!root.IsNull())
            return badFrontMatter(article, 2, "it is no list of keys");
    } catch (const YAML::Exception &error) {
        // Lines count from 0, after the first line of hyphens.
        return badFrontMatter(article, error.mark.line + 2, error.msg);
    }
    fillGaps(article);
    return article;
}

} // namespace drydock::knowledge
