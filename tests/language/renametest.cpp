// SPDX-License-Identifier: MIT
#include "core/language/rename.h"

#include "core/language/definition.h"
#include "core/language/references.h"
#include "tests/language/project.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace drydock::language::test {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::Pair;
using testing::UnorderedElementsAre;

using Texts = std::map<std::string, std::string>;

static Texts renamed(const Project &project, const std::string &from, const std::string &to,
                     const std::string &module = "/work", MovedBlock moved = MovedBlock::Add)
{
    const Result<Renaming> renaming = rename(project.snapshot(), module, from, to, moved);
    if (!renaming) {
        ADD_FAILURE() << renaming.error().text();
        return {};
    }
    return applied(project.snapshot(), renaming->edits);
}

static std::string failureOf(const Project &project, const std::string &from, const std::string &to)
{
    const Result<Renaming> renaming = rename(project.snapshot(), "/work", from, to);
    return renaming ? "done" : renaming.error().code;
}

TEST(Rename, KeepsEverythingElseAsItIs)
{
    const Project project({{"main.tf", "# var.region is told of here\nlocals{ a=var . region }\n"
                                       "locals {\n  b   =   \"${ var.region }-var.region\"   # var.region\n"
                                       "  c = \"var.region\"\n  region = var.region_2\n}\n"},
                           {"variables.tf", "variable   \"region\"   { /* region */ }\r\nvariable region_2 {}\r\n"}});
    EXPECT_THAT(renamed(project, "var.region", "var.location"),
                UnorderedElementsAre(
                    Pair("main.tf", "# var.region is told of here\nlocals{ a=var . location }\n"
                                    "locals {\n  b   =   \"${ var.location }-var.region\"   # var.region\n"
                                    "  c = \"var.region\"\n  region = var.region_2\n}\n"),
                    Pair("variables.tf", "variable   \"location\"   { /* region */ }\r\nvariable region_2 {}\r\n")));
}

TEST(Rename, OfAVariableReachesCallersValuesAndTests)
{
    const Project project(
        {{"main.tf",
          "module \"net\" {\n  source = \"./net\"\n  cidr   = local.cidr # cidr\n}\nlocals {\n  cidr = 1\n}\n"},
         {"net/main.tf", "variable \"cidr\" {}\noutput \"x\" {\n  value = { cidr = var.cidr }\n}\n"},
         {"net/override.tf", "variable \"cidr\" {\n  default = 2\n}\n"},
         {"net/terraform.tfvars", "cidr = 3\n"},
         {"net/tests/x.tftest.hcl", "run \"a\" {\n  variables {\n    cidr = 4\n  }\n}\n"},
         {"tests/y.tftest.hcl",
          "run \"a\" {\n  module {\n    source = \"./net\"\n  }\n  variables {\n    cidr = 4\n  }\n}\n"},
         {"other/main.tf", "variable \"cidr\" {}\nlocals {\n  a = var.cidr\n}\n"}});
    EXPECT_THAT(
        renamed(project, "var.cidr", "var.range", "/work/net"),
        UnorderedElementsAre(
            Pair("main.tf",
                 "module \"net\" {\n  source = \"./net\"\n  range  = local.cidr # cidr\n}\nlocals {\n  cidr = 1\n}\n"),
            Pair("net/main.tf", "variable \"range\" {}\noutput \"x\" {\n  value = { cidr = var.range }\n}\n"),
            Pair("net/override.tf", "variable \"range\" {\n  default = 2\n}\n"),
            Pair("net/terraform.tfvars", "range = 3\n"),
            Pair("net/tests/x.tftest.hcl", "run \"a\" {\n  variables {\n    range = 4\n  }\n}\n"),
            Pair("tests/y.tftest.hcl",
                 "run \"a\" {\n  module {\n    source = \"./net\"\n  }\n  variables {\n    range = 4\n  }\n}\n")));
}

TEST(Rename, OfAnOutputReachesParents)
{
    const Project project(
        {{"main.tf",
          "module \"a\" {\n  source = \"./net\"\n}\nmodule \"b\" {\n  source   = \"./net\"\n  for_each = {}\n}\n"
          "output \"id\" {\n  value = [module.a.id, module.b[\"x\"].id, [for m in module.b : m.id], "
          "values(module.b)[*].id, keys(module.b)]\n}\n"},
         {"net/main.tf", "output \"id\" {\n  value = 1\n}\n"}});
    const Result<Renaming> renaming = rename(project.snapshot(), "/work/net", "output.id", "output.vpc_id");
    ASSERT_TRUE(renaming);
    EXPECT_THAT(applied(project.snapshot(), renaming->edits).at("main.tf"),
                HasSubstr("value = [module.a.vpc_id, module.b[\"x\"].vpc_id, [for m in module.b : m.vpc_id], "
                          "values(module.b)[*].vpc_id, keys(module.b)]"));
    EXPECT_FALSE(renaming->notes.empty()) << "keys(module.b) is a use of the whole";
    EXPECT_FALSE(renaming->addsMoved);
}

