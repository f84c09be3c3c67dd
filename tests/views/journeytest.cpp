// SPDX-License-Identifier: MIT
// One person's way through the real window, offscreen, with real services; a picture of every page is kept.
#include "app/workbench/workbench.h"
#include "tests/views/support.h"
#include "views/controls/codeview.h"
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
                if (mode.mode == controls::ThemeMode::HighContrast && size.width() != 1280)
                    continue;
                bench->window().resize(size);
                test::savePicture(bench->window(), u"%1-%2-%3"_s.arg(name, mode.name).arg(size.width()));
            }
        }
    }

    template <typename Widget>
    Widget *find(const QString &name)
    {
        const auto all = bench->window().findChildren<Widget *>(name);
        for (Widget *each : all) {
            if (each->isVisible())
                return each;
        }
        ADD_FAILURE() << "not visible: " << name.toStdString();
        return nullptr;
    }

    void click(const QString &name)
    {
        if (auto *button = find<QAbstractButton>(name))
            QTest::mouseClick(button, Qt::LeftButton);
        settle();
    }

    // Fills the wizard of the S3 generator and saves a version; then another one that differs.
    void generate()
    {
        go(Link{u"generate"_s, {}, u"data-platform"_s, {}});
        picture(u"generate-gallery"_s);
        go(Link{u"generate"_s, u"aws-s3-baseline"_s, u"data-platform"_s, {}});
        auto *field = find<QWidget>(u"input.bucket_name"_s);
        ASSERT_NE(field, nullptr);
        auto *edit = field->findChild<QLineEdit *>();
        QTest::keyClicks(edit, u"Not A Bucket"_s);
        ASSERT_TRUE(test::waitFor([this] { return bench->context().tasks.isIdle(); }));
        picture(u"generate-problem"_s);
        edit->selectAll();
        QTest::keyClicks(edit, u"acme-billing-exports"_s);
        auto *code = bench->window().findChild<controls::CodeView *>();
        ASSERT_TRUE(test::waitFor([&code, this] {
            const auto views = bench->window().findChildren<controls::CodeView *>();
            for (controls::CodeView *each : views) {
                if (each->isVisible() && !each->toPlainText().isEmpty())
                    code = each;
            }
            return code && code->isVisible() && !code->toPlainText().isEmpty();
        }));
        picture(u"generate-form"_s);
        for (int step = 0; step < 12 && !find<QPushButton>(u"generate.next"_s)->text().startsWith(u"Save"_s); ++step) {
            click(u"generate.next"_s);
            if (bench->window().findChild<QLineEdit *>(u"generate.asset"_s)->isVisible())
                picture(u"generate-destination"_s);
        }
        picture(u"generate-review"_s);
        click(u"generate.next"_s);
        const auto project = bench->services().projects().find("data-platform");
        ASSERT_TRUE(project);
        const auto assets = bench->services().library().list({project->id});
        ASSERT_TRUE(assets);
        ASSERT_EQ(assets->total, 1U) << lastNews().toStdString();
        EXPECT_EQ(assets->assets.front().generator, "aws-s3-baseline");
        picture(u"generate-saved"_s);
    }

    void review()
    {
        picture(u"hub-summary-new"_s);
        go(Link{u"configurations"_s, {}, u"landing-zone"_s, {}});
        picture(u"configurations"_s);
        go(Link{u"reviews"_s, {}, u"landing-zone"_s, {{u"start"_s, u"1"_s}}});
        settle();
        picture(u"reviews"_s);
        const auto tiles = bench->services().projects().tiles();
        ASSERT_TRUE(tiles);
        for (const project::ProjectTile &tile : *tiles) {
            EXPECT_TRUE(tile.project.slug != "landing-zone" || tile.open.total() > 0) << lastNews().toStdString();
        }
        go(Link{u"hub"_s, u"summary"_s, u"landing-zone"_s, {}});
        picture(u"hub-summary"_s);
    }

    void read()
    {
        go(Link{u"knowledge"_s, {}, u"landing-zone"_s, {}});
        picture(u"knowledge"_s);
        go(Link{u"knowledge"_s, {}, u"landing-zone"_s, {{u"query"_s, u"encryption"_s}}});
        picture(u"knowledge-search"_s);
    }

    void serve()
    {
        station::StationController &station = bench->station();
        go(Link{u"station"_s, u"server"_s, u"landing-zone"_s, {}});
        picture(u"station-off"_s);
        station.start(u"127.0.0.1:0"_s);
        ASSERT_TRUE(test::waitFor([&station] { return station.state() == station::StationState::Running; }))
            << lastNews().toStdString();
        picture(u"station-on"_s);
        go(Link{u"station"_s, u"modules"_s, u"landing-zone"_s, {}});
        picture(u"station-modules"_s);
        station.stop();
        ASSERT_TRUE(test::waitFor([&station] { return station.state() == station::StationState::Stopped; }));
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

    generate();
    trigger(u"hub.demo"_s);
    ASSERT_EQ(bench->context().project.slug(), u"landing-zone"_s) << lastNews().toStdString();
    review();
    read();
    serve();
    go(Link{u"settings"_s, {}, u"landing-zone"_s, {}});
    picture(u"settings"_s);
    go(Link{u"hub"_s, {}, {}, {}});
    picture(u"hub"_s);
}

} // namespace
