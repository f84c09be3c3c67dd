// SPDX-License-Identifier: MIT
#include "core/project/findingservice.h"

#include "core/project/columns.h"
#include "core/project/findingjson.h"
#include "core/project/workspace.h"
#include "core/store/transaction.h"

#include <map>
#include <utility>

namespace drydock::project {

static constexpr std::string_view findingColumns = "rule_id, title, severity, status, resource, file, start_byte, "
                                                   "end_byte, line, column_number, end_line, end_column, "
                                                   "message, fingerprint, article, status_reason, detail";

FindingService::FindingService(const Workspace &workspace)
    : m_workspace(workspace)
{
}

static policy::Finding findingFrom(const store::Row &row)
{
    policy::Finding finding;
    finding.ruleId = row.text(0);
    finding.title = row.text(1);
    finding.severity = static_cast<policy::Severity>(row.integer(2));
    finding.status = static_cast<policy::FindingStatus>(row.integer(3));
    finding.resource = row.text(4);
    finding.range = {row.text(5),       countFrom(row, 6),  countFrom(row, 7), countFrom(row, 8),
                     countFrom(row, 9), countFrom(row, 10), countFrom(row, 11)};
    finding.message = row.text(12);
    finding.fingerprint = row.text(13);
    finding.article = row.text(14);
    finding.statusReason = row.text(15);
    readFindingDetail(row.text(16), finding);
    return finding;
}

static Result<std::vector<policy::Finding>> queryFindings(const store::Database &database, const std::string &rest,
                                                          const store::Values &values)
{
    std::vector<policy::Finding> findings;
    const std::string sql = "SELECT " + std::string(findingColumns) + " FROM findings" + rest;
    auto done = database.forEach(sql, values, [&](const store::Row &row) -> Result<> {
        findings.push_back(findingFrom(row));
        return {};
    });
    if (!done)
        return Failure(done.error());
    return findings;
}

static Conditions conditionsOf(const FindingQuery &query)
{
    Conditions conditions;
    conditions.add("run_id = ?", {query.runId});
    std::vector<std::int64_t> severities;
    for (const policy::Severity severity : query.severities)
        severities.push_back(static_cast<std::int64_t>(severity));
    conditions.addAny("severity", severities);
    std::vector<std::int64_t> statuses;
    for (const policy::FindingStatus status : query.statuses)
        statuses.push_back(static_cast<std::int64_t>(status));
    conditions.addAny("status", statuses);
    conditions.addIfSet("rule_id = ?", query.ruleId);
    conditions.addIfSet("resource = ?", query.resource);
    conditions.addIfSet("file = ?", query.file);
    if (!query.text.empty())
        conditions.add("lower(message || ' ' || rule_id || ' ' || title || ' ' || resource || ' ' || file) LIKE "
                       "lower(?) ESCAPE '!'",
                       {containsPattern(query.text)});
    return conditions;
}

static std::string orderOf(FindingOrder order)
{
    switch (order) {
    case FindingOrder::Severity:
        return " ORDER BY severity DESC, ordinal";
    case FindingOrder::File:
        return " ORDER BY file, line, ordinal";
    case FindingOrder::Rule:
        return " ORDER BY rule_id, ordinal";
    case FindingOrder::Resource:
        return " ORDER BY resource, ordinal";
    }
    return {};
}

static std::string keyColumn(FindingOrder by)
{
    switch (by) {
    case FindingOrder::Severity:
        return "severity";
    case FindingOrder::File:
        return "file";
    case FindingOrder::Rule:
        return "rule_id";
    case FindingOrder::Resource:
        return "resource";
    }
    return {};
}

Result<FindingPage> FindingService::page(const FindingQuery &query) const
{
    const Conditions conditions = conditionsOf(query);
    const auto total =
        m_workspace.database().queryOne("SELECT count(*) FROM findings" + conditions.where(), conditions.values());
    if (!total)
        return Failure(total.error());
    auto findings =
        queryFindings(m_workspace.database(), conditions.where() + orderOf(query.order) + " LIMIT ? OFFSET ?",
                      conditions.valuesAnd({query.limit, query.offset}));
    if (!findings)
        return Failure(findings.error());
    return FindingPage{countFrom(**total, 0), std::move(*findings)};
}

Result<std::vector<FindingGroup>> FindingService::groups(const FindingQuery &query, FindingOrder by) const
{
    const Conditions conditions = conditionsOf(query);
    const std::string key = keyColumn(by);
    const auto rows =
        m_workspace.database().query("SELECT " + key + ", count(*), max(severity) FROM findings" + conditions.where() +
                                         " GROUP BY " + key + " ORDER BY max(severity) DESC, count(*) DESC, " + key,
                                     conditions.values());
    if (!rows)
        return Failure(rows.error());
    std::vector<FindingGroup> groups;
    for (const store::Row &row : *rows) {
        const auto worst = static_cast<policy::Severity>(row.integer(2));
        const std::string name = by == FindingOrder::Severity ? std::string(policy::severityName(worst)) : row.text(0);
        groups.push_back({name, countFrom(row, 1), worst});
    }
    return groups;
}

static Result<> readHead(const store::Database &database, const std::string &runId, policy::ReviewResult &result)
{
    const auto row =
        database.queryOne("SELECT root, critical, high, medium, low, waived, baselined, files, modules, resources, "
                          "rules, gate_passed, gate_fail_on, gate_reason, started_at, duration_ms, unreadable "
                          "FROM reviews "
                          "WHERE run_id = ?",
                          {runId});
    if (!row)
        return Failure(row.error());
    if (!row->has_value())
        return failure("run.no-review", "The run \"" + runId + "\" holds no review.", {},
                       "Choose a review that succeeded.");
    const store::Row &head = **row;
    result.root = head.text(0);
    result.open = {countFrom(head, 1), countFrom(head, 2), countFrom(head, 3), countFrom(head, 4)};
    result.waived = countFrom(head, 5);
    result.baselined = countFrom(head, 6);
    result.files = countFrom(head, 7);
    result.modules = countFrom(head, 8);
    result.resources = countFrom(head, 9);
    result.rules = countFrom(head, 10);
    result.gate.passed = head.integer(11) != 0;
    result.gate.failOn = policy::severityFromName(head.text(12));
    result.gate.reason = head.text(13);
    result.started = timeFrom(head, 14);
    result.duration = std::chrono::milliseconds(head.integer(15));
    result.unreadable = countFrom(head, 16);
    return {};
}

Result<policy::ReviewResult> FindingService::review(std::string_view runId) const
{
    const store::Database &database = m_workspace.database();
    const std::string id(runId);
    policy::ReviewResult result;
    if (auto head = readHead(database, id, result); !head)
        return Failure(head.error());
    auto findings = queryFindings(database, " WHERE run_id = ? ORDER BY ordinal", {id});
    if (!findings)
        return Failure(findings.error());
    result.findings = std::move(*findings);
    const auto notes =
        database.query("SELECT kind, data FROM review_notes WHERE run_id = ? ORDER BY kind, ordinal", {id});
    if (!notes)
        return Failure(notes.error());
    for (const store::Row &row : *notes) {
        if (row.text(0) == "undecided")
            result.undecided.push_back(undecidedFrom(row.text(1)));
        else
            result.diagnostics.push_back(diagnosticFrom(row.text(1)));
    }
    return result;
}

Result<FindingChanges> FindingService::changes(std::string_view olderRunId, std::string_view newerRunId) const
{
    auto older = review(olderRunId);
    if (!older)
        return Failure(older.error());
    auto newer = review(newerRunId);
    if (!newer)
        return Failure(newer.error());
    // A fingerprint may stand several times (two equal blocks): they are matched one by one.
    std::map<std::string, std::uint32_t> known;
    for (const policy::Finding &finding : older->findings)
        if (finding.status == policy::FindingStatus::Open)
            ++known[finding.fingerprint];
    FindingChanges changes;
    for (policy::Finding &finding : newer->findings) {
        if (finding.status != policy::FindingStatus::Open)
            continue;
        const auto match = known.find(finding.fingerprint);
        if (match != known.end() && match->second > 0) {
            --match->second;
            changes.remaining.push_back(std::move(finding));
        } else {
            changes.added.push_back(std::move(finding));
        }
    }
    for (policy::Finding &finding : older->findings) {
        const auto match = known.find(finding.fingerprint);
        if (finding.status == policy::FindingStatus::Open && match != known.end() && match->second > 0) {
            --match->second;
            changes.fixed.push_back(std::move(finding));
        }
    }
    return changes;
}

static Result<> saveHead(const store::Database &database, const std::string &runId, const policy::ReviewResult &result)
{
    const store::Value failOn =
        result.gate.failOn ? store::Value(std::string(policy::severityName(*result.gate.failOn))) : store::Value();
    auto inserted = database.execute(
        "INSERT INTO reviews (run_id, root, critical, high, medium, low, waived, baselined, undecided, diagnostics, "
        "files, modules, resources, rules, gate_passed, gate_fail_on, gate_reason, started_at, duration_ms, "
        "unreadable) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {runId,
         result.root,
         result.open.critical,
         result.open.high,
         result.open.medium,
         result.open.low,
         result.waived,
         result.baselined,
         static_cast<std::int64_t>(result.undecided.size()),
         static_cast<std::int64_t>(result.diagnostics.size()),
         result.files,
         result.modules,
         result.resources,
         result.rules,
         result.gate.passed ? 1 : 0,
         failOn,
         result.gate.reason,
         timeValue(result.started),
         static_cast<std::int64_t>(result.duration.count()),
         result.unreadable});
    if (!inserted)
        return Failure(inserted.error());
    return {};
}

