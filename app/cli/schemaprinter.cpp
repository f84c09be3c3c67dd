// SPDX-License-Identifier: MIT
#include "app/cli/schemaprinter.h"

#include "core/terraform/providerschema.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace drydock::cli {

using nlohmann::ordered_json;
using terraform::AttributeSchema;
using terraform::BlockSchema;
using terraform::FunctionParameter;
using terraform::FunctionSignature;
using terraform::NestedBlockSchema;
using terraform::ObjectSchema;

static const char *textOf(terraform::Nesting nesting)
{
    static constexpr std::array names = {"single", "group", "list", "set", "map"};
    return names.at(static_cast<std::size_t>(nesting));
}

static ordered_json documentOf(const AttributeSchema &attribute)
{
    ordered_json document{{"type", attribute.type.source()}};
    const std::pair<const char *, bool> flags[] = {
        {"required", attribute.isRequired},    {"optional", attribute.isOptional},
        {"computed", attribute.isComputed},    {"sensitive", attribute.isSensitive},
        {"write_only", attribute.isWriteOnly}, {"deprecated", attribute.isDeprecated}};
    for (const auto &[name, isSet] : flags)
        if (isSet)
            document[name] = true;
    if (!attribute.description.empty())
        document["description"] = attribute.description;
    return document;
}

static ordered_json documentOf(const BlockSchema &block)
{
    ordered_json document;
    if (!block.description.empty())
        document["description"] = block.description;
    if (block.isDeprecated)
        document["deprecated"] = true;
    document["attributes"] = ordered_json::object();
    for (const AttributeSchema &attribute : block.attributes)
        document["attributes"][attribute.name] = documentOf(attribute);
    document["blocks"] = ordered_json::object();
    for (const NestedBlockSchema &nested : block.blocks) {
        ordered_json each{{"nesting", textOf(nested.nesting)}};
        if (nested.minItems != 0)
            each["min_items"] = nested.minItems;
        if (nested.maxItems != 0)
            each["max_items"] = nested.maxItems;
        each.update(documentOf(nested.body));
        document["blocks"][nested.type] = std::move(each);
    }
    return document;
}

ordered_json documentOf(const ObjectSchema &schema)
{
    ordered_json document{{"schema_version", schema.version}};
    document.update(documentOf(schema.block));
    if (!schema.identity)
        return document;
    document["identity"] = ordered_json::object();
    for (const terraform::IdentityAttribute &attribute : schema.identity->attributes)
        document["identity"][attribute.name] = {{"type", attribute.type.source()},
                                                {"required_for_import", attribute.isRequiredForImport}};
    return document;
}

static ordered_json documentOf(const FunctionParameter &parameter)
{
    ordered_json document{{"name", parameter.name}, {"type", parameter.type.source()}};
    if (parameter.isNullable)
        document["nullable"] = true;
    if (!parameter.description.empty())
        document["description"] = parameter.description;
    return document;
}

ordered_json documentOf(const FunctionSignature &function)
{
    ordered_json document{{"name", function.name},
                          {"summary", function.summary},
                          {"description", function.description},
                          {"returns", function.returnType.source()},
                          {"parameters", ordered_json::array()}};
    for (const FunctionParameter &parameter : function.parameters)
        document["parameters"].push_back(documentOf(parameter));
    if (function.variadic)
        document["variadic_parameter"] = documentOf(*function.variadic);
    if (!function.deprecationMessage.empty())
        document["deprecation_message"] = function.deprecationMessage;
    return document;
}

/// `required`, `optional, computed`: what a person wants to know beside the type.
static std::string remarks(const AttributeSchema &attribute)
{
    std::string text = attribute.isRequired ? "required" : attribute.isOptional ? "optional" : "read-only";
    if (attribute.isOptional && attribute.isComputed)
        text += ", computed";
    if (attribute.isSensitive)
        text += ", sensitive";
    if (attribute.isWriteOnly)
        text += ", write-only";
    if (attribute.isDeprecated)
        text += ", deprecated";
    return text;
}

static void print(std::string &out, const BlockSchema &block, const std::string &indent)
{
    std::size_t width = 0;
    for (const AttributeSchema &attribute : block.attributes)
        width = std::max(width, attribute.name.size());
    for (const AttributeSchema &attribute : block.attributes)
        out += indent + attribute.name + std::string(width - attribute.name.size(), ' ') + " = " +
               attribute.type.source() + "  # " + remarks(attribute) + "\n";
    for (const NestedBlockSchema &nested : block.blocks) {
        std::string counts = textOf(nested.nesting);
        if (nested.minItems != 0)
            counts += ", at least " + std::to_string(nested.minItems);
        if (nested.maxItems != 0)
            counts += ", at most " + std::to_string(nested.maxItems);
        if (nested.body.isDeprecated)
            counts += ", deprecated";
        out.append("\n").append(indent).append(nested.type).append(" {  # ").append(counts).append("\n");
        print(out, nested.body, indent + "  ");
        out.append(indent).append("}\n");
    }
}

std::string textOf(const ObjectSchema &schema)
{
    std::string out = schema.block.description.empty() ? "" : "# " + schema.block.description + "\n";
    print(out, schema.block, "");
    return out;
}

std::string textOf(const FunctionSignature &function)
{
    std::string parameters;
    const auto add = [&parameters](const FunctionParameter &parameter, const char *dots) {
        parameters += (parameters.empty() ? "" : ", ") + parameter.name + dots + " " + parameter.type.source();
    };
    for (const FunctionParameter &parameter : function.parameters)
        add(parameter, "");
    if (function.variadic)
        add(*function.variadic, "...");
    std::string out = function.name + "(" + parameters + ") " + function.returnType.source() + "\n";
    if (!function.summary.empty())
        out += function.summary + "\n";
    if (!function.description.empty())
        out += "\n" + function.description + "\n";
    if (!function.deprecationMessage.empty())
        out += "\nDeprecated: " + function.deprecationMessage + "\n";
    return out;
}

} // namespace drydock::cli
