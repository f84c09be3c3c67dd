// SPDX-License-Identifier: MIT
#include "core/policy/places.h"

#include "core/hcl/source.h"

namespace drydock::policy {

SourceRange toRange(const terraform::SourceRange &range)
{
    SourceRange result;
    if (range.file == nullptr)
        return result;
    result.file = range.file->name();
    result.startByte = range.start;
    result.endByte = range.end;
    const hcl::Position start = range.file->position(range.start);
    const hcl::Position end = range.file->position(range.end);
    result.line = start.line;
    result.column = start.column;
    result.endLine = end.line;
    result.endColumn = end.column;
    return result;
}

ReviewDiagnostic toDiagnostic(const terraform::Diagnostic &diagnostic)
{
    ReviewDiagnostic result;
    result.severity = diagnostic.severity == terraform::DiagnosticSeverity::Error ? DiagnosticSeverity::Error
                                                                                  : DiagnosticSeverity::Warning;
    result.summary = diagnostic.summary;
    result.detail = diagnostic.detail;
    if (!diagnostic.hint.empty())
        result.detail += (result.detail.empty() ? "" : " ") + diagnostic.hint;
    result.range = toRange(diagnostic.range);
    if (result.range.file.empty())
        result.range.file = diagnostic.fileName;
    return result;
}

bool isUnread(const terraform::Diagnostic &diagnostic)
{
    if (diagnostic.severity != terraform::DiagnosticSeverity::Error)
        return false;
    return diagnostic.code == "hcl.syntax" || (!diagnostic.range && !diagnostic.fileName.empty());
}

std::string_view textAt(const terraform::SourceRange &range)
{
    if (range.file == nullptr)
        return {};
    return range.file->text({range.start, range.end});
}

} // namespace drydock::policy
