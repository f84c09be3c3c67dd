// SPDX-License-Identifier: MIT
#include "views/models/runlistmodel.h"

#include "views/models/findingmodel.h"
#include "views/models/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace drydock::models {

namespace {

constexpr int okLevel = 1;

QString figures(const policy::SeverityCounts &open)
{
    QStringList parts;
    const auto add = [&parts](std::uint32_t count, const QString &text) {
        if (count > 0)
            parts << text;
    };
    add(open.critical, RunListModel::tr("%n critical", nullptr, static_cast<int>(open.critical)));
    add(open.high, RunListModel::tr("%n high", nullptr, static_cast<int>(open.high)));
    add(open.medium, RunListModel::tr("%n medium", nullptr, static_cast<int>(open.medium)));
    add(open.low, RunListModel::tr("%n low", nullptr, static_cast<int>(open.low)));
    return parts.isEmpty() ? RunListModel::tr("no open findings") : parts.join(u", "_s);
}

/// By letter, as on the badges: all four fit into a narrow list.
QString shortFigures(const policy::SeverityCounts &open)
{
    const std::pair<policy::Severity, std::uint32_t> counts[] = {{policy::Severity::Critical, open.critical},
                                                                 {policy::Severity::High, open.high},
                                                                 {policy::Severity::Medium, open.medium},
                                                                 {policy::Severity::Low, open.low}};
    QStringList parts;
    for (const auto &[severity, count] : counts) {
        if (count > 0)
            parts << severityText(severity).left(1) + u' ' + countText(count);
    }
    return parts.join(u"  "_s);
}

int worstLevel(const policy::SeverityCounts &open)
{
    if (open.critical > 0)
        return levelOf(policy::Severity::Critical);
    if (open.high > 0)
        return levelOf(policy::Severity::High);
    if (open.medium > 0)
        return levelOf(policy::Severity::Medium);
    return open.low > 0 ? levelOf(policy::Severity::Low) : okLevel;
}

} // namespace

QString runOutcome(const project::Run &run)
{
    if (run.review)
        return figures(run.review->open);
    switch (run.state) {
    case project::RunState::Queued:
        return RunListModel::tr("waiting");
    case project::RunState::Running:
        return RunListModel::tr("running");
    case project::RunState::Failed:
        return RunListModel::tr("failed");
    case project::RunState::Cancelled:
        return RunListModel::tr("cancelled");
    case project::RunState::Interrupted:
        return RunListModel::tr("interrupted");
    case project::RunState::Succeeded:
        break;
    }
    return RunListModel::tr("done");
}

void RunListModel::setRuns(std::vector<project::Run> runs)
{
    beginResetModel();
    m_runs = std::move(runs);
    endResetModel();
}

const project::Run *RunListModel::run(const QModelIndex &index) const
{
    const auto row = static_cast<std::size_t>(index.row());
    return index.isValid() && row < m_runs.size() ? &m_runs[row] : nullptr;
}

QModelIndex RunListModel::indexOf(const std::string &runId) const
{
    const auto found =
        std::find_if(m_runs.begin(), m_runs.end(), [&runId](const project::Run &run) { return run.id == runId; });
    return found == m_runs.end() ? QModelIndex() : index(static_cast<int>(found - m_runs.begin()));
}

int RunListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

QVariant RunListModel::data(const QModelIndex &index, int role) const
{
    const project::Run *shown = run(index);
    if (!shown)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return tr("Run %1").arg(shown->number);
    case DetailRole:
        return shown->review && shown->review->open.total() > 0 ? shortFigures(shown->review->open)
                                                                : runOutcome(*shown);
    case TimeRole:
        return relativeTime(shown->created);
    case Qt::ToolTipRole:
        return u"%1\n%2\n%3"_s.arg(toText(shown->title), exactTime(shown->created),
                                   shown->error.empty() ? runOutcome(*shown) : toText(shown->error));
    case Qt::AccessibleTextRole:
        return u"%1, %2, %3"_s.arg(tr("Run %1").arg(shown->number), runOutcome(*shown), relativeTime(shown->created));
    case LevelRole:
        return shown->review ? worstLevel(shown->review->open) : 0;
    case GatePassedRole:
        return shown->review ? QVariant(shown->review->gate.passed) : QVariant();
    default:
        return {};
    }
}

} // namespace drydock::models
