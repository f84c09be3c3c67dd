// SPDX-License-Identifier: MIT
// What holds for every command: where arguments stand, what is written where, and with which exit code.
#include "app/wiring/stationlock.h"
#include "core/base/atomicfile.h"
#include "core/base/filereader.h"
#include "core/base/program.h"
#include "tests/cli/commandfixture.h"

#include <gmock/gmock.h>

using namespace drydock;
using namespace drydock::cli;
using testing::HasSubstr;
using testing::Not;
namespace fs = std::filesystem;

namespace {

class CommandLineTest : public CommandFixture
{
protected:
    [[nodiscard]] std::string write(const std::string &name, const std::string &text) const
    {
        EXPECT_TRUE(writeFileAtomically(folder() / name, text));
        return folder().string();
    }
    [[nodiscard]] fs::path folder() const { return m_scratch.path() / "stack"; }
};

} // namespace

TEST_F(CommandLineTest, ArgumentsMayFollowOptionsThatAreRepeated)
{
    const std::string stack = write("main.tf", "variable \"a\" {}\noutput \"a\" {\n  value = var.a\n}\n");
    EXPECT_EQ(run({"validate", "--var", "a=1", stack}).code, Success);
    EXPECT_EQ(json({"project", "create", "--tag", "aws", "--tag", "network", "Landing zone"}).at("tags"),
              nlohmann::json::array({"aws", "network"}));
    EXPECT_EQ(json({"knowledge", "search", "--tag", "guide", "json"}).at("query"), "json");
}

TEST_F(CommandLineTest, ReadersOfAPipeMayGoAway)
{
    const auto piped = runProgram({.arguments = {"/bin/sh", "-c", "{ \"$0\" rules --format json; echo $? >&2; } | true",
                                                 DRYDOCK_BIN_DIR "/drydockctl"},
                                   .errors = ProgramCall::Errors::Apart},
                                  {});
    ASSERT_TRUE(piped) << piped.error().text();
    EXPECT_EQ(piped->errors, "0\n");
    const auto full =
        runProgram({.arguments = {"/bin/sh", "-c", "\"$0\" rules > /dev/full", DRYDOCK_BIN_DIR "/drydockctl"},
                    .errors = ProgramCall::Errors::Apart},
                   {});
    ASSERT_TRUE(full) << full.error().text();
    EXPECT_EQ(full->code, Unusable);
    EXPECT_THAT(full->errors, HasSubstr("The result cannot be written"));
}

TEST_F(CommandLineTest, JsonIsUtf8WhateverTheNamesOfFiles)
{
    const std::string stack = write("broken\xff.tf", "x");
    const auto published = json({"publish", "module", stack, "--address", "acme/net/aws", "--version", "1.0.0"});
    EXPECT_EQ(published.at("warnings").size(), 1U);
}

TEST_F(CommandLineTest, GraphGoesToAFileOrToStandardOutput)
{
    const std::string stack = write("main.tf", "resource \"terraform_data\" \"a\" {}\n");
    const Outcome printed = run({"graph", stack});
    EXPECT_EQ(printed.code, Success);
    EXPECT_THAT(printed.out, HasSubstr("terraform_data.a"));
    EXPECT_EQ(run({"graph", stack, "--output", "-"}).out, printed.out);
    EXPECT_FALSE(fs::exists("-"));
    const fs::path file = m_scratch.path() / "graph.dot";
    const Outcome written = run({"graph", stack, "--output", file.string()});
    EXPECT_EQ(written.out, "");
    EXPECT_EQ(readFile(file).value_or(""), printed.out);
    const Outcome unknown = run({"graph", stack, "--focus", "terraform_data.b"});
    EXPECT_EQ(unknown.code, Unusable);
    EXPECT_THAT(unknown.err, HasSubstr("There is no terraform_data.b in this graph."));
}

TEST_F(CommandLineTest, AFileOfValuesThatIsNotThereIsNamed)
{
    const std::string stack = write("main.tf", "variable \"a\" {\n  default = 1\n}\n");
    const Outcome missing = run({"eval", "var.a", "--dir", stack, "--var-file", "gone.tfvars"});
    EXPECT_EQ(missing.code, Unusable);
    EXPECT_EQ(missing.out, "");
    EXPECT_THAT(missing.err, HasSubstr("gone.tfvars: "));
    const Outcome invalid = run({"validate", stack, "--var-file", "gone.tfvars"});
    EXPECT_EQ(invalid.code, GateFailed);
    EXPECT_THAT(invalid.out, HasSubstr("gone.tfvars"));
}

TEST_F(CommandLineTest, AProjectThatCannotBeReadIsNoPassedReview)
{
    ASSERT_EQ(run({"project", "open", write("main.tf", "resource \"a\" {\n")}).code, Success);
    const Outcome review = run({"project", "review", "stack"});
    EXPECT_THAT(review.err, HasSubstr("error: main.tf:1: "));
    EXPECT_EQ(review.code, run({"scan", folder().string(), "--fail-on", "none"}).code);
}

TEST_F(CommandLineTest, SaysWhereNothingWasAskedOrFound)
{
    const Outcome related = run({"knowledge", "related"});
    EXPECT_EQ(related.code, Unusable);
    EXPECT_THAT(related.err, HasSubstr("Add --rule, --generator or --tag."));
    EXPECT_EQ(run({"knowledge", "list", "--tag", "aws", "--tag", "azure"}).code, Unusable);
    EXPECT_THAT(runPlain({"rules", "gcp-*"}).err, HasSubstr("No rule has an id like gcp-*."));
}

TEST_F(CommandLineTest, TheUsualWorkspaceIsThatOfTheEnvironment)
{
    const auto help = [](const std::string &assignments) {
        const auto said = runProgram(
            {.arguments = {"/bin/sh", "-c",
                           "env -u DRYDOCK_WORKSPACE -u XDG_DATA_HOME " + assignments + " \"$0\" graph --help",
                           DRYDOCK_BIN_DIR "/drydockctl"}},
            {});
        return said ? said->output : said.error().text();
    };
    EXPECT_THAT(help("HOME=/h XDG_DATA_HOME=/data DRYDOCK_WORKSPACE=/w"), HasSubstr("or /w)"));
    EXPECT_THAT(help("HOME=/h XDG_DATA_HOME=/data DRYDOCK_WORKSPACE="), HasSubstr("or /data/drydock)"));
    EXPECT_THAT(help("HOME=/h XDG_DATA_HOME=relative"), HasSubstr("or /h/.local/share/drydock)"));
}

TEST_F(CommandLineTest, AStationThatEndedIsNotNamedAgain)
{
    fs::create_directories(folder());
    {
        const auto former = wiring::StationLock::take(folder());
        ASSERT_TRUE(former);
        former->announce("https://127.0.0.1:1");
        const auto second = wiring::StationLock::take(folder());
        ASSERT_FALSE(second);
        EXPECT_THAT(second.error().message, HasSubstr("at https://127.0.0.1:1 by process"));
    }
    const auto lock = wiring::StationLock::take(folder());
    ASSERT_TRUE(lock);
    const auto second = wiring::StationLock::take(folder());
    ASSERT_FALSE(second);
    EXPECT_THAT(second.error().message, Not(HasSubstr("127.0.0.1:1")));
}
