// SPDX-License-Identifier: MIT
#include "core/base/containment.h"

#include <algorithm>
#include <string>

namespace drydock {

namespace fs = std::filesystem;

/// Of one part of a path, in bytes: what Linux file systems take.
static constexpr std::size_t longestName = 255;

bool isInside(const fs::path &root, const fs::path &path)
{
    std::error_code error;
    const fs::path realRoot = fs::weakly_canonical(root, error);
    const fs::path realPath = fs::weakly_canonical(path, error);
    if (error)
        return false;
    const auto [rootEnd, pathEnd] = std::mismatch(realRoot.begin(), realRoot.end(), realPath.begin(), realPath.end());
    return rootEnd == realRoot.end();
}

Result<fs::path> resolveInside(const fs::path &root, std::string_view relative)
{
    const auto escapes = [&] {
        return failure("path.escapes", "\"" + std::string(relative) + "\" leads out of its folder.", root.string(),
                       "Use a relative path without \"..\", with / between its parts.");
    };
    if (relative.empty() || relative.find('\0') != std::string_view::npos ||
        relative.find('\\') != std::string_view::npos)
        return escapes();
    const fs::path part{std::string(relative)};
    if (std::any_of(part.begin(), part.end(), [](const fs::path &p) { return p.native().size() > longestName; }))
        return failure("path.too-long", "A name in this path has more than 255 bytes.", std::string(relative),
                       "Choose a shorter name.");
    if (part.is_absolute() || std::any_of(part.begin(), part.end(), [](const fs::path &p) { return p == ".."; }))
        return escapes();
    fs::path full = root / part;
    if (!isInside(root, full))
        return escapes();
    return full.lexically_normal();
}

} // namespace drydock
