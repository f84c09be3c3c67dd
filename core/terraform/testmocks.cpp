// SPDX-License-Identifier: MIT
#include "core/terraform/filesource.h"
#include "core/terraform/parsefile.h"
#include "core/terraform/settings.h"
#include "core/terraform/testblocks.h"
#include "core/terraform/testshapes.h"

#include <optional>
#include <string_view>
#include <utility>

namespace drydock::terraform {

namespace fs = std::filesystem;

using Diagnostics = std::vector<Diagnostic>;
using Scope = TestOverrides::Scope;

namespace {

/// The types that are mocked, to find those that are mocked twice.
using MockedTypes = std::map<std::string, hcl::Block>;

void checkDuring(const Content &content, Diagnostics &diagnostics)
{
    if (const hcl::Attribute during = content.attribute("override_during"))
        checkWord(during, "plan", "apply", rangeOf(during), "Invalid override_during value", diagnostics);
}

// Constants without names and functions. What an override stands for has attributes.
void checkValues(const hcl::Attribute &values, bool mustBeObject, std::string_view owner, Diagnostics &diagnostics)
{
    const std::optional<hcl::Value> value = constantValue(values.value(), {}, diagnostics);
    if (!mustBeObject || !value || (!value->isNull() && value->type().kind() == hcl::Kind::Object))
        return;
    const std::string name(values.name());
    addDiagnostic(diagnostics, "test.values", "Invalid " + name + " attribute",
                  std::string(owner) + " blocks must specify the " + name + " attribute as an object.",
                  rangeOf(values));
}

bool isRightTarget(const hcl::Block &block, const TargetAddress &target)
{
    if (block.type() == "override_module")
        return target.isModule;
    const ResourceMode mode = block.type() == "override_data" ? ResourceMode::Data : ResourceMode::Managed;
    return !target.isModule && target.resource.mode == mode;
}

std::string textOf(const TargetAddress &target)
{
    return target.isModule ? target.resource.module.text() : target.resource.text();
}

void readMocked(const hcl::Block &block, MockedTypes &types, Scope scope, Diagnostics &diagnostics)
{
    const Content content = testContentOf(block, diagnostics);
    checkShape(content, block, shapes::mockResource(), diagnostics);
    checkDuring(content, diagnostics);
    if (const hcl::Attribute defaults = content.attribute("defaults"))
        checkValues(defaults, false, {}, diagnostics);
    const std::string type(block.type());
    const auto [it, isNew] = types.emplace(type + " " + block.label(0), block);
    if (!isNew)
        addDiagnostic(diagnostics, "name.duplicate",
                      scope == Scope::Here ? "Duplicate " + type + " block" : "Duplicate mock resource block",
                      "A " + type + " block for " + block.label(0) + " has already been defined at " +
                          placeOf(it->second) + ".",
                      rangeOf(*block.labels().begin()));
}

void readMocks(const std::vector<hcl::Block> &blocks, MockedTypes &types, TestOverrides &overrides, Scope scope,
               Diagnostics &diagnostics)
{
    // Within one file Terraform words it otherwise than across them.
    MockedTypes own;
    for (const hcl::Block &block : blocks) {
        if (isOverrideBlock(block)) {
            overrides.add(readOverride(block, diagnostics), scope, diagnostics);
            continue;
        }
        const bool isElsewhere = types.contains(std::string(block.type()) + " " + block.label(0));
        readMocked(block, isElsewhere ? types : own, isElsewhere ? Scope::AcrossFiles : Scope::Here, diagnostics);
    }
    types.merge(own);
}

// What the block itself mocks goes before what its files say.
void readMockFiles(const hcl::Attribute &source, const hcl::Block &provider, const FileSource &files,
                   const SourceReader &sources, const fs::path &directory, TestFile &test, TestSuite &suite)
{
    const std::optional<hcl::Value> value = constantValue(source.value(), hcl::Type::string(), suite.diagnostics);
    if (!value || !value->is(hcl::Kind::String))
        return;
    const fs::path folder = files.canonical(directory / value->asString());
    const Result<std::vector<FileSource::Entry>> entries = files.list(folder);
    if (!entries) {
        addDiagnostic(suite.diagnostics, "test.mocks", "Failed to read mock data directory",
                      "Mock data directory " + value->asString() + " does not exist or cannot be read.",
                      rangeOf(provider, provider.headerRange()),
                      "The path is relative to the configuration, also in the folder of the tests.");
        return;
    }
    MockedTypes types;
    TestOverrides overrides(test.overrides);
    for (const FileSource::Entry &entry : *entries) {
        const std::optional<FileFormat> format = formatOf(entry.name);
        if (entry.isDirectory || entry.name.front() == '.' || !format || format->kind != FileKind::Mock)
            continue;
        std::optional<hcl::ParsedFile> parsed = sources.read(folder / entry.name, suite.diagnostics);
        if (!parsed)
            continue;
        suite.files.push_back(*std::move(parsed));
        const Content content = testContentOf(suite.files.back().body(), suite.diagnostics);
        checkShape(content, {}, shapes::mockFile(), suite.diagnostics);
        readMocks(soundBlocks(content, shapes::mockFile()), types, overrides, Scope::AcrossFiles, suite.diagnostics);
    }
}

} // namespace

bool isOverrideBlock(const hcl::Block &block)
{
    return block.type().starts_with("override_");
}

TestOverride readOverride(const hcl::Block &block, Diagnostics &diagnostics)
{
    const std::string type(block.type());
    const bool isModule = type == "override_module";
    const Content content = testContentOf(block, diagnostics);
    checkShape(content, block, isModule ? shapes::overrideOutputs() : shapes::overrideValues(), diagnostics);
    checkDuring(content, diagnostics);
    if (const hcl::Attribute values = content.attribute(isModule ? "outputs" : "values"))
        checkValues(values, true, type, diagnostics);
    TestOverride read{block, content.attribute("target"), {}};
    if (!read.target) {
        addDiagnostic(diagnostics, "test.target", "Missing target attribute",
                      type + " blocks must specify a target address.", rangeOf(block, block.headerRange()));
        return read;
    }
    read.address = targetOf(read.target.value(), diagnostics);
    if (read.address && !isRightTarget(block, *read.address)) {
        const std::string_view wanted = isModule ? "modules" : type == "override_data" ? "data sources" : "resources";
        addDiagnostic(diagnostics, "test.target", "Invalid override target",
                      "You can only target " + std::string(wanted) + " from " + type + " blocks, not " +
                          textOf(*read.address) + ".",
                      rangeOf(read.target));
        read.address.reset();
    }
    return read;
}

void TestOverrides::add(TestOverride added, Scope scope, Diagnostics &diagnostics)
{
    if (!added.address)
        return;
    const std::string type(added.block.type());
    const auto [it, isNew] = m_targets.emplace(textOf(*added.address), added.block);
    if (isNew) {
        m_list.push_back(std::move(added));
        return;
    }
    const bool isAcross = scope == Scope::AcrossFiles && it->second.tree() != added.block.tree();
    addDiagnostic(diagnostics, "name.duplicate", isAcross ? "Duplicate override block" : "Duplicate " + type + " block",
                  "A block that overrides " + it->first + " has already been defined at " + placeOf(it->second) + ".",
                  rangeOf(added.block, added.block.headerRange()));
}

void readMockProvider(const hcl::Block &block, const FileSource &files, const SourceReader &sources,
                      const fs::path &directory, TestFile &test, TestSuite &suite)
{
    const Content content = testContentOf(block, suite.diagnostics);
    checkShape(content, block, shapes::mockProvider(), suite.diagnostics);
    checkDuring(content, suite.diagnostics);
    MockedTypes types;
    TestOverrides overrides(test.overrides);
    readMocks(soundBlocks(content, shapes::mockProvider()), types, overrides, Scope::Here, suite.diagnostics);
    if (const hcl::Attribute source = content.attribute("source"))
        readMockFiles(source, block, files, sources, directory, test, suite);
}

} // namespace drydock::terraform
