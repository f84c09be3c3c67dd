// SPDX-License-Identifier: MIT
// Conditions: validation of variables, pre- and postconditions, check blocks; and what outputs may give away.
#include "core/hcl/operations.h"
#include "core/terraform/configurationevaluator.h"
#include "core/terraform/modulescope.h"

#include <utility>

namespace drydock::terraform {

// Ending with a full stop, as a sentence.
static std::string messageText(const hcl::Value &value, const std::string &otherwise)
{
    return value.is(hcl::Kind::String) && !value.deepMarks().isSensitive() ? value.asString() : otherwise;
}

void ConfigurationEvaluator::checkCondition(const hcl::Block &block, const hcl::Scope &scope,
                                            const FailedCondition &failed)
{
    const hcl::Attribute condition = block.body().attribute("condition");
    if (!condition)
        return;
    const SourceRange range = rangeOf(condition.value());
    const hcl::Value value = evaluate(condition.value(), &scope);
    const Result<hcl::Truth> holds = hcl::truth(value);
    if (!holds) {
        report(failed.code + "-result", failed.resultSummary, "Invalid condition result value: a bool is required.",
               range, {}, failed.severity);
        return;
    }
    if (*holds != hcl::Truth::False)
        return;
    const hcl::Attribute message = block.body().attribute("error_message");
    const hcl::Value text = message ? evaluate(message.value(), &scope) : hcl::Value();
    report(failed.code, failed.summary, messageText(text, "The condition does not hold."),
           failed.range ? failed.range : range, failed.hint, failed.severity);
}

void ConfigurationEvaluator::validate(ModuleInstanceData &module, const Variable &variable, SourceRange range)
{
    for (const hcl::Block &block : variable.content.blocks) {
        if (block.type() != "validation")
            continue;
        const hcl::SourceFile &file = block.tree()->source();
        const ModuleScope scope(*this, module);
        checkCondition(block, scope,
                       {DiagnosticSeverity::Error, "variable.validation", "Invalid value for variable",
                        "Invalid variable validation result",
                        range ? range : rangeOf(variable.block, variable.block.headerRange()),
                        "This was checked by the validation rule at " + file.name() + ":" +
                            std::to_string(file.position(block.range().start).line) + "."});
    }
}

void ConfigurationEvaluator::checkOutput(ModuleInstanceData &module, const Output &output, const hcl::Value &value)
{
    const SourceRange header = rangeOf(output.block, output.block.headerRange());
    const bool isRoot = module.parent == nullptr;
    if (isRoot && !output.isSensitive && value.deepMarks().isSensitive())
        report("output.sensitive", "Output refers to sensitive values",
               "The value of output \"" + output.name +
                   "\" derives from something sensitive, so it must be declared sensitive, too.",
               header, "Add sensitive = true, or nonsensitive() around what may be shown.");
    if (!output.isEphemeral && value.deepMarks().isEphemeral())
        report("output.ephemeral", "Ephemeral value not allowed",
               "This output value is not declared as returning an ephemeral value, so it cannot be set to a result "
               "derived from an ephemeral value.",
               rangeOf(output.value), isRoot ? std::string() : "Add ephemeral = true to the output.");
    if (isRoot && output.isEphemeral)
        report("output.ephemeral", "Ephemeral output not allowed",
               "Ephemeral outputs are not allowed in a root module: they would have to be kept.", header);
    const ModuleScope scope(*this, module);
    for (const hcl::Block &block : output.content.blocks) {
        if (block.type() == "precondition")
            checkCondition(block, scope,
                           {DiagnosticSeverity::Error,
                            "condition.output",
                            "Module output value precondition failed",
                            "Invalid condition result",
                            {},
                            {}});
    }
}

void ConfigurationEvaluator::checkConditions(ResourceInstanceData &instance)
{
    // Terraform looks at these only when it plans; what is sure to fail then is worth a word before.
    const DiagnosticSeverity severity = m_isValidation ? DiagnosticSeverity::Warning : DiagnosticSeverity::Error;
    for (const hcl::Block &lifecycle : instance.declaration->metaBlocks) {
        if (lifecycle.type() != "lifecycle")
            continue;
        for (const hcl::Block block : lifecycle.body().blocks()) {
            const bool isBefore = block.type() == "precondition";
            if (!isBefore && block.type() != "postcondition")
                continue;
            const ModuleScope scope(*this, *instance.module, &instance.variables, isBefore ? nullptr : &instance);
            checkCondition(block, scope,
                           {severity,
                            isBefore ? "condition.precondition" : "condition.postcondition",
                            isBefore ? "Resource precondition failed" : "Resource postcondition failed",
                            "Invalid condition result",
                            {},
                            instance.addressText + " cannot be planned."});
        }
    }
}

void ConfigurationEvaluator::evaluateChecks(ModuleInstanceData &module)
{
    for (const Check &check : module.node->module->checks()) {
        const ModuleScope scope(*this, module);
        for (const hcl::Block &block : check.assertions)
            checkCondition(block, scope,
                           {DiagnosticSeverity::Warning,
                            "condition.check",
                            "Check block assertion failed",
                            "Invalid condition result",
                            {},
                            {}});
    }
}

} // namespace drydock::terraform
