// SPDX-License-Identifier: MIT
#include "tests/deadline.h"

#include <QCoreApplication>
#include <QLocale>

#include <gtest/gtest.h>

int main(int argc, char **argv)
{
    QLocale::setDefault(QLocale::c());
    const QCoreApplication application(argc, argv);
    testing::InitGoogleTest(&argc, argv);
    drydock::fixture::giveEveryTestADeadline();
    return RUN_ALL_TESTS();
}
