// SPDX-License-Identifier: MIT
#include "core/policy/valuetools.h"

#include <algorithm>
#include <charconv>

namespace drydock::policy {

using hcl::Kind;
using hcl::Marks;
using hcl::Truth;
using hcl::Value;

static constexpr int maximumDepth = 64;

static bool isList(const Value &value)
{
    return value.is(Kind::List) || value.is(Kind::Tuple) || value.is(Kind::Set);
}

static bool isMapping(const Value &value)
{
    return value.is(Kind::Object) || value.is(Kind::Map);
}

std::vector<std::string> pathSteps(std::string_view path)
{
    std::vector<std::string> steps;
    std::string step;
    bool quoted = false;
    const auto flush = [&] {
        if (!step.empty())
            steps.push_back(std::move(step));
        step.clear();
    };
    for (const char c : path) {
        if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == '.' || c == '[' || c == ']'))
            flush();
        else
            step += c;
    }
    flush();
    return steps;
}

static std::optional<std::size_t> indexOf(const std::string &step)
{
    std::size_t index = 0;
    const auto [end, code] = std::from_chars(step.data(), step.data() + step.size(), index);
    return code == std::errc() && end == step.data() + step.size() ? std::optional(index) : std::nullopt;
}

static Value stepInto(const Value &value, const std::string &step)
{
    if (value.isUnknown())
        return Value::unknown().withMarks(value.marks());
    if (isMapping(value))
        return value.attribute(step).value_or(Value().withMarks(value.marks()));
    if (!isList(value))
        return Value().withMarks(value.marks());
    if (const auto index = indexOf(step))
        return value.element(*index).value_or(Value().withMarks(value.marks()));
    if (value.length() != 1)
        return Value().withMarks(value.marks());
    return stepInto(*value.element(0), step);
}

Value valueAt(const Value &value, std::string_view path)
{
    Value at = value;
    for (const std::string &step : pathSteps(path))
        at = stepInto(at, step);
    return at;
}

std::optional<std::vector<Value>> elementsOf(const Value &value)
{
    if (value.isUnknown())
        return std::nullopt;
    if (value.isNull())
        return std::vector<Value>();
    if (!isList(value))
        return std::vector<Value>{value};
    std::vector<Value> elements;
    elements.reserve(value.length());
    for (const Value &element : value.elements())
        elements.push_back(value.marks().isEmpty() ? element : element.withMarks(value.marks()));
    return elements;
}

std::optional<std::string> textOf(const Value &value)
{
    if (value.is(Kind::String))
        return value.asString();
    if (value.is(Kind::Bool))
        return value.asBool() ? "true" : "false";
    if (value.is(Kind::Number))
        return value.asNumber().text();
    return std::nullopt;
}

Truth truthOf(const Value &value)
{
    if (value.isUnknown())
        return Truth::Unknown;
    return textOf(value).value_or("") == "true" ? Truth::True : Truth::False;
}

Value truthValue(Truth truth, const Marks &marks)
{
    if (truth == Truth::Unknown)
        return Value::unknown(hcl::Type::boolean()).withMarks(marks);
    return Value::boolean(truth == Truth::True).withMarks(marks);
}

Marks identityMark(const std::string &address)
{
    return Marks::origin("=" + address);
}

Marks locationMark(const std::string &path)
{
    return Marks::origin("@" + path);
}

Marks countMark(const std::string &address)
{
    return Marks::origin("#" + address);
}

std::optional<std::string> identityOf(const Value &value)
{
    for (const std::string &origin : value.marks().origins())
        if (origin.starts_with('='))
            return origin.substr(1);
    return std::nullopt;
}

static std::optional<std::string> deepestLocation(const Marks &marks)
{
    std::optional<std::string> deepest;
    for (const std::string &origin : marks.origins())
        if (origin.starts_with('@') && (!deepest || origin.size() > deepest->size() + 1))
            deepest = origin.substr(1);
    return deepest;
}

std::optional<std::string> locationOf(const Value &value)
{
    if (auto own = deepestLocation(value.marks()))
        return own;
    // Made from a block's attributes: its place, unless there are several.
    const Marks deep = value.deepMarks();
    auto place = deepestLocation(deep);
    for (const std::string &origin : deep.origins())
        if (origin.starts_with('@') && !place->starts_with(origin.substr(1)))
            return std::nullopt;
    return place;
}

std::vector<std::string> originsOf(const Marks &marks)
{
    std::vector<std::string> origins;
    for (const std::string &origin : marks.origins())
        if (!origin.starts_with('=') && !origin.starts_with('@') && !origin.starts_with('#'))
            origins.push_back(origin);
    return origins;
}

bool isResourceOrigin(std::string_view origin)
{
    // `module.net["a.b"].module.sub.aws_vpc.main`: what is left once the module steps are taken off.
    while (origin.starts_with("module.")) {
        std::size_t at = std::string_view("module.").size();
        bool quoted = false;
        while (at < origin.size() && (quoted || origin[at] != '.')) {
            if (origin[at] == '"' && origin[at - 1] != '\\')
                quoted = !quoted;
            ++at;
        }
        if (at >= origin.size())
            return false;
        origin.remove_prefix(at + 1);
    }
    return !origin.starts_with("var.") && !origin.starts_with("local.") && origin.find('.') != std::string_view::npos;
}

static Value located(const Value &value, const std::string &path, int depth)
{
    if (depth > maximumDepth || value.isUnknown() || value.isNull())
        return value;
    if (value.is(Kind::Object)) {
        hcl::Fields fields;
        fields.reserve(value.length());
        for (const hcl::Field &field : value.fields())
            fields.push_back(
                {field.name, located(field.value, path.empty() ? field.name : path + "." + field.name, depth + 1)});
        return Value::object(std::move(fields)).withMarks(value.marks());
    }
    if (!value.is(Kind::Tuple))
        return value;
    std::vector<Value> elements;
    elements.reserve(value.length());
    for (const Value &element : value.elements()) {
        const std::string here = path + "[" + std::to_string(elements.size()) + "]";
        const bool block = element.kind() == Kind::Object || (element.isUnknown() && element.kind() == Kind::Dynamic);
        elements.push_back(block ? located(element, here, depth + 1).withMarks(locationMark(here)) : element);
    }
    return Value::tuple(std::move(elements)).withMarks(value.marks());
}

Value withLocations(const Value &attributes)
{
    return located(attributes, {}, 0);
}

} // namespace drydock::policy
