// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/theme.h"
#include "views/generate/filechecks.h"
#include "views/shell/pagecontext.h"
#include "views/shell/taskrunner.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QTreeWidget;

namespace drydock::generate {

/// The last step: what was checked and what policies say, before anything is saved.
class ChecksView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChecksView)

public:
    ChecksView(shell::PageContext &context, CheckTools tools, QWidget *parent);

    void run(const std::vector<generator::RenderedFile> &files);
    [[nodiscard]] bool isDone() const { return m_done; }
    [[nodiscard]] const project::ValidationSummary &summary() const { return m_summary; }

Q_SIGNALS:
    void changed();
    void articleWanted(const QString &article);

private:
    void showChecks(const FileChecks &checks);
    void setLine(QLabel *icon, QLabel *text, controls::Level level, const QString &sentence);
    void drawIcons();

    shell::PageContext &m_context;
    CheckTools m_tools;
    QLabel *m_syntaxIcon;
    QLabel *m_syntax;
    QLabel *m_terraformIcon;
    QLabel *m_terraform;
    QLabel *m_policyIcon;
    QLabel *m_policy;
    QTreeWidget *m_findings;
    QHash<QLabel *, controls::Level> m_levels;
    project::ValidationSummary m_summary;
    bool m_done = false;
    shell::TaskSlot m_checkTask;
    shell::TaskSlot m_terraformTask;
};

} // namespace drydock::generate
