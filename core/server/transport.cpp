// SPDX-License-Identifier: MIT
#include "core/server/transport.h"

#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <openssl/err.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <cerrno>
#include <utility>
#include <vector>

#include <sys/sendfile.h>
#include <sys/socket.h>
#include <unistd.h>

namespace drydock::server {

namespace asio = boost::asio;

static constexpr std::size_t fileStep = 1U << 20U;
static constexpr std::size_t tlsStep = 128U << 10U;
static constexpr std::uint64_t fairShare = 4U << 20U;

void Transport::FreeSsl::operator()(ssl_st *ssl) const
{
    SSL_free(ssl);
}

Transport::Transport(asio::ip::tcp::socket socket, const std::shared_ptr<ssl_ctx_st> &context, Deadline &deadline)
    : m_socket(std::move(socket))
    , m_ssl(context ? SSL_new(context.get()) : nullptr)
    , m_deadline(deadline)
{
    boost::system::error_code ignored;
    m_socket.native_non_blocking(true, ignored);
    m_socket.set_option(asio::ip::tcp::no_delay(true), ignored);
    if (m_ssl) {
        SSL_set_fd(m_ssl.get(), m_socket.native_handle());
        SSL_set_accept_state(m_ssl.get());
    }
}

Transport::~Transport() = default;

void Transport::cancel()
{
    boost::system::error_code ignored;
    m_socket.cancel(ignored);
}

asio::awaitable<bool> Transport::wait(Wanted wanted)
{
    if (m_deadline.passed || wanted == Wanted::Nothing)
        co_return false;
    boost::system::error_code error;
    const auto type = wanted == Wanted::Read ? asio::socket_base::wait_read : asio::socket_base::wait_write;
    co_await m_socket.async_wait(type, asio::redirect_error(asio::use_awaitable, error));
    co_return !error && !m_deadline.passed;
}

Transport::Wanted Transport::wantedAfter(int result)
{
    switch (SSL_get_error(m_ssl.get(), result)) {
    case SSL_ERROR_WANT_READ:
        return Wanted::Read;
    case SSL_ERROR_WANT_WRITE:
        return Wanted::Write;
    case SSL_ERROR_ZERO_RETURN:
        return Wanted::Nothing;
    default:
        m_broken = true;
        return Wanted::Nothing;
    }
}

asio::awaitable<bool> Transport::handshake()
{
    if (!m_ssl)
        co_return true;
    while (true) {
        ERR_clear_error();
        const int result = SSL_do_handshake(m_ssl.get());
        if (result == 1)
            co_return true;
        const Wanted wanted = wantedAfter(result);
        if (wanted == Wanted::Nothing && ERR_GET_REASON(ERR_peek_error()) == SSL_R_HTTP_REQUEST) {
            static constexpr std::string_view answer = "HTTP/1.1 400 Bad Request\r\nContent-Type: "
                                                       "text/plain\r\nContent-Length: 29\r\nConnection: close\r\n\r\n"
                                                       "Use https:// for this port.\r\n";
            if (::send(m_socket.native_handle(), answer.data(), answer.size(), MSG_NOSIGNAL | MSG_DONTWAIT) > 0)
                m_ssl.reset();
        }
        ERR_clear_error();
        const bool ready = co_await wait(wanted);
        if (!ready)
            co_return false;
    }
}

std::int64_t Transport::readSome(char *buffer, std::size_t size, Wanted &wanted)
{
    wanted = Wanted::Nothing;
    if (m_ssl) {
        ERR_clear_error();
        std::size_t count = 0;
        const int result = SSL_read_ex(m_ssl.get(), buffer, size, &count);
        if (result == 1)
            return static_cast<std::int64_t>(count);
        wanted = wantedAfter(result);
        ERR_clear_error();
        return wanted == Wanted::Nothing ? 0 : -1;
    }
    while (true) {
        const ssize_t count = ::recv(m_socket.native_handle(), buffer, size, MSG_DONTWAIT);
        if (count >= 0)
            return count;
        if (errno == EINTR)
            continue;
        if (errno == EAGAIN || errno == EWOULDBLOCK)
            wanted = Wanted::Read;
        return wanted == Wanted::Nothing ? 0 : -1;
    }
}

std::int64_t Transport::writeSome(std::string_view bytes, Wanted &wanted)
{
    wanted = Wanted::Nothing;
    if (m_ssl) {
        ERR_clear_error();
        std::size_t count = 0;
        const int result = SSL_write_ex(m_ssl.get(), bytes.data(), bytes.size(), &count);
        if (result == 1)
            return static_cast<std::int64_t>(count);
        wanted = wantedAfter(result);
        ERR_clear_error();
        return -1;
    }
    while (true) {
        const ssize_t count = ::send(m_socket.native_handle(), bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count >= 0)
            return count;
        if (errno == EINTR)
            continue;
        if (errno == EAGAIN || errno == EWOULDBLOCK)
            wanted = Wanted::Write;
        return -1;
    }
}

asio::awaitable<std::size_t> Transport::read(char *buffer, std::size_t size)
{
    while (!m_deadline.passed) {
        Wanted wanted = Wanted::Nothing;
        const std::int64_t count = readSome(buffer, size, wanted);
        if (count >= 0) {
            m_deadline.progressed();
            co_await yieldAfter(static_cast<std::uint64_t>(count));
            co_return static_cast<std::size_t>(count);
        }
        const bool ready = co_await wait(wanted);
        if (!ready)
            break;
    }
    co_return 0;
}

asio::awaitable<bool> Transport::write(std::string_view bytes)
{
    while (!bytes.empty() && !m_broken) {
        Wanted wanted = Wanted::Nothing;
        const std::int64_t count = writeSome(bytes, wanted);
        if (count >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(count));
            m_deadline.progressed();
            continue;
        }
        const bool ready = co_await wait(wanted);
        if (!ready) {
            m_broken = true;
            co_return false;
        }
    }
    co_return !m_broken;
}

