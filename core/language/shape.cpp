// SPDX-License-Identifier: MIT
#include "core/language/shape.h"

#include "core/hcl/diagnostic.h"
#include "core/hcl/typeconstraint.h"
#include "core/language/snapshot.h"
#include "core/language/usecollector.h"
#include "core/terraform/schemacatalogue.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace drydock::language {

namespace fs = std::filesystem;
using hcl::Expression;
using hcl::ExpressionKind;

hcl::Type typeOfVariable(const hcl::Block &variable)
{
    const hcl::Attribute type = variable.body().attribute("type");
    if (!type)
        return {};
    std::vector<hcl::Diagnostic> ignored;
    return hcl::parseTypeConstraint(type.value(), ignored).type();
}

Shapes::Shapes(const Snapshot &snapshot, fs::path module)
    : m_snapshot(snapshot)
    , m_module(std::move(module))
{
}

static Shape ofType(hcl::Type type)
{
    Shape shape;
    if (type.isDynamic())
        return shape;
    shape.kind = Shape::Kind::Type;
    shape.isMany = type.isCollection() && type.kind() != hcl::Kind::Map;
    shape.type = std::move(type);
    return shape;
}

Shape Shapes::inModule(const fs::path &module, Expression expression) const
{
    Shape shape;
    if (!expression)
        return shape;
    shape.kind = Shape::Kind::Written;
    shape.expression = expression;
    shape.module = module;
    return shape;
}

Shape Shapes::ofExpression(const Expression &expression, std::shared_ptr<const void> held) const
{
    Shape shape = inModule(m_module, expression);
    shape.held = std::move(held);
    return shape;
}

Shape Shapes::variable(std::string_view name) const
{
    return declared(SymbolKind::Variable, name);
}

Shape Shapes::declared(SymbolKind kind, std::string_view name) const
{
    const DirectoryPointer directory = m_snapshot.data().files->directory(m_module);
    if (!directory)
        return {};
    for (const DeclaredPlace &place : directory->find(kind, name)) {
        const Declared &found = *place.declared;
        if (kind == SymbolKind::Local)
            return inModule(m_module, found.attribute.value());
        const hcl::Body body = found.block.body();
        if (kind == SymbolKind::Output) {
            const hcl::Attribute value = body.attribute("value");
            return value ? inModule(m_module, value.value()) : Shape();
        }
        if (kind == SymbolKind::Variable) {
            Shape shape = ofType(typeOfVariable(found.block));
            if (shape.kind != Shape::Kind::Unknown)
                return shape;
            const hcl::Attribute value = body.attribute("default");
            return value ? inModule(m_module, value.value()) : Shape();
        }
        Shape shape;
        shape.isMany = bool(body.attribute("count")) || bool(body.attribute("for_each"));
        shape.name = name;
        shape.resourceKind = kind;
        shape.kind = kind == SymbolKind::Module ? Shape::Kind::Call : Shape::Kind::Resource;
        shape.module = kind == SymbolKind::Module ? m_snapshot.moduleTarget(m_module, name) : m_module;
        return shape;
    }
    return {};
}

Shape Shapes::element(const Shape &shape) const
{
    const Shape from = resolved(shape);
    if (from.kind == Shape::Kind::Type) {
        if (from.type.isCollection())
            return ofType(from.type.element());
        if (from.type.kind() == hcl::Kind::Tuple && !from.type.elements().empty())
            return ofType(from.type.elements().front());
        if (from.type.kind() == hcl::Kind::Object && !from.type.attributes().empty())
            return ofType(from.type.attributes().front().type);
        return {};
    }
    if (from.kind == Shape::Kind::Written) {
        Shape inside = from;
        inside.isMany = false;
        inside.expression = {};
        if (from.expression.kind() == ExpressionKind::Tuple && !from.expression.elements().empty())
            inside.expression = *from.expression.elements().begin();
        else if (from.expression.kind() == ExpressionKind::Object && !from.expression.items().empty())
            inside.expression = (*from.expression.items().begin()).value();
        else if (from.expression.kind() == ExpressionKind::ForTuple ||
                 from.expression.kind() == ExpressionKind::ForObject)
            inside.expression = from.expression.forValue();
        return inside.expression ? inside : Shape();
    }
    Shape one = from;
    one.isMany = false;
    return one;
}

