// SPDX-License-Identifier: MIT
#include "tests/server/rawclient.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace drydock::fixture {

static bool connectTo(int socket, std::uint16_t port, RawClient::Address kind)
{
    if (kind == RawClient::Address::V6) {
        sockaddr_in6 address{};
        address.sin6_family = AF_INET6;
        address.sin6_port = htons(port);
        address.sin6_addr = in6addr_loopback;
        return ::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0;
    }
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return ::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0;
}

RawClient::RawClient(std::uint16_t port, const std::filesystem::path &authority, Address address)
    : m_socket(::socket(address == Address::V6 ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    const timeval patience{30, 0};
    for (const int way : {SO_RCVTIMEO, SO_SNDTIMEO})
        ::setsockopt(m_socket, SOL_SOCKET, way, &patience, sizeof(patience));
    bool good = connectTo(m_socket, port, address);
    if (good && !authority.empty()) {
        m_context = {SSL_CTX_new(TLS_client_method()), SSL_CTX_free};
        SSL_CTX_load_verify_locations(m_context.get(), authority.c_str(), nullptr);
        SSL_CTX_set_verify(m_context.get(), SSL_VERIFY_PEER, nullptr);
        m_ssl = {SSL_new(m_context.get()), SSL_free};
        X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(m_ssl.get()), "127.0.0.1");
        SSL_set_fd(m_ssl.get(), m_socket);
        good = SSL_connect(m_ssl.get()) == 1;
        ERR_clear_error();
    }
    if (!good) {
        ::close(m_socket);
        m_socket = -1;
    }
}

RawClient::~RawClient()
{
    m_ssl.reset();
    if (m_socket >= 0)
        ::close(m_socket);
}

bool RawClient::send(std::string_view bytes)
{
    while (!bytes.empty() && m_socket >= 0) {
        const auto count = m_ssl ? SSL_write(m_ssl.get(), bytes.data(),
                                             static_cast<int>(std::min<std::size_t>(bytes.size(), 1U << 20U)))
                                 : static_cast<int>(::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL));
        if (count <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return m_socket >= 0;
}

bool RawClient::fill()
{
    std::array<char, 64U << 10U> buffer; // not zeroed: downloads are measured with this
    const auto count = m_ssl ? SSL_read(m_ssl.get(), buffer.data(), buffer.size())
                             : static_cast<int>(::recv(m_socket, buffer.data(), buffer.size(), 0));
    m_isSilent = count < 0 && (m_ssl ? SSL_get_error(m_ssl.get(), count) == SSL_ERROR_WANT_READ
                                     : errno == EAGAIN || errno == EWOULDBLOCK);
    ERR_clear_error();
    if (count <= 0)
        return false;
    m_in.append(buffer.data(), static_cast<std::size_t>(count));
    return true;
}

RawResponse RawClient::read(bool headOnly)
{
    RawResponse response;
    std::size_t end = 0;
    while ((end = m_in.find("\r\n\r\n")) == std::string::npos)
        if (!fill())
            return response;
    std::string head = m_in.substr(0, end + 2);
    m_in.erase(0, end + 4);
    response.status = std::atoi(head.substr(9, 3).c_str());
    head.erase(0, head.find("\r\n") + 2);
    while (!head.empty()) {
        const std::size_t line = head.find("\r\n");
        const std::size_t colon = head.find(": ");
        std::string name = head.substr(0, colon);
        std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
        response.fields[name] = head.substr(colon + 2, line - colon - 2);
        head.erase(0, line + 2);
    }
    const auto length = response.fields.find("content-length");
    const std::size_t wanted = headOnly || length == response.fields.end() ? 0 : std::stoull(length->second);
    while (m_in.size() < wanted && fill()) {
    }
    response.body = m_in.substr(0, wanted);
    m_in.erase(0, wanted);
    return response;
}

std::uint64_t RawClient::skip()
{
    const RawResponse head = read(true);
    const auto length = head.fields.find("content-length");
    const std::uint64_t wanted = length == head.fields.end() ? 0 : std::stoull(length->second);
    std::uint64_t done = std::min<std::uint64_t>(wanted, m_in.size());
    m_in.erase(0, done);
    while (done < wanted && fill()) {
        done += m_in.size();
        m_in.clear();
    }
    return done;
}

std::uint64_t RawClient::skipToTheEnd()
{
    std::uint64_t done = 0;
    do {
        done += m_in.size();
        m_in.clear();
    } while (fill());
    return done;
}

RawResponse RawClient::request(std::string_view bytes, bool headOnly)
{
    send(bytes);
    return read(headOnly);
}

RawResponse RawClient::get(std::string_view path, std::string_view fields)
{
    return request("GET " + std::string(path) + " HTTP/1.1\r\nHost: x\r\n" + std::string(fields) + "\r\n");
}

bool RawClient::closed()
{
    return m_socket < 0 || (m_in.empty() && !fill() && !m_isSilent);
}

} // namespace drydock::fixture
