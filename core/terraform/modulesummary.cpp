// SPDX-License-Identifier: MIT
#include "core/terraform/modulesummary.h"

#include "core/hcl/evaluator.h"
#include "core/terraform/declarations.h"
#include "core/terraform/module.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace drydock::terraform {

using Place = ModuleSummary::Place;

std::string ModuleSummary::Resource::address() const
{
    return (mode == "managed" ? "" : mode + ".") + type + "." + name;
}

const ModuleSummary::Provider *ModuleSummary::provider(std::string_view name) const
{
    const auto found = std::ranges::find(providers, name, &Provider::name);
    return found != providers.end() ? &*found : nullptr;
}

static Place placeOf(const SourceRange &range)
{
    return {range.file->name(), range.file->position(range.start).line};
}

static std::optional<hcl::Value> constant(const hcl::Expression &expression)
{
    if (!expression)
        return {};
    std::vector<hcl::Diagnostic> ignored;
    return hcl::evaluate(expression, {}, ignored);
}

static std::vector<ModuleSummary::Input> inputsOf(const Module &module)
{
    std::vector<ModuleSummary::Input> inputs;
    for (const Variable &variable : module.variables())
        inputs.push_back({variable.name, variable.typeText, variable.description, constant(variable.defaultValue),
                          variable.isSensitive, variable.isEphemeral, placeOf(rangeOf(variable.block))});
    std::ranges::sort(inputs, {}, &ModuleSummary::Input::name);
    return inputs;
}

static std::string_view modeName(ResourceMode mode)
{
    if (mode == ResourceMode::Managed)
        return "managed";
    return mode == ResourceMode::Data ? "data" : "ephemeral";
}

static std::vector<ModuleSummary::Resource> resourcesOf(const Module &module)
{
    std::vector<ModuleSummary::Resource> resources;
    for (const Resource &resource : module.resources())
        resources.push_back({std::string(modeName(resource.mode)),
                             resource.type,
                             resource.name,
                             {resource.providerName, resource.providerAlias},
                             placeOf(rangeOf(resource.block))});
    const auto key = [](const ModuleSummary::Resource &resource) {
        return std::pair(resource.mode == "managed" ? std::string() : resource.mode, resource.address());
    };
    std::ranges::sort(resources, {}, key);
    return resources;
}

static void addProviders(const Module &module, ModuleSummary &summary)
{
    std::map<std::string, ModuleSummary::Provider> providers;
    const auto named = [&providers](const std::string &name) -> ModuleSummary::Provider & {
        ModuleSummary::Provider &provider = providers[name];
        provider.name = name;
        return provider;
    };
    for (const RequiredProvider &required : module.settings().requiredProviders) {
        ModuleSummary::Provider &provider = named(required.name);
        provider.isRequired = true;
        provider.source = required.source.empty() ? provider.source : required.source;
        if (!required.version.empty())
            provider.versionConstraints.push_back(required.version);
        provider.aliases.insert(provider.aliases.end(), required.aliases.begin(), required.aliases.end());
    }
    std::set<std::pair<std::string, std::string>> configured;
    for (const ProviderBlock &block : module.providers()) {
        const std::string version = constantText(block.content.value("version"));
        ModuleSummary::Provider &provider = named(block.name);
        if (!version.empty())
            provider.versionConstraints.push_back(version);
        configured.emplace(block.name, block.alias);
    }
    std::set<std::pair<std::string, std::string>> used;
    for (const Resource &resource : module.resources()) {
        (void)named(resource.providerName);
        used.emplace(resource.providerName, resource.providerAlias);
    }
    for (auto &entry : providers)
        summary.providers.push_back(std::move(entry.second));
    for (const auto &[name, alias] : configured)
        summary.providerConfigurations.push_back({name, alias});
    for (const auto &[name, alias] : used)
        summary.usedProviders.push_back({name, alias});
}

/// The comment as terraform-docs takes it: what stands between `/**` and `*/`, without the stars before each line.
static std::string introductionOf(const Module &module)
{
    for (const hcl::ParsedFile &file : module.files()) {
        std::string_view text = file.source().text();
        if (std::filesystem::path(file.source().name()).filename() != "main.tf")
            continue;
        text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
        const std::size_t end = text.find("*/");
        if (!text.starts_with("/**") || end == std::string_view::npos || end < 3)
            return {};
        text = text.substr(3, end - 3);
        std::string out;
        while (!text.empty()) {
            const std::size_t lineEnd = std::min(text.find('\n'), text.size());
            std::string_view line = text.substr(0, lineEnd);
            text.remove_prefix(std::min(lineEnd + 1, text.size()));
            const std::size_t star = line.find_first_not_of(" \t");
            if (star != std::string_view::npos && line[star] == '*')
                line.remove_prefix(std::min(line.size(), star + (line.substr(star).starts_with("* ") ? 2 : 1)));
            out.append(line.substr(0, line.find_last_not_of(" \t\r") + 1)).append("\n");
        }
        const std::size_t from = out.find_first_not_of('\n');
        return from == std::string::npos ? std::string() : out.substr(from, out.find_last_not_of('\n') + 1 - from);
    }
    return {};
}

ModuleSummary summarize(const Module &module)
{
    ModuleSummary summary;
    summary.introduction = introductionOf(module);
    for (const hcl::Attribute &version : module.settings().requiredVersions)
        summary.requiredVersions.push_back(constantText(version.value()));
    addProviders(module, summary);
    summary.inputs = inputsOf(module);
    for (const Output &output : module.outputs())
        summary.outputs.push_back(
            {output.name, output.description, output.isSensitive, placeOf(rangeOf(output.block))});
    std::ranges::sort(summary.outputs, {}, &ModuleSummary::Output::name);
    summary.resources = resourcesOf(module);
    for (const ModuleCall &call : module.calls())
        summary.calls.push_back({call.name, call.source, call.version, placeOf(rangeOf(call.block))});
    std::ranges::sort(summary.calls, {}, &ModuleSummary::Call::name);
    for (const Diagnostic &diagnostic : module.diagnostics()) {
        ModuleSummary::Problem problem{diagnostic.severity == DiagnosticSeverity::Error ? "error" : "warning",
                                       diagnostic.summary,
                                       diagnostic.detail,
                                       {}};
        if (diagnostic.range)
            problem.place = placeOf(diagnostic.range);
        summary.problems.push_back(std::move(problem));
    }
    return summary;
}

} // namespace drydock::terraform