// Terraform's `each.value`: the element of the block's for_each.
Shape Shapes::eachValue(const CaretContext &context) const
{
    if (context.blocks.empty())
        return {};
    const OpenBlock &block = context.blocks.front();
    const DirectoryPointer directory = m_snapshot.data().files->directory(m_module);
    if (!directory || block.labels.empty())
        return {};
    const SymbolKind kind = block.type == "module"      ? SymbolKind::Module
                            : block.type == "data"      ? SymbolKind::Data
                            : block.type == "ephemeral" ? SymbolKind::Ephemeral
                                                        : SymbolKind::Resource;
    std::string name = block.labels[0];
    if (kind != SymbolKind::Module && block.labels.size() > 1)
        name += "." + block.labels[1];
    for (const DeclaredPlace &place : directory->find(kind, name)) {
        if (const hcl::Attribute forEach = place.declared->block.body().attribute("for_each"))
            return element(inModule(m_module, forEach.value()));
    }
    return {};
}

Shape Shapes::forName(const CaretContext::ForName &name, const CaretContext &) const
{
    if (name.isKey)
        return ofType(hcl::Type::string());
    auto parsed = std::make_shared<hcl::ParsedFile>(hcl::parseExpression(hcl::SourceFile("", name.collection)));
    Shape collection = inModule(m_module, parsed->expression());
    collection.held = parsed;
    return element(collection);
}

Shape Shapes::root(std::span<const WrittenStep> steps, std::size_t &taken, const CaretContext *context) const
{
    const std::string &first = steps[0].name;
    taken = 1;
    if (context != nullptr) {
        for (auto it = context->forNames.rbegin(); it != context->forNames.rend(); ++it) {
            if (it->name == first)
                return forName(*it, *context);
        }
        if (first == "self" && !context->blocks.empty() && context->blocks.front().labels.size() > 1)
            return declared(SymbolKind::Resource,
                            context->blocks.front().label(0) + "." + context->blocks.front().label(1));
    }
    const auto nameAt = [&](std::size_t at) {
        return at < steps.size() && steps[at].kind == WrittenStep::Kind::Name ? steps[at].name : std::string();
    };
    taken = 2;
    if (first == "each" && context != nullptr)
        return nameAt(1) == "value" ? eachValue(*context) : ofType(hcl::Type::string());
    if (first == "var")
        return declared(SymbolKind::Variable, nameAt(1));
    if (first == "local")
        return declared(SymbolKind::Local, nameAt(1));
    if (first == "module")
        return declared(SymbolKind::Module, nameAt(1));
    if (first == "path" || first == "terraform")
        return ofType(hcl::Type::string());
    if (first == "count")
        return ofType(hcl::Type::number());
    const bool hasPrefix = first == "data" || first == "ephemeral" || first == "resource";
    if (!hasPrefix)
        return declared(SymbolKind::Resource, first + "." + nameAt(1));
    taken = 3;
    return declared(first == "data"        ? SymbolKind::Data
                    : first == "ephemeral" ? SymbolKind::Ephemeral
                                           : SymbolKind::Resource,
                    nameAt(1) + "." + nameAt(2));
}

Shape Shapes::find(std::span<const WrittenStep> steps, const CaretContext *context) const
{
    if (steps.empty() || steps[0].name.empty() || m_depth > MaximumDepth)
        return {};
    std::size_t taken = 0;
    Shape shape = root(steps, taken, context);
    for (std::size_t at = std::min(taken, steps.size()); at < steps.size(); ++at)
        shape = step(shape, steps[at]);
    return shape;
}

Shape Shapes::resolved(const Shape &shape) const
{
    if (shape.kind != Shape::Kind::Written || m_depth > MaximumDepth)
        return shape;
    const Expression plain = shape.expression.unwrapped();
    Shapes there(m_snapshot, shape.module);
    there.m_depth = m_depth + 1;
    Shape next = shape;
    next.expression = plain;
    switch (plain.kind()) {
    case ExpressionKind::Conditional:
        next.expression = plain.whenTrue();
        return there.resolved(next);
    case ExpressionKind::Call: {
        static constexpr std::array<std::string_view, 12> Keeping{
            "tomap",     "tolist",       "toset",  "try",      "coalesce", "concat",
            "sensitive", "nonsensitive", "values", "distinct", "reverse",  "ephemeralasnull"};
        const bool keeps = std::find(Keeping.begin(), Keeping.end(), plain.functionName()) != Keeping.end();
        if (!keeps || plain.arguments().empty())
            return next;
        next.expression = *plain.arguments().begin();
        return there.resolved(next);
    }
    case ExpressionKind::Variable:
    case ExpressionKind::AttributeAccess:
    case ExpressionKind::Index:
    case ExpressionKind::LegacyIndex: {
        std::vector<WrittenStep> steps;
        for (const TraversalStep &step : stepsOf(plain)) {
            const bool isName = step.kind == TraversalStep::Kind::Name;
            steps.push_back({isName ? WrittenStep::Kind::Name : WrittenStep::Kind::Index,
                             isName ? std::string(step.name) : std::string(step.key.text())});
        }
        return there.resolved(there.find(steps));
    }
    default:
        return next;
    }
}

