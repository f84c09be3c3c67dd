// SPDX-License-Identifier: MIT
// tests/rules/<rule id>/<case>/*.tf, where the case starts with
//   pass       the rule says nothing, not even that it is undecided
//   fail       the rule has findings; where lines carry the comment `# finding`, on exactly those lines
//   undecided  the rule cannot be decided and has no finding
// A tfreview.yaml in the case's folder counts. Fixes of a failing case are applied: the findings they are for must be
// gone, and a file that was formatted must still be.
#include "core/base/filereader.h"
#include "core/base/identifier.h"
#include "core/hcl/edit.h"
#include "core/hcl/formatter.h"
#include "core/hcl/parser.h"
#include "core/policy/review.h"
#include "core/policy/ruleset.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>

using namespace drydock;
using namespace drydock::policy;
namespace fs = std::filesystem;

static const fs::path fixtures = fs::path(DRYDOCK_SOURCE_DIR) / "tests/rules";

static const RuleSet &allRules()
{
    static const RuleSet rules = RuleSet::loadFolder(fs::path(DRYDOCK_SOURCE_DIR) / "rules").value();
    return rules;
}

static std::vector<std::string> cases()
{
    std::vector<std::string> result;
    for (const auto &rule : fs::directory_iterator(fixtures))
        for (const auto &folder : fs::directory_iterator(rule.path()))
            if (folder.is_directory())
                result.push_back(rule.path().filename().string() + "/" + folder.path().filename().string());
    std::sort(result.begin(), result.end());
    return result;
}

static ReviewResult reviewed(const Rule &rule, const fs::path &folder)
{
    ReviewRequest request;
    request.paths = {folder};
    request.threads = 1;
    const RuleSet one = RuleSet::create({rule}).value();
    auto result = review(request, one, SystemClock(), {});
    EXPECT_TRUE(result.has_value()) << result.error().text();
    return result.value_or(ReviewResult{});
}

using Places = std::set<std::string>;

static Places markedLines(const fs::path &folder)
{
    Places places;
    for (const auto &entry : fs::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".tf")
            continue;
        std::ifstream file(entry.path());
        std::string line;
        for (int number = 1; std::getline(file, line); ++number)
            if (line.find("# finding") != std::string::npos)
                places.insert(fs::relative(entry.path(), folder).string() + ":" + std::to_string(number));
    }
    return places;
}

static Places findingLines(const ReviewResult &result)
{
    Places places;
    for (const Finding &finding : result.findings)
        places.insert(finding.range.file + ":" + std::to_string(finding.range.line));
    return places;
}

static std::string described(const ReviewResult &result)
{
    std::string text;
    for (const Finding &finding : result.findings)
        text += finding.range.file + ":" + std::to_string(finding.range.line) + " " + finding.message + "\n";
    for (const Undecided &undecided : result.undecided)
        text += undecided.range.file + ":" + std::to_string(undecided.range.line) + " undecided: " + undecided.reason +
                "\n";
    for (const ReviewDiagnostic &diagnostic : result.diagnostics)
        text += diagnostic.range.file + ":" + std::to_string(diagnostic.range.line) + " " + diagnostic.summary + " " +
                diagnostic.detail + "\n";
    return text;
}

/// Applies the first fix of each file, one by one, until there is none left.
static void applyFixes(const Rule &rule, const fs::path &folder)
{
    constexpr int rounds = 64;
    for (int round = 0; round < rounds; ++round) {
        const ReviewResult result = reviewed(rule, folder);
        std::map<std::string, std::vector<hcl::TextEdit>> edits;
        for (const Finding &finding : result.findings) {
            if (!finding.fix || edits.count(finding.fix->edits.front().file) > 0)
                continue;
            for (const TextEdit &edit : finding.fix->edits)
                edits[edit.file].push_back({edit.startByte, edit.endByte, edit.replacement});
        }
        if (edits.empty())
            return;
        for (const auto &[name, list] : edits) {
            auto changed = hcl::applyEdits(readFile(folder / name).value(), list);
            ASSERT_TRUE(changed.has_value()) << changed.error().text();
            std::ofstream(folder / name, std::ios::trunc) << *changed;
        }
    }
    FAIL() << "the fixes of " << rule.id << " do not come to an end";
}

