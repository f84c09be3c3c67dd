// SPDX-License-Identifier: MIT
#include "core/server/server.h"
#include "tests/registry/archivewriting.h"
#include "tests/server/rawclient.h"

#include <benchmark/benchmark.h>

#include <fstream>
#include <memory>

using namespace drydock;
using namespace drydock::server;
using drydock::fixture::RawClient;

namespace {

enum class Kind : int { Plain, Tls };

class CountingSink final : public BodySink
{
public:
    Result<> write(std::string_view) override { return {}; }
    Result<Response> finish() override { return Response::noContent(); }
};

// One station for all measurements of a kind: a JSON document of 2 KB, files of three sizes, an upload.
class Station
{
public:
    explicit Station(Kind kind)
    {
        ServerOptions options;
        if (kind == Kind::Tls)
            options.tls = TlsOptions{m_folder.path() / "tls", {}};
        options.routes.get("/json", [](const Request &) -> Result<Response> {
            return Response::json(200, "{\"text\":\"" + std::string(2000, 'x') + "\"}");
        });
        options.routes.get("/file/{size}", [this](const Request &request) -> Result<Response> {
            return Response::sendFile(m_folder.path() / request.parameter("size"), "x", "application/octet-stream");
        });
        options.routes.upload(
            Method::Put, "/up", 1ULL << 40U,
            [](const Request &) -> Result<std::unique_ptr<BodySink>> { return std::make_unique<CountingSink>(); });
        for (const int mebibytes : {1, 16, 256}) {
            std::ofstream file(m_folder.path() / std::to_string(mebibytes), std::ios::binary);
            const std::string piece(1U << 20U, 'x');
            for (int i = 0; i < mebibytes; ++i)
                file << piece;
        }
        if (const auto started = m_server.start(std::move(options)); !started)
            std::abort();
        m_authority = kind == Kind::Tls ? m_folder.path() / "tls" / "ca.pem" : std::filesystem::path();
    }
    [[nodiscard]] std::unique_ptr<RawClient> connect() const
    {
        return std::make_unique<RawClient>(m_server.port(), m_authority);
    }

    static const Station &of(std::int64_t kind)
    {
        static const Station plain(Kind::Plain);
        static const Station tls(Kind::Tls);
        return kind == 0 ? plain : tls;
    }

private:
    fixture::TemporaryFolder m_folder;
    Server m_server;
    std::filesystem::path m_authority;
};

} // namespace

static void jsonRequests(benchmark::State &state)
{
    const auto client = Station::of(state.range(0)).connect();
    for (auto _ : state) {
        client->send("GET /json HTTP/1.1\r\nHost: x\r\n\r\n");
        benchmark::DoNotOptimize(client->skip());
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(jsonRequests)->ArgName("tls")->Arg(0)->Arg(1)->Threads(1)->Threads(8)->Threads(64)->UseRealTime();

static void newConnections(benchmark::State &state)
{
    for (auto _ : state) {
        const auto client = Station::of(state.range(0)).connect();
        client->send("GET /json HTTP/1.1\r\nHost: x\r\n\r\n");
        benchmark::DoNotOptimize(client->skip());
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(newConnections)->ArgName("tls")->Arg(0)->Arg(1)->UseRealTime();

static void download(benchmark::State &state)
{
    const auto client = Station::of(state.range(0)).connect();
    std::uint64_t bytes = 0;
    for (auto _ : state) {
        client->send("GET /file/" + std::to_string(state.range(1)) + " HTTP/1.1\r\nHost: x\r\n\r\n");
        bytes += client->skip();
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}
BENCHMARK(download)->ArgNames({"tls", "MiB"})->ArgsProduct({{0, 1}, {1, 16, 256}})->UseRealTime();

static void upload(benchmark::State &state)
{
    const auto client = Station::of(state.range(0)).connect();
    const std::string piece(1U << 20U, 'x');
    for (auto _ : state) {
        client->send("PUT /up HTTP/1.1\r\nHost: x\r\nContent-Length: " +
                     std::to_string(state.range(1) * static_cast<std::int64_t>(piece.size())) + "\r\n\r\n");
        for (std::int64_t i = 0; i < state.range(1); ++i)
            client->send(piece);
        client->skip();
    }
    state.SetBytesProcessed(state.iterations() * state.range(1) * static_cast<std::int64_t>(piece.size()));
}
BENCHMARK(upload)->ArgNames({"tls", "MiB"})->ArgsProduct({{0, 1}, {1, 16, 256}})->UseRealTime();

BENCHMARK_MAIN();
