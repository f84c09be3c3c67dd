// SPDX-License-Identifier: MIT
#include "core/terraform/resourcerules.h"

#include "core/terraform/blockshapes.h"
#include "core/terraform/conditionrules.h"
#include "core/terraform/staticexpressions.h"

#include <algorithm>
#include <array>
#include <string>

namespace drydock::terraform {

using Diagnostics = std::vector<Diagnostic>;

void checkConstant(const Content &content, std::string_view name, const hcl::Type &type, Diagnostics &diagnostics)
{
    if (const hcl::Expression value = content.value(name))
        static_cast<void>(constantValue(value, type, diagnostics));
}

void checkExpansion(const Content &content, Diagnostics &diagnostics)
{
    const hcl::Attribute forEach = content.attribute("for_each");
    if (forEach && content.attribute("count"))
        addDiagnostic(
            diagnostics, "resource.expansion", "Invalid combination of \"count\" and \"for_each\"",
            "The \"count\" and \"for_each\" meta-arguments are mutually-exclusive, only one should be used to "
            "be explicit about the number of resources to be created.",
            rangeOf(forEach, forEach.nameRange()), "Remove one of them.");
}

static std::string_view rootOf(std::string_view reference)
{
    return reference.substr(0, reference.find_first_of(".["));
}

// How many names the address of the thing has: `var.x` two, `data.aws_ami.base` three.
static std::size_t addressNames(std::string_view root)
{
    return root == "data" || root == "ephemeral" || root == "resource" ? 3 : 2;
}

void checkDependsOn(const Content &content, Diagnostics &diagnostics)
{
    const hcl::Expression value = content.value("depends_on");
    if (!value)
        return;
    for (const WrittenReference &reference : referenceList(value, diagnostics)) {
        const std::string_view text = reference.text;
        const std::size_t wanted = addressNames(rootOf(text));
        std::size_t names = 1;
        bool hasKey = false;
        for (const char c : text) {
            names += c == '.' ? 1 : 0;
            hasKey = hasKey || c == '[';
        }
        if (names < wanted)
            addDiagnostic(
                diagnostics, "reference.invalid", "Invalid reference",
                "A reference to a resource type must be followed by at least one attribute access, specifying "
                "the resource name.",
                rangeOf(reference.expression));
        else if (names > wanted && !hasKey)
            addDiagnostic(diagnostics, "reference.depends-on", "Invalid depends_on reference",
                          "References in depends_on must be to a whole object (resource, etc), not to an attribute of "
                          "an object.",
                          rangeOf(reference.expression));
    }
}

static void checkProvider(const Content &content, Diagnostics &diagnostics)
{
    hcl::Expression value = content.value("provider");
    if (!value)
        return;
    // One of OpenTofu's repeated provider configurations: aws.regions[each.key].
    if (value.kind() == hcl::ExpressionKind::Index && value.source().kind() == hcl::ExpressionKind::AttributeAccess)
        value = value.source();
    const std::optional<WrittenReference> reference = singleReference(value, diagnostics);
    if (!reference)
        return;
    const hcl::Expression expression = reference->expression;
    const bool isPlain = reference->isQuoted || expression.kind() == hcl::ExpressionKind::Variable ||
                         (expression.kind() == hcl::ExpressionKind::AttributeAccess &&
                          expression.source().kind() == hcl::ExpressionKind::Variable);
    if (!isPlain)
        addDiagnostic(
            diagnostics, "provider.reference", "Invalid provider configuration reference",
            "Provider name must either stand alone or be followed by a period and then a configuration alias.",
            rangeOf(expression));
}

static void checkIgnoreChanges(const hcl::Expression &value, Diagnostics &diagnostics)
{
    if (value.kind() == hcl::ExpressionKind::Variable && value.name() == "all")
        return;
    if (value.kind() != hcl::ExpressionKind::Tuple) {
        static_cast<void>(referenceList(value, diagnostics));
        return;
    }
    for (const hcl::Expression element : value.elements()) {
        if (element.stringValue() == "*")
            addDiagnostic(diagnostics, "lifecycle.wildcard", "Invalid ignore_changes wildcard",
                          "The [\"*\"] form of ignore_changes is no longer valid.", rangeOf(element),
                          "Write ignore_changes = all.");
        else
            static_cast<void>(singleReference(element, diagnostics));
    }
}

static void checkTriggers(const hcl::Expression &value, Diagnostics &diagnostics)
{
    if (value.kind() != hcl::ExpressionKind::Tuple) {
        static_cast<void>(referenceList(value, diagnostics));
        return;
    }
    for (const hcl::Expression element : value.elements()) {
        bool hasResource = false;
        for (const Reference &reference : referencesIn(element)) {
            hasResource = hasResource || reference.kind == ReferenceKind::Resource;
            if (reference.kind != ReferenceKind::Resource && reference.subject != "count.index" &&
                reference.subject != "each.key")
                addDiagnostic(diagnostics, "lifecycle.trigger", "Invalid reference in replace_triggered_by expression",
                              "Only resources, count.index, and each.key may be used in replace_triggered_by.",
                              rangeOf(element));
        }
        if (!hasResource)
            addDiagnostic(diagnostics, "lifecycle.trigger", "Invalid replace_triggered_by expression",
                          "Missing resource reference in replace_triggered_by expression.", rangeOf(element));
    }
}

static void checkLifecycle(const Resource &resource, const hcl::Block &block, Diagnostics &diagnostics)
{
    checkShape(block, shapes::lifecycle(), diagnostics);
    const bool isManaged = resource.mode == ResourceMode::Managed;
    for (const hcl::Attribute attribute : block.body().attributes()) {
        const std::string name(attribute.name());
        if (!isManaged && name != "enabled") {
            const std::string kind = resource.mode == ResourceMode::Data ? "data" : "ephemeral";
            addDiagnostic(diagnostics, "lifecycle.unsupported",
                          std::string("Invalid ").append(kind).append(" resource lifecycle argument"),
                          "The lifecycle argument \"" + name +
                              "\" is defined only for managed resources (\"resource\" blocks), and is not valid for " +
                              kind + " resources.",
                          rangeOf(attribute, attribute.nameRange()));
        } else if (name == "create_before_destroy" || name == "prevent_destroy") {
            static_cast<void>(constantValue(attribute.value(), hcl::Type::boolean(), diagnostics));
        } else if (name == "ignore_changes") {
            checkIgnoreChanges(attribute.value(), diagnostics);
        } else if (name == "replace_triggered_by") {
            checkTriggers(attribute.value(), diagnostics);
        }
    }
    const std::string address = ResourceAddress{{}, resource.mode, resource.type, resource.name, {}}.text();
    for (const hcl::Block nested : block.body().blocks()) {
        if (nested.type() == "precondition" || nested.type() == "postcondition")
            checkConditionBlock(nested, address, diagnostics);
    }
}

static void checkKeyword(const hcl::Attribute &attribute, std::string_view first, std::string_view second,
                         Diagnostics &diagnostics)
{
    const hcl::Expression value = attribute.value();
    std::string word(value.name());
    if (value.kind() == hcl::ExpressionKind::String) {
        word = value.stringValue().value_or("");
        if (value.tree()->syntax() == hcl::Syntax::Native)
            addDiagnostic(diagnostics, "reference.quoted", "Quoted keywords are deprecated",
                          "Keywords are written without quotes here; with quotes Terraform 0.11 wanted them.",
                          rangeOf(value), "Remove the quotes.", DiagnosticSeverity::Warning);
    }
    if (word != first && word != second)
        addDiagnostic(diagnostics, "provisioner.keyword", "Invalid \"" + std::string(attribute.name()) + "\" keyword",
                      "The \"" + std::string(attribute.name()) +
                          "\" argument requires one of the following keywords: " + std::string(first) + " or " +
                          std::string(second) + ".",
                      rangeOf(value));
}

static void checkConnections(const std::vector<hcl::Block> &blocks, std::string_view owner, Diagnostics &diagnostics)
{
    hcl::Block first;
    for (const hcl::Block &block : blocks) {
        if (block.type() != "connection")
            continue;
        if (first)
            addDiagnostic(diagnostics, "block.duplicate", "Duplicate connection block",
                          "This " + std::string(owner) + " already has a connection block.",
                          rangeOf(block, block.headerRange()));
        first = block;
    }
}

static bool isDestroyTime(const hcl::Block &block)
{
    const hcl::Expression when = block.body().attribute("when").value();
    return when && (when.name() == "destroy" || when.stringValue() == "destroy");
}

void checkProvisioner(const hcl::Block &block, std::string_view blockKind, Diagnostics &diagnostics)
{
    if (!checkLabels(block, "type", diagnostics))
        return;
    if (const hcl::Attribute when = block.body().attribute("when"))
        checkKeyword(when, "create", "destroy", diagnostics);
    if (const hcl::Attribute onFailure = block.body().attribute("on_failure"))
        checkKeyword(onFailure, "continue", "fail", diagnostics);
    std::vector<hcl::Block> nested;
    for (const hcl::Block inner : block.body().blocks())
        nested.push_back(inner);
    checkConnections(nested, "provisioner", diagnostics);
    if (!isDestroyTime(block)) {
        if (blockKind == "removed")
            addDiagnostic(diagnostics, "provisioner.when", "Invalid provisioner block",
                          "Only destroy-time provisioners are valid in \"removed\" blocks.",
                          rangeOf(block, block.headerRange()), "Add when = destroy.");
        return;
    }
    for (const Reference &reference : referencesIn(block.body())) {
        const bool isKeyword =
            reference.root.range().start == block.body().attribute("when").value().range().start ||
            (block.body().attribute("on_failure") &&
             reference.root.range().start == block.body().attribute("on_failure").value().range().start);
        const bool isOwn = reference.subject == "self" || reference.subject.starts_with("self.") ||
                           reference.subject == "count.index" || reference.subject == "each.key" ||
                           reference.subject.starts_with("path.") || reference.subject.starts_with("terraform.");
        if (!isKeyword && !isOwn)
            addDiagnostic(diagnostics, "provisioner.reference", "Invalid reference from destroy provisioner",
                          "Destroy-time provisioners and their connection configurations may only reference attributes "
                          "of the related resource, via 'self', 'count.index', or 'each.key'.",
                          rangeOf(reference.root, reference.range));
    }
}

void checkMetaArguments(const Resource &resource, Diagnostics &diagnostics)
{
    checkExpansion(resource.content, diagnostics);
    checkProvider(resource.content, diagnostics);
    checkDependsOn(resource.content, diagnostics);
    if (!resource.check.empty()) {
        for (const std::string_view name : {"count", "for_each"}) {
            if (const hcl::Attribute attribute = resource.content.attribute(name))
                addDiagnostic(diagnostics, "check.expansion", "Invalid \"" + std::string(name) + "\" attribute",
                              "The \"count\" and \"for_each\" meta-arguments are not supported within nested data "
                              "blocks.",
                              rangeOf(attribute, attribute.nameRange()));
        }
    }
    hcl::Block lifecycle;
    for (const hcl::Block &block : resource.metaBlocks) {
        if (block.type() == "provisioner") {
            checkProvisioner(block, "resource", diagnostics);
        } else if (block.type() == "lifecycle") {
            // Those of an override file were merged in.
            if (lifecycle && lifecycle.tree() == block.tree())
                addDiagnostic(diagnostics, "block.duplicate", "Duplicate lifecycle block",
                              "This resource already has a lifecycle block.", rangeOf(block, block.headerRange()));
            lifecycle = block;
            static_cast<void>(checkLabels(block, "", diagnostics));
            checkLifecycle(resource, block, diagnostics);
        }
    }
    checkConnections(resource.metaBlocks, "resource", diagnostics);
    for (const hcl::Block &block : resource.nestedBlocks) {
        if (block.type() == "locals")
            addDiagnostic(diagnostics, "block.reserved", "Reserved block type name in resource block",
                          "The block type name \"locals\" is reserved for use by Terraform in a future version.",
                          rangeOf(block, block.typeRange()));
    }
}

} // namespace drydock::terraform
