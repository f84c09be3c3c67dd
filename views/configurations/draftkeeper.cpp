// SPDX-License-Identifier: MIT
#include "views/configurations/draftkeeper.h"

#include "views/shell/notifications.h"
#include "views/shell/taskrunner.h"

#include <map>
#include <mutex>

namespace drydock::configurations {

/// Shared with the work, which may outlive the keeper.
struct DraftKeeper::Orders
{
    explicit Orders(const project::Workspace &workspace)
        : drafts(workspace)
    {
    }

    std::uint64_t next(const std::string &file)
    {
        const std::scoped_lock lock(mutex);
        return latest[file] = ++last;
    }

    /// Does `act` unless something newer was ordered for the file.
    template <typename Act>
    Result<> carryOut(const std::string &file, std::uint64_t order, Act act)
    {
        const std::scoped_lock lock(mutex);
        if (latest[file] != order)
            return {};
        return act(drafts);
    }

    project::Drafts drafts;
    std::mutex mutex;
    std::map<std::string, std::uint64_t> latest;
    std::uint64_t last = 0;
};

static std::string keyOf(const std::string &projectId, const std::string &path)
{
    return projectId + "\n" + path;
}

DraftKeeper::DraftKeeper(shell::TaskRunner &tasks, shell::Notifications &notifications,
                         const project::Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_notifications(notifications)
    , m_orders(std::make_shared<Orders>(workspace))
{
}

DraftKeeper::~DraftKeeper() = default;

void DraftKeeper::keep(const project::Draft &draft)
{
    const std::string key = keyOf(draft.projectId, draft.path);
    m_tasks.run(
        tr("Keep unsaved text"), this,
        [orders = m_orders, draft, key, order = m_orders->next(key)](const Task &) {
            return orders->carryOut(key, order,
                                    [&draft](const project::Drafts &drafts) { return drafts.write(draft); });
        },
        [this](const Result<> &kept) {
            if (!kept)
                complain(kept.error());
        },
        shell::TaskKind::Quiet);
}

void DraftKeeper::forget(const std::string &projectId, const std::string &path)
{
    const std::string key = keyOf(projectId, path);
    m_tasks.run(
        tr("Forget unsaved text"), this,
        [orders = m_orders, projectId, path, key, order = m_orders->next(key)](const Task &) {
            return orders->carryOut(key, order,
                                    [&](const project::Drafts &drafts) { return drafts.remove(projectId, path); });
        },
        [](const Result<> &) {}, shell::TaskKind::Quiet);
}

void DraftKeeper::keepNow(const project::Draft &draft)
{
    const std::string key = keyOf(draft.projectId, draft.path);
    const Result<> kept = m_orders->carryOut(key, m_orders->next(key),
                                             [&draft](const project::Drafts &drafts) { return drafts.write(draft); });
    if (!kept)
        complain(kept.error());
}

void DraftKeeper::complain(const Error &error)
{
    if (!std::exchange(m_hasComplained, true))
        m_notifications.failed(tr("Unsaved text cannot be kept for a restart; save often."), error);
}

} // namespace drydock::configurations
