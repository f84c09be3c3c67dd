// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/hcl/evaluator.h"
#include "core/hcl/function.h"
#include "core/hcl/scope.h"
#include "core/terraform/evaluationdata.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace drydock::terraform {

/// Computes the values of one configuration: each when it is first asked for, once. Used once, on one thread.
class ConfigurationEvaluator
{
public:
    ConfigurationEvaluator(const ConfigurationData &configuration, const EvaluationOptions &options,
                           EvaluationData &result, const Task &task);

    [[nodiscard]] Result<> run();

    [[nodiscard]] hcl::Value input(ModuleInstanceData &module, std::uint32_t at);
    [[nodiscard]] hcl::Value local(ModuleInstanceData &module, std::uint32_t at);
    [[nodiscard]] hcl::Value output(ModuleInstanceData &module, std::uint32_t at);
    /// What `self` stands for.
    [[nodiscard]] hcl::Value self(ResourceInstanceData &instance);
    /// What a reference to a resource or module call stands for; `steps` are those behind its name.
    [[nodiscard]] hcl::Resolution resource(ModuleInstanceData &module, std::uint32_t at, const hcl::Value *key);
    [[nodiscard]] hcl::Resolution call(ModuleInstanceData &module, std::uint32_t at, const hcl::Reference &reference);

    /// Evaluates in the module; what is wrong becomes a diagnostic.
    [[nodiscard]] hcl::Value evaluate(const hcl::Expression &expression, const hcl::Scope *scope);
    void report(std::string code, std::string summary, std::string detail, SourceRange range, std::string hint = {},
                DiagnosticSeverity severity = DiagnosticSeverity::Error);

    /// Whether dynamic blocks may make `count` more blocks; if not, says why, once.
    [[nodiscard]] bool takeDynamicBlocks(std::size_t count, SourceRange range);

    [[nodiscard]] const ConfigurationData &configuration() const { return m_configuration; }
    /// What expressions are evaluated in, but for the scope.
    [[nodiscard]] const hcl::EvaluationContext &context() const { return m_context; }
    [[nodiscard]] const Limits &limits() const { return m_configuration.options.limits; }

private:
    /// How a condition that does not hold is reported.
    struct FailedCondition
    {
        DiagnosticSeverity severity = DiagnosticSeverity::Error;
        std::string code;
        std::string summary;
        std::string resultSummary; ///< when the result is no truth value
        SourceRange range;         ///< nothing: the condition
        std::string hint;
    };
    /// What is being computed, for the report of a cycle: prefix, then name, then `.second`.
    struct Frame
    {
        const void *slot;
        const ModuleInstanceData *module;
        std::string_view prefix;
        const std::string *name;
        const std::string *second;
        hcl::View place;

        [[nodiscard]] std::string text() const;
    };
    /// Keeps a frame for as long as something is computed, and marks that as done at the end.
    class Running;

    [[nodiscard]] ModuleInstanceData &instantiate(const ModuleNode &node, ModuleInstanceData *parent, InstanceKey key,
                                                  InstanceVariables variables, bool expansionUnknown);
    [[nodiscard]] Result<> evaluateAll(ModuleInstanceData &module);
    void evaluateProviders(ModuleInstanceData &module);
    void evaluateMeta(ResourceInstanceData &instance);

    /// Whether the computation may begin; if not, says why (a cycle, too deep).
    [[nodiscard]] bool mayBegin(Progress progress, const Frame &frame);
    void reportCycle(const Frame &frame);

    /// A variable of which only the declaration is known.
    [[nodiscard]] static hcl::Value anyInput(const Variable &variable);
    [[nodiscard]] hcl::Value writtenInput(ModuleInstanceData &module, const Variable &variable, SourceRange &range);
    [[nodiscard]] hcl::Value checkedInput(ModuleInstanceData &module, const Variable &variable, const hcl::Value &value,
                                          SourceRange range);
    void validate(ModuleInstanceData &module, const Variable &variable, SourceRange range);
    void checkOutput(ModuleInstanceData &module, const Output &output, const hcl::Value &value);
    void checkConditions(ResourceInstanceData &instance);
    void evaluateChecks(ModuleInstanceData &module);
    /// Evaluates `condition` and, if it is false, `error_message`.
    void checkCondition(const hcl::Block &block, const hcl::Scope &scope, const FailedCondition &failed);

    struct Instances
    {
        Expansion expansion = Expansion::Single;
        std::vector<std::pair<InstanceKey, InstanceVariables>> keys;
    };
    [[nodiscard]] Instances instancesOf(const hcl::Expression &count, const hcl::Expression &forEach,
                                        const hcl::Scope &scope);
    [[nodiscard]] Instances countInstances(const hcl::Expression &expression, const hcl::Scope &scope);
    [[nodiscard]] Instances forEachInstances(const hcl::Expression &expression, const hcl::Scope &scope);
    [[nodiscard]] static Instances unknownInstances(const hcl::Value &collection);
    [[nodiscard]] bool expandResource(ModuleInstanceData &module, std::uint32_t at);
    [[nodiscard]] bool expandCall(ModuleInstanceData &module, std::uint32_t at);
    void evaluateInstance(ResourceInstanceData &instance);
    [[nodiscard]] hcl::Value instanceReference(ResourceInstanceData &instance);
    [[nodiscard]] hcl::Value wholeResource(ResourceSlot &slot);
    [[nodiscard]] const ProviderInstanceData *providerOf(const ModuleInstanceData &module, std::string_view name,
                                                         std::string_view alias) const;
    [[nodiscard]] hcl::Value moduleObject(ModuleInstanceData &module);
    [[nodiscard]] hcl::Resolution outputStep(ModuleInstanceData &child, std::span<const std::string_view> attributes,
                                             std::size_t consumed);
    [[nodiscard]] bool takeInstances(std::size_t count, SourceRange range);

    const ConfigurationData &m_configuration;
    const bool m_isValidation;
    EvaluationData &m_result;
    const Task &m_task;
    hcl::EvaluationContext m_context;
    hcl::FunctionTable m_functions; ///< only where providers add some
    std::vector<Frame> m_frames;
    std::unordered_set<std::size_t> m_reported; ///< hashes of diagnostics, so that instances do not repeat them
    std::size_t m_instances = 0;
    std::size_t m_dynamicBlocks = 0;
    bool m_dynamicBlocksSpent = false;
    const char *m_stackStart = nullptr;
};

} // namespace drydock::terraform