// A fast client must not keep a thread from its other connections.
asio::awaitable<void> Transport::yieldAfter(std::uint64_t sent)
{
    m_sinceYield += sent;
    if (m_sinceYield < fairShare)
        co_return;
    m_sinceYield = 0;
    const auto executor = co_await asio::this_coro::executor;
    co_await asio::post(executor, asio::use_awaitable);
}

asio::awaitable<bool> Transport::sendFile(int file, std::uint64_t offset, std::uint64_t length)
{
    if (m_ssl)
        co_return co_await sendFileTls(file, offset, length);
    co_return co_await sendFilePlain(file, offset, length);
}

asio::awaitable<bool> Transport::sendFilePlain(int file, std::uint64_t offset, std::uint64_t length)
{
    auto position = static_cast<off_t>(offset);
    while (length > 0 && !m_deadline.passed) {
        const ssize_t count =
            ::sendfile(m_socket.native_handle(), file, &position, std::min<std::uint64_t>(length, fileStep));
        if (count > 0) {
            length -= static_cast<std::uint64_t>(count);
            m_deadline.progressed();
            co_await yieldAfter(static_cast<std::uint64_t>(count));
        } else if (count < 0 && errno == EAGAIN) {
            const bool ready = co_await wait(Wanted::Write);
            if (!ready)
                break;
        } else if (count == 0 || errno != EINTR) {
            break;
        }
    }
    m_broken = m_broken || length > 0;
    co_return length == 0;
}

asio::awaitable<bool> Transport::sendFileTls(int file, std::uint64_t offset, std::uint64_t length)
{
    std::vector<char> buffer(std::min<std::uint64_t>(length, tlsStep));
    while (length > 0 && !m_deadline.passed) {
        const ssize_t count =
            ::pread(file, buffer.data(), std::min<std::uint64_t>(length, buffer.size()), static_cast<off_t>(offset));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        const std::string_view piece(buffer.data(), static_cast<std::size_t>(count));
        const bool written = co_await write(piece);
        if (!written)
            break;
        offset += static_cast<std::uint64_t>(count);
        length -= static_cast<std::uint64_t>(count);
        co_await yieldAfter(static_cast<std::uint64_t>(count));
    }
    m_broken = m_broken || length > 0;
    co_return length == 0;
}

asio::awaitable<void> Transport::finish(Drain drain)
{
    constexpr std::size_t drainLimit = 1U << 20U;
    if (m_ssl && !m_broken && SSL_is_init_finished(m_ssl.get()) == 1) {
        ERR_clear_error();
        SSL_shutdown(m_ssl.get());
        ERR_clear_error();
    }
    boost::system::error_code ignored;
    m_socket.shutdown(asio::socket_base::shutdown_send, ignored);
    if (ignored || m_broken || drain == Drain::No)
        co_return;
    // From here on the socket's own bytes, encrypted or not, are only thrown away.
    m_ssl.reset();
    std::vector<char> buffer(4096);
    for (std::size_t drained = 0; drained < drainLimit;) {
        const std::size_t count = co_await read(buffer.data(), buffer.size());
        if (count == 0)
            break;
        drained += count;
    }
}

} // namespace drydock::server
