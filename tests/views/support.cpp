// SPDX-License-Identifier: MIT
#include "tests/views/support.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>

using namespace Qt::StringLiterals;

namespace drydock::test {

Shell::Shell()
    : settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat)
    , syntax(theme)
    , context{theme, syntax, dialogs, tasks, notifications, navigator, project, status, problems, settings}
{
    theme.install();
    theme.setMode(controls::ThemeMode::Light);
}

void savePicture(QWidget &widget, const QString &name)
{
    const QDir folder(QString::fromUtf8(DRYDOCK_BINARY_DIR) + "/screenshots"_L1);
    folder.mkpath(u"."_s);
    QApplication::processEvents();
    widget.grab().save(folder.filePath(name + ".png"_L1));
}

bool waitFor(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, 10000);
}

bool waitForTasks(const shell::TaskRunner &tasks)
{
    // A task's result is an event of its own, and what it starts is known only after it was handled.
    constexpr int quietRounds = 3;
    for (int quiet = 0; quiet < quietRounds; ++quiet) {
        if (!tasks.isIdle())
            quiet = 0;
        if (!waitFor([&tasks] { return tasks.isIdle(); }))
            return false;
        QCoreApplication::processEvents();
    }
    return true;
}

} // namespace drydock::test
