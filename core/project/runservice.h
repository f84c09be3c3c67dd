// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/project/run.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::project {

class Workspace;

/// The history of a workspace. Safe from any thread. A run goes queued -> running -> succeeded, failed or cancelled;
/// another step is refused (`run.state`). Codes: `run.not-found`, `run.state`.
class RunService
{
public:
    explicit RunService(const Workspace &workspace);

    [[nodiscard]] Result<Run> enqueue(std::string_view projectId, std::string_view kind, std::string_view title) const;
    [[nodiscard]] Result<Run> start(std::string_view runId) const;
    [[nodiscard]] Result<Run> succeed(std::string_view runId) const;
    [[nodiscard]] Result<Run> fail(std::string_view runId, const Error &error) const;
    [[nodiscard]] Result<Run> cancel(std::string_view runId) const;
    /// fail(), or cancel() when the error says so.
    [[nodiscard]] Result<Run> end(std::string_view runId, const Error &error) const;

    [[nodiscard]] Result<> note(std::string_view runId, std::string_view kind, std::string_view text) const;
    [[nodiscard]] Result<std::vector<RunEvent>> events(std::string_view runId) const;

    [[nodiscard]] Result<Run> find(std::string_view runId) const;
    [[nodiscard]] Result<Run> findByNumber(std::string_view projectId, std::uint32_t number) const;
    [[nodiscard]] Result<RunPage> list(const RunQuery &query) const;
    /// The newest run of the same project and kind that succeeded before this one.
    [[nodiscard]] Result<std::optional<Run>> previous(std::string_view runId) const;
    /// Removes a finished run with its findings and files.
    [[nodiscard]] Result<> remove(std::string_view runId) const;

private:
    [[nodiscard]] Result<Run> move(std::string_view runId, RunState to, std::string_view error) const;

    const Workspace &m_workspace;
};

} // namespace drydock::project
