// SPDX-License-Identifier: MIT
#include "tests/policy/reviewfixture.h"

#include <gmock/gmock.h>

using namespace drydock;
using namespace drydock::policy;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

using EngineTest = ReviewFixture;

TEST_F(EngineTest, RequireAndDenyAreOpposites)
{
    write("main.tf", "resource \"aws_x\" \"on\" {\n  encrypted = true\n}\n\nresource \"aws_x\" \"off\" {\n}\n");
    EXPECT_EQ(printed(review(rule("aws_x", "    require: enabled(self.encrypted)\n"))), "main.tf:5-5 m\n");
    EXPECT_EQ(printed(review(rule("aws_x", "    deny: enabled(self.encrypted)\n    at: encrypted\n"))),
              "main.tf:2-2 m\n");
}

TEST_F(EngineTest, AFirewallWithoutPortsIsAboutAllOfThem)
{
    write("main.tf", R"(
resource "google_compute_firewall" "listed" {
  source_ranges = ["0.0.0.0/0"]
  allow {
    protocol = "tcp"
    ports    = []
  }
}
resource "google_compute_firewall" "other" {
  source_ranges = ["0.0.0.0/0"]
  allow {
    protocol = "tcp"
    ports    = ["443"]
  }
}
)");
    const std::string open =
        "    deny: 'anytrue([for r in ingress(self) : covers_port(r, 22)])'\n    at: source_ranges\n";
    EXPECT_EQ(printed(review(rule("google_compute_firewall", open))), "main.tf:3-3 m\n");
}

TEST_F(EngineTest, UnknownIsNeitherAFindingNorAPass)
{
    write("main.tf", "variable \"x\" {}\n\nresource \"aws_x\" \"a\" {\n  encrypted = var.x\n}\n");
    for (const char *condition : {"    require: enabled(self.encrypted)\n", "    deny: enabled(self.encrypted)\n"}) {
        const ReviewResult result = review(rule("aws_x", std::string(condition) + "    at: encrypted\n"));
        EXPECT_EQ(printed(result), "main.tf:4 ? var.x has no value\n");
        EXPECT_TRUE(result.gate.passed);
    }
}

TEST_F(EngineTest, AKnownAnswerDoesNotWaitForAnUnknownOne)
{
    write("main.tf",
          "variable \"x\" {}\n\nresource \"aws_x\" \"a\" {\n  list = [var.x, true]\n  no = false\n  x = var.x\n}\n");
    EXPECT_EQ(printed(review(rule("aws_x", "    require: anytrue(self.list)\n"))), "");
    EXPECT_EQ(printed(review(rule("aws_x", "    require: contains(self.list, true)\n"))), "");
    EXPECT_EQ(printed(review(rule("aws_x", "    require: enabled(self.x) || !enabled(self.no)\n"))), "");
    EXPECT_EQ(printed(review(rule("aws_x", "    require: enabled(self.x) && enabled(self.no)\n"))), "main.tf:3-3 m\n");
}

TEST_F(EngineTest, AnUnknownWhenMakesAFindingUndecidedAndLeavesAPass)
{
    write("main.tf", "variable \"x\" {}\n\nresource \"aws_x\" \"a\" {\n  mode = var.x\n  good = true\n}\n");
    const std::string when = "    when: self.mode == \"public\"\n";
    EXPECT_EQ(printed(review(rule("aws_x", when + "    require: enabled(self.good)\n"))), "");
    EXPECT_EQ(printed(review(rule("aws_x", when + "    deny: enabled(self.good)\n"))),
              "main.tf:3 ? var.x has no value\n");
    EXPECT_EQ(printed(review(rule("aws_x", "    when: self.nothing == 1\n    deny: true\n"))), "");
}

