// SPDX-License-Identifier: MIT
#include "tests/server/serverfixture.h"

#include <atomic>
#include <thread>

#include <unistd.h>

using namespace drydock;
using namespace drydock::server;
using drydock::fixture::RawClient;

namespace {

class Serving : public fixture::ServerTest
{
};

std::string pattern(std::size_t size)
{
    std::string bytes(size, '\0');
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = static_cast<char>((i * 131) >> 3U);
    return bytes;
}

} // namespace

TEST_F(Serving, ManyRequestsOnOneConnection)
{
    start();
    RawClient client(m_server.port());
    for (int i = 0; i < 10; ++i) {
        const auto response = client.get("/hello");
        EXPECT_EQ(response.status, 200);
        EXPECT_EQ(response.body, "{}");
        EXPECT_EQ(response.fields.at("content-type"), "application/json");
    }
    EXPECT_EQ(client.request("HEAD /hello HTTP/1.1\r\nHost: x\r\n\r\n", true).fields.at("content-length"), "2");
    EXPECT_EQ(client.get("/none").status, 404);
    const auto wrongMethod = client.request("DELETE /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(wrongMethod.status, 405);
    EXPECT_EQ(wrongMethod.fields.at("allow"), "GET, HEAD");
}

TEST_F(Serving, PipelinedRequestsAreAnsweredInOrder)
{
    start();
    RawClient client(m_server.port());
    client.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\nGET /none HTTP/1.1\r\nHost: x\r\n\r\n"
                "GET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(client.read().status, 200);
    EXPECT_EQ(client.read().status, 404);
    EXPECT_EQ(client.read().status, 200);
    EXPECT_TRUE(client.closed());
}

TEST_F(Serving, FilesAndRanges)
{
    for (const std::size_t size : {std::size_t{0}, std::size_t{10}, std::size_t{64} << 10U, std::size_t{9} << 20U}) {
        const std::string content = pattern(size);
        m_folder.write("file", content);
        if (!m_server.running())
            start();
        RawClient client(m_server.port());
        const auto whole = client.get("/file");
        EXPECT_EQ(whole.status, 200);
        EXPECT_TRUE(whole.body == content) << size;
        EXPECT_EQ(whole.fields.at("etag"), "\"tag\"");
        EXPECT_EQ(whole.fields.at("accept-ranges"), "bytes");
        EXPECT_EQ(client.request("HEAD /file HTTP/1.1\r\nHost: x\r\n\r\n", true).fields.at("content-length"),
                  std::to_string(size));
        EXPECT_EQ(client.get("/file", "If-None-Match: \"tag\"\r\n").status, 304);
        if (size < 10)
            continue;
        const auto part = client.get("/file", "Range: bytes=3-\r\n");
        EXPECT_EQ(part.status, 206);
        EXPECT_TRUE(part.body == content.substr(3)) << size;
        EXPECT_EQ(part.fields.at("content-range"), "bytes 3-" + std::to_string(size - 1) + "/" + std::to_string(size));
        EXPECT_EQ(client.get("/file", "Range: bytes=99999999-\r\n").fields.at("content-range"),
                  "bytes */" + std::to_string(size));
    }
}

TEST_F(Serving, TlsWithTheStationsAuthority)
{
    const std::string content = pattern(5U << 20U);
    m_folder.write("file", content);
    auto secured = options();
    secured.tls = TlsOptions{m_folder.path() / "tls", {}};
    start(std::move(secured));
    EXPECT_TRUE(m_server.url().starts_with("https://127.0.0.1:"));
    RawClient client(m_server.port(), m_folder.path() / "tls" / "ca.pem");
    ASSERT_TRUE(client.connected());
    EXPECT_TRUE(client.get("/file").body == content);
    EXPECT_TRUE(client.get("/file", "Range: bytes=1000000-2999999\r\n").body == content.substr(1'000'000, 2'000'000));
    RawClient plain(m_server.port());
    const auto answer = plain.get("/hello");
    EXPECT_EQ(answer.status, 400);
    EXPECT_NE(answer.body.find("https://"), std::string::npos);
}

TEST_F(Serving, ParallelClients)
{
    const std::string content = pattern(1U << 20U);
    m_folder.write("file", content);
    auto secured = options();
    secured.tls = TlsOptions{m_folder.path() / "tls", {}};
    start(std::move(secured));
    std::atomic<int> good = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            RawClient client(m_server.port(), m_folder.path() / "tls" / "ca.pem");
            for (int j = 0; j < 5; ++j)
                if (client.get("/hello").status == 200 && client.get("/file").body == content)
                    ++good;
        });
    for (auto &thread : threads)
        thread.join();
    EXPECT_EQ(good, 40);
}

TEST_F(Serving, StartsAndStopsManyTimesWithConnectionsOpen)
{
    for (int round = 0; round < 50; ++round) {
        auto secured = options();
        if (round % 2 == 0)
            secured.tls = TlsOptions{m_folder.path() / "tls", {}};
        ASSERT_TRUE(m_server.start(std::move(secured)).has_value());
        const auto authority = round % 2 == 0 ? m_folder.path() / "tls" / "ca.pem" : std::filesystem::path();
        RawClient idle(m_server.port(), authority);
        EXPECT_EQ(idle.get("/hello").status, 200);
        RawClient half(m_server.port(), authority);
        half.send("GET /hello HTT");
        m_server.stop();
        EXPECT_FALSE(m_server.running());
        EXPECT_EQ(m_server.port(), 0);
        EXPECT_TRUE(idle.closed());
    }
}

