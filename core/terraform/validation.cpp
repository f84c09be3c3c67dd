// SPDX-License-Identifier: MIT
#include "core/terraform/validation.h"

#include "core/hcl/diagnostic.h"
#include "core/hcl/source.h"
#include "core/terraform/configurationdata.h"
#include "core/terraform/dependencygraph.h"
#include "core/terraform/evaluation.h"
#include "core/terraform/filesource.h"
#include "core/terraform/provisioners.h"
#include "core/terraform/schemacatalogue.h"
#include "core/terraform/schemacheck.h"
#include "core/terraform/schemarules.h"
#include "core/terraform/testfile.h"
#include "core/terraform/testvalidation.h"
#include "core/terraform/unused.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace drydock::terraform {

// A resource that refers to itself passes `terraform validate`; references to itself are found when it is evaluated.
static bool isSelfReference(const std::vector<GraphEdge> &cycle)
{
    return cycle.size() == 1;
}

static void addCycles(const Configuration &configuration, std::vector<Diagnostic> &diagnostics)
{
    const DependencyGraph graph = DependencyGraph::of(configuration);
    for (const std::vector<GraphEdge> &cycle : graph.cycles()) {
        const GraphNode &first = graph.nodes()[cycle.front().from];
        if (isSelfReference(cycle)) {
            if (first.kind != GraphNodeKind::Local)
                continue;
            diagnostics.push_back(
                {DiagnosticSeverity::Error,
                 "reference.cycle",
                 "Self-referencing local value",
                 "Local value " + first.address + " cannot use its own result as part of its expression.",
                 {},
                 cycle.front().range ? cycle.front().range : first.range,
                 {}});
            continue;
        }
        std::string path;
        std::string places;
        for (const GraphEdge &edge : cycle) {
            const GraphNode &node = graph.nodes()[edge.from];
            path += (path.empty() ? "" : ", ") + node.address;
            if (edge.range.file != nullptr)
                places += " " + node.address + " refers to " + graph.nodes()[edge.to].address + " at " +
                          edge.range.file->name() + ":" +
                          std::to_string(edge.range.file->position(edge.range.start).line) + ".";
        }
        diagnostics.push_back({DiagnosticSeverity::Error,
                               "reference.cycle",
                               "Cycle: " + path,
                               "These depend on each other, so none of them can be made first." + places,
                               "Break the circle: one of them must not refer to the next.",
                               first.range,
                               {}});
    }
}

// Names that a module with syntax errors seems to lack may stand in the part that was not understood.
static void dropDoubtful(const Configuration &configuration, std::vector<Diagnostic> &diagnostics)
{
    std::set<const hcl::SourceFile *> doubtful;
    for (const std::shared_ptr<const Module> &module : configuration.modules()) {
        const auto isBroken = [](const hcl::ParsedFile &file) { return !file.ok(); };
        if (std::any_of(module->files().begin(), module->files().end(), isBroken)) {
            for (const hcl::ParsedFile &file : module->files())
                doubtful.insert(&file.source());
        }
    }
    std::erase_if(diagnostics, [&](const Diagnostic &diagnostic) {
        return doubtful.contains(diagnostic.range.file) && diagnostic.code != "hcl.syntax" &&
               (diagnostic.code.starts_with("reference.") || diagnostic.code.starts_with("evaluation") ||
                diagnostic.code.starts_with("schema."));
    });
}

// What is said about a reference need not be said again about its value.
static void dropEchoes(std::vector<Diagnostic> &diagnostics)
{
    std::map<std::pair<const hcl::SourceFile *, std::uint32_t>, const Diagnostic *> references;
    for (const Diagnostic &diagnostic : diagnostics) {
        if (diagnostic.code.starts_with("reference.") || diagnostic.code.ends_with(".reserved"))
            references.emplace(std::pair(diagnostic.range.file, diagnostic.range.start), &diagnostic);
    }
    std::vector<Diagnostic> kept;
    for (const Diagnostic &diagnostic : diagnostics) {
        const bool isEcho = (diagnostic.code == "evaluation" || diagnostic.code.starts_with("schema.")) &&
                            references.contains({diagnostic.range.file, diagnostic.range.start});
        if (!isEcho)
            kept.push_back(diagnostic);
    }
    diagnostics = std::move(kept);
}

// Ephemeral values may not be kept, so they may stand only where nothing is.
static void addEphemeralUse(const Evaluation &evaluation, const SchemaCatalogue &schemas,
                            std::vector<Diagnostic> &diagnostics)
{
    for (const ResourceInstance &instance : evaluation.resources()) {
        if (instance.address().mode == ResourceMode::Ephemeral || !instance.attributes().is(hcl::Kind::Object))
            continue;
        const Module &module = *instance.module().node().module;
        const std::uint32_t at = module.resource(instance.address().localText());
        const std::shared_ptr<const ObjectSchema> schema =
            at == Module::none ? nullptr : schemaOf(schemas, module, module.resources()[at]);
        if (!schema)
            continue;
        for (const hcl::Field &field : instance.attributes().fields()) {
            if (!module.resources()[at].content.attribute(field.name))
                continue;
            const AttributeSchema *attribute = schema->block.attribute(field.name);
            if (attribute == nullptr || attribute->isWriteOnly || !field.value.deepMarks().isEphemeral())
                continue;
            diagnostics.push_back({DiagnosticSeverity::Error,
                                   "ephemeral.use",
                                   "Invalid use of ephemeral value",
                                   "Ephemeral values are not valid for \"" + field.name +
                                       "\", because it is not a write-only attribute and must be persisted to state.",
                                   {},
                                   instance.sourceRange(AttributePath().name(field.name)),
                                   {}});
        }
    }
}

