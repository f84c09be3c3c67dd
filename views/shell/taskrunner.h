// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/task.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace drydock::shell {

enum class TaskKind {
    Visible, ///< listed in the task panel
    Quiet,   ///< loads what is shown; the page shows its own skeleton
};

enum class TaskState { Running, Cancelling, Done, Failed, Cancelled };

/// A line of the task panel.
struct TaskInfo
{
    int id = 0;
    QString title;
    QString text;         ///< latest progress text: "120 of 4,310 files"
    double fraction = -1; ///< negative: unknown
    TaskState state = TaskState::Running;
    qint64 elapsed = 0;    ///< milliseconds
    qint64 remaining = -1; ///< milliseconds; negative: unknown
    QString error;
};

/// Runs synchronous core functions on pool threads. Lives on the GUI thread; all its signals come there.
///
/// `work` must not touch widgets; it gets a Task and returns Result<T>. `done` is called on the GUI thread with the
/// Result, and only while `receiver` lives. A cancelled work's result is dropped too, unless it finished regardless.
class TaskRunner final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TaskRunner)

public:
    explicit TaskRunner(QObject *parent = nullptr);
    /// Requests all to stop and waits for them.
    ~TaskRunner() override;

    /// Returns the task's id. `Work` is callable as Result<T>(const Task &), `Done` as void(Result<T>).
    template <typename Work, typename Done>
    int run(const QString &title, QObject *receiver, Work work, Done done, TaskKind kind = TaskKind::Visible)
    {
        using Value = std::invoke_result_t<Work, const Task &>;
        auto outcome = std::make_shared<std::optional<Value>>();
        return start(
            title, receiver, kind,
            [outcome, work = std::move(work)](const Task &task) -> std::optional<Error> {
                outcome->emplace(work(task));
                return outcome->value().has_value() ? std::optional<Error>()
                                                    : std::optional<Error>(outcome->value().error());
            },
            [outcome, done = std::move(done)]() mutable { done(std::move(outcome->value())); });
    }

    void cancel(int id);
    void cancelAll();
    /// Cancels and makes sure that `done` is never called.
    void drop(int id);

    [[nodiscard]] QList<TaskInfo> tasks() const; ///< visible ones, newest first, finished ones included
    [[nodiscard]] int runningCount() const;      ///< visible and running
    [[nodiscard]] bool isIdle() const;           ///< nothing runs at all
    void clearFinished();

Q_SIGNALS:
    void started(int id);
    void progressed(int id);
    void finished(int id);
    void idle();
    void cleared();

private:
    struct Job;

    int start(const QString &title, QObject *receiver, TaskKind kind,
              std::function<std::optional<Error>(const Task &)> work, std::function<void()> deliver);
    void report(const std::shared_ptr<Job> &job, double fraction, std::string_view text);
    void takeProgress(const std::shared_ptr<Job> &job);
    void finish(const std::shared_ptr<Job> &job);
    [[nodiscard]] std::shared_ptr<Job> find(int id) const;

    QThreadPool m_pool;
    QList<std::shared_ptr<Job>> m_jobs;
    int m_lastId = 0;
};

/// The work behind one place of the window: starting the next outdates the one before, whose result is dropped.
/// A member of the receiver; its end drops the work.
class TaskSlot final
{
public:
    TaskSlot(TaskRunner &runner, QObject *receiver)
        : m_runner(&runner)
        , m_receiver(receiver)
    {
    }
    ~TaskSlot() { drop(); }
    TaskSlot(const TaskSlot &) = delete;
    TaskSlot &operator=(const TaskSlot &) = delete;

    template <typename Work, typename Done>
    void run(const QString &title, Work work, Done done, TaskKind kind = TaskKind::Quiet)
    {
        drop();
        m_id = m_runner->run(title, m_receiver, std::move(work), std::move(done), kind);
    }

    void cancel()
    {
        if (m_runner && m_id != 0)
            m_runner->cancel(m_id);
    }
    void drop()
    {
        if (m_runner && m_id != 0)
            m_runner->drop(m_id);
        m_id = 0;
    }

private:
    QPointer<TaskRunner> m_runner;
    QObject *m_receiver;
    int m_id = 0;
};

} // namespace drydock::shell
