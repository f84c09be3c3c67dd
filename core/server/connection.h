// SPDX-License-Identifier: MIT
#pragma once

#include "core/server/requestparser.h"
#include "core/server/server.h"
#include "core/server/transport.h"

#include <boost/asio/awaitable.hpp>

#include <memory>
#include <optional>
#include <string>

namespace drydock::server {

/// What all connections of a server share; read only while it runs.
struct ConnectionContext
{
    const ServerOptions &options;
    const Clock &clock;
};

/// One client's connection: its requests one after the other. Lives on one thread.
class Connection
{
public:
    Connection(const ConnectionContext &context, boost::asio::ip::tcp::socket socket,
               const std::shared_ptr<ssl_ctx_st> &tls, std::string client);

    [[nodiscard]] boost::asio::awaitable<void> run();
    /// Ends what takes too long.
    void sweep(Deadline::Clock::time_point now);
    /// No further request; the one being answered may take until `drainTime` from now.
    void stopSoon();

private:
    struct Exchange
    {
        RequestRecord record;
        Response response;
        std::optional<Request> request;
        bool headOnly = false;
        bool keepAlive = false;
    };

    [[nodiscard]] boost::asio::awaitable<bool> serveOne();
    [[nodiscard]] boost::asio::awaitable<bool> readHead(RequestParser &parser);
    [[nodiscard]] boost::asio::awaitable<void> answer(RequestParser &parser, Exchange &exchange);
    [[nodiscard]] boost::asio::awaitable<void> receive(RequestParser &parser, Exchange &exchange,
                                                       const Router::Route &route);
    [[nodiscard]] boost::asio::awaitable<bool> readBody(RequestParser &parser, std::uint64_t limit, BodySink *sink);
    [[nodiscard]] boost::asio::awaitable<bool> send(Exchange &exchange);
    [[nodiscard]] boost::asio::awaitable<bool> sendFile(Exchange &exchange);
    [[nodiscard]] Response call(const Request &request, const Router::Route &route) const;
    void refuse(Exchange &exchange, const HttpProblem &problem) const;
    void begin(const RequestHead &head, Exchange &exchange) const;
    void log(Exchange &exchange, Deadline::Clock::time_point started) const;

    const ConnectionContext &m_context;
    Deadline m_deadline;
    Transport m_transport;
    std::string m_client;
    std::string m_in;      ///< read, not yet parsed
    bool m_idle = true;    ///< nothing of the next request has come
    bool m_waiting = true; ///< no request is being answered
    bool m_first = true;
    bool m_stopping = false;
};

} // namespace drydock::server
