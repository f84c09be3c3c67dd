// SPDX-License-Identifier: MIT
#include "core/terraform/configurationevaluator.h"

#include "core/hcl/diagnostic.h"
#include "core/terraform/bodyevaluator.h"
#include "core/terraform/modulescope.h"
#include "core/terraform/running.h"
#include "core/terraform/schemarules.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace drydock::terraform {

ConfigurationEvaluator::ConfigurationEvaluator(const ConfigurationData &configuration, const EvaluationOptions &options,
                                               EvaluationData &result, const Task &task)
    : m_configuration(configuration)
    , m_isValidation(options.knowledge == EvaluationOptions::Knowledge::Validation)
    , m_result(result)
    , m_task(task)
{
    // The functions read from the disk; what another source of files holds they would not find there.
    if (configuration.options.files == nullptr) {
        const auto relative = configuration.directory.lexically_relative(configuration.base);
        const bool isInside = !relative.empty() && *relative.begin() != "..";
        m_context.fileRoot = isInside ? configuration.base : configuration.directory;
        m_context.fileBase = configuration.directory;
    }
    hcl::FunctionTable added;
    for (const std::shared_ptr<const Module> &module : configuration.modules)
        addProviderFunctions(*module, added);
    if (added.names().empty())
        return;
    m_functions = hcl::FunctionTable::standard();
    for (const std::shared_ptr<const Module> &module : configuration.modules)
        addProviderFunctions(*module, m_functions);
    m_context.functions = &m_functions;
}

Result<> ConfigurationEvaluator::run()
{
    m_stackStart = static_cast<const char *>(__builtin_frame_address(0));
    ModuleInstanceData &root = instantiate(*m_configuration.root, nullptr, {}, {}, false);
    return evaluateAll(root);
}

std::string ConfigurationEvaluator::Frame::text() const
{
    std::string text = module->pathText.empty() ? std::string() : module->pathText + ".";
    text.append(prefix).append(*name);
    return second != nullptr ? text + "." + *second : text;
}

bool ConfigurationEvaluator::mayBegin(Progress progress, const Frame &frame)
{
    if (progress == Progress::Running) {
        reportCycle(frame);
        return false;
    }
    const auto *here = static_cast<const char *>(__builtin_frame_address(0));
    const std::size_t used = here < m_stackStart ? static_cast<std::size_t>(m_stackStart - here) : 0;
    if (m_frames.size() < limits().evaluationDepth && used < limits().evaluationStack)
        return !m_task.stop.stop_requested();
    report("limit.evaluation-depth", "References are nested too deeply",
           "More than " + std::to_string(m_frames.size()) + " references lead from one to the next at " + frame.text() +
               ".",
           rangeOf(frame.place));
    return false;
}

void ConfigurationEvaluator::reportCycle(const Frame &frame)
{
    const auto first = std::find_if(m_frames.begin(), m_frames.end(),
                                    [&](const Frame &running) { return running.slot == frame.slot; });
    std::string path;
    for (auto it = first; it != m_frames.end(); ++it)
        path += it->text() + " -> ";
    report("reference.cycle", "Cycle", "These depend on each other: " + path + frame.text() + ".", rangeOf(frame.place),
           "Break the circle: one of them must not refer to the next.");
}

hcl::Value ConfigurationEvaluator::evaluate(const hcl::Expression &expression, const hcl::Scope *scope)
{
    if (!expression)
        return hcl::Value();
    hcl::EvaluationContext context = m_context;
    context.scope = scope;
    std::vector<hcl::Diagnostic> found;
    hcl::Value value = hcl::evaluate(expression, context, found);
    for (hcl::Diagnostic &diagnostic : found) {
        report("evaluation", std::move(diagnostic.summary), std::move(diagnostic.detail),
               rangeOf(expression, diagnostic.range), std::move(diagnostic.hint),
               diagnostic.severity == hcl::Severity::Error ? DiagnosticSeverity::Error : DiagnosticSeverity::Warning);
    }
    return value;
}

