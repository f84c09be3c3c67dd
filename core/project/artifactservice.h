// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/task.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::project {

class Workspace;

/// A file that belongs to a run (`projects/<slug>/runs/<id>/<path>`) or to the project
/// (`projects/<slug>/reports/<path>`).
struct Artifact
{
    std::string id;
    std::string projectId;
    std::string runId; ///< empty: of the project
    std::string kind;  ///< "scan_report", "upload"
    std::string path;  ///< relative to the run's or the reports folder
    std::string sha256;
    std::uint64_t size = 0;
    std::string mediaType;
    Timestamp created;
};

struct NewArtifact
{
    std::string projectId = {};
    std::string runId = {};
    std::string kind = "upload";
    std::string path = {};
};

enum class PreviewKind : std::uint8_t { Text, Image, Binary };

/// The beginning of an artifact, for a preview pane.
struct ArtifactPreview
{
    PreviewKind kind = PreviewKind::Binary;
    std::string content; ///< empty for a binary
    std::uint64_t size = 0;
    bool truncated = false;
};

/// Files of runs and projects. Safe from any thread. Codes: `artifact.not-found`, `artifact.exists`, `artifact.path`,
/// `artifact.damaged`, `artifact.too-large`.
class ArtifactService
{
public:
    explicit ArtifactService(const Workspace &workspace);

    [[nodiscard]] Result<Artifact> add(const NewArtifact &wanted, std::string_view content) const;
    /// Copies a file of any size up to 4 GB, in pieces.
    [[nodiscard]] Result<Artifact> upload(const NewArtifact &wanted, const std::filesystem::path &file,
                                          const Task &task) const;
    [[nodiscard]] Result<std::vector<Artifact>> list(std::string_view projectId, std::string_view runId = {}) const;
    [[nodiscard]] Result<Artifact> find(std::string_view artifactId) const;
    /// Where it lies; read only.
    [[nodiscard]] Result<std::filesystem::path> file(const Artifact &artifact) const;
    /// Copies it out, checked against its checksum.
    [[nodiscard]] Result<> download(const Artifact &artifact, const std::filesystem::path &target,
                                    const Task &task) const;
    [[nodiscard]] Result<ArtifactPreview> preview(const Artifact &artifact, std::uint64_t limit = 256U << 10U) const;
    [[nodiscard]] Result<> remove(std::string_view artifactId) const;

private:
    const Workspace &m_workspace;
};

} // namespace drydock::project