TEST_F(EngineTest, EachPointsAtTheNestedBlock)
{
    write("main.tf", R"(resource "aws_x" "a" {
  rule {
    port = 1
  }

  rule {
    port = 22
    note = "b"
  }
}
)");
    EXPECT_EQ(printed(review(rule("aws_x", "    each: self.rule\n    deny: each.value.port == 22\n"))),
              "main.tf:6-9 m\n");
    EXPECT_EQ(printed(review(rule("aws_x", "    each: self.rule\n    deny: each.value.port == 22\n    at: note\n"))),
              "main.tf:8-8 m\n");
    EXPECT_EQ(printed(review(
                  rule("aws_x", "    each: '[for r in self.rule : r if r.port > 1]'\n    deny: true\n    at: port\n"))),
              "main.tf:7-7 m\n");
}

TEST_F(EngineTest, AUnknownElementIsUndecidedBesideKnownOnes)
{
    write("main.tf", R"(variable "x" {}

resource "aws_x" "a" {
  rule {
    port = 22
  }

  dynamic "rule" {
    for_each = var.x
    content {
      port = 22
    }
  }
}
)");
    const ReviewResult result = review(rule("aws_x", "    each: self.rule\n    deny: each.value.port == 22\n"));
    ASSERT_EQ(result.findings.size() + result.undecided.size(), 2U) << printed(result);
    EXPECT_EQ(result.undecided.size(), 1U) << printed(result);
}

TEST_F(EngineTest, OneFindingForAPlaceWithAllItsInstances)
{
    write("net/main.tf", "variable \"n\" {}\n\nresource \"aws_x\" \"a\" {\n  count = var.n\n}\n");
    write("main.tf",
          "module \"one\" {\n  source = \"./net\"\n  n = 1\n}\n\nmodule \"two\" {\n  source = \"./net\"\n  n = 2\n}\n");
    const ReviewResult result = review(rule("aws_x", "    deny: true\n"));
    ASSERT_EQ(result.findings.size(), 1U);
    EXPECT_THAT(result.findings[0].instances,
                ElementsAre("module.one.aws_x.a[0]", "module.two.aws_x.a[0]", "module.two.aws_x.a[1]"));
    EXPECT_EQ(result.findings[0].resource, "module.one.aws_x.a[0]");
    EXPECT_EQ(result.findings[0].range.file, "net/main.tf");
    EXPECT_EQ(result.open.high, 1U);
}

TEST_F(EngineTest, SaysWhereAValueCameFrom)
{
    write("main.tf", "locals {\n  open = \"0.0.0.0/0\"\n}\n\nresource \"aws_x\" \"a\" {\n  cidr = local.open\n}\n");
    const ReviewResult result = review(rule("aws_x", "    deny: is_public(self.cidr)\n    at: cidr\n"));
    ASSERT_EQ(result.findings.size(), 1U);
    ASSERT_GE(result.findings[0].derivation.size(), 2U);
    EXPECT_EQ(result.findings[0].derivation.back().range->line, 2U);
}

TEST_F(EngineTest, MessagesNameWhatIsNotKnownAndHideWhatIsSensitive)
{
    write("main.tf", R"(variable "x" {}
variable "s" {
  default   = "secret"
  sensitive = true
}

resource "aws_x" "a" {
  name = "n"
  x    = var.x
  s    = var.s
}
)");
    const auto message = [&](const std::string &text) {
        const ReviewResult result = review(rules("rules:\n  - id: aws-test-rule\n    title: Test\n    severity: high\n"
                                                 "    resource: aws_x\n    deny: true\n    message: '" +
                                                 text + "'\n"));
        return result.findings.empty() ? std::string() : result.findings[0].message;
    };
    EXPECT_EQ(message("${self.name} of ${resource.address}"), "n of aws_x.a");
    EXPECT_EQ(message("x is ${self.x}!"), "x is (not known)!");
    EXPECT_THAT(message("s is ${self.s}"), testing::Not(HasSubstr("secret")));
}

