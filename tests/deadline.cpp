// SPDX-License-Identifier: MIT
#include "tests/deadline.h"

#include <gtest/gtest.h>

#include <csignal>
#include <cstddef>
#include <string>

#include <unistd.h>

namespace drydock::fixture {

namespace {

std::string message; // written before the alarm is set, read by the handler

void onAlarm(int)
{
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, message.data(), message.size());
    ::abort();
}

class Deadline final : public testing::EmptyTestEventListener
{
public:
    explicit Deadline(unsigned seconds)
        : m_seconds(seconds)
    {
    }

private:
    void OnTestStart(const testing::TestInfo &test) override
    {
        message = std::string("\n") + test.test_suite_name() + "." + test.name() + " did not end within " +
                  std::to_string(m_seconds) + " seconds; it hangs.\n";
        ::alarm(m_seconds);
    }
    void OnTestEnd(const testing::TestInfo &) override { ::alarm(0); }

    unsigned m_seconds;
};

} // namespace

void giveEveryTestADeadline(unsigned seconds)
{
    std::signal(SIGALRM, onAlarm);
    testing::UnitTest::GetInstance()->listeners().Append(new Deadline(seconds)); // which owns it
}

} // namespace drydock::fixture
