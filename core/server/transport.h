// SPDX-License-Identifier: MIT
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string_view>

struct ssl_st;
struct ssl_ctx_st;

namespace drydock::server {

/// Until when a connection may take for what it is doing. Looked at by its thread's sweep, which then ends it.
struct Deadline
{
    using Clock = std::chrono::steady_clock;

    Clock::time_point at = Clock::time_point::max();
    std::chrono::milliseconds stall{0}; ///< not 0: every byte that moves puts the end off to this far from now
    Clock::time_point last = Clock::time_point::max(); ///< no progress moves the end beyond this (the server stops)
    bool passed = false;

    /// An end that no progress moves.
    void absolute(std::chrono::milliseconds time)
    {
        at = std::min(Clock::now() + time, last);
        stall = {};
        passed = false;
    }
    void sliding(std::chrono::milliseconds time)
    {
        absolute(time);
        stall = time;
    }
    void progressed()
    {
        if (stall.count() != 0)
            at = std::min(Clock::now() + stall, last);
    }
};

enum class Drain { Yes, No };

/// Bytes over one socket, with or without TLS. Every function gives up when the deadline has passed.
///
/// OpenSSL works on the socket itself, which is not blocking; the coroutine waits for it. That costs a quarter of the
/// memory of asio::ssl::stream.
class Transport
{
public:
    Transport(boost::asio::ip::tcp::socket socket, const std::shared_ptr<ssl_ctx_st> &context, Deadline &deadline);
    ~Transport();
    Transport(const Transport &) = delete;
    Transport &operator=(const Transport &) = delete;

    [[nodiscard]] boost::asio::awaitable<bool> handshake();
    /// 0: the end, an error, or the deadline.
    [[nodiscard]] boost::asio::awaitable<std::size_t> read(char *buffer, std::size_t size);
    [[nodiscard]] boost::asio::awaitable<bool> write(std::string_view bytes);
    [[nodiscard]] boost::asio::awaitable<bool> sendFile(int file, std::uint64_t offset, std::uint64_t length);
    /// Says goodbye. Draining reads for a moment what the client still sends, so that it sees the last response, no
    /// reset.
    [[nodiscard]] boost::asio::awaitable<void> finish(Drain drain);
    /// Wakes up whatever waits, which then sees that the deadline has passed.
    void cancel();

private:
    struct FreeSsl
    {
        void operator()(ssl_st *ssl) const;
    };
    enum class Wanted { Read, Write, Nothing };

    [[nodiscard]] boost::asio::awaitable<bool> wait(Wanted wanted);
    [[nodiscard]] boost::asio::awaitable<bool> sendFilePlain(int file, std::uint64_t offset, std::uint64_t length);
    [[nodiscard]] boost::asio::awaitable<bool> sendFileTls(int file, std::uint64_t offset, std::uint64_t length);
    [[nodiscard]] boost::asio::awaitable<void> yieldAfter(std::uint64_t sent);
    [[nodiscard]] Wanted wantedAfter(int result);
    [[nodiscard]] std::int64_t readSome(char *buffer, std::size_t size, Wanted &wanted);
    [[nodiscard]] std::int64_t writeSome(std::string_view bytes, Wanted &wanted);

    boost::asio::ip::tcp::socket m_socket;
    std::unique_ptr<ssl_st, FreeSsl> m_ssl; ///< null: plain
    Deadline &m_deadline;
    std::uint64_t m_sinceYield = 0;
    bool m_broken = false; ///< nothing more may be sent
};

} // namespace drydock::server
