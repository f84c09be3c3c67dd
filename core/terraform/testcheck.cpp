// SPDX-License-Identifier: MIT
#include "core/terraform/testcheck.h"

#include "core/terraform/checks.h"
#include "core/terraform/module.h"
#include "core/terraform/suggestion.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace drydock::terraform {

using Diagnostics = std::vector<Diagnostic>;

namespace {

/// The names of what is tested, and what refers to them.
struct TestedNames
{
    std::vector<std::string> variables;
    std::vector<std::string> outputs;
    std::set<std::string, std::less<>> checks;
    std::vector<Reference> references;
};

/// What the runs of all files share, made once.
struct Shared
{
    std::map<const Module *, TestedNames> names;
    Suggestions suggestions;

    TestedNames &of(const Module &module)
    {
        const auto [it, isNew] = names.try_emplace(&module);
        if (!isNew)
            return it->second;
        for (const Variable &variable : module.variables())
            it->second.variables.push_back(variable.name);
        for (const Output &output : module.outputs())
            it->second.outputs.push_back(output.name);
        for (const Check &check : module.checks())
            it->second.checks.insert(check.name);
        return it->second;
    }
};

/// What the runs of one file can refer to.
struct FileNames
{
    explicit FileNames(const TestFile &file)
    {
        for (const hcl::Block &block : file.variables)
            for (const hcl::Attribute attribute : block.body().attributes())
                variables.insert(attribute.name());
        for (std::size_t at = 0; at < file.runs.size(); ++at) {
            runs.emplace(file.runs[at].name, at);
            runNames.push_back(file.runs[at].name);
        }
    }

    std::set<std::string_view> variables;
    std::map<std::string, std::size_t, std::less<>> runs;
    std::vector<std::string> runNames;
};

/// One run with all that its references can mean.
class RunCheck
{
public:
    RunCheck(const TestFile &file, const FileNames &names, std::size_t at, const TestedConfiguration &tested,
             Shared &shared, Diagnostics &diagnostics)
        : m_file(file)
        , m_names(names)
        , m_shared(shared)
        , m_at(at)
        , m_run(file.runs[at])
        , m_tested(tested)
        , m_configuration(tested(m_run))
        , m_diagnostics(diagnostics)
    {
    }

    void check()
    {
        for (const WrittenReference &expected : m_run.expectedFailures)
            checkExpectation(expected);
        for (const hcl::Block &block : m_run.assertions)
            checkReferencesIn(block);
        for (const hcl::Block &block : m_run.variables) {
            checkReferencesIn(block);
            checkVariables(block);
        }
    }

private:
    void warn(std::string code, std::string summary, std::string detail, SourceRange range, std::string hint = {})
    {
        addDiagnostic(m_diagnostics, std::move(code), std::move(summary), std::move(detail), range, std::move(hint),
                      DiagnosticSeverity::Warning);
    }

    [[nodiscard]] const Module *module() const
    {
        return m_configuration == nullptr ? nullptr : m_configuration->root().module.get();
    }

    void checkExpectation(const WrittenReference &expected);
    void checkReferencesIn(const hcl::Block &block);
    void checkReference(const Reference &reference);
    void checkRun(const Reference &reference, const std::string &name);
    void checkOutput(const Reference &reference, const std::string &name);
    void checkVariables(const hcl::Block &block);
    [[nodiscard]] bool givesVariable(std::string_view name) const;

