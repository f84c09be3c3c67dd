// SPDX-License-Identifier: MIT
#include "core/terraform/schemareader.h"

#include "core/terraform/jsondocument.h"
#include "core/terraform/typejson.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace drydock::terraform {

static TextFormat textFormat(const JsonValue &json)
{
    return json["description_kind"].string() == "markdown" ? TextFormat::Markdown : TextFormat::Plain;
}

static std::uint32_t itemCount(const JsonValue &json, std::string_view name)
{
    return static_cast<std::uint32_t>(
        std::min<std::uint64_t>(json[name].integer(), std::numeric_limits<std::uint32_t>::max()));
}

static Nesting nestingOf(const JsonValue &json)
{
    static constexpr std::array names = {"single", "group", "list", "set", "map"};
    const JsonValue mode = json.required("nesting_mode");
    const auto found = std::find(names.begin(), names.end(), mode.string());
    if (found == names.end())
        mode.refuse("single, group, list, set or map");
    return static_cast<Nesting>(found - names.begin());
}

static std::vector<AttributeSchema> attributesOf(const JsonValue &json);

static hcl::Type impliedType(const NestedAttributes &nested)
{
    std::vector<hcl::TypeAttribute> types;
    for (const AttributeSchema &attribute : nested.attributes)
        types.push_back(
            {attribute.name, attribute.type, attribute.isRequired ? hcl::Presence::Required : hcl::Presence::Optional});
    hcl::Type object = hcl::Type::object(std::move(types));
    switch (nested.nesting) {
    case Nesting::List:
        return hcl::Type::list(std::move(object));
    case Nesting::Set:
        return hcl::Type::set(std::move(object));
    case Nesting::Map:
        return hcl::Type::map(std::move(object));
    case Nesting::Single:
    case Nesting::Group:
        break;
    }
    return object;
}

static std::shared_ptr<const NestedAttributes> nestedOf(const JsonValue &json)
{
    auto nested = std::make_shared<NestedAttributes>();
    nested->nesting = nestingOf(json);
    nested->minItems = itemCount(json, "min_items");
    nested->maxItems = itemCount(json, "max_items");
    nested->attributes = attributesOf(json["attributes"]);
    return nested;
}

static AttributeSchema attributeOf(const JsonValue &json)
{
    AttributeSchema attribute;
    attribute.name = json.key();
    attribute.description = json["description"].string();
    attribute.descriptionFormat = textFormat(json);
    attribute.isRequired = json["required"].boolean();
    attribute.isOptional = json["optional"].boolean();
    attribute.isComputed = json["computed"].boolean();
    attribute.isSensitive = json["sensitive"].boolean();
    attribute.isWriteOnly = json["write_only"].boolean();
    attribute.isDeprecated = json["deprecated"].boolean();
    if (const JsonValue nested = json["nested_type"]) {
        attribute.nested = nestedOf(nested);
        attribute.type = impliedType(*attribute.nested);
    } else {
        attribute.type = typeFromJson(json.required("type"));
    }
    return attribute;
}

template <typename Item>
static void sortBy(std::vector<Item> &items, std::string Item::*key)
{
    std::stable_sort(items.begin(), items.end(),
                     [key](const Item &left, const Item &right) { return left.*key < right.*key; });
    // Of a name given twice the last one stays, as in Go.
    const auto first = std::unique(items.rbegin(), items.rend(), [key](const Item &left, const Item &right) {
                           return left.*key == right.*key;
                       }).base();
    items.erase(items.begin(), first);
}

static std::vector<AttributeSchema> attributesOf(const JsonValue &json)
{
    std::vector<AttributeSchema> attributes;
    for (const JsonValue &member : json.members())
        attributes.push_back(attributeOf(member));
    sortBy(attributes, &AttributeSchema::name);
    return attributes;
}

static BlockSchema blockOf(const JsonValue &json)
{
    BlockSchema block;
    block.attributes = attributesOf(json["attributes"]);
    for (const JsonValue &member : json["block_types"].members()) {
        NestedBlockSchema nested;
        nested.type = member.key();
        nested.nesting = nestingOf(member);
        nested.minItems = itemCount(member, "min_items");
        nested.maxItems = itemCount(member, "max_items");
        nested.body = blockOf(member["block"]);
        block.blocks.push_back(std::move(nested));
    }
    sortBy(block.blocks, &NestedBlockSchema::type);
    block.description = json["description"].string();
    block.descriptionFormat = textFormat(json);
    block.isDeprecated = json["deprecated"].boolean();
    return block;
}

