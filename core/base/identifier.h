// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace drydock {

/// A UUID version 7 (RFC 9562): random, but sorts by the time it was made.
[[nodiscard]] std::string newIdentifier();

/// `bytes` random bytes from the operating system, as lower-case hexadecimal.
[[nodiscard]] std::string randomHex(std::size_t bytes);

/// "Landing zone (EU)" -> "landing-zone-eu": lower-case ASCII letters, digits and single hyphens, at most 63
/// characters. Empty when the name holds no letter or digit.
[[nodiscard]] std::string slugFor(std::string_view name);

/// Checks a slug that came from outside: what slugFor can return, and nothing else.
[[nodiscard]] Result<> checkSlug(std::string_view slug);

} // namespace drydock
