// SPDX-License-Identifier: MIT
#include "core/policy/baseline.h"

#include "core/base/filereader.h"
#include "core/base/identifier.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

using namespace drydock;
using namespace drydock::policy;
namespace fs = std::filesystem;

static Finding finding(const std::string &fingerprint, FindingStatus status = FindingStatus::Open)
{
    Finding result;
    result.ruleId = "aws-s3-bucket-https-only";
    result.resource = "aws_s3_bucket.logs";
    result.range.file = "main.tf";
    result.fingerprint = fingerprint;
    result.status = status;
    return result;
}

class BaselineTest : public testing::Test
{
protected:
    void SetUp() override { fs::create_directories(m_root); }
    void TearDown() override { fs::remove_all(m_root); }
    Error errorOf(const std::string &text)
    {
        std::ofstream(m_file, std::ios::trunc) << text;
        auto read = Baseline::load(m_file);
        return read ? Error{} : read.error();
    }
    fs::path m_root = fs::temp_directory_path() / ("drydock-baseline-" + randomHex(6));
    fs::path m_file = m_root / "baseline.json";
};

TEST_F(BaselineTest, HidesWhatWasThereAndOnlyThat)
{
    const Timestamp now = *parseTimestamp("2026-11-20");
    const Baseline written = Baseline::of({finding("a"), finding("b"), finding("w", FindingStatus::Waived)}, now);
    ASSERT_TRUE(written.write(m_file).has_value());
    auto read = Baseline::load(m_file);
    ASSERT_TRUE(read.has_value()) << read.error().text();
    EXPECT_EQ(read->entries.size(), 2U);
    EXPECT_EQ(read->created, now);

    std::vector<Finding> findings = {finding("a"), finding("new")};
    EXPECT_EQ(read->apply(findings), 1U); // b is gone
    EXPECT_EQ(findings[0].status, FindingStatus::Baselined);
    EXPECT_NE(findings[0].statusReason.find("2026-11-20"), std::string::npos);
    EXPECT_EQ(findings[1].status, FindingStatus::Open);
}

TEST_F(BaselineTest, WritingItAgainKeepsWhatIsBaselined)
{
    const Baseline again = Baseline::of({finding("a", FindingStatus::Baselined), finding("b")}, {});
    EXPECT_EQ(again.entries.size(), 2U);
}

TEST_F(BaselineTest, IsSortedForReviewInVersionControl)
{
    Finding later = finding("1");
    later.range.file = "z.tf";
    Finding earlier = finding("2");
    earlier.range.file = "a.tf";
    const Baseline baseline = Baseline::of({later, earlier}, {});
    EXPECT_EQ(baseline.entries[0].file, "a.tf");
}

TEST_F(BaselineTest, BadFilesAreNamed)
{
    EXPECT_EQ(errorOf("{").code, "baseline.invalid");
    EXPECT_EQ(errorOf("{\n  \"version\": 1,\n  oops\n}").place, m_file.string() + ":3:3");
    EXPECT_EQ(errorOf("").place, m_file.string() + ":1:1");
    EXPECT_EQ(errorOf("[]").code, "baseline.invalid");
    EXPECT_EQ(errorOf(R"({"version": 9, "findings": []})").code, "baseline.version");
    const Error error = errorOf(R"({"version": 1, "findings": [{"fingerprint": "a"}, {"rule": "r"}]})");
    EXPECT_EQ(error.code, "baseline.invalid");
    EXPECT_EQ(error.message, "Entry 2 of the baseline has no fingerprint.");
    EXPECT_EQ(error.place, m_file.string());
    EXPECT_NE(error.hint.find("--write-baseline"), std::string::npos);
}
