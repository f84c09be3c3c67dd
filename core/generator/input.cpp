// SPDX-License-Identifier: MIT
#include "core/generator/input.h"

#include "core/hcl/conversion.h"
#include "core/hcl/evaluator.h"
#include "core/hcl/json.h"
#include "core/hcl/literal.h"

#include <array>
#include <utility>

namespace drydock::generator {

using hcl::Kind;
using hcl::Type;
using hcl::Value;

static constexpr std::array<std::pair<InputType, std::string_view>, 9> typeNames{{
    {InputType::String, "string"},
    {InputType::Number, "number"},
    {InputType::Boolean, "bool"},
    {InputType::Choice, "choice"},
    {InputType::StringList, "list(string)"},
    {InputType::StringMap, "map(string)"},
    {InputType::Cidr, "cidr"},
    {InputType::CidrList, "list(cidr)"},
    {InputType::Tags, "tags"},
}};

std::string_view inputTypeName(InputType type)
{
    for (const auto &[known, name] : typeNames)
        if (known == type)
            return name;
    return "";
}

std::optional<InputType> inputTypeFromName(std::string_view name)
{
    for (const auto &[type, known] : typeNames)
        if (known == name)
            return type;
    return std::nullopt;
}

Type valueType(InputType type)
{
    switch (type) {
    case InputType::Number:
        return Type::number();
    case InputType::Boolean:
        return Type::boolean();
    case InputType::StringList:
    case InputType::CidrList:
        return Type::list(Type::string());
    case InputType::StringMap:
    case InputType::Tags:
        return Type::map(Type::string());
    default:
        return Type::string();
    }
}

static std::string_view trimmed(std::string_view text)
{
    const std::size_t from = text.find_first_not_of(" \t\r\n");
    return from == std::string_view::npos ? "" : text.substr(from, text.find_last_not_of(" \t\r\n") + 1 - from);
}

static std::vector<std::string_view> separated(std::string_view text)
{
    std::vector<std::string_view> parts;
    for (bool more = true; more;) {
        const std::size_t end = text.find_first_of(",\n");
        more = end != std::string_view::npos;
        if (const auto part = trimmed(text.substr(0, end)); !part.empty())
            parts.push_back(part);
        text.remove_prefix(more ? end + 1 : text.size());
    }
    return parts;
}

static Failure wrongValue(const Input &input, const std::string &what, std::string hint = {})
{
    return failure("generator.value", "The value of `" + input.name + "` is wrong: " + what + ".", {}, std::move(hint));
}

/// `["a", "b"]` and `{ a = "1" }`: what is written as HCL or JSON is read as such.
static Result<Value> parseSource(const Input &input, std::string_view text, const Type &type)
{
    auto value = hcl::evaluateText(text, {}, input.name);
    if (!value)
        return wrongValue(input, value.error().message);
    auto converted = hcl::convert(*value, type);
    if (!converted || !converted->isWhollyKnown())
        return wrongValue(input, converted ? "it is not a fixed value" : converted.error().message);
    return *converted;
}

static Result<Value> parseMap(const Input &input, std::string_view text)
{
    hcl::Fields fields;
    for (const std::string_view part : separated(text)) {
        const std::size_t equals = part.find('=');
        if (equals == std::string_view::npos || equals == 0)
            return wrongValue(input, "`" + std::string(part) + "` is no NAME=VALUE", "Write `Team=platform,Cost=42`.");
        fields.push_back({std::string(trimmed(part.substr(0, equals))),
                          Value::string(std::string(trimmed(part.substr(equals + 1))))});
    }
    return hcl::convert(Value::object(std::move(fields)), Type::map(Type::string()));
}

Result<Value> parseInput(const Input &input, std::string_view text)
{
    const Type type = valueType(input.type);
    const std::string_view plain = trimmed(text);
    if (plain.empty())
        return Value::null(type);
    if (type.kind() == Kind::String)
        return Value::string(std::string(text));
    if (type.kind() == Kind::Map)
        return plain.front() == '{' ? parseSource(input, plain, type) : parseMap(input, plain);
    if (type.kind() == Kind::List) {
        if (plain.front() == '[')
            return parseSource(input, plain, type);
        std::vector<Value> elements;
        for (const std::string_view part : separated(plain))
            elements.push_back(Value::string(std::string(part)));
        return Value::list(Type::string(), std::move(elements));
    }
    auto converted = hcl::convert(Value::string(std::string(plain)), type);
    if (converted)
        return *converted;
    if (type.kind() == Kind::Bool)
        return wrongValue(input, "`" + std::string(plain) + "` is neither true nor false");
    return wrongValue(input, "`" + std::string(plain) + "` is no number");
}

std::string inputText(const Input & /*input*/, const Value &value)
{
    if (value.isNull())
        return {};
    if (value.is(Kind::String))
        return value.asString();
    if (value.is(Kind::List)) {
        std::string text;
        bool plain = true;
        for (const Value &element : value.elements()) {
            plain = plain && element.is(Kind::String) &&
                    element.asString().find_first_of(",\n[") == std::string::npos && !element.asString().empty();
            text += (text.empty() ? "" : ", ") + (plain ? element.asString() : std::string());
        }
        return plain ? text : hcl::toSource(value);
    }
    return hcl::toSource(value);
}

} // namespace drydock::generator
