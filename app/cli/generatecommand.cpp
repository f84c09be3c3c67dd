// SPDX-License-Identifier: MIT
#include "app/cli/generatecommand.h"

#include "app/cli/consoletask.h"
#include "app/cli/documents.h"
#include "app/cli/texttable.h"
#include "app/wiring/services.h"
#include "core/base/datadirectory.h"
#include "core/base/sha256.h"
#include "core/generator/generatorcatalog.h"
#include "core/hcl/json.h"
#include "core/hcl/suggestion.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>
#include <set>

namespace drydock::cli {

using generator::Generator;
using generator::GeneratorCatalog;
using generator::GeneratorInfo;
using generator::Input;
using nlohmann::ordered_json;

void GenerateCommand::configure(CommandOptions options)
{
    const CommandOption slug = options.add("generator", m_slug, "Which generator, for example aws-s3-baseline");
    options.add("--set", m_settings, "NAME=VALUE, once for each answer; lists as a,b and maps as a=1,b=2");
    options.add("--output", m_output, "Folder that the files are written to");
    options.add("--project", m_project, "Project whose library keeps the files as a new version");
    options.add("--asset", m_asset, "Name of the library asset; the generator's name when left out");
    options.addFlag("--force", m_force, "Replace files that are there with other content");
    const CommandOption list = options.addFlag("--list", m_list, "Show all generators");
    const CommandOption describe = options.add("--describe", m_described, "Show the questions of a generator");
    list.excludes(slug).excludes(describe);
    describe.excludes(slug);
    m_options.declare(options);
}

int GenerateCommand::run(Console &console)
{
    const auto data = dataDirectory();
    if (!data)
        return report(console, data.error());
    const auto catalog = GeneratorCatalog::load(*data / "templates");
    if (!catalog)
        return report(console, catalog.error());
    if (m_list)
        return list(console, *catalog);
    const std::string &wanted = m_described.empty() ? m_slug : m_described;
    if (wanted.empty())
        return report(console,
                      {"cli.arguments", "No generator is named.", {}, "See them with `drydockctl generate --list`."});
    const auto generator = catalog->require(wanted);
    if (!generator)
        return report(console, generator.error());
    return m_described.empty() ? generate(console, *generator) : describe(console, *generator);
}

static ordered_json document(const GeneratorInfo &info)
{
    return {{"slug", info.slug},       {"title", info.title},     {"provider", info.provider},
            {"service", info.service}, {"summary", info.summary}, {"version", info.version},
            {"tags", info.tags},       {"article", info.article}};
}

int GenerateCommand::list(Console &console, const GeneratorCatalog &catalog) const
{
    if (m_options.json()) {
        ordered_json all = ordered_json::array();
        for (const Generator &generator : catalog.generators())
            all.push_back(document(generator.info()));
        console.out << documentText(ordered_json{{"generators", all}});
        return Success;
    }
    TextTable table({Align::Left, Align::Left, Align::Left});
    for (const Generator &generator : catalog.generators())
        table.add({generator.info().slug, generator.info().version, generator.info().title});
    table.print(console.out);
    return Success;
}

static ordered_json jsonOf(const hcl::Value &value)
{
    const auto text = hcl::toJson(value);
    return text ? ordered_json::parse(*text, nullptr, false) : ordered_json();
}

static ordered_json document(const Input &input)
{
    ordered_json result{{"name", input.name},
                        {"label", input.label},
                        {"help", input.help},
                        {"type", generator::inputTypeName(input.type)},
                        {"required", input.need == generator::Need::Required},
                        {"default", jsonOf(input.initial)}};
    ordered_json choices = ordered_json::array();
    for (const generator::Choice &choice : input.choices)
        choices.push_back({{"value", choice.value}, {"label", choice.label}, {"help", choice.help}});
    if (!choices.empty())
        result["choices"] = choices;
    for (const auto &[key, text] : {std::pair{"placeholder", &input.placeholder}, std::pair{"pattern", &input.pattern},
                                    std::pair{"message", &input.message}, std::pair{"when", &input.when}})
        if (!text->empty())
            result[key] = *text;
    if (input.minimum)
        result["min"] = jsonOf(hcl::Value::number(*input.minimum));
    if (input.maximum)
        result["max"] = jsonOf(hcl::Value::number(*input.maximum));
    return result;
}

static ordered_json stepsOf(const Generator &generator)
{
    ordered_json steps = ordered_json::array();
    for (const generator::Step &step : generator.steps()) {
        ordered_json inputs = ordered_json::array();
        for (const Input &input : step.inputs)
            inputs.push_back(document(input));
        steps.push_back({{"id", step.id}, {"title", step.title}, {"help", step.help}, {"inputs", inputs}});
    }
    return steps;
}

static std::string allowed(const Input &input)
{
    std::string text(generator::inputTypeName(input.type));
    for (const generator::Choice &choice : input.choices)
        text += (&choice == &input.choices.front() ? ": " : "|") + choice.value;
    if (input.minimum || input.maximum)
        text +=
            " " + (input.minimum ? input.minimum->text() : "") + ".." + (input.maximum ? input.maximum->text() : "");
    return text;
}

int GenerateCommand::describe(Console &console, const Generator &generator) const
{
    const GeneratorInfo &info = generator.info();
    if (m_options.json()) {
        ordered_json result = document(info);
        result["steps"] = stepsOf(generator);
        console.out << documentText(result);
        return Success;
    }
    console.out << info.title << " (" << info.slug << ' ' << info.version << ")\n" << info.summary << '\n';
    for (const generator::Step &step : generator.steps()) {
        console.out << '\n' << step.title << '\n';
        TextTable table({Align::Left, Align::Left, Align::Left, Align::Left});
        for (const Input &input : step.inputs) {
            const std::string value = generator::inputText(input, input.initial);
            const bool required = input.need == generator::Need::Required && value.empty();
            table.add({"  " + input.name, allowed(input), required ? "required" : "= " + value, input.help});
        }
        table.print(console.out);
    }
    return Success;
}

/// `--set` texts as values of their inputs.
static Result<hcl::Fields> readSettings(const Generator &generator, const std::vector<std::string> &settings)
{
    hcl::Fields values = generator.defaults();
    std::vector<std::string> names;
    for (const hcl::Field &field : values)
        names.push_back(field.name);
    std::set<std::string> given;
    for (const std::string &setting : settings) {
        const std::size_t equals = setting.find('=');
        if (equals == std::string::npos || equals == 0)
            return failure("cli.arguments", "`--set " + setting + "` is no NAME=VALUE.", {},
                           "Write for example --set environment=prod.");
        const std::string name = setting.substr(0, equals);
        const Input *input = generator.input(name);
        if (input == nullptr)
            return failure("generator.value",
                           "The generator " + generator.info().slug + " has no input `" + name + "`.", {},
                           hcl::suggestion(name, names) + (hcl::suggestion(name, names).empty() ? "" : " ") +
                               "See them with `drydockctl generate --describe " + generator.info().slug + "`.");
        if (!given.insert(name).second)
            return failure("cli.arguments", "`" + name + "` is set twice.", {}, "Keep one --set for each input.");
        auto value = generator::parseInput(*input, std::string_view(setting).substr(equals + 1));
        if (!value)
            return tl::unexpected(value.error());
        std::ranges::find(values, name, &hcl::Field::name)->value = *value;
    }
    return values;
}

Result<> GenerateCommand::save(Console &console, const Generator &generator, const std::string &inputs,
                               const std::vector<generator::RenderedFile> &files, std::string &saved) const
{
    const auto services = wiring::Services::open(m_options.workspace);
    if (!services)
        return tl::unexpected(services.error());
    project::GenerationRequest request;
    request.projectId = m_project;
    request.assetName = m_asset.empty() ? generator.info().slug : m_asset;
    request.generator = generator.info().slug;
    request.inputs = inputs;
    request.description = generator.info().summary;
    request.tags = generator.info().tags;
    for (const generator::RenderedFile &file : files)
        request.files.push_back({file.path, file.text});
    const auto stored = (*services)->generations().save(request, Task{console.stop, {}});
    if (!stored)
        return tl::unexpected(stored.error());
    saved = m_project + "/" + stored->saved.asset.slug + " version " + std::to_string(stored->saved.version.number);
    return {};
}

int GenerateCommand::generate(Console &console, const Generator &generator) const
{
    if (m_output.empty() && m_project.empty())
        return report(console,
                      {"cli.arguments", "No destination is named.", {}, "Add --output DIR or --project SLUG."});
    const auto values = readSettings(generator, m_settings);
    if (!values)
        return report(console, values.error());
    const auto problems = generator.validateInputs(*values);
    for (const generator::InputProblem &problem : problems)
        console.err << "error: " << (problem.input.empty() ? generator.info().slug : problem.input) << ": "
                    << problem.message << '\n';
    if (!problems.empty())
        return Unusable;
    const Task task = consoleTask(console);
    const auto files = generator.render(*values, task);
    clearProgress(console);
    if (!files)
        return report(console, files.error());
    const auto overwrite = m_force ? generator::Overwrite::Replace : generator::Overwrite::Refuse;
    if (const auto written = m_output.empty() ? Result<>() : generator::writeFiles(*files, m_output, overwrite);
        !written)
        return report(console, written.error());
    std::string saved;
    if (!m_project.empty()) {
        const std::string inputs = hcl::toJson(hcl::Value::object(*values)).value_or("{}");
        if (const auto kept = save(console, generator, inputs, *files, saved); !kept)
            return report(console, kept.error());
    }
    ordered_json list = ordered_json::array();
    for (const generator::RenderedFile &file : *files)
        list.push_back({{"path", file.path}, {"size", file.text.size()}, {"sha256", sha256Hex(file.text)}});
    if (m_options.json()) {
        ordered_json result{{"generator", generator.info().slug}, {"version", generator.info().version}};
        if (!m_output.empty())
            result["output"] = m_output;
        if (!saved.empty())
            result["saved"] = saved;
        result["files"] = list;
        console.out << documentText(result);
        return Success;
    }
    for (const generator::RenderedFile &file : *files)
        if (!m_output.empty())
            console.out << m_output << (m_output.ends_with('/') ? "" : "/") << file.path << '\n';
    if (!saved.empty())
        console.out << "Saved as " << saved << '\n';
    return Success;
}

} // namespace drydock::cli
