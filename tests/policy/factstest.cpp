// SPDX-License-Identifier: MIT
#include "core/hcl/json.h"
#include "core/policy/iam.h"
#include "core/policy/logic.h"
#include "core/policy/manifest.h"
#include "core/policy/network.h"
#include "core/policy/valuetools.h"

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::policy;
using hcl::Truth;
using hcl::Value;

static Value json(const std::string &text)
{
    return *hcl::fromJson(text);
}

static std::string printed(const Value &value)
{
    return hcl::toJson(value).value_or("not known");
}

TEST(ValueToolsTest, PathsStepIntoListsOfOne)
{
    const Value value = json(R"({"a": [{"b": {"c": 1}}], "two": [{"x": 1}, {"x": 2}]})");
    EXPECT_EQ(printed(valueAt(value, "a.b.c")), "1");
    EXPECT_EQ(printed(valueAt(value, "a[0].b.c")), "1");
    EXPECT_EQ(printed(valueAt(value, "two[1].x")), "2");
    EXPECT_TRUE(valueAt(value, "two.x").isNull());
    EXPECT_TRUE(valueAt(value, "a.nothing.at.all").isNull());
    EXPECT_EQ(printed(valueAt(json(R"({"tags": {"a.b": 1}})"), "tags[\"a.b\"]")), "1");
}

TEST(ValueToolsTest, OriginsAreResourcesOrNot)
{
    EXPECT_TRUE(isResourceOrigin("aws_vpc.main"));
    EXPECT_TRUE(isResourceOrigin("module.net[\"a.b\"].data.aws_ami.x[0]"));
    EXPECT_FALSE(isResourceOrigin("var.x"));
    EXPECT_FALSE(isResourceOrigin("module.net.var.x"));
    EXPECT_FALSE(isResourceOrigin("module.net"));
}

TEST(ValueToolsTest, BlocksKnowTheirPath)
{
    const Value located = withLocations(json(R"({"rule": [{"x": 1}, {"y": [{"z": 1}]}]})"));
    EXPECT_EQ(locationOf(valueAt(located, "rule[1]")), "rule[1]");
    EXPECT_EQ(locationOf(valueAt(located, "rule[1].y[0]")), "rule[1].y[0]");
    EXPECT_EQ(locationOf(located), std::nullopt);
}

TEST(ManifestTest, NamesOfTheTypedResource)
{
    EXPECT_EQ(snakeCase("hostNetwork"), "host_network");
    EXPECT_EQ(snakeCase("clusterIP"), "cluster_ip");
    EXPECT_EQ(snakeCase("podCIDRBlock"), "pod_cidr_block");
    const Value attributes = json(R"({"manifest": {"kind": "CronJob", "metadata": {"labels": {"myApp": "x"}},
        "spec": {"jobTemplate": {"spec": {"template": {"spec": {"initContainers": [{"imagePullPolicy": "Always"}]}}}}}}})");
    EXPECT_EQ(typeOfManifest(attributes), "kubernetes_cron_job");
    const Value typed = typedManifest(attributes);
    EXPECT_EQ(printed(valueAt(typed, "metadata.labels.myApp")), "\"x\"");
    EXPECT_EQ(printed(valueAt(typed, "spec.job_template.spec.template.spec.init_container[0].image_pull_policy")),
              "\"Always\"");
    EXPECT_EQ(manifestPath("spec.template.spec.container[1].security_context.run_as_user"),
              "manifest.spec.template.spec.containers[1].securityContext.runAsUser");
}

TEST(IamTest, StatementsHaveOneShape)
{
    const Value statements = iamStatements(Value::string(
        R"({"Statement": {"Effect": "Allow", "Action": "s3:Get*", "Principal": "*",
            "Condition": {"StringLike": {"aws:PrincipalArn": "arn:*"}}}})"));
    ASSERT_EQ(statements.length(), 1U);
    const Value statement = *statements.element(0);
    EXPECT_EQ(printed(valueAt(statement, "actions")), R"(["s3:Get*"])");
    EXPECT_EQ(printed(valueAt(statement, "principals")), R"([{"identifiers":["*"],"type":"*"}])");
    EXPECT_EQ(printed(valueAt(statement, "conditions")),
              R"([{"test":"StringLike","values":["arn:*"],"variable":"aws:PrincipalArn"}])");
    EXPECT_EQ(coversAction(statement, "Allow", "s3:GetObject"), Truth::True);
    EXPECT_EQ(coversAction(statement, "Allow", "S3:GETOBJECT"), Truth::True);
    EXPECT_EQ(coversAction(statement, "Allow", "s3:PutObject"), Truth::False);
    EXPECT_EQ(coversAction(statement, "Deny", "s3:GetObject"), Truth::False);
    EXPECT_EQ(isForAnyone(statement), Truth::True);
    EXPECT_EQ(conditionsOf(statement, "*:principalarn").length(), 1U);
}

