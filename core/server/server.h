// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/server/router.h"
#include "core/server/tlsidentity.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace drydock::server {

/// One line of the live request view.
struct RequestRecord
{
    Timestamp time;
    std::string method;
    std::string path; ///< as it was asked for, with the query; capability parts are shortened
    int status = 0;
    std::uint64_t bytes = 0; ///< of the body that was sent
    std::chrono::microseconds duration{};
    std::string client;
    std::string userAgent;
};

struct ServerLimits
{
    std::size_t headBytes = 16'384; ///< request line and fields
    std::size_t fields = 100;
    std::size_t connections = 4096;
    std::chrono::milliseconds headTime{
        15'000}; ///< from the first byte, or the start of the connection, to the end of the head
    std::chrono::milliseconds idleTime{60'000};  ///< between two requests of a connection
    std::chrono::milliseconds stallTime{60'000}; ///< without a byte moving while a body is sent or received
    std::chrono::milliseconds drainTime{5'000};  ///< for requests being answered when stop() is called
};

struct ServerOptions
{
    std::string address = "127.0.0.1"; ///< an IPv4 or IPv6 address
    std::uint16_t port = 0;            ///< 0: any free one
    unsigned threads = 2;
    std::optional<TlsOptions> tls; ///< none: plain HTTP, for tests and behind a proxy on the same machine
    ServerLimits limits;
    Router routes; ///< handlers are called on server threads, many at once; what they refer to must outlive stop()
    std::function<void(const RequestRecord &)> onRequest; ///< called on server threads, many at once
    std::function<void(const Error &)> onError;           ///< what went wrong inside; called on server threads
};

/// An HTTPS server on its own threads. Methods are called from one thread.
class Server
{
public:
    Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;
    ~Server(); ///< stops

    /// Returns once it is listening. Codes: `server.running`, `server.bad-address`, `server.port-in-use`,
    /// `server.port-privileged`, `server.failed`, and those of TlsIdentity.
    [[nodiscard]] Result<> start(ServerOptions options);
    /// Ends requests that are being answered (for at most drainTime), closes everything, joins the threads.
    void stop();

    [[nodiscard]] bool running() const;
    [[nodiscard]] std::uint16_t port() const; ///< 0 when not running
    /// https://ADDRESS:PORT, with brackets for IPv6; empty when not running.
    [[nodiscard]] std::string url() const;

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace drydock::server
