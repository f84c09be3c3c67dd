// SPDX-License-Identifier: MIT
#include "core/terraform/changerules.h"

#include "core/terraform/blockshapes.h"
#include "core/terraform/conditionrules.h"
#include "core/terraform/resourcerules.h"
#include "core/terraform/staticexpressions.h"
#include "core/terraform/targetaddress.h"

#include <map>
#include <optional>
#include <string>

namespace drydock::terraform {

using Diagnostics = std::vector<Diagnostic>;

void check(const Moved &moved, Diagnostics &diagnostics)
{
    checkShape(moved.block, shapes::moved(), diagnostics);
    const std::optional<TargetAddress> from = targetOf(moved.from, diagnostics);
    const std::optional<TargetAddress> to = targetOf(moved.to, diagnostics);
    if (!from || !to)
        return;
    if (from->isModule != to->isModule)
        addDiagnostic(diagnostics, "moved.kinds", "Invalid \"moved\" addresses",
                      "The \"from\" and \"to\" addresses must either both refer to resources or both refer to modules.",
                      rangeOf(moved.block, moved.block.headerRange()));
    else if (moved.from.text() == moved.to.text())
        addDiagnostic(
            diagnostics, "moved.same", "Redundant move statement",
            "This says that " + std::string(moved.from.text()) + " moved to its own address; planning refuses that.",
            rangeOf(moved.block, moved.block.headerRange()), "Remove the block.", DiagnosticSeverity::Warning);
}

void check(const Removed &removed, Diagnostics &diagnostics)
{
    checkShape(removed.block, shapes::removed(), diagnostics);
    for (const hcl::Block block : removed.block.body().blocks()) {
        if (block.type() == "provisioner")
            checkProvisioner(block, "removed", diagnostics);
        if (block.type() != "lifecycle")
            continue;
        checkShape(block, shapes::removedLifecycle(), diagnostics);
        if (const hcl::Attribute destroy = block.body().attribute("destroy"))
            static_cast<void>(constantValue(destroy.value(), hcl::Type::boolean(), diagnostics));
    }
    const std::optional<TargetAddress> from = targetOf(removed.from, diagnostics);
    if (!from)
        return;
    if (!from->isModule && from->resource.mode == ResourceMode::Data)
        addDiagnostic(diagnostics, "removed.data", "Data source address not allowed",
                      "Data sources are never destroyed, so they are not valid targets of removed blocks.",
                      rangeOf(removed.from), "Remove the data block itself.");
    else if (from->hasKey)
        addDiagnostic(diagnostics, "removed.instance",
                      from->isModule ? "Module instance keys not allowed" : "Resource instance keys not allowed",
                      "The address must be of a whole resource or module, not of one instance.", rangeOf(removed.from));
}

void check(const Import &import, Diagnostics &diagnostics)
{
    checkShape(import.content, import.block, shapes::import(), diagnostics);
    if (!import.to || import.to.kind() == hcl::ExpressionKind::Missing)
        return;
    hcl::Expression to = import.to;
    // `to = aws_x.y[each.key]`: the key is known when it is planned.
    while (import.forEach && to.kind() == hcl::ExpressionKind::Index && !isTraversal(to))
        to = to.source();
    const std::optional<TargetAddress> target = targetOf(to, diagnostics);
    if (target && (target->isModule || target->resource.mode != ResourceMode::Managed))
        addDiagnostic(diagnostics, "import.address", "Invalid import address",
                      "Only managed resources can be imported.", rangeOf(import.to));
}

void check(const Check &check, Diagnostics &diagnostics)
{
    checkShape(check.content, check.block, shapes::check(), diagnostics);
    std::size_t assertions = 0;
    hcl::Block data;
    for (const hcl::Block &block : check.content.blocks) {
        if (block.type() == "assert")
            assertions += checkConditionBlock(block, diagnostics) ? 1 : 0;
        if (block.type() != "data")
            continue;
        if (data)
            addDiagnostic(diagnostics, "check.data", "Multiple data resource blocks",
                          "This check block already has a data resource.", rangeOf(block, block.headerRange()));
        data = block;
    }
    if (assertions == 0)
        addDiagnostic(diagnostics, "check.empty", "Zero assert blocks",
                      "Check blocks must have at least one assert block.",
                      rangeOf(check.block, check.block.headerRange()));
}

void checkTogether(const std::vector<Import> &imports, Diagnostics &diagnostics)
{
    std::map<std::string_view, const Import *> seen;
    for (const Import &import : imports) {
        if (!import.to || import.forEach)
            continue;
        const auto [it, isNew] = seen.emplace(import.to.text(), &import);
        if (isNew)
            continue;
        const hcl::SourceFile &source = it->second->block.tree()->source();
        addDiagnostic(diagnostics, "name.duplicate",
                      "Duplicate import configuration for \"" + std::string(import.to.text()) + "\"",
                      "An import block for it was already declared at " + source.name() + ":" +
                          std::to_string(source.position(it->second->block.range().start).line) + ".",
                      rangeOf(import.to));
    }
}

} // namespace drydock::terraform
