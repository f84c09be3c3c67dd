// SPDX-License-Identifier: MIT
#include <QCoreApplication>

#include <gmock/gmock.h>

/// Of the tests without a window: Qt's database drivers need an application object.
int main(int argc, char **argv)
{
    qputenv("LC_ALL", "C.UTF-8");
    const QCoreApplication application(argc, argv);
    ::testing::InitGoogleMock(&argc, argv);
    return RUN_ALL_TESTS();
}
