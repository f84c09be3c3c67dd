// SPDX-License-Identifier: MIT
#include "core/terraform/settings.h"

#include "core/base/semver.h"
#include "core/base/versionconstraint.h"
#include "core/terraform/blockshapes.h"
#include "core/terraform/declarations.h"
#include "core/terraform/staticexpressions.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_set>
#include <utility>

namespace drydock::terraform {

using Diagnostics = std::vector<Diagnostic>;

// The version whose language this is.
static constexpr std::string_view languageVersion = "1.11.4";

static std::string placeOf(const hcl::View &view)
{
    const hcl::SourceFile &source = view.tree()->source();
    return source.name() + ":" + std::to_string(source.position(view.range().start).line);
}

static void reportConstraint(const hcl::Expression &expression, Diagnostics &diagnostics)
{
    addDiagnostic(diagnostics, "version.constraint", "Invalid version constraint",
                  "This string does not use correct version constraint syntax.", rangeOf(expression),
                  "Write \"~> 1.2\", \">= 1.2, < 2.0\" or \"1.2.3\".");
}

static void readRequiredVersion(const hcl::Attribute &attribute, Settings &settings, Diagnostics &diagnostics)
{
    settings.requiredVersions.push_back(attribute);
    const std::optional<hcl::Value> value = constantValue(attribute.value(), hcl::Type::string(), diagnostics);
    if (!value || !value->is(hcl::Kind::String))
        return;
    const Result<VersionConstraint> constraint = VersionConstraint::parse(value->asString());
    if (!constraint) {
        reportConstraint(attribute.value(), diagnostics);
        return;
    }
    // Whoever needs a newer one has it; that this check knows the language of an older one is worth a word.
    if (!constraint->allows(*SemanticVersion::parse(languageVersion)))
        addDiagnostic(diagnostics, "version.unmet", "Unsupported Terraform Core version",
                      "This configuration wants another version of Terraform than " + std::string(languageVersion) +
                          ", whose language is checked here.",
                      rangeOf(attribute), {}, DiagnosticSeverity::Warning);
}

// `source`: [HOST/][NAMESPACE/]TYPE; each part letters, digits, dashes and (but for the type) underscores and points.
static bool isProviderSource(std::string_view source)
{
    std::size_t parts = 0;
    for (std::size_t at = 0; at <= source.size(); ++parts) {
        const std::size_t slash = std::min(source.find('/', at), source.size());
        const std::string_view part = source.substr(at, slash - at);
        const bool isHost = parts == 0 && std::count(source.begin(), source.end(), '/') == 2;
        const bool isPlain = std::all_of(part.begin(), part.end(), [&](char c) {
            const auto byte = static_cast<unsigned char>(c);
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
                   byte >= 0x80 || (isHost && (c == '.' || c == ':'));
        });
        if (part.empty() || !isPlain)
            return false;
        at = slash + 1;
    }
    return parts <= 3;
}

static bool isProviderName(std::string_view name)
{
    return !name.empty() && name.front() != '-' && name.back() != '-' &&
           std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
                      static_cast<unsigned char>(c) >= 0x80;
           });
}

static void readVersion(const hcl::Expression &expression, RequiredProvider &provider, Diagnostics &diagnostics)
{
    provider.version = constantText(expression);
    if (provider.version.empty() || !VersionConstraint::parse(provider.version))
        reportConstraint(expression, diagnostics);
}

static void readSource(const hcl::Expression &expression, RequiredProvider &provider, Diagnostics &diagnostics)
{
    provider.source = constantText(expression);
    if (!expression.unwrapped().stringValue())
        addDiagnostic(diagnostics, "provider.source", "Invalid source", "Source must be specified as a string.",
                      rangeOf(expression));
    else if (!isProviderSource(provider.source))
        addDiagnostic(diagnostics, "provider.source", "Invalid provider source string",
                      "The \"source\" attribute must be in the format \"[hostname/][namespace/]name\"",
                      rangeOf(expression));
}

static void readRequiredProvider(const hcl::Attribute &attribute, RequiredProvider &provider, Diagnostics &diagnostics)
{
    const hcl::Expression value = attribute.value().unwrapped();
    if (value.kind() != hcl::ExpressionKind::Object) {
        readVersion(value, provider, diagnostics);
        return;
    }
    for (const hcl::ObjectItem item : value.items()) {
        const std::string key = item.keyName().value_or("");
        if (key == "source") {
            readSource(item.value(), provider, diagnostics);
        } else if (key == "version") {
            readVersion(item.value(), provider, diagnostics);
        } else if (key == "configuration_aliases") {
            for (const hcl::Expression alias : item.value().elements()) {
                provider.aliases.push_back(traversalText(alias));
                if (!isTraversal(alias) && alias.tree()->syntax() == hcl::Syntax::Native)
                    addDiagnostic(diagnostics, "expression.reference", "Invalid expression",
                                  "An alias is written as a reference: aws.east.", rangeOf(alias));
            }
        } else {
            addDiagnostic(diagnostics, "provider.requirement", "Invalid required_providers object",
                          "required_providers objects can only contain \"version\", \"source\" and "
                          "\"configuration_aliases\" attributes. To configure a provider, use a \"provider\" block.",
                          rangeOf(item.key()));
            break;
        }
    }
}

