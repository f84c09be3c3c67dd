// SPDX-License-Identifier: MIT
#include "core/generator/rendering.h"

#include "core/hcl/formatter.h"
#include "core/hcl/json.h"
#include "core/hcl/scope.h"
#include "core/hcl/yaml.h"

#include <algorithm>

namespace drydock::generator {

using hcl::Value;

static Result<std::string> renderText(const Generator::Data &data, const std::string &text, const hcl::Fields &values,
                                      const std::string &name)
{
    const hcl::VariableScope scope(values);
    hcl::EvaluationContext context;
    context.scope = &scope;
    context.functions = &data.functions;
    auto value = hcl::evaluateTemplateText(text, context, name);
    if (!value) {
        value.error().code = "generator.template";
        return tl::unexpected(value.error());
    }
    if (!value->is(hcl::Kind::String))
        return failure("generator.template", "The template gives no fixed text.", name);
    return value->asString();
}

static bool isBlank(std::string_view line)
{
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

static bool opens(std::string_view line)
{
    const std::size_t last = line.find_last_not_of(" \t");
    return last != std::string_view::npos && (line[last] == '{' || line[last] == '[' || line[last] == '(');
}

static bool closes(std::string_view line)
{
    const std::size_t first = line.find_first_not_of(" \t");
    return first != std::string_view::npos && (line[first] == '}' || line[first] == ']' || line[first] == ')');
}

/// Directives leave blank lines behind: none stays at the start, doubled, behind an opening or before a closing
/// bracket.
static std::string tidied(std::string_view text, bool brackets)
{
    std::vector<std::string_view> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string_view line = text.substr(at, end - at);
        line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
        at = end + 1;
        if (isBlank(line) && (lines.empty() || isBlank(lines.back()) || (brackets && opens(lines.back()))))
            continue;
        if (brackets && closes(line) && !lines.empty() && isBlank(lines.back()))
            lines.pop_back();
        lines.push_back(line);
    }
    while (!lines.empty() && isBlank(lines.back()))
        lines.pop_back();
    std::string out;
    for (const std::string_view line : lines)
        out.append(line).append("\n");
    return out;
}

static Result<> checkPath(const std::string &path, const std::string &place)
{
    const std::filesystem::path parts(path);
    const bool bad = path.empty() || parts.is_absolute() || path.find('\\') != std::string::npos ||
                     path.find('\0') != std::string::npos || std::ranges::find(parts, "..") != parts.end();
    if (bad)
        return failure("generator.output", "The path `" + path + "` leaves the destination.", place);
    return {};
}

static Result<> checkText(const RenderedFile &file, const std::string &templateName)
{
    const std::string extension = std::filesystem::path(file.path).extension().string();
    Result<hcl::Value> read = Value();
    if (extension == ".json")
        read = hcl::fromJson(file.text);
    else if (extension == ".yaml" || extension == ".yml")
        read = hcl::fromYaml(file.text);
    if (!read)
        return failure("generator.output", "The template gives a file that cannot be read: " + read.error().message,
                       templateName + " -> " + file.path);
    return {};
}

static Result<std::string> formatted(const std::string &text, const std::string &path, const std::string &templateName)
{
    const hcl::ParsedFile parsed = hcl::parse(hcl::SourceFile(path, text));
    if (parsed.ok())
        return hcl::format(parsed);
    const hcl::Diagnostic &first = parsed.diagnostics.front();
    const hcl::Position position = parsed.source().position(first.range.start);
    return failure("generator.output",
                   "The template gives HCL that does not parse: " + first.summary + " in line " +
                       std::to_string(position.line) + " of the output: `" +
                       std::string(parsed.source().line(position.line)) + "`.",
                   templateName, first.detail);
}

Result<RenderedFile> renderFile(const Generator::Data &data, const FileSpecification &file, const hcl::Fields &values)
{
    const std::string yaml = (data.folder / "generator.yaml").string() + ":" + std::to_string(file.line);
    const std::string templateName = (data.folder / file.templateName).string();
    auto path = renderText(data, file.path, values, yaml);
    if (!path)
        return tl::unexpected(path.error());
    if (auto ok = checkPath(*path, yaml); !ok)
        return tl::unexpected(ok.error());
    auto text = renderText(data, file.templateText, values, templateName);
    if (!text)
        return tl::unexpected(text.error());
    const std::string extension = std::filesystem::path(*path).extension().string();
    const bool isHcl = extension == ".tf" || extension == ".tfvars" || extension == ".hcl";
    RenderedFile result{*path, tidied(*text, isHcl)};
    if (isHcl) {
        auto pretty = formatted(result.text, result.path, templateName);
        if (!pretty)
            return tl::unexpected(pretty.error());
        result.text = std::move(*pretty);
    }
    if (auto ok = checkText(result, templateName); !ok)
        return tl::unexpected(ok.error());
    return result;
}

} // namespace drydock::generator
