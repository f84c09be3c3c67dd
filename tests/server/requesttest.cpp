// SPDX-License-Identifier: MIT
#include "core/server/requesthead.h"
#include "core/server/router.h"

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::server;

static tl::expected<Request, HttpProblem> requestOf(const std::string &target, const std::string &method = "GET")
{
    RequestHead head;
    head.method = method;
    head.target = target;
    head.fields = {{"host", "station.lan:8443"}};
    return requestFrom(std::move(head));
}

TEST(RequestTest, DecodesOnce)
{
    const auto request = requestOf("/v1/a%20b/%252e%252e/?q=x%26y&plus=a+b&flag");
    ASSERT_TRUE(request.has_value());
    EXPECT_EQ(request->segments, (std::vector<std::string>{"v1", "a b", "%2e%2e"}));
    EXPECT_EQ(request->queryValue("q"), "x&y");
    EXPECT_EQ(request->queryValue("plus"), "a b");
    EXPECT_EQ(request->query.count("flag"), 1U);
    EXPECT_EQ(requestOf("/").value().path, "/");
    EXPECT_EQ(requestOf("https://station.lan/v1/x").value().path, "/v1/x");
}

TEST(RequestTest, RefusesPathsThatLeadElsewhere)
{
    for (const char *target : {"",
                               "v1",
                               "*",
                               "/../etc/passwd",
                               "/a/../b",
                               "/a/./b",
                               "/%2e%2e/etc",
                               "/a/%2E%2e/b",
                               "/a%2fb",
                               "/a%5cb",
                               "/a\\b",
                               "/a%00b",
                               "/a%0ab",
                               "/a%2",
                               "/a%zz",
                               "//a",
                               "/a//b",
                               "/a#b",
                               "/%ff",
                               "/%c0%ae%c0%ae/",
                               "file:///etc/passwd",
                               "/a?x=%zz"})
        EXPECT_EQ(requestOf(target).error().status, 400) << target;
    EXPECT_EQ(requestOf("/" + std::string(9000, 'a')).error().status, 414);
    EXPECT_EQ(requestOf("/", "BREW").error().status, 501);
    EXPECT_EQ(requestOf("/", "get").error().status, 501);
}

TEST(RequestTest, NeedsExactlyOneHost)
{
    const auto status = [](int version, std::vector<std::pair<std::string, std::string>> fields) {
        RequestHead head;
        head.method = "GET";
        head.target = "/";
        head.version = version;
        head.fields = std::move(fields);
        const auto request = requestFrom(std::move(head));
        return request ? 0 : request.error().status;
    };
    EXPECT_EQ(status(11, {}), 400);
    EXPECT_EQ(status(10, {}), 0);
    EXPECT_EQ(status(11, {{"host", "a"}, {"host", "b"}}), 400);
    EXPECT_EQ(status(11, {{"host", "a b"}}), 400);
    EXPECT_EQ(status(11, {{"host", ""}}), 400);
    EXPECT_EQ(status(11, {{"host", "a/b"}}), 400);
    EXPECT_EQ(status(11, {{"host", "[::1]:8443"}}), 0);
}

TEST(RouterTest, PlaceholdersTrailingSlashesAndMethods)
{
    Router router;
    const Handler nothing = [](const Request &) -> Result<Response> { return Response::noContent(); };
    router.get("/v1/modules/search", nothing);
    router.get("/v1/modules/{namespace}", nothing);
    router.get("/v1/modules/{namespace}/{name}/versions", nothing);
    router.upload(Method::Put, "/v1/modules/{namespace}", 10, {});
    const auto patternOf = [&](const std::string &target, const std::string &method = "GET") {
        Request request = requestOf(target, method).value();
        const auto match = router.match(request);
        return match.route != nullptr ? match.route->pattern : "-" + match.allow;
    };
    EXPECT_EQ(patternOf("/v1/modules/search"), "/v1/modules/search");
    EXPECT_EQ(patternOf("/v1/modules/acme/"), "/v1/modules/{namespace}");
    EXPECT_EQ(patternOf("/v1/modules/acme", "HEAD"), "/v1/modules/{namespace}");
    EXPECT_EQ(patternOf("/v1/modules/acme", "DELETE"), "-GET, HEAD, PUT");
    EXPECT_EQ(patternOf("/v1/modules"), "-");
    Request request = requestOf("/v1/modules/a%20b/net/versions").value();
    ASSERT_NE(router.match(request).route, nullptr);
    EXPECT_EQ(request.parameter("namespace"), "a b");
    EXPECT_EQ(request.parameter("name"), "net");
    EXPECT_EQ(request.parameter("none"), "");
}
