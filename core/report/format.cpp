// SPDX-License-Identifier: MIT
#include "core/report/format.h"

#include <array>

namespace drydock::report {

namespace {

struct FormatEntry
{
    Format format;
    std::string_view name;
    std::string_view extension;
};

constexpr std::array<FormatEntry, 5> formats{{{Format::Table, "table", ".txt"},
                                              {Format::Json, "json", ".json"},
                                              {Format::Sarif, "sarif", ".sarif"},
                                              {Format::Html, "html", ".html"},
                                              {Format::Junit, "junit", ".xml"}}};

} // namespace

std::string_view formatName(Format format)
{
    return formats[static_cast<std::size_t>(format)].name;
}

std::optional<Format> formatFromName(std::string_view name)
{
    for (const FormatEntry &entry : formats) {
        if (entry.name == name)
            return entry.format;
    }
    return std::nullopt;
}

std::string_view fileExtension(Format format)
{
    return formats[static_cast<std::size_t>(format)].extension;
}

std::string write(Format format, const policy::ReviewResult &review, const SourceText &source,
                  const TableOptions &options)
{
    switch (format) {
    case Format::Table:
        return writeTable(review, source, options);
    case Format::Json:
        return writeJson(review, source);
    case Format::Sarif:
        return writeSarif(review, source);
    case Format::Html:
        return writeHtml(review, source);
    case Format::Junit:
        return writeJunit(review, source);
    }
    return {};
}

} // namespace drydock::report
