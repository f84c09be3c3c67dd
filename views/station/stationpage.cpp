// SPDX-License-Identifier: MIT
#include "views/station/stationpage.h"

#include "app/wiring/services.h"
#include "app/wiring/stationworkspace.h"
#include "core/mirror/providermirror.h"
#include "core/registry/moduleregistry.h"
#include "core/registry/providerpackage.h"
#include "core/server/snippets.h"
#include "views/controls/dialogs.h"
#include "views/controls/theme.h"
#include "views/models/text.h"
#include "views/shell/activeproject.h"
#include "views/shell/navigator.h"
#include "views/shell/notifications.h"
#include "views/shell/statusboard.h"
#include "views/station/publishdialog.h"
#include "views/station/publishedpanel.h"
#include "views/station/serverpanel.h"
#include "views/station/stationcontroller.h"
#include "views/station/stationsources.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QSettings>
#include <QTabWidget>
#include <QUrl>

using namespace Qt::StringLiterals;
using drydock::models::toText;
using drydock::models::toUtf8;

namespace drydock::station {

namespace {

const QStringList tabIds{u"server"_s, u"modules"_s, u"providers"_s, u"mirror"_s};

QString droppedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

} // namespace

StationPage::StationPage(shell::PageContext &context, const wiring::Services &services, StationController &station,
                         QObject *parent)
    : Page(parent)
    , m_context(context)
    , m_services(services)
    , m_station(station)
{
    connect(addAction(u"station.publishFolder"_s, tr("Publish module"), u"document-export"_s), &QAction::triggered,
            this, &StationPage::chooseFolder);
    connect(addAction(u"station.addProvider"_s, tr("Add provider zip"), u"list-add"_s), &QAction::triggered, this,
            &StationPage::chooseZip);
    connect(addAction(u"station.copyModule"_s, tr("Copy module block"), u"edit-copy"_s), &QAction::triggered, this,
            &StationPage::copyModuleUse);
    connect(addAction(u"station.reload"_s, tr("Reload"), u"view-refresh"_s), &QAction::triggered, this,
            &StationPage::reload);
    QAction *toggle = addAction(u"station.toggle"_s, tr("Start or stop the station"), u"network-connect"_s);
    connect(toggle, &QAction::triggered, this, [this] {
        if (m_station.state() == StationState::Stopped)
            m_station.start(m_context.settings.value(u"station/listen"_s, u"127.0.0.1:8443"_s).toString());
        else
            m_station.stop();
    });
    connect(&station, &StationController::changed, this, &StationPage::refreshStatus);
    connect(&station, &StationController::failed, this,
            [this](const Error &error) { m_context.notifications.failed(tr("The station did not start."), error); });
    refreshStatus();
}

StationPage::~StationPage() = default;

QAction *StationPage::addAction(const QString &actionId, const QString &text, const QString &iconName)
{
    auto *action = new QAction(m_context.theme.icon(iconName), text, this);
    action->setObjectName(actionId);
    action->setProperty("iconName", iconName);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_actions << action;
    return action;
}

QWidget *StationPage::widget()
{
    if (!m_tabs)
        makeTabs();
    return m_tabs;
}

void StationPage::makeTabs()
{
    m_tabs = new QTabWidget;
    m_tabs->setDocumentMode(true);
    m_tabs->setProperty("kind", u"page"_s);
    m_tabs->setAttribute(Qt::WA_StyledBackground);
    m_tabs->setAcceptDrops(true);
    m_tabs->installEventFilter(this);
    m_server = new ServerPanel(m_context, m_station, m_tabs);
    m_modules = new PublishedPanel(m_context,
                                   {tr("Description"), u"package"_s,
                                    tr("No module has been published yet. Drop a folder here, or publish one."),
                                    tr("Publish a folder …"), tr("Filter modules")},
                                   moduleSource(m_station), m_tabs);
    m_providers =
        new PublishedPanel(m_context,
                           {tr("Platforms"), u"application-x-plugin"_s,
                            tr("No provider of your own has been published yet. Use drydockctl publish provider."),
                            tr("Copy the command"), tr("Filter providers")},
                           providerSource(m_station), m_tabs);
    m_mirror = new PublishedPanel(m_context,
                                  {tr("Platform"), u"folder-sync"_s,
                                   tr("The mirror is empty. Drop a provider zip here, or choose one."),
                                   tr("Add a provider zip …"), tr("Filter mirrored providers")},
                                  mirrorSource(m_station), m_tabs);
    m_tabs->addTab(m_server, tr("Server"));
    m_tabs->addTab(m_modules, tr("Modules"));
    m_tabs->addTab(m_providers, tr("Providers"));
    m_tabs->addTab(m_mirror, tr("Mirror"));
    connect(m_modules, &PublishedPanel::addWanted, this, &StationPage::chooseFolder);
    connect(m_mirror, &PublishedPanel::addWanted, this, &StationPage::chooseZip);
    connect(m_providers, &PublishedPanel::addWanted, this, [this] {
        QApplication::clipboard()->setText(
            u"drydockctl publish provider terraform-provider-NAME_1.0.0_linux_amd64.zip --address NAMESPACE/NAME"_s);
        m_context.notifications.inform(tr("The command was copied."));
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        reload();
        Q_EMIT changed();
    });
}

QList<QAction *> StationPage::visibleActions() const
{
    // The switch of the first tab is its primary action; the other tabs have one each.
    const auto named = [this](std::initializer_list<QString> wanted) {
        QList<QAction *> result;
        for (const QString &name : wanted) {
            for (QAction *action : m_actions) {
                if (action->objectName() == name)
                    result << action;
            }
        }
        return result;
    };
    switch (m_tabs ? m_tabs->currentIndex() : 0) {
    case 1:
        return named({u"station.publishFolder"_s, u"station.copyModule"_s, u"station.reload"_s});
    case 2:
        return {};
    case 3:
        return named({u"station.addProvider"_s, u"station.reload"_s});
    default:
        return {};
    }
}

QStringList StationPage::trail() const
{
    return m_tabs ? QStringList{m_tabs->tabText(m_tabs->currentIndex())} : QStringList();
}

void StationPage::open(const shell::Link &link)
{
    if (const qsizetype tab = tabIds.indexOf(link.id); tab >= 0)
        m_tabs->setCurrentIndex(static_cast<int>(tab));
    reload();
    if (const QString version = link.parameters.value(u"publish"_s); !version.isEmpty())
        publishVersion(version);
}

shell::Link StationPage::location() const
{
    return shell::Link{id(), m_tabs ? tabIds.value(m_tabs->currentIndex()) : QString(), m_context.project.slug(), {}};
}

bool StationPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::Drop) {
        auto *drop = static_cast<QDropEvent *>(event);
        const QFileInfo file(droppedFile(drop->mimeData()));
        const bool zip = file.isFile() && file.suffix().compare("zip"_L1, Qt::CaseInsensitive) == 0;
        if (!zip && !file.isDir())
            return false;
        drop->acceptProposedAction();
        if (event->type() == QEvent::Drop && zip)
            addProviderZip(file.filePath());
        else if (event->type() == QEvent::Drop)
            publishFolder(file.filePath());
        return true;
    }
    return Page::eventFilter(watched, event);
}