TEST(Rename, KeepsFormattedFilesFormatted)
{
    const Project project("module \"m\" {\n  source = \"./m\"\n  region = 1 # one\n}\n\nlocals {\n  a        = 1\n  "
                          "longname = 2\n}\n\noutput \"x\" {\n  value = local.longname\n}\n");
    EXPECT_EQ(renamed(project, "local.longname", "local.b").at("main.tf"),
              "module \"m\" {\n  source = \"./m\"\n  region = 1 # one\n}\n\nlocals {\n  a = 1\n  b = 2\n}\n\noutput "
              "\"x\" {\n  value = local.b\n}\n");
    const Project ugly("locals {\n  a        =    1\n  longname = 2\n}\n");
    EXPECT_EQ(renamed(ugly, "local.longname", "local.b").at("main.tf"), "locals {\n  a        =    1\n  b = 2\n}\n");
}

TEST(Rename, OfAResourceAddsMoved)
{
    const Project project(
        "resource \"aws_s3_bucket\" \"logs\" {\n  lifecycle {\n    ignore_changes = [logs]\n  }\n}\n\n"
        "output \"x\" {\n  value      = aws_s3_bucket.logs[0].arn\n"
        "  depends_on = [aws_s3_bucket.logs, data.aws_s3_bucket.logs]\n}\n"
        "data \"aws_s3_bucket\" \"logs\" {}\n"
        "import {\n  to = aws_s3_bucket.logs[0]\n  id = \"logs\"\n}\n");
    EXPECT_EQ(renamed(project, "aws_s3_bucket.logs", "aws_s3_bucket.archive").at("main.tf"),
              "resource \"aws_s3_bucket\" \"archive\" {\n  lifecycle {\n    ignore_changes = [logs]\n  }\n}\n\n"
              "moved {\n  from = aws_s3_bucket.logs\n  to   = aws_s3_bucket.archive\n}\n\n"
              "output \"x\" {\n  value      = aws_s3_bucket.archive[0].arn\n"
              "  depends_on = [aws_s3_bucket.archive, data.aws_s3_bucket.logs]\n}\n"
              "data \"aws_s3_bucket\" \"logs\" {}\n"
              "import {\n  to = aws_s3_bucket.archive[0]\n  id = \"logs\"\n}\n");
    EXPECT_THAT(
        renamed(project, "aws_s3_bucket.logs", "aws_s3_bucket.archive", "/work", MovedBlock::Omit).at("main.tf"),
        Not(HasSubstr("moved")));
    EXPECT_THAT(renamed(project, "data.aws_s3_bucket.logs", "data.aws_s3_bucket.archive").at("main.tf"),
                Not(HasSubstr("moved")));
}

TEST(Rename, EndsAFileWithoutLineEndWell)
{
    const Project project("resource \"a_b\" \"c\" {}");
    EXPECT_EQ(renamed(project, "a_b.c", "a_b.d").at("main.tf"),
              "resource \"a_b\" \"d\" {}\n\nmoved {\n  from = a_b.c\n  to   = a_b.d\n}\n");
}

TEST(Rename, ContinuesAChainOfMoves)
{
    const std::string chain = "resource \"a_b\" \"two\" {}\nmoved {\n  from = a_b.one\n  to   = a_b.two\n}\n";
    const std::string after = renamed(Project(chain), "a_b.two", "a_b.three").at("main.tf");
    EXPECT_EQ(after, "resource \"a_b\" \"three\" {}\n\nmoved {\n  from = a_b.two\n  to   = a_b.three\n}\n"
                     "moved {\n  from = a_b.one\n  to   = a_b.two\n}\n");
}

TEST(Rename, TakesBackAMoveWithoutACircle)
{
    const Project project("resource \"a_b\" \"two\" {}\n\nmoved {\n  from = a_b.zero\n  to   = a_b.one\n}\n\n"
                          "moved {\n  from = a_b.one\n  to   = a_b.two\n}\n");
    const std::string after = renamed(project, "a_b.two", "a_b.one").at("main.tf");
    EXPECT_EQ(after, "resource \"a_b\" \"one\" {}\n\nmoved {\n  from = a_b.two\n  to   = a_b.one\n}\n\n"
                     "moved {\n  from = a_b.zero\n  to   = a_b.two\n}\n");
}

