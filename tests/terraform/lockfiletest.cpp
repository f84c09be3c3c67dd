// SPDX-License-Identifier: MIT
#include "core/terraform/lockfile.h"

#include "core/base/filereader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <utility>

#include <unistd.h>

using namespace drydock;
using namespace drydock::terraform;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

std::vector<std::string> problems(const std::string &text)
{
    const ParsedLockFile parsed = parseLockFile(hcl::SourceFile(".terraform.lock.hcl", text));
    std::vector<std::string> lines;
    for (const hcl::Diagnostic &each : parsed.diagnostics)
        lines.push_back(std::to_string(parsed.file.source().position(each.range.start).line) + ": " + each.summary);
    return lines;
}

std::string block(const std::string &body)
{
    return "provider \"registry.terraform.io/hashicorp/null\" {\n" + body + "}\n";
}

/// In the layout that `terraform init` writes.
const std::string real = "# This file is maintained automatically by \"terraform init\".\n"
                         "# Manual edits may be lost in future updates.\n"
                         "\n"
                         "provider \"registry.terraform.io/acme/demo\" {\n"
                         "  version     = \"1.0.0\"\n"
                         "  constraints = \"~> 1.0\"\n"
                         "  hashes = [\n"
                         "    \"h1:9nOZDZVhmXMIuXJCOLIHL6XyKAQeeXSGEqPtOTXpTj0=\",\n"
                         "    \"zh:0d2c4e8ce3b7a8f6c5d4a5b2f1e0d9c8b7a6f5e4d3c2b1a09f8e7d6c5b4a3f2e\",\n"
                         "  ]\n"
                         "}\n"
                         "\n"
                         "provider \"registry.terraform.io/acme/zebra\" {\n"
                         "  version = \"2.0.0-rc1\"\n"
                         "}\n";

} // namespace

TEST(LockFile, ReadsAndWritesWhatTerraformWrote)
{
    const ParsedLockFile parsed = parseLockFile(hcl::SourceFile(".terraform.lock.hcl", real));
    EXPECT_TRUE(parsed.diagnostics.empty());
    ASSERT_EQ(parsed.lock.providers.size(), 2U);
    const ProviderLock *demo = parsed.lock.find("registry.terraform.io/acme/demo");
    ASSERT_NE(demo, nullptr);
    EXPECT_EQ(demo->version, "1.0.0");
    EXPECT_EQ(demo->constraints, "~> 1.0");
    EXPECT_EQ(demo->hashes.size(), 2U);
    EXPECT_EQ(printLockFile(parsed.lock), real);
}

TEST(LockFile, EditsKeepTheOrder)
{
    LockFile lock = parseLockFile(hcl::SourceFile("l", real)).lock;
    lock.set({"registry.terraform.io/acme/demo", "1.1.0", "", {"zh:b", "h1:a", "zh:b"}, {}});
    lock.set({"example.com/z/z", "1.0.0", "", {}, {}});
    lock.set({"registry.terraform.io/ac/me", "1.0.0", "", {}, {}});
    EXPECT_TRUE(lock.remove("registry.terraform.io/acme/zebra"));
    EXPECT_FALSE(lock.remove("registry.terraform.io/acme/zebra"));
    lock.providers[2].addHashes({"h1:0", "h1:a"});
    EXPECT_EQ(printLockFile(lock, LockFileWriter::OpenTofu),
              "# This file is maintained automatically by \"tofu init\".\n"
              "# Manual edits may be lost in future updates.\n\n"
              "provider \"example.com/z/z\" {\n  version = \"1.0.0\"\n}\n\n"
              "provider \"registry.terraform.io/ac/me\" {\n  version = \"1.0.0\"\n}\n\n"
              "provider \"registry.terraform.io/acme/demo\" {\n  version = \"1.1.0\"\n  hashes = [\n    \"h1:0\",\n"
              "    \"h1:a\",\n    \"zh:b\",\n  ]\n}\n");
}

TEST(LockFile, AnEmptyFileHasNoLocks)
{
    EXPECT_THAT(problems(""), IsEmpty());
    EXPECT_EQ(printLockFile({}), real.substr(0, real.find("\n\n") + 1));
}

