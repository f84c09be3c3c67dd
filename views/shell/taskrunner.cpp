// SPDX-License-Identifier: MIT
#include "views/shell/taskrunner.h"

#include <QThread>

#include <algorithm>
#include <mutex>

using namespace Qt::StringLiterals;

namespace drydock::shell {

namespace {

constexpr qsizetype keptFinished = 50;
constexpr double leastFractionForEstimate = 0.05;

} // namespace

struct TaskRunner::Job
{
    TaskInfo info;
    TaskKind kind = TaskKind::Visible;
    QPointer<QObject> receiver; ///< read on the GUI thread only
    bool dropped = false;
    std::stop_source stop;
    std::function<std::optional<Error>(const Task &)> work;
    std::function<void()> deliver;
    std::optional<Error> error;
    QElapsedTimer clock;
    qint64 duration = 0;

    std::mutex mutex; ///< guards the three below
    double fraction = -1;
    std::string text;
    bool announced = false;
};

TaskRunner::TaskRunner(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(std::max(4, QThread::idealThreadCount()));
}

TaskRunner::~TaskRunner()
{
    for (const auto &job : std::as_const(m_jobs)) {
        job->dropped = true;
        job->stop.request_stop();
    }
    m_pool.waitForDone();
}

int TaskRunner::start(const QString &title, QObject *receiver, TaskKind kind,
                      std::function<std::optional<Error>(const Task &)> work, std::function<void()> deliver)
{
    auto job = std::make_shared<Job>();
    job->info.id = ++m_lastId;
    job->info.title = title;
    job->kind = kind;
    job->receiver = receiver;
    job->work = std::move(work);
    job->deliver = std::move(deliver);
    job->clock.start();
    m_jobs.prepend(job);
    m_pool.start([this, job] {
        const Task task{job->stop.get_token(),
                        [this, job](double fraction, std::string_view text) { report(job, fraction, text); }};
        job->error = job->work(task);
        job->work = nullptr;
        // The destructor waits for the pool, so `this` outlives the call; a queued event dies with its receiver.
        QMetaObject::invokeMethod(
            this, [this, job] { finish(job); }, Qt::QueuedConnection);
    });
    Q_EMIT started(job->info.id);
    return job->info.id;
}

void TaskRunner::report(const std::shared_ptr<Job> &job, double fraction, std::string_view text)
{
    {
        const std::scoped_lock lock(job->mutex);
        job->fraction = fraction;
        job->text = text;
        if (std::exchange(job->announced, true))
            return;
    }
    // One event at a time: however often the work reports, the GUI thread takes only the latest state.
    QMetaObject::invokeMethod(
        this, [this, job] { takeProgress(job); }, Qt::QueuedConnection);
}

void TaskRunner::takeProgress(const std::shared_ptr<Job> &job)
{
    {
        const std::scoped_lock lock(job->mutex);
        job->info.fraction = job->fraction;
        job->info.text = QString::fromStdString(job->text);
        job->announced = false;
    }
    if (job->info.state == TaskState::Running || job->info.state == TaskState::Cancelling)
        Q_EMIT progressed(job->info.id);
}

void TaskRunner::finish(const std::shared_ptr<Job> &job)
{
    job->duration = job->clock.elapsed();
    const bool cancelled = job->error && job->error->code == "task.cancelled";
    job->info.state = cancelled ? TaskState::Cancelled : job->error ? TaskState::Failed : TaskState::Done;
    if (job->error && !cancelled)
        job->info.error = QString::fromStdString(job->error->text());
    Q_EMIT finished(job->info.id);
    const std::function<void()> deliver = std::exchange(job->deliver, nullptr);
    if (job->receiver && !job->dropped && !cancelled)
        deliver();
    qsizetype kept = 0;
    m_jobs.removeIf([&kept](const std::shared_ptr<Job> &each) {
        if (each->info.state == TaskState::Running || each->info.state == TaskState::Cancelling)
            return false;
        return each->kind == TaskKind::Quiet || ++kept > keptFinished;
    });
    if (isIdle())
        Q_EMIT idle();
}

void TaskRunner::cancel(int id)
{
    const auto job = find(id);
    if (!job || job->info.state != TaskState::Running)
        return;
    job->info.state = TaskState::Cancelling;
    job->stop.request_stop();
    Q_EMIT progressed(id);
}

void TaskRunner::cancelAll()
{
    const auto jobs = m_jobs;
    for (const auto &job : jobs)
        cancel(job->info.id);
}

void TaskRunner::drop(int id)
{
    if (const auto job = find(id)) {
        job->dropped = true;
        cancel(id);
    }
}

QList<TaskInfo> TaskRunner::tasks() const
{
    QList<TaskInfo> result;
    for (const auto &job : m_jobs) {
        if (job->kind != TaskKind::Visible)
            continue;
        TaskInfo info = job->info;
        const bool running = info.state == TaskState::Running || info.state == TaskState::Cancelling;
        info.elapsed = running ? job->clock.elapsed() : job->duration;
        if (running && info.fraction >= leastFractionForEstimate)
            info.remaining =
                static_cast<qint64>(static_cast<double>(info.elapsed) * (1 - info.fraction) / info.fraction);
        result << info;
    }
    return result;
}

int TaskRunner::runningCount() const
{
    return static_cast<int>(std::count_if(m_jobs.cbegin(), m_jobs.cend(), [](const std::shared_ptr<Job> &job) {
        return job->kind == TaskKind::Visible &&
               (job->info.state == TaskState::Running || job->info.state == TaskState::Cancelling);
    }));
}

bool TaskRunner::isIdle() const
{
    return std::none_of(m_jobs.cbegin(), m_jobs.cend(), [](const std::shared_ptr<Job> &job) {
        return job->info.state == TaskState::Running || job->info.state == TaskState::Cancelling;
    });
}

void TaskRunner::clearFinished()
{
    m_jobs.removeIf([](const std::shared_ptr<Job> &job) {
        return job->info.state != TaskState::Running && job->info.state != TaskState::Cancelling;
    });
    Q_EMIT cleared();
}

std::shared_ptr<TaskRunner::Job> TaskRunner::find(int id) const
{
    const auto found =
        std::find_if(m_jobs.cbegin(), m_jobs.cend(), [id](const auto &job) { return job->info.id == id; });
    return found == m_jobs.cend() ? nullptr : *found;
}

} // namespace drydock::shell
