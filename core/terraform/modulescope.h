// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/scope.h"
#include "core/terraform/evaluationdata.h"

#include <optional>
#include <string>
#include <vector>

namespace drydock::terraform {

class ConfigurationEvaluator;

/// The names of a module instance: var, local, module, data, path, terraform, resources, and each and count where there
/// are such. Made on the stack for an evaluation.
class ModuleScope final : public hcl::Scope
{
public:
    ModuleScope(ConfigurationEvaluator &evaluator, ModuleInstanceData &module,
                const InstanceVariables *variables = nullptr, ResourceInstanceData *self = nullptr)
        : m_evaluator(evaluator)
        , m_module(module)
        , m_variables(variables)
        , m_self(self)
    {
    }

    [[nodiscard]] std::optional<hcl::Resolution> resolve(const hcl::Reference &reference) const override;
    [[nodiscard]] std::vector<std::string> names() const override;

private:
    [[nodiscard]] hcl::Resolution resolveResource(const hcl::Reference &reference) const;
    [[nodiscard]] std::optional<hcl::Resolution> resolveInstance(const hcl::Reference &reference) const;
    [[nodiscard]] hcl::Resolution resolvePath(std::string_view name) const;
    [[nodiscard]] hcl::Resolution undeclared(const std::string &subject, std::size_t consumed) const;

    ConfigurationEvaluator &m_evaluator;
    ModuleInstanceData &m_module;
    const InstanceVariables *m_variables;
    ResourceInstanceData *m_self;
};

/// An unknown value that derives from `subject` of the module: "var.region" becomes the origin "module.net.var.region".
[[nodiscard]] hcl::Value unknownFrom(const ModuleInstanceData &module, const std::string &subject,
                                     const hcl::Type &type = {});

} // namespace drydock::terraform
