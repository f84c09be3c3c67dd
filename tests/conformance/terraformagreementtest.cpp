// SPDX-License-Identifier: MIT
// What the specification says, Terraform must say too: the cases go through the real program.
#include "core/hcl/evaluator.h"
#include "core/hcl/json.h"
#include "core/hcl/parser.h"
#include "tests/conformance/conformancecases.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

namespace drydock::hcl::test {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

class Scratch
{
public:
    Scratch()
    {
        std::string pattern = (fs::temp_directory_path() / "drydock-conformance-XXXXXX").string();
        m_folder = mkdtemp(pattern.data());
    }
    Scratch(const Scratch &) = delete;
    Scratch &operator=(const Scratch &) = delete;
    ~Scratch()
    {
        std::error_code error;
        fs::remove_all(m_folder, error);
    }
    void write(const std::string &name, const std::string &text) const { std::ofstream(m_folder / name) << text; }
    /// What terraform prints on both streams.
    [[nodiscard]] std::string terraform(const std::string &arguments) const
    {
        const std::string command = "cd '" + m_folder.string() +
                                    "' && TF_CLI_CONFIG_FILE=/dev/null CHECKPOINT_DISABLE=1 terraform " + arguments;
        std::string text;
        FILE *pipe = popen(command.c_str(), "r"); // NOLINT(cert-env33-c): the command is ours
        if (pipe == nullptr)
            return text;
        std::array<char, 4096> buffer{};
        for (std::size_t size = 0; (size = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
            text.append(buffer.data(), size);
        pclose(pipe);
        return text;
    }

private:
    fs::path m_folder;
};

bool hasTerraform()
{
    return std::system("command -v terraform > /dev/null 2>&1") == 0; // NOLINT(cert-env33-c,concurrency-mt-unsafe)
}

std::vector<ConformanceCase> casesOf(std::initializer_list<const char *> files)
{
    std::vector<ConformanceCase> all;
    for (const char *file : files)
        for (ConformanceCase &each : readCases(file))
            all.push_back(std::move(each));
    return all;
}

bool expectsError(const ConformanceCase &given)
{
    return given.expectation == ConformanceCase::Expectation::Error ||
           given.expectation == ConformanceCase::Expectation::Place;
}

constexpr const char *Locals = R"(locals {
  one    = 1
  name   = "text"
  yes    = true
  none   = null
  list   = tolist(["a", "b"])
  set    = toset(["b", "a"])
  map    = tomap({ a = "1", b = "2" })
  obj    = { a = 1, b = { c = [10, 20] } }
  objs   = [{ id = 1, v = { w = "x" } }, { id = 2, v = { w = "y" } }]
  nested = [[1, 2], [3, 4]]
}
)";

} // namespace

// `terraform fmt` parses the native syntax and nothing else.
TEST(TerraformAgreement, TakesAndRefusesTheSameNativeSyntax)
{
    if (!hasTerraform())
        GTEST_SKIP() << "terraform is not on PATH";
    const Scratch scratch;
    std::map<std::string, ConformanceCase> cases;
    for (const ConformanceCase &given : casesOf({"native-structure", "native-expressions", "model"})) {
        const std::string name = "case-" + std::to_string(1000 + cases.size()) + ".tf";
        const std::string text = given.kind == "body" ? given.input : "a = " + given.input + "\n";
        scratch.write(name, text);
        cases.emplace(name, given);
    }
    const std::string output = scratch.terraform("fmt -no-color -list=false -write=false 2>&1");
    for (const auto &[name, given] : cases) {
        const bool isBody = given.kind == "body";
        const std::string text = isBody ? given.input : "a = " + given.input + "\n";
        const bool refused = output.find("on " + name + " line") != std::string::npos;
        EXPECT_EQ(refused, !parse(SourceFile(name, text)).ok()) << given.file << ".txt:" << given.line << "\n" << text;
    }
}

