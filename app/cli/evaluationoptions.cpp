// SPDX-License-Identifier: MIT
#include "app/cli/evaluationoptions.h"

#include "app/cli/command.h"
#include "app/cli/commandoptions.h"
#include "app/cli/consoletask.h"
#include "app/wiring/schemas.h"
#include "app/wiring/workspacemodules.h"
#include "core/hcl/diagnostic.h"
#include "core/hcl/function.h"

#include <ostream>

namespace drydock::cli {

void EvaluationOptions::declare(CommandOptions options)
{
    options.add("--dir", directory, "The configuration whose names can be used").showDefault();
    options.add("--var-file", variableFiles, "Values of variables: a *.tfvars or *.tfvars.json file; repeatable");
    options.add("--var", variables, "NAME=VALUE: the value of a variable; repeatable");
    options.add("--language", language, "Whose functions there are: terraform or opentofu")
        .choices({"terraform", "opentofu"})
        .showDefault();
    workspace.declare(options, "Workspace whose published modules are seen, and whose provider schemas files in JSON "
                               "syntax are read with");
}

static void print(std::ostream &out, const terraform::Diagnostic &diagnostic)
{
    if (diagnostic.range) {
        const hcl::Diagnostic located{
            diagnostic.severity == terraform::DiagnosticSeverity::Error ? hcl::Severity::Error : hcl::Severity::Warning,
            diagnostic.summary,
            diagnostic.detail,
            {diagnostic.range.start, diagnostic.range.end},
            diagnostic.hint};
        out << hcl::render(located, *diagnostic.range.file);
        return;
    }
    out << (diagnostic.severity == terraform::DiagnosticSeverity::Error ? "error: " : "warning: ")
        << Error{diagnostic.code, diagnostic.summary + ": " + diagnostic.detail, diagnostic.fileName, diagnostic.hint}
               .text()
        << '\n';
}

Result<terraform::LoadOptions> EvaluationOptions::loading()
{
    terraform::LoadOptions options;
    options.variableFiles.assign(variableFiles.begin(), variableFiles.end());
    for (const std::string &variable : variables) {
        const std::size_t equals = variable.find('=');
        if (equals == 0 || equals == std::string::npos)
            return failure("eval.variable", "\"" + variable + "\" is no NAME=VALUE.", "--var",
                           "Write for example --var region=eu-west-1.");
        options.variableValues.emplace_back(variable.substr(0, equals), variable.substr(equals + 1));
    }
    auto schemas = wiring::schemasFor(workspace.folder(), directory);
    if (!schemas)
        return failure(schemas.error());
    m_schemas = *std::move(schemas);
    m_modules = wiring::workspaceModules(workspace.folder());
    options.schemas = m_schemas.get();
    options.resolver = m_modules.get();
    return options;
}

Result<terraform::ExpressionSession> EvaluationOptions::start(Console &console)
{
    const auto options = loading();
    if (!options)
        return failure(options.error());
    const Task task = consoleTask(console);
    const auto configuration = terraform::load(directory, *options, task);
    if (!configuration)
        return failure(configuration.error());
    for (const terraform::Diagnostic &diagnostic : configuration->diagnostics())
        if (diagnostic.code == "variables.file")
            return failure(diagnostic.code, diagnostic.summary + ": " + diagnostic.detail, diagnostic.fileName,
                           "Check the path behind --var-file.");
    terraform::ExpressionSession::Options how;
    if (language == "opentofu")
        how.functions = &hcl::FunctionTable::openTofu();
    auto session = terraform::ExpressionSession::start(*configuration, how, task);
    clearProgress(console);
    if (session)
        for (const terraform::Diagnostic &diagnostic : session->diagnostics())
            print(console.err, diagnostic);
    return session;
}

} // namespace drydock::cli
