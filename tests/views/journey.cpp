// SPDX-License-Identifier: MIT
#include "tests/views/journey.h"

#include "views/models/text.h"
#include "views/shell/mainwindow.h"
#include "views/shell/toastlayer.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace drydock::test {

Journey::Journey()
    : settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat)
{
    settings.setValue(u"appearance/theme"_s, static_cast<int>(controls::ThemeMode::Light));
    auto services = wiring::Services::open(models::toPath(folder.filePath(u"workspace"_s)));
    EXPECT_TRUE(services) << (services ? "" : services.error().text());
    bench = std::make_unique<workbench::Workbench>(std::move(*services), settings, dialogs);
    bench->open({});
    window().resize(1280, 800);
    window().show();
    window().activateWindow();
    EXPECT_TRUE(QTest::qWaitForWindowActive(&window(), 30000));
    settle();
}

void Journey::settle()
{
    EXPECT_TRUE(waitForTasks(bench->context().tasks));
}

void Journey::go(const shell::Link &link)
{
    bench->context().navigator.open(link);
    settle();
}

void Journey::picture(const QString &name)
{
    settle();
    window().findChild<shell::ToastLayer *>()->clear();
    const struct
    {
        controls::ThemeMode mode;
        QString name;
    } modes[] = {{controls::ThemeMode::Dark, u"dark"_s},
                 {controls::ThemeMode::HighContrast, u"contrast"_s},
                 {controls::ThemeMode::Light, u"light"_s}};
    for (const auto &mode : modes) {
        bench->context().theme.setMode(mode.mode);
        for (const QSize size : {QSize(1920, 1080), QSize(1280, 800)}) {
            if (mode.mode == controls::ThemeMode::HighContrast && size.width() != 1280)
                continue;
            window().resize(size);
            savePicture(window(), u"%1-%2-%3"_s.arg(name, mode.name).arg(size.width()));
        }
    }
}

void Journey::dialogPicture(QWidget &dialog, const QString &name)
{
    const std::pair<controls::ThemeMode, QString> modes[] = {{controls::ThemeMode::Dark, u"dark"_s},
                                                             {controls::ThemeMode::HighContrast, u"contrast"_s},
                                                             {controls::ThemeMode::Light, u"light"_s}};
    for (const auto &[mode, suffix] : modes) {
        bench->context().theme.setMode(mode);
        savePicture(dialog, name + u'-' + suffix);
    }
}

void Journey::trigger(const QString &id)
{
    for (QAction *action : window().findChildren<QAction *>(id))
        action->trigger();
    settle();
}

void Journey::click(const QString &name)
{
    if (auto *button = find<QAbstractButton>(name)) {
        EXPECT_TRUE(button->isEnabled()) << name.toStdString();
        QTest::mouseClick(button, Qt::LeftButton);
    }
    settle();
}

void Journey::clickAction(const QString &id)
{
    const auto buttons = window().findChildren<QToolButton *>();
    for (QToolButton *button : buttons) {
        if (!button->isVisible() || !button->defaultAction() || button->defaultAction()->objectName() != id)
            continue;
        EXPECT_TRUE(button->isEnabled()) << id.toStdString();
        QTest::mouseClick(button, Qt::LeftButton);
        return settle();
    }
    ADD_FAILURE() << "no button in the page's bar: " << id.toStdString();
}

void Journey::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    // There is no window manager that gives the focus back after a dialog.
    window().activateWindow();
    EXPECT_TRUE(QTest::qWaitForWindowActive(&window(), 30000));
    QWidget *focused = QApplication::focusWidget();
    QTest::keyClick(focused ? focused : static_cast<QWidget *>(&window()), key, modifiers);
    settle();
}

void Journey::type(const QString &text)
{
    QWidget *focused = QApplication::focusWidget();
    ASSERT_NE(focused, nullptr) << "nothing takes the keys";
    QTest::keyClicks(focused, text);
}

void Journey::fill(const QString &name, const QString &text)
{
    auto *widget = find<QWidget>(name);
    auto *field = qobject_cast<QLineEdit *>(widget);
    if (!field && widget)
        field = widget->findChild<QLineEdit *>();
    ASSERT_NE(field, nullptr) << name.toStdString();
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
    settle();
}

QString Journey::lastNews() const
{
    const auto &all = bench->context().notifications.all();
    return all.isEmpty() ? QString() : all.first().text;
}

} // namespace drydock::test
