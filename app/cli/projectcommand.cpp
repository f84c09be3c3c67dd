// SPDX-License-Identifier: MIT
#include "app/cli/projectcommand.h"

#include "app/cli/documents.h"
#include "app/cli/texttable.h"
#include "app/wiring/services.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace drydock::cli {

using nlohmann::ordered_json;
using project::Project;
using project::ProjectFilter;

CommandOptions ProjectCommand::declare(CommandOptions options, const std::string &name, const std::string &what,
                                       Action action)
{
    const CommandOptions added = options.addCommand(name, what);
    m_options.declare(added);
    m_actions.emplace_back(added, action);
    return added;
}

CommandOptions ProjectCommand::declareOnProject(CommandOptions options, const std::string &name,
                                                const std::string &what, Action action)
{
    const CommandOptions added = declare(options, name, what, action);
    added.add("project", m_slug, "Short name of the project (see `project list`)").required();
    return added;
}

void ProjectCommand::configure(CommandOptions options)
{
    options.requireCommand();
    const CommandOptions make = declare(options, "create", "Make a project in the workspace", &ProjectCommand::create);
    make.add("name", m_name, "Name, for example \"Landing zone\"").required();
    make.add("--slug", m_newSlug, "Short name for addresses; made from the name when left out");
    const CommandOptions folder =
        declare(options, "open", "Register a folder as a project, where it is", &ProjectCommand::open);
    folder.add("folder", m_folder, "Folder with the configuration").required();
    folder.add("--name", m_name, "Name; the folder's when left out");
    for (const CommandOptions &either : {make, folder}) {
        either.add("--description", m_description, "One sentence");
        either.add("--tag", m_tags, "What the project is about, for example aws; may be repeated");
    }
    const CommandOptions all =
        declare(options, "list", "List projects with their last run and open findings", &ProjectCommand::list);
    all.addFlag("--archived", m_archived, "Archived projects only");
    all.addFlag("--all", m_all, "Archived projects too");
    declareOnProject(options, "show", "Everything about one project", &ProjectCommand::show);
    declareOnProject(options, "rename", "Give a project another name; its short name stays", &ProjectCommand::rename)
        .add("name", m_name, "The new name")
        .required();
    declareOnProject(options, "archive", "Hide a project without losing anything", &ProjectCommand::archive);
    declareOnProject(options, "unarchive", "Bring an archived project back", &ProjectCommand::unarchive);
    declareOnProject(options, "delete", "Delete a project with its configurations, library, runs and reports",
                     &ProjectCommand::remove)
        .addFlag("--yes", m_yes, "Do not ask");
    declareOnProject(options, "review", "Review a project with all policies and keep the result",
                     &ProjectCommand::review)
        .add("--folder", m_folder, "Folder below the project's root; all of it when left out");
    const CommandOptions runList =
        declareOnProject(options, "runs", "List the runs of a project, newest first", &ProjectCommand::runs);
    runList.add("--kind", m_kind, "Only this kind: review, generator/");
    runList.add("--limit", m_limit, "How many at most").showDefault();
    const CommandOptions put =
        declareOnProject(options, "upload", "Keep a file as an artifact of a project", &ProjectCommand::upload);
    put.add("file", m_file, "The file").required();
    put.add("--path", m_path, "Name among the artifacts; the file's name when left out");
    declareOnProject(options, "artifacts", "List the files of a project's runs and reports",
                     &ProjectCommand::artifacts);
}

int ProjectCommand::run(Console &console)
{
    for (const auto &[command, action] : m_actions) {
        if (!command.isChosen())
            continue;
        const auto services = wiring::Services::open(m_options.workspace);
        return services ? (this->*action)(console, **services) : report(console, services.error());
    }
    return Unusable;
}

/// One project as the result of a command.
static int answer(Console &console, const WorkspaceOptions &options, const Result<Project> &project,
                  const std::string &verb)
{
    if (!project)
        return report(console, project.error());
    if (options.json())
        console.out << documentText(documentOf(*project));
    else
        console.out << verb << " project " << project->slug << " (" << project->name << "), configurations in "
                    << project->root.string() << '\n';
    return Success;
}

int ProjectCommand::create(Console &console, const wiring::Services &services) const
{
    return answer(console, m_options, services.projects().create({m_name, m_newSlug, m_description, m_tags}),
                  "Created");
}

int ProjectCommand::open(Console &console, const wiring::Services &services) const
{
    return answer(console, m_options, services.projects().openFolder(m_folder, {m_name, {}, m_description, m_tags}),
                  "Registered");
}

