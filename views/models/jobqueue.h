// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/task.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

namespace drydock::models {

/// One thread that runs jobs in order. A job that outdates another has the same key: the one that waits is dropped, the
/// one that runs is asked to stop. Thread-safe. The end waits for the running job, which is asked to stop, too.
class JobQueue final
{
public:
    using Job = std::function<void(const Task &)>;

    JobQueue();
    ~JobQueue();
    JobQueue(const JobQueue &) = delete;
    JobQueue &operator=(const JobQueue &) = delete;

    /// An empty key outdates nothing.
    void post(const std::string &key, Job job);
    /// Drops all that wait and stops what runs.
    void clear();

private:
    struct Entry
    {
        std::string key;
        Job job;
    };

    void run(const std::stop_token &end);

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Entry> m_waiting;
    std::string m_runningKey;
    std::stop_source m_running;
    std::jthread m_thread; ///< last, so that it ends before what it uses
};

} // namespace drydock::models
