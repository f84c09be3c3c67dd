// SPDX-License-Identifier: MIT
#include "app/cli/librarycommand.h"

#include "app/cli/consoletask.h"
#include "app/cli/documents.h"
#include "app/cli/librarydiff.h"
#include "app/cli/texttable.h"
#include "app/wiring/services.h"
#include "core/base/filereader.h"
#include "core/diff/treediff.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace drydock::cli {

using nlohmann::ordered_json;
using project::Asset;
using project::AssetVersion;
using project::LibraryService;

CommandOptions LibraryCommand::declare(CommandOptions options, const std::string &name, const std::string &what,
                                       Action action)
{
    const CommandOptions added = options.addCommand(name, what);
    m_options.declare(added);
    m_actions.emplace_back(added, action);
    return added;
}

CommandOptions LibraryCommand::declareOnAsset(CommandOptions options, const std::string &name, const std::string &what,
                                              Action action)
{
    const CommandOptions added = declare(options, name, what, action);
    added.add("project", m_project, "Short name of the project").required();
    added.add("asset", m_asset, "Short name of the asset (see `library list`)").required();
    return added;
}

void LibraryCommand::configure(CommandOptions options)
{
    options.requireCommand();
    const CommandOptions all = declare(options, "list", "List the assets", &LibraryCommand::list);
    all.add("--project", m_project, "Only of this project");
    all.add("--type", m_type, "Only of this type: module, configuration, …");
    all.add("--generator", m_generator, "Only what this generator made");
    all.add("--tag", m_tag, "Only with this tag");
    all.add("--text", m_text, "Only with this text in name or description");
    declareOnAsset(options, "show", "One version with its files and checksums", &LibraryCommand::show)
        .add("--version", m_version, "Number of the version; the newest when left out");
    declareOnAsset(options, "versions", "List the versions of an asset", &LibraryCommand::versions);
    const CommandOptions keep =
        declareOnAsset(options, "save", "Save a folder as a new version", &LibraryCommand::save);
    keep.add("folder", m_folder, "The folder; .git and .terraform are left out").required();
    keep.add("--note", m_note, "What changed");
    keep.add("--type", m_type, "Type of a new asset: module (the default), configuration, …");
    const CommandOptions out =
        declareOnAsset(options, "export", "Write the files of a version to a folder", &LibraryCommand::exportVersion);
    out.add("--output", m_folder, "The folder").required();
    out.add("--version", m_version, "Number of the version; the newest when left out");
    out.addFlag("--force", m_force, "Replace files that are there");
    const CommandOptions compare =
        declareOnAsset(options, "diff", "What changed from one version to another", &LibraryCommand::diff);
    compare.add("--from", m_from, "Number of the older version; the one before --to when left out");
    compare.add("--to", m_to, "Number of the newer version; the newest when left out");
}

int LibraryCommand::run(Console &console)
{
    for (const auto &[command, action] : m_actions) {
        if (!command.isChosen())
            continue;
        const auto services = wiring::Services::open(m_options.workspace);
        return services ? (this->*action)(console, **services) : report(console, services.error());
    }
    return Unusable;
}

Result<Asset> LibraryCommand::asset(const wiring::Services &services) const
{
    const auto project = services.projects().find(m_project);
    return project ? services.library().findAsset(project->id, m_asset) : Result<Asset>(Failure(project.error()));
}

Result<AssetVersion> LibraryCommand::version(const wiring::Services &services, std::uint32_t number) const
{
    const auto found = asset(services);
    if (!found)
        return Failure(found.error());
    return services.library().findVersion(found->id, number == 0 ? found->latest : number);
}

int LibraryCommand::list(Console &console, const wiring::Services &services) const
{
    project::AssetQuery query{.type = m_type, .generator = m_generator, .tag = m_tag, .text = m_text, .limit = 1000};
    if (!m_project.empty()) {
        const auto project = services.projects().find(m_project);
        if (!project)
            return report(console, project.error());
        query.projectId = project->id;
    }
    const auto page = services.library().list(query);
    if (!page)
        return report(console, page.error());
    if (page->total > page->assets.size())
        console.err << page->total - page->assets.size()
                    << " more assets are not shown; name a project, type or tag.\n";
    if (m_options.json()) {
        ordered_json documents = ordered_json::array();
        for (const Asset &found : page->assets)
            documents.push_back(documentOf(found));
        console.out << documentText(documents);
        return Success;
    }
    if (page->assets.empty())
        console.err
            << "The library holds nothing like that yet. Save something with `drydockctl generate` or `drydockctl "
               "library save`.\n";
    TextTable table({Align::Left, Align::Left, Align::Left, Align::Left, Align::Left});
    for (const Asset &found : page->assets)
        table.add({found.projectSlug, found.slug, "v" + std::to_string(found.latest), found.type, found.generator});
    table.print(console.out);
    return Success;
}

