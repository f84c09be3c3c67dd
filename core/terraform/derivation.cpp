// SPDX-License-Identifier: MIT
#include "core/terraform/derivation.h"

#include "core/terraform/writtenplace.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace drydock::terraform {

using Step = AttributePath::Step;
using Steps = std::vector<Step>;

namespace {

constexpr std::size_t mostSteps = 24;

/// The names an expression is evaluated with.
struct Context
{
    const ModuleInstanceData *module = nullptr;
    const ResourceInstanceData *instance = nullptr;
    hcl::Expression forEach; ///< that each.* goes over
    InstanceVariables variables;
    std::vector<EnclosingDynamic> dynamics;
};

/// A traversal with constant steps: its root name and what follows, as far as the steps are constant.
struct Path
{
    std::string_view root;
    Steps steps;
};

class Tracer
{
public:
    [[nodiscard]] std::vector<DerivationStep> trace(const ResourceInstanceData &instance, const AttributePath &path)
    {
        const Resource &resource = *instance.declaration;
        WrittenPlace place = findWritten(resource.block, resource.content, instance.dynamics, path.steps());
        add(DerivationStep::Kind::Argument, instance.addressText + ": " + firstLine(place.sourceRange()),
            place.sourceRange());
        if (place.expression)
            follow(place.expression, place.rest, contextOf(instance, std::move(place.dynamics)));
        return std::move(m_steps);
    }

private:
    using Kind = DerivationStep::Kind;

    static Context contextOf(const ResourceInstanceData &instance, std::vector<EnclosingDynamic> dynamics)
    {
        return {instance.module, &instance, instance.declaration->forEach, instance.variables, std::move(dynamics)};
    }

    static Context contextOf(const ModuleInstanceData &module) { return {&module, nullptr, {}, {}, {}}; }

    static Context contextOfCall(const ModuleInstanceData &module)
    {
        return {module.parent, nullptr, module.node->call->forEach, module.variables, {}};
    }

    static std::string firstLine(const SourceRange &range)
    {
        static constexpr std::size_t longest = 120;
        if (!range)
            return {};
        const std::string_view text = range.file->text({range.start, range.end});
        std::string line(text.substr(0, std::min(text.find('\n'), longest)));
        if (line.size() < text.size())
            line += " …";
        return line;
    }

    void add(Kind kind, std::string text, SourceRange range) { m_steps.push_back({kind, std::move(text), range}); }

    [[nodiscard]] bool isNew(const hcl::Expression &expression, const Context &context)
    {
        return m_steps.size() < mostSteps && m_seen.emplace(expression.tree(), expression.id(), context.module).second;
    }

    void follow(hcl::Expression expression, std::span<const Step> rest, const Context &context)
    {
        expression = expression.unwrapped();
        if (!expression || !isNew(expression, context))
            return;
        if (std::optional<Path> path = constantPath(expression)) {
            path->steps.insert(path->steps.end(), rest.begin(), rest.end());
            // Kept, for spans into it travel on.
            m_paths.push_back(std::move(path->steps));
            followName(path->root, m_paths.back(), context);
            return;
        }
        if (expression.kind() == hcl::ExpressionKind::Conditional) {
            follow(expression.whenTrue(), rest, context);
            follow(expression.whenFalse(), rest, context);
            return;
        }
        std::vector<std::string_view> bound;
        for (const Reference &reference : referencesIn(expression, bound)) {
            const std::string_view subject = reference.subject;
            const std::size_t point = subject.find('.');
            m_paths.push_back(
                point == std::string_view::npos ? Steps() : AttributePath::parse(subject.substr(point + 1)).steps());
            if (!reference.attribute.empty())
                m_paths.back().emplace_back(reference.attribute);
            followName(reference.root.name(), m_paths.back(), context);
        }
    }

