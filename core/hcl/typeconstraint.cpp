// SPDX-License-Identifier: MIT
#include "core/hcl/typeconstraint.h"

#include "core/hcl/conversion.h"
#include "core/hcl/diagnostic.h"
#include "core/hcl/evaluator.h"
#include "core/hcl/suggestion.h"
#include "core/hcl/tree.h"

#include <algorithm>
#include <map>

namespace drydock::hcl {

/// Defaults of optional attributes, in the shape of the type they belong to.
struct TypeDefaults
{
    std::map<std::string, Value> values; ///< of an object's attributes
    std::map<std::string, std::shared_ptr<const TypeDefaults>>
        children; ///< by attribute, tuple index, or "" for elements
};

using SharedDefaults = std::shared_ptr<const TypeDefaults>;

namespace {

struct Parsed
{
    Type type;
    SharedDefaults defaults;
};

class ConstraintReader
{
public:
    explicit ConstraintReader(std::vector<Diagnostic> &diagnostics)
        : m_diagnostics(diagnostics)
    {
    }
    Parsed read(const Expression &expression);

private:
    Parsed keyword(const Expression &expression, std::string_view name);
    Parsed call(const Expression &expression);
    Parsed collection(const Expression &expression, const std::string &name);
    Parsed object(const Expression &expression, const Expression &argument);
    Parsed tuple(const Expression &argument);
    void attribute(const ObjectItem &item, std::vector<TypeAttribute> &attributes, TypeDefaults &defaults);
    Parsed wrong(const Expression &expression, std::string detail, std::string hint = {});

