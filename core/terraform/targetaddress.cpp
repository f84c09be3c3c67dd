// SPDX-License-Identifier: MIT
#include "core/terraform/targetaddress.h"

#include "core/terraform/staticexpressions.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace drydock::terraform {

using Diagnostics = std::vector<Diagnostic>;

static void reportAddress(const hcl::Expression &expression, std::string detail, Diagnostics &diagnostics)
{
    addDiagnostic(diagnostics, "address.invalid", "Invalid address", std::move(detail), rangeOf(expression));
}

// `resource.aws_x.y` is `aws_x.y`, whatever the type is called.
static std::string_view withoutPrefix(std::string_view text)
{
    static constexpr std::string_view prefix = "resource.";
    return text.starts_with(prefix) ? text.substr(prefix.size()) : text;
}

std::optional<TargetAddress> targetOf(const hcl::Expression &expression, Diagnostics &diagnostics)
{
    if (!expression || expression.kind() == hcl::ExpressionKind::Missing)
        return std::nullopt;
    if (!isTraversal(expression)) {
        addDiagnostic(diagnostics, "expression.reference", "Invalid expression",
                      "A single static variable reference is required: only attribute access and indexing with "
                      "constant keys. No calculations, function calls, template expressions, etc are allowed here.",
                      rangeOf(expression));
        return std::nullopt;
    }
    const std::string text(withoutPrefix(expression.text()));
    static constexpr std::array<std::string_view, 9> reserved{"var",  "local", "path",     "terraform", "count",
                                                              "each", "self",  "template", "output"};
    const std::string root = text.substr(0, text.find_first_of(".["));
    if (std::find(reserved.begin(), reserved.end(), root) != reserved.end()) {
        reportAddress(expression,
                      "The keyword \"" + root + "\" is reserved and cannot be used to target a resource address.",
                      diagnostics);
        return std::nullopt;
    }
    TargetAddress target;
    target.hasKey = text.ends_with(']');
    if (text == "module" || text.ends_with(".module")) {
        addDiagnostic(diagnostics, "address.invalid", "Invalid address operator",
                      "Prefix \"module.\" must be followed by a module name.", rangeOf(expression));
        return std::nullopt;
    }
    if (Result<ModulePath> path = ModulePath::parse(text); path && !path->isRoot()) {
        target.isModule = true;
        target.resource.module = *std::move(path);
        return target;
    }
    Result<ResourceAddress> address = ResourceAddress::parse(text);
    if (!address) {
        reportAddress(expression, address.error().message, diagnostics);
        return std::nullopt;
    }
    target.resource = *std::move(address);
    return target;
}

} // namespace drydock::terraform
