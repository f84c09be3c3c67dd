// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/evaluator.h"
#include "core/hcl/scope.h"
#include "core/policy/compiledrule.h"
#include "core/policy/subject.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::hcl {
class FunctionTable;
}

namespace drydock::policy {

/// A value that a rule's expression came to, or why it came to none.
struct Evaluated
{
    hcl::Value value;
    std::string error; ///< not empty: the expression could not be evaluated
};

/// The names a rule's expressions see for one resource (or for the whole configuration): self, resource, each, settings
/// and the rule's own `let`.
class RuleScope final : public hcl::Scope
{
public:
    /// Borrows everything. `subject` is null for a configuration rule.
    RuleScope(const CompiledRule &rule, const Subject *subject, const hcl::Value &settings,
              const hcl::FunctionTable &functions);

    void setElement(hcl::Value element);
    [[nodiscard]] Evaluated evaluate(const hcl::ParsedFile &expression) const;
    /// A template as text for people: what is not known or sensitive is named so. Nothing when it has errors.
    [[nodiscard]] std::optional<std::string> render(const std::string &templateText) const;
    /// A template as source: nothing unless all of it is known.
    [[nodiscard]] std::optional<std::string> renderSource(const std::string &templateText) const;

    [[nodiscard]] std::optional<hcl::Resolution> resolve(const hcl::Reference &reference) const override;
    [[nodiscard]] std::vector<std::string> names() const override;

    /// Names that every rule sees.
    [[nodiscard]] static std::vector<std::string> commonNames();
    /// The attributes of `resource`.
    [[nodiscard]] static std::vector<std::string> resourceNames();

private:
    [[nodiscard]] hcl::EvaluationContext context() const;
    [[nodiscard]] hcl::Value resource() const;
    [[nodiscard]] std::optional<hcl::Value> let(std::string_view name) const;

    const CompiledRule &m_rule;
    const Subject *m_subject;
    const hcl::Value &m_settings;
    const hcl::FunctionTable &m_functions;
    std::optional<hcl::Value> m_element;
    struct Let
    {
        enum class State { Open, Running, Done } state = State::Open;
        hcl::Value value;
    };
    mutable std::vector<Let> m_lets;
    mutable std::string m_letError;
};

} // namespace drydock::policy
