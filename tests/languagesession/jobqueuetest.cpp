// SPDX-License-Identifier: MIT
#include "views/models/jobqueue.h"

#include <gtest/gtest.h>

#include <latch>
#include <string>

using drydock::Task;
using drydock::models::JobQueue;

namespace {

TEST(JobQueue, RunsInOrderAndDropsWhatIsOutdated)
{
    std::string log;
    std::latch started(1);
    std::latch goOn(1);
    std::latch done(1);
    JobQueue queue;
    queue.post({}, [&](const Task &) {
        started.count_down();
        goOn.wait();
        log += 'a';
    });
    started.wait();
    queue.post("x", [&](const Task &) { log += 'b'; });
    queue.post("y", [&](const Task &) { log += 'c'; });
    queue.post("x", [&](const Task &) { log += 'd'; });
    queue.post({}, [&](const Task &) { done.count_down(); });
    goOn.count_down();
    done.wait();
    EXPECT_EQ(log, "acd");
}

TEST(JobQueue, AsksTheRunningJobToStop)
{
    std::latch started(1);
    std::latch done(1);
    bool stopped = false;
    JobQueue queue;
    queue.post("x", [&](const Task &task) {
        started.count_down();
        while (!task.stop.stop_requested())
            std::this_thread::yield();
        stopped = true;
    });
    started.wait();
    queue.post("x", [&](const Task &task) {
        EXPECT_FALSE(task.stop.stop_requested());
        done.count_down();
    });
    done.wait();
    EXPECT_TRUE(stopped);
}

TEST(JobQueue, EndsWithAJobThatRuns)
{
    std::latch started(1);
    bool ended = false; // the destructor waits, so nobody else writes it afterwards
    bool waiting = true;
    {
        JobQueue queue;
        queue.post({}, [&](const Task &task) {
            started.count_down();
            while (!task.stop.stop_requested())
                std::this_thread::yield();
            ended = true;
        });
        queue.post({}, [&](const Task &) { waiting = false; });
        started.wait();
    }
    EXPECT_TRUE(ended) << "it was asked to stop, and waited for";
    EXPECT_TRUE(waiting) << "what had not begun is dropped";
}

} // namespace
