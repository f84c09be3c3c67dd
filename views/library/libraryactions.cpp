// SPDX-License-Identifier: MIT
// What the library does besides showing: compare, publish, export, review, delete.
#include "app/wiring/services.h"
#include "views/controls/dialogs.h"
#include "views/library/librarypage.h"
#include "views/library/publishdialog.h"
#include "views/models/text.h"
#include "views/shell/activeproject.h"
#include "views/shell/navigator.h"
#include "views/shell/notifications.h"

#include <QDir>

using namespace Qt::StringLiterals;
using drydock::models::toPath;
using drydock::models::toText;
using drydock::models::toUtf8;

namespace drydock::library {

void LibraryPage::compareWithPrevious()
{
    const project::AssetVersion *version = m_detail->version();
    const project::AssetVersion *previous = m_detail->previous();
    if (!version || !previous)
        return;
    m_context.navigator.open(
        shell::Link{u"compare"_s,
                    {},
                    m_context.project.slug(),
                    {{u"kind"_s, u"asset"_s}, {u"left"_s, toText(previous->id)}, {u"right"_s, toText(version->id)}}});
}

void LibraryPage::publish()
{
    const project::AssetVersion *version = m_detail->version();
    if (!version || !m_tools.publish)
        return;
    const AssetVersions &shown = *m_detail->shown();
    const QString what = u"%1 v%2"_s.arg(toText(shown.asset.name)).arg(version->number);
    auto *dialog = new PublishDialog(m_context.theme, what,
                                     proposalFor(shown.asset, shown.asset.projectSlug, shown.versions), m_widget);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { publishAs(dialog->address(), dialog->version()); });
    dialog->open();
}

void LibraryPage::publishAs(const QString &address, const QString &version)
{
    const project::AssetVersion *chosen = m_detail->version();
    if (!chosen)
        return;
    m_context.tasks.run(
        tr("Publish %1 %2").arg(address, version), this,
        [&services = m_services, publishFolder = m_tools.publish, from = *chosen, address = toUtf8(address),
         number = toUtf8(version)](const Task &task) -> Result<std::vector<std::string>> {
            const auto folder = services.library().folder(from);
            if (!folder)
                return failure(folder.error());
            auto published = publishFolder(*folder, address, number, task);
            if (!published)
                return published;
            const auto recorded = services.library().recordPublication(
                {from.id, "module", address, number, services.workspace().clock().now()});
            return recorded ? std::move(published) : failure(recorded.error());
        },
        [this, address, version](const Result<std::vector<std::string>> &published) {
            if (!published) {
                m_context.notifications.failed(tr("The module was not published."), published.error());
                return;
            }
            m_context.notifications.done(tr("Published %1 %2.").arg(address, version), tr("Open station"),
                                         shell::Link{u"station"_s, u"modules"_s, {}, {}});
            if (!published->empty())
                m_context.notifications.warn(tr("%1 %2 has files that do not parse.").arg(address, version),
                                             models::linesText(*published));
            m_context.project.announceContentChange();
        });
}

void LibraryPage::exportFiles()
{
    const project::AssetVersion *version = m_detail->version();
    if (!version)
        return;
    const QString chosen = m_context.dialogs.openFolder(m_widget, tr("Export into a folder"), QDir::homePath());
    if (chosen.isEmpty())
        return;
    const QString name = u"%1-v%2"_s.arg(toText(m_detail->shown()->asset.slug)).arg(version->number);
    const QString target = QDir(chosen).filePath(name);
    m_context.tasks.run(
        tr("Export %1").arg(name), this,
        [&services = m_services, from = *version, folder = toPath(target)](const Task &) {
            return services.library().exportTo(from, folder);
        },
        [this, target](const Result<> &exported) {
            if (exported)
                m_context.notifications.done(tr("Exported to %1.").arg(target));
            else
                m_context.notifications.failed(tr("The version was not exported."), exported.error());
        });
}

void LibraryPage::review()
{
    const project::AssetVersion *version = m_detail->version();
    if (!version || !m_tools.review)
        return;
    const std::string title = m_detail->shown()->asset.name + " v" + std::to_string(version->number);
    m_context.tasks.run(
        tr("Review %1").arg(toText(title)), this,
        [&services = m_services, reviewFolder = m_tools.review, from = *version, title,
         slug = toUtf8(m_context.project.slug())](const Task &task) -> Result<project::Run> {
            const auto project = services.projects().find(slug);
            if (!project)
                return failure(project.error());
            const auto folder = services.library().folder(from);
            if (!folder)
                return failure(folder.error());
            const auto result = reviewFolder(*folder, task);
            if (!result)
                return failure(result.error());
            return services.reviews().store(*project, *result, *folder, title);
        },
        [this](const Result<project::Run> &run) {
            if (!run) {
                m_context.notifications.failed(tr("The review failed."), run.error());
                return;
            }
            m_context.project.announceContentChange();
            m_context.navigator.open(shell::Link{u"reviews"_s, toText(run->id), m_context.project.slug(), {}});
        });
}

void LibraryPage::remove()
{
    if (!m_detail->version())
        return;
    const project::Asset asset = m_detail->shown()->asset;
    const controls::Question question{tr("Delete asset"), tr("Delete “%1”?").arg(toText(asset.name)),
                                      tr("All its versions are deleted. This cannot be undone."), tr("Delete asset"),
                                      true};
    if (!m_context.dialogs.ask(m_widget, question))
        return;
    m_context.tasks.run(
        tr("Delete %1").arg(toText(asset.name)), this,
        [&services = m_services, id = asset.id](const Task &) { return services.library().removeAsset(id); },
        [this, name = toText(asset.name)](const Result<> &removed) {
            if (!removed) {
                m_context.notifications.failed(tr("The asset was not deleted."), removed.error());
                return;
            }
            m_context.notifications.done(tr("Deleted %1.").arg(name));
            m_context.project.announceContentChange();
        });
}

} // namespace drydock::library