void ConfigurationEvaluator::report(std::string code, std::string summary, std::string detail, SourceRange range,
                                    std::string hint, DiagnosticSeverity severity)
{
    const std::hash<std::string_view> hash;
    const std::size_t seed = hash(code) ^ (hash(detail) * 31) ^ (std::hash<const void *>{}(range.file) * 131);
    if (!m_reported.insert(seed + (std::size_t{range.start} << 20U) + range.end).second)
        return;
    m_result.diagnostics.push_back(
        {severity, std::move(code), std::move(summary), std::move(detail), std::move(hint), range, {}});
}

ModuleInstanceData &ConfigurationEvaluator::instantiate(const ModuleNode &node, ModuleInstanceData *parent,
                                                        InstanceKey key, InstanceVariables variables,
                                                        bool expansionUnknown)
{
    ModuleInstanceData &module = m_result.moduleData.emplace_back();
    if (parent != nullptr)
        module.path = parent->path.child(node.call->name, std::move(key));
    module.pathText = module.path.text();
    module.configuration = &m_configuration;
    module.node = &node;
    module.parent = parent;
    module.variables = std::move(variables);
    module.expansionUnknown = expansionUnknown || (parent != nullptr && parent->expansionUnknown);
    module.inputs.resize(node.module->variables().size());
    module.locals.resize(node.module->locals().size());
    module.outputs.resize(node.module->outputs().size());
    module.resources.resize(node.module->resources().size());
    module.calls.resize(node.module->calls().size());
    for (const ProviderBlock &provider : node.module->providers())
        module.providers.push_back({&provider, &module, {}, {}, nullptr});
    return module;
}

Result<> ConfigurationEvaluator::evaluateAll(ModuleInstanceData &module)
{
    for (std::uint32_t at = 0; at < module.inputs.size(); ++at)
        static_cast<void>(input(module, at));
    for (std::uint32_t at = 0; at < module.locals.size(); ++at)
        static_cast<void>(local(module, at));
    evaluateProviders(module);
    for (std::uint32_t at = 0; at < module.resources.size(); ++at) {
        if (Result<> alive = m_task.check(); !alive)
            return alive;
        if (!expandResource(module, at))
            continue;
        for (ResourceInstanceData *instance : module.resources[at].instances) {
            evaluateInstance(*instance);
            evaluateMeta(*instance);
            checkConditions(*instance);
        }
    }
    for (std::uint32_t at = 0; at < module.outputs.size(); ++at)
        static_cast<void>(output(module, at));
    for (std::uint32_t at = 0; at < module.calls.size(); ++at) {
        if (!expandCall(module, at))
            continue;
        for (ModuleInstanceData *child : module.calls[at].instances) {
            if (Result<> done = evaluateAll(*child); !done)
                return done;
        }
    }
    evaluateChecks(module);
    return m_task.check();
}

void ConfigurationEvaluator::evaluateProviders(ModuleInstanceData &module)
{
    for (ProviderInstanceData &provider : module.providers) {
        std::vector<hcl::Attribute> arguments = provider.declaration->content.attributes;
        std::erase_if(arguments, [](const hcl::Attribute &attribute) {
            return attribute.name() == "alias" || attribute.name() == "version" || attribute.name() == "for_each";
        });
        // Of a repeated one (OpenTofu) a single configuration stands for all.
        const hcl::Value unknown = hcl::Value::unknown();
        const InstanceVariables each{{}, hcl::Value::unknown(hcl::Type::string()), unknown};
        const bool isRepeated = static_cast<bool>(provider.declaration->content.attribute("for_each"));
        const ModuleScope scope(*this, module, isRepeated ? &each : nullptr);
        provider.attributes =
            BodyEvaluator(*this, provider.dynamics).evaluate(arguments, provider.declaration->content.blocks, scope);
    }
}

} // namespace drydock::terraform
