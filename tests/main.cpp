// SPDX-License-Identifier: MIT
#include "tests/deadline.h"

#include <QCoreApplication>

#include <gmock/gmock.h>

/// Of the tests without a window: Qt's database drivers need an application object.
int main(int argc, char **argv)
{
    qputenv("LC_ALL", "C.UTF-8");
    qunsetenv("LANGUAGE"); // it counts before LC_ALL
    const QCoreApplication application(argc, argv);
    ::testing::InitGoogleMock(&argc, argv);
    drydock::fixture::giveEveryTestADeadline();
    return RUN_ALL_TESTS();
}
