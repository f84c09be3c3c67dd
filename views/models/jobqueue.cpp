// SPDX-License-Identifier: MIT
#include "views/models/jobqueue.h"

#include <utility>

namespace drydock::models {

JobQueue::JobQueue()
    : m_thread([this](const std::stop_token &end) { run(end); })
{
}

JobQueue::~JobQueue()
{
    clear();
    m_thread.request_stop();
}

void JobQueue::post(const std::string &key, Job job)
{
    const std::scoped_lock lock(m_mutex);
    if (!key.empty()) {
        std::erase_if(m_waiting, [&key](const Entry &entry) { return entry.key == key; });
        if (m_runningKey == key)
            m_running.request_stop();
    }
    m_waiting.push_back({key, std::move(job)});
    m_changed.notify_one();
}

void JobQueue::clear()
{
    const std::scoped_lock lock(m_mutex);
    m_waiting.clear();
    m_running.request_stop();
}

void JobQueue::run(const std::stop_token &end)
{
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, end, [this] { return !m_waiting.empty(); })) {
        Entry entry = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_runningKey = entry.key;
        m_running = std::stop_source();
        const Task task{m_running.get_token(), {}};
        lock.unlock();
        entry.job(task);
        // What the job holds may be large; it goes before anybody waits for the lock.
        entry.job = {};
        lock.lock();
        m_runningKey.clear();
    }
}

} // namespace drydock::models
