// SPDX-License-Identifier: MIT
#pragma once

#include "views/compare/comparison.h"
#include "views/shell/taskrunner.h"

#include <QWidget>

class QLabel;
class QSplitter;
class QToolButton;
class QTreeView;

namespace drydock::controls {
class DiffView;
class Syntax;
class Theme;
} // namespace drydock::controls

namespace drydock::models {
class TreeDiffModel;
}

namespace drydock::compare {

/// The files of a comparison as a tree, and the chosen one as a diff.
class TreeCompareView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TreeCompareView)

public:
    TreeCompareView(const controls::Theme &theme, const controls::Syntax &syntax, shell::TaskRunner &tasks,
                    QWidget *parent = nullptr);

    void setComparison(TreeComparison comparison);
    /// Path of the chosen file; a path that is not there is ignored.
    [[nodiscard]] QString path() const;
    void setPath(const QString &path);
    [[nodiscard]] controls::DiffView *diff() const { return m_diff; }
    [[nodiscard]] QByteArray splitterState() const;
    void restoreSplitter(const QByteArray &state);

Q_SIGNALS:
    void pathChanged();

private:
    QWidget *makeTree();
    void showSummary();
    void showFile();

    const controls::Theme &m_theme;
    shell::TaskSlot m_task;
    TreeComparison m_comparison;
    models::TreeDiffModel *m_model;
    QTreeView *m_tree = nullptr;
    QLabel *m_summary = nullptr;
    QToolButton *m_all = nullptr;
    QSplitter *m_splitter = nullptr;
    controls::DiffView *m_diff = nullptr;
};

} // namespace drydock::compare
