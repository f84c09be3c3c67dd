// SPDX-License-Identifier: MIT
#include "core/graph/layout.h"

#include "core/base/program.h"

#include <gtest/gtest.h>

#include <cmath>

namespace drydock::graph {
namespace {

class LayoutTest : public testing::Test
{
protected:
    void SetUp() override
    {
        if (!isOnPath("dot"))
            GTEST_SKIP() << "the program `dot` of graphviz is not on PATH";
    }
};

bool overlap(const Box &a, const Box &b)
{
    return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height &&
           b.top < a.top + a.height;
}

bool contains(const Box &outer, const Box &inner)
{
    return outer.left <= inner.left && outer.top <= inner.top && outer.left + outer.width >= inner.left + inner.width &&
           outer.top + outer.height >= inner.top + inner.height;
}

LayoutInput chain(std::size_t count)
{
    LayoutInput input;
    input.nodes.assign(count, {120, 40, LayoutNode::noGroup});
    for (std::uint32_t node = 1; node < count; ++node)
        input.edges.push_back({node - 1, node});
    return input;
}

} // namespace

TEST_F(LayoutTest, PutsWhatIsNeededToTheRight)
{
    const auto layout = layOut(chain(3), {});
    ASSERT_TRUE(layout) << layout.error().text();
    ASSERT_EQ(layout->nodes.size(), 3U);
    EXPECT_LT(layout->nodes[0].left + 120, layout->nodes[1].left);
    EXPECT_LT(layout->nodes[1].left + 120, layout->nodes[2].left);
    ASSERT_EQ(layout->edges.size(), 2U);
    const EdgePath &path = layout->edges[0];
    EXPECT_EQ((path.points.size() - 1) % 3, 0U);
    EXPECT_NEAR(path.points.front().x, layout->nodes[0].left + 120, 1);
    EXPECT_NEAR(path.tip.x, layout->nodes[1].left, 1);
}

TEST_F(LayoutTest, KeepsNodesApartAndInTheirFrames)
{
    LayoutInput input = chain(8);
    input.groups = {{200, LayoutNode::noGroup}, {50, 0}};
    for (const std::uint32_t node : {1U, 2U})
        input.nodes[node].group = 0;
    for (const std::uint32_t node : {3U, 4U})
        input.nodes[node].group = 1;
    input.edges.push_back({7, 0});
    const auto layout = layOut(input, {});
    ASSERT_TRUE(layout) << layout.error().text();
    for (std::size_t a = 0; a < input.nodes.size(); ++a)
        for (std::size_t b = a + 1; b < input.nodes.size(); ++b)
            EXPECT_FALSE(overlap(layout->nodes[a], layout->nodes[b])) << a << ' ' << b;
    EXPECT_TRUE(contains(layout->groups[0], layout->groups[1]));
    EXPECT_TRUE(contains(layout->groups[0], layout->nodes[1]));
    EXPECT_TRUE(contains(layout->groups[1], layout->nodes[3]));
    EXPECT_FALSE(overlap(layout->groups[1], layout->nodes[6]));
    EXPECT_GE(layout->groups[0].width, 200);
}

TEST_F(LayoutTest, ManyNodesStillGetPlaces)
{
    const auto layout = layOut(chain(400), {});
    ASSERT_TRUE(layout) << layout.error().text();
    EXPECT_GT(layout->width, 400 * 120);
}

TEST_F(LayoutTest, StopsWhenCancelled)
{
    std::stop_source stop;
    stop.request_stop();
    const auto layout = layOut(chain(50), {stop.get_token(), {}});
    ASSERT_FALSE(layout);
    EXPECT_EQ(layout.error().code, "task.cancelled");
}

TEST_F(LayoutTest, RefusesWhatNobodyCouldRead)
{
    const auto layout = layOut(chain(mostLayoutNodes + 1), {});
    ASSERT_FALSE(layout);
    EXPECT_EQ(layout.error().code, "graph.too-large");
    EXPECT_FALSE(layout.error().hint.empty());
}

TEST(LayoutWithoutNodesTest, IsEmpty)
{
    const auto layout = layOut({}, {});
    ASSERT_TRUE(layout);
    EXPECT_TRUE(layout->nodes.empty());
}

} // namespace drydock::graph