static void readRequiredProviders(const hcl::Block &block, SettingsLayer layer, Settings &settings,
                                  Diagnostics &diagnostics)
{
    if (settings.providerBlock && layer == SettingsLayer::Primary)
        addDiagnostic(diagnostics, "name.duplicate", "Duplicate required providers configuration",
                      "A module may have only one required providers configuration. The required providers were "
                      "previously configured at " +
                          placeOf(settings.providerBlock) + ".",
                      rangeOf(block, block.headerRange()));
    settings.providerBlock = block;
    // Those of an override file take the place of others.
    std::unordered_set<std::string_view> written;
    for (const hcl::Attribute attribute : block.body().attributes())
        written.insert(attribute.name());
    std::erase_if(settings.requiredProviders, [&](const RequiredProvider &old) { return written.contains(old.name); });
    for (const hcl::Attribute attribute : block.body().attributes()) {
        if (written.erase(attribute.name()) == 0)
            continue; // a second one of this name, which the parser has told
        RequiredProvider provider;
        provider.name = attribute.name();
        provider.range = rangeOf(attribute);
        if (!isProviderName(attribute.name()))
            addDiagnostic(diagnostics, "provider.name", "Invalid provider local name",
                          provider.name + " is an invalid provider local name: must contain only lowercase letters, "
                                          "digits, and dashes, and may not use leading or trailing dashes",
                          rangeOf(attribute));
        readRequiredProvider(attribute, provider, diagnostics);
        settings.requiredProviders.push_back(std::move(provider));
    }
    for (const hcl::Block nested : block.body().blocks())
        addDiagnostic(diagnostics, "block.unsupported", "Unsupported block type",
                      "Blocks of type \"" + std::string(nested.type()) + "\" are not expected here.",
                      rangeOf(nested, nested.typeRange()));
}

static void readBackend(const hcl::Block &block, SettingsLayer layer, Settings &settings, Diagnostics &diagnostics)
{
    hcl::Block &kept = block.type() == "cloud" ? settings.cloud : settings.ownBackend;
    if (kept && layer == SettingsLayer::Primary)
        addDiagnostic(diagnostics, "name.duplicate",
                      block.type() == "cloud" ? "Duplicate HCP Terraform configurations"
                                              : "Duplicate backend configuration",
                      "A module may have only one. It was previously configured at " + placeOf(kept) + ".",
                      rangeOf(block, block.headerRange()));
    kept = block;
    settings.backend = block;
}

void readSettings(const hcl::Block &block, SettingsLayer layer, Settings &settings, Diagnostics &diagnostics)
{
    checkShape(block, shapes::terraform(), diagnostics);
    if (const hcl::Attribute version = block.body().attribute("required_version"))
        readRequiredVersion(version, settings, diagnostics);
    if (const hcl::Attribute experiments = block.body().attribute("experiments");
        experiments && !experiments.value().elements().empty())
        addDiagnostic(diagnostics, "terraform.experiments", "Module uses experimental features",
                      "Experimental features are available only in alpha releases of Terraform.", rangeOf(experiments));
    for (const hcl::Block nested : block.body().blocks()) {
        if (nested.type() == "required_providers")
            readRequiredProviders(nested, layer, settings, diagnostics);
        else if (nested.type() == "backend" || nested.type() == "cloud")
            readBackend(nested, layer, settings, diagnostics);
        else if (nested.type() == "provider_meta")
            settings.providerMeta.push_back(nested);
        else if (nested.type() == "encryption")
            settings.encryption = nested;
    }
}

static void checkProviderMeta(const Settings &settings, Diagnostics &diagnostics)
{
    std::map<std::string, hcl::Block> seen;
    for (const hcl::Block &block : settings.providerMeta) {
        const auto [it, isNew] = seen.emplace(block.label(0), block);
        if (!isNew)
            addDiagnostic(diagnostics, "name.duplicate", "Duplicate provider_meta block",
                          "A provider_meta block for provider \"" + it->first + "\" was already declared at " +
                              placeOf(it->second) + ".",
                          rangeOf(block, block.headerRange()));
    }
}

void checkSettings(const Module &module, Diagnostics &diagnostics)
{
    const Settings &settings = module.settings();
    if (settings.cloud && settings.ownBackend)
        addDiagnostic(diagnostics, "terraform.backend", "Both a backend and cloud configuration are present",
                      "A module may declare either one 'cloud' block or one 'backend' block. The 'cloud' block is at " +
                          placeOf(settings.cloud) + ", the backend at " + placeOf(settings.ownBackend) + ".",
                      rangeOf(settings.ownBackend, settings.ownBackend.headerRange()), "Remove one of the two.");
    checkProviderMeta(settings, diagnostics);
    for (const ProviderBlock &provider : module.providers())
        checkProviderName(provider.block, diagnostics);
}

void checkProviderName(const hcl::Block &block, Diagnostics &diagnostics)
{
    const std::string name = block.label(0);
    if (!isProviderName(name))
        addDiagnostic(diagnostics, "provider.name", "Invalid provider local name",
                      name + " is an invalid provider local name: must contain only lowercase letters, digits, and "
                             "dashes, and may not use leading or trailing dashes",
                      rangeOf(block, block.headerRange()));
}

void checkVersionConstraint(const hcl::Expression &expression, Diagnostics &diagnostics)
{
    const std::optional<hcl::Value> value = constantValue(expression, hcl::Type::string(), diagnostics);
    if (value && value->is(hcl::Kind::String) && !VersionConstraint::parse(value->asString()))
        reportConstraint(expression, diagnostics);
}

} // namespace drydock::terraform
