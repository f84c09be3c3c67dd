// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace drydock {

/// Whether `text` matches `pattern`: `*` any run without `separator`, `**` any run, `?` one character that is not the
/// separator, everything else itself. Linear in the text for each star, no recursion.
[[nodiscard]] bool globMatches(std::string_view pattern, std::string_view text, char separator = '/');

} // namespace drydock