    static std::optional<Path> constantPath(const hcl::Expression &expression)
    {
        switch (expression.kind()) {
        case hcl::ExpressionKind::Variable:
            return Path{expression.name(), {}};
        case hcl::ExpressionKind::AttributeAccess:
        case hcl::ExpressionKind::Index: {
            std::optional<Path> path = constantPath(expression.source());
            if (!path)
                return path;
            if (expression.kind() == hcl::ExpressionKind::AttributeAccess) {
                path->steps.emplace_back(std::string(expression.name()));
                return path;
            }
            const hcl::Expression key = expression.key();
            if (const std::optional<std::string> text = key.stringValue())
                path->steps.emplace_back(*text);
            else if (key.kind() == hcl::ExpressionKind::Number && key.text().size() < 10 &&
                     key.text().find_first_not_of("0123456789") == std::string_view::npos)
                path->steps.emplace_back(static_cast<std::size_t>(std::stoul(std::string(key.text()))));
            else
                return std::nullopt;
            return path;
        }
        default:
            return std::nullopt;
        }
    }

    void followName(std::string_view root, std::span<const Step> steps, const Context &context)
    {
        const auto *name = steps.empty() ? nullptr : std::get_if<std::string>(&steps.front());
        if (name == nullptr)
            return;
        const Module &module = *context.module->node->module;
        if (root == "local") {
            if (const std::uint32_t at = module.local(*name); at != Module::none)
                followLocal(module.locals()[at], steps.subspan(1), *context.module);
        } else if (root == "var") {
            if (const std::uint32_t at = module.variable(*name); at != Module::none)
                followVariable(module.variables()[at], steps.subspan(1), *context.module);
        } else if (root == "module") {
            followOutput(*name, steps.subspan(1), *context.module);
        } else if (root == "each") {
            followElement(context.forEach, *name, context.variables.eachKey, steps.subspan(1), context);
        } else if (const auto it =
                       std::find_if(context.dynamics.rbegin(), context.dynamics.rend(),
                                    [&](const EnclosingDynamic &dynamic) { return dynamic.iterator == root; });
                   it != context.dynamics.rend()) {
            const auto index = static_cast<std::int64_t>(it->iteration);
            followElement(it->block.body().attribute("for_each").value(), *name, hcl::Value::number(index),
                          steps.subspan(1), context);
        } else {
            followResource(root, steps, *context.module);
        }
    }

    void followLocal(const Local &local, std::span<const Step> rest, const ModuleInstanceData &module)
    {
        hcl::ByteRange range = local.attribute.range();
        const hcl::Expression inner = descend(local.attribute.value(), rest, range);
        const SourceRange place = rangeOf(local.attribute, range);
        add(Kind::Local, "local." + local.name + ": " + firstLine(place), place);
        follow(inner, rest, contextOf(module));
    }

    void followVariable(const Variable &variable, std::span<const Step> rest, const ModuleInstanceData &module)
    {
        const std::string name = (module.pathText.empty() ? "" : module.pathText + ".") + "var." + variable.name;
        hcl::Expression expression;
        SourceRange whole;
        Kind kind = Kind::VariableDefault;
        if (module.parent != nullptr) {
            if (const hcl::Attribute argument = module.node->call->content.attribute(variable.name)) {
                kind = Kind::ModuleArgument;
                expression = argument.value();
                whole = rangeOf(argument);
            }
        } else if (const GivenValue *given = givenValue(module, variable.name)) {
            if (!given->range) {
                add(Kind::VariableValue, name + " was given from outside the files", {});
                return;
            }
            kind = Kind::VariableValue;
            expression = given->expression;
            whole = given->range;
        }
        if (!whole) {
            expression = variable.defaultValue;
            if (!expression) {
                add(Kind::VariableUnset, name + " has no value", rangeOf(variable.block, variable.block.headerRange()));
                return;
            }
            whole = rangeOf(variable.content.attribute("default"));
        }
        hcl::ByteRange range{whole.start, whole.end};
        const hcl::Expression inner = descend(expression, rest, range);
        const SourceRange place = rangeOf(expression, range);
        add(kind, name + ": " + firstLine(place), place);
        if (kind == Kind::ModuleArgument)
            follow(inner, rest, contextOfCall(module));
    }

    static const GivenValue *givenValue(const ModuleInstanceData &module, const std::string &name)
    {
        const auto it = module.configuration->values.find(name);
        return it == module.configuration->values.end() ? nullptr : &it->second;
    }

