// SPDX-License-Identifier: MIT
#include "core/terraform/secretfinder.h"

#include "core/terraform/schemacatalogue.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

namespace drydock::terraform {

/// Shorter texts are too likely to mean something else in another place.
static constexpr std::size_t shortestSharedSecret = 8;

std::string_view providerIn(std::string_view reference)
{
    const std::size_t start = reference.find("[\"");
    const std::size_t end = reference.find("\"]", start);
    return start == std::string_view::npos || end == std::string_view::npos
               ? std::string_view()
               : reference.substr(start + 2, end - start - 2);
}

JsonValue unwrapped(const JsonValue &json)
{
    if (json.isNull() || json.kind() != JsonKind::Object)
        return json;
    const std::vector<JsonValue> members = json.members();
    const JsonValue type = json["type"];
    const bool isWrapped =
        members.size() == 2 && type && json["value"].node() != type.node() &&
        std::any_of(members.begin(), members.end(), [](const JsonValue &member) { return member.key() == "value"; });
    if (!isWrapped)
        return json;
    static constexpr std::array<std::string_view, 5> names = {"string", "number", "bool", "dynamic", "object"};
    const JsonValue name = type.kind() == JsonKind::Array ? type.firstChild() : type;
    const bool isType = type.kind() == JsonKind::Array
                            ? name && name.kind() == JsonKind::String
                            : std::find(names.begin(), names.end(), name.text()) != names.end();
    return isType ? members[members[0].key() == "value" ? 0 : 1] : json;
}

SecretFinder::SecretFinder(const MaskOptions &options, std::vector<bool> &hidden)
    : m_options(options)
    , m_hidden(hidden)
{
}

void SecretFinder::hide(const JsonValue &value)
{
    if (value.isNull())
        return;
    if (m_hidden.size() <= value.node())
        m_hidden.resize(std::max<std::size_t>(value.node() + 1, m_hidden.size() * 2));
    m_hidden[value.node()] = true;
    m_secrets.push_back(value);
}

void SecretFinder::place(const JsonValue &value)
{
    if (!value.isNull())
        m_places.push_back(value);
}

std::shared_ptr<const ObjectSchema> SecretFinder::schemaOf(std::string_view provider, const JsonValue &resource) const
{
    if (m_options.schemas == nullptr || provider.empty())
        return nullptr;
    const std::string known = knownProvider(*m_options.schemas, provider);
    if (known.empty())
        return nullptr;
    const SchemaKind kind = resource["mode"].string() == "data" ? SchemaKind::DataSource : SchemaKind::Resource;
    return m_options.schemas->find(known, kind, resource["type"].string());
}

void SecretFinder::marked(const JsonValue &value, const JsonValue &marks)
{
    if (value.isNull() || marks.isNull())
        return;
    if (marks.kind() == JsonKind::Boolean) {
        if (marks.boolean())
            hide(value);
    } else if (marks.kind() == JsonKind::Object && value.kind() == JsonKind::Object) {
        for (JsonValue mark = marks.firstChild(); mark; mark = mark.nextSibling())
            marked(value[mark.key()], mark);
    } else if (marks.kind() == JsonKind::Array && value.kind() == JsonKind::Array) {
        JsonValue element = value.firstChild();
        for (JsonValue mark = marks.firstChild(); mark && element; mark = mark.nextSibling()) {
            marked(element, mark);
            element = element.nextSibling();
        }
    }
}

void SecretFinder::bySchema(const JsonValue &value, const std::vector<AttributeSchema> &attributes)
{
    if (value.isNull())
        return;
    if (value.kind() == JsonKind::Array) {
        for (JsonValue element = value.firstChild(); element; element = element.nextSibling())
            bySchema(element, attributes);
        return;
    }
    if (value.kind() != JsonKind::Object)
        return;
    for (const AttributeSchema &attribute : attributes) {
        const JsonValue member = value[attribute.name];
        if (attribute.isSensitive || attribute.isWriteOnly)
            hide(member);
        else if (attribute.nested && attribute.nested->nesting == Nesting::Map && member)
            for (JsonValue each = member.firstChild(); each; each = each.nextSibling())
                bySchema(each, attribute.nested->attributes);
        else if (attribute.nested)
            bySchema(member, attribute.nested->attributes);
    }
}

void SecretFinder::bySchema(const JsonValue &value, const BlockSchema &schema)
{
    if (value.isNull())
        return;
    if (value.kind() == JsonKind::Array) {
        for (JsonValue element = value.firstChild(); element; element = element.nextSibling())
            bySchema(element, schema);
        return;
    }
    if (value.kind() != JsonKind::Object)
        return;
    bySchema(value, schema.attributes);
    for (const NestedBlockSchema &block : schema.blocks) {
        const JsonValue member = value[block.type];
        if (block.nesting != Nesting::Map)
            bySchema(member, block.body);
        else if (member)
            for (JsonValue each = member.firstChild(); each; each = each.nextSibling())
                bySchema(each, block.body);
    }
}

void SecretFinder::change(const JsonValue &change)
{
    place(change["before"]);
    place(change["after"]);
    marked(change["before"], change["before_sensitive"]);
    marked(change["after"], change["after_sensitive"]);
}

void SecretFinder::shown(const JsonValue &json)
{
    if (json.isNull() || (json.kind() != JsonKind::Object && json.kind() != JsonKind::Array))
        return;
    if (json.kind() == JsonKind::Object) {
        const bool isChange = json["before_sensitive"] || json["after_sensitive"];
        const bool isResource = static_cast<bool>(json["sensitive_values"]);
        if (isChange)
            change(json);
        if (isResource) {
            place(json["values"]);
            marked(json["values"], json["sensitive_values"]);
        }
        place(json["value"]);
        if (const JsonValue sensitive = json["sensitive"]; sensitive && sensitive.kind() == JsonKind::Boolean)
            marked(json["value"], sensitive);
        if (const JsonValue provider = json["provider_name"]; provider && provider.kind() == JsonKind::String)
            if (const auto schema = schemaOf(provider.text(), json)) {
                bySchema(json["values"], schema->block);
                const JsonValue both = json["change"];
                if (both && both.kind() == JsonKind::Object) {
                    bySchema(both["before"], schema->block);
                    bySchema(both["after"], schema->block);
                }
            }
        static constexpr std::array<std::string_view, 5> values = {"before", "after", "after_unknown",
                                                                   "before_sensitive", "after_sensitive"};
        for (JsonValue member = json.firstChild(); member; member = member.nextSibling()) {
            const std::string_view key = member.key();
            const bool isValue = (isChange && std::find(values.begin(), values.end(), key) != values.end()) ||
                                 (isResource && (key == "values" || key == "sensitive_values")) || key == "value" ||
                                 key == "configuration";
            if (!isValue)
                shown(member);
        }
        return;
    }
    for (JsonValue element = json.firstChild(); element; element = element.nextSibling())
        shown(element);
}

void SecretFinder::configuration(const JsonValue &configuration, const JsonValue &variables)
{
    if (!configuration)
        return;
    constantPlaces(configuration);
    configurationModule(configuration["root_module"], variables);
    if (m_options.schemas == nullptr)
        return;
    for (const JsonValue &provider : configuration["provider_config"].members()) {
        const std::string known = knownProvider(*m_options.schemas, provider["full_name"].string());
        const auto schema = known.empty() ? nullptr : m_options.schemas->find(known, SchemaKind::Provider, {});
        if (schema)
            expressions(provider["expressions"], schema->block);
    }
}

void SecretFinder::configurationModule(const JsonValue &module, const JsonValue &given)
{
    for (const JsonValue &variable : module["variables"].members()) {
        if (!variable["sensitive"].boolean())
            continue;
        hide(variable["default"]);
        if (const JsonValue value = given ? given[variable.key()] : JsonValue()) {
            hide(value["value"]);
            constants(value);
        }
    }
    for (const JsonValue &resource : module["resources"].elements()) {
        // The configuration has a local name only; the type of the resource says which provider it can be.
        if (m_options.schemas != nullptr)
            for (const std::string &provider : m_options.schemas->providers())
                if (const auto schema = schemaOf(provider, resource))
                    expressions(resource["expressions"], schema->block);
    }
    for (const JsonValue &call : module["module_calls"].members())
        configurationModule(call["module"], call["expressions"]);
}

void SecretFinder::expressions(const JsonValue &expressions, const BlockSchema &schema)
{
    if (expressions.isNull())
        return;
    if (expressions.kind() == JsonKind::Array) {
        for (JsonValue element = expressions.firstChild(); element; element = element.nextSibling())
            this->expressions(element, schema);
        return;
    }
    if (expressions.kind() != JsonKind::Object)
        return;
    for (const AttributeSchema &attribute : schema.attributes)
        if (attribute.isSensitive || attribute.isWriteOnly)
            constants(expressions[attribute.name]);
    for (const NestedBlockSchema &block : schema.blocks)
        this->expressions(expressions[block.type], block.body);
}

void SecretFinder::constants(const JsonValue &expression)
{
    if (expression.isNull())
        return;
    for (JsonValue child = expression.firstChild(); child; child = child.nextSibling())
        if (child.key() == "constant_value")
            hide(child);
        else
            constants(child);
}

void SecretFinder::constantPlaces(const JsonValue &json)
{
    for (JsonValue child = json.firstChild(); child; child = child.nextSibling())
        if (child.key() == "constant_value" || child.key() == "default")
            place(child);
        else
            constantPlaces(child);
}

void SecretFinder::rawState(const JsonValue &state)
{
    for (const JsonValue &output : state["outputs"].members()) {
        place(output["value"]);
        if (output["sensitive"].boolean())
            hide(output["value"]);
    }
    for (const JsonValue &resource : state["resources"].elements())
        for (const JsonValue &instance : resource["instances"].elements())
            rawInstance(resource, instance);
}

void SecretFinder::rawInstance(const JsonValue &resource, const JsonValue &instance)
{
    const JsonValue attributes = instance["attributes"];
    place(attributes);
    place(instance["attributes_flat"]);
    hide(instance["private"]);
    for (const JsonValue &path : instance["sensitive_attributes"].elements())
        byPath(attributes, path);
    if (const auto schema = schemaOf(providerIn(resource["provider"].string()), resource)) {
        bySchema(attributes, schema->block);
        bySchema(instance["attributes_flat"], schema->block);
    }
}

void SecretFinder::byPath(JsonValue value, const JsonValue &path)
{
    for (const JsonValue &step : path.elements()) {
        value = unwrapped(value);
        if (value.isNull())
            return;
        JsonValue key = step["value"];
        if (key && key.kind() == JsonKind::Object)
            key = key["value"];
        JsonValue next;
        if (value.kind() == JsonKind::Object)
            next = value[key.text()];
        else if (value.kind() == JsonKind::Array && key && key.kind() == JsonKind::Number) {
            next = value.firstChild();
            for (std::uint64_t left = key.integer(); left > 0 && next; --left)
                next = next.nextSibling();
        }
        // An element of a set has no place of its own: then all of it is hidden.
        if (!next && value.kind() != JsonKind::Object)
            break;
        value = next;
    }
    hide(value);
}

namespace {

template <typename Visit>
void forEachText(const JsonValue &json, const Visit &visit)
{
    if (json.kind() == JsonKind::String)
        visit(json);
    for (JsonValue child = json.firstChild(); child; child = child.nextSibling())
        forEachText(child, visit);
}

} // namespace

void SecretFinder::hideEqualTexts()
{
    std::unordered_set<std::string_view> texts;
    for (const JsonValue &secret : m_secrets)
        forEachText(secret, [&texts](const JsonValue &text) {
            if (text.text().size() >= shortestSharedSecret)
                texts.insert(text.text());
        });
    if (texts.empty())
        return;
    for (const JsonValue &each : m_places)
        forEachText(each, [&](const JsonValue &text) {
            if (texts.contains(text.text()))
                hide(text);
        });
}

} // namespace drydock::terraform
