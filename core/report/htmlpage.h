// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace drydock::report {

/// The style sheet of the HTML report: light and dark, print, no external reference.
[[nodiscard]] std::string_view htmlStyle();
/// The script of the HTML report: filters what is shown; the page is complete without it.
[[nodiscard]] std::string_view htmlScript();

} // namespace drydock::report
