// SPDX-License-Identifier: MIT
// What the real terraform makes of a renamed configuration: moves and nothing else.
#include "core/hcl/json.h"
#include "core/language/rename.h"
#include "core/language/snapshot.h"
#include "tests/language/project.h"
#include "tests/store/scratchfolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace drydock::language::test {

namespace fs = std::filesystem;

namespace {

/// A configuration of terraform_data that is applied, then renamed step by step.
class RenamePlan : public testing::Test
{
protected:
    void SetUp() override
    {
        if (std::system("TF_CLI_CONFIG_FILE=/dev/null terraform version >/dev/null 2>&1") != 0)
            GTEST_SKIP() << "terraform is not installed";
    }

    void write(const std::string &name, const std::string &text) const
    {
        fs::create_directories((m_scratch.path() / name).parent_path());
        std::ofstream(m_scratch.path() / name, std::ios::binary) << text;
    }

    [[nodiscard]] std::string terraform(const std::string &arguments) const
    {
        const std::string command = "cd '" + m_scratch.path().string() +
                                    "' && TF_CLI_CONFIG_FILE=/dev/null CHECKPOINT_DISABLE=1 TF_IN_AUTOMATION=1 "
                                    "terraform " +
                                    arguments + " 2>&1";
        FILE *pipe = popen(command.c_str(), "r"); // NOLINT(cert-env33-c): the command is ours
        std::string text;
        std::array<char, 4096> buffer{};
        for (std::size_t size = 0; (size = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
            text.append(buffer.data(), size);
        m_status = pclose(pipe);
        return text;
    }

    void apply() const
    {
        const std::string init = terraform("init -no-color");
        ASSERT_EQ(m_status, 0) << init;
        const std::string applied = terraform("apply -auto-approve -no-color");
        ASSERT_EQ(m_status, 0) << applied;
    }

    void renameAddress(const std::string &module, const std::string &from, const std::string &to) const
    {
        const Result<Snapshot> snapshot = Snapshot::open(m_scratch.path(), {}, Task{});
        ASSERT_TRUE(snapshot) << snapshot.error().text();
        const fs::path folder = module.empty() ? snapshot->root() : snapshot->root() / module;
        const Result<Renaming> renaming = rename(*snapshot, folder, from, to);
        ASSERT_TRUE(renaming) << renaming.error().text();
        for (const auto &[name, text] : applied(*snapshot, renaming->edits))
            write(name, text);
    }

    /// "old -> new" of every resource that moves; a line of the plan that is no move fails the test.
    [[nodiscard]] std::vector<std::string> moves() const
    {
        const std::string init = terraform("init -no-color");
        EXPECT_EQ(m_status, 0) << init;
        const std::string plan = terraform("plan -json");
        EXPECT_EQ(m_status, 0) << plan;
        std::vector<std::string> moves;
        std::istringstream lines(plan);
        for (std::string line; std::getline(lines, line);) {
            const Result<hcl::Value> json = hcl::fromJson(line);
            if (!json || json->find("type") == nullptr)
                continue;
            const std::string type = json->find("type")->asString();
            if (type == "change_summary") {
                EXPECT_THAT(json->find("@message")->asString(),
                            testing::HasSubstr("0 to add, 0 to change, 0 to destroy"))
                    << plan;
            }
            if (type != "planned_change")
                continue;
            const hcl::Value &change = *json->find("change");
            EXPECT_EQ(change.find("action")->asString(), "move") << line;
            if (const hcl::Value *previous = change.find("previous_resource"))
                moves.push_back(previous->find("addr")->asString() + " -> " +
                                change.find("resource")->find("addr")->asString());
        }
        std::sort(moves.begin(), moves.end());
        return moves;
    }

    ScratchFolder m_scratch;
    mutable int m_status = 0;
};

} // namespace

static const char *const Root = R"(# The root.
variable "prefix" {
  type    = string
  default = "x"
}

locals {
  names = ["a", "b"]
}

resource "terraform_data" "first" {
  for_each = toset(local.names) # two of them
  input    = "${var.prefix}-${each.key}"

  lifecycle {
    ignore_changes = [triggers_replace]
  }
}

resource "terraform_data" "second" {
  count            = 2
  input            = terraform_data.first["a"].output
  triggers_replace = [terraform_data.first["b"].id]
  depends_on       = [terraform_data.first]

  lifecycle {
    replace_triggered_by = [terraform_data.first["a"]]
  }
}

module "child" {
  source = "./modules/child"
  value  = terraform_data.first["a"].id
}

output "id" {
  value = module.child.id
}

output "text" {
  value = "terraform_data.first is only a text"
}
)";

static const char *const Child = R"(variable "value" {}

resource "terraform_data" "inner" {
  input = var.value
}

module "grandchild" {
  source = "../grandchild"
  count  = 2
}

output "id" {
  value = terraform_data.inner.id
}
)";

