// SPDX-License-Identifier: MIT
#include "core/terraform/sourcereader.h"

#include "core/terraform/parsefile.h"

#include <utility>

namespace drydock::terraform {

namespace fs = std::filesystem;

SourceReader::SourceReader(const FileSource &files, const Limits &limits, fs::path base, const SchemaCatalogue *schemas)
    : m_files(files)
    , m_limits(limits)
    , m_schemas(schemas)
    , m_base(std::move(base))
{
}

std::string SourceReader::nameOf(const fs::path &path) const
{
    return path.lexically_relative(m_base).generic_string();
}

static void addProblems(const hcl::ParsedFile &parsed, std::vector<Diagnostic> &diagnostics)
{
    for (const hcl::Diagnostic &diagnostic : parsed.diagnostics) {
        const bool isError = diagnostic.severity == hcl::Severity::Error;
        diagnostics.push_back({isError ? DiagnosticSeverity::Error : DiagnosticSeverity::Warning,
                               "hcl.syntax",
                               diagnostic.summary,
                               diagnostic.detail,
                               diagnostic.hint,
                               {&parsed.source(), diagnostic.range.start, diagnostic.range.end},
                               {}});
    }
}

std::optional<hcl::ParsedFile> SourceReader::read(const fs::path &file, std::vector<Diagnostic> &diagnostics) const
{
    if (const hcl::ParsedFile *kept = m_files.parsed(file)) {
        addProblems(*kept, diagnostics);
        return *kept;
    }
    Result<std::string> text = m_files.read(file);
    if (text && text->size() > m_limits.fileSize)
        text = failure("file.too-large", "The file is larger than " + std::to_string(m_limits.fileSize) + " bytes.", {},
                       "Split it, or move data into files that file() reads.");
    if (!text) {
        diagnostics.push_back({DiagnosticSeverity::Error,
                               text.error().code,
                               "File not read",
                               text.error().message,
                               text.error().hint,
                               {},
                               nameOf(file)});
        return std::nullopt;
    }
    hcl::ParsedFile parsed = parseFile(hcl::SourceFile(nameOf(file), *std::move(text)), m_schemas);
    addProblems(parsed, diagnostics);
    return parsed;
}

} // namespace drydock::terraform
