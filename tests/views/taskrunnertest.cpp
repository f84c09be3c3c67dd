// SPDX-License-Identifier: MIT
#include "tests/views/support.h"

#include <QApplication>
#include <QThread>

#include <gtest/gtest.h>

#include <atomic>
#include <semaphore>

using namespace drydock;
using namespace drydock::shell;

namespace {

Result<int> untilStopped(const Task &task)
{
    std::binary_semaphore stopped(0);
    const std::stop_callback wake(task.stop, [&stopped] { stopped.release(); });
    stopped.acquire();
    return failure(task.check().error());
}

TEST(TaskRunner, DeliversTheResultOnTheGuiThread)
{
    TaskRunner runner;
    QObject receiver;
    int value = 0;
    QThread *worker = nullptr;
    runner.run(
        QStringLiteral("Count"), &receiver,
        [&worker](const Task &task) -> Result<int> {
            worker = QThread::currentThread();
            task.report(0.5, "1 of 2 files");
            return 42;
        },
        [&value](const Result<int> &result) {
            value = result.value();
            EXPECT_EQ(QThread::currentThread(), qApp->thread());
        });
    EXPECT_EQ(runner.runningCount(), 1);
    ASSERT_TRUE(test::waitFor([&runner] { return runner.isIdle(); }));
    EXPECT_EQ(value, 42);
    EXPECT_NE(worker, qApp->thread());
    ASSERT_EQ(runner.tasks().size(), 1);
    EXPECT_EQ(runner.tasks().first().state, TaskState::Done);
    EXPECT_EQ(runner.tasks().first().text, QStringLiteral("1 of 2 files"));
}

TEST(TaskRunner, CancelsAndTellsSo)
{
    TaskRunner runner;
    QObject receiver;
    bool delivered = false;
    const int id = runner.run(QStringLiteral("Wait"), &receiver, untilStopped,
                              [&delivered](const Result<int> &) { delivered = true; });
    runner.cancel(id);
    ASSERT_TRUE(test::waitFor([&runner] { return runner.isIdle(); }));
    EXPECT_FALSE(delivered);
    EXPECT_EQ(runner.tasks().first().state, TaskState::Cancelled);
}

TEST(TaskRunner, KeepsTheErrorOfAFailedTask)
{
    TaskRunner runner;
    QObject receiver;
    std::string code;
    runner.run(
        QStringLiteral("Break"), &receiver,
        [](const Task &) -> Result<int> { return failure("disk.full", "The disk is full."); },
        [&code](const Result<int> &result) { code = result.error().code; });
    ASSERT_TRUE(test::waitFor([&runner] { return runner.isIdle(); }));
    EXPECT_EQ(code, "disk.full");
    EXPECT_EQ(runner.tasks().first().error, QStringLiteral("The disk is full."));
}

TEST(TaskRunner, DropsTheResultOfADeadReceiver)
{
    TaskRunner runner;
    auto receiver = std::make_unique<QObject>();
    bool delivered = false;
    runner.run(
        QStringLiteral("Late"), receiver.get(), [](const Task &) -> Result<int> { return 1; },
        [&delivered](const Result<int> &) { delivered = true; });
    receiver.reset();
    ASSERT_TRUE(test::waitFor([&runner] { return runner.isIdle(); }));
    EXPECT_FALSE(delivered);
}

TEST(TaskSlot, TheNextOutdatesTheOneBefore)
{
    TaskRunner runner;
    QObject receiver;
    TaskSlot slot(runner, &receiver);
    QList<int> results;
    slot.run(QStringLiteral("Old"), untilStopped, [&results](const Result<int> &) { results << 1; });
    slot.run(
        QStringLiteral("New"), [](const Task &) -> Result<int> { return 2; },
        [&results](const Result<int> &result) { results << *result; });
    ASSERT_TRUE(test::waitFor([&runner] { return runner.isIdle(); }));
    EXPECT_EQ(results, QList<int>{2});
}

TEST(TaskRunner, EndsWithRunningTasks)
{
    QObject receiver;
    std::binary_semaphore started(0);
    std::atomic<bool> ended = false;
    bool delivered = false;
    {
        TaskRunner runner;
        runner.run(
            QStringLiteral("Wait"), &receiver,
            [&started, &ended](const Task &task) {
                started.release();
                auto result = untilStopped(task);
                ended = true;
                return result;
            },
            [&delivered](const Result<int> &) { delivered = true; });
        started.acquire();
    }
    EXPECT_TRUE(ended) << "nothing runs on after the window is gone";
    QApplication::processEvents();
    EXPECT_FALSE(delivered);
}

} // namespace