static Result<> saveFinding(const store::Database &database, const std::string &runId, std::int64_t ordinal,
                            const policy::Finding &finding)
{
    const policy::SourceRange &range = finding.range;
    auto inserted =
        database.execute("INSERT INTO findings (run_id, ordinal, " + std::string(findingColumns) +
                             ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                         {runId, ordinal, finding.ruleId, finding.title, static_cast<std::int64_t>(finding.severity),
                          static_cast<std::int64_t>(finding.status), finding.resource, range.file, range.startByte,
                          range.endByte, range.line, range.column, range.endLine, range.endColumn, finding.message,
                          finding.fingerprint, finding.article, finding.statusReason, findingDetail(finding)});
    if (!inserted)
        return Failure(inserted.error());
    return {};
}

static Result<> saveNote(const store::Database &database, const std::string &runId, const char *kind,
                         std::int64_t ordinal, const std::string &data)
{
    auto inserted = database.execute("INSERT INTO review_notes (run_id, kind, ordinal, data) VALUES (?, ?, ?, ?)",
                                     {runId, kind, ordinal, data});
    if (!inserted)
        return Failure(inserted.error());
    return {};
}

Result<> FindingService::save(std::string_view runId, const policy::ReviewResult &result) const
{
    const store::Database &database = m_workspace.database();
    const std::string id(runId);
    auto transaction = store::Transaction::begin(database);
    if (!transaction)
        return Failure(transaction.error());
    if (auto saved = saveHead(database, id, result); !saved)
        return saved;
    std::int64_t ordinal = 0;
    for (const policy::Finding &finding : result.findings)
        if (auto saved = saveFinding(database, id, ordinal++, finding); !saved)
            return saved;
    ordinal = 0;
    for (const policy::Undecided &undecided : result.undecided)
        if (auto saved = saveNote(database, id, "undecided", ordinal++, undecidedJson(undecided)); !saved)
            return saved;
    ordinal = 0;
    for (const policy::ReviewDiagnostic &diagnostic : result.diagnostics)
        if (auto saved = saveNote(database, id, "diagnostic", ordinal++, diagnosticJson(diagnostic)); !saved)
            return saved;
    return transaction->commit();
}

} // namespace drydock::project
