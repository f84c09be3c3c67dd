// SPDX-License-Identifier: MIT
#include "core/knowledge/knowledgeindex.h"

#include "core/base/atomicfile.h"
#include "tests/store/scratchfolder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <thread>

using namespace drydock;
using namespace drydock::knowledge;
namespace fs = std::filesystem;

namespace {

class KnowledgeIndexTest : public testing::Test
{
protected:
    void SetUp() override
    {
        write("policies/aws-s3-bucket-encryption.md", "---\ntitle: Encrypt buckets\ntags: [aws, s3]\n---\n# Encrypt "
                                                      "buckets\n\nObjects at rest are protected by keys.\n");
        write("policies/azure-storage-https.md", "---\ntitle: Storage takes HTTPS only\ntags: [azure]\n---\nPlain "
                                                 "traffic can be read. Encryption in transit helps.\n");
        write("generators/aws-s3-baseline.md",
              "---\ntags: [aws, s3]\n---\n# The S3 baseline\n\nMakes a bucket. Résumé of choices.\n");
        write("guides/start.md", "# Getting started\n\nCreate a project.\n");
    }

    void write(const std::string &name, const std::string &text) const
    {
        ASSERT_TRUE(writeFileAtomically(m_scratch.path() / "articles" / name, text));
    }

    [[nodiscard]] KnowledgeIndex open() const
    {
        return KnowledgeIndex::open(
                   {{m_scratch.path() / "articles", m_scratch.path() / "own"}, m_scratch.path() / "cache"})
            .value();
    }

    [[nodiscard]] static std::string idsFor(const KnowledgeIndex &index, const SearchQuery &query)
    {
        std::string ids;
        const SearchPage page = index.search(query).value();
        for (const SearchHit &hit : page.hits)
            ids += hit.id.substr(hit.id.rfind('/') + 1) + " ";
        return ids;
    }

    [[nodiscard]] std::vector<std::string> caches() const
    {
        std::vector<std::string> names;
        for (const auto &entry : fs::directory_iterator(m_scratch.path() / "cache"))
            if (entry.path().extension() == ".db")
                names.push_back(entry.path().filename().string());
        return names;
    }

    ScratchFolder m_scratch;
};

} // namespace

TEST_F(KnowledgeIndexTest, TitleWeighsMoreAndStemsMatch)
{
    const KnowledgeIndex index = open();
    EXPECT_EQ(idsFor(index, {.text = "encrypted "}), "aws-s3-bucket-encryption azure-storage-https ");
    EXPECT_EQ(idsFor(index, {.text = "resume "}), "aws-s3-baseline ") << "accents are ignored";
    EXPECT_EQ(idsFor(index, {.text = "nothing has this"}), "");
}

TEST_F(KnowledgeIndexTest, FindsWhileTyping)
{
    const KnowledgeIndex index = open();
    for (const char *typed : {"enc", "encry", "encrypti", "encryptio", "ENCRYPTION"})
        EXPECT_NE(idsFor(index, {.text = typed}).find("aws-s3-bucket-encryption"), std::string::npos) << typed;
    EXPECT_EQ(idsFor(index, {.text = "getting st"}), "start ");
}

TEST_F(KnowledgeIndexTest, MarksWhatMatched)
{
    const KnowledgeIndex index = open();
    const SearchPage page = index.search({.text = "keys"}).value();
    ASSERT_EQ(page.hits.size(), 1U);
    const SearchHit &hit = page.hits[0];
    ASSERT_EQ(hit.snippetMarks.size(), 1U);
    EXPECT_EQ(hit.snippet.substr(hit.snippetMarks[0].start, hit.snippetMarks[0].end - hit.snippetMarks[0].start),
              "keys");
    EXPECT_TRUE(hit.titleMarks.empty());
    EXPECT_GT(hit.score, 0);
    const SearchPage titled = index.search({.text = "encrypt "}).value();
    ASSERT_FALSE(titled.hits[0].titleMarks.empty());
    EXPECT_EQ(titled.hits[0].titleMarks[0].end, 7U);
}

TEST_F(KnowledgeIndexTest, FiltersByTagAndPages)
{
    const KnowledgeIndex index = open();
    EXPECT_EQ(idsFor(index, {.text = "encryption", .tags = {"azure"}}), "azure-storage-https ");
    const SearchPage page = index.search({.text = "encryption", .offset = 1, .limit = 1}).value();
    EXPECT_EQ(page.total, 2U);
    EXPECT_EQ(page.hits.size(), 1U);
    EXPECT_EQ(index.list("s3")->size(), 2U);
    EXPECT_EQ(index.list()->size(), 4U);
}

TEST_F(KnowledgeIndexTest, AnyWordIsTriedWhenNoArticleHasAll)
{
    EXPECT_EQ(idsFor(open(), {.text = "traffic zebra "}), "azure-storage-https ");
}