static void expectFormatted(const fs::path &folder)
{
    for (const auto &entry : fs::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".tf")
            continue;
        const std::string text = readFile(entry.path()).value();
        EXPECT_EQ(hcl::format(hcl::parse(hcl::SourceFile(entry.path().string(), text))), text) << entry.path();
    }
}

class RuleFixture : public testing::TestWithParam<std::string>
{
protected:
    void SetUp() override
    {
        const std::string id = GetParam().substr(0, GetParam().find('/'));
        m_case = GetParam().substr(id.size() + 1);
        m_rule = allRules().find(id);
        ASSERT_NE(m_rule, nullptr) << "there is no rule " << id;
    }

    const Rule *m_rule = nullptr;
    std::string m_case;
};

TEST_P(RuleFixture, FindsWhatIsMarked)
{
    const fs::path folder = fixtures / GetParam();
    const ReviewResult result = reviewed(*m_rule, folder);
    if (m_case.starts_with("pass")) {
        EXPECT_TRUE(result.findings.empty() && result.undecided.empty()) << described(result);
    } else if (m_case.starts_with("undecided")) {
        EXPECT_TRUE(result.findings.empty()) << described(result);
        EXPECT_FALSE(result.undecided.empty()) << described(result);
    } else {
        ASSERT_TRUE(m_case.starts_with("fail")) << "a case is called pass, fail or undecided";
        EXPECT_FALSE(result.findings.empty()) << described(result);
        if (const Places marked = markedLines(folder); !marked.empty()) {
            EXPECT_EQ(findingLines(result), marked) << described(result);
        }
    }
}

TEST_P(RuleFixture, FixesMakeTheFindingsDisappear)
{
    if (m_rule->fix.empty() || !m_case.starts_with("fail"))
        return;
    const fs::path copy = fs::temp_directory_path() / ("drydock-fixture-" + randomHex(6));
    fs::copy(fixtures / GetParam(), copy, fs::copy_options::recursive);
    std::size_t fixable = 0;
    const ReviewResult before = reviewed(*m_rule, copy);
    for (const Finding &finding : before.findings)
        fixable += finding.fix ? 1 : 0;
    applyFixes(*m_rule, copy);
    const ReviewResult after = reviewed(*m_rule, copy);
    EXPECT_EQ(after.findings.size(), before.findings.size() - fixable) << described(after);
    EXPECT_EQ(after.diagnostics.size(), before.diagnostics.size()) << described(after);
    expectFormatted(copy);
    fs::remove_all(copy);
}

static std::string caseName(const testing::TestParamInfo<std::string> &parameter)
{
    std::string name = parameter.param;
    for (char &c : name)
        if (c == '-' || c == '/' || c == '.')
            c = '_';
    return name;
}

INSTANTIATE_TEST_SUITE_P(All, RuleFixture, testing::ValuesIn(cases()), caseName);

TEST(RuleFixtures, EveryFolderBelongsToARule)
{
    for (const auto &folder : fs::directory_iterator(fixtures))
        EXPECT_NE(allRules().find(folder.path().filename().string()), nullptr) << folder.path();
}

TEST(RuleFixtures, SomeFailingCaseOfEveryRuleWithAFixGetsIt)
{
    for (const Rule &rule : allRules().rules()) {
        if (rule.fix.empty())
            continue;
        bool fixed = false;
        for (const auto &folder : fs::directory_iterator(fixtures / rule.id)) {
            if (!folder.path().filename().string().starts_with("fail"))
                continue;
            for (const Finding &finding : reviewed(rule, folder.path()).findings)
                fixed = fixed || finding.fix.has_value();
        }
        EXPECT_TRUE(fixed) << rule.id << " has a fix that no fixture shows";
    }
}
