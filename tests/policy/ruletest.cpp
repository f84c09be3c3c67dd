// SPDX-License-Identifier: MIT
#include "core/base/identifier.h"
#include "core/policy/rulechecker.h"
#include "core/policy/rulefile.h"
#include "core/policy/ruleset.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

using namespace drydock;
using namespace drydock::policy;
using testing::HasSubstr;

static std::string file(const std::string &fields)
{
    return "rules:\n  - id: aws-s3-test\n    title: T\n    severity: high\n    resource: aws_s3_bucket\n" + fields;
}

static Error errorOf(const std::string &text)
{
    auto rules = parseRuleFile(text, "s3.yaml");
    return rules ? Error{} : rules.error();
}

static std::vector<Error> checked(const std::string &fields)
{
    auto rules = parseRuleFile(file(fields), "s3.yaml");
    if (!rules)
        return {rules.error()};
    return checkRule(rules->front(), {});
}

static std::string firstMessage(const std::string &fields)
{
    const auto errors = checked(fields);
    return errors.empty() ? std::string("no error") : errors[0].message + " " + errors[0].hint;
}

TEST(RuleFileTest, ReadsAllFields)
{
    auto rules = parseRuleFile(file(R"(    let:
      a: 1
      b: a + 1
    when: self.x != null
    each: self.ingress
    deny: each.value.y == b
    message: "${resource.address} is wrong"
    at: [y, z]
    fix:
      title: Set it
      when: self.x == 1
      set: {y: '"required"'}
      remove: [z]
      append: |
        resource "a" "b" {
        }
    references: {checkov: [CKV_1, CKV_2], cis: 2.1}
    tags: [one, two]
)"),
                               "s3.yaml");
    ASSERT_TRUE(rules.has_value()) << rules.error().text();
    const Rule &rule = rules->front();
    EXPECT_EQ(rule.resources, std::vector<std::string>{"aws_s3_bucket"});
    ASSERT_EQ(rule.let.size(), 2U);
    EXPECT_EQ(rule.let[1].first, "b");
    EXPECT_EQ(rule.at, (std::vector<std::string>{"y", "z"}));
    EXPECT_EQ(rule.fix.set[0].second.text, "\"required\"");
    EXPECT_THAT(rule.fix.append.text, HasSubstr("resource \"a\" \"b\""));
    EXPECT_EQ(rule.references.at("cis"), std::vector<std::string>{"2.1"});
    EXPECT_EQ(rule.provider(), "aws");
    EXPECT_EQ(rule.article(), "policies/aws-s3-test");
    EXPECT_TRUE(checkRule(rule, {}).empty());
}

TEST(RuleFileTest, NamesWhatIsMissingOrUnknown)
{
    EXPECT_THAT(errorOf("rules: []").message, HasSubstr("needs a list `rules`"));
    EXPECT_THAT(errorOf(file("    require: true\n")).message, HasSubstr("no message"));
    EXPECT_THAT(errorOf(file("    message: m\n")).message, HasSubstr("exactly one of require and deny"));
    EXPECT_THAT(errorOf(file("    message: m\n    require: true\n    deny: true\n")).message, HasSubstr("exactly one"));
    const Error unknown = errorOf(file("    message: m\n    require: true\n    whenn: true\n"));
    EXPECT_EQ(unknown.place, "s3.yaml:8:5");
    EXPECT_THAT(unknown.hint, HasSubstr("\"when\""));
    EXPECT_THAT(
        errorOf(
            "rules:\n  - id: S3\n    title: t\n    severity: high\n    resource: x\n    message: m\n    deny: true\n")
            .message,
        HasSubstr("is no id"));
    EXPECT_THAT(errorOf(file("    message: m\n    deny: true\n    fix: {title: t}\n")).message,
                HasSubstr("at least one of"));
}