    const TestFile &m_file;
    const FileNames &m_names;
    Shared &m_shared;
    std::size_t m_at;
    const TestRun &m_run;
    const TestedConfiguration &m_tested;
    const Configuration *m_configuration;
    Diagnostics &m_diagnostics;
};

bool isOneOf(std::string_view word, std::span<const std::string_view> words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

// The second name of "check.health" or "terraform_data.x.id"; empty where there is none.
std::string secondName(std::string_view text)
{
    const std::size_t point = text.find('.');
    if (point == std::string_view::npos)
        return {};
    text.remove_prefix(point + 1);
    return std::string(text.substr(0, text.find_first_of(".[")));
}

void RunCheck::checkExpectation(const WrittenReference &expected)
{
    static constexpr std::array<std::string_view, 10> keywords{"var",   "output", "check", "local", "module",
                                                               "count", "each",   "path",  "run",   "terraform"};
    static constexpr std::array<std::string_view, 3> checkable{"var", "output", "check"};
    const std::string_view text = expected.text;
    const std::string_view root = text.substr(0, text.find_first_of(".["));
    const std::string name = secondName(text);
    const SourceRange range = rangeOf(expected.expression);
    const bool isKeyword = isOneOf(root, keywords);
    if (root != "self" && name.empty()) {
        addDiagnostic(m_diagnostics, "test.expectation", "Invalid reference",
                      isKeyword ? "The \"" + std::string(root) +
                                      "\" object cannot be accessed directly. Instead, access one of its attributes."
                                : "A reference to a resource type must be followed by at least one attribute access, "
                                  "specifying the resource name.",
                      range);
    } else if (root == "self" || (isKeyword && !isOneOf(root, checkable))) {
        addDiagnostic(m_diagnostics, "test.expectation", "Invalid `expect_failures` reference",
                      "You cannot expect failures from " + std::string(text) +
                          ". You can only expect failures from checkable objects such as input variables, output "
                          "values, check blocks, managed resources and data sources.",
                      range);
    } else if (!expected.isQuoted) {
        for (const Reference &reference : referencesIn(expected.expression))
            checkReference(reference);
    }
}

void RunCheck::checkReferencesIn(const hcl::Block &block)
{
    for (const hcl::Attribute attribute : block.body().attributes())
        for (const Reference &reference : referencesIn(attribute.value()))
            checkReference(reference);
}

void RunCheck::checkReference(const Reference &reference)
{
    const std::string_view root = reference.root.name();
    const std::string name = secondName(reference.subject);
    if (root == "run")
        return checkRun(reference, name);
    if (module() == nullptr || (root == "var" && givesVariable(name)))
        return;
    if (root == "output")
        return checkOutput(reference, name);
    if (root == "check") {
        if (!m_shared.of(*module()).checks.contains(name))
            warn("test.reference", "Reference to undeclared check",
                 "There is no check block named \"" + name + "\" in what is tested.",
                 rangeOf(reference.root, reference.range));
        return;
    }
    m_shared.of(*module()).references.push_back(reference);
}

// `run.setup.bucket`: the output of a run before this one.
void RunCheck::checkRun(const Reference &reference, const std::string &name)
{
    const SourceRange range = rangeOf(reference.root, reference.range);
    const auto it = m_names.runs.find(name);
    if (it == m_names.runs.end())
        return warn("test.reference", "Reference to unknown run block",
                    "There is no run block named \"" + name + "\" in this file.", range,
                    m_shared.suggestions.didYouMean(name, m_names.runNames, "run."));
    if (it->second >= m_at)
        return warn("test.reference", "Reference to unavailable run block",
                    "The run block \"" + name + "\" has not been executed when this one is.", range,
                    "Only runs that stand before this one can be referred to.");
    const Configuration *tested = m_tested(m_file.runs[it->second]);
    if (tested == nullptr || reference.attribute.empty() ||
        tested->root().module->output(reference.attribute) != Module::none)
        return;
    warn("test.reference", "Reference to unavailable variable",
         "What run \"" + name + "\" tests has no output \"" + reference.attribute + "\".", range);
}

void RunCheck::checkOutput(const Reference &reference, const std::string &name)
{
    if (name.empty() || module()->output(name) != Module::none)
        return;
    warn("test.reference", "Reference to undeclared output value",
         "An output value with the name \"" + name + "\" has not been declared in what is tested.",
         rangeOf(reference.root, reference.range),
         m_shared.suggestions.didYouMean(name, m_shared.of(*module()).outputs, "output."));
}

bool RunCheck::givesVariable(std::string_view name) const
{
    const auto gives = [&](const hcl::Block &block) { return static_cast<bool>(block.body().attribute(name)); };
    return m_names.variables.contains(name) || std::any_of(m_run.variables.begin(), m_run.variables.end(), gives);
}

void RunCheck::checkVariables(const hcl::Block &block)
{
    if (module() == nullptr)
        return;
    for (const hcl::Attribute attribute : block.body().attributes()) {
        if (module()->variable(attribute.name()) == Module::none)
            warn("test.variable", "Value for undeclared variable",
                 "What is tested has no variable \"" + std::string(attribute.name()) + "\".",
                 rangeOf(attribute, attribute.nameRange()),
                 m_shared.suggestions.didYouMean(attribute.name(), m_shared.of(*module()).variables));
    }
}

bool exists(const TargetAddress &target, const Configuration &configuration)
{
    const ModulePath path = target.resource.module.withoutKeys();
    // What a module holds that is not at hand cannot be known.
    for (ModulePath above = path; !above.steps.empty(); above.steps.pop_back()) {
        const ModuleNode *node = configuration.node(above);
        if (node != nullptr && !node->module && (above.steps.size() < path.steps.size() || !target.isModule))
            return true;
    }
    const ModuleNode *node = configuration.node(path);
    return node != nullptr &&
           (target.isModule || (node->module && node->module->resource(target.resource.localText()) != Module::none));
}

void checkTargets(std::span<const TestOverride> overrides, const Configuration *configuration, Diagnostics &diagnostics)
{
    if (configuration == nullptr)
        return;
    for (const TestOverride &one : overrides) {
        if (!one.address || exists(*one.address, *configuration))
            continue;
        addDiagnostic(diagnostics, "test.target", "Invalid override target",
                      "The override target " + std::string(one.target.value().text()) +
                          " does not exist within the configuration under test. This could indicate a typo in the "
                          "target address or an unnecessary override.",
                      rangeOf(one.target), {}, DiagnosticSeverity::Warning);
    }
}

} // namespace

void checkTests(const TestSuite &suite, const TestedConfiguration &tested, Diagnostics &diagnostics)
{
    const TestRun itself;
    Shared shared;
    for (const TestFile &file : suite.tests) {
        checkTargets(file.overrides, tested(itself), diagnostics);
        const FileNames names(file);
        for (std::size_t at = 0; at < file.runs.size(); ++at) {
            checkTargets(file.runs[at].overrides, tested(file.runs[at]), diagnostics);
            RunCheck(file, names, at, tested, shared, diagnostics).check();
        }
    }
    for (const auto &[module, names] : shared.names) {
        Diagnostics found;
        checkReferences(*module, names.references, Extent::SingleFile, found);
        for (Diagnostic &one : found) {
            one.severity = DiagnosticSeverity::Warning;
            one.code = "test.reference";
            diagnostics.push_back(std::move(one));
        }
    }
}

} // namespace drydock::terraform