static IdentitySchema identityOf(const JsonValue &json)
{
    IdentitySchema identity;
    identity.version = static_cast<std::int64_t>(json["version"].integer());
    for (const JsonValue &member : json["attributes"].members()) {
        IdentityAttribute attribute;
        attribute.name = member.key();
        attribute.type = typeFromJson(member.required("type"));
        attribute.description = member["description"].string();
        attribute.isRequiredForImport = member["required_for_import"].boolean();
        attribute.isOptionalForImport = member["optional_for_import"].boolean();
        identity.attributes.push_back(std::move(attribute));
    }
    sortBy(identity.attributes, &IdentityAttribute::name);
    return identity;
}

static ObjectSchema objectOf(const JsonValue &json)
{
    ObjectSchema schema;
    schema.version = static_cast<std::int64_t>(json["version"].integer());
    schema.block = blockOf(json["block"]);
    return schema;
}

static FunctionParameter parameterOf(const JsonValue &json)
{
    FunctionParameter parameter;
    parameter.name = json["name"].string();
    parameter.description = json["description"].string();
    parameter.type = typeFromJson(json.required("type"));
    parameter.isNullable = json["is_nullable"].boolean();
    return parameter;
}

static FunctionSignature functionOf(const JsonValue &json)
{
    FunctionSignature function;
    function.name = json.key();
    function.summary = json["summary"].string();
    function.description = json["description"].string();
    function.deprecationMessage = json["deprecation_message"].string();
    function.returnType = typeFromJson(json.required("return_type"));
    for (const JsonValue &parameter : json["parameters"].elements())
        function.parameters.push_back(parameterOf(parameter));
    if (const JsonValue variadic = json["variadic_parameter"])
        function.variadic = parameterOf(variadic);
    return function;
}

namespace {

using EntrySink = std::function<Result<>(SchemaEntry)>;

Result<> readObjects(const JsonValue &provider, SchemaKind kind, std::string_view key, const EntrySink &entry,
                     const Task &task)
{
    const JsonValue identities = kind == SchemaKind::Resource ? provider["resource_identity_schemas"] : JsonValue();
    for (const JsonValue &member : provider[key].members()) {
        if (auto check = task.check(); !check)
            return check;
        ObjectSchema schema = objectOf(member);
        if (const JsonValue identity = identities[member.key()])
            schema.identity = identityOf(identity);
        SchemaEntry read{std::string(provider.key()), kind, std::string(member.key()), std::move(schema)};
        if (auto taken = entry(std::move(read)); !taken)
            return taken;
    }
    return {};
}

Result<> readProvider(const JsonValue &provider, const EntrySink &entry, const Task &task)
{
    SchemaEntry own{std::string(provider.key()), SchemaKind::Provider, {}, std::monostate()};
    if (const JsonValue schema = provider["provider"])
        own.content = objectOf(schema);
    if (auto taken = entry(std::move(own)); !taken)
        return taken;
    static constexpr std::array<std::pair<SchemaKind, std::string_view>, 3> kinds = {
        std::pair(SchemaKind::Resource, "resource_schemas"), std::pair(SchemaKind::DataSource, "data_source_schemas"),
        std::pair(SchemaKind::Ephemeral, "ephemeral_resource_schemas")};
    for (const auto &[kind, key] : kinds)
        if (auto read = readObjects(provider, kind, key, entry, task); !read)
            return read;
    for (const JsonValue &member : provider["functions"].members())
        if (auto taken = entry({std::string(provider.key()), {}, std::string(member.key()), functionOf(member)});
            !taken)
            return taken;
    return {};
}

} // namespace

Result<> readProviderSchemas(std::string_view json, const std::string &fileName, const EntrySink &entry,
                             const Task &task)
{
    const auto document = JsonDocument::parse(json, fileName);
    if (!document)
        return Failure(document.error());
    return guarded(fileName, [&]() -> Result<> {
        checkFormatVersion(document->root(), 1, "schema");
        const std::vector<JsonValue> providers = document->root()["provider_schemas"].members();
        for (std::size_t i = 0; i < providers.size(); ++i) {
            task.report(static_cast<double>(i) / static_cast<double>(providers.size()), providers[i].key());
            if (auto read = readProvider(providers[i], entry, task); !read)
                return read;
        }
        return {};
    });
}

Result<std::vector<FunctionSignature>> readFunctionSignatures(std::string_view json, const std::string &fileName)
{
    const auto document = JsonDocument::parse(json, fileName);
    if (!document)
        return Failure(document.error());
    return guarded(fileName, [&]() -> Result<std::vector<FunctionSignature>> {
        checkFormatVersion(document->root(), 1, "functions");
        std::vector<FunctionSignature> functions;
        for (const JsonValue &member : document->root()["function_signatures"].members())
            functions.push_back(functionOf(member));
        sortBy(functions, &FunctionSignature::name);
        return functions;
    });
}

} // namespace drydock::terraform
