// SPDX-License-Identifier: MIT
#pragma once

#include "core/project/drafts.h"

#include <QObject>

#include <memory>

namespace drydock::shell {
class Notifications;
class TaskRunner;
} // namespace drydock::shell

namespace drydock::configurations {

/// Writes unsaved texts to the workspace in the background. However the work is scheduled, the latest word about a file
/// is what stays on the disk.
class DraftKeeper final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DraftKeeper)

public:
    DraftKeeper(shell::TaskRunner &tasks, shell::Notifications &notifications, const project::Workspace &workspace,
                QObject *parent = nullptr);
    ~DraftKeeper() override;

    void keep(const project::Draft &draft);
    void forget(const std::string &projectId, const std::string &path);
    /// Waits until it is written: the program ends.
    void keepNow(const project::Draft &draft);

private:
    struct Orders;
    void complain(const Error &error);

    shell::TaskRunner &m_tasks;
    shell::Notifications &m_notifications;
    std::shared_ptr<Orders> m_orders;
    bool m_hasComplained = false;
};

} // namespace drydock::configurations
