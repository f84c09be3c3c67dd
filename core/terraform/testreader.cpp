// SPDX-License-Identifier: MIT
#include "core/terraform/blockcontent.h"
#include "core/terraform/declarations.h"
#include "core/terraform/filesource.h"
#include "core/terraform/parsefile.h"
#include "core/terraform/settings.h"
#include "core/terraform/testblocks.h"
#include "core/terraform/testfile.h"
#include "core/terraform/testshapes.h"

#include <algorithm>
#include <set>
#include <utility>

namespace drydock::terraform {

namespace fs = std::filesystem;

using Diagnostics = std::vector<Diagnostic>;

namespace {

class TestReader
{
public:
    TestReader(const FileSource &files, const Limits &limits, const fs::path &base, fs::path directory,
               const SchemaCatalogue *schemas)
        : m_files(files)
        , m_sources(files, limits, base, schemas)
        , m_directory(std::move(directory))
    {
    }

    void readFolder(const fs::path &folder);
    [[nodiscard]] TestSuite take() { return std::move(m_suite); }

private:
    void readFile(const fs::path &file);
    void readBlock(const hcl::Block &block);
    void readRunBlock(const hcl::Block &block);
    void readVariables(const hcl::Block &block);
    void readProvider(const hcl::Block &block);

    const FileSource &m_files;
    SourceReader m_sources;
    fs::path m_directory;
    TestSuite m_suite;
    // Of the file that is read.
    TestFile m_test;
    std::map<std::string, hcl::Block> m_runs;
    std::map<std::string, hcl::Block> m_providers;
    std::vector<TestOverride> m_overrides;
};

bool isTofuTest(std::string_view name)
{
    return name.find(".tofutest.") != std::string_view::npos;
}

bool isTest(const FileSource::Entry &entry)
{
    const std::optional<FileFormat> format = formatOf(entry.name);
    return !entry.isDirectory && entry.name.front() != '.' && format && format->kind == FileKind::Test;
}

void TestReader::readFolder(const fs::path &folder)
{
    const Result<std::vector<FileSource::Entry>> entries = m_files.list(folder);
    // A configuration that cannot be read has said so; most have no folder of tests.
    if (!entries)
        return;
    std::set<std::string_view> tofu;
    for (const FileSource::Entry &entry : *entries) {
        if (isTest(entry) && isTofuTest(entry.name))
            tofu.insert(stemOf(entry.name));
    }
    for (const FileSource::Entry &entry : *entries) {
        // OpenTofu reads main.tofutest.hcl instead of main.tftest.hcl where both are there.
        if (isTest(entry) && (isTofuTest(entry.name) || !tofu.contains(stemOf(entry.name))))
            readFile(folder / entry.name);
    }
}

void TestReader::readFile(const fs::path &file)
{
    std::optional<hcl::ParsedFile> parsed = m_sources.read(file, m_suite.diagnostics);
    if (!parsed)
        return;
    const hcl::Body body = parsed->body();
    m_suite.files.push_back(*std::move(parsed));
    m_test = {};
    m_runs.clear();
    m_providers.clear();
    m_overrides.clear();
    const Content content = testContentOf(body, m_suite.diagnostics);
    checkShape(content, {}, shapes::testFile(), m_suite.diagnostics);
    TestOverrides overrides(m_overrides);
    for (const hcl::Block &block : soundBlocks(content, shapes::testFile())) {
        if (isOverrideBlock(block))
            overrides.add(readOverride(block, m_suite.diagnostics), TestOverrides::Scope::Here, m_suite.diagnostics);
        else
            readBlock(block);
    }
    m_test.overrides.insert(m_test.overrides.end(), m_overrides.begin(), m_overrides.end());
    m_suite.tests.push_back(std::move(m_test));
}

void TestReader::readBlock(const hcl::Block &block)
{
    if (block.type() == "run")
        readRunBlock(block);
    else if (block.type() == "variables")
        readVariables(block);
    else
        readProvider(block);
}

void TestReader::readRunBlock(const hcl::Block &block)
{
    TestRun run = readRun(block, m_suite.diagnostics);
    const auto [it, isNew] = m_runs.emplace(run.name, block);
    if (!isNew)
        addDiagnostic(m_suite.diagnostics, "name.duplicate", "Duplicate \"run\" block names",
                      "This test file already has a run block named " + run.name + ", at " + placeOf(it->second) + ".",
                      rangeOf(block, block.headerRange()), "Rename one of the two.");
    m_test.runs.push_back(std::move(run));
}

void TestReader::readVariables(const hcl::Block &block)
{
    if (!m_test.variables.empty()) {
        addDiagnostic(m_suite.diagnostics, "block.duplicate", "Multiple \"variables\" blocks",
                      "This test file already has a variables block defined at " + placeOf(m_test.variables.front()) +
                          ".",
                      rangeOf(block, block.headerRange()));
        return;
    }
    m_test.variables.push_back(block);
    checkArgumentsOnly(block, m_suite.diagnostics);
}

void TestReader::readProvider(const hcl::Block &block)
{
    const bool isMock = block.type() == "mock_provider";
    checkProviderName(block, m_suite.diagnostics);
    ProviderBlock provider;
    provider.name = block.label(0);
    provider.block = block;
    provider.content = contentOf(block);
    if (isMock) {
        readMockProvider(block, m_files, m_sources, m_directory, m_test, m_suite);
        // What else there is, is checked as the mock's.
        std::erase_if(provider.content.attributes, [](const hcl::Attribute &one) { return one.name() != "alias"; });
        provider.content.blocks.clear();
    } else if (const hcl::Attribute version = provider.content.attribute("version")) {
        addDiagnostic(m_suite.diagnostics, "provider.version", "Version constraints are not allowed in test files",
                      "Version constraints inside provider configuration blocks are not allowed in test files.",
                      rangeOf(version.value()), "Write it in required_providers of the configuration.");
        std::erase_if(provider.content.attributes, [](const hcl::Attribute &one) { return one.name() == "version"; });
    }
    complete(provider, m_suite.diagnostics);
    const std::string key = provider.name + (provider.alias.empty() ? "" : "." + provider.alias);
    const auto [it, isNew] = m_providers.emplace(key, block);
    if (!isNew)
        addDiagnostic(m_suite.diagnostics, "name.duplicate", "Duplicate provider block",
                      "A provider for " + key + " is already defined at " + placeOf(it->second) + ".",
                      rangeOf(block, block.headerRange()));
}

} // namespace

TestSuite readTests(const FileSource &files, const Limits &limits, const fs::path &base, const fs::path &directory,
                    const fs::path &folder, const SchemaCatalogue *schemas)
{
    TestReader reader(files, limits, base, directory, schemas);
    reader.readFolder(directory);
    if (!folder.empty() && folder != ".")
        reader.readFolder(files.canonical(directory / folder));
    return reader.take();
}

} // namespace drydock::terraform
