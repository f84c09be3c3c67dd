// SPDX-License-Identifier: MIT
#include "core/server/requestparser.h"

#include <gtest/gtest.h>

#include <random>

using namespace drydock;
using namespace drydock::server;

namespace {

struct Parsed
{
    RequestHead head;
    std::string body;
    int problem = 0;
    bool done = false;
};

// Feeds `bytes` in pieces of `step`, as a network might.
Parsed parse(const std::string &bytes, std::size_t step, std::uint64_t limit = 1000)
{
    RequestParser parser(4096, 20);
    Parsed parsed;
    std::string pending;
    const std::function<Result<>(std::string_view)> sink = [&](std::string_view piece) -> Result<> {
        parsed.body += piece;
        return {};
    };
    for (std::size_t at = 0; at < bytes.size() && !parser.done() && !parser.problem(); at += step) {
        pending += bytes.substr(at, step);
        if (!parser.headDone())
            pending.erase(0, parser.feedHead(pending));
        if (parser.headDone() && !parser.problem() && !parser.done())
            pending.erase(0, parser.feedBody(pending, limit, sink));
    }
    parsed.head = parser.head();
    parsed.problem = parser.problem() ? parser.problem()->status : 0;
    parsed.done = parser.done();
    return parsed;
}

} // namespace

TEST(RequestParserTest, TheSameInPiecesOfAnySize)
{
    const std::string bytes = "POST /a?b=c HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                              "5;ext=1\r\nhello\r\n6\r\n world\r\n0\r\nX-Trailer: ignored\r\n\r\n";
    for (std::size_t step = 1; step <= bytes.size(); ++step) {
        const Parsed parsed = parse(bytes, step);
        ASSERT_TRUE(parsed.done) << step;
        EXPECT_EQ(parsed.body, "hello world") << step;
        EXPECT_EQ(parsed.head.fields.size(), 2U) << "trailers are dropped";
        EXPECT_TRUE(parsed.head.chunked);
        EXPECT_TRUE(parsed.head.keepAlive);
    }
}

TEST(RequestParserTest, RefusesWhatServersCouldReadDifferently)
{
    const auto problem = [](const std::string &fields, const std::string &version = "1.1") {
        return parse("POST / HTTP/" + version + "\r\nHost: x\r\n" + fields + "\r\n\r\n", 1000).problem;
    };
    EXPECT_EQ(problem("Content-Length: 5\r\nContent-Length: 6"), 400);
    EXPECT_EQ(problem("Content-Length: 5\r\nContent-Length: 5"), 400);
    EXPECT_EQ(problem("Content-Length: 5, 5"), 400);
    EXPECT_EQ(problem("Content-Length: +5"), 400);
    EXPECT_EQ(problem("Content-Length: -1"), 400);
    EXPECT_EQ(problem("Content-Length: 0x10"), 400);
    EXPECT_EQ(problem("Content-Length: 99999999999999999999"), 400);
    EXPECT_EQ(problem("Content-Length: 5\r\nTransfer-Encoding: chunked"), 400);
    EXPECT_EQ(problem("Transfer-Encoding: chunked\r\nContent-Length: 5"), 400);
    EXPECT_EQ(problem("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"), 400);
    EXPECT_EQ(problem("Transfer-Encoding: gzip, chunked"), 501);
    EXPECT_EQ(problem("Transfer-Encoding: identity"), 501);
    EXPECT_EQ(problem("Transfer-Encoding: xchunked"), 501);
    EXPECT_EQ(problem("Transfer-Encoding : chunked"), 400);
    EXPECT_EQ(problem("Transfer-Encoding: chunked", "1.0"), 400);
    EXPECT_EQ(problem("X: 1", "2.0"), 505);
    EXPECT_EQ(problem("X: 1", "1.2"), 505);
    EXPECT_EQ(problem("Expect: something"), 417);
    EXPECT_EQ(problem("X: a\rb"), 400);
    EXPECT_EQ(problem("Bad Name: 1"), 400);
}

TEST(RequestParserTest, LimitsOfHeadFieldsAndBody)
{
    EXPECT_EQ(parse("GET /" + std::string(5000, 'a') + " HTTP/1.1\r\n\r\n", 100).problem, 431);
    std::string many = "GET / HTTP/1.1\r\n";
    for (int i = 0; i < 30; ++i)
        many += "X-" + std::to_string(i) + ": 1\r\n";
    EXPECT_EQ(parse(many + "\r\n", 1000).problem, 431);
    EXPECT_EQ(parse("POST / HTTP/1.1\r\nContent-Length: 11\r\n\r\nhello world", 1000, 10).problem, 413);
    EXPECT_EQ(
        parse("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nhello \r\n5\r\nworld\r\n0\r\n\r\n", 7, 10)
            .problem,
        413);
}

TEST(RequestParserTest, NoBytesMakeItFail)
{
    const std::string good = "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n";
    std::mt19937 random(11);
    for (int round = 0; round < 5000; ++round) {
        std::string bytes = good;
        for (int i = 0; i < 1 + round % 4; ++i)
            bytes[random() % bytes.size()] = static_cast<char>(random());
        const Parsed parsed = parse(bytes, 1 + random() % 20);
        EXPECT_LE(parsed.body.size(), 1000U);
    }
}