int ProjectCommand::rename(Console &console, const wiring::Services &services) const
{
    return answer(console, m_options, services.projects().rename(m_slug, m_name), "Renamed");
}

int ProjectCommand::archive(Console &console, const wiring::Services &services) const
{
    return answer(console, m_options, services.projects().archive(m_slug), "Archived");
}

int ProjectCommand::unarchive(Console &console, const wiring::Services &services) const
{
    return answer(console, m_options, services.projects().unarchive(m_slug), "Brought back");
}

static std::string lastRunText(const std::optional<project::Run> &run)
{
    if (!run)
        return "no runs";
    return "run " + std::to_string(run->number) + " " + std::string(project::runStateName(run->state));
}

static std::string findingsText(const project::ProjectTile &tile)
{
    if (!tile.lastReview)
        return "not reviewed";
    const policy::SeverityCounts &open = tile.open;
    return std::to_string(open.critical) + " critical, " + std::to_string(open.high) + " high, " +
           std::to_string(open.medium) + " medium, " + std::to_string(open.low) + " low";
}

int ProjectCommand::list(Console &console, const wiring::Services &services) const
{
    const ProjectFilter filter = m_all        ? ProjectFilter::All
                                 : m_archived ? ProjectFilter::Archived
                                              : ProjectFilter::Active;
    const auto tiles = services.projects().tiles(filter);
    if (!tiles)
        return report(console, tiles.error());
    if (m_options.json()) {
        ordered_json documents = ordered_json::array();
        for (const project::ProjectTile &tile : *tiles)
            documents.push_back(documentOf(tile));
        console.out << documentText(documents);
        return Success;
    }
    if (tiles->empty())
        console.err
            << "There are no projects. Make one with `drydockctl project create NAME`, or register a folder with "
               "`drydockctl project open FOLDER`.\n";
    TextTable table({Align::Left, Align::Left, Align::Left, Align::Left, Align::Left});
    for (const project::ProjectTile &tile : *tiles)
        table.add({tile.project.slug, tile.project.name, lastRunText(tile.lastRun), findingsText(tile),
                   std::to_string(tile.assets) + " in library"});
    table.print(console.out);
    return Success;
}

int ProjectCommand::show(Console &console, const wiring::Services &services) const
{
    const auto summary = services.projects().summary(m_slug);
    if (!summary)
        return report(console, summary.error());
    if (m_options.json()) {
        console.out << documentText(documentOf(*summary));
        return Success;
    }
    const Project &project = summary->tile.project;
    console.out << project.name << "\n\n";
    TextTable table({Align::Left, Align::Left});
    table.add({"Short name", project.slug});
    table.add({"Configurations", std::to_string(summary->configurations) + " files in " + project.root.string() + ", " +
                                     std::to_string(summary->changedSinceReview) + " changed since the last review"});
    table.add({"Open findings", findingsText(summary->tile)});
    table.add({"Runs", std::to_string(summary->runs) + ", of them " + std::to_string(summary->reviews) +
                           " reviews; last: " + lastRunText(summary->tile.lastRun)});
    table.add({"Library", std::to_string(summary->tile.assets) + " assets, " + std::to_string(summary->versions) +
                              " versions, " + std::to_string(summary->published) + " published"});
    table.add({"Artifacts", std::to_string(summary->artifacts)});
    table.print(console.out);
    if (!summary->recent.empty())
        console.out << "\nRecently\n";
    TextTable recent({Align::Left, Align::Left, Align::Left});
    for (const project::RecentItem &item : summary->recent)
        recent.add({"  " + formatTimestamp(item.time), item.title, item.detail});
    recent.print(console.out);
    return Success;
}

int ProjectCommand::remove(Console &console, const wiring::Services &services) const
{
    const auto project = services.projects().find(m_slug);
    if (!project)
        return report(console, project.error());
    if (!m_yes) {
        console.err << "Delete \"" << project->name << "\" with its library, runs and reports"
                    << (project->origin == project::ProjectOrigin::External ? "" : " and its configurations")
                    << "? This cannot be undone. Type its short name (" << project->slug
                    << ") to go on: " << std::flush;
        std::string typed;
        if (!std::getline(console.in, typed) || typed != project->slug)
            return report(
                console,
                {"project.not-confirmed", "Nothing was deleted.", {}, "Use --yes to delete without a question."});
    }
    if (auto removed = services.projects().remove(project->id); !removed)
        return report(console, removed.error());
    if (m_options.json())
        console.out << documentText({{"deleted", project->slug}});
    else
        console.out << "Deleted project " << project->slug << '\n';
    return Success;
}

} // namespace drydock::cli
