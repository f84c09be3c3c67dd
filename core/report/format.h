// SPDX-License-Identifier: MIT
#pragma once

#include "core/report/sourcetext.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace drydock::report {

enum class Format : std::uint8_t { Table, Json, Sarif, Html, Junit };

[[nodiscard]] std::string_view formatName(Format format); ///< "table", "json", "sarif", "html", "junit"
[[nodiscard]] std::optional<Format> formatFromName(std::string_view name);
[[nodiscard]] std::string_view fileExtension(Format format); ///< ".json", ".sarif", ".html", ".xml", ".txt"

enum class Colour : std::uint8_t { Never, Ansi };

/// How text for a terminal is laid out. `width` in columns; 0 means unlimited.
struct TableOptions
{
    Colour colour = Colour::Never;
    std::uint32_t width = 100;
};

/// JSON after resources/schema/report.schema.json. Keys keep their order, so that two reports can be compared as text.
[[nodiscard]] std::string writeJson(const policy::ReviewResult &review, const SourceText &source);
/// SARIF 2.1.0 (OASIS, docs.oasis-open.org/sarif/sarif/v2.1.0).
[[nodiscard]] std::string writeSarif(const policy::ReviewResult &review, const SourceText &source);
/// JUnit XML: one test suite per file, one failed test per open finding, skipped ones for waived and baselined.
[[nodiscard]] std::string writeJunit(const policy::ReviewResult &review, const SourceText &source);
/// One self-contained page: no network, light and dark, prints well.
[[nodiscard]] std::string writeHtml(const policy::ReviewResult &review, const SourceText &source);
/// Text for a terminal.
[[nodiscard]] std::string writeTable(const policy::ReviewResult &review, const SourceText &source,
                                     const TableOptions &options = {});

[[nodiscard]] std::string write(Format format, const policy::ReviewResult &review, const SourceText &source,
                                const TableOptions &options = {});

/// Reads what writeJson wrote, to reopen and compare stored runs. Codes: `report.syntax`, `report.version` (written by
/// a newer Drydock), `report.content`.
[[nodiscard]] Result<policy::ReviewResult> readJson(std::string_view text);

} // namespace drydock::report
