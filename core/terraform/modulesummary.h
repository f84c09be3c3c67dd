// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/value.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::terraform {

class Module;

/// What people and programs want to know of a module without reading it: its interface and what it is made of. Plain
/// data, sorted by name.
struct ModuleSummary
{
    struct Place
    {
        std::string file; ///< relative to the module's directory
        std::uint32_t line = 0;
    };
    struct Input
    {
        std::string name;
        std::string type; ///< as written; empty where there is none
        std::string description;
        std::optional<hcl::Value> defaultValue; ///< nothing: the input is required
        bool isSensitive = false;
        bool isEphemeral = false;
        Place place;
    };
    struct Output
    {
        std::string name;
        std::string description;
        bool isSensitive = false;
        Place place;
    };
    struct Provider
    {
        std::string name;                            ///< local name
        std::string source;                          ///< as required_providers says; may be empty
        std::vector<std::string> versionConstraints; ///< one text for each place they stand at
        std::vector<std::string> aliases;            ///< `configuration_aliases`: "aws.east"
        bool isRequired = false;                     ///< stands in required_providers
    };
    /// A provider that resources are managed with: by a `provider` block or the `provider` argument, or implied.
    struct ProviderUse
    {
        std::string name;
        std::string alias; ///< empty for the default configuration
    };
    struct Resource
    {
        std::string mode; ///< "managed", "data" or "ephemeral"
        std::string type;
        std::string name;
        ProviderUse provider;
        Place place;

        [[nodiscard]] std::string address() const;
    };
    struct Call
    {
        std::string name;
        std::string source;
        std::string version;
        Place place;
    };
    struct Problem
    {
        std::string severity; ///< "error" or "warning"
        std::string summary;
        std::string detail;
        std::optional<Place> place;
    };

    std::string introduction; ///< the `/** … */` comment that main.tf begins with, as Markdown; may be empty
    std::vector<std::string> requiredVersions;
    std::vector<Provider> providers; ///< required or used
    std::vector<ProviderUse> providerConfigurations;
    std::vector<ProviderUse> usedProviders; ///< of the resources, each once
    std::vector<Input> inputs;
    std::vector<Output> outputs;
    std::vector<Resource> resources;
    std::vector<Call> calls;
    std::vector<Problem> problems; ///< of reading the module

    [[nodiscard]] const Provider *provider(std::string_view name) const;
};

[[nodiscard]] ModuleSummary summarize(const Module &module);

/// JSON with the keys of HashiCorp's terraform-config-inspect. `path` is put before file names.
[[nodiscard]] std::string summaryJson(const ModuleSummary &summary, const std::filesystem::path &path);

/// Markdown with the sections, tables and anchors of terraform-docs (`markdown table`): Requirements, Providers,
/// Modules, Resources, Inputs, Outputs.
[[nodiscard]] std::string summaryMarkdown(const ModuleSummary &summary);

} // namespace drydock::terraform
