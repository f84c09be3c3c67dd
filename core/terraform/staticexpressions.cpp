// SPDX-License-Identifier: MIT
#include "core/terraform/staticexpressions.h"

#include "core/hcl/conversion.h"
#include "core/hcl/diagnostic.h"
#include "core/hcl/evaluator.h"
#include "core/hcl/unicodeidentifier.h"

#include <utility>

namespace drydock::terraform {

using Diagnostics = std::vector<Diagnostic>;

void addDiagnostic(Diagnostics &diagnostics, std::string code, std::string summary, std::string detail,
                   SourceRange range, std::string hint, DiagnosticSeverity severity)
{
    diagnostics.push_back(
        {severity, std::move(code), std::move(summary), std::move(detail), std::move(hint), range, {}});
}

// Calls of functions anywhere in the expression; its depth is bounded by the parser.
static void findCalls(const hcl::Tree &tree, hcl::NodeId id, std::vector<hcl::Expression> &calls)
{
    const hcl::Expression expression(&tree, id);
    if (expression.kind() == hcl::ExpressionKind::Call)
        calls.push_back(expression);
    for (hcl::NodeId child = tree.node(id).first; child != 0; child = tree.nextSibling(child))
        findCalls(tree, child, calls);
}

std::optional<hcl::Value> constantValue(const hcl::Expression &expression, const hcl::Type &type,
                                        Diagnostics &diagnostics)
{
    if (!expression || expression.kind() == hcl::ExpressionKind::Missing)
        return std::nullopt;
    const std::vector<Reference> references = referencesIn(expression);
    for (const Reference &reference : references)
        addDiagnostic(diagnostics, "expression.constant", "Variables not allowed", "Variables may not be used here.",
                      rangeOf(reference.root, reference.range));
    std::vector<hcl::Expression> calls;
    findCalls(*expression.tree(), expression.id(), calls);
    for (const hcl::Expression &call : calls)
        addDiagnostic(diagnostics, "expression.constant", "Function calls not allowed",
                      "Functions may not be called here.", rangeOf(call));
    if (!references.empty() || !calls.empty())
        return std::nullopt;
    std::vector<hcl::Diagnostic> found;
    const hcl::Value value = hcl::evaluate(expression, {}, found);
    for (const hcl::Diagnostic &diagnostic : found)
        addDiagnostic(diagnostics, "evaluation", diagnostic.summary, diagnostic.detail,
                      rangeOf(expression, diagnostic.range), diagnostic.hint);
    if (hcl::hasErrors(found))
        return std::nullopt;
    Result<hcl::Value> converted = hcl::convert(value, type);
    if (!converted) {
        addDiagnostic(diagnostics, "expression.type", "Unsuitable value type",
                      "Unsuitable value: " + converted.error().message, rangeOf(expression));
        return std::nullopt;
    }
    return *std::move(converted);
}

bool isTraversal(const hcl::Expression &expression)
{
    switch (expression.kind()) {
    case hcl::ExpressionKind::Variable:
        return true;
    case hcl::ExpressionKind::AttributeAccess:
    case hcl::ExpressionKind::LegacyIndex:
        return isTraversal(expression.source());
    case hcl::ExpressionKind::Index: {
        const hcl::ExpressionKind key = expression.key().kind();
        return (key == hcl::ExpressionKind::Number || key == hcl::ExpressionKind::String) &&
               isTraversal(expression.source());
    }
    default:
        return false;
    }
}

std::optional<WrittenReference> singleReference(const hcl::Expression &expression, Diagnostics &diagnostics)
{
    if (isTraversal(expression))
        return WrittenReference{expression, std::string(expression.text()), false};
    if (expression.kind() == hcl::ExpressionKind::String && expression.tree()->syntax() == hcl::Syntax::Json)
        return WrittenReference{expression, expression.stringValue().value_or(""), true};
    if (expression.kind() == hcl::ExpressionKind::String) {
        addDiagnostic(diagnostics, "reference.quoted", "Quoted references are deprecated",
                      "References are written without quotes here; with quotes Terraform 0.11 wanted them.",
                      rangeOf(expression), "Remove the quotes.", DiagnosticSeverity::Warning);
        return WrittenReference{expression, expression.stringValue().value_or(""), true};
    }
    addDiagnostic(diagnostics, "expression.reference", "Invalid expression",
                  "A single static variable reference is required: only attribute access and indexing with constant "
                  "keys. No calculations, function calls, template expressions, etc are allowed here.",
                  rangeOf(expression));
    return std::nullopt;
}

std::vector<WrittenReference> referenceList(const hcl::Expression &expression, Diagnostics &diagnostics)
{
    std::vector<WrittenReference> list;
    if (expression.kind() != hcl::ExpressionKind::Tuple) {
        if (expression.kind() != hcl::ExpressionKind::Missing)
            addDiagnostic(diagnostics, "expression.list", "Invalid expression", "A static list expression is required.",
                          rangeOf(expression));
        return list;
    }
    for (const hcl::Expression element : expression.elements()) {
        if (std::optional<WrittenReference> reference = singleReference(element, diagnostics))
            list.push_back(*std::move(reference));
    }
    return list;
}

bool isValidName(std::string_view name)
{
    for (std::size_t at = 0; at < name.size();) {
        const hcl::DecodedCharacter decoded = hcl::decodeUtf8(name, at);
        const char32_t character = decoded.character;
        const bool isLetter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
                              character == '_' || (character >= 0x80 && hcl::isIdentifierStart(character));
        const bool isMore = (character >= '0' && character <= '9') || character == '-' ||
                            (character >= 0x80 && hcl::isIdentifierContinue(character));
        if (decoded.length == 0 || (!isLetter && (at == 0 || !isMore)))
            return false;
        at += decoded.length;
    }
    return !name.empty();
}

} // namespace drydock::terraform