Shape Shapes::stepWritten(const Shape &shape, const WrittenStep &step) const
{
    Shape inside = shape;
    inside.isMany = false;
    const Expression from = shape.expression;
    std::string name = step.name;
    if (name.size() >= 2 && name.front() == '"')
        name = name.substr(1, name.size() - 2);
    if (from.kind() == ExpressionKind::Object) {
        for (const hcl::ObjectItem item : from.items()) {
            if (item.keyName() == name) {
                inside.expression = item.value();
                return inside;
            }
        }
        return {};
    }
    if (from.kind() == ExpressionKind::Call && from.functionName() == "merge") {
        for (const Expression argument : from.arguments()) {
            inside.expression = argument;
            Shape found = this->step(inside, step);
            if (found.kind != Shape::Kind::Unknown)
                return found;
        }
        return {};
    }
    if (step.kind == WrittenStep::Kind::Name)
        return {};
    return element(shape);
}

Shape Shapes::stepResource(const Shape &shape, const WrittenStep &step) const
{
    const std::string type = shape.name.substr(0, shape.name.find('.'));
    Shapes there(m_snapshot, shape.module);
    if (const auto schema = there.schema(shape.resourceKind, type)) {
        if (const terraform::AttributeSchema *attribute = schema->block.attribute(step.name))
            return ofType(attribute->type);
        if (const terraform::NestedBlockSchema *block = schema->block.block(step.name)) {
            Shape inside;
            inside.kind = Shape::Kind::Body;
            inside.body = &block->body;
            inside.held = schema;
            inside.isMany = block->nesting == terraform::Nesting::List || block->nesting == terraform::Nesting::Set;
            return inside;
        }
    }
    const DirectoryPointer directory = m_snapshot.data().files->directory(shape.module);
    if (!directory)
        return {};
    for (const DeclaredPlace &place : directory->find(shape.resourceKind, shape.name)) {
        if (const hcl::Attribute attribute = place.declared->block.body().attribute(step.name))
            return inModule(shape.module, attribute.value());
    }
    return {};
}

Shape Shapes::step(const Shape &shape, const WrittenStep &step) const
{
    const Shape from = resolved(shape);
    switch (from.kind) {
    case Shape::Kind::Written:
        return stepWritten(from, step);
    case Shape::Kind::Type:
        if (step.kind == WrittenStep::Kind::Name && from.type.kind() == hcl::Kind::Object) {
            const hcl::TypeAttribute *attribute = from.type.attribute(step.name);
            return attribute != nullptr ? ofType(attribute->type) : Shape();
        }
        return element(from);
    case Shape::Kind::Call:
        if (step.kind != WrittenStep::Kind::Name)
            return element(from);
        return from.module.empty() ? Shape() : Shapes(m_snapshot, from.module).declared(SymbolKind::Output, step.name);
    case Shape::Kind::Resource:
        return step.kind == WrittenStep::Kind::Name ? stepResource(from, step) : element(from);
    case Shape::Kind::Body: {
        if (step.kind != WrittenStep::Kind::Name)
            return element(from);
        if (const terraform::AttributeSchema *attribute = from.body->attribute(step.name))
            return ofType(attribute->type);
        Shape inside = from;
        const terraform::NestedBlockSchema *block = from.body->block(step.name);
        inside.body = block != nullptr ? &block->body : nullptr;
        return block != nullptr ? inside : Shape();
    }
    case Shape::Kind::Unknown:
        break;
    }
    return {};
}

std::string Shapes::typeText(const Shape &shape) const
{
    const Shape from = resolved(shape);
    switch (from.kind) {
    case Shape::Kind::Type:
        return from.type.source();
    case Shape::Kind::Call:
        return "module";
    case Shape::Kind::Resource:
        return from.name.substr(0, from.name.find('.'));
    case Shape::Kind::Body:
        return "object";
    case Shape::Kind::Unknown:
        return {};
    case Shape::Kind::Written:
        break;
    }
    switch (from.expression.kind()) {
    case ExpressionKind::String:
    case ExpressionKind::Template:
    case ExpressionKind::Heredoc:
        return "string";
    case ExpressionKind::Number:
        return "number";
    case ExpressionKind::True:
    case ExpressionKind::False:
        return "bool";
    case ExpressionKind::Tuple:
    case ExpressionKind::ForTuple:
        return "tuple";
    case ExpressionKind::Object:
    case ExpressionKind::ForObject:
        return "object";
    default:
        return {};
    }
}

} // namespace drydock::language
