// SPDX-License-Identifier: MIT
#pragma once

#include "core/project/run.h"

#include <QWidget>

#include <vector>

class QListView;

namespace drydock::controls {
class Theme;
}

namespace drydock::models {
class RunListModel;
}

namespace drydock::reviews {

/// The reviews of a project, newest first.
class RunPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunPanel)

public:
    explicit RunPanel(const controls::Theme &theme, QWidget *parent = nullptr);

    void setRuns(std::vector<project::Run> runs);
    [[nodiscard]] const std::vector<project::Run> &runs() const;
    [[nodiscard]] const project::Run *current() const;
    /// Without announcing it.
    void select(const std::string &runId);

Q_SIGNALS:
    void runChosen();

private:
    models::RunListModel *m_model;
    QListView *m_list;
};

} // namespace drydock::reviews