TEST(RuleCheckTest, FindsNamesFunctionsAndAttributesThatDoNotExist)
{
    EXPECT_THAT(firstMessage("    message: m\n    deny: selff.x == 1\n"), HasSubstr("Did you mean \"self\"?"));
    EXPECT_THAT(firstMessage("    message: m\n    deny: is_pubic(self.x)\n"), HasSubstr("Did you mean is_public()?"));
    EXPECT_THAT(firstMessage("    message: m\n    deny: resource.adress == 1\n"),
                HasSubstr("Did you mean \"address\"?"));
    EXPECT_THAT(firstMessage("    message: m\n    deny: each.value.x\n"), HasSubstr("the rule has no each"));
    EXPECT_THAT(firstMessage("    message: m\n    each: self.a\n    deny: each.key == 1\n"),
                HasSubstr("has no attribute"));
    EXPECT_THAT(firstMessage("    message: m\n    deny: covers_port(self)\n"), HasSubstr("takes 2 arguments, not 1"));
    EXPECT_THAT(firstMessage("    message: '${nothing.x}'\n    deny: true\n"),
                HasSubstr("there is no name \"nothing\""));
    EXPECT_THAT(firstMessage("    message: m\n    deny: true\n    let: {a: b, b: 1}\n"), HasSubstr("no name \"b\""));
    EXPECT_THAT(firstMessage("    message: m\n    deny: true\n    let: {a: 1}\n"), HasSubstr("never used"));
    EXPECT_THAT(firstMessage("    message: m\n    deny: true\n    at: ..a\n"), HasSubstr("no attribute path"));
}

TEST(RuleCheckTest, ForVariablesAndObjectKeysAreNoErrors)
{
    EXPECT_EQ(firstMessage("    message: '%{ for s in self.a }${s.x}%{ endfor }'\n"
                           "    deny: >-\n      anytrue([for k, v in self.a : v.b == k && {key = k}.key == v.c])\n"),
              "no error");
}

TEST(RuleCheckTest, SyntaxErrorsSayWhere)
{
    const auto errors = checked("    message: m\n    deny: self.x ==\n");
    ASSERT_FALSE(errors.empty());
    EXPECT_EQ(errors[0].place, "s3.yaml:7");
    EXPECT_THAT(errors[0].message, HasSubstr("in deny: "));
}

TEST(RuleCheckTest, AsksForArticleAndFixtures)
{
    auto rules = parseRuleFile(file("    message: m\n    deny: true\n"), "s3.yaml");
    ASSERT_TRUE(rules.has_value());
    RuleCheckOptions options;
    options.articles = "/nonexistent/articles";
    options.fixtures = "/nonexistent/fixtures";
    const auto errors = checkRule(rules->front(), options);
    ASSERT_EQ(errors.size(), 3U);
    EXPECT_THAT(errors[0].message, HasSubstr("no article"));
    EXPECT_THAT(errors[1].message, HasSubstr("no pass fixture"));
    EXPECT_THAT(errors[2].message, HasSubstr("no fail fixture"));
}

TEST(RuleSetTest, TwoRulesWithOneIdAreRefused)
{
    auto rules = parseRuleFile(file("    message: m\n    deny: true\n"), "s3.yaml");
    std::vector<Rule> twice = {rules->front(), rules->front()};
    auto set = RuleSet::create(twice);
    ASSERT_FALSE(set.has_value());
    EXPECT_EQ(set.error().code, "rule.duplicate");
}

TEST(RuleSetTest, ThePackHasEverythingThatTheFilesHave)
{
    auto folder = RuleSet::loadFolder(DRYDOCK_SOURCE_DIR "/rules");
    ASSERT_TRUE(folder.has_value()) << folder.error().text();
    const auto pack = std::filesystem::temp_directory_path() / ("drydock-rules-" + randomHex(6) + ".json");
    ASSERT_TRUE(folder->writePack(pack).has_value());
    auto loaded = RuleSet::loadPack(pack);
    std::filesystem::remove(pack);
    ASSERT_TRUE(loaded.has_value()) << loaded.error().text();
    ASSERT_EQ(loaded->rules().size(), folder->rules().size());
    for (std::size_t i = 0; i < loaded->rules().size(); ++i) {
        const Rule &a = folder->rules()[i];
        const Rule &b = loaded->rules()[i];
        EXPECT_EQ(a.id, b.id);
        EXPECT_EQ(a.resources, b.resources);
        EXPECT_EQ(a.require.text, b.require.text);
        EXPECT_EQ(a.deny.text, b.deny.text);
        EXPECT_EQ(a.message.text, b.message.text);
        EXPECT_EQ(a.let.size(), b.let.size());
        EXPECT_EQ(a.fix.append.text, b.fix.append.text);
        EXPECT_EQ(a.fix.when.text, b.fix.when.text);
        EXPECT_EQ(a.references, b.references);
        EXPECT_EQ(loaded->find(a.id), &b);
    }
    EXPECT_EQ(loaded->find("no-such-rule"), nullptr);
}
