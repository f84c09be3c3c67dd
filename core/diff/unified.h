// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace drydock::diff {

/// Whether a program should treat `content` as binary: a NUL or invalid UTF-8 in its first 8,000 bytes (git looks at as
/// many, for NUL alone).
[[nodiscard]] bool looksBinary(std::string_view content);

/// The two sides of a file. Paths are relative with `/`; nullopt: the file is not there on that side.
struct FilePair
{
    std::string beforePath;
    std::string afterPath;
    std::optional<std::string_view> before;
    std::optional<std::string_view> after;
};

/// The change as `git diff` writes it (a/ and b/ prefixes, new and deleted file headers, rename, quoted names, "\ No
/// newline at end of file"), which `git apply` and `patch -p1` accept. Empty where nothing changed. Binary content
/// gives the line "Binary files … differ", which says that it differs but cannot be applied.
[[nodiscard]] std::string unifiedDiff(const FilePair &pair, std::uint32_t context = 3);

/// A change to a file that keeps its path.
[[nodiscard]] std::string unifiedDiff(const std::string &path, std::string_view before, std::string_view after,
                                      std::uint32_t context = 3);

} // namespace drydock::diff
