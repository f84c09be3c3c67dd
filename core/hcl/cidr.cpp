// SPDX-License-Identifier: MIT
#include "core/hcl/cidr.h"

#include <charconv>
#include <cstring>

#include <arpa/inet.h>

namespace drydock::hcl {

static Failure wrong(std::string message)
{
    return failure("hcl.cidr", std::move(message));
}

/// "010.1.2.3" -> "10.1.2.3": Terraform reads such octets as decimal.
static std::string withoutLeadingZeros(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool start = i == 0 || text[i - 1] == '.' || (!out.empty() && out.back() == '.');
        const bool more = i + 1 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '9';
        if (!(start && text[i] == '0' && more) || (!out.empty() && out.back() != '.'))
            out += text[i];
    }
    return out;
}

Result<Network> Network::parse(std::string_view text)
{
    const std::size_t slash = text.find('/');
    const Failure bad = wrong("invalid CIDR address: " + std::string(text));
    if (slash == std::string_view::npos || slash > 64)
        return bad;
    Network network;
    network.m_ipv6 = text.substr(0, slash).find(':') != std::string_view::npos;
    const std::string address =
        network.m_ipv6 ? std::string(text.substr(0, slash)) : withoutLeadingZeros(text.substr(0, slash));
    if (inet_pton(network.m_ipv6 ? AF_INET6 : AF_INET, address.c_str(), network.m_bytes.data()) != 1)
        return bad;
    const std::string_view bits = text.substr(slash + 1);
    const auto [end, error] = std::from_chars(bits.data(), bits.data() + bits.size(), network.m_length);
    if (bits.empty() || bits.size() > 3 || bits.front() == '-' || error != std::errc() ||
        end != bits.data() + bits.size() || network.m_length > network.width())
        return bad;
    network.clearHostBits();
    return network;
}

void Network::clearHostBits()
{
    for (int i = m_length; i < 128; ++i)
        m_bytes[static_cast<std::size_t>(i / 8)] &= static_cast<std::uint8_t>(~(0x80U >> static_cast<unsigned>(i % 8)));
}

bool Network::bit(const Bytes &bytes, int index) const
{
    return (bytes[static_cast<std::size_t>(index / 8)] & (0x80U >> static_cast<unsigned>(index % 8))) != 0;
}

std::string Network::addressText(const Bytes &bytes) const
{
    std::array<char, INET6_ADDRSTRLEN> buffer{};
    inet_ntop(m_ipv6 ? AF_INET6 : AF_INET, bytes.data(), buffer.data(), buffer.size());
    return buffer.data();
}

std::string Network::text() const
{
    return addressText(m_bytes) + "/" + std::to_string(m_length);
}

std::string Network::mask() const
{
    Bytes bytes{};
    for (int i = 0; i < m_length; ++i)
        bytes[static_cast<std::size_t>(i / 8)] |= static_cast<std::uint8_t>(0x80U >> static_cast<unsigned>(i % 8));
    return addressText(bytes);
}

bool Network::covers(const Network &other) const
{
    if (m_ipv6 != other.m_ipv6 || m_length > other.m_length)
        return false;
    for (int i = 0; i < m_length; ++i)
        if (bit(m_bytes, i) != bit(other.m_bytes, i))
            return false;
    return true;
}

/// Adds a signed number to an address of `width` bits; what overflows is lost.
static void add(std::array<std::uint8_t, 16> &bytes, int width, std::int64_t number, int shift)
{
    // Bytes from the last one; the number is sign-extended on the way.
    int carry = 0;
    for (int i = width / 8 - 1, position = 0; i >= 0; --i, position += 8) {
        std::int64_t part = 0;
        for (int b = 0; b < 8; ++b) {
            const int source = position + b - shift;
            if (source >= 0)
                part |= ((number >> (source > 63 ? 63 : source)) & 1) << b;
        }
        const int sum = bytes[static_cast<std::size_t>(i)] + static_cast<int>(part) + carry;
        bytes[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(sum & 0xff);
        carry = sum >> 8;
    }
}

Result<std::string> Network::host(std::int64_t number) const
{
    const int hostBits = width() - m_length;
    const std::uint64_t count = hostBits >= 63 ? UINT64_MAX : (std::uint64_t{1} << static_cast<unsigned>(hostBits));
    const bool fits =
        number >= 0 ? static_cast<std::uint64_t>(number) < count : static_cast<std::uint64_t>(-(number + 1)) < count;
    if (!fits)
        return wrong("prefix of " + std::to_string(m_length) + " does not accommodate a host numbered " +
                     std::to_string(number));
    Bytes bytes = m_bytes;
    if (number < 0)
        for (int i = m_length; i < width(); ++i)
            bytes[static_cast<std::size_t>(i / 8)] |= static_cast<std::uint8_t>(0x80U >> static_cast<unsigned>(i % 8));
    add(bytes, width(), number < 0 ? number + 1 : number, 0);
    return addressText(bytes);
}

Result<Network> Network::subnet(std::int64_t bits, std::int64_t number) const
{
    if (bits < 0 || bits > width() - m_length)
        return wrong("insufficient address space to extend prefix of " + std::to_string(m_length) + " by " +
                     std::to_string(bits));
    if (number < 0 || (bits < 63 && number >= (std::int64_t{1} << bits)))
        return wrong("prefix extension of " + std::to_string(bits) + " does not accommodate a subnet numbered " +
                     std::to_string(number));
    Network result = *this;
    result.m_length += static_cast<int>(bits);
    add(result.m_bytes, width(), number, width() - result.m_length);
    return result;
}

Result<Network> Network::next(const std::optional<Network> &previous, std::int64_t bits) const
{
    auto result = subnet(bits, 0);
    if (!result || !previous)
        return result ? result
                      : wrong("not enough remaining address space for a subnet with a prefix of " +
                              std::to_string(m_length + bits) + " bits");
    // Behind the end of the previous one, rounded up to a multiple of the new size.
    Bytes bytes = previous->m_bytes;
    for (int i = previous->m_length; i < width(); ++i)
        bytes[static_cast<std::size_t>(i / 8)] |= static_cast<std::uint8_t>(0x80U >> static_cast<unsigned>(i % 8));
    for (int i = result->m_length; i < width(); ++i)
        bytes[static_cast<std::size_t>(i / 8)] |= static_cast<std::uint8_t>(0x80U >> static_cast<unsigned>(i % 8));
    add(bytes, width(), 1, 0);
    result->m_bytes = bytes;
    if (!covers(*result))
        return wrong("not enough remaining address space for a subnet with a prefix of " +
                     std::to_string(result->m_length) + " bits after " + previous->text());
    return result;
}

} // namespace drydock::hcl
