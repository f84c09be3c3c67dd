// SPDX-License-Identifier: MIT
#include "core/base/atomicfile.h"
#include "tests/cli/commandfixture.h"

using namespace drydock;
using namespace drydock::cli;

namespace {

class KnowledgeCommandTest : public CommandFixture
{
};

} // namespace

TEST_F(KnowledgeCommandTest, SearchesTheShippedArticlesWithoutAWorkspace)
{
    const auto found = json({"knowledge", "search", "bucket", "encrypt"});
    ASSERT_GT(found["hits"].size(), 0U);
    const std::string best = found["hits"][0]["title"];
    EXPECT_TRUE(best.find("bucket") != std::string::npos && best.find("ncrypt") != std::string::npos) << best;
    EXPECT_EQ(found["hits"][0]["title_marks"].size(), 2U);
    EXPECT_FALSE(std::filesystem::exists(workspace())) << "reading makes nothing";
    EXPECT_NE(run({"knowledge", "search", "zzzzqqq"}).err.find("knowledge list"), std::string::npos);
}

TEST_F(KnowledgeCommandTest, ShowsListsAndRelates)
{
    EXPECT_EQ(run({"knowledge", "show", "policies/aws-s3-bucket-encryption"}).out.substr(0, 2), "# ");
    EXPECT_EQ(json({"knowledge", "show", "policies/aws-s3-bucket-encryption"})["policies"][0],
              "aws-s3-bucket-encryption");
    EXPECT_EQ(run({"knowledge", "show", "policies/none"}).code, Unusable);
    EXPECT_GT(json({"knowledge", "list"}).size(), json({"knowledge", "list", "--tag", "s3"}).size());
    EXPECT_EQ(json({"knowledge", "related", "--rule", "aws-s3-bucket-encryption"})[0]["id"],
              "policies/aws-s3-bucket-encryption");
}

TEST_F(KnowledgeCommandTest, ArticlesOfTheWorkspaceJoin)
{
    ASSERT_EQ(run({"project", "create", "P"}).code, Success);
    ASSERT_TRUE(writeFileAtomically(workspace() / "knowledge/runbook.md", "# Zebra runbook\n\nCall the zebra.\n"));
    ASSERT_TRUE(writeFileAtomically(workspace() / "knowledge/bad.md", "---\na: [\n---\n"));
    const Outcome found = run({"knowledge", "search", "zebra"});
    EXPECT_NE(found.out.find("runbook"), std::string::npos);
    EXPECT_NE(found.err.find("bad.md"), std::string::npos) << "the broken one is named";
}
