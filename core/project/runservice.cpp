// SPDX-License-Identifier: MIT
#include "core/project/runservice.h"

#include "core/base/identifier.h"
#include "core/project/columns.h"
#include "core/project/workspace.h"
#include "core/store/transaction.h"

#include <array>
#include <utility>

namespace drydock::project {

static constexpr std::array<std::pair<RunState, std::string_view>, 6> stateNames = {{
    {RunState::Queued, "queued"},
    {RunState::Running, "running"},
    {RunState::Succeeded, "succeeded"},
    {RunState::Failed, "failed"},
    {RunState::Cancelled, "cancelled"},
    {RunState::Interrupted, "interrupted"},
}};

std::string_view runStateName(RunState state)
{
    for (const auto &[known, name] : stateNames)
        if (known == state)
            return name;
    return "failed";
}

std::optional<RunState> runStateFromName(std::string_view name)
{
    for (const auto &[state, known] : stateNames)
        if (known == name)
            return state;
    return std::nullopt;
}

RunService::RunService(const Workspace &workspace)
    : m_workspace(workspace)
{
}

static Failure notFound(std::string_view what)
{
    return failure("run.not-found", "There is no run \"" + std::string(what) + "\".", {},
                   "List the runs of the project; it may have been deleted.");
}

static Result<Run> single(Result<std::vector<Run>> runs, std::string_view what)
{
    if (!runs)
        return Failure(runs.error());
    if (runs->empty())
        return notFound(what);
    return std::move(runs->front());
}

Result<Run> RunService::find(std::string_view runId) const
{
    return single(queryRuns(m_workspace.database(), " WHERE r.id = ?", {std::string(runId)}), runId);
}

Result<Run> RunService::findByNumber(std::string_view projectId, std::uint32_t number) const
{
    return single(queryRuns(m_workspace.database(), " WHERE r.project_id = ? AND r.number = ?",
                            {std::string(projectId), static_cast<std::int64_t>(number)}),
                  std::to_string(number));
}

Result<Run> RunService::enqueue(std::string_view projectId, std::string_view kind, std::string_view title) const
{
    const store::Database &database = m_workspace.database();
    auto transaction = store::Transaction::begin(database);
    if (!transaction)
        return Failure(transaction.error());
    const std::string id = newIdentifier();
    auto inserted =
        database.execute("INSERT INTO runs (id, project_id, number, kind, title, state, error, owner, created_at) "
                         "SELECT ?, p.id, 1 + coalesce((SELECT max(number) FROM runs WHERE project_id = p.id), 0), ?, "
                         "?, 'queued', '', ?, ? "
                         "FROM projects p WHERE p.id = ?",
                         {id, std::string(kind), std::string(title), processMark(),
                          timeValue(m_workspace.clock().now()), std::string(projectId)});
    if (!inserted)
        return Failure(inserted.error());
    if (*inserted == 0)
        return failure("project.not-found", "There is no project \"" + std::string(projectId) + "\".");
    if (auto noted = note(id, "state", "queued"); !noted)
        return Failure(noted.error());
    if (auto committed = transaction->commit(); !committed)
        return Failure(committed.error());
    return find(id);
}

static bool mayMove(RunState from, RunState to)
{
    switch (to) {
    case RunState::Running:
        return from == RunState::Queued;
    case RunState::Succeeded:
        return from == RunState::Running;
    case RunState::Failed:
    case RunState::Cancelled:
        return from == RunState::Queued || from == RunState::Running;
    default:
        return false;
    }
}

Result<Run> RunService::move(std::string_view runId, RunState to, std::string_view error) const
{
    const store::Database &database = m_workspace.database();
    auto transaction = store::Transaction::begin(database);
    if (!transaction)
        return Failure(transaction.error());
    auto run = find(runId);
    if (!run)
        return run;
    if (!mayMove(run->state, to))
        return failure("run.state",
                       "Run " + std::to_string(run->number) + " is " + std::string(runStateName(run->state)) +
                           " and cannot become " + std::string(runStateName(to)) + ".",
                       run->title);
    const std::string column = to == RunState::Running ? "started_at" : "finished_at";
    auto updated = database.execute("UPDATE runs SET state = ?, error = ?, owner = ?, " + column + " = ? WHERE id = ?",
                                    {std::string(runStateName(to)), std::string(error), processMark(),
                                     timeValue(m_workspace.clock().now()), run->id});
    if (!updated)
        return Failure(updated.error());
    if (auto noted = note(run->id, "state", runStateName(to)); !noted)
        return Failure(noted.error());
    if (auto committed = transaction->commit(); !committed)
        return Failure(committed.error());
    return find(run->id);
}

Result<Run> RunService::start(std::string_view runId) const
{
    return move(runId, RunState::Running, {});
}

Result<Run> RunService::succeed(std::string_view runId) const
{
    return move(runId, RunState::Succeeded, {});
}

Result<Run> RunService::fail(std::string_view runId, const Error &error) const
{
    return move(runId, RunState::Failed, error.text());
}

Result<Run> RunService::cancel(std::string_view runId) const
{
    return move(runId, RunState::Cancelled, {});
}

Result<Run> RunService::end(std::string_view runId, const Error &error) const
{
    return error.code == "task.cancelled" ? cancel(runId) : fail(runId, error);
}

Result<> RunService::note(std::string_view runId, std::string_view kind, std::string_view text) const
{
    auto inserted = m_workspace.database().execute(
        "INSERT INTO run_events (run_id, sequence, at, kind, text) "
        "SELECT r.id, 1 + coalesce((SELECT max(sequence) FROM run_events WHERE run_id = r.id), 0), ?, ?, ? "
        "FROM runs r WHERE r.id = ?",
        {timeValue(m_workspace.clock().now()), std::string(kind), std::string(text), std::string(runId)});
    if (!inserted)
        return Failure(inserted.error());
    return *inserted == 1 ? Result<>() : Result<>(notFound(runId));
}

Result<std::vector<RunEvent>> RunService::events(std::string_view runId) const
{
    const auto rows = m_workspace.database().query(
        "SELECT sequence, at, kind, text FROM run_events WHERE run_id = ? ORDER BY sequence", {std::string(runId)});
    if (!rows)
        return Failure(rows.error());
    std::vector<RunEvent> events;
    for (const store::Row &row : *rows)
        events.push_back({countFrom(row, 0), timeFrom(row, 1), row.text(2), row.text(3)});
    return events;
}

Result<RunPage> RunService::list(const RunQuery &query) const
{
    Conditions conditions;
    conditions.addIfSet("r.project_id = ?", query.projectId);
    if (!query.kindPrefix.empty())
        conditions.add("substr(r.kind, 1, ?) = ?",
                       {static_cast<std::int64_t>(query.kindPrefix.size()), query.kindPrefix});
    if (query.state)
        conditions.add("r.state = ?", {std::string(runStateName(*query.state))});
    const auto total =
        m_workspace.database().queryOne("SELECT count(*) FROM runs r" + conditions.where(), conditions.values());
    if (!total)
        return Failure(total.error());
    auto runs = queryRuns(m_workspace.database(),
                          conditions.where() + " ORDER BY r.created_at DESC, r.id DESC LIMIT ? OFFSET ?",
                          conditions.valuesAnd({query.limit, query.offset}));
    if (!runs)
        return Failure(runs.error());
    return RunPage{countFrom(**total, 0), std::move(*runs)};
}

Result<std::optional<Run>> RunService::previous(std::string_view runId) const
{
    auto runs = queryRuns(m_workspace.database(),
                          " JOIN runs s ON s.project_id = r.project_id AND s.kind = r.kind AND s.number > r.number "
                          "WHERE s.id = ? AND r.state = 'succeeded' ORDER BY r.number DESC LIMIT 1",
                          {std::string(runId)});
    if (!runs)
        return Failure(runs.error());
    return runs->empty() ? std::optional<Run>() : std::optional<Run>(std::move(runs->front()));
}

Result<> RunService::remove(std::string_view runId) const
{
    const auto run = find(runId);
    if (!run)
        return Failure(run.error());
    if (run->state == RunState::Queued || run->state == RunState::Running)
        return failure("run.state", "Run " + std::to_string(run->number) + " is not done yet.", run->title,
                       "Cancel it first.");
    auto removal = m_workspace.journal().remove("projects/" + run->projectSlug + "/runs/" + run->id);
    if (!removal)
        return Failure(removal.error());
    auto transaction = store::Transaction::begin(m_workspace.database());
    if (!transaction)
        return Failure(transaction.error());
    if (auto deleted = m_workspace.database().execute("DELETE FROM runs WHERE id = ?", {run->id}); !deleted)
        return Failure(deleted.error());
    if (auto moved = removal->moveAside(); !moved)
        return moved;
    if (auto committed = transaction->commit(); !committed)
        return committed;
    removal->finish();
    return {};
}

} // namespace drydock::project
