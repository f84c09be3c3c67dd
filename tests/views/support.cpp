// SPDX-License-Identifier: MIT
#include "tests/views/support.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QImage>
#include <QLabel>
#include <QPixmap>
#include <QSaveFile>

#include <gtest/gtest.h>

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

static bool showsSomething(const QImage &picture)
{
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (picture.pixel(x, y) != picture.pixel(0, 0))
                return true;
        }
    }
    return false;
}

void savePicture(QWidget &widget, const QString &name)
{
    const QDir folder(QString::fromUtf8(DRYDOCK_BINARY_DIR) + "/screenshots"_L1);
    folder.mkpath(u"."_s);
    QApplication::processEvents();
    const QImage picture = widget.grab().toImage();
    EXPECT_TRUE(showsSomething(picture)) << name.toStdString() << " is of one colour";
    // Whole or not at all: programs that run at the same time may save a picture of the same name.
    QSaveFile file(folder.filePath(name + ".png"_L1));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly) && picture.save(&file, "PNG") && file.commit())
        << file.fileName().toStdString() << ": " << file.errorString().toStdString();
}

std::string shownText(const QWidget &widget)
{
    QString text;
    for (const QWidget *each : widget.findChildren<QWidget *>()) {
        if (!each->isVisible())
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(each))
            text += label->text() + u'\n';
        else if (const auto *button = qobject_cast<const QAbstractButton *>(each))
            text += button->text() + u'\n';
    }
    return text.toStdString();
}

bool waitFor(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, 30000);
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
