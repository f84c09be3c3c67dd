// SPDX-License-Identifier: MIT
#include "core/generator/generator.h"

#include "core/generator/generatordata.h"
#include "core/generator/generatorreader.h"
#include "core/generator/rendering.h"
#include "core/hcl/conversion.h"
#include "core/hcl/diagnostic.h"
#include "core/hcl/operations.h"
#include "core/hcl/scope.h"
#include "core/hcl/suggestion.h"

#include <algorithm>

namespace drydock::generator {

using hcl::Field;
using hcl::Fields;
using hcl::Value;

Generator::Generator(std::shared_ptr<const Data> data)
    : m_data(std::move(data))
{
}

Result<Generator> Generator::load(const std::filesystem::path &folder)
{
    return GeneratorReader::read(folder);
}

const GeneratorInfo &Generator::info() const
{
    return m_data->info;
}

const std::vector<Step> &Generator::steps() const
{
    return m_data->steps;
}

const std::filesystem::path &Generator::folder() const
{
    return m_data->folder;
}

const Input *Generator::input(std::string_view name) const
{
    for (const Step &step : m_data->steps)
        for (const Input &input : step.inputs)
            if (input.name == name)
                return &input;
    return nullptr;
}

Fields Generator::defaults() const
{
    Fields fields;
    for (const Step &step : m_data->steps)
        for (const Input &input : step.inputs)
            fields.push_back({input.name, input.initial});
    return fields;
}

static const Value *findValue(const Fields &values, std::string_view name)
{
    const auto found = std::ranges::find(values, name, &Field::name);
    return found != values.end() ? &found->value : nullptr;
}

/// What conditions and templates see: given values converted to their types, defaults for the rest. An empty text
/// counts as nothing given.
static Fields effective(const std::vector<Step> &steps, const Fields &values)
{
    Fields fields;
    for (const Step &step : steps)
        for (const Input &input : step.inputs) {
            const Value *given = findValue(values, input.name);
            auto converted = hcl::convert(given != nullptr ? *given : input.initial, valueType(input.type));
            const bool usable = converted && converted->isWhollyKnown();
            Value value = usable ? *converted : input.initial;
            const bool text = value.is(hcl::Kind::String) && value.asString().empty();
            fields.push_back({input.name, text ? Value::null(hcl::Type::string()) : std::move(value)});
        }
    return fields;
}

static hcl::Truth holds(const Condition &condition, const Fields &values, const hcl::FunctionTable &functions)
{
    const hcl::VariableScope scope(values);
    hcl::EvaluationContext context;
    context.scope = &scope;
    context.functions = &functions;
    context.traversal = hcl::Traversal::Lenient;
    std::vector<hcl::Diagnostic> diagnostics;
    const Value result = hcl::evaluate(condition.parsed.expression(), context, diagnostics);
    if (!diagnostics.empty())
        return hcl::Truth::Unknown;
    return hcl::truth(result).value_or(hcl::Truth::False);
}

bool Generator::applies(const Input &input, const Fields &values) const
{
    const auto condition = m_data->conditions.find(input.name);
    if (condition == m_data->conditions.end())
        return true;
    return holds(condition->second, effective(m_data->steps, values), m_data->functions) == hcl::Truth::True;
}

static void checkValue(const Input &input, const Value &given, std::vector<InputProblem> &problems)
{
    auto converted = hcl::convert(given, valueType(input.type));
    std::string problem;
    if (!converted)
        problem = "A value of type " + std::string(inputTypeName(input.type)) +
                  " is needed: " + converted.error().message + ".";
    else if (!converted->isWhollyKnown())
        problem = "The value is not known.";
    else if (isEmpty(*converted))
        problem = input.need == Need::Required ? input.label + " is required." : "";
    else
        problem = problemOf(input, *converted);
    if (!problem.empty())
        problems.push_back({input.name, problem});
}

std::vector<InputProblem> Generator::validateInputs(const Fields &values) const
{
    std::vector<InputProblem> problems;
    std::vector<std::string> names;
    const Fields known = effective(m_data->steps, values);
    for (const Step &step : m_data->steps)
        for (const Input &input : step.inputs) {
            names.push_back(input.name);
            const auto condition = m_data->conditions.find(input.name);
            const bool asked = condition == m_data->conditions.end() ||
                               holds(condition->second, known, m_data->functions) == hcl::Truth::True;
            const Value *given = findValue(values, input.name);
            if (asked)
                checkValue(input, given != nullptr ? *given : input.initial, problems);
        }
    for (const Field &field : values)
        if (input(field.name) == nullptr)
            problems.push_back(
                {field.name, "There is no input `" + field.name + "`. " + hcl::suggestion(field.name, names)});
    if (!problems.empty())
        return problems;
    for (const CrossRule &rule : m_data->rules)
        if (holds(rule.require, known, m_data->functions) == hcl::Truth::False)
            problems.push_back({rule.input, rule.message});
    return problems;
}

Result<std::vector<RenderedFile>> Generator::render(const Fields &values, const Task &task) const
{
    const auto problems = validateInputs(values);
    if (!problems.empty()) {
        std::string message;
        for (const InputProblem &problem : problems)
            message +=
                (message.empty() ? "" : "\n") + (problem.input.empty() ? "" : problem.input + ": ") + problem.message;
        return failure("generator.input", message, m_data->info.slug);
    }
    Fields known = effective(m_data->steps, values);
    const GeneratorInfo &info = m_data->info;
    known.push_back({"generator", Value::object({{"slug", Value::string(info.slug)},
                                                 {"title", Value::string(info.title)},
                                                 {"version", Value::string(info.version)}})});
    std::vector<RenderedFile> files;
    for (const FileSpecification &file : m_data->files) {
        if (auto ok = task.check(); !ok)
            return tl::unexpected(ok.error());
        task.report(static_cast<double>(files.size()) / static_cast<double>(m_data->files.size()), file.path);
        if (file.when && holds(*file.when, known, m_data->functions) != hcl::Truth::True)
            continue;
        auto rendered = renderFile(*m_data, file, known);
        if (!rendered)
            return tl::unexpected(rendered.error());
        if (std::ranges::find(files, rendered->path, &RenderedFile::path) != files.end())
            return failure("generator.output", "Two files have the path " + rendered->path + ".",
                           (m_data->folder / "generator.yaml").string() + ":" + std::to_string(file.line));
        files.push_back(std::move(*rendered));
    }
    return files;
}

} // namespace drydock::generator
