// SPDX-License-Identifier: MIT
// The same answers for files in JSON syntax.
#include "core/language/completion.h"
#include "core/language/definition.h"
#include "core/language/references.h"
#include "core/language/rename.h"
#include "tests/language/project.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace drydock::language::test {

static const std::map<std::string, std::string> Files{
    {"main.tf.json", R"({
  "variable": {"region": {"type": "string"}},
  "locals": {"where": "${var.region}-x", "region": "var.region"},
  "resource": {
    "terraform_data": {
      "one": {"input": "${local.where}"},
      "two": {"input": "${terraform_data.one.id}", "depends_on": ["terraform_data.one"]}
    }
  },
  "output": {"id": {"value": "${terraform_data.one.id}"}}
}
)"},
    {"native.tf", "locals {\n  a = terraform_data.one.output\n  b = var.region\n}\n"},
    {"terraform.tfvars.json", "{\"region\": \"eu\"}\n"}};

static std::map<std::string, std::string> renamed(const std::string &from, const std::string &to)
{
    const Project project(Files);
    const Result<Renaming> renaming = rename(project.snapshot(), "/work", from, to);
    if (!renaming) {
        ADD_FAILURE() << renaming.error().text();
        return {};
    }
    return applied(project.snapshot(), renaming->edits);
}

static std::string replaced(std::string text, const std::string &from, const std::string &to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

TEST(Json, RenamesInBothSyntaxes)
{
    const auto variable = renamed("var.region", "var.place");
    std::string wanted = replaced(Files.at("main.tf.json"), "{\"region\": {\"type\"", "{\"place\": {\"type\"");
    wanted = replaced(wanted, "${var.region}", "${var.place}");
    EXPECT_EQ(variable.at("main.tf.json"), wanted);
    EXPECT_EQ(variable.at("native.tf"), "locals {\n  a = terraform_data.one.output\n  b = var.place\n}\n");
    EXPECT_EQ(variable.at("terraform.tfvars.json"), "{\"place\": \"eu\"}\n");

    const auto resource = renamed("terraform_data.one", "terraform_data.first");
    wanted = replaced(Files.at("main.tf.json"), "\"one\": {", "\"first\": {");
    wanted = replaced(wanted, "terraform_data.one", "terraform_data.first");
    EXPECT_EQ(resource.at("main.tf.json"), wanted);
}

TEST(Json, FindsDefinitionsAcrossSyntaxes)
{
    std::map<std::string, std::string> files = Files;
    files["native.tf"] = "locals {\n  a = terraform_data.o|ne.output\n}\n";
    const Project project(files);
    const auto found = definition(project.snapshot(), project.caretFile(), project.caret());
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(project.show(found[0].name), "main.tf.json:6:one");
}

} // namespace drydock::language::test
