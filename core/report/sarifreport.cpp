// SPDX-License-Identifier: MIT
#include "core/base/encoding.h"
#include "core/report/format.h"
#include "core/report/jsonwriter.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace drydock::report {

namespace {

using namespace policy;

std::string_view levelOf(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
    case Severity::High:
        return "error";
    case Severity::Medium:
        return "warning";
    case Severity::Low:
        return "note";
    }
    return "warning";
}

/// GitHub orders alerts by this number, in the bands of CVSS.
std::string_view securitySeverity(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return "9.5";
    case Severity::High:
        return "8.0";
    case Severity::Medium:
        return "5.5";
    case Severity::Low:
        return "2.0";
    }
    return "5.5";
}

struct LineColumn
{
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

LineColumn positionOf(std::string_view text, std::size_t byte)
{
    const std::string_view head = text.substr(0, byte);
    const std::size_t lineStart = head.rfind('\n') == std::string_view::npos ? 0 : head.rfind('\n') + 1;
    const auto isStart = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    const std::string_view line = head.substr(lineStart);
    return {static_cast<std::uint32_t>(std::count(head.begin(), head.end(), '\n')) + 1,
            static_cast<std::uint32_t>(std::count_if(line.begin(), line.end(), isStart)) + 1};
}

/// Rules in the order of their first finding, and where each stands.
struct RuleTable
{
    std::vector<const Finding *> rules;
    std::map<std::string_view, std::size_t> index;

    explicit RuleTable(const ReviewResult &review)
    {
        for (const Finding &finding : review.findings) {
            if (index.emplace(finding.ruleId, rules.size()).second)
                rules.push_back(&finding);
        }
    }
};

class SarifWriter
{
public:
    SarifWriter(const ReviewResult &review, const SourceText &source)
        : m_review(review)
        , m_source(source)
        , m_rules(review)
    {
    }

