// SPDX-License-Identifier: MIT
#include "core/base/encoding.h"
#include "core/base/sha256.h"
#include "core/report/fixpatch.h"
#include "core/report/format.h"
#include "core/report/htmlpage.h"
#include "core/report/plaintext.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <tuple>

namespace drydock::report {

namespace {

using namespace policy;

/// More findings than this are listed without source and fix, so that a browser still opens the page.
constexpr std::size_t maximumDetailed = 2000;

std::string escaped(std::string_view text)
{
    return htmlEscape(printable(text));
}

/// Names are shown on one line and cannot turn the direction of what follows.
std::string name(std::string_view text)
{
    return htmlEscape(oneLine(text));
}

std::string capitalised(std::string_view word)
{
    std::string text(word);
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

std::string grouped(std::uint64_t number)
{
    std::string digits = std::to_string(number);
    for (std::size_t i = digits.size(); i > 3; i -= 3)
        digits.insert(i - 3, " ");
    return digits;
}

/// The byte where the 1-based column (in code points) starts.
std::size_t byteOfColumn(std::string_view line, std::uint32_t column)
{
    std::uint32_t current = 0;
    for (std::size_t byte = 0; byte < line.size(); ++byte) {
        if ((static_cast<unsigned char>(line[byte]) & 0xC0U) != 0x80U && ++current == column)
            return byte;
    }
    return line.size();
}

std::string contentHash(std::string_view content)
{
    Sha256 hash;
    hash.update(content);
    const Sha256Digest digest = hash.finish();
    return "'sha256-" + base64Encode({reinterpret_cast<const char *>(digest.data()), digest.size()}) + "'";
}

std::string seconds(std::chrono::milliseconds duration)
{
    const auto hundredths = duration.count() / 10;
    std::string fraction = std::to_string(hundredths % 100);
    fraction.insert(0, 2 - fraction.size(), '0');
    return std::to_string(hundredths / 100) + "." + fraction;
}

class HtmlWriter
{
public:
    HtmlWriter(const ReviewResult &review, const SourceText &source)
        : m_review(review)
        , m_source(source)
    {
    }

    std::string write()
    {
        writeHead();
        writeHeader();
        m_html += "<main>\n";
        writeTiles();
        writeFindings();
        writeRules();
        writeUndecided();
        writeDiagnostics();
        m_html += "<footer>Drydock " DRYDOCK_VERSION ", " + formatTimestamp(m_review.started) + "</footer>\n</main>\n";
        if (!m_review.findings.empty())
            m_html += "<script>" + std::string(htmlScript()) + "</script>\n";
        return std::move(m_html) + "</body>\n</html>\n";
    }

private:
    void writeHead()
    {
        m_html = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                 "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                 "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src " +
                 contentHash(htmlStyle()) + "; script-src " + contentHash(htmlScript()) + "\">\n<title>Review of " +
                 name(m_review.root) + "</title>\n<style>" + std::string(htmlStyle()) + "</style>\n</head>\n<body>\n";
    }

    void writeHeader()
    {
        m_html += "<header><div>\n<h1>Review of " + name(m_review.root) + "</h1>\n<p class=\"meta\"><time datetime=\"" +
                  formatTimestamp(m_review.started) + "\">" + formatTimestamp(m_review.started) + "</time>, " +
                  seconds(m_review.duration) + " s, " + grouped(m_review.files) + " files, " +
                  grouped(m_review.modules) + " modules, " + grouped(m_review.resources) + " resources, " +
                  grouped(m_review.rules) + " rules</p>\n";
        if (!m_review.gate.passed)
            m_html += "<p class=\"verdict failed\"><b>Gate failed</b> ";
        else if (m_review.unreadable > 0)
            m_html += "<p class=\"verdict partial\"><b>Gate passed</b> ";
        else
            m_html += "<p class=\"verdict passed\"><b>Gate passed</b> ";
        m_html += "<span>" + name(m_review.gate.reason) + "</span></p>\n</div></header>\n";
    }

    void writeTiles()
    {
        m_html += "<div class=\"tiles\">\n";
        const SeverityCounts &open = m_review.open;
        tile(open.critical, "Critical", "critical");
        tile(open.high, "High", "high");
        tile(open.medium, "Medium", "medium");
        tile(open.low, "Low", "low");
        tile(m_review.waived, "Waived", "");
        tile(m_review.baselined, "Baselined", "");
        tile(static_cast<std::uint32_t>(m_review.undecided.size()), "Undecided", "");
        m_html += "</div>\n";
        writeBar();
    }

    void tile(std::uint32_t count, std::string_view label, std::string_view tone)
    {
        m_html += "<div class=\"tile " + std::string(count > 0 ? tone : "") + "\"><b>" + grouped(count) + "</b><span>" +
                  std::string(label) + "</span></div>\n";
    }

    void writeBar()
    {
        const SeverityCounts &open = m_review.open;
        if (open.total() == 0)
            return;
        const std::array<std::pair<const char *, std::uint32_t>, 4> parts{
            {{"critical", open.critical}, {"high", open.high}, {"medium", open.medium}, {"low", open.low}}};
        m_html += "<svg class=\"bar\" viewBox=\"0 0 1000 8\" preserveAspectRatio=\"none\" role=\"img\" "
                  "aria-label=\"Open findings by severity\">";
        std::uint64_t done = 0;
        for (const auto &[tone, count] : parts) {
            const std::uint64_t x = done * 1000 / open.total();
            done += count;
            m_html += "<rect class=\"" + std::string(tone) + "\" x=\"" + std::to_string(x) + "\" y=\"0\" width=\"" +
                      std::to_string(done * 1000 / open.total() - x) + "\" height=\"8\"/>";
        }
        m_html += "</svg>\n";
    }

    void writeFindings()
    {
        m_html += "<h2>Findings</h2>\n";
        if (m_review.findings.empty()) {
            m_html += "<div class=\"empty\">No rule objects to anything it could decide.</div>\n";
            return;
        }
        writeTools();
        std::vector<std::size_t> order(m_review.findings.size());
        std::iota(order.begin(), order.end(), std::size_t(0));
        std::stable_sort(order.begin(), order.end(), [this](std::size_t left, std::size_t right) {
            const Finding &a = m_review.findings[left];
            const Finding &b = m_review.findings[right];
            return std::make_tuple(a.status, static_cast<int>(b.severity)) <
                   std::make_tuple(b.status, static_cast<int>(a.severity));
        });
        for (std::size_t i = 0; i < order.size(); ++i)
            writeFinding(m_review.findings[order[i]], i < maximumDetailed);
        if (order.size() > maximumDetailed)
            m_html += "<p class=\"meta\">Source and fixes are shown for the first " + grouped(maximumDetailed) +
                      " findings; the JSON report has all.</p>\n";
    }

    void writeTools()
    {
        std::map<std::string_view, std::uint32_t> counts;
        for (const Finding &finding : m_review.findings) {
            ++counts[severityName(finding.severity)];
            ++counts[statusName(finding.status)];
        }
        m_html += "<div class=\"tools\">\n";
        for (const std::string_view filter : {"critical", "high", "medium", "low", "waived", "baselined"}) {
            const auto found = counts.find(filter);
            if (found != counts.end())
                m_html += "<button type=\"button\" class=\"" + std::string(filter) + "\" data-filter=\"" +
                          std::string(filter) + "\" aria-pressed=\"true\"><b>" + capitalised(filter) + "</b> " +
                          grouped(found->second) + "</button>\n";
        }
        m_html += "<input id=\"search\" type=\"search\" placeholder=\"Filter by text ( / )\" "
                  "aria-label=\"Filter by text\">\n<span id=\"shown\" role=\"status\"></span>\n</div>\n";
    }

    void writeFinding(const Finding &finding, bool detailed)
    {
        const bool open = finding.status == FindingStatus::Open;
        const std::string severity(severityName(finding.severity));
        m_html += "<details class=\"finding " + severity + (open ? "" : " quiet") + "\" id=\"" +
                  name(finding.fingerprint) + "\" data-severity=\"" + severity + "\" data-status=\"" +
                  std::string(statusName(finding.status)) + "\">\n<summary><span class=\"chip\">" +
                  capitalised(severity) + "</span><span class=\"title\">" + name(finding.title) +
                  "</span><span class=\"status\">" + (open ? "" : capitalised(statusName(finding.status))) +
                  "</span><span class=\"where\">" + name(finding.resource) + " &middot; " + name(finding.range.file) +
                  ":" + std::to_string(finding.range.line) + "</span></summary>\n<div class=\"body\">\n<p>" +
                  escaped(finding.message) + "</p>\n";
        if (!finding.statusReason.empty())
            m_html += "<p>" + capitalised(statusName(finding.status)) + ": " + escaped(finding.statusReason) + "</p>\n";
        if (detailed)
            writeExcerpt(finding.range);
        writeInstances(finding);
        writeDerivation(finding);
        if (detailed && finding.fix)
            writeFix(*finding.fix);
        if (!finding.fixNote.empty())
            m_html += "<h3>Fix</h3>\n<p>" + escaped(finding.fixNote) + "</p>\n";
        m_html += "<h3>Rule</h3>\n<p><code>" + name(finding.ruleId) + "</code>";
        if (!finding.article.empty())
            m_html += ", article <code>" + name(finding.article) + "</code>";
        m_html += ", fingerprint <code>" + name(finding.fingerprint) + "</code></p>\n</div>\n</details>\n";
    }

    void writeExcerpt(const SourceRange &range)
    {
        const Excerpt part = excerpt(range, m_source);
        if (part.lines.empty())
            return;
        m_html += "<pre>";
        for (std::size_t i = 0; i < part.lines.size(); ++i) {
            const auto number = static_cast<std::uint32_t>(part.firstLine + i);
            m_html +=
                "<span><i>" + std::to_string(number) + "</i>" + markedLine(part.lines[i], number, range) + "</span>";
        }
        m_html += "</pre>\n";
    }

    static std::string markedLine(std::string_view line, std::uint32_t number, const SourceRange &range)
    {
        const std::uint32_t endLine = std::max(range.endLine, range.line);
        if (number < range.line || number > endLine)
            return escaped(line);
        const std::size_t indentation = std::min(line.find_first_not_of(" \t"), line.size());
        const std::size_t start = number == range.line ? byteOfColumn(line, range.column) : indentation;
        std::size_t end = number == endLine && range.endColumn > 0 ? byteOfColumn(line, range.endColumn) : line.size();
        end = std::max(end, start);
        return escaped(line.substr(0, start)) + "<mark>" + escaped(line.substr(start, end - start)) + "</mark>" +
               escaped(line.substr(end));
    }

    void writeInstances(const Finding &finding)
    {
        if (finding.instances.size() < 2)
            return;
        m_html += "<h3>" + grouped(finding.instances.size()) + " instances</h3>\n<p>";
        for (std::size_t i = 0; i < finding.instances.size(); ++i)
            m_html += (i == 0 ? "<code>" : ", <code>") + name(finding.instances[i]) + "</code>";
        m_html += "</p>\n";
    }

    void writeDerivation(const Finding &finding)
    {
        if (finding.derivation.empty())
            return;
        m_html += "<h3>Where the value comes from</h3>\n<ol>\n";
        for (const DerivationStep &step : finding.derivation) {
            m_html += "<li>" + escaped(step.text);
            if (step.range)
                m_html += " <code>" + name(step.range->file) + ":" + std::to_string(step.range->line) + "</code>";
            m_html += "</li>\n";
        }
        m_html += "</ol>\n";
    }

    void writeFix(const Fix &fix)
    {
        m_html += "<h3>Fix</h3>\n<p>" + escaped(fix.title) + "</p>\n";
        const auto patch = m_source ? fixPatch(fix, m_source) : failure("report.source", "No source text was given.");
        if (!patch || patch->empty())
            return;
        m_html += "<pre>";
        std::string_view rest = *patch;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            writePatchLine(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        m_html += "</pre>\n";
    }

    void writePatchLine(std::string_view line)
    {
        if (line.starts_with("diff --git") || line.starts_with("--- "))
            return;
        std::string_view kind = "ctx";
        if (line.starts_with("+++ ") || line.starts_with("@@"))
            kind = "hunk";
        else if (line.starts_with('+'))
            kind = "add";
        else if (line.starts_with('-'))
            kind = "del";
        if (line.starts_with("+++ b/"))
            line.remove_prefix(6);
        m_html += "<span class=\"" + std::string(kind) + "\">" + escaped(line) + "</span>";
    }

    void writeRules()
    {
        std::map<std::string_view, std::pair<const Finding *, std::uint64_t>> rules;
        for (const Finding &finding : m_review.findings) {
            if (finding.status != FindingStatus::Open)
                continue;
            auto &entry = rules[finding.ruleId];
            entry.first = &finding;
            ++entry.second;
        }
        if (rules.empty())
            return;
        std::vector<std::pair<const Finding *, std::uint64_t>> sorted;
        sorted.reserve(rules.size());
        for (const auto &[id, entry] : rules)
            sorted.push_back(entry);
        std::stable_sort(sorted.begin(), sorted.end(),
                         [](const auto &left, const auto &right) { return left.second > right.second; });
        m_html += "<h2>Open findings by rule</h2>\n<table><tr><th>Rule</th><th>Severity</th><th class=\"n\">Open</th>"
                  "</tr>\n";
        for (const auto &[finding, count] : sorted) {
            const std::string severity(severityName(finding->severity));
            m_html += "<tr><td>" + name(finding->title) + "<br><code>" + name(finding->ruleId) +
                      "</code></td><td class=\"" + severity + "\"><span class=\"chip\">" + capitalised(severity) +
                      "</span></td><td class=\"n\">" + grouped(count) + "</td></tr>\n";
        }
        m_html += "</table>\n";
    }

    void writeUndecided()
    {
        if (m_review.undecided.empty())
            return;
        m_html += "<h2>Undecided</h2>\n<table><tr><th>Rule</th><th>Resource</th><th>Why</th></tr>\n";
        for (const Undecided &entry : m_review.undecided)
            m_html += "<tr><td><code>" + name(entry.ruleId) + "</code></td><td><code>" + name(entry.resource) +
                      "</code><br>" + name(entry.range.file) + ":" + std::to_string(entry.range.line) + "</td><td>" +
                      escaped(entry.reason) + "</td></tr>\n";
        m_html += "</table>\n";
    }

    void writeDiagnostics()
    {
        if (m_review.diagnostics.empty())
            return;
        m_html += "<h2>Diagnostics</h2>\n<table><tr><th>What</th><th>Where</th></tr>\n";
        for (const ReviewDiagnostic &diagnostic : m_review.diagnostics) {
            const bool error = diagnostic.severity == DiagnosticSeverity::Error;
            m_html += std::string("<tr><td><b class=\"") + (error ? "critical" : "medium") + " chip\">" +
                      (error ? "Error" : "Warning") + "</b> " + escaped(diagnostic.summary) + "<br>" +
                      escaped(diagnostic.detail) + "</td><td><code>" + name(diagnostic.range.file);
            if (diagnostic.range.line > 0)
                m_html += ":" + std::to_string(diagnostic.range.line);
            m_html += "</code></td></tr>\n";
        }
        m_html += "</table>\n";
    }

    const ReviewResult &m_review;
    const SourceText &m_source;
    std::string m_html;
};

} // namespace

std::string writeHtml(const ReviewResult &review, const SourceText &source)
{
    return HtmlWriter(review, source).write();
}

} // namespace drydock::report
