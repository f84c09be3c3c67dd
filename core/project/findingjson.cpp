// SPDX-License-Identifier: MIT
#include "core/project/findingjson.h"

#include <nlohmann/json.hpp>

namespace drydock::project {

using nlohmann::json;

static json rangeJson(const policy::SourceRange &range)
{
    return {{"file", range.file},     {"start", range.startByte}, {"end", range.endByte},        {"line", range.line},
            {"column", range.column}, {"endLine", range.endLine}, {"endColumn", range.endColumn}};
}

static std::uint32_t number(const json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_number_unsigned() ? found->get<std::uint32_t>() : 0;
}

static std::string text(const json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

static const json &child(const json &object, const char *key)
{
    static const json nothing;
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found != object.end() ? *found : nothing;
}

static policy::SourceRange rangeFrom(const json &object)
{
    if (!object.is_object())
        return {};
    return {text(object, "file"),     number(object, "start"),   number(object, "end"),      number(object, "line"),
            number(object, "column"), number(object, "endLine"), number(object, "endColumn")};
}

/// Texts come from files and may hold bytes that are not UTF-8; they are replaced, never fatal.
static std::string dump(const json &value)
{
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

static json parse(std::string_view source)
{
    return json::parse(source, nullptr, false);
}

std::string findingDetail(const policy::Finding &finding)
{
    json detail = json::object();
    detail["instances"] = finding.instances;
    detail["derivation"] = json::array();
    for (const policy::DerivationStep &step : finding.derivation) {
        json entry = {{"text", step.text}};
        if (step.range)
            entry["range"] = rangeJson(*step.range);
        detail["derivation"].push_back(std::move(entry));
    }
    if (finding.fix) {
        json edits = json::array();
        for (const policy::TextEdit &edit : finding.fix->edits)
            edits.push_back(
                {{"file", edit.file}, {"start", edit.startByte}, {"end", edit.endByte}, {"text", edit.replacement}});
        detail["fix"] = {{"title", finding.fix->title}, {"edits", std::move(edits)}};
    }
    if (!finding.fixNote.empty())
        detail["fixNote"] = finding.fixNote;
    return dump(detail);
}

void readFindingDetail(std::string_view source, policy::Finding &finding)
{
    const json detail = parse(source);
    for (const json &instance : child(detail, "instances"))
        if (instance.is_string())
            finding.instances.push_back(instance.get<std::string>());
    for (const json &step : child(detail, "derivation")) {
        policy::DerivationStep entry{text(step, "text"), std::nullopt};
        if (const json &range = child(step, "range"); range.is_object())
            entry.range = rangeFrom(range);
        finding.derivation.push_back(std::move(entry));
    }
    finding.fixNote = text(detail, "fixNote");
    const json &fix = child(detail, "fix");
    if (!fix.is_object())
        return;
    finding.fix = policy::Fix{text(fix, "title"), {}};
    for (const json &edit : child(fix, "edits"))
        finding.fix->edits.push_back(
            {text(edit, "file"), number(edit, "start"), number(edit, "end"), text(edit, "text")});
}

std::string undecidedJson(const policy::Undecided &undecided)
{
    return dump({{"rule", undecided.ruleId},
                 {"severity", policy::severityName(undecided.severity)},
                 {"resource", undecided.resource},
                 {"range", rangeJson(undecided.range)},
                 {"reason", undecided.reason}});
}

policy::Undecided undecidedFrom(std::string_view source)
{
    const json object = parse(source);
    if (!object.is_object())
        return {};
    return {text(object, "rule"), policy::severityFromName(text(object, "severity")).value_or(policy::Severity::Medium),
            text(object, "resource"), rangeFrom(child(object, "range")), text(object, "reason")};
}

std::string diagnosticJson(const policy::ReviewDiagnostic &diagnostic)
{
    const bool isError = diagnostic.severity == policy::DiagnosticSeverity::Error;
    return dump({{"severity", isError ? "error" : "warning"},
                 {"summary", diagnostic.summary},
                 {"detail", diagnostic.detail},
                 {"range", rangeJson(diagnostic.range)}});
}

policy::ReviewDiagnostic diagnosticFrom(std::string_view source)
{
    const json object = parse(source);
    if (!object.is_object())
        return {};
    const bool isWarning = text(object, "severity") == "warning";
    return {isWarning ? policy::DiagnosticSeverity::Warning : policy::DiagnosticSeverity::Error,
            text(object, "summary"), text(object, "detail"), rangeFrom(child(object, "range"))};
}

} // namespace drydock::project