void StationPage::reload()
{
    if (!m_tabs)
        return;
    for (PublishedPanel *panel : {m_modules, m_providers, m_mirror}) {
        if (m_tabs->currentWidget() == panel)
            panel->reload();
    }
}

void StationPage::refreshStatus()
{
    const bool running = m_station.state() == StationState::Running && m_station.identity();
    shell::StatusItem item;
    item.link = shell::Link{id(), u"server"_s, {}, {}};
    if (running) {
        item.level = controls::Level::Ok;
        item.text = tr("Serving :%1").arg(QUrl(m_station.identity()->url).port());
        item.toolTip = m_station.identity()->url;
    } else {
        item.text = tr("Not serving");
        item.toolTip = tr("The station is off. Open its page to start it.");
    }
    m_context.status.set(id(), item);
}

void StationPage::chooseFolder()
{
    const QString folder = m_context.dialogs.openFolder(m_tabs, tr("Folder with the module's files"), QDir::homePath());
    if (!folder.isEmpty())
        publishFolder(folder);
}

void StationPage::publishFolder(const QString &folder)
{
    askAndPublish(folder, {}, u"1.0.0"_s, {});
}

void StationPage::publishVersion(const QString &versionId)
{
    struct Found
    {
        std::filesystem::path folder;
        std::uint32_t number = 0;
    };
    m_context.tasks.run(
        tr("Load version"), this,
        [&library = m_services.library(), id = toUtf8(versionId)](const Task &) -> Result<Found> {
            const auto version = library.findVersion(id);
            if (!version)
                return failure(version.error());
            auto folder = library.folder(*version);
            if (!folder)
                return failure(folder.error());
            return Found{std::move(*folder), version->number};
        },
        [this, versionId](const Result<Found> &found) {
            if (!found)
                return m_context.notifications.failed(tr("The version was not published."), found.error());
            askAndPublish(models::pathText(found->folder), {}, u"%1.0.0"_s.arg(found->number), versionId);
        },
        shell::TaskKind::Quiet);
}

