// SPDX-License-Identifier: MIT
#pragma once

#include "core/project/filehistory.h"
#include "views/shell/pagecontext.h"
#include "views/shell/taskrunner.h"

#include <QWidget>

#include <string>

class QListView;
class QPushButton;

namespace drydock::controls {
class ContentStack;
class DiffView;
class ElidedLabel;
} // namespace drydock::controls

namespace drydock::models {
class HistoryModel;
}

namespace drydock::wiring {
class Services;
}

namespace drydock::configurations {

/// The local history of a file: versions on the left, the chosen one against the text of now on the right. Up and Down
/// show the next difference at once; Restore brings a version back.
class HistoryView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryView)

public:
    struct Sources
    {
        shell::PageContext &context;
        const wiring::Services &services;
    };

    explicit HistoryView(const Sources &sources, QWidget *parent = nullptr);
    ~HistoryView() override;

    /// `current` is what a version is compared with.
    void showFile(const std::string &projectId, const QString &path, const std::string &current);
    /// Files that were deleted, each with its last content; restoreFileWanted() brings one back.
    void showRemovedFiles(const std::string &projectId);
    [[nodiscard]] QListView *list() const { return m_list; }
    [[nodiscard]] controls::DiffView *diff() const { return m_diff; }
    [[nodiscard]] const models::HistoryModel *model() const { return m_model; }

Q_SIGNALS:
    void closeWanted();
    void restoreWanted(const std::string &bytes, const QString &note);
    void restoreFileWanted(const QString &path, const std::string &bytes);

private:
    void load(const std::string &projectId, const QString &path);
    void showVersion(int row);
    void restore();

    Sources m_sources;
    std::string m_current;
    std::string m_shown; ///< content of the chosen version
    QString m_path;
    controls::ContentStack *m_stack;
    controls::ElidedLabel *m_title;
    QPushButton *m_restore;
    QListView *m_list;
    models::HistoryModel *m_model;
    controls::DiffView *m_diff;
    shell::TaskSlot m_listTask;
    shell::TaskSlot m_contentTask;
};

} // namespace drydock::configurations
