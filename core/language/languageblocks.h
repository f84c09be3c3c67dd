// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::language {

/// An argument that Terraform itself gives a meaning, in the block at `place` (`variable`, `resource/lifecycle`).
struct LanguageArgument
{
    std::string_view place;
    std::string_view name;
    std::string_view type; ///< "string", "bool", "number", "list", "map", "type", "reference", "any"
    bool isRequired;
    std::string_view description;
};

/// A block that Terraform itself knows; `place` is the block it stands in, empty for the file.
struct LanguageBlock
{
    std::string_view place;
    std::string_view type;
    std::string_view snippet; ///< what completion inserts
    std::string_view description;
};

/// https://developer.hashicorp.com/terraform/language (1.11) and https://opentofu.org/docs/language (1.10).
[[nodiscard]] std::span<const LanguageArgument> languageArguments();
[[nodiscard]] std::span<const LanguageBlock> languageBlocks();

/// Null where there is none.
[[nodiscard]] const LanguageArgument *languageArgument(std::string_view place, std::string_view name);
[[nodiscard]] const LanguageBlock *languageBlock(std::string_view place, std::string_view type);

/// A name that stands for itself in expressions: `each.value`, `path.module`, `terraform.workspace`.
struct LanguageName
{
    std::string_view name;
    std::string_view type;
    std::string_view description;
};
[[nodiscard]] std::span<const LanguageName> languageNames();

} // namespace drydock::language
