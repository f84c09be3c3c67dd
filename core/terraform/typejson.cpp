// SPDX-License-Identifier: MIT
#include "core/terraform/typejson.h"

#include "core/terraform/jsondocument.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace drydock::terraform {

using hcl::Type;

static Type primitive(const JsonValue &json)
{
    const std::string_view name = json.text();
    if (name == "string")
        return Type::string();
    if (name == "number")
        return Type::number();
    if (name == "bool")
        return Type::boolean();
    if (name != "dynamic")
        json.refuse("a type (string, number, bool, dynamic)");
    return Type::dynamic();
}

static Type objectType(const std::vector<JsonValue> &parts)
{
    std::vector<std::string> optional;
    if (parts.size() == 3)
        for (const JsonValue &name : parts[2].elements())
            optional.push_back(name.string());
    std::vector<hcl::TypeAttribute> attributes;
    for (const JsonValue &member : parts[1].members()) {
        std::string name(member.key());
        const bool isOptional = std::find(optional.begin(), optional.end(), name) != optional.end();
        attributes.push_back(
            {std::move(name), typeFromJson(member), isOptional ? hcl::Presence::Optional : hcl::Presence::Required});
    }
    return Type::object(std::move(attributes));
}

Type typeFromJson(const JsonValue &json)
{
    if (json.kind() == JsonKind::String)
        return primitive(json);
    const std::vector<JsonValue> parts = json.elements();
    if (parts.size() < 2 || parts.size() > 3)
        json.refuse("a type such as [\"list\", \"string\"]");
    const std::string name = parts[0].string();
    if (name == "object")
        return objectType(parts);
    if (parts.size() == 2 && name == "list")
        return Type::list(typeFromJson(parts[1]));
    if (parts.size() == 2 && name == "set")
        return Type::set(typeFromJson(parts[1]));
    if (parts.size() == 2 && name == "map")
        return Type::map(typeFromJson(parts[1]));
    if (parts.size() != 2 || name != "tuple")
        parts[0].refuse("list, set, map, tuple or object");
    std::vector<Type> elements;
    for (const JsonValue &element : parts[1].elements())
        elements.push_back(typeFromJson(element));
    return Type::tuple(std::move(elements));
}

} // namespace drydock::terraform
