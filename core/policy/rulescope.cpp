// SPDX-License-Identifier: MIT
#include "core/policy/rulescope.h"

#include "core/hcl/diagnostic.h"
#include "core/hcl/function.h"
#include "core/policy/valuetools.h"
#include "core/terraform/module.h"

namespace drydock::policy {

using hcl::Fields;
using hcl::Value;

static constexpr std::string_view notKnown = "(not known)";

RuleScope::RuleScope(const CompiledRule &rule, const Subject *subject, const Value &settings,
                     const hcl::FunctionTable &functions)
    : m_rule(rule)
    , m_subject(subject)
    , m_settings(settings)
    , m_functions(functions)
    , m_lets(rule.let.size())
{
}

void RuleScope::setElement(Value element)
{
    m_element = std::move(element);
    // A let may be about the element.
    m_lets.assign(m_rule.let.size(), Let());
}

hcl::EvaluationContext RuleScope::context() const
{
    hcl::EvaluationContext context;
    context.scope = this;
    context.functions = &m_functions;
    context.traversal = hcl::Traversal::Lenient;
    return context;
}

Evaluated RuleScope::evaluate(const hcl::ParsedFile &expression) const
{
    std::vector<hcl::Diagnostic> diagnostics;
    m_letError.clear();
    Evaluated result{hcl::evaluate(expression.expression(), context(), diagnostics), {}};
    for (const hcl::Diagnostic &diagnostic : diagnostics)
        if (diagnostic.severity == hcl::Severity::Error && result.error.empty())
            result.error = diagnostic.detail.empty() ? diagnostic.summary : diagnostic.detail;
    if (result.error.empty())
        result.error = m_letError;
    return result;
}

/// The known parts of a text, and words for the others.
static std::string readable(const Value &value)
{
    if (value.marks().isSensitive())
        return "(sensitive)";
    if (auto text = textOf(value))
        return *text;
    std::string result;
    if (const hcl::Refinement *refinement = value.refinement(); value.isUnknown() && refinement != nullptr)
        for (const Value &part : refinement->parts)
            result += textOf(part).value_or(std::string(notKnown));
    return result.empty() ? std::string(notKnown) : result;
}

std::optional<std::string> RuleScope::render(const std::string &templateText) const
{
    auto value = hcl::evaluateTemplateText(templateText, context(), m_rule.rule->id + ".message");
    if (!value)
        return std::nullopt;
    return readable(*value);
}

std::optional<std::string> RuleScope::renderSource(const std::string &templateText) const
{
    auto value = hcl::evaluateTemplateText(templateText, context(), m_rule.rule->id + ".fix");
    return value && !value->marks().isSensitive() ? textOf(*value) : std::nullopt;
}

std::vector<std::string> RuleScope::commonNames()
{
    return {"self", "resource", "settings"};
}

std::vector<std::string> RuleScope::resourceNames()
{
    return {"address", "expansion", "local_address", "module", "name", "reference", "type"};
}

/// How another block refers to the resource, and the lines it needs to repeat as often: for fixes that append a block.
static std::pair<std::string, std::string> referenceFor(const terraform::ResourceInstance &instance)
{
    const std::string local = instance.address().localText();
    const hcl::Body body = instance.block().body();
    if (body.attribute("for_each"))
        return {local + "[each.key]", "for_each = " + local + "\n"};
    if (body.attribute("count"))
        return {local + "[count.index]", "count = length(" + local + ")\n"};
    return {local, {}};
}

Value RuleScope::resource() const
{
    if (m_subject == nullptr)
        return {};
    const terraform::ResourceInstance &instance = *m_subject->instance;
    const auto [reference, expansion] = referenceFor(instance);
    return Value::object(Fields{{"address", Value::string(instance.addressText())},
                                {"expansion", Value::string(expansion)},
                                {"local_address", Value::string(instance.address().localText())},
                                {"module", Value::string(instance.module().pathText())},
                                {"name", Value::string(instance.address().name)},
                                {"reference", Value::string(reference)},
                                {"type", Value::string(instance.address().type)}});
}

std::optional<Value> RuleScope::let(std::string_view name) const
{
    for (std::size_t i = 0; i < m_rule.let.size(); ++i) {
        if (m_rule.let[i].first != name)
            continue;
        Let &entry = m_lets[i];
        if (entry.state == Let::State::Done)
            return entry.value;
        // The checker refuses a let that uses itself or a later one; a pack made by hand must not loop either.
        if (entry.state == Let::State::Running)
            return std::nullopt;
        entry.state = Let::State::Running;
        std::vector<hcl::Diagnostic> diagnostics;
        entry.value = hcl::evaluate(m_rule.let[i].second.expression(), context(), diagnostics);
        for (const hcl::Diagnostic &diagnostic : diagnostics)
            if (diagnostic.severity == hcl::Severity::Error && m_letError.empty())
                m_letError = diagnostic.detail.empty() ? diagnostic.summary : diagnostic.detail;
        entry.state = Let::State::Done;
        return entry.value;
    }
    return std::nullopt;
}

std::optional<hcl::Resolution> RuleScope::resolve(const hcl::Reference &reference) const
{
    hcl::Resolution resolution;
    if (reference.root == "self" && m_subject != nullptr)
        resolution.value = m_rule.each ? m_subject->locatedSelf() : m_subject->self();
    else if (reference.root == "resource")
        resolution.value = resource();
    else if (reference.root == "settings")
        resolution.value = m_settings;
    else if (reference.root == "each" && m_element)
        resolution.value = Value::object(Fields{{"value", *m_element}});
    else if (auto value = let(reference.root))
        resolution.value = std::move(*value);
    else
        return std::nullopt;
    return resolution;
}

std::vector<std::string> RuleScope::names() const
{
    std::vector<std::string> names = commonNames();
    if (m_element)
        names.emplace_back("each");
    for (const auto &[name, expression] : m_rule.let)
        names.emplace_back(name);
    return names;
}

} // namespace drydock::policy
