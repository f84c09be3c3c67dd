// SPDX-License-Identifier: MIT
#include "core/graph/selection.h"

#include "tests/graph/sample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace drydock::graph {

using terraform::GraphNodeKind;
using testing::Contains;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

static std::vector<std::string> addresses(const test::Sample &sample, const Selection &selection)
{
    std::vector<std::string> all;
    for (const std::uint32_t node : select(sample.graph(), selection))
        all.push_back(sample.graph().nodes()[node].address);
    return all;
}

TEST(SelectionTest, TakesAllButEndsOfModules)
{
    const auto all = addresses(test::Sample(test::network()), {});
    EXPECT_THAT(all, Contains("module.net.aws_subnet.a"));
    EXPECT_THAT(all, Contains("var.region"));
    EXPECT_THAT(all, Not(Contains("module.net (close)")));
}

TEST(SelectionTest, NarrowsByKindTextAndModule)
{
    const test::Sample sample(test::network());
    EXPECT_THAT(addresses(sample, {.kinds = {GraphNodeKind::DataSource}}), UnorderedElementsAre("data.aws_ami.base"));
    EXPECT_THAT(addresses(sample, {.text = "SUBNET", .module = "module.net"}),
                UnorderedElementsAre("module.net.aws_subnet.a", "module.net.output.subnet"));
    EXPECT_THAT(addresses(sample, {.module = "module.ne"}), IsEmpty());
}

TEST(SelectionTest, ShowsTheSurroundingsOfAnAddress)
{
    const test::Sample sample(test::network(), {.nodes = terraform::GraphOptions::Nodes::Resources});
    EXPECT_THAT(addresses(sample, {.focus = "aws_instance.web"}),
                UnorderedElementsAre("aws_instance.web", "data.aws_ami.base", "module.net.aws_subnet.a"));
    EXPECT_THAT(addresses(sample, {.focus = "module.net.aws_subnet.a",
                                   .distance = 1,
                                   .surroundings = Selection::Surroundings::NeededBy}),
                UnorderedElementsAre("aws_instance.web", "module.net.aws_subnet.a"));
    EXPECT_THAT(addresses(sample, {.focus = "aws_instance.web", .distance = 2}), Contains("module.net.aws_vpc.main"));
    EXPECT_THAT(addresses(sample, {.focus = "aws_instance.nobody"}), IsEmpty());
}

} // namespace drydock::graph
