// SPDX-License-Identifier: MIT
#pragma once

#include "views/compare/comparison.h"

#include <QWidget>

class QLabel;
class QTreeView;

namespace drydock::controls {
class ChipRow;
class ContentStack;
class Theme;
} // namespace drydock::controls

namespace drydock::models {
class FindingModel;
}

namespace drydock::compare {

/// New, fixed and unchanged findings between two reviews.
class RunCompareView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunCompareView)

public:
    explicit RunCompareView(const controls::Theme &theme, QWidget *parent = nullptr);

    void setRuns(const RunPair &pair);

Q_SIGNALS:
    /// A finding was opened; the run that has it.
    void findingOpened(const QString &runId, const QString &fingerprint);

private:
    QTreeView *makeTree();
    void arrange();
    void openFinding(const QModelIndex &index);

    const controls::Theme &m_theme;
    RunPair m_pair;
    models::FindingModel *m_model;
    QLabel *m_summary;
    controls::ChipRow *m_chips;
    QTreeView *m_tree;
    controls::ContentStack *m_stack;
};

} // namespace drydock::compare
