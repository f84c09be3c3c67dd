// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/hcl/value.h"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace drydock::hcl {

class Expression;
struct Diagnostic;
struct TypeDefaults;

/// A variable's `type`: the type, and the defaults of `optional(type, default)` attributes anywhere in it.
class TypeConstraint
{
public:
    TypeConstraint() = default; ///< any
    explicit TypeConstraint(Type type, std::shared_ptr<const TypeDefaults> defaults = nullptr);

    [[nodiscard]] const Type &type() const { return m_type; }
    /// Puts defaults in, then converts. Code `hcl.conversion`.
    [[nodiscard]] Result<Value> apply(const Value &value) const;

private:
    Type m_type;
    std::shared_ptr<const TypeDefaults> m_defaults;
};

/// Reads `list(object({ name = string, port = optional(number, 80) }))`, `any`, and the legacy `list`, `map`,
/// `"string"`. What is wrong is appended to `diagnostics`; that part is then `any`.
[[nodiscard]] TypeConstraint parseTypeConstraint(const Expression &expression, std::vector<Diagnostic> &diagnostics);

} // namespace drydock::hcl
