// SPDX-License-Identifier: MIT
#include "tests/project/workspacefixture.h"

#include "core/base/sha256.h"

#include <map>
#include <set>

namespace drydock::project {

namespace fs = std::filesystem;

Timestamp SteppingClock::now() const
{
    return Timestamp(std::chrono::seconds(++m_seconds));
}

std::unique_ptr<Workspace> WorkspaceFixture::openWorkspace() const
{
    auto workspace = Workspace::open(folder(), std::make_shared<SteppingClock>());
    if (!workspace)
        ADD_FAILURE() << workspace.error().text();
    return workspace ? std::move(*workspace) : nullptr;
}

policy::Finding makeFinding(const std::string &rule, policy::Severity severity, const std::string &resource,
                            const std::string &file, std::uint32_t line)
{
    policy::Finding finding;
    finding.ruleId = rule;
    finding.title = "Title of " + rule;
    finding.severity = severity;
    finding.resource = resource;
    finding.instances = {resource};
    finding.range = {file, line * 10, line * 10 + 5, line, 3, line, 8};
    finding.message = resource + " breaks " + rule;
    finding.fingerprint = sha256Hex(rule + resource);
    finding.article = "policies/" + rule;
    return finding;
}

policy::ReviewResult makeReview(std::vector<policy::Finding> findings)
{
    policy::ReviewResult result;
    result.root = "configs";
    for (const policy::Finding &finding : findings)
        if (finding.status == policy::FindingStatus::Open)
            result.open.add(finding.severity);
    result.findings = std::move(findings);
    result.unreadable = 7;
    result.gate = {result.open.total() == 0, policy::Severity::High, "the reason"};
    result.files = 7;
    result.resources = 21;
    result.rules = 40;
    result.started = Timestamp(std::chrono::seconds(1'780'000'000));
    result.duration = std::chrono::milliseconds(42);
    return result;
}

ReviewTools fixedTools(const policy::ReviewResult &result)
{
    ReviewTools tools;
    tools.review = [result](const fs::path &, const ReviewRequest &, const Task &) { return result; };
    tools.json = [](const policy::ReviewResult &review, const fs::path &) -> Result<std::string> {
        return "{\"findings\": " + std::to_string(review.findings.size()) + "}";
    };
    tools.html = [](const policy::ReviewResult &, const fs::path &) -> Result<std::string> { return "<html></html>"; };
    return tools;
}

/// Path relative to the workspace -> checksum.
static std::map<std::string, std::string> wantedFiles(const store::Database &database)
{
    std::map<std::string, std::string> wanted;
    const auto rows =
        database.query("SELECT v.storage_path || '/' || f.path, f.sha256 FROM version_files f JOIN asset_versions v "
                       "ON v.id = f.version_id UNION ALL SELECT storage_path, sha256 FROM artifacts");
    for (const store::Row &row : rows.value())
        wanted[row.text(0)] = row.text(1);
    return wanted;
}

std::vector<std::string> disagreements(const Workspace &workspace)
{
    std::vector<std::string> problems;
    const auto wanted = wantedFiles(workspace.database());
    for (const auto &[path, checksum] : wanted)
        if (sha256HexOfFile(workspace.root() / path).value_or("missing") != checksum)
            problems.push_back("row without a whole file: " + path);
    for (const auto &entry : fs::recursive_directory_iterator(workspace.root() / "projects")) {
        const std::string path = entry.path().lexically_relative(workspace.root()).generic_string();
        if (entry.is_regular_file() && path.find("/configs/") == std::string::npos && !wanted.contains(path))
            problems.push_back("file without a row: " + path);
    }
    for (const auto &entry : fs::directory_iterator(workspace.root() / "staging"))
        problems.push_back("left in staging: " + entry.path().filename().string());
    for (const auto &entry : fs::directory_iterator(workspace.root() / "projects"))
        if (!ProjectService(workspace).find(entry.path().filename().string()))
            problems.push_back("folder without a project: " + entry.path().filename().string());
    const auto projects = ProjectService(workspace).list(ProjectFilter::All).value();
    for (const Project &project : projects)
        if (project.origin == ProjectOrigin::Managed && !fs::is_directory(project.root))
            problems.push_back("project without a folder: " + project.slug);
    return problems;
}

} // namespace drydock::project
