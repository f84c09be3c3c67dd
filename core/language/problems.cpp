// SPDX-License-Identifier: MIT
#include "core/language/problems.h"

#include "core/language/snapshot.h"
#include "core/language/snapshotdata.h"
#include "core/terraform/configuration.h"
#include "core/terraform/evaluation.h"
#include "core/terraform/module.h"
#include "core/terraform/schemacheck.h"
#include "core/terraform/testvalidation.h"
#include "core/terraform/unused.h"
#include "core/terraform/validation.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace drydock::language {

namespace fs = std::filesystem;

namespace {

/// Turns diagnostics of the layers below into problems with absolute paths.
class Gatherer
{
public:
    explicit Gatherer(const Snapshot &snapshot)
        : m_snapshot(snapshot)
    {
    }

    void add(const terraform::Diagnostic &diagnostic)
    {
        // A module that is made to be called is not wrong because its callers are elsewhere.
        if (diagnostic.code == "provider.expected")
            return;
        Problem problem;
        problem.severity = diagnostic.severity == terraform::DiagnosticSeverity::Error ? ProblemSeverity::Error
                                                                                       : ProblemSeverity::Warning;
        problem.code = diagnostic.code;
        problem.summary = diagnostic.summary;
        problem.detail = diagnostic.detail;
        problem.hint = diagnostic.hint;
        const std::string &name = diagnostic.range ? diagnostic.range.file->name() : diagnostic.fileName;
        problem.location = {(m_snapshot.root() / name).lexically_normal(),
                            {diagnostic.range.start, diagnostic.range.end}};
        m_problems.push_back(std::move(problem));
    }

    template <typename Diagnostics>
    void addAll(const Diagnostics &diagnostics)
    {
        for (const terraform::Diagnostic &diagnostic : diagnostics)
            add(diagnostic);
    }

    void addUnused(const terraform::Module &module)
    {
        for (const terraform::Diagnostic &diagnostic : terraform::unusedDeclarations(module)) {
            add(diagnostic);
            m_problems.back().severity = ProblemSeverity::Hint;
            m_problems.back().isUnnecessary = true;
        }
    }

    void add(Problem problem) { m_problems.push_back(std::move(problem)); }

    [[nodiscard]] std::vector<Problem> take()
    {
        const auto key = [](const Problem &problem) {
            return std::tuple(problem.location, problem.severity, std::string_view(problem.code),
                              std::string_view(problem.detail));
        };
        std::sort(m_problems.begin(), m_problems.end(),
                  [&](const Problem &a, const Problem &b) { return key(a) < key(b); });
        const auto last = std::unique(m_problems.begin(), m_problems.end(),
                                      [&](const Problem &a, const Problem &b) { return key(a) == key(b); });
        m_problems.erase(last, m_problems.end());
        return std::move(m_problems);
    }

private:
    const Snapshot &m_snapshot;
    std::vector<Problem> m_problems;
};

} // namespace

static void addSyntax(const FileEntry &file, Gatherer &all)
{
    for (const hcl::Diagnostic &diagnostic : file.parsed().diagnostics)
        all.add(Problem{diagnostic.severity == hcl::Severity::Error ? ProblemSeverity::Error : ProblemSeverity::Warning,
                        "hcl.syntax",
                        diagnostic.summary,
                        diagnostic.detail,
                        diagnostic.hint,
                        {file.path(), diagnostic.range},
                        false});
}

std::vector<Problem> syntaxProblems(const Snapshot &snapshot, const fs::path &file)
{
    Gatherer all(snapshot);
    if (const FileEntry *entry = snapshot.data().files->file(file))
        addSyntax(*entry, all);
    return all.take();
}

// Variable and test files are no part of a module, so nobody else reports on them.
static void addBeside(const Snapshot &snapshot, const fs::path &module, Gatherer &all)
{
    for (const DirectoryPointer &directory : snapshot.data().files->directories()) {
        for (const Entry &file : directory->files()) {
            if (!file->isConfiguration() && snapshot.data().moduleOf(*file) == module)
                addSyntax(*file, all);
        }
    }
}

// Tests run a root module; what only they run is validated with them.
static Result<> addTests(const Snapshot &snapshot, const terraform::Configuration &configuration, Gatherer &all,
                         const Task &task)
{
    terraform::ValidationOptions options;
    options.schemas = snapshot.schemas();
    const auto tests = terraform::validateTests(configuration, options, task);
    if (!tests)
        return failure(tests.error());
    all.addAll(tests->diagnostics);
    return {};
}

Result<std::vector<Problem>> moduleProblems(const Snapshot &snapshot, const fs::path &file, const Task &task)
{
    Gatherer all(snapshot);
    const fs::path module = snapshot.moduleOf(file);
    if (const Directory *known = snapshot.data().files->known(module); known != nullptr && known->isModule()) {
        const auto configuration = snapshot.configuration(module, task);
        if (!configuration)
            return failure(configuration.error());
        for (const terraform::Diagnostic &diagnostic : (*configuration)->diagnostics()) {
            const std::string &name = diagnostic.range ? diagnostic.range.file->name() : diagnostic.fileName;
            if ((snapshot.root() / name).lexically_normal().parent_path() == module)
                all.add(diagnostic);
        }
        all.addAll(terraform::checkAgainstSchema(*snapshot.module(module), *snapshot.schemas()));
        all.addUnused(*snapshot.module(module));
    }
    addBeside(snapshot, module, all);
    return all.take();
}

Result<std::vector<Problem>> allProblems(const Snapshot &snapshot, const Task &task)
{
    Gatherer all(snapshot);
    for (const fs::path &root : snapshot.rootModules()) {
        const auto evaluation = snapshot.evaluation(root, task);
        if (!evaluation)
            return failure(evaluation.error());
        all.addAll((*evaluation)->diagnostics());
        all.addAll(terraform::checkAgainstSchema(**evaluation, *snapshot.schemas()));
        if (Result<> tested = addTests(snapshot, (*evaluation)->configuration(), all, task); !tested)
            return failure(tested.error());
    }
    for (const DirectoryPointer &directory : snapshot.data().files->directories()) {
        if (Result<> alive = task.check(); !alive)
            return failure(alive.error());
        for (const Entry &file : directory->files()) {
            if (!file->isConfiguration())
                addSyntax(*file, all);
        }
        if (directory->isModule())
            all.addUnused(*snapshot.module(directory->path()));
    }
    return all.take();
}

} // namespace drydock::language