// The caller's schemas and those of the built-in provider.
static CombinedSchemas schemasOf(const ValidationOptions &options)
{
    std::vector<std::shared_ptr<const SchemaCatalogue>> all;
    if (options.schemas)
        all.push_back(options.schemas);
    all.push_back(builtinSchemas());
    return CombinedSchemas(std::move(all));
}

static void count(Validation &validation)
{
    validation.errors = validation.warnings = 0;
    for (const Diagnostic &diagnostic : validation.diagnostics)
        ++(diagnostic.severity == DiagnosticSeverity::Error ? validation.errors : validation.warnings);
}

Result<Validation> validate(const Configuration &configuration, const ValidationOptions &options, const Task &task)
{
    const CombinedSchemas schemas = schemasOf(options);
    Validation validation{configuration, {}, {}, {}, {}, 0, 0};
    EvaluationOptions wanted;
    wanted.knowledge = options.values == ValidationOptions::Values::Unknown ? EvaluationOptions::Knowledge::Validation
                                                                            : EvaluationOptions::Knowledge::Plan;
    const Result<Evaluation> evaluation = evaluate(configuration, wanted, task);
    if (!evaluation)
        return failure(evaluation.error());
    validation.diagnostics = evaluation->diagnostics();
    std::vector<Diagnostic> found = checkAgainstSchema(*evaluation, schemas);
    validation.diagnostics.insert(validation.diagnostics.end(), std::make_move_iterator(found.begin()),
                                  std::make_move_iterator(found.end()));
    addEphemeralUse(*evaluation, schemas, validation.diagnostics);
    found = checkBySchemas(configuration, schemas);
    validation.diagnostics.insert(validation.diagnostics.end(), std::make_move_iterator(found.begin()),
                                  std::make_move_iterator(found.end()));
    found = checkProvisioners(*evaluation);
    validation.diagnostics.insert(validation.diagnostics.end(), std::make_move_iterator(found.begin()),
                                  std::make_move_iterator(found.end()));
    // The graph names every circle, with its path.
    std::erase_if(validation.diagnostics,
                  [](const Diagnostic &diagnostic) { return diagnostic.code == "reference.cycle"; });
    addCycles(configuration, validation.diagnostics);
    dropDoubtful(configuration, validation.diagnostics);
    dropEchoes(validation.diagnostics);
    tidy(validation.diagnostics);
    validation.hints = unusedDeclarations(configuration);
    count(validation);
    return validation;
}

Result<Validation> validate(const std::filesystem::path &path, const ValidationOptions &options, const Task &task)
{
    const Result<Configuration> configuration = load(path, options.load, task);
    if (!configuration)
        return failure(configuration.error());
    Result<Validation> validation = validate(*configuration, options, task);
    const DiskFiles disk;
    const FileSource &files = options.load.files != nullptr ? *options.load.files : disk;
    if (!validation || options.tests == ValidationOptions::Tests::LeftOut || !files.isDirectory(files.canonical(path)))
        return validation;
    Result<TestValidation> tests = validateTests(*configuration, options, task);
    if (!tests)
        return failure(tests.error());
    validation->tests = std::move(tests->suite);
    validation->testModules = std::move(tests->modules);
    validation->diagnostics.insert(validation->diagnostics.end(), std::make_move_iterator(tests->diagnostics.begin()),
                                   std::make_move_iterator(tests->diagnostics.end()));
    tidy(validation->diagnostics);
    count(*validation);
    return validation;
}

std::string render(const Diagnostic &diagnostic)
{
    const hcl::Severity severity =
        diagnostic.severity == DiagnosticSeverity::Error ? hcl::Severity::Error : hcl::Severity::Warning;
    if (diagnostic.range)
        return hcl::render({severity,
                            diagnostic.summary,
                            diagnostic.detail,
                            {diagnostic.range.start, diagnostic.range.end},
                            diagnostic.hint},
                           *diagnostic.range.file);
    std::string text = severity == hcl::Severity::Error ? "error: " : "warning: ";
    text += (diagnostic.fileName.empty() ? "" : diagnostic.fileName + ": ") + diagnostic.summary + "\n";
    for (const std::string &line : {diagnostic.detail, diagnostic.hint})
        text += line.empty() ? "" : line + "\n";
    return text;
}

} // namespace drydock::terraform