TEST_F(RenamePlan, MovesAndNothingElse)
{
    write("main.tf", Root);
    write("modules/child/main.tf", Child);
    write("modules/grandchild/main.tf", "resource \"terraform_data\" \"leaf\" {\n  input = path.module\n}\n");
    apply();
    renameAddress("", "terraform_data.first", "terraform_data.primary");
    renameAddress("", "terraform_data.second", "terraform_data.secondary");
    renameAddress("", "module.child", "module.kid");
    renameAddress("modules/child", "terraform_data.inner", "terraform_data.core");
    renameAddress("modules/child", "module.grandchild", "module.leaves");
    renameAddress("modules/child", "var.value", "var.content");
    renameAddress("modules/child", "output.id", "output.core_id");
    renameAddress("", "var.prefix", "var.stem");
    renameAddress("", "local.names", "local.keys");
    EXPECT_THAT(moves(), testing::ElementsAre("module.child.module.grandchild[0].terraform_data.leaf -> "
                                              "module.kid.module.leaves[0].terraform_data.leaf",
                                              "module.child.module.grandchild[1].terraform_data.leaf -> "
                                              "module.kid.module.leaves[1].terraform_data.leaf",
                                              "module.child.terraform_data.inner -> module.kid.terraform_data.core",
                                              "terraform_data.first[\"a\"] -> terraform_data.primary[\"a\"]",
                                              "terraform_data.first[\"b\"] -> terraform_data.primary[\"b\"]",
                                              "terraform_data.second[0] -> terraform_data.secondary[0]",
                                              "terraform_data.second[1] -> terraform_data.secondary[1]"));
}

TEST_F(RenamePlan, ChainsAreFollowedFromEveryStation)
{
    write("main.tf", "resource \"terraform_data\" \"one\" {\n  input = 1\n}\n");
    apply();
    // Twice without an apply in between: the state is two names behind.
    renameAddress("", "terraform_data.one", "terraform_data.two");
    renameAddress("", "terraform_data.two", "terraform_data.three");
    EXPECT_THAT(moves(), testing::ElementsAre("terraform_data.one -> terraform_data.three"));
}

TEST_F(RenamePlan, ARenameIsTakenBack)
{
    write("main.tf", "resource \"terraform_data\" \"one\" {\n  input = 1\n}\n");
    apply();
    renameAddress("", "terraform_data.one", "terraform_data.two");
    renameAddress("", "terraform_data.two", "terraform_data.three");
    renameAddress("", "terraform_data.three", "terraform_data.one");
    EXPECT_THAT(moves(), testing::IsEmpty()) << "the state never left its first name";
}

TEST_F(RenamePlan, ATakenBackRenameMovesWhatWasApplied)
{
    write("main.tf", "resource \"terraform_data\" \"one\" {\n  input = 1\n}\n");
    apply();
    renameAddress("", "terraform_data.one", "terraform_data.two");
    apply();
    renameAddress("", "terraform_data.two", "terraform_data.one");
    EXPECT_THAT(moves(), testing::ElementsAre("terraform_data.two -> terraform_data.one"));
}

TEST_F(RenamePlan, MovesIntoARenamedModule)
{
    write("main.tf", "module \"net\" {\n  source = \"./net\"\n}\nmoved {\n  from = terraform_data.vpc\n"
                     "  to   = module.net.terraform_data.vpc\n}\n");
    write("net/main.tf", "resource \"terraform_data\" \"vpc\" {\n  input = 1\n}\n");
    // The state is from before the move.
    const fs::path main = m_scratch.path() / "main.tf";
    fs::rename(main, m_scratch.path() / "main.later");
    write("main.tf", "resource \"terraform_data\" \"vpc\" {\n  input = 1\n}\n");
    apply();
    fs::rename(m_scratch.path() / "main.later", main);
    renameAddress("", "module.net", "module.network");
    renameAddress("net", "terraform_data.vpc", "terraform_data.main");
    EXPECT_THAT(moves(), testing::ElementsAre("terraform_data.vpc -> module.network.terraform_data.main"));
}

} // namespace drydock::language::test