TEST(TerraformAgreement, RefusesTheSameJson)
{
    if (!hasTerraform())
        GTEST_SKIP() << "terraform is not on PATH";
    const Scratch scratch;
    std::map<std::string, ConformanceCase> cases;
    for (const ConformanceCase &given : casesOf({"json"})) {
        const bool isSyntax = given.expected.find("JSON") != std::string::npos ||
                              given.expected.find("comma") != std::string::npos || given.section == "JSON itself";
        if (!expectsError(given) || !isSyntax || given.expected.starts_with("Incorrect") ||
            given.expected.starts_with("Extraneous JSON"))
            continue;
        const std::string name = "case-" + std::to_string(1000 + cases.size()) + ".tf.json";
        scratch.write(name, given.kind == "json" ? "{\"locals\": {\"a\": " + given.input + "}}" : given.input);
        cases.emplace(name, given);
    }
    ASSERT_GT(cases.size(), 15U);
    const std::string output = scratch.terraform("validate -no-color 2>&1");
    for (const auto &[name, given] : cases)
        EXPECT_NE(output.find("on " + name + " line"), std::string::npos) << given.file << ".txt:" << given.line << "\n"
                                                                          << given.input;
}

// Each value becomes an output; what is an error must not be possible (can()).
TEST(TerraformAgreement, GivesTheSameValues)
{
    if (!hasTerraform())
        GTEST_SKIP() << "terraform is not on PATH";
    const Scratch scratch;
    std::string native = Locals;
    std::string jsonOutputs;
    std::map<std::string, std::pair<ConformanceCase, std::string>> expected;
    for (const ConformanceCase &given : casesOf({"native-expressions", "model", "templates", "json"})) {
        const bool isValue = given.expectation == ConformanceCase::Expectation::Value;
        const std::string name = "c" + std::to_string(expected.size());
        if (given.input.find("unknown") != std::string::npos || given.expected == "+Inf" || given.kind == "body" ||
            given.kind == "body.json" || given.kind == "verbatim")
            continue;
        std::string wanted = "false";
        if (isValue) {
            const ParsedFile parsed = parseExpression(SourceFile("expected", given.expected));
            const auto value = evaluateText(given.expected, {});
            ASSERT_TRUE(parsed.ok() && value) << given.file << ".txt:" << given.line;
            wanted = *toJson(*value);
        }
        if (given.kind == "expr" && isValue) {
            native += "output \"" + name + "\" {\n  value = { v = " + given.input + "\n  }\n}\n";
        } else if (given.kind == "expr" && parseExpression(SourceFile("case", given.input)).ok()) {
            if (given.input.find("nowhere") != std::string::npos || given.input.find("no_such") != std::string::npos)
                continue;
            native += "output \"" + name + "\" {\n  value = { v = can(" + given.input + "\n  ) }\n}\n";
        } else if (isValue && given.kind != "expr") {
            const std::string value = given.kind == "json" ? given.input : json(given.input).dump();
            jsonOutputs += (jsonOutputs.empty() ? "" : ",\n") + ("\"" + name) + R"(": {"value": {"v": )" + value + "}}";
        } else {
            continue;
        }
        expected.emplace(name, std::pair(given, wanted));
    }
    scratch.write("main.tf", native);
    scratch.write("more.tf.json", "{\"output\": {\n" + jsonOutputs + "\n}}\n");
    const std::string applied = scratch.terraform("apply -auto-approve -no-color 2>&1");
    const auto values = fromJson(scratch.terraform("output -json"));
    ASSERT_TRUE(values && values->length() > 0) << applied;
    ASSERT_GT(expected.size(), 140U);
    for (const auto &[name, each] : expected) {
        const Value *output = values->find(name);
        ASSERT_NE(output, nullptr) << applied;
        EXPECT_EQ(*toJson(*output->find("value")->find("v")), each.second)
            << each.first.file << ".txt:" << each.first.line << "\n"
            << each.first.input;
    }
}

} // namespace drydock::hcl::test
