// SPDX-License-Identifier: MIT
#include "core/terraform/variablevalues.h"

#include "core/hcl/jsonsyntax.h"
#include "core/terraform/suggestion.h"

#include <utility>

namespace drydock::terraform {

namespace fs = std::filesystem;

namespace {

class ValueReader
{
public:
    ValueReader(const FileSource &files, ConfigurationData &data)
        : m_files(files)
        , m_data(data)
        , m_module(*data.root->module)
    {
    }

    void readFile(const fs::path &file)
    {
        // Empty where one of them is relative to the current folder.
        const fs::path relative = file.lexically_relative(m_data.base);
        const std::string name = (relative.empty() ? file : relative).generic_string();
        Result<std::string> text = m_files.read(file);
        if (!text)
            report(DiagnosticSeverity::Error, "variables.file", "Variable file not read", text.error().message, {},
                   name);
        else
            readValues(hcl::SourceFile(name, *std::move(text)));
    }

    void readText(const std::string &name, const std::string &text)
    {
        const std::uint32_t at = m_module.variable(name);
        if (at == Module::none) {
            undeclared(name, {}, "the given values");
            return;
        }
        const Variable &variable = m_module.variables()[at];
        if (variable.typeText.empty() || variable.type.type().isPrimitive()) {
            m_data.values[name] = {{}, hcl::Value::string(text), {}};
            return;
        }
        hcl::ParsedFile parsed = hcl::parseExpression(hcl::SourceFile("<value for var." + name + ">", text));
        add(name, {parsed.expression(), {}, {}});
        keep(std::move(parsed));
    }

private:
    void readValues(hcl::SourceFile source)
    {
        // A file of any name is taken; only the ending .json decides its syntax.
        hcl::ParsedFile parsed =
            source.name().ends_with(".json")
                ? hcl::parseJson(std::move(source), *hcl::argumentsOnly(hcl::StringMeaning::Verbatim))
                : hcl::parse(std::move(source));
        for (const hcl::BodyItem item : parsed.body().items()) {
            if (const hcl::Attribute attribute = item.attribute())
                addDeclared(std::string(attribute.name()), {attribute.value(), {}, rangeOf(attribute)},
                            parsed.source().name());
            else
                report(DiagnosticSeverity::Error, "variables.block", "Unexpected block",
                       "A variable file has only values: name = value.", rangeOf(item), {});
        }
        keep(std::move(parsed));
    }

    void addDeclared(const std::string &name, GivenValue value, const std::string &place)
    {
        if (m_module.variable(name) == Module::none)
            undeclared(name, value.range, place);
        else
            add(name, std::move(value));
    }

    void add(const std::string &name, GivenValue value) { m_data.values[name] = std::move(value); }

    void keep(hcl::ParsedFile parsed)
    {
        for (const hcl::Diagnostic &diagnostic : parsed.diagnostics) {
            const bool isError = diagnostic.severity == hcl::Severity::Error;
            m_data.diagnostics.push_back({isError ? DiagnosticSeverity::Error : DiagnosticSeverity::Warning,
                                          "hcl.syntax",
                                          diagnostic.summary,
                                          diagnostic.detail,
                                          diagnostic.hint,
                                          {&parsed.source(), diagnostic.range.start, diagnostic.range.end},
                                          {}});
        }
        m_data.valueFiles.push_back(std::move(parsed));
    }

    void undeclared(const std::string &name, SourceRange range, const std::string &place)
    {
        std::vector<std::string> names;
        for (const Variable &variable : m_module.variables())
            names.push_back(variable.name);
        m_data.diagnostics.push_back({DiagnosticSeverity::Warning, "variables.undeclared",
                                      "Value for undeclared variable",
                                      "The root module has no variable \"" + name + "\".", didYouMean(name, names),
                                      range, range ? std::string() : place});
    }

    void report(DiagnosticSeverity severity, std::string code, std::string summary, std::string detail,
                SourceRange range, std::string file)
    {
        m_data.diagnostics.push_back(
            {severity, std::move(code), std::move(summary), std::move(detail), {}, range, std::move(file)});
    }

    const FileSource &m_files;
    ConfigurationData &m_data;
    const Module &m_module;
};

} // namespace

static bool isAutomatic(std::string_view name)
{
    return name.ends_with(".auto.tfvars") || name.ends_with(".auto.tfvars.json");
}

void readVariableValues(const FileSource &files, ConfigurationData &data)
{
    ValueReader reader(files, data);
    for (const char *name : {"terraform.tfvars", "terraform.tfvars.json"}) {
        if (data.extent == Extent::Directory && files.isFile(data.directory / name))
            reader.readFile(data.directory / name);
    }
    if (data.extent == Extent::Directory) {
        const Result<std::vector<FileSource::Entry>> entries = files.list(data.directory);
        for (const FileSource::Entry &entry : entries.value_or(std::vector<FileSource::Entry>())) {
            if (!entry.isDirectory && isAutomatic(entry.name))
                reader.readFile(data.directory / entry.name);
        }
    }
    for (const fs::path &file : data.options.variableFiles)
        reader.readFile(files.canonical(file));
    for (const auto &[name, text] : data.options.variableValues)
        reader.readText(name, text);
}

} // namespace drydock::terraform