    std::string write()
    {
        m_json.beginObject()
            .member("$schema",
                    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
            .member("version", "2.1.0");
        m_json.key("runs").beginArray().beginObject();
        writeTool();
        writeInvocation();
        m_json.member("columnKind", "unicodeCodePoints");
        m_json.key("results").beginArray();
        for (const Finding &finding : m_review.findings)
            writeResult(finding);
        m_json.endArray();
        writeGate();
        m_json.endObject().endArray().endObject();
        return m_json.finish();
    }

private:
    void message(std::string_view key, std::string_view text)
    {
        m_json.key(key).beginObject().member("text", text).endObject();
    }

    void writeTool()
    {
        m_json.key("tool").beginObject().key("driver").beginObject();
        m_json.member("name", "Drydock").member("semanticVersion", DRYDOCK_VERSION).key("rules").beginArray();
        for (const Finding *finding : m_rules.rules)
            writeRule(*finding);
        m_json.endArray().endObject().endObject();
    }

    void writeRule(const Finding &finding)
    {
        m_json.beginObject().member("id", finding.ruleId);
        message("shortDescription", finding.title);
        message("fullDescription", finding.title);
        message("help", finding.article.empty()
                            ? finding.title
                            : finding.title + "\nRead \"" + finding.article +
                                  "\" in the knowledge of Drydock: drydockctl knowledge show " + finding.article);
        m_json.key("defaultConfiguration").beginObject().member("level", levelOf(finding.severity)).endObject();
        m_json.key("properties").beginObject().member("security-severity", securitySeverity(finding.severity));
        m_json.member("problem.severity", severityName(finding.severity)).key("tags").beginArray();
        m_json.text("security").text("infrastructure-as-code").endArray().endObject().endObject();
    }

    void writeInvocation()
    {
        m_json.key("invocations").beginArray().beginObject().key("executionSuccessful").flag(true);
        m_json.member("startTimeUtc", formatTimestamp(m_review.started));
        m_json.member("endTimeUtc", formatTimestamp(m_review.started + m_review.duration));
        m_json.key("toolExecutionNotifications").beginArray();
        for (const ReviewDiagnostic &diagnostic : m_review.diagnostics)
            writeNotification(diagnostic.severity == DiagnosticSeverity::Error ? "error" : "warning",
                              diagnostic.detail.empty() ? diagnostic.summary
                                                        : diagnostic.summary + " " + diagnostic.detail,
                              diagnostic.range);
        for (const Undecided &entry : m_review.undecided)
            writeNotification("note", "Undecided: " + entry.ruleId + " for " + entry.resource + ": " + entry.reason,
                              entry.range);
        m_json.endArray().endObject().endArray();
    }

    void writeNotification(std::string_view level, const std::string &text, const SourceRange &range)
    {
        m_json.beginObject().member("level", level);
        message("message", text);
        if (!range.file.empty()) {
            m_json.key("locations").beginArray().beginObject();
            writePhysicalLocation(range);
            m_json.endObject().endArray();
        }
        m_json.endObject();
    }

    void writeArtifact(const std::string &file)
    {
        m_json.key("artifactLocation").beginObject().member("uri", percentEncode(file, true));
        m_json.member("uriBaseId", "%SRCROOT%").endObject();
    }

    void writeRegion(std::string_view key, LineColumn start, LineColumn end)
    {
        m_json.key(key)
            .beginObject()
            .member("startLine", start.line)
            .member("startColumn", start.column)
            .member("endLine", end.line)
            .member("endColumn", end.column)
            .endObject();
    }

    void writePhysicalLocation(const SourceRange &range)
    {
        m_json.key("physicalLocation").beginObject();
        writeArtifact(range.file);
        if (range.line > 0)
            writeRegion("region", {range.line, std::max(range.column, 1U)},
                        {std::max(range.endLine, range.line), std::max(range.endColumn, 1U)});
        m_json.endObject();
    }

    void writeResult(const Finding &finding)
    {
        m_json.beginObject()
            .member("ruleId", finding.ruleId)
            .member("ruleIndex", m_rules.index.at(finding.ruleId))
            .member("level", levelOf(finding.severity));
        message("message", finding.message.empty() ? finding.title : finding.message);
        m_json.key("locations").beginArray().beginObject();
        writePhysicalLocation(finding.range);
        writeLogicalLocations(finding);
        m_json.endObject().endArray();
        m_json.key("partialFingerprints").beginObject().member("drydock/v1", finding.fingerprint).endObject();
        writeRelated(finding);
        writeSuppressions(finding);
        writeFix(finding);
        m_json.endObject();
    }

    void writeLogicalLocations(const Finding &finding)
    {
        m_json.key("logicalLocations").beginArray();
        const auto &addresses =
            finding.instances.empty() ? std::vector<std::string>{finding.resource} : finding.instances;
        for (const std::string &address : addresses)
            m_json.beginObject().member("fullyQualifiedName", address).member("kind", "resource").endObject();
        m_json.endArray();
    }

    void writeRelated(const Finding &finding)
    {
        m_json.key("relatedLocations").beginArray();
        for (const DerivationStep &step : finding.derivation) {
            if (!step.range)
                continue;
            m_json.beginObject();
            writePhysicalLocation(*step.range);
            message("message", step.text);
            m_json.endObject();
        }
        m_json.endArray();
    }

    void writeSuppressions(const Finding &finding)
    {
        m_json.key("suppressions").beginArray();
        if (finding.status != FindingStatus::Open) {
            const std::string reason(statusName(finding.status));
            m_json.beginObject().member("kind", "external").member("status", "accepted");
            m_json.member("justification", finding.statusReason.empty() ? reason : reason + ": " + finding.statusReason)
                .endObject();
        }
        m_json.endArray();
    }

    void writeFix(const Finding &finding)
    {
        if (!finding.fix || !m_source)
            return;
        std::map<std::string, std::vector<const TextEdit *>> files;
        for (const TextEdit &edit : finding.fix->edits) {
            const auto text = m_source(edit.file);
            if (!text || edit.endByte > text->size())
                return; // the file is gone or changed: a fix at a wrong place is worse than none
            files[edit.file].push_back(&edit);
        }
        m_json.key("fixes").beginArray().beginObject();
        message("description", finding.fix->title);
        m_json.key("artifactChanges").beginArray();
        for (const auto &[file, edits] : files)
            writeChange(file, edits);
        m_json.endArray().endObject().endArray();
    }

    void writeChange(const std::string &file, const std::vector<const TextEdit *> &edits)
    {
        const std::string text = m_source(file).value_or(std::string());
        m_json.beginObject();
        writeArtifact(file);
        m_json.key("replacements").beginArray();
        for (const TextEdit *edit : edits) {
            m_json.beginObject();
            writeRegion("deletedRegion", positionOf(text, edit->startByte), positionOf(text, edit->endByte));
            message("insertedContent", edit->replacement);
            m_json.endObject();
        }
        m_json.endArray().endObject();
    }

    void writeGate()
    {
        m_json.key("properties").beginObject().key("gatePassed").flag(m_review.gate.passed);
        m_json.member("gateReason", m_review.gate.reason).member("unreadableFiles", m_review.unreadable).endObject();
    }

    const ReviewResult &m_review;
    const SourceText &m_source;
    RuleTable m_rules;
    JsonWriter m_json;
};

} // namespace

std::string writeSarif(const ReviewResult &review, const SourceText &source)
{
    return SarifWriter(review, source).write();
}

} // namespace drydock::report