TEST(IamTest, NotActionCoversTheRest)
{
    const Value statement =
        *iamStatements(json(R"({"Statement": [{"Effect": "Allow", "NotAction": "iam:*"}]})")).element(0);
    EXPECT_EQ(coversAction(statement, "Allow", "s3:GetObject"), Truth::True);
    EXPECT_EQ(coversAction(statement, "Allow", "iam:PassRole"), Truth::False);
}

TEST(IamTest, WhatIsNoPolicyIsUnknown)
{
    EXPECT_TRUE(iamStatements(Value::string("not json")).isUnknown());
    EXPECT_TRUE(iamStatements(Value::unknown(hcl::Type::string())).isUnknown());
    EXPECT_EQ(iamStatements(Value()).length(), 0U);
}

TEST(IamTest, PartlyKnownTextsMatchByTheirEnd)
{
    hcl::Refinement refinement;
    refinement.parts = {Value::unknown(hcl::Type::string()), Value::string(":sub")};
    const Value text = Value::unknown(hcl::Type::string(), refinement);
    EXPECT_EQ(matchesGlob(text, "*:sub"), Truth::True);
    EXPECT_EQ(matchesGlob(text, "*:aud"), Truth::False);
    EXPECT_EQ(matchesGlob(text, "oidc*:sub"), Truth::Unknown);
    EXPECT_EQ(matchesGlob(Value::unknown(hcl::Type::string()), "*:sub"), Truth::Unknown);
}

TEST(NetworkTest, TheWholeInternetInAnySpelling)
{
    for (const char *cidr : {"0.0.0.0/0", "::/0", "0:0:0:0:0:0:0:0/0", "1.2.3.4/00", "*", "Internet", "any"})
        EXPECT_EQ(isPublic(Value::string(cidr)), Truth::True) << cidr;
    for (const char *cidr : {"10.0.0.0/8", "0.0.0.0/32", "10.0.0.0/10", "", "VirtualNetwork", "/"})
        EXPECT_EQ(isPublic(Value::string(cidr)), Truth::False) << cidr;
    EXPECT_EQ(isPublic(Value()), Truth::False);
    EXPECT_EQ(isPublic(Value::unknown()), Truth::Unknown);
    const Value computed = Value::unknown(hcl::Type::string()).withMarks(hcl::Marks::origin("aws_vpc.main"));
    EXPECT_EQ(isPublic(computed), Truth::False);
}

TEST(NetworkTest, PortsInRanges)
{
    const Value rule = json(R"({"ports": [{"from": 80, "to": 90}, {"from": "20", "to": "30"}]})");
    EXPECT_EQ(coversPort(rule, 22), Truth::True);
    EXPECT_EQ(coversPort(rule, 90), Truth::True);
    EXPECT_EQ(coversPort(rule, 31), Truth::False);
    const Value open = Value::object(
        {{"ports", Value::tuple({Value::object({{"from", Value::number(1024)}, {"to", Value::unknown()}})})}});
    EXPECT_EQ(coversPort(open, 22), Truth::False);
    EXPECT_EQ(coversPort(open, 2222), Truth::Unknown);
}

TEST(LogicTest, SetMeansThereAndNotEmpty)
{
    EXPECT_EQ(isSet(Value()), Truth::False);
    EXPECT_EQ(isSet(Value::string("")), Truth::False);
    EXPECT_EQ(isSet(json("[]")), Truth::False);
    EXPECT_EQ(isSet(Value::boolean(false)), Truth::True);
    EXPECT_EQ(isSet(Value::unknown().withMarks(hcl::Marks::origin("aws_kms_key.main"))), Truth::True);
    EXPECT_EQ(isSet(Value::unknown().withMarks(hcl::Marks::origin("var.key"))), Truth::Unknown);
    EXPECT_EQ(isSet(Value::unknown().withMarks(hcl::Marks::origin("var.key") | hcl::Marks::origin("aws_kms_key.main"))),
              Truth::Unknown);
}

TEST(LogicTest, NumbersAndTexts)
{
    EXPECT_EQ(atLeast(Value::string("14"), Value::number(7)), Truth::True);
    EXPECT_EQ(atLeast(Value::number(3), Value::number(7)), Truth::False);
    EXPECT_EQ(atLeast(Value(), Value::number(7)), Truth::False);
    EXPECT_EQ(containsValue(json("[1, \"2\"]"), Value::number(2)), Truth::True);
    EXPECT_EQ(containsValue(json("[false]"), Value::string("false")), Truth::True);
}

TEST(LogicTest, SelectorsMatchLabels)
{
    const Value labels = json(R"({"app": "shop", "tier": "web"})");
    EXPECT_EQ(selects(json(R"({"match_labels": {"app": "shop"}})"), labels), Truth::True);
    EXPECT_EQ(selects(json(R"({"match_labels": {"app": "other"}})"), labels), Truth::False);
    EXPECT_EQ(selects(json(R"({"match_labels": {"zone": "a"}})"), labels), Truth::False);
    EXPECT_EQ(selects(json(R"({"match_expressions": [{"key": "app"}]})"), labels), Truth::Unknown);
}
