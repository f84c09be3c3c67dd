// SPDX-License-Identifier: MIT
#include "core/terraform/conditionrules.h"
#include "core/terraform/declarations.h"
#include "core/terraform/settings.h"
#include "core/terraform/testblocks.h"
#include "core/terraform/testshapes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string_view>

namespace drydock::terraform {

using Diagnostics = std::vector<Diagnostic>;

std::string placeOf(const hcl::Block &block)
{
    const hcl::SourceFile &source = block.tree()->source();
    return source.name() + ":" + std::to_string(source.position(block.range().start).line);
}

void checkArgumentsOnly(const hcl::Block &block, Diagnostics &diagnostics)
{
    for (const hcl::Block nested : block.body().blocks())
        addDiagnostic(diagnostics, "block.unsupported", "Unexpected \"" + std::string(nested.type()) + "\" block",
                      "Blocks are not allowed here.", rangeOf(nested, nested.typeRange()));
}

static void checkOptions(const hcl::Block &block, Diagnostics &diagnostics)
{
    checkShape(block, shapes::planOptions(), diagnostics);
    const hcl::Body body = block.body();
    bool isRefreshOnly = false;
    if (const hcl::Attribute mode = body.attribute("mode"))
        isRefreshOnly =
            checkWord(mode, "normal", "refresh-only", rangeOf(mode.value()), "Invalid \"mode\" keyword", diagnostics) &&
            mode.value().name() == "refresh-only";
    if (const hcl::Attribute refresh = body.attribute("refresh")) {
        const std::optional<hcl::Value> value = constantValue(refresh.value(), hcl::Type::boolean(), diagnostics);
        if (isRefreshOnly && value && value->is(hcl::Kind::Bool) && !value->asBool())
            addDiagnostic(diagnostics, "test.options", "Incompatible plan options",
                          "The \"refresh\" option cannot be set to false when running a test in \"refresh-only\" mode.",
                          rangeOf(refresh));
    }
    for (const std::string_view name : {"replace", "target"}) {
        if (const hcl::Attribute list = body.attribute(name))
            static_cast<void>(referenceList(list.value(), diagnostics));
    }
}

// NAMESPACE/NAME/PROVIDER, perhaps with a host before and //SUBDIRECTORY behind.
static bool isRegistryAddress(std::string_view source)
{
    source = source.substr(0, source.find("//"));
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= source.size();) {
        const std::size_t slash = std::min(source.find('/', at), source.size());
        parts.push_back(source.substr(at, slash - at));
        at = slash + 1;
    }
    if (parts.size() != 3 && parts.size() != 4)
        return false;
    if (parts.size() == 4 && (parts[0].find('.') == std::string_view::npos || parts[0] == "github.com" ||
                              parts[0] == "bitbucket.org" || parts[0] == "gitlab.com"))
        return false;
    return std::all_of(parts.end() - 3, parts.end(), [](std::string_view part) {
        return !part.empty() && std::all_of(part.begin(), part.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
        });
    });
}

static void checkSource(const TestRun &run, const hcl::Attribute &source, bool hasVersion, Diagnostics &diagnostics)
{
    if (hasVersion && (run.isLocal() || !isRegistryAddress(run.source)))
        addDiagnostic(diagnostics, "module.version", "Invalid registry module source address",
                      "\"version\" has a meaning only for modules from a registry, and \"" + run.source +
                          "\" is no registry address.",
                      rangeOf(source), "Remove \"version\".");
    else if (!run.isLocal() && !isRegistryAddress(run.source))
        addDiagnostic(diagnostics, "module.source", "Invalid module source address",
                      "Only local or registry module sources are currently supported from within test run blocks.",
                      rangeOf(source), "A path begins with ./ or ../, also from the folder of the tests.");
}

static void readModule(const hcl::Block &block, TestRun &run, Diagnostics &diagnostics)
{
    if (run.module)
        addDiagnostic(diagnostics, "block.duplicate", "Multiple \"module\" blocks",
                      "This run block already has a module block defined at " + placeOf(run.module) + ".",
                      rangeOf(block, block.headerRange()));
    checkShape(block, shapes::testedModule(), diagnostics);
    run.module = block;
    const hcl::Attribute version = block.body().attribute("version");
    if (version)
        checkVersionConstraint(version.value(), diagnostics);
    const hcl::Attribute source = block.body().attribute("source");
    if (!source) {
        addDiagnostic(diagnostics, "module.source", "Missing \"source\" attribute for module block",
                      "You must specify a source attribute when executing alternate modules during test executions.",
                      rangeOf(block, block.headerRange()));
        return;
    }
    const std::optional<hcl::Value> value = constantValue(source.value(), hcl::Type::string(), diagnostics);
    if (!value || !value->is(hcl::Kind::String))
        return;
    run.source = value->asString();
    checkSource(run, source, static_cast<bool>(version), diagnostics);
}

