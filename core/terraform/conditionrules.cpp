// SPDX-License-Identifier: MIT
#include "core/terraform/conditionrules.h"

#include "core/terraform/blockshapes.h"
#include "core/terraform/staticexpressions.h"

#include <string>

namespace drydock::terraform {

bool checkConditionBlock(const hcl::Block &block, std::vector<Diagnostic> &diagnostics)
{
    checkShape(block, shapes::condition(), diagnostics);
    const hcl::Attribute condition = block.body().attribute("condition");
    if (!condition || condition.value().kind() == hcl::ExpressionKind::Missing)
        return true;
    if (!referencesIn(condition.value()).empty())
        return true;
    addDiagnostic(diagnostics, "condition.constant", "Invalid " + std::string(block.type()) + " expression",
                  "The condition expression must refer to at least one object from elsewhere in the configuration, or "
                  "else its result would not be checking anything.",
                  rangeOf(condition.value()));
    return false;
}

bool checkConditionBlock(const hcl::Block &block, std::string_view address, std::vector<Diagnostic> &diagnostics)
{
    const bool isFine = checkConditionBlock(block, diagnostics);
    for (const hcl::Attribute attribute : block.body().attributes()) {
        for (const Reference &reference : referencesIn(attribute.value())) {
            if (reference.kind != ReferenceKind::Resource || reference.subject != address)
                continue;
            const std::string kind(block.type());
            addDiagnostic(diagnostics, "condition.self", "Invalid reference in " + kind,
                          "Configuration for " + std::string(address) + " may not refer to itself.",
                          rangeOf(reference.root, reference.range),
                          kind == "postcondition" ? "Write self instead." : "");
        }
    }
    return isFine;
}

} // namespace drydock::terraform
