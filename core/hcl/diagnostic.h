// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/hcl/byterange.h"

#include <cstdint>
#include <string>
#include <vector>

namespace drydock::hcl {

class SourceFile;

enum class Severity : std::uint8_t { Error, Warning };

/// Something to tell the author of a text.
struct Diagnostic
{
    Severity severity = Severity::Error;
    std::string summary; ///< a few words, no full stop: "Missing closing bracket"
    std::string detail;  ///< full sentences: what was found and what was expected
    ByteRange range;     ///< the place in the text the diagnostic came with
    std::string hint;    ///< what to do, a full sentence; may be empty
};

[[nodiscard]] bool hasErrors(const std::vector<Diagnostic> &diagnostics);

/// For people: "error: FILE:LINE:COLUMN: SUMMARY", the detail, the source line with the place underlined, the hint.
[[nodiscard]] std::string render(const Diagnostic &diagnostic, const SourceFile &source);

/// The diagnostic as an Error with the place FILE:LINE:COLUMN.
[[nodiscard]] Error toError(const Diagnostic &diagnostic, const SourceFile &source, std::string code = "hcl.syntax");

} // namespace drydock::hcl
