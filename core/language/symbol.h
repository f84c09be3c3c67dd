// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace drydock::language {

/// What a block, an argument or a name in an expression is about.
enum class SymbolKind : std::uint8_t {
    Variable,
    Local,
    Output,
    Resource,
    Data,
    Ephemeral,
    Module,   ///< a call
    Provider, ///< a `provider` block; its name is "aws" or "aws.east"
    Check,
    Run,      ///< of a test file
    Settings, ///< a `terraform` block
    Locals,   ///< a `locals` block as a whole
    Moved,
    Removed,
    Import,
    Block,    ///< any other block
    Argument, ///< `name = …`
};

/// Something that a module declares and that can be referred to. Compared by value.
struct Symbol
{
    std::filesystem::path module; ///< the directory, absolute and canonical
    SymbolKind kind = SymbolKind::Variable;
    std::string name; ///< "region"; for resources and data with their type: "aws_s3_bucket.logs"

    /// As written in expressions of its module: "var.region", "data.aws_ami.base"; "output.id", "provider.aws.east".
    [[nodiscard]] std::string address() const;

    [[nodiscard]] auto operator<=>(const Symbol &) const = default;
    [[nodiscard]] bool operator==(const Symbol &) const = default;
};

/// What comes before the name in an address: "var.", "data.", "" for resources.
[[nodiscard]] std::string_view addressPrefix(SymbolKind kind);

/// For people, in the singular: "variable", "module call".
[[nodiscard]] std::string_view kindName(SymbolKind kind);

} // namespace drydock::language
