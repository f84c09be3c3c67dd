// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace drydock::hcl {

/// An IPv4 or IPv6 network: an address and how many of its bits are the network's.
class Network
{
public:
    /// `10.0.0.0/16`, `2001:db8::/32`. Host bits are cleared. Octets with leading zeros are accepted, as Terraform
    /// does. Code `hcl.cidr`.
    [[nodiscard]] static Result<Network> parse(std::string_view text);

    [[nodiscard]] bool isIpv6() const { return m_ipv6; }
    [[nodiscard]] int length() const { return m_length; } ///< of the prefix in bits
    [[nodiscard]] std::string text() const;               ///< `10.0.0.0/16`
    [[nodiscard]] std::string mask() const;               ///< `255.255.0.0`
    /// Whether every address of `other` is in this network.
    [[nodiscard]] bool covers(const Network &other) const;

    /// The address of a host; a negative number counts from the end.
    [[nodiscard]] Result<std::string> host(std::int64_t number) const;
    /// The network number `number` among those with `bits` more bits.
    [[nodiscard]] Result<Network> subnet(std::int64_t bits, std::int64_t number) const;
    /// The first network with `bits` more bits behind `previous` (or at the start).
    [[nodiscard]] Result<Network> next(const std::optional<Network> &previous, std::int64_t bits) const;

private:
    using Bytes = std::array<std::uint8_t, 16>; ///< IPv4 uses the first four

    [[nodiscard]] int width() const { return m_ipv6 ? 128 : 32; }
    [[nodiscard]] std::string addressText(const Bytes &bytes) const;
    [[nodiscard]] bool bit(const Bytes &bytes, int index) const;
    void clearHostBits();

    Bytes m_bytes{};
    int m_length = 0;
    bool m_ipv6 = false;
};

} // namespace drydock::hcl
