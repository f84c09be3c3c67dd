// SPDX-License-Identifier: MIT
#include "app/cli/commandoptions.h"

#include <gmock/gmock.h>

#include <sstream>

namespace drydock::cli {

namespace {

using Outcome = CommandParser::Outcome;
using testing::ElementsAre;
using testing::HasSubstr;

/// A program with one option of each kind and one command below it.
struct Program
{
    Program()
    {
        const CommandOptions options = parser.options();
        options.add("PLACE", place, "Where");
        const CommandOption one = options.add("--colour", colour, "Which").choices({"red", "green"}).showDefault();
        options.add("--item", items, "What; may be repeated");
        options.add("--depth", depth, "How deep").range(0, 9).showDefault();
        options.add("--limit", limit, "How many");
        options.addFlag("--quick", quick, "Be quick").excludes(one);
        options.addFlag("!--no-hints", hints, "Leave out hints");
        command = options.addCommand("sub", "Something else");
        command.add("name", name, "Its name").required();
        command.footer("That is all.");
    }

    Outcome parse(const std::vector<std::string> &arguments) { return parser.parse(arguments, out, err); }

    CommandParser parser{"program", "What it does."};
    std::ostringstream out;
    std::ostringstream err;
    CommandOptions command;
    std::string place;
    std::string colour = "red";
    std::vector<std::string> items;
    int depth = 3;
    unsigned limit = 20;
    bool quick = false;
    bool hints = true;
    std::string name;
};

} // namespace

TEST(CommandOptionsTest, WritesWhatIsGivenAndLeavesTheRest)
{
    Program program;
    EXPECT_EQ(program.parse({"--item", "a", "--item=b", "here", "--depth", "9", "--no-hints"}), Outcome::Run);
    EXPECT_THAT(program.items, ElementsAre("a", "b"));
    EXPECT_EQ(program.place, "here");
    EXPECT_EQ(program.depth, 9);
    EXPECT_EQ(program.limit, 20U);
    EXPECT_EQ(program.colour, "red");
    EXPECT_FALSE(program.hints);
    EXPECT_FALSE(program.quick);
    EXPECT_FALSE(program.command.isChosen());
    EXPECT_EQ(program.out.str() + program.err.str(), "");
}

TEST(CommandOptionsTest, KnowsTheChosenCommand)
{
    Program program;
    EXPECT_EQ(program.parse({"sub", "x"}), Outcome::Run);
    EXPECT_TRUE(program.command.isChosen());
    EXPECT_EQ(program.name, "x");
}

TEST(CommandOptionsTest, AnswersHelpAndVersionOnStandardOutput)
{
    Program help;
    EXPECT_EQ(help.parse({"--help"}), Outcome::Answered);
    EXPECT_THAT(help.out.str(), HasSubstr("What it does."));
    EXPECT_THAT(help.out.str(), HasSubstr("{red,green}"));
    EXPECT_THAT(help.out.str(), HasSubstr("[0 - 9]"));
    EXPECT_EQ(help.err.str(), "");
    Program command;
    EXPECT_EQ(command.parse({"sub", "--help"}), Outcome::Answered);
    EXPECT_THAT(command.out.str(), HasSubstr("That is all."));
    Program version;
    EXPECT_EQ(version.parse({"--version"}), Outcome::Answered);
    EXPECT_EQ(version.out.str(), "program " DRYDOCK_VERSION "\n");
}

TEST(CommandOptionsTest, RefusesWhatWasNotDeclared)
{
    const std::vector<std::pair<std::vector<std::string>, std::string>> cases = {
        {{"--colour", "blue"}, "--colour: blue not in {red,green}"},
        {{"--depth", "10"}, "--depth: Value 10 not in range"},
        {{"--depth", "x"}, "--depth"},
        {{"--limit", "-1"}, "--limit"},
        {{"--quick", "--colour", "red"}, "excludes"},
        {{"--unknown"}, "--unknown"},
        {{"sub"}, "name is required"},
    };
    for (const auto &[arguments, message] : cases) {
        Program program;
        EXPECT_EQ(program.parse(arguments), Outcome::Refused) << message;
        EXPECT_THAT(program.err.str(), HasSubstr(message));
        EXPECT_EQ(program.out.str(), "") << message;
    }
}

TEST(CommandOptionsTest, NamesACommandThatDoesNotExist)
{
    std::ostringstream out;
    std::ostringstream err;
    CommandParser parser("program", "What it does.");
    parser.options().requireCommand();
    static_cast<void>(parser.options().addCommand("sub", "Something"));
    EXPECT_EQ(parser.parse({"sbu"}, out, err), Outcome::Refused);
    EXPECT_EQ(err.str(), "error: There is no command \"sbu\".\n--help lists the commands.\n");
}

} // namespace drydock::cli
