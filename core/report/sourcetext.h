// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/policy/finding.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::report {

/// Gives the text of a reviewed file by its path relative to the reviewed root.
using SourceText = std::function<Result<std::string>(const std::string &file)>;

/// Reads below `root` (never outside of it) and remembers what it read; its copies share that memory. Not thread-safe.
/// Where `root` is a single file, its name is the only path.
[[nodiscard]] SourceText folderSource(const std::filesystem::path &root);

/// A few lines of source around a range.
struct Excerpt
{
    std::uint32_t firstLine = 1;    ///< number of lines[0], from 1
    std::vector<std::string> lines; ///< without line ends
    policy::SourceRange marked;
};

/// At most `maximum` lines: the marked ones, cut at the end if they are more, and `context` lines around them. Empty
/// lines list where the file cannot be read or the range lies outside.
[[nodiscard]] Excerpt excerpt(const policy::SourceRange &range, const SourceText &source, std::uint32_t context = 2,
                              std::uint32_t maximum = 12);

} // namespace drydock::report
