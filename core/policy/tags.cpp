// SPDX-License-Identifier: MIT
#include "core/policy/tags.h"

#include "core/policy/valuetools.h"

#include <algorithm>
#include <array>

namespace drydock::policy {

using hcl::Fields;
using hcl::Kind;
using hcl::Value;

/// `tag { key = …, value = … }` blocks, as aws_autoscaling_group has them, as a map.
static Value tagBlocks(const Value &blocks)
{
    if (blocks.isUnknown())
        return blocks;
    Fields fields;
    for (const Value &block : elementsOf(blocks).value_or(std::vector<Value>())) {
        const auto key = textOf(valueAt(block, "key"));
        if (!key)
            return Value::unknown().withMarks(block.deepMarks());
        fields.push_back({*key, valueAt(block, "value")});
    }
    return Value::object(std::move(fields));
}

/// From the weakest to the strongest.
static std::array<Value, 3> parts(const Subject &subject)
{
    const bool google = subject.type.starts_with("google_");
    std::array<Value, 3> result;
    if (const terraform::ProviderInstance *provider = subject.instance->provider(); provider != nullptr)
        result[0] = valueAt(provider->attributes(), google ? "default_labels" : "default_tags.tags");
    result[1] = tagBlocks(valueAt(subject.attributes, "tag"));
    result[2] = valueAt(subject.attributes, google ? "labels" : "tags");
    return result;
}

Value tagsOf(const Subject &subject)
{
    Fields all;
    for (const Value &part : parts(subject)) {
        if (part.isUnknown())
            return Value::unknown().withMarks(part.marks());
        for (const hcl::Field &field : part.fields()) {
            std::erase_if(all, [&field](const hcl::Field &other) { return other.name == field.name; });
            all.push_back({field.name, field.value.withMarks(part.marks())});
        }
    }
    return Value::object(std::move(all));
}

static bool isThere(const std::array<Value, 3> &all, const std::string &name)
{
    return std::any_of(all.begin(), all.end(), [&name](const Value &part) {
        const Value *value = part.isKnown() && !part.isNull() ? part.find(name) : nullptr;
        return value != nullptr && (value->isUnknown() || !textOf(*value).value_or("").empty());
    });
}

Value missingTags(const Subject &subject, const std::vector<std::string> &names)
{
    const auto all = parts(subject);
    std::vector<Value> missing;
    for (const std::string &name : names)
        if (!isThere(all, name))
            missing.push_back(Value::string(name));
    if (missing.empty())
        return Value::tuple({});
    for (const Value &part : all)
        if (part.isUnknown())
            return Value::unknown().withMarks(part.marks());
    return Value::tuple(std::move(missing));
}

} // namespace drydock::policy
