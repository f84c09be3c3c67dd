// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/hcl/value.h"

#include <compare>
#include <cstdint>

namespace drydock::hcl {

enum class BinaryOperator : std::uint8_t;
enum class UnaryOperator : std::uint8_t;

/// What is decided about a condition; Unknown where it depends on something not known yet.
enum class Truth : std::uint8_t { False, True, Unknown };

/// The language's operators, three-valued and with marks. Operands are converted as Terraform does (`"3" + 1` is 4).
/// Errors: code `hcl.operand`, with Terraform's text.
[[nodiscard]] Result<Value> apply(BinaryOperator operation, const Value &left, const Value &right);
[[nodiscard]] Result<Value> apply(UnaryOperator operation, const Value &operand);

/// `left == right`: values of different type differ; unknown where it depends on something unknown. Never fails.
[[nodiscard]] Value equal(const Value &left, const Value &right);

/// The value as a condition: True or False for a bool (or what converts to one), Unknown for unknown; null and
/// everything else is an error with code `hcl.condition`.
[[nodiscard]] Result<Truth> truth(const Value &value);

/// A total order over known values, the order in which a set is iterated: strings by bytes, numbers by value.
[[nodiscard]] std::strong_ordering order(const Value &left, const Value &right);

} // namespace drydock::hcl
