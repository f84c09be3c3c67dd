// SPDX-License-Identifier: MIT
#include "core/terraform/testvalidation.h"

#include "core/terraform/filesource.h"
#include "core/terraform/testcheck.h"
#include "core/terraform/testfile.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

namespace drydock::terraform {

namespace fs = std::filesystem;

namespace {

bool isError(const Diagnostic &diagnostic)
{
    return diagnostic.severity == DiagnosticSeverity::Error;
}

class TestsValidator
{
public:
    TestsValidator(const Configuration &configuration, const ValidationOptions &options, const Task &task)
        : m_configuration(configuration)
        , m_options(options)
        , m_task(task)
        , m_files(configuration.options().files != nullptr ? *configuration.options().files : m_disk)
    {
    }

    [[nodiscard]] Result<TestValidation> run();

private:
    void append(std::vector<Diagnostic> found)
    {
        m_validation.diagnostics.insert(m_validation.diagnostics.end(), std::make_move_iterator(found.begin()),
                                        std::make_move_iterator(found.end()));
    }
    [[nodiscard]] Result<> loadModules();
    [[nodiscard]] Result<> loadModule(const TestRun &run);
    [[nodiscard]] LoadOptions loadOptions() const;

    const DiskFiles m_disk;
    const Configuration &m_configuration;
    const ValidationOptions &m_options;
    const Task &m_task;
    const FileSource &m_files;
    TestValidation m_validation;
    /// By source; nothing where the directory is missing.
    std::map<std::string, std::optional<Configuration>> m_modules;
};

// A module of a test is a root module: it gets its values from the run.
LoadOptions TestsValidator::loadOptions() const
{
    LoadOptions options = m_configuration.options();
    if (options.base.empty())
        options.base = m_configuration.directory();
    options.variableFiles.clear();
    options.variableValues.clear();
    return options;
}

Result<> TestsValidator::loadModule(const TestRun &run)
{
    if (!run.isLocal() || m_modules.contains(run.source))
        return {};
    const fs::path directory = m_files.canonical(m_configuration.directory() / run.source);
    std::optional<Configuration> &slot = m_modules[run.source];
    if (directory == m_configuration.directory()) {
        slot = m_configuration;
        return {};
    }
    if (!m_files.isDirectory(directory)) {
        addDiagnostic(m_validation.diagnostics, "module.missing", "Module not installed",
                      "\"" + run.source + "\" leads to no directory.", rangeOf(run.module, run.module.headerRange()),
                      "The path is relative to the configuration, also in the folder of the tests.");
        return {};
    }
    const Result<Configuration> loaded = load(directory, loadOptions(), m_task);
    if (!loaded)
        return failure(loaded.error());
    ValidationOptions options = m_options;
    options.values = ValidationOptions::Values::Unknown;
    const Result<Validation> validated = validate(*loaded, options, m_task);
    if (!validated)
        return failure(validated.error());
    append(validated->diagnostics);
    m_validation.modules.push_back(*loaded);
    slot = *loaded;
    return {};
}

Result<> TestsValidator::loadModules()
{
    for (const TestFile &file : m_validation.suite->tests) {
        for (const TestRun &run : file.runs) {
            if (Result<> alive = m_task.check(); !alive)
                return alive;
            if (Result<> done = loadModule(run); !done)
                return done;
        }
    }
    return {};
}

Result<TestValidation> TestsValidator::run()
{
    const LoadOptions options = loadOptions();
    m_validation.suite = std::make_shared<const TestSuite>(
        readTests(m_files, options.limits, m_files.canonical(options.base), m_configuration.directory(),
                  m_options.testFolder, options.schemas));
    const std::vector<Diagnostic> &read = m_validation.suite->diagnostics;
    append(read);
    if (Result<> done = loadModules(); !done)
        return failure(done.error());
    // Tests that are not understood as a whole are not held against anything, as Terraform has it.
    if (std::any_of(read.begin(), read.end(), isError))
        return std::move(m_validation);
    const auto tested = [this](const TestRun &run) -> const Configuration * {
        if (!run.module)
            return &m_configuration;
        const auto it = m_modules.find(run.source);
        return it == m_modules.end() || !it->second ? nullptr : &*it->second;
    };
    checkTests(*m_validation.suite, tested, m_validation.diagnostics);
    return std::move(m_validation);
}

} // namespace

Result<TestValidation> validateTests(const Configuration &configuration, const ValidationOptions &options,
                                     const Task &task)
{
    return TestsValidator(configuration, options, task).run();
}

} // namespace drydock::terraform
