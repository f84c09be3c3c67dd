// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/task.h"
#include "core/project/textsearch.h"
#include "views/configurations/outlinepanel.h"
#include "views/controls/codeeditor/assistance.h"
#include "views/controls/theme.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace drydock::language {
class Snapshot;
}

namespace drydock::configurations {

/// What a snapshot says, in the words of the window. Everything here is for worker threads.

/// A problem of a file as the lists show it.
struct FileProblem
{
    controls::Level level = controls::Level::Critical;
    QString text;
    int line = 1;
};

/// What was found out about one file.
struct FileAnalysis
{
    QString path; ///< relative to the project's root
    QList<FileProblem> problems;
    QList<controls::Diagnostic> diagnostics;
    QList<OutlineEntry> outline;
};

struct FoundPlace
{
    QString path;
    int line = 1;
    int column = 1;
};

struct FoundUses
{
    QString name; ///< "var.region"; empty: there is no name
    std::vector<project::FileMatches> files;
};

[[nodiscard]] FileAnalysis analyse(const language::Snapshot &snapshot, const std::filesystem::path &file);
/// Stops early when the task is cancelled.
[[nodiscard]] std::vector<FileAnalysis> analyseAll(const language::Snapshot &snapshot, const Task &task);
[[nodiscard]] std::vector<FoundPlace> definitionPlaces(const language::Snapshot &snapshot,
                                                       const std::filesystem::path &file, std::uint32_t offset);
[[nodiscard]] FoundUses usesOf(const language::Snapshot &snapshot, const std::filesystem::path &file,
                               std::uint32_t offset);

} // namespace drydock::configurations
