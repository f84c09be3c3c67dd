// SPDX-License-Identifier: MIT
#include "core/knowledge/articlefolder.h"

#include "core/base/containment.h"
#include "core/base/encoding.h"
#include "core/base/filereader.h"
#include "core/base/sha256.h"

namespace drydock::knowledge {

namespace fs = std::filesystem;

static constexpr std::size_t mostArticles = 10'000;
static constexpr std::uint64_t longestArticle = 1U << 20U;

static Result<std::string> readText(const fs::path &root, const fs::path &file)
{
    if (!isInside(root, file))
        return failure("knowledge.outside", "The article is a link that leads out of its folder.", file.string(),
                       "Copy the file there instead.");
    auto text = readFile(file, longestArticle);
    if (text && !isValidUtf8(*text))
        return failure("knowledge.encoding", "The article is not UTF-8 text.", file.string(), "Save it as UTF-8.");
    return text;
}

static Result<> readFolder(const fs::path &root, std::map<std::string, std::string> &texts, ArticleFolder &result,
                           const Task &task)
{
    std::error_code error;
    fs::recursive_directory_iterator it(root, fs::directory_options::skip_permission_denied, error);
    for (const fs::recursive_directory_iterator end; !error && it != end; it.increment(error)) {
        if (auto going = task.check(); !going)
            return going;
        std::error_code ignored;
        const fs::path &file = it->path();
        if (file.extension() != ".md" || file.filename().string().starts_with('.') || !it->is_regular_file(ignored))
            continue;
        const std::string id = file.lexically_relative(root).replace_extension().generic_string();
        auto text = readText(root, file);
        auto article = text ? parseArticle(id, *text, file.string()) : Result<Article>(Failure(text.error()));
        if (!article) {
            result.problems.push_back(article.error());
            continue;
        }
        texts[id] = std::move(*text);
        result.articles.insert_or_assign(id, std::move(*article));
        if (result.articles.size() > mostArticles)
            return failure("knowledge.too-many", "The folder holds more than 10,000 articles.", root.string(),
                           "Move what is not an article elsewhere.");
    }
    return {};
}

Result<ArticleFolder> readArticles(const std::vector<fs::path> &folders, const Task &task)
{
    ArticleFolder result;
    std::map<std::string, std::string> texts;
    for (const fs::path &folder : folders)
        if (auto read = readFolder(folder, texts, result, task); !read)
            return Failure(read.error());
    Sha256 hash;
    for (const auto &[id, text] : texts)
        for (const std::string &part : {std::to_string(id.size()) + ":", id, std::to_string(text.size()) + ":", text,
                                        result.articles.at(id).file + "\n"})
            hash.update(part);
    result.contentHash = hash.finishHex();
    return result;
}

} // namespace drydock::knowledge
