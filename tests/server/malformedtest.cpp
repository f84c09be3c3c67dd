// SPDX-License-Identifier: MIT
#include "tests/server/serverfixture.h"

#include <random>

using namespace drydock;
using drydock::fixture::RawClient;

namespace {

class Malformed : public fixture::ServerTest
{
protected:
    void SetUp() override { start(); }
};

} // namespace

TEST_F(Malformed, EachGetsItsStatusAndTheConnectionEnds)
{
    const std::pair<const char *, int> cases[] = {
        {"GET /hello HTTP/1.1\r\n\r\n", 400},
        {"GET /hello HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
        {"GET /hello HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400},
        {"GET /hello HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400},
        {"GET /hello HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n", 501},
        {"GET /hello HTTP/2.0\r\nHost: x\r\n\r\n", 505},
        {"GET /../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"GET /%2e%2e/etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"BREW / HTTP/1.1\r\nHost: x\r\n\r\n", 501},
        {"\x16\x03\x01\x02 rubbish\r\n\r\n", 400},
        {"GET /hello\r\n\r\n", 400},
        {"GET  /hello HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"GET /hello HTTP/1.1\nHost: x\n\n\r\n\r\n", 505},
        {"GET /hello HTTP/1.1\r\nHost: x\r\n : y\r\n\r\n", 400},
    };
    for (const auto &[bytes, status] : cases) {
        RawClient client(m_server.port());
        const auto response = client.request(bytes);
        EXPECT_EQ(response.status, status) << bytes;
        EXPECT_NE(response.body.find("\"errors\""), std::string::npos) << bytes;
        EXPECT_TRUE(client.closed()) << bytes;
    }
    EXPECT_EQ(RawClient(m_server.port()).get("/hello").status, 200);
}

TEST_F(Malformed, TooMuchHead)
{
    RawClient client(m_server.port());
    EXPECT_EQ(client.get("/hello", "X: " + std::string(40'000, 'a') + "\r\n").status, 431);
    std::string many;
    for (int i = 0; i < 150; ++i)
        many += "X-" + std::to_string(i) + ": 1\r\n";
    EXPECT_EQ(RawClient(m_server.port()).get("/hello", many).status, 431);
    EXPECT_EQ(RawClient(m_server.port()).get("/" + std::string(9'000, 'a')).status, 414);
}

TEST_F(Malformed, NothingThatIsSentStopsTheServer)
{
    const std::string good =
        "POST /hello HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n";
    std::mt19937 random(3);
    for (int round = 0; round < 300; ++round) {
        std::string bytes = good;
        for (int i = 0; i < 1 + round % 5; ++i)
            bytes[random() % bytes.size()] = static_cast<char>(random());
        RawClient client(m_server.port());
        client.send(bytes.substr(0, random() % bytes.size() + 1));
    }
    EXPECT_EQ(RawClient(m_server.port()).get("/hello").status, 200);
}

TEST_F(Malformed, ABodyNobodyAskedForIsDroppedOrRefused)
{
    RawClient client(m_server.port());
    EXPECT_EQ(client.request("GET /hello HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello").status, 200);
    EXPECT_EQ(client.get("/hello").status, 200) << "the body was not taken for a request";
    EXPECT_EQ(client.request("GET /hello HTTP/1.1\r\nHost: x\r\nContent-Length: 10000000\r\n\r\n").status, 200);
    EXPECT_TRUE(client.closed());
}
