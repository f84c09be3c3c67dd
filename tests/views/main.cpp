// SPDX-License-Identifier: MIT
#include "tests/deadline.h"
#include "views/shell/translation.h"

#include <QApplication>
#include <QStandardPaths>

#include <gtest/gtest.h>

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("Drydock"));
    QApplication::setApplicationName(QStringLiteral("drydock-test"));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    drydock::shell::Translation plurals;
    if (plurals.load(QStringLiteral("drydock_en"),
                     qEnvironmentVariable("DRYDOCK_DATA_DIR") + QStringLiteral("/translations")))
        QApplication::installTranslator(&plurals);
    ::testing::InitGoogleTest(&argc, argv);
#ifdef DRYDOCK_TEST_SECONDS
    drydock::fixture::giveEveryTestADeadline(DRYDOCK_TEST_SECONDS);
#else
    drydock::fixture::giveEveryTestADeadline();
#endif
    return RUN_ALL_TESTS();
}