// What the real Terraform refuses, with its summaries.
TEST(LockFile, NamesEveryMistake)
{
    EXPECT_THAT(problems("provider \"hashicorp/null\" { version = \"3.2.4\" }\n"),
                ElementsAre("1: Non-normalized provider source address"));
    EXPECT_THAT(problems("provider \"registry.terraform.io/hashicorp/Null\" { version = \"3.2.4\" }\n"),
                ElementsAre("1: Non-normalized provider source address"));
    EXPECT_THAT(problems("provider \"terraform.io/builtin/terraform\" { version = \"3.2.4\" }\n"),
                ElementsAre("1: Invalid provider source address"));
    EXPECT_THAT(problems("provider \"registry.terraform.io/-/null\" { version = \"3.2.4\" }\n"),
                ElementsAre("1: Invalid provider source address"));
    EXPECT_THAT(problems("provider \"a/b/c/d\" { version = \"3.2.4\" }\n"),
                ElementsAre("1: Invalid provider source address"));
    EXPECT_THAT(problems(block("")), ElementsAre("1: Missing required argument"));
    EXPECT_THAT(problems(block("version = \"3.2\"\n")), ElementsAre("2: Invalid provider version number"));
    EXPECT_THAT(problems(block("version = \"v3.2.4\"\n")), ElementsAre("2: Invalid provider version number"));
    EXPECT_THAT(problems(block("version = \"3.2.4\"\nhashes = []\n")), ElementsAre("3: Invalid provider hash set"));
    EXPECT_THAT(problems(block("version = \"3.2.4\"\nhashes = [\"nocolon\", 5, \":x\", \"x:\"]\n")),
                ElementsAre("3: Invalid provider hash string", "3: Invalid provider hash string",
                            "3: Invalid provider hash string"));
    EXPECT_THAT(problems(block("version = \"3.2.4\"\nhashes = \"h1:x\"\n")), ElementsAre("3: Invalid expression"));
    EXPECT_THAT(problems(block("version = \"3.2.4\"\nconstraints = [\"x\"]\n")),
                ElementsAre("3: Unsuitable value type"));
    EXPECT_THAT(problems(block("version = \"3.2.4\"\nconstraints = \"~>3.2\"\n")),
                ElementsAre("3: Invalid provider version constraints"));
    EXPECT_THAT(problems(block("version = \"3.2.4\"\nfoo = 1\nbar {}\n")),
                ElementsAre("3: Unsupported argument", "4: Unsupported block type"));
    EXPECT_THAT(problems(block("version = \"3.2.4\"\n") + block("version = \"3.2.4\"\n")),
                ElementsAre("4: Duplicate provider lock"));
    EXPECT_THAT(problems("provider {\n}\nmodule \"x\" {}\nmodule \"x\" \"y\" {}\nzip {}\na = 1\n"),
                ElementsAre("1: Missing source_addr for provider",
                            "3: Dependency locks for modules are not yet supported", "4: Extraneous label for module",
                            "5: Unsupported block type", "6: Unsupported argument"));
}

TEST(LockFile, ReadingAFileStopsAtTheFirstError)
{
    const auto missing = readLockFile("/nonexistent/.terraform.lock.hcl");
    ASSERT_FALSE(missing);
    const auto file = std::filesystem::temp_directory_path() / ("lock-" + std::to_string(::getpid()) + ".hcl");
    std::ofstream(file) << block("version = \"3\"\n");
    const auto bad = readLockFile(file);
    std::filesystem::remove(file);
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.error().code, "lock.invalid");
    EXPECT_EQ(bad.error().place, file.string() + ":2:11");
}

// The right side is what Terraform 1.11 asks for when a lock file holds the left one.
TEST(LockFile, NormalizesConstraintsAsTerraformDoes)
{
    const std::pair<const char *, const char *> cases[] = {
        {">= 3", ">= 3.0.0"},
        {"~>3", "~> 3.0"},
        {"~> 3.2.1", "~> 3.2.1"},
        {"=1.2", "1.2.0"},
        {"1", "1.0.0"},
        {"01.2", "1.2.0"},
        {"!= 1.2.3, >= 1.0, < 2", ">= 1.0.0, != 1.2.3, < 2.0.0"},
        {"< 2, >= 1.0, != 1.2.3, >= 1.0", ">= 1.0.0, != 1.2.3, < 2.0.0"},
        {">= 1.0-beta1", ">= 1.0.0-beta1"},
        {"~> 1.2-rc1", "~> 1.2-rc1"},
        {"~> 1.2.3-rc1", "~> 1.2.3-rc1"},
        {"1.2.3+build", "1.2.3+build"},
        {">= 1.2.0, > 1.2, = 1.2, ~> 1.2, ~> 1.2.0, <= 1.2, < 1.2, != 1.2",
         "> 1.2.0, >= 1.2.0, 1.2.0, ~> 1.2.0, ~> 1.2, <= 1.2.0, < 1.2.0, != 1.2.0"},
        {"", ""},
        {">= 1.0.0,", ">= 1.0.0"},
        {"~> 1.0.0, ~> 1.0", "~> 1.0.0, ~> 1.0"},
        {">= 10.0.0, >= 9.0.0", ">= 9.0.0, >= 10.0.0"},
        {"< 1.0.0-b, < 1.0.0-a, < 1.0.0", "< 1.0.0-a, < 1.0.0-b, < 1.0.0"},
    };
    for (const auto &[written, normalized] : cases)
        EXPECT_EQ(normalizedConstraints(written).value_or("error"), normalized) << written;
    for (const char *wrong : {"<=  4.5", "v1.0", ">= v1.0", "1.2.3.4", ",", "= 1.*", "1.x", ">=1 <2", "=> 1.0", "== 1",
                              "^1.2", "~1.2", "foo", "1.", "-1"})
        EXPECT_FALSE(normalizedConstraints(wrong)) << wrong;
}
