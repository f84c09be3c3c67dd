// SPDX-License-Identifier: MIT
// One person's way through the real window, offscreen, with real services; a picture of every page is kept.
#include "app/workbench/workbench.h"
#include "tests/views/support.h"
#include "views/controls/card.h"
#include "views/hub/hubpage.h"
#include "views/models/text.h"
#include "views/shell/mainwindow.h"
#include "views/shell/page.h"
#include "views/shell/toastlayer.h"
#include "views/station/stationcontroller.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <gtest/gtest.h>

using namespace drydock;
using namespace Qt::StringLiterals;
using drydock::models::toText;
using drydock::shell::Link;

namespace {

struct Journey : ::testing::Test
{
    Journey()
        : settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat)
    {
        settings.setValue(u"appearance/theme"_s, static_cast<int>(controls::ThemeMode::Light));
        auto services = wiring::Services::open(models::toPath(folder.filePath(u"workspace"_s)));
        EXPECT_TRUE(services) << (services ? "" : services.error().text());
        bench = std::make_unique<workbench::Workbench>(std::move(*services), settings, dialogs);
        bench->open({});
        bench->window().resize(1280, 800);
        bench->window().show();
        settle();
    }

    void settle()
    {
        EXPECT_TRUE(test::waitFor([this] { return bench->context().tasks.isIdle(); }));
        QApplication::processEvents();
    }

    void go(const Link &link)
    {
        bench->context().navigator.open(link);
        settle();
    }

    void picture(const QString &name)
    {
        settle();
        bench->window().findChild<shell::ToastLayer *>()->clear();
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
                bench->window().resize(size);
                test::savePicture(bench->window(), u"%1-%2-%3"_s.arg(name, mode.name).arg(size.width()));
            }
        }
    }

    [[nodiscard]] QString lastNews() const
    {
        const auto &all = bench->context().notifications.all();
        return all.isEmpty() ? QString() : all.first().text;
    }

    void trigger(const QString &id)
    {
        for (QAction *action : bench->window().findChildren<QAction *>(id))
            action->trigger();
        settle();
    }

    QTemporaryDir folder;
    QSettings settings;
    controls::PreparedDialogs dialogs;
    std::unique_ptr<workbench::Workbench> bench;
};

TEST_F(Journey, Walks)
{
    picture(u"hub-first-run"_s);

    dialogs.texts << u"Data platform"_s;
    trigger(u"hub.create"_s);
    EXPECT_EQ(bench->context().project.slug(), u"data-platform"_s) << lastNews().toStdString();
    picture(u"hub-summary-empty"_s);

    trigger(u"hub.demo"_s);
    ASSERT_EQ(bench->context().project.slug(), u"landing-zone"_s) << lastNews().toStdString();
    picture(u"hub-summary"_s);
    go(Link{u"configurations"_s, {}, u"landing-zone"_s, {}});
    picture(u"configurations"_s);
    go(Link{u"reviews"_s, {}, u"landing-zone"_s, {{u"start"_s, u"1"_s}}});
    picture(u"reviews"_s);
    go(Link{u"knowledge"_s, {}, u"landing-zone"_s, {}});
    picture(u"knowledge"_s);
    go(Link{u"knowledge"_s, {}, u"landing-zone"_s, {{u"query"_s, u"encryption"_s}}});
    picture(u"knowledge-search"_s);
    go(Link{u"station"_s, u"server"_s, u"landing-zone"_s, {}});
    picture(u"station-off"_s);
    bench->station().start(u"127.0.0.1:0"_s);
    ASSERT_TRUE(test::waitFor([this] { return bench->station().state() == station::StationState::Running; }))
        << lastNews().toStdString();
    picture(u"station-on"_s);
    go(Link{u"station"_s, u"modules"_s, u"landing-zone"_s, {}});
    picture(u"station-modules"_s);
    bench->station().stop();
    ASSERT_TRUE(test::waitFor([this] { return bench->station().state() == station::StationState::Stopped; }));
    go(Link{u"hub"_s, {}, {}, {}});
    picture(u"hub"_s);
}

} // namespace
