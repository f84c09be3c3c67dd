// SPDX-License-Identifier: MIT
#include "core/server/server.h"

#include "core/server/connection.h"
#include "core/server/tlscontext.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <mutex>
#include <set>
#include <thread>
#include <utility>
#include <vector>

#include <unistd.h>

namespace drydock::server {

namespace asio = boost::asio;
using asio::ip::tcp;

static constexpr std::chrono::milliseconds sweepInterval{250};
static constexpr std::chrono::hours renewalInterval{6};

namespace {

// One thread with an io_context of its own: nothing on it needs a lock.
struct Worker
{
    asio::io_context context{1};
    asio::steady_timer timer{context};
    std::set<std::shared_ptr<Connection>> connections;
    std::thread thread;
};

} // namespace

struct Server::Private
{
    ServerOptions options;
    SystemClock clock;
    ConnectionContext connectionContext{options, clock};
    std::vector<std::unique_ptr<Worker>> workers;
    std::unique_ptr<tcp::acceptor> acceptor; ///< on the first worker's thread
    std::atomic<bool> stopping = false;
    std::atomic<std::size_t> connectionCount = 0;
    std::mutex tlsMutex;
    std::shared_ptr<ssl_ctx_st> tls;
    std::string certificateFingerprint;
    std::chrono::steady_clock::time_point nextRenewal;
    std::uint16_t port = 0;
    std::string host; ///< as it stands in the URL

