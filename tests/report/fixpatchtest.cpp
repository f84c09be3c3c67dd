// SPDX-License-Identifier: MIT
#include "core/report/fixpatch.h"

#include "core/base/atomicfile.h"
#include "core/base/filereader.h"
#include "core/base/identifier.h"
#include "core/report/runcomparison.h"
#include "tests/report/samplereview.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

using namespace drydock;
using namespace drydock::report;
namespace fs = std::filesystem;

TEST(FixPatchTest, GitAppliesTheFixOfAFinding)
{
    const SampleReview sample = sampleReview();
    const fs::path root = fs::temp_directory_path() / ("drydock-fix-" + randomHex(6));
    ASSERT_TRUE(writeFileAtomically(root / "main.tf", sample.mainTf));
    const auto patch = fixPatch(*sample.review.findings[0].fix, folderSource(root));
    ASSERT_TRUE(patch.has_value()) << patch.error().text();
    ASSERT_TRUE(writeFileAtomically(root / "fix.patch", *patch));
    ASSERT_EQ(std::system(("cd '" + root.string() + "' && GIT_DIR=/nonexistent git apply fix.patch").c_str()), 0)
        << *patch;
    EXPECT_NE(readFile(root / "main.tf")->find("acl    = \"private\"\n"), std::string::npos);
    fs::remove_all(root);
}

TEST(FixPatchTest, RefusesEditsThatNoLongerFit)
{
    EXPECT_EQ(applyEdits("short", {{"a", 2, 9, ""}}).error().code, "fix.outside");
    EXPECT_EQ(applyEdits("short", {{"a", 3, 2, ""}}).error().code, "fix.outside");
    EXPECT_EQ(applyEdits("short", {{"a", 0, 3, "x"}, {"a", 2, 4, "y"}}).error().code, "fix.overlap");
    EXPECT_EQ(applyEdits("short", {{"a", 5, 5, "!"}, {"a", 0, 0, ">"}}).value(), ">short!");
}

TEST(FixPatchTest, FixesThatCollideAreCountedNotMixed)
{
    SampleReview sample = sampleReview();
    policy::ReviewResult &review = sample.review;
    policy::Finding same = review.findings[0];
    policy::Finding other = review.findings[0];
    other.fix->edits[0].replacement = "\"authenticated-read\"";
    review.findings.push_back(same);
    review.findings.push_back(other);
    const CombinedPatch patch = combinedPatch(review, sample.source);
    EXPECT_EQ(patch.fixes, 2U);
    EXPECT_EQ(patch.skipped, 1U);
    EXPECT_NE(patch.text.find("+  acl    = \"private\"\n"), std::string::npos);
    EXPECT_EQ(patch.text.find("authenticated"), std::string::npos);
}

TEST(SourceTextTest, StaysInsideTheRoot)
{
    const fs::path root = fs::temp_directory_path() / ("drydock-source-" + randomHex(6));
    ASSERT_TRUE(writeFileAtomically(root / "main.tf", "a\nb\nc\nd\ne\n"));
    const SourceText source = folderSource(root);
    EXPECT_TRUE(source("main.tf").has_value());
    EXPECT_FALSE(source("../../etc/passwd").has_value());
    EXPECT_FALSE(source("/etc/passwd").has_value());
    const Excerpt part = excerpt({"main.tf", 4, 5, 3, 1, 3, 2}, source, 1);
    EXPECT_EQ(part.firstLine, 2U);
    EXPECT_EQ(part.lines, (std::vector<std::string>{"b", "c", "d"}));
    EXPECT_TRUE(excerpt({"main.tf", 0, 0, 99, 1, 99, 1}, source).lines.empty());
    const SourceText single = folderSource(root / "main.tf");
    EXPECT_TRUE(single("main.tf").has_value());
    EXPECT_FALSE(single("other.tf").has_value());
    fs::remove_all(root);
}

TEST(RunComparisonTest, PairsByFingerprintAlsoWhenLinesMove)
{
    const policy::ReviewResult before = sampleReview().review;
    policy::ReviewResult after = before;
    after.findings[0].range.line += 40;
    after.findings[2].fingerprint = "33333333333333333333333333333333";
    const RunComparison comparison = compareRuns(before, after);
    ASSERT_EQ(comparison.findings.size(), 3U);
    EXPECT_EQ(comparison.findings[0].change, FindingChange::New);
    EXPECT_EQ(comparison.findings[0].after, 2U);
    EXPECT_EQ(comparison.findings[1].change, FindingChange::Fixed);
    EXPECT_EQ(comparison.findings[1].before, 2U);
    EXPECT_EQ(comparison.findings[2].change, FindingChange::Unchanged);
    EXPECT_EQ(comparison.added.medium, 1U);
    EXPECT_EQ(comparison.fixed.medium, 1U);
    EXPECT_EQ(comparison.unchanged, 1U);
}

TEST(RunComparisonTest, AWaiverThatRunsOutMakesANewFinding)
{
    const policy::ReviewResult before = sampleReview().review;
    policy::ReviewResult after = before;
    after.findings[1].status = policy::FindingStatus::Open;
    EXPECT_EQ(compareRuns(before, after).added.high, 1U);
    EXPECT_EQ(compareRuns(after, before).fixed.high, 1U);
}
