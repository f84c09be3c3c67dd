// SPDX-License-Identifier: MIT
#include "app/cli/documents.h"

#include <nlohmann/json.hpp>

namespace drydock::cli {

using nlohmann::ordered_json;

static std::string_view validationStateName(project::ValidationState state)
{
    switch (state) {
    case project::ValidationState::None:
        return "none";
    case project::ValidationState::Passed:
        return "passed";
    case project::ValidationState::Warnings:
        return "warnings";
    case project::ValidationState::Failed:
        return "failed";
    }
    return "none";
}

static ordered_json timeOrNull(const std::optional<Timestamp> &time)
{
    return time ? ordered_json(formatTimestamp(*time)) : ordered_json();
}

template <typename T>
static ordered_json documentOrNull(const std::optional<T> &value)
{
    return value ? documentOf(*value) : ordered_json();
}

ordered_json documentOf(const policy::SeverityCounts &counts)
{
    return {{"critical", counts.critical}, {"high", counts.high}, {"medium", counts.medium}, {"low", counts.low}};
}

ordered_json documentOf(const project::Project &project)
{
    return {{"id", project.id},
            {"slug", project.slug},
            {"name", project.name},
            {"description", project.description},
            {"root", project.root.string()},
            {"origin", project.origin == project::ProjectOrigin::External ? "external" : "managed"},
            {"state", project.state == project::ProjectState::Archived ? "archived" : "active"},
            {"tags", project.tags},
            {"created_at", formatTimestamp(project.created)},
            {"updated_at", formatTimestamp(project.updated)}};
}

static ordered_json figuresOf(const project::ReviewFigures &figures)
{
    return {{"open", documentOf(figures.open)},
            {"waived", figures.waived},
            {"baselined", figures.baselined},
            {"undecided", figures.undecided},
            {"diagnostics", figures.diagnostics},
            {"files", figures.files},
            {"unreadable", figures.unreadable},
            {"resources", figures.resources},
            {"rules", figures.rules},
            {"gate", {{"passed", figures.gate.passed}, {"reason", figures.gate.reason}}}};
}

ordered_json documentOf(const project::Run &run)
{
    ordered_json document{{"id", run.id},
                          {"project", run.projectSlug},
                          {"number", run.number},
                          {"kind", run.kind},
                          {"title", run.title},
                          {"state", project::runStateName(run.state)},
                          {"error", run.error},
                          {"created_at", formatTimestamp(run.created)},
                          {"started_at", timeOrNull(run.started)},
                          {"finished_at", timeOrNull(run.finished)}};
    document["review"] = run.review ? figuresOf(*run.review) : ordered_json();
    return document;
}

ordered_json documentOf(const project::ProjectTile &tile)
{
    ordered_json document = documentOf(tile.project);
    document["open_findings"] = documentOf(tile.open);
    document["assets"] = tile.assets;
    document["last_run"] = documentOrNull(tile.lastRun);
    document["last_review"] = documentOrNull(tile.lastReview);
    return document;
}

static ordered_json changeOf(const std::optional<project::SeverityChange> &change)
{
    if (!change)
        return {};
    return {{"critical", change->critical}, {"high", change->high}, {"medium", change->medium}, {"low", change->low}};
}

ordered_json documentOf(const project::ProjectSummary &summary)
{
    ordered_json document = documentOf(summary.tile);
    document["change"] = changeOf(summary.change);
    document["configurations"] = summary.configurations;
    document["changed_since_review"] = summary.changedSinceReview;
    document["runs"] = summary.runs;
    document["reviews"] = summary.reviews;
    document["versions"] = summary.versions;
    document["artifacts"] = summary.artifacts;
    document["published"] = summary.published;
    document["failed_validations"] = summary.failedValidations;
    document["recent"] = ordered_json::array();
    for (const project::RecentItem &item : summary.recent)
        document["recent"].push_back(
            {{"title", item.title}, {"detail", item.detail}, {"link", item.link}, {"at", formatTimestamp(item.time)}});
    return document;
}

ordered_json documentOf(const project::Artifact &artifact)
{
    return {{"id", artifact.id},
            {"run", artifact.runId},
            {"kind", artifact.kind},
            {"path", artifact.path},
            {"sha256", artifact.sha256},
            {"size", artifact.size},
            {"media_type", artifact.mediaType},
            {"created_at", formatTimestamp(artifact.created)}};
}

static ordered_json validationOf(const project::ValidationSummary &validation)
{
    return {{"state", validationStateName(validation.state)},
            {"errors", validation.errors},
            {"warnings", validation.warnings},
            {"findings", validation.findings},
            {"text", validation.text}};
}

ordered_json documentOf(const project::Asset &asset)
{
    return {{"id", asset.id},
            {"project", asset.projectSlug},
            {"slug", asset.slug},
            {"name", asset.name},
            {"type", asset.type},
            {"description", asset.description},
            {"generator", asset.generator},
            {"tags", asset.tags},
            {"latest", asset.latest},
            {"versions", asset.versions},
            {"validation", validationOf(asset.validation)},
            {"created_at", formatTimestamp(asset.created)},
            {"updated_at", formatTimestamp(asset.updated)}};
}

static ordered_json inputsOf(const std::string &inputs)
{
    ordered_json parsed = ordered_json::parse(inputs, nullptr, false);
    return parsed.is_discarded() ? ordered_json() : parsed;
}

ordered_json documentOf(const project::AssetVersion &version)
{
    ordered_json document{{"id", version.id},
                          {"number", version.number},
                          {"note", version.note},
                          {"generator", version.generator},
                          {"blueprint", version.blueprint},
                          {"git_commit", version.gitCommit},
                          {"inputs", inputsOf(version.inputs)},
                          {"fingerprint", version.fingerprint},
                          {"run", version.runId},
                          {"validation", validationOf(version.validation)},
                          {"created_at", formatTimestamp(version.created)}};
    document["files"] = ordered_json::array();
    for (const project::LibraryFile &file : version.files)
        document["files"].push_back(
            {{"path", file.path}, {"sha256", file.sha256}, {"size", file.size}, {"media_type", file.mediaType}});
    document["publications"] = ordered_json::array();
    for (const project::Publication &publication : version.publications)
        document["publications"].push_back({{"kind", publication.kind},
                                            {"address", publication.address},
                                            {"version", publication.version},
                                            {"at", formatTimestamp(publication.time)}});
    return document;
}

std::string documentText(const ordered_json &document)
{
    return document.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

} // namespace drydock::cli
