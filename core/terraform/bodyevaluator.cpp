// SPDX-License-Identifier: MIT
#include "core/terraform/bodyevaluator.h"

#include "core/terraform/configurationevaluator.h"
#include "core/terraform/references.h"

#include <algorithm>
#include <utility>

namespace drydock::terraform {

BodyEvaluator::BodyEvaluator(ConfigurationEvaluator &evaluator, std::vector<DynamicBlocks> &dynamics)
    : m_evaluator(evaluator)
    , m_dynamics(dynamics)
{
}

hcl::Value referenceTexts(const hcl::Expression &expression)
{
    if (expression.kind() != hcl::ExpressionKind::Tuple)
        return hcl::Value::string(std::string(expression.text()));
    std::vector<hcl::Value> texts;
    for (const hcl::Expression element : expression.elements())
        texts.push_back(hcl::Value::string(element.stringValue().value_or(std::string(element.text()))));
    return hcl::Value::tuple(std::move(texts));
}

hcl::Value BodyEvaluator::evaluate(std::span<const hcl::Attribute> attributes, std::span<const hcl::Block> blocks,
                                   const hcl::Scope &scope)
{
    hcl::Fields fields;
    fields.reserve(attributes.size() + blocks.size());
    for (const hcl::Attribute &attribute : attributes)
        addAttribute(fields, attribute, scope);
    Groups groups;
    for (const hcl::Block &block : blocks)
        addBlock(groups, block, scope, 0);
    addGroups(fields, std::move(groups.list));
    return hcl::Value::object(std::move(fields));
}

hcl::Value BodyEvaluator::evaluateBody(const hcl::Body &body, const hcl::Scope &scope, std::uint64_t place,
                                       std::vector<hcl::Value> labels)
{
    hcl::Fields fields;
    Groups groups;
    for (const hcl::BodyItem item : body.items()) {
        if (const hcl::Attribute attribute = item.attribute())
            addAttribute(fields, attribute, scope);
        else if (const hcl::Block block = item.block())
            addBlock(groups, block, scope, place);
    }
    if (!labels.empty())
        fields.push_back({"labels", hcl::Value::tuple(std::move(labels))});
    addGroups(fields, std::move(groups.list));
    return hcl::Value::object(std::move(fields));
}

void BodyEvaluator::addAttribute(hcl::Fields &fields, const hcl::Attribute &attribute, const hcl::Scope &scope)
{
    const std::string_view name = attribute.name();
    const bool isNames = name == "ignore_changes" || name == "replace_triggered_by";
    fields.push_back({std::string(name),
                      isNames ? referenceTexts(attribute.value()) : m_evaluator.evaluate(attribute.value(), &scope)});
}

BodyEvaluator::Blocks &BodyEvaluator::groupOf(Groups &groups, std::string_view type)
{
    const auto [it, isNew] = groups.places.emplace(type, groups.list.size());
    return isNew ? groups.list.emplace_back(Blocks{std::string(type), {}, false, {}}) : groups.list[it->second];
}

void BodyEvaluator::addBlock(Groups &groups, const hcl::Block &block, const hcl::Scope &scope, std::uint64_t place)
{
    if (block.type() == "dynamic") {
        addDynamic(groups, block, scope, place);
        return;
    }
    std::vector<hcl::Value> labels;
    for (const hcl::Label label : block.labels())
        labels.push_back(hcl::Value::string(label.value()));
    hcl::Value object = evaluateBody(block.body(), scope, placeInside(place, block.id(), 0), std::move(labels));
    groupOf(groups, block.type()).objects.push_back(std::move(object));
}

namespace {

/// The elements of a collection as a dynamic block iterates over them.
std::vector<std::pair<hcl::Value, hcl::Value>> iterationsOf(const hcl::Value &collection)
{
    std::vector<std::pair<hcl::Value, hcl::Value>> iterations;
    const hcl::Marks &marks = collection.marks();
    std::int64_t index = 0;
    for (const hcl::Value &element : collection.elements()) {
        const hcl::Value value = element.withMarks(marks);
        iterations.emplace_back(collection.kind() == hcl::Kind::Set ? value : hcl::Value::number(index++), value);
    }
    for (const hcl::Field &field : collection.fields())
        iterations.emplace_back(hcl::Value::string(field.name), field.value.withMarks(marks));
    return iterations;
}

} // namespace

void BodyEvaluator::addDynamic(Groups &groups, const hcl::Block &block, const hcl::Scope &scope, std::uint64_t place)
{
    const std::string type = block.label(0);
    const hcl::Attribute forEach = block.body().attribute("for_each");
    const hcl::Block content = block.body().block("content");
    if (!forEach || !content || type.empty()) {
        m_evaluator.report("dynamic.incomplete", "Incomplete dynamic block",
                           "A dynamic block needs a label, \"for_each\" and a content block.",
                           rangeOf(block, block.headerRange()));
        return;
    }
    const hcl::Value collection = m_evaluator.evaluate(forEach.value(), &scope);
    Blocks &group = groupOf(groups, type);
    if (collection.isUnknown()) {
        group.hasUnknown = true;
        group.unknownMarks |= collection.marks();
        return;
    }
    if (collection.isNull() || collection.type().isPrimitive()) {
        m_evaluator.report("dynamic.for_each", "Invalid dynamic for_each value",
                           "A collection is needed here, not " +
                               (collection.isNull() ? std::string("null") : "a " + collection.type().friendlyName()) +
                               ".",
                           rangeOf(forEach.value()));
        return;
    }
    std::vector<std::pair<hcl::Value, hcl::Value>> iterations = iterationsOf(collection);
    const std::size_t limit = m_evaluator.limits().blocksPerDynamic;
    if (iterations.size() > limit) {
        m_evaluator.report("limit.dynamic", "Too many dynamic blocks",
                           "Only the first " + std::to_string(limit) + " of " + std::to_string(iterations.size()) +
                               " blocks are evaluated.",
                           rangeOf(forEach.value()));
        iterations.resize(limit);
    }
    if (!m_evaluator.takeDynamicBlocks(iterations.size(), rangeOf(forEach.value()))) {
        group.hasUnknown = true;
        return;
    }
    const hcl::Attribute named = block.body().attribute("iterator");
    const std::string iterator = named ? std::string(named.value().name()) : type;
    const hcl::Attribute labelList = block.body().attribute("labels");
    m_dynamics.push_back({block.tree(), block.id(), place, static_cast<std::uint32_t>(iterations.size())});
    std::vector<hcl::Value> objects;
    for (std::size_t at = 0; at < iterations.size(); ++at) {
        hcl::VariableScope inner({}, &scope);
        inner.set(iterator, hcl::Value::object({{"key", iterations[at].first}, {"value", iterations[at].second}}));
        std::vector<hcl::Value> labels;
        if (labelList) {
            const hcl::Value list = m_evaluator.evaluate(labelList.value(), &inner);
            labels.assign(list.elements().begin(), list.elements().end());
        }
        objects.push_back(
            evaluateBody(content.body(), inner, placeInside(place, block.id(), at + 1), std::move(labels)));
    }
    std::vector<hcl::Value> &all = groupOf(groups, type).objects;
    all.insert(all.end(), std::make_move_iterator(objects.begin()), std::make_move_iterator(objects.end()));
}

void BodyEvaluator::addGroups(hcl::Fields &fields, std::vector<Blocks> groups)
{
    for (Blocks &group : groups) {
        if (group.hasUnknown) {
            const hcl::Value unknown = hcl::Value::unknown().withMarks(group.unknownMarks);
            if (group.objects.empty()) {
                fields.push_back({std::move(group.type), unknown});
                continue;
            }
            group.objects.push_back(unknown);
        }
        // A dynamic block over nothing writes nothing.
        if (!group.objects.empty())
            fields.push_back({std::move(group.type), hcl::Value::tuple(std::move(group.objects))});
    }
}

} // namespace drydock::terraform
