// SPDX-License-Identifier: MIT
#include "core/hcl/diagnostic.h"

#include "core/hcl/source.h"

#include <algorithm>

namespace drydock::hcl {

bool hasErrors(const std::vector<Diagnostic> &diagnostics)
{
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [](const Diagnostic &diagnostic) { return diagnostic.severity == Severity::Error; });
}

static std::string placeOf(const Diagnostic &diagnostic, const SourceFile &source)
{
    const Position position = source.position(diagnostic.range.start);
    return source.name() + ":" + std::to_string(position.line) + ":" + std::to_string(position.column);
}

// The line and a line of ^ below the place; long lines are cut around it.
static std::string excerpt(const Diagnostic &diagnostic, const SourceFile &source)
{
    static constexpr std::uint32_t Widest = 120;
    const Position start = source.position(diagnostic.range.start);
    const Position end = source.position(std::max(diagnostic.range.start, diagnostic.range.end));
    const ByteRange lineRange = source.lineRange(start.line);
    const std::uint32_t firstColumn = start.column > Widest / 2 ? start.column - Widest / 2 : 1;
    const std::uint32_t from = source.offset({start.line, firstColumn});
    const std::uint32_t to = std::min(lineRange.end, source.offset({start.line, firstColumn + Widest}));
    std::string line(source.text({from, to}));
    std::replace(line.begin(), line.end(), '\t', ' ');
    const std::uint32_t lineEndColumn = source.position(to).column;
    const std::uint32_t lastColumn = end.line == start.line ? std::min(end.column, lineEndColumn) : lineEndColumn;
    const std::uint32_t width = lastColumn > start.column ? lastColumn - start.column : 1;
    const std::string number = std::to_string(start.line);
    return "  " + number + " | " + line + "\n  " + std::string(number.size(), ' ') + " | " +
           std::string(start.column - firstColumn, ' ') + std::string(width, '^') + "\n";
}

std::string render(const Diagnostic &diagnostic, const SourceFile &source)
{
    const std::string kind = diagnostic.severity == Severity::Error ? "error: " : "warning: ";
    std::string text =
        kind + placeOf(diagnostic, source) + ": " + diagnostic.summary + "\n" + excerpt(diagnostic, source);
    if (!diagnostic.detail.empty())
        text += diagnostic.detail + "\n";
    if (!diagnostic.hint.empty())
        text += diagnostic.hint + "\n";
    return text;
}

Error toError(const Diagnostic &diagnostic, const SourceFile &source, std::string code)
{
    const std::string message =
        diagnostic.detail.empty() ? diagnostic.summary + "." : diagnostic.summary + ": " + diagnostic.detail;
    return {std::move(code), message, placeOf(diagnostic, source), diagnostic.hint};
}

} // namespace drydock::hcl
