// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/byterange.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::language {

class Snapshot;

enum class CompletionKind : std::uint8_t {
    BlockType,
    ResourceType, ///< a label: of a resource, data source, ephemeral resource, provider
    Argument,
    Block, ///< a nested one
    Variable,
    Local,
    Resource,
    DataSource,
    Module,
    Output,
    Attribute, ///< of a resource or object
    Function,
    Keyword, ///< true, each, null, a type
    Value,   ///< one that was written elsewhere for the same argument
    Path,    ///< of a local module
    Snippet,
};

struct CompletionItem
{
    CompletionKind kind = CompletionKind::Argument;
    std::string label;         ///< what the list shows
    std::string detail;        ///< beside it: a type, a signature; may be empty
    std::string documentation; ///< Markdown; may be empty
    /// Replaces Completions::replace. `${1:text}` and `$0` are where the caret goes when isSnippet; then a literal `$`
    /// and `}` have a backslash before them, lines after the first are indented as from column 0.
    std::string insert;
    std::string filter; ///< what typed letters are matched with; usually the label
    bool isSnippet = false;
    bool isDeprecated = false;
    bool isRequired = false; ///< an argument that must be there
};

struct Completions
{
    hcl::ByteRange replace;            ///< the part of a word that is already there
    std::vector<CompletionItem> items; ///< best first, filtered by what was typed
    bool isIncomplete = false;         ///< there were more than CompletionLimit: ask again after the next key
};

inline constexpr std::size_t CompletionLimit = 500;

/// What may be written at the offset; works in text that does not parse. Nothing inside comments and plain strings.
[[nodiscard]] Completions complete(const Snapshot &snapshot, const std::filesystem::path &file, std::uint32_t offset);

/// Whether typing the character should open the list by itself.
[[nodiscard]] bool opensCompletion(char typed);

/// The text of a snippet with its stops taken out, and where they are: the first is selected, the last is `$0`.
struct ExpandedSnippet
{
    std::string text;
    std::vector<hcl::ByteRange> stops; ///< in `text`, in the order to visit
};
/// `indent` is put before every line but the first.
[[nodiscard]] ExpandedSnippet expandSnippet(std::string_view snippet, std::string_view indent);

} // namespace drydock::language
