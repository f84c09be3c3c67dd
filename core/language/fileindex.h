// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/byterange.h"
#include "core/hcl/tree.h"
#include "core/language/references.h"
#include "core/language/symbol.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::language {

/// What a file is to Terraform.
enum class FileKind : std::uint8_t { Configuration, Override, Variables, Test, Other };

[[nodiscard]] FileKind fileKind(std::string_view fileName);

/// Whether a Snapshot reads the file.
[[nodiscard]] bool isLanguageFile(std::string_view fileName);

/// Something that a file declares. Views are into the file's tree.
struct Declared
{
    SymbolKind kind = SymbolKind::Variable;
    std::string name;
    hcl::ByteRange nameRange; ///< what a rename replaces: the last label without its quotes, or a local's name
    hcl::ByteRange whole;
    hcl::Block block;         ///< nothing for a local value
    hcl::Attribute attribute; ///< of a local value
};

/// One place that names something.
struct Use
{
    SymbolKind kind = SymbolKind::Variable;
    std::string name;
    /// The calls to follow from the file's module to the one that declares it; a step with a `/` is a module's path.
    std::vector<std::string> through;
    hcl::ByteRange range; ///< the name alone
    hcl::ByteRange hit;   ///< all of what it is written with: `var.region`
    OccurrenceRole role = OccurrenceRole::Read;
    bool isHistory = false; ///< in a `moved` block: tells of the past, so a rename leaves it
    bool isWhole = false;   ///< a module call that is used without naming an output
};

/// All declarations and uses of one file, in the order of the text. Immutable.
struct FileIndex
{
    std::vector<Declared> declared;
    std::vector<Use> uses;

    [[nodiscard]] const Declared *find(SymbolKind kind, std::string_view name) const;
};

[[nodiscard]] FileIndex indexFile(const hcl::Body &body, FileKind kind);

} // namespace drydock::language
