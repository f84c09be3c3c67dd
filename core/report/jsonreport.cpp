// SPDX-License-Identifier: MIT
#include "core/report/fixpatch.h"
#include "core/report/format.h"
#include "core/report/jsonwriter.h"

namespace drydock::report {

namespace {

using namespace policy;

/// Raised when a reader of the older version could misunderstand a report; new optional members do not count.
constexpr std::uint64_t schemaVersion = 1;

void writeRange(JsonWriter &json, const SourceRange &range)
{
    json.member("file", range.file)
        .member("line", range.line)
        .member("column", range.column)
        .member("end_line", range.endLine)
        .member("end_column", range.endColumn)
        .member("start_byte", range.startByte)
        .member("end_byte", range.endByte);
}

void writeSummary(JsonWriter &json, const ReviewResult &review)
{
    json.key("summary").beginObject().key("open").beginObject();
    json.member("critical", review.open.critical)
        .member("high", review.open.high)
        .member("medium", review.open.medium)
        .member("low", review.open.low)
        .member("total", review.open.total())
        .endObject();
    json.member("waived", review.waived)
        .member("baselined", review.baselined)
        .member("undecided", review.undecided.size())
        .member("diagnostics", review.diagnostics.size())
        .member("files", review.files)
        .member("unreadable", review.unreadable)
        .member("modules", review.modules)
        .member("resources", review.resources)
        .member("rules", review.rules)
        .endObject();
}

void writeGate(JsonWriter &json, const Gate &gate)
{
    json.key("gate").beginObject().key("passed").flag(gate.passed).key("fail_on");
    if (gate.failOn)
        json.text(severityName(*gate.failOn));
    else
        json.null();
    json.member("reason", gate.reason).endObject();
}

void writeFix(JsonWriter &json, const std::optional<Fix> &fix, const SourceText &source)
{
    json.key("fix");
    if (!fix) {
        json.null();
        return;
    }
    json.beginObject().member("title", fix->title).key("patch");
    const auto patch = source ? fixPatch(*fix, source) : failure("report.source", "No source text was given.");
    if (patch)
        json.text(*patch);
    else
        json.null();
    json.key("edits").beginArray();
    for (const TextEdit &edit : fix->edits) {
        json.beginObject()
            .member("file", edit.file)
            .member("start_byte", edit.startByte)
            .member("end_byte", edit.endByte)
            .member("replacement", edit.replacement)
            .endObject();
    }
    json.endArray().endObject();
}

void writeDerivation(JsonWriter &json, const std::vector<DerivationStep> &derivation)
{
    json.key("derivation").beginArray();
    for (const DerivationStep &step : derivation) {
        json.beginObject().member("text", step.text);
        if (step.range)
            writeRange(json, *step.range);
        json.endObject();
    }
    json.endArray();
}

void writeFinding(JsonWriter &json, const Finding &finding, const SourceText &source)
{
    json.beginObject()
        .member("rule_id", finding.ruleId)
        .member("title", finding.title)
        .member("severity", severityName(finding.severity))
        .member("status", statusName(finding.status))
        .member("status_reason", finding.statusReason)
        .member("resource", finding.resource)
        .key("instances")
        .beginArray();
    for (const std::string &instance : finding.instances)
        json.text(instance);
    json.endArray();
    writeRange(json, finding.range);
    json.member("message", finding.message)
        .member("fingerprint", finding.fingerprint)
        .member("article", finding.article);
    writeDerivation(json, finding.derivation);
    writeFix(json, finding.fix, source);
    if (!finding.fixNote.empty())
        json.member("fix_note", finding.fixNote);
    json.endObject();
}

void writeUndecided(JsonWriter &json, const std::vector<Undecided> &undecided)
{
    json.key("undecided").beginArray();
    for (const Undecided &entry : undecided) {
        json.beginObject()
            .member("rule_id", entry.ruleId)
            .member("severity", severityName(entry.severity))
            .member("resource", entry.resource);
        writeRange(json, entry.range);
        json.member("reason", entry.reason).endObject();
    }
    json.endArray();
}

void writeDiagnostics(JsonWriter &json, const std::vector<ReviewDiagnostic> &diagnostics)
{
    json.key("diagnostics").beginArray();
    for (const ReviewDiagnostic &diagnostic : diagnostics) {
        json.beginObject()
            .member("severity", diagnostic.severity == DiagnosticSeverity::Error ? "error" : "warning")
            .member("summary", diagnostic.summary)
            .member("detail", diagnostic.detail);
        writeRange(json, diagnostic.range);
        json.endObject();
    }
    json.endArray();
}

} // namespace

std::string writeJson(const ReviewResult &review, const SourceText &source)
{
    JsonWriter json;
    json.beginObject().member("schema_version", schemaVersion);
    json.key("tool").beginObject().member("name", "drydock").member("version", DRYDOCK_VERSION).endObject();
    json.member("root", review.root)
        .member("started", formatTimestamp(review.started))
        .member("duration_ms", static_cast<std::uint64_t>(review.duration.count()));
    writeSummary(json, review);
    writeGate(json, review.gate);
    json.key("findings").beginArray();
    for (const Finding &finding : review.findings)
        writeFinding(json, finding, source);
    json.endArray();
    writeUndecided(json, review.undecided);
    writeDiagnostics(json, review.diagnostics);
    json.endObject();
    return json.finish();
}

} // namespace drydock::report
