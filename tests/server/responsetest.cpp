// SPDX-License-Identifier: MIT
#include "core/server/byterange.h"
#include "core/server/responsehead.h"

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::server;
using Kind = ByteRange::Kind;

static std::string rangeText(std::optional<std::string_view> range,
                             std::optional<std::string_view> ifRange = std::nullopt)
{
    const ByteRange result = byteRange(range, ifRange, "\"tag\"", 100);
    if (result.kind == Kind::NotSatisfiable)
        return "none";
    return (result.kind == Kind::Whole ? "whole " : "part ") + std::to_string(result.first) + "+" +
           std::to_string(result.length);
}

TEST(ByteRangeTest, OneRange)
{
    EXPECT_EQ(rangeText(std::nullopt), "whole 0+100");
    EXPECT_EQ(rangeText("bytes=0-0"), "part 0+1");
    EXPECT_EQ(rangeText("bytes=10-19"), "part 10+10");
    EXPECT_EQ(rangeText("bytes=90-"), "part 90+10");
    EXPECT_EQ(rangeText("bytes=90-1000"), "part 90+10");
    EXPECT_EQ(rangeText("bytes=-10"), "part 90+10");
    EXPECT_EQ(rangeText("bytes=-1000"), "part 0+100");
    EXPECT_EQ(rangeText("bytes=100-"), "none");
    EXPECT_EQ(rangeText("bytes=-0"), "none");
}

TEST(ByteRangeTest, WhatIsNotUnderstoodIsTheWholeFile)
{
    for (const char *range : {"bytes=5-1", "bytes=a-b", "bytes=-", "bytes=1-2,4-5", "lines=1-2", "bytes=1",
                              "bytes= 1-2", "bytes=99999999999999999999-", ""})
        EXPECT_EQ(rangeText(range), "whole 0+100") << range;
    EXPECT_EQ(rangeText("bytes=0-9", "\"tag\""), "part 0+10");
    EXPECT_EQ(rangeText("bytes=0-9", "\"other\""), "whole 0+100");
}

TEST(ResponseHeadTest, NoValueEndsItsLine)
{
    Response response = Response::noContent();
    response.with("X-Terraform-Get", "/a\r\nSet-Cookie: b");
    const std::string head = responseHead(response, 0, Connection11::KeepAlive);
    EXPECT_NE(head.find("X-Terraform-Get: /a  Set-Cookie: b\r\n"), std::string::npos);
    EXPECT_EQ(head.find("Content-Length"), std::string::npos) << "not with 204";
}

TEST(ResponseTest, ErrorsAreJsonAndKeepSecretsIn)
{
    EXPECT_EQ(Response::error(404, "no \"x\"\xff").body, "{\"errors\":[\"no \\\"x\\\"\xEF\xBF\xBD\"]}");
    EXPECT_EQ(responseFor({"module.not-found", "m", {}, {}}).status, 404);
    EXPECT_EQ(responseFor({"address.invalid", "m", {}, {}}).status, 400);
    EXPECT_EQ(responseFor({"capability.expired", "m", {}, {}}).status, 403);
    const Response internal = responseFor({"store.sql", "SELECT failed in /home/secret", "x", {}});
    EXPECT_EQ(internal.status, 500);
    EXPECT_EQ(internal.body.find("secret"), std::string::npos);
}
