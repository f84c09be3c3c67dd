// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Texts as Go's standard library writes them, which shows in Terraform's output. Private to this folder.
namespace drydock::hcl {

class Number;

/// A quoted string as strconv.Quote writes it.
[[nodiscard]] std::string quotedAsGo(std::string_view text);

/// A number as %g writes it: `precision` digits (none: as many as are needed), with an exponent where it is very small
/// or large.
[[nodiscard]] std::string generalText(const Number &number, std::optional<int> precision);

} // namespace drydock::hcl
