// SPDX-License-Identifier: MIT
#pragma once

#include "core/server/server.h"
#include "tests/registry/archivewriting.h"
#include "tests/server/rawclient.h"

#include <gtest/gtest.h>

#include <mutex>
#include <string>
#include <vector>

namespace drydock::fixture {

/// A plain HTTP server with a few routes, on any free port.
class ServerTest : public ::testing::Test
{
protected:
    [[nodiscard]] server::ServerOptions options()
    {
        using server::Request;
        using server::Response;
        server::ServerOptions options;
        options.routes.get("/hello", [](const Request &) -> Result<Response> { return Response::json(200, "{}"); });
        options.routes.get("/file", [this](const Request &) -> Result<Response> {
            return Response::sendFile(m_folder.path() / "file", "tag", "application/octet-stream");
        });
        options.routes.get("/throws", [](const Request &) -> Result<Response> { throw std::bad_alloc(); });
        options.routes.get("/fails",
                           [](const Request &) -> Result<Response> { return failure("store.sql", "secret detail"); });
        options.onRequest = [this](const server::RequestRecord &record) {
            const std::lock_guard lock(m_mutex);
            m_records.push_back(record);
        };
        return options;
    }
    void start(server::ServerOptions options)
    {
        const auto started = m_server.start(std::move(options));
        ASSERT_TRUE(started.has_value()) << started.error().text();
    }
    void start() { start(options()); }
    [[nodiscard]] std::vector<server::RequestRecord> records()
    {
        const std::lock_guard lock(m_mutex);
        return m_records;
    }

    TemporaryFolder m_folder;
    std::mutex m_mutex;
    std::vector<server::RequestRecord> m_records;
    server::Server m_server;
};

} // namespace drydock::fixture
