// SPDX-License-Identifier: MIT
// Module calls and the provider configurations that reach into them.
#include "core/terraform/configurationevaluator.h"
#include "core/terraform/modulescope.h"
#include "core/terraform/running.h"

#include <algorithm>
#include <utility>

namespace drydock::terraform {

bool ConfigurationEvaluator::expandCall(ModuleInstanceData &module, std::uint32_t at)
{
    CallSlot &slot = module.calls[at];
    const ModuleNode &node = *module.node->children[at];
    if (!node.module)
        return false;
    if (slot.progress == Progress::Done)
        return true;
    const ModuleCall &call = *node.call;
    const Frame frame{&slot, &module, "module.", &call.name, nullptr, call.block};
    if (!mayBegin(slot.progress, frame))
        return false;
    const Running running(*this, slot.progress, frame);
    const ModuleScope scope(*this, module);
    Instances instances = instancesOf(call.count, call.forEach, scope);
    slot.expansion = instances.expansion;
    for (auto &[key, variables] : instances.keys)
        slot.instances.push_back(&instantiate(node, &module, std::move(key), std::move(variables),
                                              instances.expansion == Expansion::Unknown));
    return true;
}

static ModuleInstanceData *instanceOf(const CallSlot &slot, const hcl::Value &key)
{
    if (slot.expansion == Expansion::Unknown)
        return slot.instances.front();
    const bool isNumber = slot.expansion == Expansion::Count && key.is(hcl::Kind::Number);
    const bool isText = slot.expansion == Expansion::ForEach && key.is(hcl::Kind::String);
    if (!isNumber && !isText)
        return nullptr;
    const std::int64_t index = isNumber ? key.asNumber().toInt64().value_or(-1) : -1;
    if (isNumber && index < 0)
        return nullptr;
    const InstanceKey wanted =
        isNumber ? InstanceKey::number(static_cast<std::uint64_t>(index)) : InstanceKey::text(key.asString());
    const auto it = std::find_if(slot.instances.begin(), slot.instances.end(), [&](const ModuleInstanceData *instance) {
        return instance->path.steps.back().key == wanted;
    });
    return it == slot.instances.end() ? nullptr : *it;
}

hcl::Value ConfigurationEvaluator::moduleObject(ModuleInstanceData &module)
{
    hcl::Fields fields;
    for (std::uint32_t at = 0; at < module.outputs.size(); ++at)
        fields.push_back({module.node->module->outputs()[at].name, output(module, at)});
    return hcl::Value::object(std::move(fields));
}

hcl::Resolution ConfigurationEvaluator::outputStep(ModuleInstanceData &child,
                                                   std::span<const std::string_view> attributes, std::size_t consumed)
{
    if (attributes.empty())
        return {moduleObject(child), consumed, {}, {}};
    const std::uint32_t at = child.node->module->output(attributes.front());
    // Outputs that are not there are reported when the configuration is loaded.
    return {at == Module::none ? unknownFrom(child, "output." + std::string(attributes.front())) : output(child, at),
            consumed + 1,
            {},
            {}};
}

hcl::Resolution ConfigurationEvaluator::call(ModuleInstanceData &module, std::uint32_t at,
                                             const hcl::Reference &reference)
{
    CallSlot &slot = module.calls[at];
    const std::string subject = "module." + module.node->module->calls()[at].name;
    if (!expandCall(module, at))
        return {unknownFrom(module, subject), 1, {}, {}};
    if (m_isValidation && (slot.expansion != Expansion::Single || reference.attributes.size() < 2))
        return {unknownFrom(module, subject), 1, {}, {}};
    if (slot.expansion == Expansion::Single)
        return outputStep(*slot.instances.front(), reference.attributes.subspan(1), 1);
    if (reference.key != nullptr && reference.attributes.size() == 1) {
        if (ModuleInstanceData *instance = instanceOf(slot, *reference.key))
            return outputStep(*instance, reference.keyAttributes, 2);
    }
    if (slot.expansion == Expansion::Unknown)
        return {unknownFrom(module, subject), 1, {}, {}};
    std::vector<hcl::Value> elements;
    hcl::Fields fields;
    for (ModuleInstanceData *instance : slot.instances) {
        if (slot.expansion == Expansion::Count)
            elements.push_back(moduleObject(*instance));
        else
            fields.push_back({instance->path.steps.back().key.text(), moduleObject(*instance)});
    }
    return {slot.expansion == Expansion::Count ? hcl::Value::tuple(std::move(elements))
                                               : hcl::Value::object(std::move(fields)),
            1,
            {},
            {}};
}

const ProviderInstanceData *ConfigurationEvaluator::providerOf(const ModuleInstanceData &module, std::string_view name,
                                                               std::string_view alias) const
{
    for (const ProviderInstanceData &provider : module.providers) {
        if (provider.declaration->name == name && provider.declaration->alias == alias)
            return &provider;
    }
    if (module.parent == nullptr)
        return nullptr;
    const std::string wanted = std::string(name) + (alias.empty() ? "" : ".") + std::string(alias);
    for (const auto &[child, parent] : module.node->call->providers) {
        if (child != wanted)
            continue;
        const std::string_view text = parent;
        const std::size_t point = text.find('.');
        return providerOf(*module.parent, text.substr(0, point),
                          point == std::string_view::npos ? std::string_view() : text.substr(point + 1));
    }
    // A default configuration is inherited; one with an alias only reaches where it is handed to.
    return alias.empty() ? providerOf(*module.parent, name, alias) : nullptr;
}

} // namespace drydock::terraform