TEST_F(Serving, StoppingEndsADownloadThatIsNotRead)
{
    m_folder.write("file", pattern(20U << 20U));
    auto limited = options();
    limited.limits.drainTime = std::chrono::milliseconds(100);
    start(std::move(limited));
    RawClient client(m_server.port());
    client.send("GET /file HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(client.read(true).status, 200) << "it is on its way, and more than the sockets hold";
    m_server.stop();
    EXPECT_FALSE(m_server.running());
    EXPECT_LT(client.skipToTheEnd(), 20U << 20U);
}

TEST_F(Serving, AddressesThatCannotBeServed)
{
    start();
    Server second;
    auto taken = options();
    taken.port = m_server.port();
    const auto inUse = second.start(std::move(taken));
    EXPECT_EQ(inUse.error().code, "server.port-in-use");
    EXPECT_NE(inUse.error().message.find(std::to_string(m_server.port())), std::string::npos);
    EXPECT_FALSE(inUse.error().hint.empty());
    for (const char *address : {"", "localhost", "300.1.1.1", "registry.lan", "192.0.2.1"}) {
        auto bad = options();
        bad.address = address;
        EXPECT_EQ(second.start(std::move(bad)).error().code, "server.bad-address") << address;
    }
    EXPECT_EQ(m_server.start(options()).error().code, "server.running");
    EXPECT_EQ(RawClient(m_server.port()).get("/hello").status, 200) << "the first goes on";
}

TEST_F(Serving, APrivilegedPort)
{
    if (::geteuid() == 0)
        GTEST_SKIP() << "root may open every port";
    auto low = options();
    low.port = 1;
    EXPECT_EQ(m_server.start(std::move(low)).error().code, "server.port-privileged");
}

TEST_F(Serving, SlowAndSilentClientsAreEnded)
{
    auto limited = options();
    // Long enough for a client that waits for its turn on a busy machine.
    limited.limits.headTime = std::chrono::seconds(2);
    start(std::move(limited));
    RawClient slow(m_server.port());
    slow.send("GET /hello HTTP/1.1\r\nHost: x\r\nX-Slow: ");
    EXPECT_EQ(slow.read().status, 408);
    EXPECT_TRUE(slow.closed());
    RawClient silent(m_server.port());
    EXPECT_TRUE(silent.closed());
}

TEST_F(Serving, IdleConnectionsAreEnded)
{
    auto limited = options();
    limited.limits.idleTime = std::chrono::milliseconds(300);
    start(std::move(limited));
    RawClient idle(m_server.port());
    EXPECT_EQ(idle.get("/hello").status, 200);
    EXPECT_TRUE(idle.closed());
}

TEST_F(Serving, Ipv6)
{
    auto six = options();
    six.address = "::1";
    const auto started = m_server.start(std::move(six));
    if (!started && started.error().code != "server.port-in-use")
        GTEST_SKIP() << "this machine has no ::1: " << started.error().text();
    ASSERT_TRUE(started) << started.error().text();
    EXPECT_TRUE(m_server.url().starts_with("http://[::1]:")) << m_server.url();
    EXPECT_EQ(RawClient(m_server.port(), {}, RawClient::Address::V6).get("/hello").status, 200);
}

TEST_F(Serving, ConnectionsHaveALimit)
{
    auto limited = options();
    limited.limits.connections = 2;
    start(std::move(limited));
    RawClient first(m_server.port());
    RawClient second(m_server.port());
    EXPECT_EQ(first.get("/hello").status, 200);
    EXPECT_EQ(second.get("/hello").status, 200);
    RawClient third(m_server.port());
    EXPECT_EQ(third.get("/hello").status, 0);
}

TEST_F(Serving, WhatFailsInsideStaysInside)
{
    std::vector<std::string> codes;
    auto watched = options();
    watched.onError = [&](const Error &error) {
        const std::lock_guard lock(m_mutex);
        codes.push_back(error.code);
    };
    start(std::move(watched));
    RawClient client(m_server.port());
    EXPECT_EQ(client.get("/throws").status, 500);
    const auto failed = client.get("/fails");
    EXPECT_EQ(failed.status, 500);
    EXPECT_EQ(failed.body.find("secret"), std::string::npos);
    EXPECT_EQ(client.get("/file").status, 500) << "a file that is gone";
    EXPECT_EQ(client.closed(), true);
    m_server.stop();
    EXPECT_EQ(codes, (std::vector<std::string>{"server.handler", "store.sql", "system.not-found"}));
}

TEST_F(Serving, RequestsAreRecorded)
{
    m_folder.write("file", "content");
    start();
    RawClient client(m_server.port());
    client.get("/file?x=1", "User-Agent: Terraform/1.11.4\r\n");
    client.get("/blobs/secret/abc/x.zip");
    m_server.stop();
    const auto seen = records();
    ASSERT_EQ(seen.size(), 2U);
    EXPECT_EQ(seen[0].method, "GET");
    EXPECT_EQ(seen[0].path, "/file?x=1");
    EXPECT_EQ(seen[0].status, 200);
    EXPECT_EQ(seen[0].bytes, 7U);
    EXPECT_EQ(seen[0].client, "127.0.0.1");
    EXPECT_EQ(seen[0].userAgent, "Terraform/1.11.4");
    EXPECT_EQ(seen[1].path.find("secret"), std::string::npos);
}
