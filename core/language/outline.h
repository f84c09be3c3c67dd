// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/byterange.h"
#include "core/language/symbol.h"

#include <cstdint>
#include <string>
#include <vector>

namespace drydock::hcl {
struct ParsedFile;
}

namespace drydock::language {

/// A block or argument of a file with what is inside it.
struct OutlineItem
{
    SymbolKind kind = SymbolKind::Block;
    std::string name;         ///< "aws_s3_bucket.logs", "region", "lifecycle"
    std::string detail;       ///< more for people: a variable's type, a call's source; may be empty
    hcl::ByteRange range;     ///< the whole item
    hcl::ByteRange selection; ///< the name: where the caret goes
    std::vector<OutlineItem> children;
};

enum class OutlineDepth : std::uint8_t {
    Declarations, ///< top-level blocks and the names inside `locals`
    Everything,   ///< nested blocks and arguments too
};

/// In the order of the text. Works on any file, also a broken one.
[[nodiscard]] std::vector<OutlineItem> outline(const hcl::ParsedFile &file,
                                               OutlineDepth depth = OutlineDepth::Declarations);

/// The way from the file to an offset, outermost first: what breadcrumbs show. Empty between the blocks.
[[nodiscard]] std::vector<OutlineItem> breadcrumbs(const hcl::ParsedFile &file, std::uint32_t offset);

} // namespace drydock::language
