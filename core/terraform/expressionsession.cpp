// SPDX-License-Identifier: MIT
#include "core/terraform/expressionsession.h"

#include "core/hcl/function.h"
#include "core/hcl/literal.h"
#include "core/terraform/checks.h"
#include "core/terraform/configurationevaluator.h"
#include "core/terraform/evaluationdata.h"
#include "core/terraform/modulescope.h"
#include "core/terraform/references.h"
#include "core/terraform/schemacatalogue.h"
#include "core/terraform/schemarules.h"

#include <chrono>
#include <utility>

namespace drydock::terraform {

struct ExpressionSession::Data
{
    Data(const Configuration &configuration, const ConfigurationData &data, Options options, const Task &start)
        : task(start)
        , evaluation(configuration)
        , evaluator(data, EvaluationOptions(), evaluation, task)
        , functions(options.functions != nullptr ? *options.functions : hcl::FunctionTable::standard())
        , impureFunctions(options.impureFunctions)
        , started(std::chrono::system_clock::now())
    {
    }

    Task task;
    EvaluationData evaluation;
    ConfigurationEvaluator evaluator;
    hcl::FunctionTable functions;
    hcl::ImpureFunctions impureFunctions;
    std::chrono::system_clock::time_point started;
    std::vector<Diagnostic> diagnostics;
};

/// Present so that `type` inside of an expression gets the message that says what is wrong.
static hcl::Function typeFunction()
{
    hcl::Function function;
    function.name = "type";
    function.description = "Tells the type of a value; only in a console, and only as the whole expression.";
    function.parameters = {{"value", hcl::Type(), hcl::Accepts::Everything, "the expression to tell the type of"}};
    function.lazy = [](hcl::LazyCall &) -> hcl::CallResult {
        return hcl::callError("the console-only \"type\" function cannot be used as part of an expression");
    };
    return function;
}

ExpressionSession::ExpressionSession(std::unique_ptr<Data> data)
    : m_data(std::move(data))
{
}

ExpressionSession::ExpressionSession(ExpressionSession &&other) noexcept = default;
ExpressionSession &ExpressionSession::operator=(ExpressionSession &&other) noexcept = default;
ExpressionSession::~ExpressionSession() = default;

Result<ExpressionSession> ExpressionSession::start(const Configuration &configuration, Options options,
                                                   const Task &task)
{
    auto data = std::make_unique<Data>(configuration, *configuration.m_data, options, task);
    if (Result<> done = data->evaluator.run(); !done)
        return failure(done.error());
    data->functions.add(typeFunction());
    addProviderFunctions(*configuration.root().module, data->functions);
    data->diagnostics = configuration.diagnostics();
    data->diagnostics.insert(data->diagnostics.end(), data->evaluation.diagnostics.begin(),
                             data->evaluation.diagnostics.end());
    tidy(data->diagnostics);
    return ExpressionSession(std::move(data));
}

const std::vector<Diagnostic> &ExpressionSession::diagnostics() const
{
    return m_data->diagnostics;
}

const hcl::FunctionTable &ExpressionSession::functions() const
{
    return m_data->functions;
}

/// The argument of `type(...)` where that is the whole expression.
static hcl::Expression typeArgument(const hcl::Expression &expression)
{
    const hcl::Expression call = expression.unwrapped();
    if (call.kind() != hcl::ExpressionKind::Call || call.functionName() != "type" || call.expandsLast())
        return {};
    hcl::Expression only;
    for (const hcl::Expression argument : call.arguments()) {
        if (only)
            return {};
        only = argument;
    }
    return only;
}

/// Names that the module does not declare, which the evaluation itself takes for unknown.
static void checkNames(const Module &module, const hcl::Expression &expression,
                       std::vector<hcl::Diagnostic> &diagnostics)
{
    std::vector<Diagnostic> found;
    checkReferences(module, referencesIn(expression), Extent::Directory, found);
    checkProviderCalls(*expression.tree(), module, *builtinSchemas(), found);
    for (Diagnostic &diagnostic : found)
        diagnostics.push_back({hcl::Severity::Error,
                               std::move(diagnostic.summary),
                               std::move(diagnostic.detail),
                               {diagnostic.range.start, diagnostic.range.end},
                               std::move(diagnostic.hint)});
}

ExpressionSession::Outcome ExpressionSession::evaluate(std::string expression, std::string name)
{
    Outcome outcome;
    // A heredoc ends with a whole line.
    if (expression.find('\n') != std::string::npos && !expression.ends_with('\n'))
        expression += '\n';
    outcome.parsed = hcl::parseExpression(hcl::SourceFile(std::move(name), std::move(expression)));
    outcome.diagnostics = outcome.parsed.diagnostics;
    outcome.value = hcl::Value::unknown();
    if (!outcome.parsed.ok())
        return outcome;
    const hcl::Expression root = outcome.parsed.expression();
    ModuleInstanceData &module = m_data->evaluation.moduleData.front();
    checkNames(*module.node->module, root, outcome.diagnostics);
    if (!outcome.ok())
        return outcome;
    const hcl::Expression asked = typeArgument(root);
    const ModuleScope scope(m_data->evaluator, module);
    hcl::EvaluationContext context = m_data->evaluator.context();
    context.scope = &scope;
    context.functions = &m_data->functions;
    context.impureFunctions = m_data->impureFunctions;
    context.planTime = std::chrono::duration_cast<std::chrono::seconds>(m_data->started.time_since_epoch()).count();
    outcome.value = hcl::evaluate(asked ? asked : root, context, outcome.diagnostics);
    if (asked && outcome.ok())
        outcome.type = outcome.value.type();
    return outcome;
}

std::string ExpressionSession::Outcome::text() const
{
    return type ? hcl::toSource(*type) : hcl::toSource(value, hcl::Layout::Indented);
}

} // namespace drydock::terraform
