// SPDX-License-Identifier: MIT
#include "app/workbench/locatorsources.h"

#include "app/wiring/services.h"
#include "core/project/configurationfiles.h"
#include "views/models/text.h"
#include "views/settings/settingspec.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using drydock::models::toText;
using drydock::models::toUtf8;
using drydock::shell::Link;
using drydock::shell::LocatorEntry;

namespace drydock::workbench {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Locator)
};

using Entries = Result<QList<LocatorEntry>>;

Entries projects(const wiring::Services &services)
{
    const auto all = services.projects().list();
    if (!all)
        return failure(all.error());
    QList<LocatorEntry> entries;
    for (const project::Project &each : *all)
        entries << LocatorEntry{toText(each.name), toText(each.slug), Texts::tr("Project"), u"folder-symbolic"_s,
                                Link{u"hub"_s, u"summary"_s, toText(each.slug), {}}};
    return entries;
}

Entries files(const wiring::Services &services, const QString &slug, const Task &task)
{
    QList<LocatorEntry> entries;
    if (slug.isEmpty())
        return entries;
    const auto project = services.projects().find(toUtf8(slug));
    if (!project)
        return failure(project.error());
    const auto found = project::listConfigurationFiles(project->root, task);
    if (!found)
        return failure(found.error());
    for (const project::ConfigurationFile &each : *found) {
        const QString path = toText(each.path);
        entries << LocatorEntry{path.section(u'/', -1), path, Texts::tr("File"), u"text-x-generic"_s,
                                Link{u"configurations"_s, path, slug, {}}};
    }
    return entries;
}

Entries runs(const wiring::Services &services, const QString &slug)
{
    project::RunQuery query;
    query.limit = 200;
    if (!slug.isEmpty()) {
        const auto project = services.projects().find(toUtf8(slug));
        if (!project)
            return failure(project.error());
        query.projectId = project->id;
    }
    const auto page = services.runs().list(query);
    if (!page)
        return failure(page.error());
    QList<LocatorEntry> entries;
    for (const project::Run &each : page->runs)
        entries << LocatorEntry{Texts::tr("Run %1").arg(each.number) + u": "_s + toText(each.title),
                                toText(each.projectSlug), Texts::tr("Run"), u"view-history"_s,
                                Link{u"reviews"_s, toText(each.id), toText(each.projectSlug), {}}};
    return entries;
}

Entries assets(const wiring::Services &services)
{
    project::AssetQuery query;
    query.limit = 500;
    const auto page = services.library().list(query);
    if (!page)
        return failure(page.error());
    QList<LocatorEntry> entries;
    for (const project::Asset &each : page->assets)
        entries << LocatorEntry{toText(each.name), toText(each.projectSlug), Texts::tr("Asset"), u"package"_s,
                                Link{u"library"_s, toText(each.slug), toText(each.projectSlug), {}}};
    return entries;
}

Entries articles(const wiring::Services &services, const QString &slug, const Task &task)
{
    const auto index = services.knowledge(task);
    if (!index)
        return failure(index.error());
    const auto all = index->list();
    if (!all)
        return failure(all.error());
    QList<LocatorEntry> entries;
    for (const knowledge::Article &each : *all) {
        const QString kind = each.id.starts_with("policies/") ? Texts::tr("Rule") : Texts::tr("Article");
        entries << LocatorEntry{toText(each.title), toText(each.id), kind, u"help-contents"_s,
                                Link{u"knowledge"_s, toText(each.id), slug, {}}};
    }
    return entries;
}

Entries generators(const wiring::Services &services, const QString &slug)
{
    const auto catalog = services.generators();
    if (!catalog)
        return failure(catalog.error());
    QList<LocatorEntry> entries;
    for (const generator::Generator &each : catalog->generators()) {
        const generator::GeneratorInfo &info = each.info();
        entries << LocatorEntry{toText(info.title), toText(info.slug), Texts::tr("Generator"), u"tools-wizard"_s,
                                Link{u"generate"_s, toText(info.slug), slug, {}}};
    }
    return entries;
}

Entries settings(const QString &slug)
{
    QList<LocatorEntry> entries;
    for (const settingsview::SettingSpec &each : settingsview::allSettings())
        entries << LocatorEntry{each.title, each.help, Texts::tr("Setting"), u"configure"_s,
                                Link{u"settings"_s, each.title, slug, {}}};
    return entries;
}

} // namespace

std::vector<shell::LocatorSource> locatorSources(const wiring::Services &services)
{
    return {[&services](const QString &, const Task &) { return projects(services); },
            [&services](const QString &slug, const Task &task) { return files(services, slug, task); },
            [&services](const QString &slug, const Task &) { return runs(services, slug); },
            [&services](const QString &, const Task &) { return assets(services); },
            [&services](const QString &slug, const Task &) { return generators(services, slug); },
            [](const QString &slug, const Task &) { return settings(slug); },
            [&services](const QString &slug, const Task &task) { return articles(services, slug, task); }};
}

} // namespace drydock::workbench
