// SPDX-License-Identifier: MIT
#include "core/hcl/graphemes.h"
#include "core/hcl/source.h"
#include "core/hcl/tree.h"
#include "core/terraform/module.h"
#include "core/terraform/testfile.h"
#include "core/terraform/validation.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace drydock::terraform {

using Json = nlohmann::ordered_json;

namespace {

/// The header of the outermost block around a place, as `resource "aws_s3_bucket" "logs"`.
Json contextIn(std::span<const hcl::ParsedFile> files, const SourceRange &range)
{
    for (const hcl::ParsedFile &file : files) {
        if (&file.source() != range.file)
            continue;
        for (const hcl::Block block : file.body().blocks()) {
            if (range.start <= block.range().start || range.start >= block.range().end)
                continue;
            std::string text(block.type());
            for (const hcl::Label label : block.labels())
                text += " " + Json(label.value()).dump();
            return text;
        }
    }
    return nullptr;
}

Json contextIn(const Configuration &configuration, const SourceRange &range)
{
    for (const std::shared_ptr<const Module> &module : configuration.modules()) {
        if (Json context = contextIn(module->files(), range); !context.is_null())
            return context;
    }
    return nullptr;
}

Json contextOf(const Validation &validation, const SourceRange &range)
{
    Json context = contextIn(validation.configuration, range);
    if (context.is_null() && validation.tests)
        context = contextIn(validation.tests->files, range);
    for (std::size_t at = 0; context.is_null() && at < validation.testModules.size(); ++at)
        context = contextIn(validation.testModules[at], range);
    return context;
}

Json positionOf(const hcl::SourceFile &file, std::uint32_t offset)
{
    const hcl::Position position = file.position(offset);
    const hcl::ByteRange line = file.lineRange(position.line);
    const std::string_view before = file.text({line.start, std::clamp(offset, line.start, line.end)});
    // Terraform counts what a reader takes for one character.
    const std::size_t column = hcl::countGraphemes(before) + 1;
    return {{"line", position.line}, {"column", column}, {"byte", offset}};
}

// At least one byte is underlined, even where something is missing.
std::uint32_t endOf(const SourceRange &range)
{
    return range.end > range.start ? range.end : std::min(range.start + 1, std::max(range.start, range.file->size()));
}

Json snippetOf(const Validation &validation, const SourceRange &range)
{
    const hcl::SourceFile &file = *range.file;
    const std::uint32_t first = file.position(range.start).line;
    const std::uint32_t end = endOf(range);
    const std::uint32_t last = file.position(std::max(range.start, end - 1)).line;
    const std::uint32_t from = file.lineRange(first).start;
    const std::string_view code = file.text({from, file.lineRange(last).end});
    const auto offset = [&](std::uint32_t at) { return std::min<std::size_t>(at - std::min(at, from), code.size()); };
    return {{"context", contextOf(validation, range)},
            {"code", code},
            {"start_line", first},
            {"highlight_start_offset", offset(range.start)},
            {"highlight_end_offset", std::max(offset(end), offset(range.start))},
            {"values", Json::array()}};
}

Json documentOf(const Validation &validation, const Diagnostic &diagnostic)
{
    std::string detail = diagnostic.detail;
    if (!diagnostic.hint.empty())
        detail += (detail.empty() ? "" : " ") + diagnostic.hint;
    if (!diagnostic.range && !diagnostic.fileName.empty())
        detail = diagnostic.fileName + ": " + detail;
    Json document{{"severity", diagnostic.severity == DiagnosticSeverity::Error ? "error" : "warning"},
                  {"summary", diagnostic.summary},
                  {"detail", detail}};
    if (diagnostic.range) {
        document["range"] = {{"filename", diagnostic.range.file->name()},
                             {"start", positionOf(*diagnostic.range.file, diagnostic.range.start)},
                             {"end", positionOf(*diagnostic.range.file, endOf(diagnostic.range))}};
        document["snippet"] = snippetOf(validation, diagnostic.range);
    }
    return document;
}

} // namespace

std::string validationJson(const Validation &validation)
{
    Json document{{"format_version", "1.0"},
                  {"valid", validation.isValid()},
                  {"error_count", validation.errors},
                  {"warning_count", validation.warnings},
                  {"diagnostics", Json::array()}};
    for (const Diagnostic &diagnostic : validation.diagnostics)
        document["diagnostics"].push_back(documentOf(validation, diagnostic));
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace drydock::terraform
