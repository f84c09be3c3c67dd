// SPDX-License-Identifier: MIT
#pragma once

#include "core/project/run.h"

#include <QAbstractListModel>

#include <vector>

namespace drydock::models {

/// Runs, newest first, as two lines each: "Run 14" and "2 h ago · 3 critical, 2 high".
class RunListModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunListModel)

public:
    enum Role { DetailRole = Qt::UserRole + 1, LevelRole, GatePassedRole, TimeRole };

    using QAbstractListModel::QAbstractListModel;

    void setRuns(std::vector<project::Run> runs);
    [[nodiscard]] const std::vector<project::Run> &runs() const { return m_runs; }
    [[nodiscard]] const project::Run *run(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const std::string &runId) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    std::vector<project::Run> m_runs;
};

/// "3 critical, 2 high", "no open findings"; what happened for a run without a review.
[[nodiscard]] QString runOutcome(const project::Run &run);

} // namespace drydock::models
