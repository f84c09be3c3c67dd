// SPDX-License-Identifier: MIT
#include "tests/terraform/sample.h"

#include "core/hcl/literal.h"
#include "core/hcl/source.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <stdexcept>

namespace drydock::terraform::test {

static std::map<std::filesystem::path, std::string> below(const Files &files)
{
    std::map<std::filesystem::path, std::string> all;
    for (const auto &[name, text] : files)
        all.emplace("/work/" + name, text);
    return all;
}

Sample::Sample(const Files &files, LoadOptions options)
    : m_files(std::make_unique<MemoryFiles>(below(files)))
{
    options.files = m_files.get();
    Result<Configuration> configuration = load("/work", options, Task{});
    if (!configuration)
        throw std::runtime_error(configuration.error().text());
    m_configuration = std::make_unique<Configuration>(*std::move(configuration));
    Result<Evaluation> evaluation = evaluate(*m_configuration, Task{});
    if (!evaluation)
        throw std::runtime_error(evaluation.error().text());
    m_evaluation = std::make_unique<Evaluation>(*std::move(evaluation));
}

Sample::Sample(const char *text)
    : Sample(Files{{"main.tf", text}})
{
}

std::string show(const hcl::Value &value)
{
    return hcl::toSource(value);
}

std::string Sample::output(std::string_view name) const
{
    const hcl::Value *value = m_evaluation->root().output(name);
    return value != nullptr ? show(*value) : "-";
}

std::string Sample::origins(std::string_view name) const
{
    const hcl::Value *value = m_evaluation->root().output(name);
    std::string text;
    const hcl::Marks marks = value != nullptr ? value->deepMarks() : hcl::Marks();
    for (const std::string &origin : marks.origins())
        text += (text.empty() ? "" : " ") + origin;
    return text;
}

const ResourceInstance &Sample::resource(std::string_view address) const
{
    const ResourceInstance *found = m_evaluation->find(address);
    if (found == nullptr)
        throw std::runtime_error("no resource " + std::string(address));
    return *found;
}

std::string Sample::attribute(std::string_view address, std::string_view name) const
{
    const hcl::Value *value = resource(address).attributes().find(name);
    return value != nullptr ? show(*value) : "-";
}

std::vector<std::string> Sample::addresses() const
{
    std::vector<std::string> out;
    for (const ResourceInstance &resource : m_evaluation->resources())
        out.push_back(resource.addressText());
    return out;
}

std::vector<std::string> Sample::diagnostics() const
{
    std::vector<std::string> out;
    for (const Diagnostic &diagnostic : m_evaluation->diagnostics()) {
        const SourceRange &range = diagnostic.range;
        out.push_back(diagnostic.code + "@" +
                      (range ? range.file->name() + ":" + std::to_string(range.file->position(range.start).line)
                             : diagnostic.fileName));
    }
    return out;
}

Diagnostic Sample::diagnostic(std::string_view code) const
{
    for (const Diagnostic &diagnostic : m_evaluation->diagnostics()) {
        if (diagnostic.code == code)
            return diagnostic;
    }
    ADD_FAILURE() << "no diagnostic " << code;
    return {};
}

std::string where(const SourceRange &range)
{
    if (!range)
        return "-";
    const std::string_view text = range.file->text({range.start, range.end});
    return range.file->name() + ":" + std::to_string(range.file->position(range.start).line) + ": " +
           std::string(text.substr(0, text.find('\n')));
}

} // namespace drydock::terraform::test
