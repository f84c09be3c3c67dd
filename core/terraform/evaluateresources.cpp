// SPDX-License-Identifier: MIT
// Resources: expansion by count and for_each, the values of an instance, references to them.
#include "core/hcl/conversion.h"
#include "core/terraform/bodyevaluator.h"
#include "core/terraform/computedattributes.h"
#include "core/terraform/configurationevaluator.h"
#include "core/terraform/declarations.h"
#include "core/terraform/modulescope.h"
#include "core/terraform/running.h"

#include <algorithm>
#include <utility>

namespace drydock::terraform {

static std::string_view prefixOf(ResourceMode mode)
{
    return mode == ResourceMode::Data ? "data." : mode == ResourceMode::Ephemeral ? "ephemeral." : "";
}

bool ConfigurationEvaluator::takeInstances(std::size_t count, SourceRange range)
{
    if (m_instances + count <= limits().instances) {
        m_instances += count;
        return true;
    }
    report("limit.instances", "Too many instances",
           "The configuration makes more than " + std::to_string(limits().instances) +
               " instances; from here on one stands for all of a block.",
           range);
    ++m_instances;
    return false;
}

bool ConfigurationEvaluator::takeDynamicBlocks(std::size_t count, SourceRange range)
{
    if (m_dynamicBlocks + count <= limits().dynamicBlocks) {
        m_dynamicBlocks += count;
        return true;
    }
    if (!std::exchange(m_dynamicBlocksSpent, true))
        report("limit.dynamic-blocks", "Too many dynamic blocks",
               "The dynamic blocks of the configuration make more than " + std::to_string(limits().dynamicBlocks) +
                   " blocks; from here on they are not known.",
               range, "Shorten the lists, or nest fewer dynamic blocks.");
    return false;
}

ConfigurationEvaluator::Instances ConfigurationEvaluator::unknownInstances(const hcl::Value &collection)
{
    const hcl::Value number = hcl::Value::unknown(hcl::Type::number()).withMarks(collection.marks());
    const hcl::Value key = hcl::Value::unknown(hcl::Type::string()).withMarks(collection.marks());
    const hcl::Value value = hcl::Value::unknown().withMarks(collection.marks());
    return {Expansion::Unknown, {{InstanceKey::unknown(), {number, key, value}}}};
}

ConfigurationEvaluator::Instances ConfigurationEvaluator::instancesOf(const hcl::Expression &count,
                                                                      const hcl::Expression &forEach,
                                                                      const hcl::Scope &scope)
{
    Instances instances;
    if (forEach)
        instances = forEachInstances(forEach, scope);
    else if (count)
        instances = countInstances(count, scope);
    else
        instances.keys.emplace_back();
    const SourceRange range = rangeOf(forEach ? hcl::View(forEach) : hcl::View(count));
    if (instances.keys.size() > limits().instancesPerBlock) {
        report("limit.expansion", "Too many instances of one block",
               "Only the first " + std::to_string(limits().instancesPerBlock) + " of " +
                   std::to_string(instances.keys.size()) + " instances are evaluated.",
               range);
        instances.keys.resize(limits().instancesPerBlock);
    }
    if (m_isValidation && instances.expansion != Expansion::Single)
        return unknownInstances(hcl::Value::unknown());
    return takeInstances(instances.keys.size(), range) ? std::move(instances) : unknownInstances(hcl::Value::unknown());
}

ConfigurationEvaluator::Instances ConfigurationEvaluator::countInstances(const hcl::Expression &expression,
                                                                         const hcl::Scope &scope)
{
    const hcl::Value value = evaluate(expression, &scope);
    const auto refuse = [&](const std::string &detail, const std::string &summary = "Invalid count argument") {
        report("resource.count", summary, detail, rangeOf(expression));
        return unknownInstances(hcl::Value::unknown());
    };
    if (value.marks().isEphemeral())
        return refuse(
            "The given \"count\" is derived from an ephemeral value, so it cannot be kept between plan and apply.");
    if (value.isUnknown())
        return unknownInstances(value);
    if (value.isNull())
        return refuse("The given \"count\" argument value is null. An integer is required.");
    const Result<hcl::Value> number = hcl::convert(value, hcl::Type::number());
    if (!number)
        return refuse("Invalid expression value: " + number.error().message + ".", "Incorrect value type");
    if (number->isUnknown())
        return unknownInstances(value);
    const std::optional<std::int64_t> count = number->asNumber().toInt64();
    if (!count)
        return refuse("The given \"count\" argument value is unsuitable: it must be a whole number.");
    if (*count < 0)
        return refuse("The given \"count\" argument value is unsuitable: it must be greater than or equal to zero.");
    Instances instances;
    instances.expansion = Expansion::Count;
    // One more than the limit is enough to know that it is passed.
    const auto most = static_cast<std::int64_t>(limits().instancesPerBlock) + 1;
    for (std::int64_t at = 0; at < std::min(*count, most); ++at)
        instances.keys.push_back({InstanceKey::number(static_cast<std::uint64_t>(at)),
                                  {hcl::Value::number(at).withMarks(value.marks()), {}, {}}});
    return instances;
}

ConfigurationEvaluator::Instances ConfigurationEvaluator::forEachInstances(const hcl::Expression &expression,
                                                                           const hcl::Scope &scope)
{
    const hcl::Value value = evaluate(expression, &scope);
    const auto refuse = [&](const std::string &detail, const std::string &summary = "Invalid for_each argument") {
        report("resource.for_each", summary, detail, rangeOf(expression), "toset() makes a set of a list.");
        return unknownInstances(hcl::Value::unknown());
    };
    const bool isSet = value.kind() == hcl::Kind::Set;
    if (value.marks().isSensitive() || (isSet && value.deepMarks().isSensitive())) {
        report("resource.for_each", "Invalid for_each argument",
               "Sensitive values, or values derived from sensitive values, cannot be used as for_each arguments: they "
               "would be shown as instance keys.",
               rangeOf(expression), "nonsensitive() around the keys says that they may be shown.");
        return unknownInstances(hcl::Value::unknown());
    }
    if (value.marks().isEphemeral())
        return refuse(
            "The given \"for_each\" value is derived from an ephemeral value, so it cannot be kept between plan "
            "and apply.");
    const bool isCollection = isSet || value.kind() == hcl::Kind::Map || value.kind() == hcl::Kind::Object;
    if (value.isNull() && value.kind() == hcl::Kind::Dynamic)
        return refuse("The given \"for_each\" argument value is unsuitable: it is null. A map, or set of strings is "
                      "allowed.");
    if (!isCollection && !(value.isUnknown() && value.kind() == hcl::Kind::Dynamic))
        return refuse(
            "The given \"for_each\" argument value is unsuitable: the \"for_each\" argument must be a map, or "
            "set of strings, and you have provided a value of type " +
            value.type().friendlyName() + ".");
    if (isSet && value.type().element().kind() != hcl::Kind::String &&
        value.type().element().kind() != hcl::Kind::Dynamic)
        return refuse("The given \"for_each\" argument value is unsuitable: \"for_each\" supports maps and sets of "
                      "strings, but you have provided a set containing type " +
                          value.type().element().friendlyName() + ".",
                      "Invalid for_each set argument");
    if (value.isUnknown())
        return unknownInstances(value);
    if (value.isNull())
        return refuse("The given \"for_each\" argument value is unsuitable: it is null. A map, or set of strings is "
                      "allowed.");
    Instances instances;
    instances.expansion = Expansion::ForEach;
    if (!isSet) {
        for (const hcl::Field &field : value.fields())
            instances.keys.push_back(
                {InstanceKey::text(field.name),
                 {{}, hcl::Value::string(field.name).withMarks(value.marks()), field.value.withMarks(value.marks())}});
        return instances;
    }
    for (const hcl::Value &element : value.elements()) {
        if (element.isUnknown())
            return unknownInstances(element.withMarks(value.marks()));
        if (!element.is(hcl::Kind::String))
            return refuse("The given \"for_each\" argument value is unsuitable: a set must not contain null values.",
                          "Invalid for_each set argument");
    }
    for (const hcl::Value &element : value.elements()) {
        const hcl::Value key = element.withMarks(value.marks());
        instances.keys.push_back({InstanceKey::text(element.asString()), {{}, key, key}});
    }
    return instances;
}

bool ConfigurationEvaluator::expandResource(ModuleInstanceData &module, std::uint32_t at)
{
    ResourceSlot &slot = module.resources[at];
    if (slot.progress == Progress::Done)
        return true;
    const Resource &resource = module.node->module->resources()[at];
    const Frame frame{&slot, &module, prefixOf(resource.mode), &resource.type, &resource.name, resource.block};
    if (!mayBegin(slot.progress, frame))
        return false;
    const Running running(*this, slot.progress, frame);
    const ModuleScope scope(*this, module);
    Instances instances = instancesOf(resource.count, resource.forEach, scope);
    slot.expansion = instances.expansion;
    static const hcl::Value notEvaluated = hcl::Value::unknown();
    static const hcl::Value nothing = hcl::Value::object({});
    for (auto &[key, variables] : instances.keys) {
        ResourceInstanceData &instance = m_result.resourceData.emplace_back();
        instance.address = {module.path, resource.mode, resource.type, resource.name, std::move(key)};
        instance.addressText = instance.address.text();
        instance.declaration = &resource;
        instance.module = &module;
        instance.attributes = notEvaluated;
        instance.meta = nothing;
        instance.provider = providerOf(module, resource.providerName, resource.providerAlias);
        instance.variables = std::move(variables);
        instance.expansionUnknown = instances.expansion == Expansion::Unknown || module.expansionUnknown;
        slot.instances.push_back(&instance);
    }
    return true;
}

void ConfigurationEvaluator::evaluateInstance(ResourceInstanceData &instance)
{
    if (instance.progress == Progress::Done)
        return;
    const Resource &resource = *instance.declaration;
    const Frame frame{&instance,      instance.module, prefixOf(resource.mode),
                      &resource.type, &resource.name,  resource.block};
    if (!mayBegin(instance.progress, frame))
        return;
    const Running running(*this, instance.progress, frame);
    const ModuleScope scope(*this, *instance.module, &instance.variables);
    instance.attributes = withComputed(
        resource.mode, resource.type,
        BodyEvaluator(*this, instance.dynamics).evaluate(resource.arguments, resource.nestedBlocks, scope));
}

void ConfigurationEvaluator::evaluateMeta(ResourceInstanceData &instance)
{
    const Resource &resource = *instance.declaration;
    const hcl::Expression dependsOn = resource.content.value("depends_on");
    const hcl::Expression provider = resource.content.value("provider");
    if (resource.metaBlocks.empty() && !dependsOn && !provider)
        return;
    const ModuleScope scope(*this, *instance.module, &instance.variables, &instance);
    std::vector<DynamicBlocks> unused;
    const hcl::Value blocks = BodyEvaluator(*this, unused).evaluate({}, resource.metaBlocks, scope);
    hcl::Fields fields(blocks.fields().begin(), blocks.fields().end());
    if (dependsOn)
        fields.push_back({"depends_on", referenceTexts(dependsOn)});
    if (provider)
        fields.push_back({"provider", hcl::Value::string(traversalText(provider))});
    instance.meta = hcl::Value::object(std::move(fields));
}

// An argument set to null is not set: the provider may decide it, as with `region = null`.
static hcl::Value withoutUnset(const hcl::Value &object)
{
    const auto isUnset = [](const hcl::Field &field) { return field.value.isKnown() && field.value.isNull(); };
    if (std::ranges::none_of(object.fields(), isUnset))
        return object;
    hcl::Fields fields(object.fields().begin(), object.fields().end());
    std::erase_if(fields, isUnset);
    return hcl::Value::object(std::move(fields)).withMarks(object.marks());
}

// An object of which only a part is written: what else it has is known after apply.
static hcl::Value partlyKnown(const hcl::Value &object)
{
    hcl::Refinement known = hcl::notNull();
    known.object = withoutUnset(object);
    return hcl::Value::unknown({}, std::move(known));
}

// Blocks have computed attributes too: `vpc_config[0].cluster_security_group_id`.
static hcl::Value withOpenBlocks(const hcl::Value &tuple)
{
    std::vector<hcl::Value> blocks;
    for (const hcl::Value &block : tuple.elements()) {
        if (!block.is(hcl::Kind::Object)) {
            blocks.push_back(block);
            continue;
        }
        hcl::Fields fields(block.fields().begin(), block.fields().end());
        for (hcl::Field &field : fields) {
            if (field.value.is(hcl::Kind::Tuple))
                field.value = withOpenBlocks(field.value).withMarks(field.value.marks());
        }
        blocks.push_back(partlyKnown(hcl::Value::object(std::move(fields))).withMarks(block.marks()));
    }
    return hcl::Value::tuple(std::move(blocks));
}

static hcl::Value referenceTo(const ResourceInstanceData &instance)
{
    const std::vector<hcl::Block> &blocks = instance.declaration->nestedBlocks;
    if (blocks.empty())
        return partlyKnown(instance.attributes);
    hcl::Fields fields(instance.attributes.fields().begin(), instance.attributes.fields().end());
    for (hcl::Field &field : fields) {
        const bool isBlock = std::any_of(blocks.begin(), blocks.end(), [&](const hcl::Block &block) {
            return block.type() == field.name || (block.type() == "dynamic" && block.label(0) == field.name);
        });
        if (isBlock && field.value.is(hcl::Kind::Tuple))
            field.value = withOpenBlocks(field.value).withMarks(field.value.marks());
    }
    return partlyKnown(hcl::Value::object(std::move(fields)));
}

hcl::Value ConfigurationEvaluator::self(ResourceInstanceData &instance)
{
    return instanceReference(instance);
}

hcl::Value ConfigurationEvaluator::instanceReference(ResourceInstanceData &instance)
{
    if (!instance.reference.isNull())
        return instance.reference;
    evaluateInstance(instance);
    const hcl::Marks origin = hcl::Marks::origin(instance.addressText);
    if (m_isValidation)
        return hcl::Value::unknown().withMarks(origin);
    // Still empty within a cycle.
    if (instance.progress != Progress::Done)
        return hcl::Value::unknown().withMarks(origin);
    instance.reference = referenceTo(instance).withMarks(origin);
    return instance.reference;
}

hcl::Value ConfigurationEvaluator::wholeResource(ResourceSlot &slot)
{
    if (slot.whole.progress == Progress::Done)
        return slot.whole.value;
    std::vector<hcl::Value> elements;
    hcl::Fields fields;
    for (ResourceInstanceData *instance : slot.instances) {
        const hcl::Value reference = instanceReference(*instance);
        if (slot.expansion == Expansion::Count)
            elements.push_back(reference);
        else if (slot.expansion == Expansion::ForEach)
            fields.push_back({instance->address.key.text(), reference});
    }
    if (slot.expansion == Expansion::Count)
        slot.whole.value = hcl::Value::tuple(std::move(elements));
    else if (slot.expansion == Expansion::ForEach)
        slot.whole.value = hcl::Value::object(std::move(fields));
    else
        slot.whole.value = hcl::Value::unknown().withMarks(hcl::Marks::origin(slot.instances.front()->addressText));
    slot.whole.progress = Progress::Done;
    return slot.whole.value;
}

// The instance of a constant key, or null.
static ResourceInstanceData *instanceOf(const ResourceSlot &slot, const hcl::Value &key)
{
    if (slot.expansion == Expansion::Unknown)
        return slot.instances.front();
    if (slot.expansion == Expansion::Count && key.is(hcl::Kind::Number)) {
        const std::optional<std::int64_t> index = key.asNumber().toInt64();
        const bool isThere = index && *index >= 0 && static_cast<std::size_t>(*index) < slot.instances.size();
        return isThere ? slot.instances[static_cast<std::size_t>(*index)] : nullptr;
    }
    if (slot.expansion == Expansion::ForEach && key.is(hcl::Kind::String)) {
        // Keys come from a map or a set, both sorted.
        const auto it = std::lower_bound(slot.instances.begin(), slot.instances.end(), key.asString(),
                                         [](const ResourceInstanceData *instance, const std::string &text) {
                                             return instance->address.key.text() < text;
                                         });
        return it != slot.instances.end() && (*it)->address.key.text() == key.asString() ? *it : nullptr;
    }
    return nullptr;
}

hcl::Resolution ConfigurationEvaluator::resource(ModuleInstanceData &module, std::uint32_t at, const hcl::Value *key)
{
    const Resource &resource = module.node->module->resources()[at];
    ResourceSlot &slot = module.resources[at];
    if (!expandResource(module, at))
        return {unknownFrom(module, ResourceAddress{{}, resource.mode, resource.type, resource.name, {}}.text()),
                0,
                {},
                {}};
    if (slot.expansion == Expansion::Single)
        return {instanceReference(*slot.instances.front()), 0, {}, {}};
    if (ResourceInstanceData *instance = key != nullptr ? instanceOf(slot, *key) : nullptr)
        return {instanceReference(*instance), 1, {}, {}};
    return {wholeResource(slot), 0, {}, {}};
}

} // namespace drydock::terraform
