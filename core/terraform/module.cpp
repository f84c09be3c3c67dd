// SPDX-License-Identifier: MIT
#include "core/terraform/module.h"

#include <algorithm>

namespace drydock::terraform {

hcl::Attribute Content::attribute(std::string_view name) const
{
    const auto it = std::find_if(attributes.begin(), attributes.end(),
                                 [&](const hcl::Attribute &attribute) { return attribute.name() == name; });
    return it == attributes.end() ? hcl::Attribute() : *it;
}

hcl::Expression Content::value(std::string_view name) const
{
    const hcl::Attribute found = attribute(name);
    return found ? found.value() : hcl::Expression();
}

hcl::Block Content::block(std::string_view type) const
{
    const auto it =
        std::find_if(blocks.begin(), blocks.end(), [&](const hcl::Block &block) { return block.type() == type; });
    return it == blocks.end() ? hcl::Block() : *it;
}

bool ModuleCall::isLocal() const
{
    return source.starts_with("./") || source.starts_with("../") || source == "." || source == "..";
}

std::uint32_t Module::find(const Index &index, std::string_view name)
{
    const auto it = index.find(name);
    return it == index.end() ? none : it->second;
}

const hcl::ParsedFile &Module::fileOf(const hcl::View &view) const
{
    static const hcl::ParsedFile nothing = hcl::parse(hcl::SourceFile());
    const auto it = std::find_if(m_files.begin(), m_files.end(),
                                 [&](const hcl::ParsedFile &file) { return file.tree.get() == view.tree(); });
    return it == m_files.end() ? nothing : *it;
}

static bool refersTo(std::span<const Reference> references, std::string_view subject)
{
    return std::any_of(references.begin(), references.end(),
                       [&](const Reference &reference) { return reference.subject == subject; });
}

std::vector<std::string> Module::referrers(std::string_view subject) const
{
    std::vector<std::string> out;
    const auto add = [&](const auto &declarations, const auto &nameOf) {
        for (const auto &declaration : declarations) {
            if (refersTo(declaration.references, subject))
                out.push_back(nameOf(declaration));
        }
    };
    add(m_locals, [](const Local &local) { return "local." + local.name; });
    add(m_resources, [](const Resource &resource) {
        return ResourceAddress{{}, resource.mode, resource.type, resource.name, {}}.text();
    });
    add(m_calls, [](const ModuleCall &call) { return "module." + call.name; });
    add(m_outputs, [](const Output &output) { return "output." + output.name; });
    add(m_variables, [](const Variable &variable) { return "var." + variable.name; });
    add(m_providers, [](const ProviderBlock &provider) {
        return "provider." + provider.name + (provider.alias.empty() ? "" : "." + provider.alias);
    });
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

} // namespace drydock::terraform