static bool isProviderReference(const hcl::Expression &expression)
{
    return expression.kind() == hcl::ExpressionKind::Variable || expression.kind() == hcl::ExpressionKind::String ||
           (expression.kind() == hcl::ExpressionKind::AttributeAccess &&
            expression.source().kind() == hcl::ExpressionKind::Variable);
}

// `providers = { aws = aws.east }`
static void checkProviders(const hcl::Expression &providers, Diagnostics &diagnostics)
{
    if (providers.kind() != hcl::ExpressionKind::Object) {
        addDiagnostic(diagnostics, "provider.reference", "Invalid expression", "A static map expression is required.",
                      rangeOf(providers));
        return;
    }
    std::set<std::string> seen;
    const auto check = [&](const hcl::Expression &one) {
        if (!isProviderReference(one)) {
            addDiagnostic(diagnostics, "provider.reference", "Invalid provider configuration reference",
                          "A provider type name is required, optionally followed by a period and then a configuration "
                          "alias.",
                          rangeOf(one));
            return false;
        }
        if (one.kind() == hcl::ExpressionKind::String)
            static_cast<void>(singleReference(one, diagnostics));
        return true;
    };
    for (const hcl::ObjectItem item : providers.items()) {
        const bool isKey = check(item.key());
        const bool isValue = check(item.value());
        const std::string name = traversalText(item.key());
        if (isKey && isValue && !seen.insert(name).second)
            addDiagnostic(diagnostics, "name.duplicate", "Duplicate provider address",
                          "A provider configuration was already passed to " + name + ".", rangeOf(item.value()));
    }
}

static void readArguments(const Content &content, TestRun &run, Diagnostics &diagnostics)
{
    if (const hcl::Attribute command = content.attribute("command"))
        checkWord(command, "apply", "plan", rangeOf(command.value()), "Invalid \"command\" keyword", diagnostics);
    if (const hcl::Attribute key = content.attribute("state_key"))
        static_cast<void>(constantValue(key.value(), hcl::Type::string(), diagnostics));
    if (const hcl::Attribute providers = content.attribute("providers"))
        checkProviders(providers.value(), diagnostics);
    if (const hcl::Attribute failures = content.attribute("expect_failures"))
        run.expectedFailures = referenceList(failures.value(), diagnostics);
}

static void readBlock(const hcl::Block &block, TestRun &run, TestOverrides &overrides, hcl::Block &options,
                      Diagnostics &diagnostics)
{
    const std::string_view type = block.type();
    const auto reportSecond = [&](const hcl::Block &first) {
        addDiagnostic(diagnostics, "block.duplicate", "Multiple \"" + std::string(type) + "\" blocks",
                      "This run block already has a " + std::string(type) + " block defined at " + placeOf(first) + ".",
                      rangeOf(block, block.headerRange()));
    };
    if (type == "assert") {
        run.assertions.push_back(block);
        static_cast<void>(checkConditionBlock(block, diagnostics));
    } else if (type == "module") {
        readModule(block, run, diagnostics);
    } else if (type == "variables" && !run.variables.empty()) {
        reportSecond(run.variables.front());
    } else if (type == "variables") {
        run.variables.push_back(block);
        checkArgumentsOnly(block, diagnostics);
    } else if (type == "plan_options" && options) {
        reportSecond(options);
    } else if (type == "plan_options") {
        options = block;
        checkOptions(block, diagnostics);
    } else {
        overrides.add(readOverride(block, diagnostics), TestOverrides::Scope::Here, diagnostics);
    }
}

TestRun readRun(const hcl::Block &block, Diagnostics &diagnostics)
{
    TestRun run;
    run.name = block.label(0);
    run.block = block;
    if (!isValidName(run.name)) {
        const hcl::Label label = *block.labels().begin();
        addDiagnostic(diagnostics, "name.invalid", "Invalid run block name", std::string(nameRule), rangeOf(label));
    }
    const Content content = testContentOf(block, diagnostics);
    checkShape(content, block, shapes::run(), diagnostics);
    TestOverrides overrides(run.overrides);
    hcl::Block options;
    for (const hcl::Block &nested : soundBlocks(content, shapes::run()))
        readBlock(nested, run, overrides, options, diagnostics);
    readArguments(content, run, diagnostics);
    return run;
}

} // namespace drydock::terraform