    [[nodiscard]] Result<> listen();
    [[nodiscard]] Result<> prepareTls();
    [[nodiscard]] std::shared_ptr<ssl_ctx_st> currentTls();
    void renewTls();
    void startThreads();
    [[nodiscard]] asio::awaitable<void> acceptAll();
    [[nodiscard]] asio::awaitable<void> serve(Worker &worker, tcp::socket socket);
    [[nodiscard]] asio::awaitable<void> sweepAll(Worker &worker, bool first);
    void report(const Error &error) const
    {
        if (options.onError)
            options.onError(error);
    }
};

Server::Server() = default;

Server::~Server()
{
    stop();
}

static Failure listenFailure(const boost::system::error_code &error, const ServerOptions &options)
{
    const std::string place = options.address + ":" + std::to_string(options.port);
    const std::string port = std::to_string(options.port);
    if (error == asio::error::address_in_use)
        return failure("server.port-in-use", "Port " + port + " is already in use.", place,
                       "Stop the other program (ss -ltnp shows it), or choose another port.");
    if (error == asio::error::access_denied)
        return failure("server.port-privileged", "Port " + port + " may not be opened by this user.", place,
                       "Choose a port above 1023, or give the program the capability cap_net_bind_service.");
    if (error == boost::system::errc::address_not_available)
        return failure("server.bad-address", "This machine has no address " + options.address + ".", place,
                       "Use 127.0.0.1 for this machine only, or 0.0.0.0 for all of its addresses.");
    return failure("server.failed", "The server cannot listen: " + error.message() + ".", place);
}

// For all addresses the URL names the machine, since nobody can connect to 0.0.0.0.
static std::string urlHost(const asio::ip::address &address)
{
    if (address.is_unspecified()) {
        std::array<char, 256> name{};
        if (::gethostname(name.data(), name.size() - 1) == 0 && name.front() != '\0')
            return name.data();
        return "localhost";
    }
    return address.is_v6() ? "[" + address.to_string() + "]" : address.to_string();
}

Result<> Server::Private::listen()
{
    boost::system::error_code error;
    const auto address = asio::ip::make_address(options.address, error);
    if (error)
        return failure("server.bad-address", "\"" + options.address + "\" is no IP address.", options.address,
                       "Use 127.0.0.1 for this machine only, or 0.0.0.0 for all of its addresses.");
    const tcp::endpoint endpoint(address, options.port);
    acceptor = std::make_unique<tcp::acceptor>(workers.front()->context);
    acceptor->open(endpoint.protocol(), error);
    if (!error)
        acceptor->set_option(asio::socket_base::reuse_address(true), error);
    if (!error)
        acceptor->bind(endpoint, error);
    if (!error)
        acceptor->listen(asio::socket_base::max_listen_connections, error);
    if (error)
        return listenFailure(error, options);
    port = acceptor->local_endpoint(error).port();
    host = urlHost(address);
    return {};
}

Result<> Server::Private::prepareTls()
{
    nextRenewal = std::chrono::steady_clock::now() + renewalInterval;
    if (!options.tls)
        return {};
    const auto identity = TlsIdentity::ensure(*options.tls);
    if (!identity)
        return Failure(identity.error());
    if (identity->certificateFingerprint == certificateFingerprint)
        return {};
    auto context = makeTlsContext(*identity);
    if (!context)
        return Failure(context.error());
    const std::lock_guard lock(tlsMutex);
    tls = std::move(*context);
    certificateFingerprint = identity->certificateFingerprint;
    return {};
}

std::shared_ptr<ssl_ctx_st> Server::Private::currentTls()
{
    const std::lock_guard lock(tlsMutex);
    return tls;
}

// A station runs for longer than its certificate: connections made from now on get the new one.
void Server::Private::renewTls()
{
    if (std::chrono::steady_clock::now() < nextRenewal)
        return;
    if (const auto renewed = prepareTls(); !renewed)
        report(renewed.error());
}

Result<> Server::start(ServerOptions options)
{
    if (m_private)
        return failure("server.running", "The server is already running.", url(), "Stop it first.");
    auto starting = std::make_unique<Private>();
    starting->options = std::move(options);
    const unsigned threads = std::clamp(starting->options.threads, 1U, 64U);
    for (unsigned i = 0; i < threads; ++i)
        starting->workers.push_back(std::make_unique<Worker>());
    // First the port: where it is taken, no certificate should be made.
    if (auto listening = starting->listen(); !listening)
        return listening;
    if (auto prepared = starting->prepareTls(); !prepared)
        return prepared;
    starting->startThreads();
    m_private = std::move(starting);
    return {};
}

void Server::Private::startThreads()
{
    for (const auto &worker : workers)
        asio::co_spawn(worker->context, sweepAll(*worker, worker == workers.front()), asio::detached);
    asio::co_spawn(workers.front()->context, acceptAll(), asio::detached);
    for (const auto &worker : workers)
        worker->thread = std::thread([&context = worker->context] {
            // Signals are the main thread's; a client that goes away must not raise SIGPIPE.
            sigset_t all;
            sigfillset(&all);
            pthread_sigmask(SIG_BLOCK, &all, nullptr);
            context.run();
        });
}

asio::awaitable<void> Server::Private::acceptAll()
{
    std::size_t next = 0;
    while (!stopping) {
        Worker &worker = *workers[next++ % workers.size()];
        boost::system::error_code error;
        tcp::socket socket(worker.context);
        co_await acceptor->async_accept(socket, asio::redirect_error(asio::use_awaitable, error));
        if (stopping)
            break;
        if (error) {
            // Out of descriptors: those in use will be given back; trying at once would only burn time.
            asio::steady_timer pause(workers.front()->context, std::chrono::milliseconds(100));
            co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
            continue;
        }
        if (connectionCount < options.limits.connections)
            asio::co_spawn(worker.context, serve(worker, std::move(socket)), asio::detached);
    }
}

asio::awaitable<void> Server::Private::serve(Worker &worker, tcp::socket socket)
{
    if (stopping)
        co_return;
    boost::system::error_code error;
    const auto peer = socket.remote_endpoint(error);
    const auto connection = std::make_shared<Connection>(connectionContext, std::move(socket), currentTls(),
                                                         error ? std::string() : peer.address().to_string());
    worker.connections.insert(connection);
    ++connectionCount;
    try {
        co_await connection->run();
    } catch (const std::exception &exception) {
        report({"server.connection", std::string("A connection failed: ") + exception.what() + ".", {}, {}});
    }
    --connectionCount;
    worker.connections.erase(connection);
    if (stopping && worker.connections.empty())
        worker.timer.cancel();
}

asio::awaitable<void> Server::Private::sweepAll(Worker &worker, bool first)
{
    while (!stopping || !worker.connections.empty()) {
        boost::system::error_code error;
        worker.timer.expires_after(sweepInterval);
        co_await worker.timer.async_wait(asio::redirect_error(asio::use_awaitable, error));
        const auto now = Deadline::Clock::now();
        for (const auto &connection : worker.connections)
            connection->sweep(now);
        if (first && !stopping)
            renewTls();
    }
}

void Server::stop()
{
    if (!m_private)
        return;
    m_private->stopping = true;
    for (const auto &worker : m_private->workers)
        asio::post(worker->context, [this, &worker] {
            boost::system::error_code ignored;
            if (worker == m_private->workers.front())
                m_private->acceptor->close(ignored);
            for (const auto &connection : worker->connections)
                connection->stopSoon();
            if (worker->connections.empty())
                worker->timer.cancel();
        });
    for (const auto &worker : m_private->workers)
        worker->thread.join();
    m_private.reset();
}

bool Server::running() const
{
    return m_private != nullptr;
}

std::uint16_t Server::port() const
{
    return m_private ? m_private->port : 0;
}

std::string Server::url() const
{
    if (!m_private)
        return {};
    return (m_private->options.tls ? "https://" : "http://") + m_private->host + ":" + std::to_string(m_private->port);
}

} // namespace drydock::server
