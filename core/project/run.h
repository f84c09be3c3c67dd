// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/policy/finding.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::project {

enum class RunState : std::uint8_t { Queued, Running, Succeeded, Failed, Cancelled, Interrupted };

[[nodiscard]] std::string_view runStateName(RunState state); ///< "queued", … "interrupted" (its process was killed)
[[nodiscard]] std::optional<RunState> runStateFromName(std::string_view name);

/// The figures of a review, kept with its run so that lists need no findings.
struct ReviewFigures
{
    policy::SeverityCounts open;
    std::uint32_t waived = 0;
    std::uint32_t baselined = 0;
    std::uint32_t undecided = 0;
    std::uint32_t diagnostics = 0;
    std::uint32_t files = 0;
    std::uint32_t unreadable = 0; ///< files that could not be read or parsed as a whole
    std::uint32_t resources = 0;
    std::uint32_t rules = 0;
    policy::Gate gate;
};

/// One piece of work of a project. There is one kind of history: reviews, generator runs, publications are all runs.
struct Run
{
    std::string id;
    std::string projectId;
    std::string projectSlug;
    std::uint32_t number = 0; ///< counts from 1 within the project: "Run 14"
    std::string kind;         ///< "review", "generator/<slug>", "publish", "upload"
    std::string title;
    RunState state = RunState::Queued;
    std::string error; ///< one sentence, when it failed
    Timestamp created;
    std::optional<Timestamp> started;
    std::optional<Timestamp> finished;
    std::optional<ReviewFigures> review; ///< of a review that succeeded
};

/// A line of a run's history.
struct RunEvent
{
    std::uint32_t sequence = 0;
    Timestamp time;
    std::string kind; ///< "state", "note", "warning"
    std::string text;
};

struct RunQuery
{
    std::string projectId = {};  ///< empty: of all projects
    std::string kindPrefix = {}; ///< "review", "generator/"; empty: all
    std::optional<RunState> state = {};
    std::uint32_t offset = 0;
    std::uint32_t limit = 50;
};

struct RunPage
{
    std::uint32_t total = 0;
    std::vector<Run> runs; ///< newest first
};

} // namespace drydock::project
