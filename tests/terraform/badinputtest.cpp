// SPDX-License-Identifier: MIT
// Input that is broken, hostile or runs in circles: a message, never a crash or a hang.
#include "core/hcl/source.h"
#include "tests/terraform/sample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <sys/stat.h>
#include <unistd.h>

namespace drydock::terraform::test {

namespace fs = std::filesystem;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

namespace {

/// A folder on the disk, removed at the end.
class Folder
{
public:
    Folder()
    {
        std::string pattern = (fs::temp_directory_path() / "drydock-bad-XXXXXX").string();
        m_path = fs::canonical(mkdtemp(pattern.data()));
    }
    Folder(const Folder &) = delete;
    Folder &operator=(const Folder &) = delete;
    ~Folder()
    {
        std::error_code error;
        fs::remove_all(m_path, error);
    }
    void write(const std::string &name, const std::string &text) const
    {
        fs::create_directories((m_path / name).parent_path());
        std::ofstream(m_path / name, std::ios::binary) << text;
    }
    [[nodiscard]] const fs::path &path() const { return m_path; }

private:
    fs::path m_path;
};

std::vector<std::string> codes(const std::vector<Diagnostic> &diagnostics)
{
    std::vector<std::string> out;
    for (const Diagnostic &diagnostic : diagnostics)
        out.push_back(diagnostic.code + "@" + (diagnostic.range ? diagnostic.range.file->name() : diagnostic.fileName));
    return out;
}

} // namespace

TEST(BadInput, LinksThatLeadInCirclesEnd)
{
    const Folder folder;
    folder.write("a/main.tf", "resource \"t_x\" \"y\" {}\nmodule \"m\" {\n  source = \"./loop/loop\"\n}\n");
    fs::create_directory_symlink(folder.path() / "a", folder.path() / "a" / "loop");
    fs::create_directory_symlink(folder.path(), folder.path() / "a" / "up");
    fs::create_symlink("self.tf", folder.path() / "a" / "self.tf");
    fs::create_symlink("/no/such/file.tf", folder.path() / "a" / "dangling.tf");
    const std::vector<fs::path> paths{folder.path()};
    const Result<std::vector<Configuration>> all = loadTree(paths, {}, Task{});
    ASSERT_TRUE(all) << all.error().text();
    ASSERT_EQ(all->size(), 1U);
    const Result<Evaluation> evaluation = evaluate(all->front(), Task{});
    ASSERT_TRUE(evaluation);
    EXPECT_EQ(evaluation->resources().size(), 1U);
    EXPECT_THAT(codes(evaluation->diagnostics()), Contains(StartsWith("module.cycle@a/main.tf")));
}

TEST(BadInput, NestedDynamicBlocksAreBoundedTogether)
{
    const Folder folder;
    folder.write("main.tf", R"(
locals { many = [for i in range(1000) : i] }
resource "t_x" "y" {
  dynamic "a" {
    for_each = local.many
    content {
      dynamic "b" {
        for_each = local.many
        content {
          dynamic "c" {
            for_each = local.many
            content {}
          }
        }
      }
    }
  }
}
)");
    const Result<Configuration> configuration = load(folder.path(), {}, Task{});
    ASSERT_TRUE(configuration);
    const Result<Evaluation> evaluation = evaluate(*configuration, Task{});
    ASSERT_TRUE(evaluation);
    EXPECT_THAT(codes(evaluation->diagnostics()), ElementsAre("limit.dynamic-blocks@main.tf"));
}

TEST(BadInput, AFolderThatCannotBeReadIsReported)
{
    if (::geteuid() == 0)
        GTEST_SKIP() << "The user root may read every folder.";
    const Folder folder;
    folder.write("main.tf", "");
    folder.write("closed/main.tf", "");
    fs::permissions(folder.path() / "closed", fs::perms::none);
    const std::vector<fs::path> paths{folder.path()};
    const Result<std::vector<Configuration>> all = loadTree(paths, {}, Task{});
    fs::permissions(folder.path() / "closed", fs::perms::owner_all);
    ASSERT_TRUE(all) << all.error().text();
    ASSERT_EQ(all->size(), 2U);
    const Result<Evaluation> evaluation = evaluate(all->back(), Task{});
    ASSERT_TRUE(evaluation);
    EXPECT_THAT(codes(evaluation->diagnostics()), Contains("system.permission@closed"));
}

TEST(BadInput, WhatIsNoRegularFileIsReported)
{
    const Folder folder;
    folder.write("good.tf", "resource \"t_x\" \"y\" {}\n");
    fs::create_directory(folder.path() / "directory.tf");
    ASSERT_EQ(mkfifo((folder.path() / "pipe.tf").c_str(), 0600), 0);
    folder.write("binary.tf", std::string("\x7f"
                                          "ELF\x00\x01\xff\xfe\x00{}[]\"${",
                                          16));
    folder.write("empty.tf", "");
    folder.write("bom.tf", "\xEF\xBB\xBFresource \"t_x\" \"bom\" {}\r\n");
    folder.write("terraform.tfvars", "x = [1,\n");
    folder.write(".terraform/modules/modules.json", "{\"Modules\": 7");
    const Result<Configuration> configuration = load(folder.path(), {}, Task{});
    ASSERT_TRUE(configuration);
    const Result<Evaluation> evaluation = evaluate(*configuration, Task{});
    ASSERT_TRUE(evaluation);
    EXPECT_EQ(evaluation->resources().size(), 2U);
    const std::vector<std::string> found = codes(evaluation->diagnostics());
    EXPECT_THAT(found, Contains(testing::EndsWith("@pipe.tf")));
    EXPECT_THAT(found, Contains("hcl.syntax@binary.tf"));
    EXPECT_THAT(found, Contains("hcl.syntax@terraform.tfvars"));
    EXPECT_THAT(found, Contains(StartsWith("module.manifest@")));
}

TEST(BadInput, AFileThatIsTooLargeIsNotRead)
{
    LoadOptions options;
    options.limits.fileSize = 100;
    const Sample sample(Files{{"big.tf", "# " + std::string(200, 'x')}, {"main.tf", "resource \"t_x\" \"y\" {}"}},
                        options);
    EXPECT_THAT(sample.diagnostics(), ElementsAre("file.too-large@big.tf"));
    EXPECT_THAT(sample.addresses(), ElementsAre("t_x.y"));
}

TEST(BadInput, ModulesThatGoTooDeepAreCut)
{
    Files files{{"main.tf", "module \"m\" {\n source = \"./m0\"\n}"}};
    for (int level = 0; level < 100; ++level)
        files["m" + std::to_string(level) + "/main.tf"] =
            "module \"m\" {\n source = \"../m" + std::to_string(level + 1) + "\"\n}\nresource \"t_x\" \"y\" {}";
    files["m100/main.tf"] = "";
    const Sample sample(files);
    EXPECT_THAT(sample.diagnostics(), ElementsAre(StartsWith("limit.module-depth@m")));
    EXPECT_EQ(sample.evaluation().resources().size(), 64U);
}

TEST(BadInput, ValuesThatDoubleAndDoubleAgainAreBounded)
{
    std::string text = "locals {\n  s0 = \"0123456789\"\n  l0 = [\"0123456789\"]\n";
    for (int at = 1; at <= 40; ++at) {
        const std::string now = std::to_string(at);
        const std::string before = std::to_string(at - 1);
        text += "  s" + now + " = \"${local.s" + before + "}${local.s" + before + "}\"\n";
        text += "  l" + now + " = [local.l" + before + ", local.l" + before + "]\n";
    }
    text += "}\nresource \"t_x\" \"y\" {\n  s = local.s40\n  l = local.l40\n  j = jsonencode(local.l40)\n"
            "  e = local.l40 == local.l39\n  f = flatten(local.l40)\n}\n";
    const Sample sample(text.c_str());
    EXPECT_THAT(sample.addresses(), ElementsAre("t_x.y"));
    EXPECT_FALSE(sample.evaluation().diagnostics().empty());
}

TEST(BadInput, DynamicBlocksInDynamicBlocksAreBounded)
{
    LoadOptions options;
    options.limits.blocksPerDynamic = 100;
    const Sample sample(Files{{"main.tf", R"(
resource "t_x" "y" {
  dynamic "a" {
    for_each = range(1000)
    content { n = a.value }
  }
  dynamic "b" {
    for_each = null
    content { n = 1 }
  }
  dynamic "c" {
    for_each = "text"
    content { n = 1 }
  }
  dynamic "d" { for_each = [1] }
  dynamic "e" {
    for_each = [1]
    content {
      n = nothing.value
    }
  }
}
)"}},
                        options);
    EXPECT_EQ(sample.resource("t_x.y").attributes().find("a")->length(), 100U);
    EXPECT_THAT(sample.diagnostics(),
                ElementsAre("limit.dynamic@main.tf:4", "dynamic.for_each@main.tf:8", "dynamic.for_each@main.tf:12",
                            "dynamic.incomplete@main.tf:15", "reference.undeclared@main.tf:19"));
}

TEST(BadInput, HalfWrittenFilesAreEvaluatedAsFarAsTheyGo)
{
    const std::string whole = R"(
variable "a" { default = { x = [1, 2] } }
locals { b = [for v in var.a.x : v * 2 if v > 1] }
resource "t_x" "y" {
  for_each = toset([for n in local.b : "k${n}"])
  name     = "n-${each.key}"
  dynamic "rule" {
    for_each = local.b
    content { port = rule.value }
  }
}
module "m" {
  source = "./m"
  v      = t_x.y["k4"].name
}
output "o" { value = module.m.v }
)";
    for (std::size_t length = 0; length <= whole.size(); ++length) {
        const Sample sample(Files{{"main.tf", whole.substr(0, length)},
                                  {"m/main.tf", "variable \"v\" {}\noutput \"v\" { value = var.v }"}});
        for (const ResourceInstance &resource : sample.evaluation().resources()) {
            static_cast<void>(resource.sourceRange(AttributePath::parse("rule[0].port")));
            static_cast<void>(resource.derivation(AttributePath::parse("rule[0].port")));
        }
        if (length == whole.size()) {
            EXPECT_EQ(sample.output("o"), "\"n-k4\"");
            EXPECT_THAT(sample.diagnostics(), IsEmpty());
        }
    }
}

} // namespace drydock::terraform::test
