// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/hcl/value.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::hcl {

class Expression;
class FunctionTable;
class Scope;
struct Diagnostic;

enum class Traversal : std::uint8_t {
    Strict, ///< Terraform's: a missing attribute or a step into null is an error
    /// For policies: a missing attribute is null, and so is a step into null; an attribute step on a list or tuple of
    /// exactly one object steps into that. What is asked of null then has an answer: a condition and a comparison are
    /// false, arithmetic and functions that take no null give null, a `for` over it has no elements.
    Lenient,
};

/// What timestamp(), plantimestamp(), uuid(), bcrypt(), base64gzip() and pathexpand("~") do, whose results differ from
/// one evaluation or machine to the next.
enum class ImpureFunctions : std::uint8_t {
    Unknown, ///< their results are unknown: what is reviewed must not depend on the moment
    Called,  ///< they are called, as a console does
};

/// What an expression is evaluated in. Borrowed: everything pointed at must outlive the evaluation.
struct EvaluationContext
{
    const Scope *scope = nullptr;             ///< none: no names
    const FunctionTable *functions = nullptr; ///< none: FunctionTable::standard()
    Traversal traversal = Traversal::Strict;
    /// Folder that file(), templatefile() and the others may read below; without it their results are unknown.
    std::optional<std::filesystem::path> fileRoot;
    /// Folder that their relative paths start from, inside fileRoot; empty: fileRoot itself.
    std::filesystem::path fileBase;
    ImpureFunctions impureFunctions = ImpureFunctions::Unknown;
    std::int64_t planTime = 0; ///< what plantimestamp() gives, in seconds since 1970; 0: the current time
    /// What is evaluated is a template that a function renders: such a template may not call one of these functions.
    bool isRenderedTemplate = false;
};

/// Evaluates to a value; what is wrong is appended to `diagnostics` with its byte range, and the part in question is an
/// unknown value. Never throws, never fails otherwise.
[[nodiscard]] Value evaluate(const Expression &expression, const EvaluationContext &context,
                             std::vector<Diagnostic> &diagnostics);

/// Parses and evaluates one expression that stands in no file (`name` is used in messages).
/// Code `hcl.expression`; the place is `name:line:column` of the first error.
[[nodiscard]] Result<Value> evaluateText(std::string_view text, const EvaluationContext &context,
                                         std::string_view name = "expression");

/// Renders a template (`*.tftpl`: `${...}`, `%{ if }`, `%{ for }`, `~` markers) with `variables` as its only names.
/// A template of one interpolation alone still gives text. An unknown part or a null is an error here.
/// Code `hcl.template`; the place is `name:line:column`.
[[nodiscard]] Result<std::string> renderTemplate(std::string_view text, const Fields &variables,
                                                 std::string_view name = "template");

/// The same as a value: unknown where a part is unknown, with marks. `context.scope` gives the names.
[[nodiscard]] Result<Value> evaluateTemplateText(std::string_view text, const EvaluationContext &context,
                                                 std::string_view name = "template");

} // namespace drydock::hcl
