// SPDX-License-Identifier: MIT
#include "core/terraform/secretmask.h"

#include "core/hcl/json.h"
#include "core/hcl/number.h"
#include "core/terraform/secretfinder.h"

#include <algorithm>
#include <utility>

namespace drydock::terraform {

using hcl::Value;

static constexpr std::string_view maskText = "\"(sensitive value)\"";

SecretMask SecretMask::ofPlan(const JsonValue &plan, const MaskOptions &options)
{
    SecretMask mask;
    SecretFinder finder(options, mask.m_hidden);
    finder.shown(plan);
    finder.configuration(plan["configuration"], plan["variables"]);
    finder.hideEqualTexts();
    return mask;
}

SecretMask SecretMask::ofShownState(const JsonValue &state, const MaskOptions &options)
{
    SecretMask mask;
    SecretFinder finder(options, mask.m_hidden);
    finder.shown(state);
    finder.hideEqualTexts();
    return mask;
}

SecretMask SecretMask::ofRawState(const JsonValue &state, const MaskOptions &options)
{
    SecretMask mask;
    SecretFinder finder(options, mask.m_hidden);
    finder.rawState(state);
    finder.hideEqualTexts();
    return mask;
}

bool SecretMask::hides(const JsonValue &json) const
{
    return json && json.node() < m_hidden.size() && m_hidden[json.node()];
}

static Value scalar(const JsonValue &json)
{
    switch (json.kind()) {
    case JsonKind::Boolean:
        return Value::boolean(json.boolean());
    case JsonKind::String:
        return Value::string(std::string(json.text()));
    case JsonKind::Number:
        if (const auto number = hcl::Number::parse(json.text()))
            return Value::number(*number);
        json.refuse("a number that can be kept");
    default:
        return {};
    }
}

static Value hidden(const JsonValue &json)
{
    hcl::Type type;
    if (json.kind() == JsonKind::String)
        type = hcl::Type::string();
    else if (json.kind() == JsonKind::Number)
        type = hcl::Type::number();
    else if (json.kind() == JsonKind::Boolean)
        type = hcl::Type::boolean();
    return Value::unknown(type, hcl::notNull()).withMarks(hcl::Marks::sensitive());
}

Value SecretMask::valueOf(const JsonValue &json, const JsonValue &unknown) const
{
    if (!unknown.isNull() && unknown.kind() == JsonKind::Boolean && unknown.boolean())
        return Value::unknown();
    if (hides(json))
        return hidden(json);
    if (json && json.kind() == JsonKind::Array) {
        std::vector<Value> elements;
        JsonValue open = unknown.isNull() || unknown.kind() != JsonKind::Array ? JsonValue() : unknown.firstChild();
        for (JsonValue element = json.firstChild(); element; element = element.nextSibling()) {
            elements.push_back(valueOf(element, open));
            open = open.nextSibling();
        }
        return Value::tuple(std::move(elements));
    }
    const bool hasUnknown = !unknown.isNull() && unknown.kind() == JsonKind::Object;
    if (!json || json.kind() != JsonKind::Object)
        return json ? scalar(json) : Value();
    hcl::Fields fields;
    for (JsonValue member = json.firstChild(); member; member = member.nextSibling())
        fields.push_back(
            {std::string(member.key()), valueOf(member, hasUnknown ? unknown[member.key()] : JsonValue())});
    // What is wholly unknown is not among the members of the value itself.
    if (hasUnknown)
        for (JsonValue member = unknown.firstChild(); member; member = member.nextSibling())
            if (member.kind() == JsonKind::Boolean && member.boolean())
                fields.push_back({std::string(member.key()), Value::unknown()});
    return Value::object(std::move(fields));
}

void SecretMask::write(const JsonValue &json, std::string &out) const
{
    if (hides(json)) {
        out += maskText;
        return;
    }
    switch (json.kind()) {
    case JsonKind::String:
        out += hcl::toJson(Value::string(std::string(json.text()))).value_or("null");
        return;
    case JsonKind::Array:
    case JsonKind::Object:
        break;
    default:
        out += json.text();
        return;
    }
    const bool isObject = json.kind() == JsonKind::Object;
    out += isObject ? '{' : '[';
    for (JsonValue child = json.firstChild(); child; child = child.nextSibling()) {
        if (child.node() != json.firstChild().node())
            out += ',';
        if (isObject)
            (out += hcl::toJson(Value::string(std::string(child.key()))).value_or("null")) += ':';
        write(child, out);
    }
    out += isObject ? '}' : ']';
}

std::string SecretMask::text(const JsonValue &root) const
{
    std::string out;
    write(root, out);
    out += '\n';
    return out;
}

} // namespace drydock::terraform
