// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/operations.h"
#include "core/hcl/value.h"
#include "core/policy/subject.h"

#include <cstdint>

/// Firewall rules of all providers in one shape.
namespace drydock::policy {

enum class Direction : std::uint8_t { Ingress, Egress };

/// What a security group, network ACL, network security group or firewall lets in or out, inline blocks and stand-alone
/// rule resources alike: a list of objects with `protocol` ("tcp", "udp", "all" ...), `ports` (list of {from, to}),
/// `cidrs` (list), `description`. Rules that deny are left out. Objects carry their location.
[[nodiscard]] hcl::Value firewallRules(const Subject &subject, Direction direction);

/// Whether the rule is about this TCP or UDP port.
[[nodiscard]] hcl::Truth coversPort(const hcl::Value &rule, std::int64_t port);

/// Whether one of the addresses is the whole internet: 0.0.0.0/0, ::/0 in any spelling, `*`, Internet, Any.
[[nodiscard]] hcl::Truth isPublic(const hcl::Value &cidrs);

} // namespace drydock::policy
