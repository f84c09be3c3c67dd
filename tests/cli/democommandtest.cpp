// SPDX-License-Identifier: MIT
#include "core/base/filereader.h"
#include "core/base/program.h"
#include "tests/cli/commandfixture.h"

using namespace drydock;
using namespace drydock::cli;

namespace {

class DemoCommandTest : public CommandFixture
{
protected:
    [[nodiscard]] nlohmann::json demo(std::vector<std::string> more = {}) const
    {
        std::vector<std::string> arguments = {"demo", "--listen", "127.0.0.1:0"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return json(arguments);
    }
};

} // namespace

TEST_F(DemoCommandTest, DoesTheWholeJobAndLeavesItsResults)
{
    const auto document = demo();
    const auto &open = document["review"]["review"]["open"];
    EXPECT_GT(open["critical"].get<int>() + open["high"].get<int>(), 5) << "the demo has real mistakes";
    EXPECT_FALSE(document["review"]["review"]["gate"]["passed"].get<bool>());
    EXPECT_GT(document["fixes"]["fixes"], 5);
    EXPECT_LT(document["fixes"]["open_after"]["critical"], document["fixes"]["open_before"]["critical"]);
    EXPECT_GT(document["comparison"]["files"], 3);
    EXPECT_TRUE(document["generated"]["passed"].get<bool>()) << "generators are secure by default";
    // The other commands see what it left.
    const auto project = json({"project", "show", "landing-zone"});
    EXPECT_EQ(project["open_findings"], open);
    EXPECT_EQ(project["published"], 1);
    EXPECT_EQ(json({"library", "versions", "landing-zone", "landing-zone"}).size(), 2U);
    EXPECT_EQ(json({"project", "artifacts", "landing-zone"}).size(), 2U) << "two reports";
    if (!isOnPath("terraform") && !isOnPath("tofu"))
        GTEST_SKIP() << "neither terraform nor tofu is on PATH; init was not run";
    EXPECT_TRUE(document["init"]["module"].get<bool>() && document["init"]["provider"].get<bool>());
}

TEST_F(DemoCommandTest, RunsAgainAndAfreshWithoutPilingUp)
{
    const auto first = demo();
    const auto second = demo();
    EXPECT_EQ(second["review"]["number"], 4) << "two runs each time";
    EXPECT_EQ(second["comparison"], first["comparison"]);
    EXPECT_EQ(second["module"], first["module"]);
    EXPECT_EQ(json({"library", "versions", "landing-zone", "landing-zone"}).size(), 2U);
    EXPECT_EQ(demo({"--reset"})["review"]["number"], 2);
    EXPECT_EQ(json({"project", "list", "--all"}).size(), 1U);
}

TEST_F(DemoCommandTest, ProjectOfTheUserWithTheSameNameIsNotTouched)
{
    ASSERT_EQ(run({"project", "create", "Landing zone"}).code, Success);
    const Outcome outcome = run({"demo", "--reset"});
    EXPECT_EQ(outcome.code, Unusable);
    EXPECT_NE(outcome.err.find("--workspace"), std::string::npos);
    EXPECT_EQ(json({"project", "list"}).size(), 1U);
}
