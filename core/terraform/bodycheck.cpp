// SPDX-License-Identifier: MIT
#include "core/terraform/bodycheck.h"

#include "core/hcl/conversion.h"
#include "core/hcl/diagnostic.h"
#include "core/hcl/evaluator.h"
#include "core/hcl/literal.h"
#include "core/hcl/scope.h"
#include "core/hcl/suggestion.h"
#include "core/terraform/references.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

namespace drydock::terraform {

namespace {

/// Every name means something that is not known yet: what is left is the shape that the text alone gives a value.
class AnyNames final : public hcl::Scope
{
public:
    [[nodiscard]] std::optional<hcl::Resolution> resolve(const hcl::Reference &reference) const override
    {
        const std::size_t steps =
            reference.attributes.size() + (reference.key == nullptr ? 0 : 1) + reference.keyAttributes.size();
        return hcl::Resolution{hcl::Value::unknown(), steps, {}, {}};
    }
    [[nodiscard]] std::vector<std::string> names() const override { return {}; }
};

std::vector<std::string> argumentNames(const BlockSchema &schema)
{
    std::vector<std::string> names;
    for (const AttributeSchema &attribute : schema.attributes)
        if (attribute.isArgument())
            names.push_back(attribute.name);
    return names;
}

std::vector<std::string> blockTypes(const BlockSchema &schema)
{
    std::vector<std::string> types;
    for (const NestedBlockSchema &block : schema.blocks)
        types.push_back(block.type);
    return types;
}

bool isDynamic(const hcl::Block &block)
{
    return block.type() == "dynamic";
}

std::string typeOf(const hcl::Block &block)
{
    return isDynamic(block) ? block.label(0) : std::string(block.type());
}

SourceRange openingOf(const hcl::Body &body)
{
    const hcl::ByteRange range = body.range();
    return rangeOf(body, {range.start, std::min(range.start + 1, range.end)});
}

} // namespace

bool mayBeBlocks(const AttributeSchema &attribute)
{
    const hcl::Kind kind = attribute.type.kind();
    return attribute.nested == nullptr && (kind == hcl::Kind::List || kind == hcl::Kind::Set) &&
           attribute.type.element().kind() == hcl::Kind::Object;
}

BlockSchema blocksOf(const AttributeSchema &attribute)
{
    BlockSchema schema;
    const hcl::Type object = attribute.type.element();
    for (const hcl::TypeAttribute &each : object.attributes()) {
        AttributeSchema member;
        member.name = each.name;
        member.type = each.type;
        member.isOptional = true;
        schema.attributes.push_back(std::move(member));
    }
    return schema;
}

Diagnostic blockCountProblem(const NestedBlockSchema &schema, std::uint64_t least, std::uint64_t most)
{
    Diagnostic problem;
    const std::string name = hcl::quote(schema.type);
    const bool isOne = schema.nesting == Nesting::Single || schema.nesting == Nesting::Group;
    if (isOne && least > 1) {
        problem.summary = "Duplicate " + schema.type + " block";
        problem.detail = "Only one block of type " + name + " is allowed.";
    } else if (isOne && most < schema.minItems) {
        problem.summary = "Missing " + schema.type + " block";
        problem.detail = "A block of type " + name + " is required here.";
    } else if (most < schema.minItems) {
        problem.summary = "Insufficient " + schema.type + " blocks";
        problem.detail = "At least " + std::to_string(schema.minItems) + " " + name + " blocks are required.";
    } else if (!isOne && schema.maxItems != 0 && least > schema.maxItems) {
        problem.summary = "Too many " + schema.type + " blocks";
        problem.detail = "No more than " + std::to_string(schema.maxItems) + " " + name + " blocks are allowed";
    } else {
        return problem;
    }
    problem.code = "schema.block-count";
    return problem;
}

std::string typeProblem(const hcl::Value &value, const hcl::Type &type)
{
    const auto converted = hcl::convert(value, type);
    return converted ? std::string() : converted.error().message;
}

Diagnostic typeDiagnostic(std::string_view attribute, const std::string &problem, SourceRange range)
{
    return {DiagnosticSeverity::Error,
            "schema.type",
            "Incorrect attribute value type",
            "Inappropriate value for attribute " + hcl::quote(attribute) + ": " + problem + ".",
            {},
            range,
            {}};
}

BodyCheck::BodyCheck(Requirement requirement, std::vector<Diagnostic> &diagnostics)
    : m_requirement(requirement)
    , m_diagnostics(diagnostics)
{
}

void BodyCheck::check(std::span<const hcl::Attribute> attributes, std::span<const hcl::Block> blocks,
                      const BlockSchema &schema, SourceRange opening)
{
    for (const hcl::Attribute &attribute : attributes)
        checkAttribute(attribute, schema);
    for (const hcl::Block &block : blocks)
        if (isDynamic(block))
            checkDynamic(block, schema);
        else
            checkBlock(block, schema);
    if (m_requirement == Requirement::Enforced)
        checkRequired(attributes, blocks, schema, opening);
    checkCounts(blocks, schema, opening);
}

void BodyCheck::checkBody(const hcl::Body &body, const BlockSchema &schema)
{
    std::vector<hcl::Attribute> attributes;
    std::vector<hcl::Block> blocks;
    for (const hcl::Attribute attribute : body.attributes())
        attributes.push_back(attribute);
    for (const hcl::Block block : body.blocks())
        blocks.push_back(block);
    check(attributes, blocks, schema, openingOf(body));
}

void BodyCheck::checkAttribute(const hcl::Attribute &attribute, const BlockSchema &schema)
{
    const AttributeSchema *known = schema.attribute(attribute.name());
    if (known == nullptr) {
        unsupportedArgument(attribute, schema);
        return;
    }
    const SourceRange name = rangeOf(attribute, attribute.nameRange());
    if (!known->isArgument()) {
        report("schema.computed-argument", "Value for unconfigurable attribute",
               "Can't configure a value for " + hcl::quote(known->name) +
                   ": its value will be decided automatically based on the result of applying this configuration.",
               "Remove the argument.", name);
        return;
    }
    if (known->isDeprecated)
        warn("schema.deprecated", "Argument is deprecated",
             "The provider will remove the argument " + hcl::quote(known->name) + " in a later version.",
             known->description, name);
    checkValue(attribute, *known);
}

void BodyCheck::checkValue(const hcl::Attribute &attribute, const AttributeSchema &schema)
{
    static const AnyNames anyNames;
    hcl::EvaluationContext context;
    context.scope = &anyNames;
    std::vector<hcl::Diagnostic> problems;
    const hcl::Value value = hcl::evaluate(attribute.value(), context, problems);
    // What cannot be evaluated is reported where it is evaluated.
    if (!problems.empty())
        return;
    if (schema.isRequired && m_requirement == Requirement::Enforced && value.isKnown() && value.isNull())
        report("schema.missing-argument", "Missing required argument",
               "The argument " + hcl::quote(schema.name) + " is required, but no definition was found.", {},
               rangeOf(attribute.value()));
    else if (const std::string problem = typeProblem(value, schema.type); !problem.empty())
        m_diagnostics.push_back(typeDiagnostic(schema.name, problem, rangeOf(attribute.value())));
    if (schema.nested)
        checkNested(attribute.value(), *schema.nested);
}

void BodyCheck::checkNested(const hcl::Expression &value, const NestedAttributes &schema)
{
    const hcl::Expression inner = value.unwrapped();
    switch (schema.nesting) {
    case Nesting::List:
    case Nesting::Set:
        for (const hcl::Expression element : inner.elements())
            checkObjectKeys(element.unwrapped(), schema);
        break;
    case Nesting::Map:
        for (const hcl::ObjectItem item : inner.items())
            checkObjectKeys(item.value().unwrapped(), schema);
        break;
    case Nesting::Single:
    case Nesting::Group:
        checkObjectKeys(inner, schema);
        break;
    }
}

// Terraform drops such a key without a word: nearly always a misspelling.
void BodyCheck::checkObjectKeys(const hcl::Expression &object, const NestedAttributes &schema)
{
    std::vector<std::string> names;
    for (const AttributeSchema &attribute : schema.attributes)
        names.push_back(attribute.name);
    for (const hcl::ObjectItem item : object.items()) {
        const std::optional<std::string> key = item.keyName();
        if (!key)
            continue;
        if (const AttributeSchema *known = schema.attribute(*key); known == nullptr)
            warn("schema.unknown-argument", "Unsupported argument",
                 "An argument named " + hcl::quote(*key) + " is not expected here; Terraform ignores it.",
                 hcl::suggestion(*key, names), rangeOf(item.key()));
        else if (known->nested)
            checkNested(item.value(), *known->nested);
    }
}

void BodyCheck::checkBlock(const hcl::Block &block, const BlockSchema &schema)
{
    const std::string_view type = block.type();
    if (const NestedBlockSchema *known = schema.block(type)) {
        checkLabels(block, *known);
        if (known->body.isDeprecated)
            warn("schema.deprecated", "Block is deprecated",
                 "The provider will remove blocks of type " + hcl::quote(type) + " in a later version.",
                 known->body.description, rangeOf(block, block.typeRange()));
        checkBody(block.body(), known->body);
        return;
    }
    const AttributeSchema *attribute = schema.attribute(type);
    if (attribute != nullptr && attribute->isArgument() && mayBeBlocks(*attribute))
        checkBody(block.body(), blocksOf(*attribute));
    else
        unsupportedBlock(type, block, block.typeRange(), schema);
}

void BodyCheck::checkDynamic(const hcl::Block &block, const BlockSchema &schema)
{
    const std::string type = block.label(0);
    const hcl::Body content = block.body().block("content").body();
    if (const NestedBlockSchema *known = schema.block(type)) {
        if (content)
            checkBody(content, known->body);
        return;
    }
    const AttributeSchema *attribute = schema.attribute(type);
    if (attribute != nullptr && attribute->isArgument() && mayBeBlocks(*attribute)) {
        if (content)
            checkBody(content, blocksOf(*attribute));
        return;
    }
    const auto labels = block.labels();
    if (labels.begin() != labels.end())
        unsupportedBlock(type, block, (*labels.begin()).range(), schema);
}

void BodyCheck::checkLabels(const hcl::Block &block, const NestedBlockSchema &schema)
{
    const std::size_t wanted = schema.nesting == Nesting::Map ? 1 : 0;
    std::size_t found = 0;
    hcl::ByteRange extra;
    for (const hcl::Label label : block.labels())
        if (found++ == wanted)
            extra = label.range();
    if (found > wanted)
        report("schema.block-labels", "Extraneous label for " + schema.type,
               wanted == 0 ? "No labels are expected for " + schema.type + " blocks."
                           : "Only 1 labels (key) are expected for " + schema.type + " blocks.",
               "Remove the label.", rangeOf(block, extra));
    else if (found < wanted)
        report("schema.block-labels", "Missing key for " + schema.type,
               "All " + schema.type + " blocks must have 1 labels (key).", "Write " + schema.type + " \"key\" { … }.",
               rangeOf(block, block.headerRange()));
}

void BodyCheck::checkRequired(std::span<const hcl::Attribute> attributes, std::span<const hcl::Block> blocks,
                              const BlockSchema &schema, SourceRange opening)
{
    for (const AttributeSchema &wanted : schema.attributes) {
        if (!wanted.isRequired)
            continue;
        const auto isWanted = [&wanted](const hcl::Attribute &written) { return written.name() == wanted.name; };
        const auto isWantedBlock = [&wanted](const hcl::Block &written) { return typeOf(written) == wanted.name; };
        if (std::none_of(attributes.begin(), attributes.end(), isWanted) &&
            std::none_of(blocks.begin(), blocks.end(), isWantedBlock))
            report("schema.missing-argument", "Missing required argument",
                   "The argument " + hcl::quote(wanted.name) + " is required, but no definition was found.", {},
                   opening);
    }
}

void BodyCheck::checkCounts(std::span<const hcl::Block> blocks, const BlockSchema &schema, SourceRange opening)
{
    for (const NestedBlockSchema &known : schema.blocks) {
        std::uint64_t written = 0;
        bool mayBeMore = false;
        const hcl::Block *last = nullptr;
        for (const hcl::Block &block : blocks) {
            if (typeOf(block) != known.type)
                continue;
            last = &block;
            if (isDynamic(block))
                mayBeMore = true;
            else
                ++written;
        }
        const std::uint64_t most = mayBeMore ? std::numeric_limits<std::uint64_t>::max() : written;
        Diagnostic problem = blockCountProblem(known, written, most);
        if (problem.code.empty() || (most < known.minItems && m_requirement == Requirement::Waived))
            continue;
        problem.range = last == nullptr ? opening : rangeOf(*last, last->typeRange());
        m_diagnostics.push_back(std::move(problem));
    }
}

void BodyCheck::unsupportedArgument(const hcl::Attribute &attribute, const BlockSchema &schema)
{
    const std::string name(attribute.name());
    std::string hint = schema.block(name) != nullptr
                           ? "Did you mean to define a block of type " + hcl::quote(name) + "?"
                           : hcl::suggestion(name, argumentNames(schema));
    report("schema.unknown-argument", "Unsupported argument",
           "An argument named " + hcl::quote(name) + " is not expected here.", std::move(hint),
           rangeOf(attribute, attribute.nameRange()));
}

void BodyCheck::unsupportedBlock(std::string_view type, const hcl::View &view, hcl::ByteRange range,
                                 const BlockSchema &schema)
{
    std::string hint = schema.attribute(type) != nullptr ? "Did you mean to define argument " + hcl::quote(type) +
                                                               "? If so, use the equals sign to assign it a value."
                                                         : hcl::suggestion(type, blockTypes(schema));
    report("schema.unknown-block", "Unsupported block type",
           "Blocks of type " + hcl::quote(type) + " are not expected here.", std::move(hint), rangeOf(view, range));
}

void BodyCheck::report(std::string code, std::string summary, std::string detail, std::string hint, SourceRange range)
{
    m_diagnostics.push_back({DiagnosticSeverity::Error,
                             std::move(code),
                             std::move(summary),
                             std::move(detail),
                             std::move(hint),
                             range,
                             {}});
}

void BodyCheck::warn(std::string code, std::string summary, std::string detail, std::string hint, SourceRange range)
{
    m_diagnostics.push_back({DiagnosticSeverity::Warning,
                             std::move(code),
                             std::move(summary),
                             std::move(detail),
                             std::move(hint),
                             range,
                             {}});
}

} // namespace drydock::terraform
