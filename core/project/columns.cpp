// SPDX-License-Identifier: MIT
#include "core/project/columns.h"

namespace drydock::project {

std::string containsPattern(std::string_view text)
{
    std::string pattern = "%";
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '!')
            pattern.push_back('!');
        pattern.push_back(c);
    }
    return pattern + "%";
}

void Conditions::add(std::string_view condition, store::Values values)
{
    m_text += m_text.empty() ? " WHERE " : " AND ";
    m_text += condition;
    m_values.insert(m_values.end(), values.begin(), values.end());
}

void Conditions::addIfSet(std::string_view condition, const std::string &value)
{
    if (!value.empty())
        add(condition, {value});
}

void Conditions::addAny(std::string_view column, const std::vector<std::int64_t> &values)
{
    if (values.empty())
        return;
    std::string list;
    store::Values bound;
    for (const std::int64_t value : values) {
        list += list.empty() ? "?" : ", ?";
        bound.emplace_back(value);
    }
    add(std::string(column) + " IN (" + list + ")", std::move(bound));
}

std::string Conditions::where() const
{
    return m_text;
}

store::Values Conditions::valuesAnd(store::Values more) const
{
    store::Values all = m_values;
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

Run runFrom(const store::Row &row)
{
    Run run;
    run.id = row.text(0);
    run.projectId = row.text(1);
    run.projectSlug = row.text(2);
    run.number = countFrom(row, 3);
    run.kind = row.text(4);
    run.title = row.text(5);
    run.state = runStateFromName(row.text(6)).value_or(RunState::Failed);
    run.error = row.text(7);
    run.created = timeFrom(row, 8);
    run.started = optionalTimeFrom(row, 9);
    run.finished = optionalTimeFrom(row, 10);
    if (row.isNull(11))
        return run;
    ReviewFigures figures;
    figures.open = {countFrom(row, 12), countFrom(row, 13), countFrom(row, 14), countFrom(row, 15)};
    figures.waived = countFrom(row, 16);
    figures.baselined = countFrom(row, 17);
    figures.undecided = countFrom(row, 18);
    figures.diagnostics = countFrom(row, 19);
    figures.files = countFrom(row, 20);
    figures.resources = countFrom(row, 21);
    figures.rules = countFrom(row, 22);
    figures.gate.passed = row.integer(23) != 0;
    figures.gate.failOn = policy::severityFromName(row.text(24));
    figures.gate.reason = row.text(25);
    figures.unreadable = countFrom(row, 26);
    run.review = figures;
    return run;
}

Result<std::vector<Run>> queryRuns(const store::Database &database, std::string_view rest, const store::Values &values)
{
    std::vector<Run> runs;
    auto done =
        database.forEach(std::string(runSelect) + std::string(rest), values, [&](const store::Row &row) -> Result<> {
            runs.push_back(runFrom(row));
            return {};
        });
    if (!done)
        return Failure(done.error());
    return runs;
}

} // namespace drydock::project
