// SPDX-License-Identifier: MIT
// Variables, locals and outputs.
#include "core/terraform/configurationevaluator.h"
#include "core/terraform/modulescope.h"
#include "core/terraform/running.h"

#include <algorithm>
#include <utility>

namespace drydock::terraform {

hcl::Value ConfigurationEvaluator::local(ModuleInstanceData &module, std::uint32_t at)
{
    Slot &slot = module.locals[at];
    if (slot.progress == Progress::Done)
        return slot.value;
    const Local &local = module.node->module->locals()[at];
    const Frame frame{&slot, &module, "local.", &local.name, nullptr, local.attribute};
    if (!mayBegin(slot.progress, frame))
        return unknownFrom(module, "local." + local.name);
    const Running running(*this, slot.progress, frame);
    const ModuleScope scope(*this, module);
    slot.value = evaluate(local.attribute.value(), &scope);
    return slot.value;
}

hcl::Value ConfigurationEvaluator::output(ModuleInstanceData &module, std::uint32_t at)
{
    Slot &slot = module.outputs[at];
    if (slot.progress == Progress::Done)
        return slot.value;
    const Output &output = module.node->module->outputs()[at];
    const Frame frame{&slot, &module, "output.", &output.name, nullptr, output.block};
    if (!mayBegin(slot.progress, frame))
        return unknownFrom(module, "output." + output.name);
    const Running running(*this, slot.progress, frame);
    const ModuleScope scope(*this, module);
    slot.value = evaluate(output.value, &scope);
    checkOutput(module, output, slot.value);
    // It was evaluated to be checked; a plan may find another value, and other marks.
    if (m_isValidation && module.parent != nullptr) {
        slot.value = unknownFrom(module, "output." + output.name);
        return slot.value;
    }
    if (output.isSensitive)
        slot.value = slot.value.withMarks(hcl::Marks::sensitive());
    if (output.isEphemeral)
        slot.value = slot.value.withMarks(hcl::Marks::ephemeral());
    return slot.value;
}

hcl::Value ConfigurationEvaluator::input(ModuleInstanceData &module, std::uint32_t at)
{
    Slot &slot = module.inputs[at];
    const Variable &variable = module.node->module->variables()[at];
    if (slot.progress == Progress::Done)
        return slot.value;
    const Frame frame{&slot, &module, "var.", &variable.name, nullptr, variable.block};
    if (!mayBegin(slot.progress, frame))
        return unknownFrom(module, "var." + variable.name);
    SourceRange range;
    {
        const Running running(*this, slot.progress, frame);
        slot.value = checkedInput(module, variable, writtenInput(module, variable, range), range);
    }
    // Only now, for a condition refers to the variable itself.
    validate(module, variable, range);
    // What this call gives was checked; the module must make sense with whatever it is given, as in `create = false`.
    if (m_isValidation && module.parent != nullptr)
        slot.value = anyInput(variable).withMarks(slot.value.marks());
    return slot.value;
}

hcl::Value ConfigurationEvaluator::anyInput(const Variable &variable)
{
    return hcl::Value::unknown(variable.type.type(), variable.isNullable ? hcl::Refinement() : hcl::notNull())
        .withMarks(hcl::Marks::origin("var." + variable.name));
}

// The value as it is given: by the caller, a file, the module call; else the default.
hcl::Value ConfigurationEvaluator::writtenInput(ModuleInstanceData &module, const Variable &variable,
                                                SourceRange &range)
{
    hcl::Value value;
    bool isGiven = false;
    if (module.parent != nullptr) {
        if (const hcl::Attribute argument = module.node->call->content.attribute(variable.name)) {
            const ModuleScope scope(*this, *module.parent, &module.variables);
            range = rangeOf(argument);
            value = evaluate(argument.value(), &scope);
            isGiven = true;
        }
    } else if (m_isValidation) {
        range = rangeOf(variable.block, variable.block.headerRange());
        return anyInput(variable);
    } else if (const auto it = m_configuration.values.find(variable.name); it != m_configuration.values.end()) {
        range = it->second.range;
        value = it->second.value ? *it->second.value : evaluate(it->second.expression, nullptr);
        isGiven = true;
    }
    if (isGiven && (variable.isNullable || !value.isNull() || !variable.defaultValue))
        return value;
    range = rangeOf(variable.defaultValue ? hcl::View(variable.defaultValue) : hcl::View(variable.block));
    return variable.defaultValue ? evaluate(variable.defaultValue, nullptr)
                                 : unknownFrom(module, "var." + variable.name, variable.type.type());
}

// A resource handed over as an object: its parts by the wanted type, so that what is known stays known.
static hcl::Value expandObject(const hcl::Value &value, const hcl::Type &type)
{
    const hcl::Refinement *known = value.refinement();
    if (!value.isUnknown() || known == nullptr || !known->object || type.kind() != hcl::Kind::Object)
        return value;
    hcl::Fields fields;
    for (const hcl::TypeAttribute &attribute : type.attributes()) {
        const hcl::Value *written = known->object->find(attribute.name);
        const hcl::Value field = written != nullptr ? *written : hcl::Value::unknown(attribute.type);
        fields.push_back({attribute.name, field.withMarks(value.marks())});
    }
    return hcl::Value::object(std::move(fields)).withMarks(value.marks());
}

static std::string placeText(const std::string &verb, const hcl::Block &block)
{
    const hcl::SourceFile &file = block.tree()->source();
    return verb + " at " + file.name() + ":" + std::to_string(file.position(block.range().start).line);
}

hcl::Value ConfigurationEvaluator::checkedInput(ModuleInstanceData &module, const Variable &variable,
                                                const hcl::Value &value, SourceRange range)
{
    const std::string path = (module.pathText.empty() ? "" : module.pathText + ".") + "var." + variable.name;
    const SourceRange place = range ? range : rangeOf(variable.block, variable.block.headerRange());
    if (value.isNull() && !variable.isNullable && value.isKnown())
        report("variable.value", "Required variable not set",
               "The given value is not suitable for " + path + " " + placeText("defined", variable.block) +
                   ": required variable may not be set to null.",
               place);
    if (!variable.isEphemeral && module.parent != nullptr && value.deepMarks().isEphemeral())
        report("variable.ephemeral", "Ephemeral value not allowed",
               "This input variable is not declared as accepting ephemeral values, so it cannot be set to a result "
               "derived from an ephemeral value.",
               place, "Declare variable \"" + variable.name + "\" with ephemeral = true.");
    Result<hcl::Value> converted = variable.type.apply(expandObject(value, variable.type.type()));
    if (!converted) {
        report("variable.value", "Invalid value for input variable",
               "The given value is not suitable for " + path + " " + placeText("declared", variable.block) + ": " +
                   converted.error().message + ".",
               place);
        converted = unknownFrom(module, "var." + variable.name, variable.type.type());
    }
    if (variable.isSensitive)
        converted = converted->withMarks(hcl::Marks::sensitive());
    if (variable.isEphemeral)
        converted = converted->withMarks(hcl::Marks::ephemeral());
    return *std::move(converted);
}

} // namespace drydock::terraform
