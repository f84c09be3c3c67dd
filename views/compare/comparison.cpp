// SPDX-License-Identifier: MIT
#include "views/compare/comparison.h"

#include "app/wiring/services.h"
#include "core/base/containment.h"
#include "core/base/filereader.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <system_error>

namespace drydock::compare {

namespace fs = std::filesystem;

namespace {

constexpr std::uint32_t listedChoices = 500;

/// One side: its files and how to read them.
struct Side
{
    std::string title;
    std::vector<diff::TreeFile> files;
    SideReader read;
};

Result<Side> versionSide(const wiring::Services &services, const std::string &id)
{
    auto found = services.library().findVersion(id);
    if (!found)
        return failure(found.error());
    const auto version = std::make_shared<const project::AssetVersion>(std::move(*found));
    Side side{"v" + std::to_string(version->number), {}, {}};
    for (const project::LibraryFile &file : version->files)
        side.files.push_back({file.path, file.size, file.sha256});
    side.read = [&services, version](const std::string &path) { return services.library().readFile(*version, path); };
    return side;
}

Result<Side> folderSide(const std::string &path, const Task &task)
{
    const fs::path root(path);
    auto files = diff::readTree(root, task);
    if (!files)
        return failure(files.error());
    Side side{path, std::move(*files), {}};
    side.read = [root](const std::string &file) -> Result<std::string> {
        std::error_code ignored;
        if (fs::is_regular_file(root, ignored))
            return readFile(root);
        const auto inside = resolveInside(root, file);
        return inside ? readFile(*inside) : failure(inside.error());
    };
    return side;
}

} // namespace

Result<TreeComparison> compareFiles(const wiring::Services &services, const Subject &subject, const Task &task)
{
    const auto sideOf = [&](const std::string &id) {
        return subject.kind == SubjectKind::Versions ? versionSide(services, id) : folderSide(id, task);
    };
    auto left = sideOf(subject.left);
    if (!left)
        return failure(left.error());
    auto right = sideOf(subject.right);
    if (!right)
        return failure(right.error());
    std::error_code ignored;
    const bool twoFiles = subject.kind == SubjectKind::Files && fs::is_regular_file(subject.left, ignored) &&
                          fs::is_regular_file(subject.right, ignored);
    // Two single files are compared with each other whatever their names are.
    if (twoFiles)
        left->files.front().path = right->files.front().path;
    return TreeComparison{left->title, right->title, diff::compareTrees(left->files, right->files),
                          twoFiles,    left->read,   right->read};
}

Result<FileTexts> readBoth(const TreeComparison &comparison, const diff::FileChange &change)
{
    FileTexts texts;
    if (change.before) {
        auto text = comparison.readLeft(change.before->path);
        if (!text)
            return failure(text.error());
        texts.before = std::move(*text);
    }
    if (change.after) {
        auto text = comparison.readRight(change.after->path);
        if (!text)
            return failure(text.error());
        texts.after = std::move(*text);
    }
    return texts;
}

Result<RunPair> compareRuns(const wiring::Services &services, const Subject &subject)
{
    auto left = services.runs().find(subject.left);
    if (!left)
        return failure(left.error());
    auto right = services.runs().find(subject.right);
    if (!right)
        return failure(right.error());
    auto changes = services.findings().changes(subject.left, subject.right);
    if (!changes)
        return failure(changes.error());
    return RunPair{std::move(*left), std::move(*right), std::move(*changes)};
}

Result<Choices> readChoices(const wiring::Services &services, const std::string &projectSlug, const Subject &subject,
                            const std::string &assetId)
{
    Choices choices;
    if (projectSlug.empty())
        return choices;
    const auto project = services.projects().find(projectSlug);
    if (!project)
        return failure(project.error());
    project::AssetQuery assets;
    assets.projectId = project->id;
    assets.limit = listedChoices;
    auto assetPage = services.library().list(assets);
    if (!assetPage)
        return failure(assetPage.error());
    choices.assets = std::move(assetPage->assets);
    project::RunQuery runs;
    runs.projectId = project->id;
    runs.kindPrefix = "review";
    runs.limit = listedChoices;
    auto runPage = services.runs().list(runs);
    if (!runPage)
        return failure(runPage.error());
    choices.runs = std::move(runPage->runs);
    std::erase_if(choices.runs, [](const project::Run &run) { return !run.review; });

    choices.assetId = assetId;
    if (choices.assetId.empty() && subject.kind == SubjectKind::Versions && !subject.right.empty()) {
        if (auto version = services.library().findVersion(subject.right))
            choices.assetId = version->assetId;
    }
    if (choices.assetId.empty() && !choices.assets.empty())
        choices.assetId = choices.assets.front().id;
    if (!choices.assetId.empty()) {
        auto versions = services.library().versions(choices.assetId);
        if (!versions)
            return failure(versions.error());
        choices.versions = std::move(*versions);
    }
    return choices;
}

} // namespace drydock::compare
