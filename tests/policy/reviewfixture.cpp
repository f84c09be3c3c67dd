// SPDX-License-Identifier: MIT
#include "tests/policy/reviewfixture.h"

#include "core/base/filereader.h"
#include "core/base/identifier.h"
#include "core/policy/rulechecker.h"
#include "core/policy/rulefile.h"

#include <fstream>

namespace drydock::policy {

namespace fs = std::filesystem;

ReviewFixture::ReviewFixture()
    : m_root(fs::temp_directory_path() / ("drydock-review-" + randomHex(6)))
{
    fs::create_directories(m_root);
}

ReviewFixture::~ReviewFixture()
{
    fs::remove_all(m_root);
}

void ReviewFixture::write(const std::string &file, const std::string &text) const
{
    fs::create_directories((m_root / file).parent_path());
    std::ofstream(m_root / file, std::ios::trunc) << text;
}

std::string ReviewFixture::read(const std::string &file) const
{
    return readFile(m_root / file).value_or("");
}

RuleSet ReviewFixture::rules(const std::string &yaml)
{
    auto parsed = parseRuleFile(yaml, "test.yaml");
    EXPECT_TRUE(parsed.has_value()) << parsed.error().text();
    if (!parsed)
        return {};
    for (const Rule &rule : *parsed)
        for (const Error &error : checkRule(rule, {}))
            ADD_FAILURE() << error.text();
    return RuleSet::create(std::move(*parsed)).value();
}

RuleSet ReviewFixture::rule(const std::string &resource, const std::string &fields)
{
    return rules("rules:\n  - id: aws-test-rule\n    title: Test\n    severity: high\n    message: m\n    resource: " +
                 resource + "\n" + fields);
}

ReviewResult ReviewFixture::review(const RuleSet &set) const
{
    return review(set, {});
}

ReviewResult ReviewFixture::review(const RuleSet &set, ReviewRequest request) const
{
    if (request.paths.empty())
        request.paths = {m_root};
    auto result = policy::review(request, set, StandingClock(), {});
    EXPECT_TRUE(result.has_value()) << result.error().text();
    return result.value_or(ReviewResult{});
}

std::string ReviewFixture::printed(const ReviewResult &result)
{
    std::string text;
    for (const Finding &finding : result.findings)
        text += finding.range.file + ":" + std::to_string(finding.range.line) + "-" +
                std::to_string(finding.range.endLine) + " " + finding.message + "\n";
    for (const Undecided &undecided : result.undecided)
        text += undecided.range.file + ":" + std::to_string(undecided.range.line) + " ? " + undecided.reason + "\n";
    return text;
}

} // namespace drydock::policy
