// SPDX-License-Identifier: MIT
#include "core/report/format.h"
#include "core/report/plaintext.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace drydock::report {

namespace {

using namespace policy;

constexpr std::size_t narrowest = 40;
constexpr std::size_t unlimited = 100'000;

std::string_view ansiOf(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return "1;31";
    case Severity::High:
        return "31";
    case Severity::Medium:
        return "33";
    case Severity::Low:
        return "34";
    }
    return "0";
}

std::string plural(std::uint64_t count, const std::string &noun)
{
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string padded(const std::string &text, std::size_t width)
{
    const std::size_t used = displayWidth(text);
    return used >= width ? text : text + std::string(width - used, ' ');
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width)
{
    std::vector<std::string> lines(1);
    const std::string flat = oneLine(text);
    std::string_view rest = flat;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        const std::string word(rest.substr(0, end));
        if (!lines.back().empty() && displayWidth(lines.back()) + 1 + displayWidth(word) > width)
            lines.emplace_back();
        if (!word.empty())
            lines.back() += (lines.back().empty() ? "" : " ") + word;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return lines;
}

struct Columns
{
    std::size_t place = 5;
    std::size_t resource = 8;
    std::size_t rule = 4;
};

class TableWriter
{
public:
    TableWriter(const ReviewResult &review, const SourceText &source, const TableOptions &options)
        : m_review(review)
        , m_source(source)
        , m_colour(options.colour)
        , m_width(options.width == 0 ? unlimited : std::max<std::size_t>(options.width, narrowest))
    {
        layOut();
    }

    std::string write()
    {
        if (m_review.open.total() > 0)
            line(styled("1", "S  " + padded("WHERE", m_columns.place) + "  " + padded("RESOURCE", m_columns.resource) +
                                 "  RULE"));
        for (const Finding &finding : m_review.findings) {
            if (finding.status == FindingStatus::Open)
                writeFinding(finding);
        }
        for (const ReviewDiagnostic &diagnostic : m_review.diagnostics)
            writeDiagnostic(diagnostic);
        writeSummary();
        return std::move(m_text);
    }

private:
    static std::string place(const SourceRange &range)
    {
        return oneLine(range.file) + (range.line > 0 ? ":" + std::to_string(range.line) : "");
    }

    /// Every column as wide as its longest text, but the three together no wider than the terminal.
    void layOut()
    {
        for (const Finding &finding : m_review.findings) {
            if (finding.status != FindingStatus::Open)
                continue;
            m_columns.place = std::max(m_columns.place, displayWidth(place(finding.range)));
            m_columns.resource = std::max(m_columns.resource, displayWidth(oneLine(finding.resource)));
            m_columns.rule = std::max(m_columns.rule, displayWidth(oneLine(finding.ruleId)));
        }
        const std::size_t available = m_width - 7;
        const std::size_t third = available / 3;
        const std::array<std::size_t *, 3> columns{&m_columns.place, &m_columns.resource, &m_columns.rule};
        while (m_columns.place + m_columns.resource + m_columns.rule > available) {
            std::size_t &widest = **std::max_element(
                columns.begin(), columns.end(), [](const auto *left, const auto *right) { return *left < *right; });
            if (widest <= third)
                break;
            --widest;
        }
    }

    [[nodiscard]] std::string styled(std::string_view style, const std::string &text) const
    {
        if (m_colour == Colour::Never)
            return text;
        return "\x1b[" + std::string(style) + "m" + text + "\x1b[0m";
    }

    void line(const std::string &text)
    {
        const std::size_t end = text.find_last_not_of(' ');
        m_text += text.substr(0, end == std::string::npos ? 0 : end + 1);
        m_text += '\n';
    }

    void writeFinding(const Finding &finding)
    {
        const std::string letter(1, static_cast<char>(severityName(finding.severity).front() - 'a' + 'A'));
        line(styled(ansiOf(finding.severity), letter) + "  " +
             padded(elidedMiddle(place(finding.range), m_columns.place), m_columns.place) + "  " +
             styled("1", padded(elidedMiddle(oneLine(finding.resource), m_columns.resource), m_columns.resource)) +
             "  " + elidedRight(oneLine(finding.ruleId), m_columns.rule));
        for (const std::string &text : wrapped(finding.message.empty() ? finding.title : finding.message, m_width - 3))
            line("   " + text);
        if (finding.instances.size() > 1)
            line("   in " + plural(finding.instances.size(), "instance"));
        writeExcerpt(finding.range);
        if (finding.fix)
            line("   " + styled("32", "fix: " + elidedRight(oneLine(finding.fix->title), m_width - 8)));
        m_text += '\n';
    }

    void writeExcerpt(const SourceRange &range)
    {
        const Excerpt part = excerpt(range, m_source, 1, 5);
        if (part.lines.empty())
            return;
        const std::size_t digits = std::to_string(part.firstLine + part.lines.size() - 1).size();
        for (std::size_t i = 0; i < part.lines.size(); ++i) {
            const std::size_t number = part.firstLine + i;
            const bool marked = number >= range.line && number <= std::max(range.endLine, range.line);
            const std::string digitsText = std::to_string(number);
            const std::string head = std::string("   ") + (marked ? "> " : "  ") +
                                     std::string(digits - digitsText.size(), ' ') + digitsText + " | ";
            const std::string text = elidedRight(oneLine(part.lines[i]), m_width - displayWidth(head));
            line(marked ? head + text : styled("2", head + text));
        }
    }

    void writeDiagnostic(const ReviewDiagnostic &diagnostic)
    {
        const bool error = diagnostic.severity == DiagnosticSeverity::Error;
        std::string text = diagnostic.range.file.empty() ? "" : place(diagnostic.range) + ": ";
        text += diagnostic.summary + (diagnostic.detail.empty() ? "" : " " + diagnostic.detail);
        const std::string label = error ? "error: " : "warning: ";
        const auto lines = wrapped(text, m_width - label.size());
        for (std::size_t i = 0; i < lines.size(); ++i)
            line((i == 0 ? styled(error ? "31" : "33", label) : std::string(label.size(), ' ')) + lines[i]);
    }

    void writeSummary()
    {
        std::string counts;
        const auto add = [&](std::uint32_t count, Severity severity) {
            const std::string text = std::to_string(count) + " " + std::string(severityName(severity));
            counts += (counts.empty() ? "" : ", ") + (count > 0 ? styled(ansiOf(severity), text) : text);
        };
        add(m_review.open.critical, Severity::Critical);
        add(m_review.open.high, Severity::High);
        add(m_review.open.medium, Severity::Medium);
        add(m_review.open.low, Severity::Low);
        line("Open: " + counts);
        line("Also: " + std::to_string(m_review.waived) + " waived, " + std::to_string(m_review.baselined) +
             " baselined, " + std::to_string(m_review.undecided.size()) + " undecided");
        const auto tenths = std::llround(static_cast<double>(m_review.duration.count()) / 100.0);
        line("Read " + plural(m_review.files, "file") + ", " + plural(m_review.resources, "resource") + ", " +
             plural(m_review.rules, "rule") + " in " + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) +
             " s");
        const std::string verdict = m_review.gate.passed ? "Gate passed" : "Gate failed";
        const std::string reason = m_review.gate.reason.empty() ? "" : ": " + oneLine(m_review.gate.reason);
        const std::string_view tone = !m_review.gate.passed ? "1;31" : m_review.unreadable > 0 ? "33" : "32";
        std::vector<std::string> lines = wrapped(verdict + reason, m_width);
        lines.front().replace(0, verdict.size(), styled(tone, verdict));
        for (const std::string &text : lines)
            line(text);
    }

    const ReviewResult &m_review;
    const SourceText &m_source;
    Colour m_colour;
    std::size_t m_width;
    Columns m_columns;
    std::string m_text;
};

} // namespace

std::string writeTable(const ReviewResult &review, const SourceText &source, const TableOptions &options)
{
    return TableWriter(review, source, options).write();
}

} // namespace drydock::report
