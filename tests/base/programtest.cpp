// SPDX-License-Identifier: MIT
#include "core/base/program.h"

#include "core/base/temporaryfolder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <thread>

namespace drydock {
namespace {

TEST(ProgramTest, CollectsOutputAndCode)
{
    const auto done = runProgram(
        {.arguments = {"sh", "-c", "echo $GREETING; echo more >&2; exit 3"}, .environment = {{"GREETING", "hello"}}},
        {});
    ASSERT_TRUE(done);
    EXPECT_EQ(done->output, "hello\nmore\n");
    EXPECT_EQ(done->code, 3);
    EXPECT_FALSE(done->isCut);
}

TEST(ProgramTest, KeepsErrorsApart)
{
    const auto done =
        runProgram({.arguments = {"sh", "-c", "echo out; echo problem >&2"}, .errors = ProgramCall::Errors::Apart}, {});
    ASSERT_TRUE(done);
    EXPECT_EQ(done->output, "out\n");
    EXPECT_EQ(done->errors, "problem\n");
}

TEST(ProgramTest, RunsWhereItIsTold)
{
    const auto done = runProgram({.arguments = {"pwd"}, .directory = "/"}, {});
    ASSERT_TRUE(done);
    EXPECT_EQ(done->output, "/\n");
}

TEST(ProgramTest, FeedsAndReadsAtTheSameTime)
{
    const std::string input(3'000'000, 'x');
    const auto done = runProgram({.arguments = {"cat"}, .input = input}, {});
    ASSERT_TRUE(done);
    EXPECT_EQ(done->output, input);
}

TEST(ProgramTest, SurvivesProgramThatReadsNothing)
{
    const auto done = runProgram({.arguments = {"true"}, .input = std::string(3'000'000, 'x')}, {});
    ASSERT_TRUE(done);
    EXPECT_EQ(done->code, 0);
}

TEST(ProgramTest, KeepsNoMoreThanAsked)
{
    const auto done = runProgram({.arguments = {"head", "-c", "100000", "/dev/zero"}, .mostOutput = 1000}, {});
    ASSERT_TRUE(done);
    EXPECT_EQ(done->output.size(), 1000U);
    EXPECT_TRUE(done->isCut);
}

TEST(ProgramTest, TellsOfProgramThatIsNotThere)
{
    EXPECT_EQ(runProgram({.arguments = {"no-such-program-anywhere"}}, {}).error().code, "program.failed");
    EXPECT_FALSE(isOnPath("no-such-program-anywhere"));
    EXPECT_TRUE(isOnPath("sh"));
}

TEST(ProgramTest, StopsWhenAsked)
{
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(runProgram({.arguments = {"sleep", "1000"}}, stop.get_token())->code, 128 + 15);
}

TEST(ProgramTest, StopsByForceWhatDoesNotListen)
{
    const auto folder = TemporaryFolder::create("drydock-program-test-");
    ASSERT_TRUE(folder);
    const std::filesystem::path mark = folder->path() / "listens";
    std::stop_source stop;
    const std::jthread watcher([&](const std::stop_token &given) {
        while (!std::filesystem::exists(mark) && !given.stop_requested())
            std::this_thread::yield();
        stop.request_stop();
    });
    const auto done = runProgram({.arguments = {"sh", "-c", "trap '' TERM; : >\"$MARK\"; while :; do sleep 0.1; done"},
                                  .environment = {{"MARK", mark.string()}}},
                                 stop.get_token());
    ASSERT_TRUE(done);
    EXPECT_EQ(done->code, 128 + 9);
}

} // namespace
} // namespace drydock
