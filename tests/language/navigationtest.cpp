// SPDX-License-Identifier: MIT
#include "core/hcl/parser.h"
#include "core/language/completion.h"
#include "core/language/definition.h"
#include "core/language/folding.h"
#include "core/language/outline.h"
#include "core/language/problems.h"
#include "core/language/references.h"
#include "tests/language/project.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

namespace drydock::language::test {

using testing::ElementsAre;
using testing::IsEmpty;

static std::vector<std::string> definitionsAt(const Project &project)
{
    std::vector<std::string> out;
    for (const Definition &found : definition(project.snapshot(), project.caretFile(), project.caret()))
        out.push_back(project.show(found.name));
    return out;
}

static std::vector<std::string> referencesAt(const Project &project)
{
    std::vector<std::string> out;
    const auto symbol = symbolAt(project.snapshot(), project.caretFile(), project.caret());
    if (!symbol)
        return {"nothing"};
    for (const Occurrence &found : references(project.snapshot(), *symbol))
        out.push_back(project.show(found.location));
    return out;
}

static const std::map<std::string, std::string> Net{
    {"modules/net/main.tf", "resource \"aws_vpc\" \"this\" {\n  cidr_block = var.cidr\n}\noutput \"vpc_id\" {\n  value "
                            "= aws_vpc.this.id\n}\n"},
    {"modules/net/variables.tf", "variable \"cidr\" {\n  type = string\n}\n"},
};

static Project withNet(const std::string &main, std::map<std::string, std::string> more = {})
{
    more.insert(Net.begin(), Net.end());
    more["main.tf"] = main;
    return Project(more);
}

TEST(Definition, LeadsToVariablesInOtherFiles)
{
    const Project project({{"main.tf", "locals {\n  a = upper(var.reg|ion)\n}\n"},
                           {"variables.tf", "# the region\nvariable \"region\" {}\n"}});
    EXPECT_THAT(definitionsAt(project), ElementsAre("variables.tf:2:region"));
}

TEST(Definition, LeadsIntoCalledModules)
{
    const std::string call = "module \"net\" {\n  source = \"./modules/net\"\n  cidr   = \"10.0.0.0/8\"\n}\n";
    EXPECT_THAT(definitionsAt(withNet(call + "output \"id\" {\n  value = module.net.vpc|_id\n}\n")),
                ElementsAre("modules/net/main.tf:4:vpc_id"));
    EXPECT_THAT(definitionsAt(withNet(call + "output \"id\" {\n  value = module.n|et.vpc_id\n}\n")),
                ElementsAre("main.tf:1:net"));
    EXPECT_THAT(definitionsAt(withNet("module \"net\" {\n  source = \"./modules/net\"\n  ci|dr = 1\n}\n")),
                ElementsAre("modules/net/variables.tf:1:cidr"));
    EXPECT_THAT(definitionsAt(withNet("module \"net\" {\n  source = \"./mod|ules/net\"\n}\n")),
                ElementsAre("modules/net/main.tf:1:"));
}

TEST(Definition, WorksBesideBrokenText)
{
    const Project project(
        "resource \"aws_s3_bucket\" \"logs\" {\n}\nresource \"x\" \"y\" {\n  a = aws_s3_bucket.lo|gs.\n"
        "  b = [\n}\n");
    EXPECT_THAT(definitionsAt(project), ElementsAre("main.tf:1:logs"));
}

TEST(References, FindEveryKindOfUse)
{
    const Project project(
        {{"main.tf", "resource \"aws_s3_bucket\" \"lo|gs\" {\n  lifecycle {\n    ignore_changes = [tags]\n  }\n}\n"
                     "output \"a\" {\n  value = \"${aws_s3_bucket.logs.id}-x aws_s3_bucket.logs\"\n"
                     "  depends_on = [aws_s3_bucket.logs]\n}\n# aws_s3_bucket.logs\n"},
         {"other.tf", "import {\n  to = aws_s3_bucket.logs\n  id = \"x\"\n}\nlocals {\n"
                      "  all = [for b in [1] : aws_s3_bucket.logs[*].arn]\n  data = data.aws_s3_bucket.logs.id\n}\n"}});
    EXPECT_THAT(referencesAt(project), ElementsAre("main.tf:1:logs", "main.tf:7:logs", "main.tf:8:logs",
                                                   "other.tf:2:logs", "other.tf:6:logs"));
}

TEST(References, OfVariablesIncludeCallersAndValues)
{
    const Project project({{"main.tf", "variable \"re|gion\" {\n  validation {\n    condition = var.region != \"\"\n"
                                       "    error_message = \"x\"\n  }\n}\n"},
                           {"terraform.tfvars", "region = \"eu\"\n"},
                           {"env/prod.tfvars", "region = \"us\"\nother = 1\n"},
                           {"tests/a.tftest.hcl", "variables {\n  region = \"x\"\n}\nrun \"one\" {\n  variables {\n"
                                                  "    region = \"y\"\n  }\n  assert {\n    condition = var.region == "
                                                  "\"y\"\n    error_message = \"\"\n  }\n}\n"}});
    EXPECT_THAT(referencesAt(project), ElementsAre("env/prod.tfvars:1:region", "main.tf:1:region", "main.tf:3:region",
                                                   "terraform.tfvars:1:region", "tests/a.tftest.hcl:2:region",
                                                   "tests/a.tftest.hcl:6:region", "tests/a.tftest.hcl:9:region"));
}

TEST(References, OfOutputsThroughEachSplatAndFor)
{
    const Project project = withNet(
        "module \"net\" {\n  source = \"./modules/net\"\n  for_each = {}\n}\n"
        "output \"a\" {\n  value = module.net[\"x\"].vpc_|id\n}\n"
        "output \"b\" {\n  value = [for k, m in module.net : m.vpc_id]\n}\n"
        "output \"c\" {\n  value = values(module.net)[*].vpc_id\n}\n"
        "resource \"r\" \"r\" {\n  for_each = module.net\n  x = each.value.vpc_id\n"
        "  dynamic \"d\" {\n    for_each = module.net\n    content {\n      y = d.value.vpc_id\n    }\n  }\n}\n");
    EXPECT_THAT(referencesAt(project),
                ElementsAre("main.tf:6:vpc_id", "main.tf:9:vpc_id", "main.tf:12:vpc_id", "main.tf:16:vpc_id",
                            "main.tf:20:vpc_id", "modules/net/main.tf:4:vpc_id"));
}

TEST(References, LeaveOutNamesThatForBinds)
{
    const Project project(
        "locals {\n  a|ws = 1\n  x  = [for local in [{ aws = 1 }] : local.aws]\n  y = local.aws\n}\n");
    EXPECT_THAT(referencesAt(project), ElementsAre("main.tf:2:aws", "main.tf:4:aws"));
}

TEST(Snapshot, SharesWhatDidNotChange)
{
    const Project project = withNet("module \"net\" {\n  source = \"./modules/net\"\n}\n");
    const Snapshot &before = project.snapshot();
    const Snapshot after = before.withText(Project::path("main.tf"), "locals {\n  a = 1\n");
    EXPECT_TRUE(after.isUnsaved(Project::path("main.tf")));
    EXPECT_EQ(after.file(Project::path("modules/net/main.tf"))->tree,
              before.file(Project::path("modules/net/main.tf"))->tree);
    EXPECT_EQ(after.module(Project::path("modules/net")), before.module(Project::path("modules/net")));
    EXPECT_EQ(before.text(Project::path("main.tf")), "module \"net\" {\n  source = \"./modules/net\"\n}\n");
    const Snapshot back = after.withoutText(Project::path("main.tf"));
    EXPECT_EQ(back.text(Project::path("main.tf")), before.text(Project::path("main.tf")));
    EXPECT_FALSE(back.isUnsaved(Project::path("main.tf")));
    const Result<Snapshot> refreshed = after.refreshed(Task{});
    ASSERT_TRUE(refreshed);
    EXPECT_EQ(refreshed->text(Project::path("main.tf")), "locals {\n  a = 1\n");
}

TEST(Snapshot, KeepsConfigurationsAliveBehindIt)
{
    std::shared_ptr<const terraform::Configuration> configuration;
    {
        const Project project = withNet("module \"net\" {\n  source = \"./modules/net\"\n}\n");
        configuration = project.snapshot().configuration("/work", Task{}).value();
    }
    EXPECT_NE(configuration, nullptr);
}

TEST(Snapshot, TakesNewFilesAndRoots)
{
    const Project project = withNet("module \"net\" {\n  source = \"./modules/net\"\n}\n");
    EXPECT_THAT(project.snapshot().rootModules(), ElementsAre("/work"));
    const Snapshot more = project.snapshot().withText(Project::path("live/main.tf"), "locals {}\n");
    EXPECT_THAT(more.rootModules(), ElementsAre("/work", "/work/live"));
    EXPECT_EQ(project.snapshot().withText(Project::path("notes.txt"), "x").files(), project.snapshot().files());
    EXPECT_FALSE(Snapshot::open("/nowhere", {}, Task{}));
}

// What is made when first asked for is made once, also when several threads ask at once.
TEST(Snapshot, AnswersSeveralThreads)
{
    const std::filesystem::path demo = std::filesystem::path(DRYDOCK_SOURCE_DIR) / "resources/demo/landing-zone";
    const Result<Snapshot> opened = Snapshot::open(demo, {}, Task{});
    ASSERT_TRUE(opened);
    const std::filesystem::path file = opened->root() / "locals.tf";
    std::vector<std::size_t> found(4);
    {
        std::vector<std::jthread> threads;
        for (std::size_t at = 0; at < found.size(); ++at)
            threads.emplace_back([&, at] {
                const Snapshot mine = at % 2 == 0 ? *opened : opened->withText(file, std::string(opened->text(file)));
                found[at] = findSymbols(mine, "", 10'000).size() + allProblems(mine, Task{}).value().size() +
                            complete(mine, file, 10).items.size();
            });
    }
    EXPECT_THAT(found, testing::Each(found[0]));
    EXPECT_GT(found[0], 50U);
}

static std::string printed(const std::vector<OutlineItem> &items)
{
    std::string out;
    for (const OutlineItem &item : items) {
        out +=
            std::string(kindName(item.kind)) + " " + item.name + (item.detail.empty() ? "" : " [" + item.detail + "]");
        if (!item.children.empty())
            out += " {" + printed(item.children) + "}";
        out += ";";
    }
    return out;
}

TEST(Outline, ShowsBlocksWithNames)
{
    const Project project("terraform {\n}\nvariable \"region\" {\n  type = string\n}\nlocals {\n  a = 1\n  b = 2\n}\n"
                          "resource \"aws_s3_bucket\" \"logs\" {\n  lifecycle {}\n}\n"
                          "module \"net\" {\n  source = \"./net\"\n}\nmoved {\n  from = a.b\n  to = a.c\n}\n"
                          "resource \"broken\" \"one\" {\n  x = \n");
    EXPECT_EQ(printed(outline(*project.snapshot().file(Project::path("main.tf")))),
              "settings terraform;variable region [string];local values locals {local value a [1];local value b [2];};"
              "resource aws_s3_bucket.logs;module call net [./net];move moved [a.b → a.c];resource broken.one;");
    const std::string_view text = project.snapshot().text(Project::path("main.tf"));
    const auto inside = static_cast<std::uint32_t>(text.find("lifecycle") + 2);
    const std::vector<OutlineItem> way = breadcrumbs(*project.snapshot().file(Project::path("main.tf")), inside);
    ASSERT_EQ(way.size(), 2U);
    EXPECT_EQ(way.front().name, "aws_s3_bucket.logs");
    EXPECT_EQ(way.back().name, "lifecycle");
}

TEST(Folding, FoldsBlocksListsHeredocsAndComments)
{
    const Project project("# one\n# two\nresource \"a\" \"b\" {\n  x = [\n    1,\n  ]\n  y = <<EOT\n  text\nEOT\n}\n");
    EXPECT_THAT(foldingRanges(*project.snapshot().file(Project::path("main.tf"))),
                ElementsAre(FoldingRange{1, 2, FoldKind::Comment}, FoldingRange{3, 10, FoldKind::Block},
                            FoldingRange{4, 6, FoldKind::Collection}, FoldingRange{7, 9, FoldKind::Heredoc}));
}

TEST(Brackets, MatchAcrossStringsAndComments)
{
    const std::string text = "a = { # }\n  b = \"}${f(1)}\"\n}\n";
    const auto pair = matchingBrackets(text, 4);
    ASSERT_TRUE(pair);
    EXPECT_EQ(pair->close.start, text.size() - 2);
    const auto call = matchingBrackets(text, static_cast<std::uint32_t>(text.find("(1")));
    ASSERT_TRUE(call);
    EXPECT_EQ(text.substr(call->open.start, call->close.end - call->open.start), "(1)");
    EXPECT_FALSE(matchingBrackets(text, 1));
    EXPECT_FALSE(matchingBrackets("a = [\n", 4));
}

TEST(Selection, GrowsFromWordToFile)
{
    const std::string text = "a \"b\" {\n  x = foo(bar.baz)\n}\n";
    const Project project(text);
    const auto at = static_cast<std::uint32_t>(text.find("baz") + 1);
    std::vector<std::string> texts;
    for (const hcl::ByteRange range : selectionRanges(*project.snapshot().file(Project::path("main.tf")), {at, at}))
        texts.push_back(text.substr(range.start, range.size()));
    ASSERT_GE(texts.size(), 5U);
    EXPECT_EQ(texts[0], "baz");
    EXPECT_EQ(texts[1], "bar.baz");
    EXPECT_EQ(texts[2], "foo(bar.baz)");
    EXPECT_EQ(texts.back(), text);
}

TEST(Symbols, AreFoundByTheirLetters)
{
    const Project project = withNet("variable \"vpc\" {}\n");
    const std::vector<Definition> found = findSymbols(project.snapshot(), "vpc");
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].symbol.address(), "var.vpc");
}

} // namespace drydock::language::test
