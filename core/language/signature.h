// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/byterange.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace drydock::language {

class Snapshot;

/// The function call around a place.
struct SignatureHelp
{
    std::string label;                      ///< "cidrsubnet(prefix string, newbits number, netnum number) string"
    std::vector<hcl::ByteRange> parameters; ///< of each one in the label
    std::size_t active = 0;                 ///< which one the caret is in; parameters.size() when there are too many
    std::string documentation;              ///< Markdown
    hcl::ByteRange call;                    ///< in the file: the function's name
};

/// Of the innermost call whose parentheses the offset is inside; works while the call is not closed.
[[nodiscard]] std::optional<SignatureHelp> signatureHelp(const Snapshot &snapshot, const std::filesystem::path &file,
                                                         std::uint32_t offset);

} // namespace drydock::language
