// SPDX-License-Identifier: MIT
#include "core/report/format.h"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace drydock::report {

namespace {

using namespace policy;
using Json = nlohmann::json;

constexpr int newestSchemaVersion = 1;

/// What a report lacks or has wrong; leaves this file as an Error.
struct ContentError : std::runtime_error
{
    using std::runtime_error::runtime_error;
};

std::string stringAt(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? std::string() : found->get<std::string>();
}

std::uint32_t numberAt(const Json &object, const char *key)
{
    const auto found = object.find(key);
    if (found == object.end())
        return 0;
    if (!found->is_number_unsigned() || found->get<std::uint64_t>() > UINT32_MAX)
        throw ContentError("\"" + std::string(key) + "\" is not a count");
    return found->get<std::uint32_t>();
}

Json objectAt(const Json &object, const char *key)
{
    const auto found = object.find(key);
    if (found == object.end() || !found->is_object())
        throw ContentError("the object \"" + std::string(key) + "\" is missing");
    return *found;
}

const Json &arrayAt(const Json &object, const char *key)
{
    const auto found = object.find(key);
    if (found == object.end() || !found->is_array())
        throw ContentError("the list \"" + std::string(key) + "\" is missing");
    return *found;
}

Severity severityAt(const Json &object, const char *key)
{
    const std::string name = stringAt(object, key);
    const auto severity = severityFromName(name);
    if (!severity)
        throw ContentError("\"" + name + "\" is not a severity");
    return *severity;
}

FindingStatus statusAt(const Json &object)
{
    const std::string name = stringAt(object, "status");
    for (const FindingStatus status : {FindingStatus::Open, FindingStatus::Waived, FindingStatus::Baselined}) {
        if (statusName(status) == name)
            return status;
    }
    throw ContentError("\"" + name + "\" is not a status");
}

SourceRange rangeOf(const Json &object)
{
    return {stringAt(object, "file"),      numberAt(object, "start_byte"), numberAt(object, "end_byte"),
            numberAt(object, "line"),      numberAt(object, "column"),     numberAt(object, "end_line"),
            numberAt(object, "end_column")};
}

std::optional<Fix> fixOf(const Json &object)
{
    const auto found = object.find("fix");
    if (found == object.end() || found->is_null())
        return std::nullopt;
    Fix fix{stringAt(*found, "title"), {}};
    for (const Json &edit : arrayAt(*found, "edits"))
        fix.edits.push_back({stringAt(edit, "file"), numberAt(edit, "start_byte"), numberAt(edit, "end_byte"),
                             stringAt(edit, "replacement")});
    return fix;
}

Finding findingOf(const Json &object)
{
    Finding finding;
    finding.ruleId = stringAt(object, "rule_id");
    finding.title = stringAt(object, "title");
    finding.severity = severityAt(object, "severity");
    finding.status = statusAt(object);
    finding.statusReason = stringAt(object, "status_reason");
    finding.resource = stringAt(object, "resource");
    for (const Json &instance : arrayAt(object, "instances"))
        finding.instances.push_back(instance.get<std::string>());
    finding.range = rangeOf(object);
    finding.message = stringAt(object, "message");
    finding.fingerprint = stringAt(object, "fingerprint");
    finding.article = stringAt(object, "article");
    for (const Json &step : arrayAt(object, "derivation")) {
        finding.derivation.push_back({stringAt(step, "text"), std::nullopt});
        if (step.contains("file"))
            finding.derivation.back().range = rangeOf(step);
    }
    finding.fix = fixOf(object);
    finding.fixNote = stringAt(object, "fix_note");
    return finding;
}

void readSummary(const Json &summary, ReviewResult &review)
{
    const Json open = objectAt(summary, "open");
    review.open = {numberAt(open, "critical"), numberAt(open, "high"), numberAt(open, "medium"), numberAt(open, "low")};
    review.waived = numberAt(summary, "waived");
    review.baselined = numberAt(summary, "baselined");
    review.files = numberAt(summary, "files");
    review.unreadable = numberAt(summary, "unreadable"); // reports of the first version lack it
    review.modules = numberAt(summary, "modules");
    review.resources = numberAt(summary, "resources");
    review.rules = numberAt(summary, "rules");
}

Gate gateOf(const Json &object)
{
    Gate gate;
    gate.passed = object.value("passed", true);
    gate.reason = stringAt(object, "reason");
    if (!stringAt(object, "fail_on").empty())
        gate.failOn = severityAt(object, "fail_on");
    return gate;
}

ReviewResult reviewOf(const Json &document)
{
    ReviewResult review;
    review.root = stringAt(document, "root");
    const auto started = parseTimestamp(stringAt(document, "started"));
    if (!started)
        throw ContentError("\"started\" is not a time");
    review.started = *started;
    review.duration = std::chrono::milliseconds(numberAt(document, "duration_ms"));
    readSummary(objectAt(document, "summary"), review);
    review.gate = gateOf(objectAt(document, "gate"));
    for (const Json &finding : arrayAt(document, "findings"))
        review.findings.push_back(findingOf(finding));
    for (const Json &entry : arrayAt(document, "undecided"))
        review.undecided.push_back({stringAt(entry, "rule_id"), severityAt(entry, "severity"),
                                    stringAt(entry, "resource"), rangeOf(entry), stringAt(entry, "reason")});
    for (const Json &entry : arrayAt(document, "diagnostics"))
        review.diagnostics.push_back(
            {stringAt(entry, "severity") == "warning" ? DiagnosticSeverity::Warning : DiagnosticSeverity::Error,
             stringAt(entry, "summary"), stringAt(entry, "detail"), rangeOf(entry)});
    return review;
}

} // namespace

Result<ReviewResult> readJson(std::string_view text)
{
    const Json document = Json::parse(text.begin(), text.end(), nullptr, false);
    if (document.is_discarded() || !document.is_object())
        return failure("report.syntax", "The stored report is not a JSON object.", {},
                       "Review again to write a new report.");
    try {
        const auto version = document.find("schema_version");
        if (version == document.end() || !version->is_number_integer())
            throw ContentError("\"schema_version\" is missing");
        if (version->get<int>() > newestSchemaVersion)
            return failure("report.version",
                           "The report has schema version " + version->dump() + "; this Drydock reads up to " +
                               std::to_string(newestSchemaVersion) + ".",
                           {}, "Open it with the Drydock that wrote it, or a newer one.");
        return reviewOf(document);
    } catch (const std::exception &error) {
        return failure("report.content", "The stored report cannot be read: " + std::string(error.what()) + ".", {},
                       "Review again to write a new report.");
    }
}

} // namespace drydock::report