TEST_F(KnowledgeIndexTest, NoInputIsASyntaxError)
{
    const KnowledgeIndex index = open();
    for (const char *text : {"", "\"", "NEAR(", "a OR", "col:x", "-", "^x", "'", "\xff\xfe", "((((", "* *", "a\"b\"c"})
        EXPECT_TRUE(index.search({.text = text})) << text;
    EXPECT_TRUE(index.search({.text = std::string(100'000, 'x')}));
}

TEST_F(KnowledgeIndexTest, RelatedPutsWhatExplainsFirst)
{
    const KnowledgeIndex index = open();
    const auto articles = index.related({.rules = {"azure-storage-https"}, .tags = {"aws", "s3"}}).value();
    ASSERT_EQ(articles.size(), 3U);
    EXPECT_EQ(articles[0].id, "policies/azure-storage-https");
    EXPECT_EQ(index.related({.generators = {"aws-s3-baseline"}})->front().id, "generators/aws-s3-baseline");
    EXPECT_TRUE(index.related({})->empty());
}

TEST_F(KnowledgeIndexTest, ArticleHasItsText)
{
    const KnowledgeIndex index = open();
    const auto article = index.article("policies/aws-s3-bucket-encryption");
    ASSERT_TRUE(article);
    EXPECT_TRUE(article->markdown.starts_with("# Encrypt buckets"));
    EXPECT_EQ(article->rules, std::vector<std::string>{"aws-s3-bucket-encryption"});
    EXPECT_EQ(index.article("../../etc/passwd").error().code, "knowledge.not-found");
}

TEST_F(KnowledgeIndexTest, CacheIsUsedAndRebuiltExactlyWhenAnArticleChanged)
{
    (void)open();
    const auto before = caches();
    ASSERT_EQ(before.size(), 1U);
    int reports = 0;
    const Task task{{}, [&](double, std::string_view) { ++reports; }};
    ASSERT_TRUE(KnowledgeIndex::open({{m_scratch.path() / "articles"}, m_scratch.path() / "cache"}, task));
    EXPECT_EQ(reports, 0) << "nothing was built";
    write("guides/start.md", "# Beginning\n");
    EXPECT_EQ(idsFor(open(), {.text = "beginning"}), "start ");
    const auto after = caches();
    ASSERT_EQ(after.size(), 1U) << "the old one is gone";
    EXPECT_NE(before, after);
}

TEST_F(KnowledgeIndexTest, DamagedCacheIsBuiltAgain)
{
    (void)open();
    std::ofstream(m_scratch.path() / "cache" / caches().front(), std::ios::trunc) << std::string(5000, 'x');
    EXPECT_EQ(idsFor(open(), {.text = "traffic"}), "azure-storage-https ");
}

TEST_F(KnowledgeIndexTest, WorksWithoutACacheAndFromManyThreads)
{
    std::ofstream(m_scratch.path() / "file") << "x";
    const auto index = KnowledgeIndex::open({{m_scratch.path() / "articles"}, m_scratch.path() / "file" / "cache"});
    ASSERT_TRUE(index) << index.error().text();
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] { EXPECT_EQ(idsFor(*index, {.text = "traffic"}), "azure-storage-https "); });
}

TEST_F(KnowledgeIndexTest, OwnArticlesReplaceAndBadOnesAreNamed)
{
    ASSERT_TRUE(writeFileAtomically(m_scratch.path() / "own/guides/start.md", "# Our way to start\n"));
    ASSERT_TRUE(writeFileAtomically(m_scratch.path() / "own/bad.md", "---\na: [\n---\n"));
    ASSERT_TRUE(writeFileAtomically(m_scratch.path() / "own/latin1.md", "caf\xe9"));
    ASSERT_TRUE(writeFileAtomically(m_scratch.path() / "secret.md", "# Secret\n"));
    fs::create_symlink(m_scratch.path() / "secret.md", m_scratch.path() / "own/leak.md");
    const KnowledgeIndex index = open();
    EXPECT_EQ(index.article("guides/start")->title, "Our way to start");
    EXPECT_EQ(index.list()->size(), 4U);
    std::vector<std::string> codes;
    for (const Error &problem : index.problems())
        codes.push_back(problem.code);
    std::sort(codes.begin(), codes.end());
    EXPECT_EQ(codes, (std::vector<std::string>{"knowledge.encoding", "knowledge.front-matter", "knowledge.outside"}));
}

TEST_F(KnowledgeIndexTest, CancelStopsBuilding)
{
    std::stop_source stop;
    stop.request_stop();
    const auto index =
        KnowledgeIndex::open({{m_scratch.path() / "articles"}, m_scratch.path() / "cache"}, {stop.get_token(), {}});
    ASSERT_FALSE(index);
    EXPECT_EQ(index.error().code, "task.cancelled");
}

TEST(ShippedKnowledgeTest, EveryArticleReads)
{
    const auto index = KnowledgeIndex::open({{fs::path(DRYDOCK_SOURCE_DIR) / "resources/knowledge"}, {}});
    ASSERT_TRUE(index) << index.error().text();
    for (const Error &problem : index->problems())
        ADD_FAILURE() << problem.text();
    const auto articles = index->list().value();
    EXPECT_GT(articles.size(), 20U);
    for (const Article &article : articles) {
        EXPECT_FALSE(article.summary.empty()) << article.id;
        EXPECT_FALSE(article.tags.empty()) << article.id;
    }
}
