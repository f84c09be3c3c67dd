// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct ssl_st;
struct ssl_ctx_st;

namespace drydock::fixture {

struct RawResponse
{
    int status = 0;                            ///< 0: the connection ended without an answer
    std::map<std::string, std::string> fields; ///< names in lower case
    std::string body;
};

/// A client that sends any bytes, also those no honest client would; with a trusted authority over TLS.
class RawClient
{
public:
    enum class Address { V4, V6 };
    explicit RawClient(std::uint16_t port, const std::filesystem::path &authority = {}, Address address = Address::V4);
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;
    ~RawClient();

    [[nodiscard]] bool connected() const { return m_socket >= 0; }
    bool send(std::string_view bytes);
    /// Reads one response; `headOnly` for HEAD.
    RawResponse read(bool headOnly = false);
    /// Reads one response and throws its body away; returns the body's size.
    std::uint64_t skip();
    /// Throws away everything until the connection ends; returns how much that was.
    std::uint64_t skipToTheEnd();
    RawResponse request(std::string_view bytes, bool headOnly = false);
    RawResponse get(std::string_view path, std::string_view fields = {});
    /// Whether the server has closed the connection (reads until it does or something arrives). One that only keeps
    /// silent for half a minute has not.
    [[nodiscard]] bool closed();

private:
    bool fill();

    int m_socket = -1;
    std::shared_ptr<ssl_ctx_st> m_context;
    std::shared_ptr<ssl_st> m_ssl;
    std::string m_in;
    bool m_isSilent = false; ///< nothing came in time
};

} // namespace drydock::fixture
