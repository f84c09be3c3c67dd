// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/hcl/value.h"

#include <optional>
#include <span>

namespace drydock::hcl {

/// The value as `type`, by Terraform's rules (numbers and bools become strings and back, tuples lists, objects maps,
/// ...). Marks stay; unknown stays unknown. Dynamic parts of `type` take what the value has; optional attributes of an
/// object type that the value lacks become null. Code `hcl.conversion`; the message is Terraform's: `a number is
/// required`, `attribute "name": string required`.
[[nodiscard]] Result<Value> convert(const Value &value, const Type &type);

/// The one type that all can be converted to without losing information; nothing when there is none.
[[nodiscard]] std::optional<Type> unify(std::span<const Type> types);

/// Whether convert() of a known value of type `from` to `to` can never fail.
[[nodiscard]] bool convertsSafely(const Type &from, const Type &to);

} // namespace drydock::hcl