TEST(Rename, OfAModuleCall)
{
    const Project project(
        {{"main.tf", "module \"net\" {\n  source = \"./net\"\n}\nlocals {\n  a = module.net.id\n}\n"
                     "removed {\n  from = module.net.a_b.gone\n  lifecycle {\n    destroy = false\n  }\n}\n"},
         {"net/main.tf", "output \"id\" {\n  value = 1\n}\n"}});
    EXPECT_EQ(
        renamed(project, "module.net", "module.network").at("main.tf"),
        "module \"network\" {\n  source = \"./net\"\n}\n\nmoved {\n  from = module.net\n  to   = module.network\n}\n"
        "locals {\n  a = module.network.id\n}\n"
        "removed {\n  from = module.network.a_b.gone\n  lifecycle {\n    destroy = false\n  }\n}\n");
}

TEST(Rename, OfAProviderAlias)
{
    const Project project(
        "provider \"aws\" {\n  alias = \"east\"\n}\nresource \"a\" \"b\" {\n  provider = aws.east\n}\n"
        "module \"m\" {\n  source = \"./m\"\n  providers = {\n    aws = aws.east\n  }\n}\n");
    EXPECT_EQ(renamed(project, "provider.aws.east", "provider.aws.virginia").at("main.tf"),
              "provider \"aws\" {\n  alias = \"virginia\"\n}\nresource \"a\" \"b\" {\n  provider = aws.virginia\n}\n"
              "module \"m\" {\n  source = \"./m\"\n  providers = {\n    aws = aws.virginia\n  }\n}\n");
}

TEST(Rename, RefusesWhatMakesNoSense)
{
    const Project project("variable \"a\" {}\nvariable \"b\" {}\nresource \"t_t\" \"x\" {}\n"
                          "removed {\n  from = t_t.gone\n}\nlocals {\n  z = path.module\n}\n");
    EXPECT_EQ(failureOf(project, "var.a", "var.b"), "rename.exists");
    EXPECT_EQ(failureOf(project, "var.a", "var.1b"), "rename.name");
    EXPECT_EQ(failureOf(project, "var.a", "var.count"), "rename.name");
    EXPECT_EQ(failureOf(project, "var.none", "var.c"), "rename.unknown");
    EXPECT_EQ(failureOf(project, "var.a", "local.a"), "rename.kind");
    EXPECT_EQ(failureOf(project, "t_t.x", "u_u.x"), "rename.kind");
    EXPECT_EQ(failureOf(project, "t_t.x", "t_t.gone"), "rename.exists");
    EXPECT_EQ(failureOf(project, "t_t.x[0]", "t_t.y"), "rename.address");
    EXPECT_EQ(failureOf(project, "", "t_t.y"), "rename.address");
    const Project path("locals {\n  z = path.mod|ule\n}\n");
    const Result<RenameTarget> target = renameTarget(path.snapshot(), path.caretFile(), path.caret());
    ASSERT_FALSE(target);
    EXPECT_EQ(target.error().code, "rename.nothing");
}

TEST(Rename, StartsFromAnyPlaceThatNamesIt)
{
    const Project project({{"main.tf", "module \"net\" {\n  source = \"./net\"\n  ci|dr = 1\n}\n"},
                           {"net/main.tf", "variable \"cidr\" {}\n"}});
    const Result<RenameTarget> target = renameTarget(project.snapshot(), project.caretFile(), project.caret());
    ASSERT_TRUE(target);
    EXPECT_EQ(target->symbol.address(), "var.cidr");
    EXPECT_EQ(target->symbol.module, "/work/net");
    EXPECT_EQ(target->name, "cidr");
}

// Renaming there and back gives the files as they were, for every name of the demo.
TEST(Rename, IsUndoneByRenamingBack)
{
    const std::filesystem::path demo = std::filesystem::path(DRYDOCK_SOURCE_DIR) / "resources/demo/landing-zone";
    const Result<Snapshot> opened = Snapshot::open(demo, {}, Task{});
    ASSERT_TRUE(opened);
    std::size_t names = 0;
    for (const Definition &found : findSymbols(*opened, "", 10'000)) {
        if (found.symbol.kind == SymbolKind::Provider)
            continue;
        const Result<Renaming> there = rename(*opened, found.symbol, "renamed_for_test", MovedBlock::Omit);
        ASSERT_TRUE(there) << there.error().text();
        Snapshot changed = *opened;
        for (const FileEdit &edit : there->edits)
            changed = changed.withText(edit.file, hcl::applyEdits(opened->text(edit.file), edit.edits).value());
        EXPECT_TRUE(references(changed, found.symbol).empty()) << found.symbol.address();
        EXPECT_EQ(references(changed, there->to).size(), references(*opened, found.symbol).size());
        const std::size_t point = found.symbol.name.rfind('.');
        const Result<Renaming> back = rename(changed, there->to, found.symbol.name.substr(point + 1), MovedBlock::Omit);
        ASSERT_TRUE(back) << back.error().text();
        for (const FileEdit &edit : back->edits)
            EXPECT_EQ(hcl::applyEdits(changed.text(edit.file), edit.edits).value(), opened->text(edit.file));
        ++names;
    }
    EXPECT_GT(names, 50U);
}

} // namespace drydock::language::test
