// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/byterange.h"
#include "core/hcl/textedit.h"

#include <compare>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace drydock::language {

/// Bytes [range.start, range.end) of the UTF-8 text that a Snapshot has of a file. `file` is absolute and canonical.
struct Location
{
    std::filesystem::path file;
    hcl::ByteRange range;

    [[nodiscard]] bool operator==(const Location &) const = default;
};

/// By file, then by place.
[[nodiscard]] inline bool operator<(const Location &a, const Location &b)
{
    if (const auto order = a.file.native() <=> b.file.native(); order != 0)
        return order < 0;
    return a.range.start != b.range.start ? a.range.start < b.range.start : a.range.end < b.range.end;
}

/// Changes of one file: they do not overlap and refer to the text of the Snapshot they were made from.
struct FileEdit
{
    std::filesystem::path file;
    std::vector<hcl::TextEdit> edits;

    [[nodiscard]] bool operator==(const FileEdit &) const = default;
};

} // namespace drydock::language
