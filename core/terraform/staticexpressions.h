// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/tree.h"
#include "core/hcl/type.h"
#include "core/hcl/value.h"
#include "core/terraform/references.h"
#include "core/terraform/source.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::terraform {

/// Expressions that Terraform reads without evaluating anything: constants, keywords and plain references.

/// `{severity, code, summary, detail, hint, range}` appended.
void addDiagnostic(std::vector<Diagnostic> &diagnostics, std::string code, std::string summary, std::string detail,
                   SourceRange range, std::string hint = {}, DiagnosticSeverity severity = DiagnosticSeverity::Error);

/// The value of an expression in which no name and no function may stand, as `type`. Nothing after a mistake, which is
/// appended, and for what is not there.
[[nodiscard]] std::optional<hcl::Value> constantValue(const hcl::Expression &expression, const hcl::Type &type,
                                                      std::vector<Diagnostic> &diagnostics);

/// Whether it is a name with attribute steps and constant keys: `module.net["a"].id`.
[[nodiscard]] bool isTraversal(const hcl::Expression &expression);

/// A list of references as in depends_on: each element is a traversal, or (with a warning, as Terraform 0.11 wrote
/// them) a string. What is neither is appended as a mistake and left out.
struct WrittenReference
{
    hcl::Expression expression;
    std::string text; ///< of the traversal, without quotes
    bool isQuoted = false;
};
[[nodiscard]] std::vector<WrittenReference> referenceList(const hcl::Expression &expression,
                                                          std::vector<Diagnostic> &diagnostics);
/// One such reference; nothing after a mistake.
[[nodiscard]] std::optional<WrittenReference> singleReference(const hcl::Expression &expression,
                                                              std::vector<Diagnostic> &diagnostics);

/// A letter or underscore, then letters, digits, underscores and dashes.
[[nodiscard]] bool isValidName(std::string_view name);
inline constexpr std::string_view nameRule =
    "A name must start with a letter or underscore and may contain only letters, digits, underscores, and dashes.";

} // namespace drydock::terraform
