// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/policy/waiver.h"

#include <string>
#include <string_view>

namespace drydock::policy {

/// The text of a tfreview.yaml with one more waiver at the end of its list. Everything else, comments and layout too,
/// stays as it is; an empty text gives a file with nothing but the waiver. Codes: `waiver.reason` (a waiver needs one),
/// `waiver.layout` (the list is written in a way that cannot be added to safely, such as `waivers: [{…}]`).
[[nodiscard]] Result<std::string> withWaiver(std::string_view text, const Waiver &waiver);

/// The lines that withWaiver() adds, for a preview.
[[nodiscard]] std::string waiverLines(const Waiver &waiver, std::size_t indentation = 2);

} // namespace drydock::policy
