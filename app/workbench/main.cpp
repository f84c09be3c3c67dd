// SPDX-License-Identifier: MIT
#include "app/wiring/defaultworkspace.h"
#include "app/workbench/workbench.h"
#include "core/base/datadirectory.h"
#include "views/models/text.h"
#include "views/shell/mainwindow.h"
#include "views/shell/translation.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QLibraryInfo>
#include <QMessageBox>
#include <QSettings>
#include <QTranslator>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

void loadTranslations(QApplication &application)
{
    auto *own = new drydock::shell::Translation(&application);
    const auto data = drydock::dataDirectory();
    const QString folder = data ? drydock::models::pathText(*data / "translations") : QString();
    // English has the plural forms that the sources do not: it is what a language without a translation gets.
    if (data && (own->load(QLocale(), u"drydock"_s, u"_"_s, folder) || own->load(u"drydock_en"_s, folder)))
        QApplication::installTranslator(own);
    auto *qt = new QTranslator(&application);
    if (qt->load(QLocale(), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(qt);
}

int tellFailure(const drydock::Error &error)
{
    std::fprintf(stderr, "error: %s\n", error.text().c_str());
    if (QGuiApplication::platformName() != "offscreen"_L1)
        QMessageBox::critical(nullptr, QApplication::translate("main", "Drydock"),
                              QApplication::translate("main", "The workspace was not opened.\n\n%1")
                                  .arg(drydock::models::toText(error.text())));
    return 2;
}

} // namespace

int main(int argc, char **argv)
{
    QElapsedTimer clock;
    clock.start();
    QApplication application(argc, argv);
    QApplication::setOrganizationName(u"Drydock"_s);
    QApplication::setApplicationName(u"drydock"_s);
    QApplication::setApplicationDisplayName(u"Drydock"_s);
    QApplication::setApplicationVersion(QStringLiteral(DRYDOCK_VERSION));
    QGuiApplication::setDesktopFileName(u"drydock"_s);
    loadTranslations(application);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QApplication::translate("main", "Offline-first workbench for infrastructure as code"));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption workspace(u"workspace"_s, QApplication::translate("main", "Folder that holds everything."),
                                       u"DIR"_s, drydock::models::pathText(drydock::wiring::defaultWorkspace()));
    const QCommandLineOption demo(u"demo"_s, QApplication::translate("main", "Open on the demo project."));
    const QCommandLineOption timing(u"print-startup"_s,
                                    QApplication::translate("main", "Print the time to the first paint and quit."));
    parser.addOptions({workspace, demo, timing});
    parser.addPositionalArgument(
        u"place"_s, QApplication::translate("main", "A folder to open as a project, or a drydock:// link."),
        u"[place]"_s);
    parser.process(application);

    auto services = drydock::wiring::Services::open(drydock::models::toPath(parser.value(workspace)));
    if (!services)
        return tellFailure(services.error());
    QSettings settings;
    drydock::controls::DesktopDialogs dialogs;
    drydock::workbench::Workbench workbench(std::move(*services), settings, dialogs);
    workbench.open(parser.positionalArguments().value(0));
    if (parser.isSet(demo))
        workbench.openDemo();
    workbench.window().show();
    if (parser.isSet(timing)) {
        workbench.window().repaint();
        std::printf("first paint after %lld ms\n", static_cast<long long>(clock.elapsed()));
        return 0;
    }
    return QApplication::exec();
}
