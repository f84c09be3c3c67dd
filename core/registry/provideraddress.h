// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace drydock::registry {

/// HOST/NAMESPACE/TYPE of a provider, normalised to lower case. Terraform's rules for namespace and type: letters,
/// digits and single `-` (a namespace may hold `_`), no dots; a type may not begin with `terraform-`.
struct ProviderAddress
{
    std::string host; ///< `name[:port]`; empty for a provider that this station itself is the origin of
    std::string nameSpace;
    std::string type;

    /// HOST/NAMESPACE/TYPE. Code: `address.invalid`.
    [[nodiscard]] static Result<ProviderAddress> parse(std::string_view text);
    /// NAMESPACE/TYPE, without a host.
    [[nodiscard]] static Result<ProviderAddress> parseLocal(std::string_view text);
    [[nodiscard]] static Result<ProviderAddress> fromParts(std::string_view host, std::string_view nameSpace,
                                                           std::string_view type);
    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool operator==(const ProviderAddress &) const = default;
    [[nodiscard]] auto operator<=>(const ProviderAddress &) const = default;
};

/// An operating system and architecture by Go's names: linux_amd64.
struct Platform
{
    std::string os;
    std::string arch;

    /// OS_ARCH. Code: `platform.invalid`.
    [[nodiscard]] static Result<Platform> parse(std::string_view text);
    [[nodiscard]] std::string text() const { return os + "_" + arch; }
    [[nodiscard]] bool operator==(const Platform &) const = default;
    [[nodiscard]] auto operator<=>(const Platform &) const = default;
};

} // namespace drydock::registry
