// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"

#include <QString>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::models {

/// Core speaks UTF-8; the window speaks QString. These are the only crossings.
[[nodiscard]] QString toText(std::string_view utf8);
[[nodiscard]] QString pathText(const std::filesystem::path &path);
[[nodiscard]] std::string toUtf8(const QString &text);
[[nodiscard]] std::filesystem::path toPath(const QString &text);

/// "4,310" in the user's locale.
[[nodiscard]] QString countText(std::uint64_t count);
/// "1.2 MB"
[[nodiscard]] QString sizeText(std::uint64_t bytes);
/// "just now", "5 min ago", "2 h ago", "yesterday", "3 days ago", then the date. Empty for the epoch.
[[nodiscard]] QString relativeTime(Timestamp time, Timestamp now);
[[nodiscard]] QString relativeTime(Timestamp time);
/// "2026-11-20 21:26:00 UTC", for tool tips.
[[nodiscard]] QString exactTime(Timestamp time);
/// "1.2 s", "340 ms", "2 min 5 s"
[[nodiscard]] QString durationText(std::int64_t milliseconds);
/// One text on each line.
[[nodiscard]] QString linesText(const std::vector<std::string> &lines);
/// The path with its middle left out so that it has at most `characters`: "modules/…/main.tf".
[[nodiscard]] QString shortPath(const QString &path, qsizetype characters);

} // namespace drydock::models