    std::vector<Diagnostic> &m_diagnostics;
};

} // namespace

Parsed ConstraintReader::wrong(const Expression &expression, std::string detail, std::string hint)
{
    m_diagnostics.push_back(
        {Severity::Error, "Invalid type specification", std::move(detail), expression.range(), std::move(hint)});
    return {};
}

Parsed ConstraintReader::keyword(const Expression &expression, std::string_view name)
{
    if (name == "string")
        return {Type::string(), nullptr};
    if (name == "number")
        return {Type::number(), nullptr};
    if (name == "bool")
        return {Type::boolean(), nullptr};
    if (name == "any")
        return {};
    // Written like this before Terraform 0.12.
    if (name == "list")
        return {Type::list(Type()), nullptr};
    if (name == "map")
        return {Type::map(Type()), nullptr};
    const std::vector<std::string> known{"string", "number", "bool", "any", "list", "set", "map", "object", "tuple"};
    if (name == "set" || name == "object" || name == "tuple")
        return wrong(expression, "The " + std::string(name) + " type constructor requires one argument.");
    return wrong(expression, "The keyword \"" + std::string(name) + "\" is not a valid type specification.",
                 suggestion(name, known));
}

static SharedDefaults under(const std::string &key, SharedDefaults inner)
{
    if (!inner)
        return nullptr;
    auto defaults = std::make_shared<TypeDefaults>();
    defaults->children.emplace(key, std::move(inner));
    return defaults;
}

Parsed ConstraintReader::collection(const Expression &expression, const std::string &name)
{
    Parsed element = read(*expression.arguments().begin());
    Type type = name == "list"  ? Type::list(element.type)
                : name == "set" ? Type::set(element.type)
                                : Type::map(element.type);
    return {std::move(type), under("", std::move(element.defaults))};
}

void ConstraintReader::attribute(const ObjectItem &item, std::vector<TypeAttribute> &attributes, TypeDefaults &defaults)
{
    const auto name = item.keyName();
    if (!name) {
        (void)wrong(item.key(), "Object constructor map keys must be attribute names.");
        return;
    }
    Expression type = item.value();
    const bool optional = type.kind() == ExpressionKind::Call && type.functionName() == "optional";
    Expression fallback;
    if (optional) {
        std::vector<Expression> arguments;
        for (const Expression argument : type.arguments())
            arguments.push_back(argument);
        if (arguments.empty() || arguments.size() > 2) {
            (void)wrong(type, "optional() takes the attribute's type and, if wanted, its default value.");
            return;
        }
        type = arguments[0];
        fallback = arguments.size() == 2 ? arguments[1] : Expression();
    }
    Parsed parsed = read(type);
    attributes.push_back({*name, parsed.type, optional ? Presence::Optional : Presence::Required});
    if (parsed.defaults)
        defaults.children.emplace(*name, parsed.defaults);
    if (!fallback)
        return;
    const EvaluationContext context;
    const Value value = evaluate(fallback, context, m_diagnostics);
    auto converted = TypeConstraint(parsed.type, parsed.defaults).apply(value);
    if (converted)
        defaults.values.emplace(*name, std::move(*converted));
    else
        m_diagnostics.push_back({Severity::Error,
                                 "Invalid default value for optional attribute",
                                 "This default value is not compatible with the attribute's type constraint: " +
                                     converted.error().message + ".",
                                 fallback.range(),
                                 {}});
}

Parsed ConstraintReader::object(const Expression &expression, const Expression &argument)
{
    if (argument.kind() != ExpressionKind::Object)
        return wrong(
            expression,
            "Object type constructor requires one argument specifying the attribute types and values as a map.",
            "Write `object({ name = string, port = number })`.");
    std::vector<TypeAttribute> attributes;
    TypeDefaults defaults;
    for (const ObjectItem item : argument.items())
        attribute(item, attributes, defaults);
    SharedDefaults shared;
    if (!defaults.values.empty() || !defaults.children.empty())
        shared = std::make_shared<const TypeDefaults>(std::move(defaults));
    return {Type::object(std::move(attributes)), std::move(shared)};
}

Parsed ConstraintReader::tuple(const Expression &argument)
{
    if (argument.kind() != ExpressionKind::Tuple)
        return wrong(argument, "Tuple type constructor requires one argument specifying the element types as a list.",
                     "Write `tuple([string, number])`.");
    std::vector<Type> elements;
    TypeDefaults defaults;
    for (const Expression element : argument.elements()) {
        Parsed parsed = read(element);
        if (parsed.defaults)
            defaults.children.emplace(std::to_string(elements.size()), parsed.defaults);
        elements.push_back(std::move(parsed.type));
    }
    SharedDefaults shared;
    if (!defaults.children.empty())
        shared = std::make_shared<const TypeDefaults>(std::move(defaults));
    return {Type::tuple(std::move(elements)), std::move(shared)};
}

Parsed ConstraintReader::call(const Expression &expression)
{
    const std::string name = expression.functionName();
    const auto arguments = expression.arguments();
    const std::vector<std::string> known{"list", "set", "map", "object", "tuple"};
    if (name == "optional")
        return wrong(expression, "Optional attribute modifier is only for attributes of object types.");
    if (name == "string" || name == "number" || name == "bool" || name == "any")
        return wrong(expression, "Primitive type keyword \"" + name + "\" does not expect arguments.");
    if (std::find(known.begin(), known.end(), name) == known.end())
        return wrong(expression, "Keyword \"" + name + "\" is not a valid type constructor.", suggestion(name, known));
    if (arguments.size() != 1)
        return wrong(expression, "The " + name + " type constructor requires one argument.");
    const Expression argument = *arguments.begin();
    if (name == "object")
        return object(expression, argument);
    return name == "tuple" ? tuple(argument) : collection(expression, name);
}

Parsed ConstraintReader::read(const Expression &expression)
{
    switch (expression.kind()) {
    case ExpressionKind::Variable:
        return keyword(expression, expression.name());
    case ExpressionKind::String:
        return keyword(expression, expression.stringValue().value_or(""));
    case ExpressionKind::Call:
        return call(expression);
    case ExpressionKind::Parentheses:
        return read(expression.source());
    case ExpressionKind::Missing:
        return {};
    default:
        return wrong(expression, "A type specification is either a primitive type keyword (bool, number, string), or a "
                                 "complex type constructor call, like list(string).");
    }
}

static Value applyDefaults(const Value &value, const TypeDefaults &defaults);

static const TypeDefaults *childOf(const TypeDefaults &defaults, const std::string &key)
{
    auto found = defaults.children.find(key);
    return found != defaults.children.end() ? found->second.get() : nullptr;
}

static Value withChild(const Value &value, const TypeDefaults *child)
{
    return child != nullptr ? applyDefaults(value, *child) : value;
}

static Value applyToFields(const Value &value, const TypeDefaults &defaults)
{
    Fields fields;
    const TypeDefaults *each = childOf(defaults, "");
    for (const Field &field : value.fields()) {
        const TypeDefaults *child = each != nullptr ? each : childOf(defaults, field.name);
        fields.push_back({field.name, withChild(field.value, child)});
    }
    for (const auto &[name, fallback] : defaults.values) {
        const Value *given = value.find(name);
        if (given == nullptr || given->isNull())
            fields.push_back({name, fallback});
    }
    // The shape may differ between the entries of a map now; conversion brings them together.
    return Value::object(std::move(fields)).withMarks(value.marks());
}

static Value applyDefaults(const Value &value, const TypeDefaults &defaults)
{
    if (value.isNull() || value.isUnknown())
        return value;
    if (value.kind() == Kind::Object || value.kind() == Kind::Map)
        return applyToFields(value, defaults);
    std::vector<Value> elements;
    const TypeDefaults *each = childOf(defaults, "");
    for (const Value &element : value.elements())
        elements.push_back(
            withChild(element, each != nullptr ? each : childOf(defaults, std::to_string(elements.size()))));
    return value.type().isPrimitive() ? value : Value::tuple(std::move(elements)).withMarks(value.marks());
}

TypeConstraint::TypeConstraint(Type type, std::shared_ptr<const TypeDefaults> defaults)
    : m_type(std::move(type))
    , m_defaults(std::move(defaults))
{
}

Result<Value> TypeConstraint::apply(const Value &value) const
{
    return convert(m_defaults ? applyDefaults(value, *m_defaults) : value, m_type);
}

TypeConstraint parseTypeConstraint(const Expression &expression, std::vector<Diagnostic> &diagnostics)
{
    Parsed parsed = ConstraintReader(diagnostics).read(expression);
    return TypeConstraint(std::move(parsed.type), std::move(parsed.defaults));
}

} // namespace drydock::hcl
