// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/project/run.h"
#include "core/store/database.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::project {

/// How values stand in columns. Internal to core/project.

[[nodiscard]] inline store::Value timeValue(Timestamp time)
{
    return static_cast<std::int64_t>(time.time_since_epoch().count());
}

[[nodiscard]] inline Timestamp timeFrom(const store::Row &row, std::size_t column)
{
    return Timestamp(std::chrono::milliseconds(row.integer(column)));
}

[[nodiscard]] inline std::optional<Timestamp> optionalTimeFrom(const store::Row &row, std::size_t column)
{
    return row.isNull(column) ? std::nullopt : std::optional(timeFrom(row, column));
}

[[nodiscard]] inline std::uint32_t countFrom(const store::Row &row, std::size_t column)
{
    return static_cast<std::uint32_t>(row.integer(column));
}

/// A text as a LIKE pattern that finds it anywhere; for `LIKE ? ESCAPE '!'`.
[[nodiscard]] std::string containsPattern(std::string_view text);

/// WHERE conditions joined by AND, with the values of their placeholders.
class Conditions
{
public:
    void add(std::string_view condition, store::Values values);
    void addIfSet(std::string_view condition, const std::string &value);
    /// `column IN (?, …)`; nothing for an empty list.
    void addAny(std::string_view column, const std::vector<std::int64_t> &values);

    [[nodiscard]] std::string where() const; ///< " WHERE …", or empty
    [[nodiscard]] const store::Values &values() const { return m_values; }
    [[nodiscard]] store::Values valuesAnd(store::Values more) const;

private:
    std::string m_text;
    store::Values m_values;
};

/// A query over runs: `runSelect` + conditions on r (runs), p (projects), v (reviews).
inline constexpr std::string_view runSelect =
    "SELECT r.id, r.project_id, p.slug, r.number, r.kind, r.title, r.state, r.error, r.created_at, r.started_at, "
    "r.finished_at, v.run_id, v.critical, v.high, v.medium, v.low, v.waived, v.baselined, v.undecided, v.diagnostics, "
    "v.files, v.resources, v.rules, v.gate_passed, v.gate_fail_on, v.gate_reason, "
    "v.unreadable "
    "FROM runs r JOIN projects p ON p.id = r.project_id LEFT JOIN reviews v ON v.run_id = r.id";

[[nodiscard]] Run runFrom(const store::Row &row);
[[nodiscard]] Result<std::vector<Run>> queryRuns(const store::Database &database, std::string_view rest,
                                                 const store::Values &values);

} // namespace drydock::project
