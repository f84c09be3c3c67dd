// SPDX-License-Identifier: MIT
// Station: started from the window, a provider dropped on it, and the real terraform as its client.
#include "core/base/atomicfile.h"
#include "core/base/filereader.h"
#include "tests/registry/archivewriting.h"
#include "tests/views/journey.h"
#include "views/controls/tableview.h"
#include "views/models/requestmodel.h"
#include "views/models/text.h"
#include "views/shell/mainwindow.h"
#include "views/shell/page.h"
#include "views/station/stationcontroller.h"
#include "views/station/stationpage.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>
#include <QSysInfo>
#include <QUrl>

using namespace Qt::StringLiterals;
using drydock::shell::Link;

namespace drydock::test {

namespace {

constexpr int terraformMilliseconds = 180000;

std::string machinePlatform()
{
    const QString machine = QSysInfo::currentCpuArchitecture();
    return "linux_" + (machine == "x86_64"_L1 ? std::string("amd64") : machine.toStdString());
}

/// As the desktop does it: the drag enters, then the file is let go.
void drop(QWidget &target, const QString &file)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    const QPoint place = target.rect().center();
    QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent let(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &let);
}

std::string clipboardAfter(Journey &journey, const QString &button)
{
    QApplication::clipboard()->clear();
    const auto all = journey.window().findChildren<QPushButton *>();
    for (QPushButton *each : all) {
        if (each->isVisible() && each->text() == button)
            QTest::mouseClick(each, Qt::LeftButton);
    }
    journey.settle();
    return QApplication::clipboard()->text().toStdString();
}

void addProvider(Journey &journey)
{
    const auto zip =
        fixture::writeProvider(models::toPath(journey.folder.path()) / "zips", "aws", "6.1.0", machinePlatform());
    journey.dialogs.texts << u"registry.terraform.io/hashicorp/aws"_s;
    auto *page = journey.window().findChild<station::StationPage *>();
    drop(*page->widget(), models::pathText(zip));
    journey.settle();
    EXPECT_TRUE(journey.lastNews().contains(u"hashicorp/aws"_s)) << journey.lastNews().toStdString();
    journey.go(Link{u"station"_s, u"mirror"_s, {}, {}});
    EXPECT_EQ(journey.find<controls::TableView>()->model()->rowCount(), 1);
    journey.picture(u"station-mirror"_s);
}

/// The block for the published module, as the user copies it from the tab Modules.
std::string moduleBlock(Journey &journey)
{
    journey.go(Link{u"station"_s, u"modules"_s, {}, {}});
    auto *table = journey.find<controls::TableView>();
    if (!table)
        return {};
    EXPECT_EQ(table->model()->rowCount(), 1);
    table->setCurrentIndex(table->model()->index(0, 0));
    journey.picture(u"station-modules"_s);
    QApplication::clipboard()->clear();
    journey.clickAction(u"station.copyModule"_s);
    return QApplication::clipboard()->text().toStdString();
}

void initWithTerraform(Journey &journey, const std::string &commandLine, const std::string &module)
{
    const auto project = models::toPath(journey.folder.path()) / "stack";
    const auto configuration = models::toPath(journey.folder.path()) / "cli.tfrc";
    ASSERT_TRUE(writeFileAtomically(project / "main.tf", module));
    ASSERT_TRUE(writeFileAtomically(configuration, commandLine));
    QProcess terraform;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TF_CLI_CONFIG_FILE"_s, models::pathText(configuration));
    environment.insert(u"SSL_CERT_FILE"_s, models::pathText(journey.bench->station().identity()->authorityFile));
    environment.insert(u"CHECKPOINT_DISABLE"_s, u"1"_s);
    environment.insert(u"HOME"_s, journey.folder.path());
    terraform.setProcessEnvironment(environment);
    terraform.setWorkingDirectory(models::pathText(project));
    terraform.setProcessChannelMode(QProcess::MergedChannels);
    terraform.start(u"terraform"_s, {u"init"_s, u"-no-color"_s, u"-input=false"_s});
    // The window goes on while terraform runs.
    ASSERT_TRUE(
        QTest::qWaitFor([&terraform] { return terraform.state() == QProcess::NotRunning; }, terraformMilliseconds));
    const QByteArray output = terraform.readAll();
    ASSERT_EQ(terraform.exitCode(), 0) << output.toStdString() << module << commandLine;
    const auto lock = readFile(project / ".terraform.lock.hcl");
    ASSERT_TRUE(lock.has_value());
    EXPECT_NE(lock->find("registry.terraform.io/hashicorp/aws"), std::string::npos) << *lock;
    EXPECT_TRUE(output.contains("acme/billing-exports/aws 1.0.0")) << output.toStdString();
    const auto modules = readFile(project / ".terraform/modules/modules.json");
    ASSERT_TRUE(modules.has_value());
    EXPECT_NE(modules->find("acme/billing-exports/aws"), std::string::npos) << *modules;
}

bool showsRequest(Journey &journey, const QString &part)
{
    const auto *table = journey.peek<controls::TableView>();
    if (!table)
        return false;
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        if (table->model()->index(row, models::RequestModel::Path).data().toString().contains(part))
            return true;
    }
    return false;
}

} // namespace

void serveTheTeam(Journey &journey)
{
    const station::StationController &station = journey.bench->station();
    journey.go(Link{u"station"_s, u"server"_s, u"data-platform"_s, {}});
    journey.picture(u"station-off"_s);
    journey.fill(u"station.listen"_s, u"127.0.0.1:0"_s);
    journey.find<QPushButton>(u"station.switch"_s)->setFocus();
    journey.press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&station] { return station.state() == station::StationState::Running; }))
        << journey.lastNews().toStdString();
    const std::string commandLine = clipboardAfter(journey, u"Copy CLI configuration"_s);
    EXPECT_NE(commandLine.find("network_mirror"), std::string::npos) << commandLine;
    addProvider(journey);
    const std::string module = moduleBlock(journey);
    EXPECT_NE(module.find("acme/billing-exports/aws"), std::string::npos) << module;
    journey.go(Link{u"station"_s, u"server"_s, {}, {}});
    if (QStandardPaths::findExecutable(u"terraform"_s).isEmpty()) {
        journey.platformGap = u"terraform is not on PATH"_s;
    } else {
        ASSERT_NO_FATAL_FAILURE(initWithTerraform(journey, commandLine, module));
        EXPECT_TRUE(waitFor([&journey] { return showsRequest(journey, u"acme/billing-exports/aws"_s); }));
        EXPECT_TRUE(waitFor([&journey] { return showsRequest(journey, u"hashicorp/aws"_s); }));
    }
    journey.picture(u"station-on"_s);
    journey.click(u"station.switch"_s);
    ASSERT_TRUE(waitFor([&station] { return station.state() == station::StationState::Stopped; }));
}

} // namespace drydock::test
