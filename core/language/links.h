// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/byterange.h"

#include <filesystem>
#include <string>
#include <vector>

namespace drydock::language {

class Snapshot;

/// A part of the text that leads somewhere: to a file or folder of this machine, or to a page.
struct DocumentLink
{
    hcl::ByteRange range;
    std::filesystem::path target; ///< absolute; empty: see `url`
    std::string url;              ///< registry pages of providers and modules, https:// in comments
    std::string tooltip;
};

/// Module sources, file()-like functions with constant paths, provider sources and resource types, addresses of pages
/// in comments and strings.
[[nodiscard]] std::vector<DocumentLink> documentLinks(const Snapshot &snapshot, const std::filesystem::path &file);

} // namespace drydock::language
