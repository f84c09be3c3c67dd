// SPDX-License-Identifier: MIT
#include "core/terraform/dependencygraph.h"

#include "tests/terraform/sample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace drydock::terraform {

using test::Files;
using test::Sample;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSupersetOf;

namespace {

/// "a -> b (reason)" of each edge.
std::vector<std::string> edgesOf(const DependencyGraph &graph)
{
    std::vector<std::string> out;
    for (const GraphEdge &edge : graph.edges())
        out.push_back(graph.nodes()[edge.from].address + " -> " + graph.nodes()[edge.to].address + " (" +
                      std::string(name(edge.reason)) + ")");
    return out;
}

std::vector<std::string> addressesOf(const DependencyGraph &graph)
{
    std::vector<std::string> out;
    for (const GraphNode &node : graph.nodes())
        out.push_back(node.address);
    return out;
}

Files network()
{
    return {{"main.tf", R"(
variable "region" {}
locals { name = "x-${var.region}" }
provider "aws" { region = var.region }
module "net" {
  source = "./net"
  name   = local.name
  count  = 2
}
resource "aws_instance" "web" {
  subnet_id  = module.net[0].subnet_id
  depends_on = [module.net]
}
output "id" { value = aws_instance.web.id }
check "up" {
  data "http" "page" { url = aws_instance.web.url }
  assert {
    condition     = data.http.page.status == 200
    error_message = "down"
  }
}
)"},
            {"net/main.tf", R"(
variable "name" {}
resource "aws_subnet" "a" { tags = { Name = var.name } }
output "subnet_id" { value = aws_subnet.a.id }
)"}};
}

} // namespace

TEST(DependencyGraph, HasEveryDeclarationWithItsPlace)
{
    const Sample sample(network());
    const DependencyGraph graph = DependencyGraph::of(sample.configuration());
    EXPECT_THAT(addressesOf(graph),
                ElementsAre("var.region", "local.name", "provider.aws", "aws_instance.web", "data.http.page",
                            "module.net", "output.id", "check.up", "module.net (close)", "module.net.var.name",
                            "module.net.aws_subnet.a", "module.net.output.subnet_id"));
    const GraphNode &subnet = graph.nodes()[*graph.find("module.net.aws_subnet.a")];
    EXPECT_EQ(subnet.kind, GraphNodeKind::Resource);
    EXPECT_EQ(subnet.localAddress, "aws_subnet.a");
    EXPECT_EQ(subnet.type, "aws_subnet");
    EXPECT_EQ(subnet.module.text(), "module.net");
    EXPECT_EQ(test::where(subnet.range), "net/main.tf:3: resource \"aws_subnet\" \"a\"");
    EXPECT_FALSE(graph.find("aws_instance.nothing"));
}

TEST(DependencyGraph, SaysWhyAndWhere)
{
    const Sample sample(network());
    const DependencyGraph graph = DependencyGraph::of(sample.configuration());
    EXPECT_THAT(edgesOf(graph), IsSupersetOf<std::string>({
                                    "local.name -> var.region (reference)",
                                    "provider.aws -> var.region (reference)",
                                    "aws_instance.web -> provider.aws (provider)",
                                    "aws_instance.web -> module.net (close) (depends-on)",
                                    "aws_instance.web -> module.net.output.subnet_id (reference)",
                                    "module.net.var.name -> local.name (module-argument)",
                                    "module.net.aws_subnet.a -> provider.aws (provider)",
                                    "module.net.aws_subnet.a -> module.net (module-call)",
                                    "module.net (close) -> module.net.aws_subnet.a (contents)",
                                    "check.up -> data.http.page (reference)",
                                    "data.http.page -> aws_instance.web (reference)",
                                }));
    for (const GraphEdge &edge : graph.dependencies(*graph.find("module.net.var.name"))) {
        if (edge.reason == GraphEdgeReason::ModuleArgument) {
            EXPECT_EQ(test::where(edge.range), "main.tf:7: local.name");
        }
    }
    const std::vector<std::uint32_t> users = graph.dependents(*graph.find("var.region"));
    EXPECT_EQ(users.size(), 2U);
    EXPECT_THAT(graph.cycles(), IsEmpty());
}

TEST(DependencyGraph, ShowsModulesCollapsed)
{
    const Sample sample(network());
    const DependencyGraph graph =
        DependencyGraph::of(sample.configuration(), {GraphOptions::Modules::Collapsed, GraphOptions::Nodes::All});
    EXPECT_THAT(edgesOf(graph), IsSupersetOf<std::string>({"module.net -> local.name (reference)",
                                                           "aws_instance.web -> module.net (reference)"}));
    EXPECT_FALSE(graph.find("module.net.aws_subnet.a"));
}

TEST(DependencyGraph, LeadsThroughWhatIsNoResource)
{
    const Sample sample(network());
    const DependencyGraph graph =
        DependencyGraph::of(sample.configuration(), {GraphOptions::Modules::Expanded, GraphOptions::Nodes::Resources});
    EXPECT_THAT(edgesOf(graph), ElementsAre("aws_instance.web -> module.net.aws_subnet.a (depends-on)",
                                            "data.http.page -> aws_instance.web (reference)"));
}

TEST(DependencyGraph, LeavesOutWhatALongerWaySays)
{
    const Sample sample(R"(
resource "a_x" "one" {}
resource "a_x" "two" { v = a_x.one.id }
resource "a_x" "three" { v = [a_x.one.id, a_x.two.id] }
)");
    const DependencyGraph graph = DependencyGraph::of(sample.configuration());
    EXPECT_EQ(graph.edges().size(), 3U);
    EXPECT_THAT(edgesOf(graph.reduced()),
                ElementsAre("a_x.two -> a_x.one (reference)", "a_x.three -> a_x.two (reference)"));
}

TEST(DependencyGraph, FindsTheShortestCircleOfEachGroup)
{
    const Sample sample({{"main.tf", R"(
module "m" {
  source = "./m"
  in     = local.a
}
locals {
  a = module.m.out
  x = [local.y, local.z]
  y = local.x
  z = local.y
  s = local.s
}
)"},
                         {"m/main.tf", "variable \"in\" {}\noutput \"out\" { value = var.in }\n"}});
    const DependencyGraph graph = DependencyGraph::of(sample.configuration());
    std::vector<std::string> circles;
    for (const std::vector<GraphEdge> &circle : graph.cycles()) {
        std::string text;
        for (const GraphEdge &edge : circle)
            text += graph.nodes()[edge.from].address + " ";
        circles.push_back(text);
    }
    EXPECT_THAT(circles, ElementsAre("local.a module.m.output.out module.m.var.in ", "local.x local.y ", "local.s "));
}

TEST(DependencyGraph, ACallThatIsNotLookedIntoMakesNoCircle)
{
    // What each module gives has nothing to do with what it takes from the other: nobody can tell from outside.
    const Sample sample({{"main.tf", R"(
module "vpn" {
  source = "elsewhere/vpn/aws"
  peer   = module.hub.address
}
module "hub" {
  source = "./hub"
  tunnel = module.vpn.tunnel
}
resource "terraform_data" "a" {
  input = module.vpn.tunnel
}
module "late" {
  source     = "elsewhere/late/aws"
  given      = terraform_data.a.id
  depends_on = [module.early]
}
module "early" {
  source     = "elsewhere/early/aws"
  depends_on = [module.late]
}
)"},
                         {"hub/main.tf", "variable \"tunnel\" {}\noutput \"address\" { value = 1 }\n"}});
    const auto circlesOf = [&](const GraphOptions &options) {
        const DependencyGraph graph = DependencyGraph::of(sample.configuration(), options);
        std::vector<std::string> circles;
        for (const std::vector<GraphEdge> &circle : graph.cycles())
            circles.push_back(graph.nodes()[circle.front().from].address);
        return circles;
    };
    // Waiting for the whole of each other is one, whatever is inside.
    EXPECT_THAT(circlesOf({}), ElementsAre("module.late"));
    EXPECT_THAT(circlesOf({GraphOptions::Modules::Collapsed, GraphOptions::Nodes::Resources}),
                ElementsAre("module.late"));
    EXPECT_THAT(circlesOf({GraphOptions::Modules::Expanded, GraphOptions::Nodes::Resources}), IsEmpty());
}

TEST(DependencyGraph, FollowsProvidersHandedOver)
{
    const Sample sample({{"main.tf", R"(
provider "aws" { alias = "east" }
module "m" {
  source    = "./m"
  providers = { aws.other = aws.east }
}
resource "aws_vpc" "v" {
  lifecycle { replace_triggered_by = [aws_vpc.w.id] }
}
resource "aws_vpc" "w" {}
)"},
                         {"m/main.tf", "resource \"aws_x\" \"x\" { provider = aws.other }\n"}});
    EXPECT_THAT(edgesOf(DependencyGraph::of(sample.configuration())),
                ElementsAre("aws_vpc.v -> aws_vpc.w (trigger)", "module.m.aws_x.x -> provider.aws.east (provider)"));
}

} // namespace drydock::terraform
