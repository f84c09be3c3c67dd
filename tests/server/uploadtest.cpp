// SPDX-License-Identifier: MIT
#include "core/base/sha256.h"
#include "tests/server/serverfixture.h"

#include <atomic>

using namespace drydock;
using namespace drydock::server;
using drydock::fixture::RawClient;

namespace {

// Answers with the hash of what came; knows the largest piece it was handed.
class HashingSink final : public BodySink
{
public:
    explicit HashingSink(std::atomic<std::size_t> &largest)
        : m_largest(largest)
    {
    }
    Result<> write(std::string_view bytes) override
    {
        if (bytes.size() > m_largest)
            m_largest = bytes.size();
        if (bytes.starts_with("refuse"))
            return failure("request.refused", "This content is not wanted.");
        m_hash.update(bytes);
        return {};
    }
    Result<Response> finish() override { return Response::json(201, m_hash.finishHex()); }

private:
    std::atomic<std::size_t> &m_largest;
    Sha256 m_hash;
};

class Uploading : public fixture::ServerTest
{
protected:
    void SetUp() override { startUploading(options()); }
    void startUploading(ServerOptions with)
    {
        with.routes.upload(Method::Put, "/up/{name}", 50U << 20U,
                           [this](const Request &request) -> Result<std::unique_ptr<BodySink>> {
                               if (request.parameter("name") == "forbidden")
                                   return failure("capability.invalid", "Not allowed.");
                               return std::make_unique<HashingSink>(m_largest);
                           });
        start(std::move(with));
    }
    static std::string put(const std::string &name, const std::string &fields)
    {
        return "PUT /up/" + name + " HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n";
    }
    std::atomic<std::size_t> m_largest = 0;
};

} // namespace

TEST_F(Uploading, ALargeBodyArrivesInPieces)
{
    std::string body(30U << 20U, 'x');
    for (std::size_t i = 0; i < body.size(); i += 997)
        body[i] = static_cast<char>(i);
    RawClient client(m_server.port());
    client.send(put("a", "Content-Length: " + std::to_string(body.size()) + "\r\n"));
    client.send(body);
    const auto response = client.read();
    EXPECT_EQ(response.status, 201);
    EXPECT_EQ(response.body, sha256Hex(body));
    EXPECT_LE(m_largest, 256U << 10U) << "memory does not grow with the body";
    EXPECT_EQ(client.get("/hello").status, 200);
}

TEST_F(Uploading, ChunkedAndEmpty)
{
    RawClient client(m_server.port());
    const auto chunked =
        client.request(put("a", "Transfer-Encoding: chunked\r\n") + "5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n");
    EXPECT_EQ(chunked.body, sha256Hex("hello world"));
    EXPECT_EQ(client.request(put("a", "Content-Length: 0\r\n")).body, sha256Hex(""));
    EXPECT_EQ(client.request(put("a", "")).body, sha256Hex(""));
}

TEST_F(Uploading, TooLargeIsRefusedBeforeItIsSent)
{
    RawClient client(m_server.port());
    EXPECT_EQ(client.request(put("a", "Content-Length: 99999999999\r\nExpect: 100-continue\r\n")).status, 413);
    RawClient chunked(m_server.port());
    chunked.send(put("a", "Transfer-Encoding: chunked\r\n") + "ffffffff\r\n");
    const std::string piece(1U << 20U, 'x');
    for (int i = 0; i < 60 && chunked.send(piece); ++i) {
    }
    EXPECT_EQ(chunked.read().status, 413);
}

TEST_F(Uploading, ContinueIsSaidOnlyWhenTheBodyIsWanted)
{
    RawClient client(m_server.port());
    client.send(put("a", "Content-Length: 5\r\nExpect: 100-continue\r\n"));
    EXPECT_EQ(client.read(true).status, 100);
    EXPECT_EQ(client.request("hello").body, sha256Hex("hello"));
    RawClient forbidden(m_server.port());
    EXPECT_EQ(forbidden.request(put("forbidden", "Content-Length: 5\r\nExpect: 100-continue\r\n")).status, 403);
}

TEST_F(Uploading, ASinkMayRefuse)
{
    RawClient client(m_server.port());
    const auto response = client.request(put("a", "Content-Length: 6\r\n") + "refuse");
    EXPECT_EQ(response.status, 400);
    EXPECT_NE(response.body.find("not wanted"), std::string::npos);
    EXPECT_TRUE(client.closed());
}

TEST_F(Uploading, AStalledBodyIsEnded)
{
    m_server.stop();
    auto limited = options();
    limited.limits.stallTime = std::chrono::milliseconds(400);
    startUploading(std::move(limited));
    RawClient client(m_server.port());
    EXPECT_EQ(client.request(put("a", "Content-Length: 10\r\n") + "hello").status, 408);
    EXPECT_TRUE(client.closed());
}
