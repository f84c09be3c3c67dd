// SPDX-License-Identifier: MIT
#include "core/terraform/modulescope.h"

#include "core/terraform/configurationevaluator.h"

#include <filesystem>
#include <utility>

namespace drydock::terraform {

hcl::Value unknownFrom(const ModuleInstanceData &module, const std::string &subject, const hcl::Type &type)
{
    const std::string origin = module.pathText.empty() ? subject : module.pathText + "." + subject;
    return hcl::Value::unknown(type).withMarks(hcl::Marks::origin(origin));
}

static hcl::Resolution mistake(std::string error)
{
    return {hcl::Value::unknown(), 0, std::move(error), {}};
}

// The names are checked once when the module is loaded (checks.h), so here an undeclared one is only unknown.
hcl::Resolution ModuleScope::undeclared(const std::string &subject, std::size_t consumed) const
{
    return {unknownFrom(m_module, subject), consumed, {}, {}};
}

std::optional<hcl::Resolution> ModuleScope::resolve(const hcl::Reference &reference) const
{
    const std::string_view root = reference.root;
    const bool isNamed = !reference.attributes.empty();
    const std::string_view name = isNamed ? reference.attributes.front() : std::string_view();
    const Module &module = *m_module.node->module;
    if (root == "var" || root == "local" || root == "module" || root == "path" || root == "terraform") {
        if (!isNamed)
            return mistake("\"" + std::string(root) + "\" must be followed by a point and a name.");
    }
    if (root == "var") {
        const std::uint32_t at = module.variable(name);
        return at == Module::none ? undeclared("var." + std::string(name), 1)
                                  : hcl::Resolution{m_evaluator.input(m_module, at), 1, {}, {}};
    }
    if (root == "local") {
        const std::uint32_t at = module.local(name);
        return at == Module::none ? undeclared("local." + std::string(name), 1)
                                  : hcl::Resolution{m_evaluator.local(m_module, at), 1, {}, {}};
    }
    if (root == "module") {
        const std::uint32_t at = module.call(name);
        return at == Module::none ? undeclared("module." + std::string(name), 1)
                                  : m_evaluator.call(m_module, at, reference);
    }
    if (root == "path")
        return resolvePath(name);
    if (root == "terraform")
        return hcl::Resolution{name == "workspace" || name == "env"
                                   ? hcl::Value::string(m_evaluator.configuration().options.workspace)
                                   : hcl::Value::unknown(name == "applying" ? hcl::Type::boolean() : hcl::Type()),
                               1,
                               {},
                               {}};
    if (root == "each" || root == "count" || root == "self")
        return resolveInstance(reference);
    return resolveResource(reference);
}

std::optional<hcl::Resolution> ModuleScope::resolveInstance(const hcl::Reference &reference) const
{
    const std::string_view name = reference.attributes.empty() ? std::string_view() : reference.attributes.front();
    if (reference.root == "self") {
        if (m_self == nullptr)
            return mistake("\"self\" has a meaning only in provisioner, connection and postcondition blocks.");
        return hcl::Resolution{m_evaluator.self(*m_self), 0, {}, {}};
    }
    const std::optional<hcl::Value> *value = nullptr;
    if (m_variables != nullptr) {
        if (reference.root == "count" && name == "index")
            value = &m_variables->index;
        else if (reference.root == "each" && name == "key")
            value = &m_variables->eachKey;
        else if (reference.root == "each" && name == "value")
            value = &m_variables->eachValue;
    }
    if (value != nullptr && value->has_value())
        return hcl::Resolution{**value, 1, {}, {}};
    if (reference.root == "count")
        return mistake("\"count.index\" has a meaning only where \"count\" is set.");
    return mistake("\"each.key\" and \"each.value\" have a meaning only where \"for_each\" is set.");
}

hcl::Resolution ModuleScope::resolvePath(std::string_view name) const
{
    const std::filesystem::path &root = m_evaluator.configuration().directory;
    std::string text;
    if (name == "module")
        text = m_module.node->module->directory().lexically_relative(root).generic_string();
    else if (name == "root")
        text = ".";
    else if (name == "cwd")
        text = root.generic_string();
    else
        return mistake("\"path\" has only \"module\", \"root\" and \"cwd\".");
    return {hcl::Value::string(std::move(text)), 1, {}, {}};
}

hcl::Resolution ModuleScope::resolveResource(const hcl::Reference &reference) const
{
    if (reference.root == "resource" && reference.attributes.size() > 1) {
        const std::string_view type = reference.attributes.front();
        hcl::Resolution inner =
            resolveResource({type, reference.attributes.subspan(1), reference.key, reference.keyAttributes});
        ++inner.consumed;
        return inner;
    }
    std::string subject(reference.root);
    const std::size_t needed = reference.root == "data" || reference.root == "ephemeral" ? 2 : 1;
    if (reference.attributes.size() < needed)
        return undeclared(subject, reference.attributes.size());
    for (std::size_t at = 0; at < needed; ++at)
        (subject += '.') += reference.attributes[at];
    const std::uint32_t found = m_module.node->module->resource(subject);
    if (found == Module::none)
        return undeclared(subject, needed);
    const hcl::Value *key = reference.attributes.size() == needed ? reference.key : nullptr;
    hcl::Resolution resolution = m_evaluator.resource(m_module, found, key);
    resolution.consumed += needed;
    return resolution;
}

std::vector<std::string> ModuleScope::names() const
{
    std::vector<std::string> names{"var", "local", "module", "data", "path", "terraform"};
    if (m_variables != nullptr && m_variables->index)
        names.emplace_back("count");
    if (m_variables != nullptr && m_variables->eachKey)
        names.emplace_back("each");
    for (const Resource &resource : m_module.node->module->resources()) {
        if (resource.mode == ResourceMode::Managed)
            names.push_back(resource.type);
    }
    return names;
}

} // namespace drydock::terraform