static void printVersion(std::ostream &out, const AssetVersion &version)
{
    out << "Version " << version.number << ", " << formatTimestamp(version.created) << ", fingerprint "
        << version.fingerprint << '\n';
    if (!version.note.empty())
        out << version.note << '\n';
    if (!version.validation.text.empty())
        out << "Validation: " << version.validation.text << '\n';
    for (const project::Publication &publication : version.publications)
        out << "Published as " << publication.address << ' ' << publication.version << '\n';
    TextTable table({Align::Left, Align::Right, Align::Left, Align::Left});
    for (const project::LibraryFile &file : version.files)
        table.add({file.path, readableSize(file.size), file.mediaType, file.sha256});
    table.print(out);
}

int LibraryCommand::show(Console &console, const wiring::Services &services) const
{
    const auto found = version(services, m_version);
    if (!found)
        return report(console, found.error());
    if (m_options.json())
        console.out << documentText(documentOf(*found));
    else
        printVersion(console.out, *found);
    return Success;
}

int LibraryCommand::versions(Console &console, const wiring::Services &services) const
{
    const auto found = asset(services);
    if (!found)
        return report(console, found.error());
    const auto versions = services.library().versions(found->id);
    if (!versions)
        return report(console, versions.error());
    if (m_options.json()) {
        ordered_json documents = ordered_json::array();
        for (const AssetVersion &version : *versions)
            documents.push_back(documentOf(version));
        console.out << documentText(documents);
        return Success;
    }
    TextTable table({Align::Right, Align::Left, Align::Left, Align::Left});
    for (const AssetVersion &version : *versions)
        table.add({"v" + std::to_string(version.number), formatTimestamp(version.created),
                   std::to_string(version.files.size()) + " files", version.note});
    table.print(console.out);
    return Success;
}

int LibraryCommand::save(Console &console, const wiring::Services &services) const
{
    const auto project = services.projects().find(m_project);
    if (!project)
        return report(console, project.error());
    const Task task = consoleTask(console);
    const auto tree = diff::readTree(m_folder, task);
    if (!tree)
        return report(console, tree.error());
    project::NewVersion wanted{.projectId = project->id, .assetName = m_asset, .note = m_note};
    if (!m_type.empty())
        wanted.type = m_type;
    for (const diff::TreeFile &file : *tree) {
        auto content = readFile(std::filesystem::path(m_folder) / file.path);
        if (!content)
            return report(console, content.error());
        wanted.files.push_back({file.path, std::move(*content)});
    }
    const auto saved = services.library().saveVersion(wanted, task);
    clearProgress(console);
    if (!saved)
        return report(console, saved.error());
    const bool fresh = saved->outcome == project::SaveOutcome::Created;
    if (m_options.json()) {
        ordered_json document = documentOf(saved->version);
        document["outcome"] = fresh ? "created" : "unchanged";
        console.out << documentText(document);
        return Success;
    }
    console.out << (fresh ? "Saved " : "Unchanged: the files are those of ") << saved->asset.slug << " v"
                << saved->version.number << ", " << saved->version.files.size() << " files\n";
    return Success;
}

int LibraryCommand::exportVersion(Console &console, const wiring::Services &services) const
{
    const auto found = version(services, m_version);
    if (!found)
        return report(console, found.error());
    const auto existing = m_force ? LibraryService::Existing::Replace : LibraryService::Existing::Refuse;
    if (auto written = services.library().exportTo(*found, m_folder, existing); !written)
        return report(console, written.error());
    if (m_options.json())
        console.out << documentText(documentOf(*found));
    else
        console.out << "Wrote " << found->files.size() << " files of v" << found->number << " to " << m_folder << '\n';
    return Success;
}

int LibraryCommand::diff(Console &console, const wiring::Services &services) const
{
    const auto newer = version(services, m_to);
    if (!newer)
        return report(console, newer.error());
    if (m_from == 0 && newer->number == 1)
        return report(console, {"library.version-not-found", "There is no version before the first.", m_asset,
                                "Name two with --from and --to."});
    const auto older = version(services, m_from == 0 ? newer->number - 1 : m_from);
    if (!older)
        return report(console, older.error());
    const auto compared = compareVersions(services.library(), *older, *newer);
    if (!compared)
        return report(console, compared.error());
    if (m_options.json())
        console.out << documentText(documentOf(*compared));
    else
        printComparison(console.out, *compared);
    return Success;
}

} // namespace drydock::cli
