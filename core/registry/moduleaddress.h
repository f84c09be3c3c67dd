// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace drydock::registry {

/// NAMESPACE/NAME/SYSTEM, as in a module's `source` after the host name. Terraform's rules: namespace and name are
/// letters, digits, `-` and `_` (1 to 64, beginning and ending with a letter or digit, case kept); system is 1 to 64
/// lower-case letters and digits.
struct ModuleAddress
{
    std::string nameSpace;
    std::string name;
    std::string system;

    /// Code: `address.invalid`, with the part that is wrong.
    [[nodiscard]] static Result<ModuleAddress> parse(std::string_view text);
    [[nodiscard]] static Result<ModuleAddress> fromParts(std::string_view nameSpace, std::string_view name,
                                                         std::string_view system);
    [[nodiscard]] std::string text() const { return nameSpace + "/" + name + "/" + system; }
    [[nodiscard]] bool operator==(const ModuleAddress &) const = default;
    [[nodiscard]] auto operator<=>(const ModuleAddress &) const = default;
};

} // namespace drydock::registry