void StationPage::askAndPublish(const QString &folder, const QString &address, const QString &version,
                                const QString &versionId)
{
    auto *dialog = new PublishDialog(m_context.theme, folder, address, version, m_tabs);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, folder, versionId] { publish(folder, dialog->address(), dialog->version(), versionId); });
    dialog->open();
}

void StationPage::publish(const QString &folder, const QString &address, const QString &version,
                          const QString &versionId)
{
    m_context.tasks.run(
        tr("Publish %1 %2").arg(address, version), this,
        [&station = m_station, &library = m_services.library(), path = models::toPath(folder),
         address = toUtf8(address), version = toUtf8(version),
         versionId = toUtf8(versionId)](const Task &task) -> Result<registry::PublishedModule> {
            const auto parsed = registry::ModuleAddress::parse(address);
            if (!parsed)
                return failure(parsed.error());
            const auto workspace = station.workspace();
            if (!workspace)
                return failure(workspace.error());
            auto published = (*workspace)->modules().publishFolder(path, *parsed, version, task);
            if (!published || versionId.empty())
                return published;
            const auto recorded = library.recordPublication(
                {versionId, "module", address, published->version.version, published->version.publishedAt});
            if (!recorded)
                return failure(recorded.error());
            return published;
        },
        [this](const Result<registry::PublishedModule> &published) {
            if (!published)
                return m_context.notifications.failed(tr("The module was not published."), published.error());
            const QString name = toText(published->version.address.text()) + u' ' + toText(published->version.version);
            const bool fresh = published->outcome == registry::PublishOutcome::Published;
            m_context.notifications.done(fresh ? tr("Published %1.").arg(name)
                                               : tr("%1 was published before, with the same files.").arg(name),
                                         tr("Show modules"), shell::Link{id(), u"modules"_s, {}, {}});
            if (!published->warnings.empty())
                m_context.notifications.warn(tr("%1 has files that do not parse.").arg(name),
                                             models::linesText(published->warnings));
            m_context.project.announceContentChange();
            reload();
        });
}

void StationPage::chooseZip()
{
    const QString file = m_context.dialogs.openFile(m_tabs, tr("Provider package"), QDir::homePath(),
                                                    tr("Provider packages (terraform-provider-*.zip)"));
    if (!file.isEmpty())
        addProviderZip(file);
}

void StationPage::addProviderZip(const QString &file)
{
    const auto name = registry::ProviderFileName::parse(toUtf8(QFileInfo(file).fileName()));
    if (!name)
        return m_context.notifications.failed(tr("The provider was not added."), name.error());
    const QString source = m_context.dialogs.askText(m_tabs, tr("Add a provider to the mirror"),
                                                     tr("Source address of the provider, HOST/NAMESPACE/TYPE"),
                                                     u"registry.terraform.io/hashicorp/"_s + toText(name->type));
    if (source.isEmpty())
        return;
    m_context.tasks.run(
        tr("Add %1 to the mirror").arg(QFileInfo(file).fileName()), this,
        [&station = m_station, path = models::toPath(file),
         source = toUtf8(source)](const Task &task) -> Result<mirror::AddedArchive> {
            const auto address = registry::ProviderAddress::parse(source);
            if (!address)
                return failure(address.error());
            const auto workspace = station.workspace();
            if (!workspace)
                return failure(workspace.error());
            return (*workspace)->mirror().add(path, *address, task);
        },
        [this](const Result<mirror::AddedArchive> &added) {
            if (!added)
                return m_context.notifications.failed(tr("The provider was not added."), added.error());
            m_context.notifications.done(tr("The mirror now has %1 %2 for %3.")
                                             .arg(toText(added->archive.address.text()), toText(added->archive.version),
                                                  toText(added->archive.platform.text())),
                                         tr("Show the mirror"), shell::Link{id(), u"mirror"_s, {}, {}});
            reload();
        });
}

void StationPage::copyModuleUse()
{
    const models::PublishedRow *row = m_modules ? m_modules->current() : nullptr;
    const QString url = m_station.identity() ? m_station.identity()->url : u"https://127.0.0.1:8443"_s;
    if (!row)
        return m_context.notifications.inform(tr("Select a module in the tab Modules first."));
    QApplication::clipboard()->setText(
        toText(server::moduleUse(toUtf8(url), toUtf8(row->address), toUtf8(row->version))));
    m_context.notifications.inform(tr("The module block was copied."));
}

} // namespace drydock::station
