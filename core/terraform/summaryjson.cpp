// SPDX-License-Identifier: MIT
#include "core/hcl/json.h"
#include "core/terraform/modulesummary.h"

#include <nlohmann/json.hpp>

namespace drydock::terraform {

using Json = nlohmann::ordered_json;

static Json place(const ModuleSummary::Place &place, const std::filesystem::path &path)
{
    return {{"filename", (path / place.file).lexically_normal().generic_string()}, {"line", place.line}};
}

/// Members that are empty are left out, as terraform-config-inspect does.
static void addText(Json &object, const char *name, const std::string &text)
{
    if (!text.empty())
        object[name] = text;
}

static Json inputJson(const ModuleSummary::Input &input, const std::filesystem::path &path)
{
    Json json{{"name", input.name}};
    addText(json, "type", input.type);
    addText(json, "description", input.description);
    json["default"] = nullptr;
    if (input.defaultValue)
        if (const auto text = hcl::toJson(*input.defaultValue))
            json["default"] = Json::parse(*text, nullptr, false);
    json["required"] = !input.defaultValue;
    if (input.isSensitive)
        json["sensitive"] = true;
    if (input.isEphemeral)
        json["ephemeral"] = true;
    json["pos"] = place(input.place, path);
    return json;
}

static Json outputJson(const ModuleSummary::Output &output, const std::filesystem::path &path)
{
    Json json{{"name", output.name}};
    addText(json, "description", output.description);
    if (output.isSensitive)
        json["sensitive"] = true;
    json["pos"] = place(output.place, path);
    return json;
}

static Json useJson(const ModuleSummary::ProviderUse &use)
{
    Json json{{"name", use.name}};
    addText(json, "alias", use.alias);
    return json;
}

static Json aliasJson(const std::string &alias)
{
    const std::size_t point = alias.find('.');
    Json json{{"name", alias.substr(0, point)}};
    if (point != std::string::npos)
        json["alias"] = alias.substr(point + 1);
    return json;
}

static Json providerJson(const ModuleSummary::Provider &provider)
{
    Json json = Json::object();
    addText(json, "source", provider.source);
    if (!provider.versionConstraints.empty())
        json["version_constraints"] = provider.versionConstraints;
    for (const std::string &alias : provider.aliases)
        json["aliases"].push_back(aliasJson(alias));
    return json;
}

static Json resourcesJson(const ModuleSummary &summary, std::string_view mode, const std::filesystem::path &path)
{
    Json json = Json::object();
    for (const ModuleSummary::Resource &resource : summary.resources)
        if (resource.mode == mode)
            json[resource.address()] = {{"mode", resource.mode},
                                        {"type", resource.type},
                                        {"name", resource.name},
                                        {"provider", useJson(resource.provider)},
                                        {"pos", place(resource.place, path)}};
    return json;
}

static Json callJson(const ModuleSummary::Call &call, const std::filesystem::path &path)
{
    Json json{{"name", call.name}, {"source", call.source}};
    addText(json, "version", call.version);
    json["pos"] = place(call.place, path);
    return json;
}

static Json problemJson(const ModuleSummary::Problem &problem, const std::filesystem::path &path)
{
    Json json{{"severity", problem.severity}, {"summary", problem.summary}};
    addText(json, "detail", problem.detail);
    if (problem.place)
        json["pos"] = place(*problem.place, path);
    return json;
}

std::string summaryJson(const ModuleSummary &summary, const std::filesystem::path &path)
{
    Json json{{"path", path.generic_string()}, {"variables", Json::object()}, {"outputs", Json::object()}};
    for (const ModuleSummary::Input &input : summary.inputs)
        json["variables"][input.name] = inputJson(input, path);
    for (const ModuleSummary::Output &output : summary.outputs)
        json["outputs"][output.name] = outputJson(output, path);
    if (!summary.requiredVersions.empty())
        json["required_core"] = summary.requiredVersions;
    json["required_providers"] = Json::object();
    for (const ModuleSummary::Provider &provider : summary.providers)
        json["required_providers"][provider.name] = providerJson(provider);
    for (const ModuleSummary::ProviderUse &use : summary.providerConfigurations)
        json["provider_configs"][use.alias.empty() ? use.name : use.name + "." + use.alias] = useJson(use);
    json["managed_resources"] = resourcesJson(summary, "managed", path);
    json["data_resources"] = resourcesJson(summary, "data", path);
    if (Json ephemeral = resourcesJson(summary, "ephemeral", path); !ephemeral.empty())
        json["ephemeral_resources"] = std::move(ephemeral);
    json["module_calls"] = Json::object();
    for (const ModuleSummary::Call &call : summary.calls)
        json["module_calls"][call.name] = callJson(call, path);
    for (const ModuleSummary::Problem &problem : summary.problems)
        json["diagnostics"].push_back(problemJson(problem, path));
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace drydock::terraform
