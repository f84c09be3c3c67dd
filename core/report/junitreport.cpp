// SPDX-License-Identifier: MIT
#include "core/base/encoding.h"
#include "core/report/format.h"
#include "core/report/plaintext.h"

#include <map>
#include <vector>

namespace drydock::report {

namespace {

using namespace policy;

std::string xml(std::string_view text)
{
    return htmlEscape(printable(text));
}

std::string attribute(std::string_view name, std::string_view value)
{
    return " " + std::string(name) + "=\"" + xml(oneLine(value)) + "\"";
}

std::string count(std::string_view name, std::size_t value)
{
    return attribute(name, std::to_string(value));
}

std::string seconds(std::chrono::milliseconds duration)
{
    std::string digits = std::to_string(duration.count() % 1000);
    digits.insert(0, 3 - digits.size(), '0');
    return std::to_string(duration.count() / 1000) + "." + digits;
}

/// The tests of one file.
struct Suite
{
    std::string cases;
    std::size_t tests = 0;
    std::size_t failures = 0;
    std::size_t errors = 0;
    std::size_t skipped = 0;

    void add(std::string_view file, std::string_view name, const std::string &outcome)
    {
        ++tests;
        cases +=
            "    <testcase" + attribute("classname", file) + attribute("name", name) + ">" + outcome + "</testcase>\n";
    }
};

std::string place(const SourceRange &range)
{
    if (range.file.empty() || range.line == 0)
        return range.file;
    return range.file + ":" + std::to_string(range.line) + ":" + std::to_string(range.column);
}

void addFinding(Suite &suite, const Finding &finding)
{
    const std::string name = finding.ruleId + " " + finding.resource;
    if (finding.status != FindingStatus::Open) {
        ++suite.skipped;
        const std::string reason =
            std::string(statusName(finding.status)) + (finding.statusReason.empty() ? "" : ": " + finding.statusReason);
        suite.add(finding.range.file, name, "<skipped" + attribute("message", reason) + "/>");
        return;
    }
    ++suite.failures;
    std::string text = place(finding.range) + "\n" + finding.message + "\n";
    if (finding.fix)
        text += "Fix: " + finding.fix->title + "\n";
    text += "Fingerprint: " + finding.fingerprint + "\n";
    suite.add(finding.range.file, name,
              "<failure" + attribute("type", severityName(finding.severity)) + attribute("message", finding.title) +
                  ">" + xml(text) + "</failure>");
}

std::map<std::string, Suite> suitesOf(const ReviewResult &review)
{
    std::map<std::string, Suite> suites;
    for (const Finding &finding : review.findings)
        addFinding(suites[finding.range.file], finding);
    for (const Undecided &entry : review.undecided) {
        Suite &suite = suites[entry.range.file];
        ++suite.skipped;
        suite.add(entry.range.file, entry.ruleId + " " + entry.resource,
                  "<skipped" + attribute("message", "undecided: " + entry.reason) + "/>");
    }
    for (const ReviewDiagnostic &diagnostic : review.diagnostics) {
        if (diagnostic.severity != DiagnosticSeverity::Error)
            continue;
        Suite &suite = suites[diagnostic.range.file];
        ++suite.errors;
        suite.add(diagnostic.range.file, "readable " + place(diagnostic.range),
                  "<error" + attribute("message", diagnostic.summary) + ">" + xml(diagnostic.detail) + "</error>");
    }
    // A test of its own that holds the verdict, which the counts of findings alone do not tell.
    const std::string verdict = review.gate.passed ? "Gate passed: " : "Gate failed: ";
    suites[""].add("drydock", "review", "<system-out>" + xml(verdict + oneLine(review.gate.reason)) + "</system-out>");
    return suites;
}

} // namespace

std::string writeJunit(const ReviewResult &review, const SourceText & /*source*/)
{
    Suite total;
    std::string body;
    for (const auto &[file, suite] : suitesOf(review)) {
        body += "  <testsuite" + attribute("name", file.empty() ? "drydock" : file) + count("tests", suite.tests) +
                count("failures", suite.failures) + count("errors", suite.errors) + count("skipped", suite.skipped) +
                attribute("timestamp", formatTimestamp(review.started)) + ">\n" + suite.cases + "  </testsuite>\n";
        total.tests += suite.tests;
        total.failures += suite.failures;
        total.errors += suite.errors;
        total.skipped += suite.skipped;
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + attribute("name", "drydock") +
           count("tests", total.tests) + count("failures", total.failures) + count("errors", total.errors) +
           count("skipped", total.skipped) + attribute("time", seconds(review.duration)) + ">\n" + body +
           "</testsuites>\n";
}

} // namespace drydock::report