TEST_F(EngineTest, AConditionThatCannotBeEvaluatedIsUndecided)
{
    write("main.tf", "resource \"aws_x\" \"a\" {\n  size = \"big\"\n}\n");
    const ReviewResult result = review(rule("aws_x", "    deny: self.size > 3\n"));
    EXPECT_THAT(result.findings, IsEmpty());
    ASSERT_EQ(result.undecided.size(), 1U);
    EXPECT_FALSE(result.undecided[0].reason.empty());
}

TEST_F(EngineTest, LetsAreEvaluatedInOrderAndSeeTheElement)
{
    write("main.tf", "resource \"aws_x\" \"a\" {\n  rule {\n    port = 21\n  }\n  rule {\n    port = 22\n  }\n}\n");
    EXPECT_EQ(printed(review(rule("aws_x", "    let:\n      all: self.rule\n      next: each.value.port + 1\n"
                                           "    each: all\n    deny: next == 23\n"))),
              "main.tf:5-7 m\n");
}

TEST_F(EngineTest, RulesForTheConfigurationPointAtTheFirstBlockNamed)
{
    write("main.tf", "provider \"aws\" {\n}\n\nresource \"aws_x\" \"a\" {\n}\n");
    const auto yaml = [](const std::string &at) {
        return rule("configuration", "    deny: exists(resources(\"aws_x\"))\n    at: " + at + "\n");
    };
    EXPECT_EQ(printed(review(yaml("[terraform, provider.aws, aws_x]"))), "main.tf:1-1 m\n");
    EXPECT_EQ(printed(review(yaml("[aws_x]"))), "main.tf:4-4 m\n");
    EXPECT_EQ(printed(review(yaml("[terraform]"))), "main.tf:1-1 m\n");
    EXPECT_EQ(printed(review(rule("configuration", "    deny: exists(resources(\"aws_y\"))\n"))), "");
}

TEST_F(EngineTest, SynonymsAndGlobsNameTypes)
{
    write("main.tf",
          "resource \"aws_alb_listener\" \"a\" {\n}\nresource \"kubernetes_service_v1\" \"b\" {\n}\ndata \"aws_ami\" "
          "\"c\" {\n}\n");
    EXPECT_EQ(printed(review(rule("aws_lb_listener", "    deny: true\n"))), "main.tf:1-1 m\n");
    EXPECT_EQ(printed(review(rule("kubernetes_service", "    deny: true\n"))), "main.tf:3-3 m\n");
    EXPECT_EQ(printed(review(rule("data.aws_ami", "    deny: true\n"))), "main.tf:5-5 m\n");
    EXPECT_EQ(printed(review(rule("aws_*", "    deny: true\n"))), "main.tf:1-1 m\n");
}

TEST_F(EngineTest, FixesAreEditsThatStayFormatted)
{
    const std::string before = "resource \"aws_x\" \"a\" {\n  name = \"n\" # keep\n}\n";
    write("main.tf", before);
    const RuleSet set =
        rule("aws_x", "    require: enabled(self.options.encrypted)\n    fix:\n      title: t\n      set:\n"
                      "        options.encrypted: \"true\"\n");
    const ReviewResult result = review(set);
    ASSERT_EQ(result.findings.size(), 1U);
    ASSERT_TRUE(result.findings[0].fix.has_value());
    std::string after = before;
    for (auto edit = result.findings[0].fix->edits.rbegin(); edit != result.findings[0].fix->edits.rend(); ++edit)
        after.replace(edit->startByte, edit->endByte - edit->startByte, edit->replacement);
    EXPECT_THAT(after, HasSubstr("# keep"));
    write("main.tf", after);
    EXPECT_EQ(printed(review(set)), "");
}

TEST_F(EngineTest, NoFixWhereItsConditionDoesNotHold)
{
    write("main.tf", "resource \"aws_x\" \"a\" {\n}\n");
    const ReviewResult result =
        review(rule("aws_x", "    deny: true\n    fix: {title: t, when: self.x == 1, set: {x: '2'}}\n"));
    ASSERT_EQ(result.findings.size(), 1U);
    EXPECT_FALSE(result.findings[0].fix.has_value());
}
