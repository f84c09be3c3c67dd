// SPDX-License-Identifier: MIT
// Every folder of tests/rules once more in JSON syntax: all policies must come to the same verdict.
#include "core/policy/review.h"
#include "core/policy/ruleset.h"
#include "tests/terraform/jsonwriter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

using namespace drydock;
using namespace drydock::policy;
namespace fs = std::filesystem;

namespace {

const fs::path fixtures = fs::path(DRYDOCK_SOURCE_DIR) / "tests/rules";

std::vector<std::string> cases()
{
    std::vector<std::string> result;
    for (const auto &rule : fs::directory_iterator(fixtures))
        for (const auto &folder : fs::directory_iterator(rule.path()))
            if (folder.is_directory())
                result.push_back(rule.path().filename().string() + "/" + folder.path().filename().string());
    std::sort(result.begin(), result.end());
    return result;
}

/// A copy of a fixture, removed at the end.
class Copy
{
public:
    explicit Copy(const std::string &name)
    {
        std::string pattern = (fs::temp_directory_path() / "drydock-json-XXXXXX").string();
        m_folder = mkdtemp(pattern.data());
        fs::copy(fixtures / name, m_folder, fs::copy_options::recursive);
    }
    Copy(const Copy &) = delete;
    Copy &operator=(const Copy &) = delete;
    ~Copy()
    {
        std::error_code error;
        fs::remove_all(m_folder, error);
    }
    [[nodiscard]] const fs::path &folder() const { return m_folder; }

private:
    fs::path m_folder;
};

ReviewResult reviewed(const fs::path &folder)
{
    static const RuleSet rules = RuleSet::loadFolder(fs::path(DRYDOCK_SOURCE_DIR) / "rules").value();
    ReviewRequest request;
    request.paths = {folder};
    request.threads = 1;
    auto result = review(request, rules, SystemClock(), {});
    EXPECT_TRUE(result.has_value()) << result.error().text();
    return result.value_or(ReviewResult{});
}

/// What a review says, without the places.
std::multiset<std::string> verdict(const ReviewResult &result)
{
    std::multiset<std::string> verdict;
    for (const Finding &finding : result.findings)
        verdict.insert(finding.ruleId + " at " + finding.resource + ": " + finding.message + " (" +
                       std::to_string(finding.instances.size()) + " instances, status " +
                       std::to_string(static_cast<int>(finding.status)) + ")");
    for (const Undecided &undecided : result.undecided)
        verdict.insert(undecided.ruleId + " undecided at " + undecided.resource + ": " + undecided.reason);
    return verdict;
}

} // namespace

class JsonFixture : public testing::TestWithParam<std::string>
{
};

TEST_P(JsonFixture, HasTheVerdictOfTheNativeSyntax)
{
    const Copy copy(GetParam());
    const auto native = verdict(reviewed(copy.folder()));
    ASSERT_GT(terraform::test::convertFolder(copy.folder()), 0U);
    const ReviewResult result = reviewed(copy.folder());
    EXPECT_EQ(verdict(result), native);
    for (const ReviewDiagnostic &diagnostic : result.diagnostics)
        EXPECT_NE(diagnostic.severity, DiagnosticSeverity::Error)
            << diagnostic.range.file << ":" << diagnostic.range.line << " " << diagnostic.summary << " "
            << diagnostic.detail;
    for (const Finding &finding : result.findings) {
        EXPECT_TRUE(finding.range.file.ends_with(".json")) << finding.range.file;
        EXPECT_GT(finding.range.line, 0U);
        EXPECT_FALSE(finding.fix) << finding.ruleId;
    }
}

INSTANTIATE_TEST_SUITE_P(Rules, JsonFixture, testing::ValuesIn(cases()), [](const auto &fixture) {
    std::string name = fixture.param;
    std::replace_if(
        name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
    return name;
});