    void followOutput(const std::string &name, std::span<const Step> rest, const ModuleInstanceData &module)
    {
        const std::uint32_t call = module.node->module->call(name);
        if (call == Module::none)
            return;
        const std::vector<ModuleInstanceData *> &instances = module.calls[call].instances;
        const ModuleInstanceData *child = instances.empty() ? nullptr : instances.front();
        if (!rest.empty() && module.calls[call].expansion != Expansion::Single) {
            for (const ModuleInstanceData *instance : instances) {
                if (isKey(instance->path.steps.back().key, rest.front()))
                    child = instance;
            }
            rest = rest.subspan(1);
        }
        const auto *outputName = rest.empty() ? nullptr : std::get_if<std::string>(&rest.front());
        if (child == nullptr || outputName == nullptr) {
            add(Kind::ModuleOutput, "module." + name + " is not available",
                rangeOf(module.node->module->calls()[call].block,
                        module.node->module->calls()[call].block.headerRange()));
            return;
        }
        const std::uint32_t at = child->node->module->output(*outputName);
        if (at == Module::none)
            return;
        const Output &output = child->node->module->outputs()[at];
        std::span<const Step> inside = rest.subspan(1);
        hcl::ByteRange range = output.content.attribute("value").range();
        const hcl::Expression inner = descend(output.value, inside, range);
        const SourceRange place = rangeOf(output.block, range);
        add(Kind::ModuleOutput, child->pathText + "." + *outputName + ": " + firstLine(place), place);
        follow(inner, inside, contextOf(*child));
    }

    static bool isKey(const InstanceKey &key, const Step &step)
    {
        if (const auto *text = std::get_if<std::string>(&step))
            return key.kind() == InstanceKey::Kind::Text && key.text() == *text;
        return key.kind() == InstanceKey::Kind::Number && key.number() == std::get<std::size_t>(step);
    }

    // `each.value.x` and `rule.value.x`: the element of the collection, where the collection is written out.
    void followElement(const hcl::Expression &collection, const std::string &part, const std::optional<hcl::Value> &key,
                       std::span<const Step> rest, const Context &context)
    {
        if (!collection)
            return;
        add(Kind::ForEach, "for_each = " + firstLine(rangeOf(collection)), rangeOf(collection));
        Steps path;
        if (part == "value" && key && key->is(hcl::Kind::String))
            path.emplace_back(key->asString());
        else if (part == "value" && key && key->is(hcl::Kind::Number))
            path.emplace_back(static_cast<std::size_t>(key->asNumber().toInt64().value_or(0)));
        path.insert(path.end(), rest.begin(), rest.end());
        m_paths.push_back(std::move(path));
        Context outside = context;
        outside.dynamics.clear();
        follow(collection, m_paths.back(), outside);
    }

    void followResource(std::string_view root, std::span<const Step> steps, const ModuleInstanceData &module)
    {
        std::string subject(root);
        const std::size_t needed = root == "data" || root == "ephemeral" ? 2 : 1;
        for (std::size_t at = 0; at < needed && at < steps.size(); ++at) {
            if (const auto *name = std::get_if<std::string>(&steps[at]))
                (subject += '.') += *name;
        }
        const std::uint32_t at = module.node->module->resource(subject);
        if (at == Module::none || steps.size() < needed || module.resources[at].instances.empty())
            return;
        std::span<const Step> rest = steps.subspan(needed);
        const ResourceInstanceData *target = module.resources[at].instances.front();
        if (!rest.empty() && module.resources[at].expansion != Expansion::Single) {
            for (const ResourceInstanceData *instance : module.resources[at].instances) {
                if (isKey(instance->address.key, rest.front()))
                    target = instance;
            }
            rest = rest.subspan(1);
        }
        const Resource &resource = *target->declaration;
        WrittenPlace place = findWritten(resource.block, resource.content, target->dynamics, rest);
        add(Kind::Resource, target->addressText + ": " + firstLine(place.sourceRange()), place.sourceRange());
        if (place.expression)
            follow(place.expression, place.rest, contextOf(*target, std::move(place.dynamics)));
    }

    std::vector<DerivationStep> m_steps;
    std::set<std::tuple<const hcl::Tree *, hcl::NodeId, const ModuleInstanceData *>> m_seen;
    std::deque<Steps> m_paths;
};

} // namespace

std::vector<DerivationStep> derive(const ResourceInstanceData &instance, const AttributePath &path)
{
    return Tracer().trace(instance, path);
}

} // namespace drydock::terraform
