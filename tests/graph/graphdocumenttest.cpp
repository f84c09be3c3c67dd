// SPDX-License-Identifier: MIT
#include "core/base/program.h"
#include "core/graph/document.h"
#include "core/graph/selection.h"
#include "tests/graph/sample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace drydock::graph {

using terraform::GraphOptions;
using testing::HasSubstr;
using testing::Not;

using Texts = std::map<std::string, std::string>;

static std::string svgOf(const test::Sample &sample, SvgTheme theme = SvgTheme::Light)
{
    const auto drawing =
        draw(sample.graph(), select(sample.graph(), {}), typicalTextWidth, LayoutInput::Direction::LeftToRight, {});
    return drawing ? toSvg(sample.graph(), *drawing, theme) : drawing.error().text();
}

TEST(GraphDocumentTest, JsonTellsWhoNeedsWhomAndWhere)
{
    const test::Sample sample(test::network(), {.nodes = GraphOptions::Nodes::Resources});
    const auto document = nlohmann::json::parse(toJson(sample.graph(), select(sample.graph(), {})));
    EXPECT_EQ(document["format_version"], "1.0");
    bool found = false;
    for (const auto &edge : document["edges"])
        if (edge["from"] == "module.net.aws_subnet.a") {
            found = true;
            EXPECT_EQ(edge["to"], "module.net.aws_vpc.main");
            EXPECT_EQ(edge["reason"], "reference");
            EXPECT_EQ(edge["file"], "net/main.tf");
            EXPECT_EQ(edge["line"], 3);
        }
    EXPECT_TRUE(found);
    for (const auto &node : document["nodes"])
        if (node["address"] == "aws_instance.web") {
            EXPECT_EQ(node["kind"], "resource");
            EXPECT_EQ(node["type"], "aws_instance");
            EXPECT_EQ(node["line"], 6);
        }
}

TEST(GraphDocumentTest, JsonNamesCycles)
{
    const test::Sample sample(test::circle());
    const auto document = nlohmann::json::parse(toJson(sample.graph(), select(sample.graph(), {})));
    ASSERT_EQ(document["cycles"].size(), 1U);
    EXPECT_EQ(document["cycles"][0].size(), 2U);
}

TEST(GraphDocumentTest, DotIsReadByGraphviz)
{
    const test::Sample sample(test::network());
    const std::string dot = toDot(sample.graph(), select(sample.graph(), {}));
    EXPECT_THAT(dot, HasSubstr(R"("aws_instance.web" -> "data.aws_ami.base";)"));
    if (!isOnPath("dot"))
        GTEST_SKIP() << "the program `dot` of graphviz is not on PATH";
    const auto done = runProgram({.arguments = {"dot", "-Tplain"}, .input = dot}, {});
    ASSERT_TRUE(done);
    EXPECT_EQ(done->code, 0) << done->output;
    EXPECT_THAT(done->output, HasSubstr("\"module.net.aws_subnet.a\""));
}

TEST(GraphDocumentTest, DotMarksWhatIsInACycle)
{
    const test::Sample sample(test::circle());
    const std::string dot = toDot(sample.graph(), select(sample.graph(), {}));
    EXPECT_THAT(dot, HasSubstr(R"("terraform_data.a" -> "terraform_data.b" [color=red];)"));
    EXPECT_THAT(dot, HasSubstr(R"("terraform_data.c" -> "terraform_data.a";)"));
}

TEST(GraphDocumentTest, SvgHasEveryNodeWithItsAddress)
{
    if (!isOnPath("dot"))
        GTEST_SKIP() << "the program `dot` of graphviz is not on PATH";
    const std::string svg = svgOf(test::Sample(test::network()));
    for (const char *address : {"aws_instance.web", "data.aws_ami.base", "module.net.aws_subnet.a", "var.region"})
        EXPECT_THAT(svg, HasSubstr("<title>" + std::string(address) + "</title>"));
    EXPECT_THAT(svg, HasSubstr(">module.net</text>"));
    EXPECT_THAT(svg, Not(HasSubstr("#b3261e")));
    EXPECT_THAT(svgOf(test::Sample(test::circle())), HasSubstr("#b3261e"));
    EXPECT_NE(svgOf(test::Sample(test::circle()), SvgTheme::Dark), svgOf(test::Sample(test::circle())));
}

TEST(GraphDocumentTest, LongNamesAreCutInTheMiddleAndWholeInTheTooltip)
{
    if (!isOnPath("dot"))
        GTEST_SKIP() << "the program `dot` of graphviz is not on PATH";
    const std::string name(120, 'x');
    const std::string svg =
        svgOf(test::Sample(Texts{{"main.tf", "resource \"terraform_data\" \"" + name + "\" {}\n"}}));
    EXPECT_THAT(svg, HasSubstr("…"));
    EXPECT_THAT(svg, HasSubstr("<title>terraform_data." + name + "</title>"));
}

TEST(GraphDocumentTest, EmptyConfigurationGivesEmptyDocuments)
{
    const test::Sample sample(Texts{{"main.tf", "\n"}});
    EXPECT_EQ(nlohmann::json::parse(toJson(sample.graph(), {}))["nodes"].size(), 0U);
    EXPECT_THAT(toDot(sample.graph(), {}), HasSubstr("digraph"));
    EXPECT_THAT(svgOf(sample), HasSubstr("<svg"));
}

} // namespace drydock::graph
