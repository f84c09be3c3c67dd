// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::hcl {
struct ParsedFile;
}

namespace drydock::terraform {
class Configuration;
class Evaluation;
class FileSource;
class Module;
class ModuleResolver;
class SchemaCatalogue;
} // namespace drydock::terraform

namespace drydock::language {

class KnownArguments;
struct SnapshotData;

struct SnapshotOptions
{
    /// Null: the disk.
    std::shared_ptr<const terraform::FileSource> files;
    /// Schemas of providers for completion, hover and problems; those of the built-in provider are always there. May be
    /// null.
    std::shared_ptr<const terraform::SchemaCatalogue> schemas;
    /// Finds modules by registry address. May be null.
    std::shared_ptr<const terraform::ModuleResolver> resolver;
    /// Arguments to propose where no schema was imported (policy::namedArguments()). May be null.
    std::shared_ptr<const KnownArguments> known;
    std::string workspace = "default"; ///< what terraform.workspace is
};

/// All configurations below a directory at one moment, with unsaved texts in place of what is on the disk. Every
/// question of an editor (outline.h, definition.h, completion.h …) is asked of a Snapshot.
///
/// A cheap handle on immutable data: copy it freely, use it from any thread, drop it when it is old. A Snapshot made
/// from another one shares all that did not change: withText() parses one file. What is derived (a module's names, a
/// configuration, its values) is made when it is first asked for, once, also when several threads ask.
///
/// All paths are absolute and canonical, as files() has them. Offsets are bytes of the UTF-8 text.
class Snapshot
{
public:
    /// An empty one: no files.
    Snapshot();
    /// Reads and parses every configuration, variable and test file below `root`. Hidden folders and `.terraform` are
    /// left out; modules that `terraform init` installed are read when a call of them is followed. Fails when `root` is
    /// no directory (`configuration.missing`) or the task is cancelled.
    [[nodiscard]] static Result<Snapshot> open(const std::filesystem::path &root, const SnapshotOptions &options,
                                               const Task &task);

    /// `text` in place of what `file` has; it need not exist. Files of other kinds change nothing.
    [[nodiscard]] Snapshot withText(const std::filesystem::path &file, std::string text) const;
    /// The file as the FileSource has it now, or gone.
    [[nodiscard]] Snapshot withoutText(const std::filesystem::path &file) const;
    /// Looks at the FileSource again. Unsaved texts stay; files whose text is the same are not parsed again.
    [[nodiscard]] Result<Snapshot> refreshed(const Task &task) const;
    [[nodiscard]] Snapshot withSchemas(std::shared_ptr<const terraform::SchemaCatalogue> schemas) const;

    [[nodiscard]] const std::filesystem::path &root() const;
    /// Sorted.
    [[nodiscard]] std::vector<std::filesystem::path> files() const;
    /// Whether withText() gave the file's text.
    [[nodiscard]] bool isUnsaved(const std::filesystem::path &file) const;
    /// The file's text, line index (`source()`), tree and syntax errors; lives as long as a Snapshot with this text.
    /// Null when it is not part of the snapshot.
    [[nodiscard]] const hcl::ParsedFile *file(const std::filesystem::path &file) const;
    /// The text, empty when there is no such file.
    [[nodiscard]] std::string_view text(const std::filesystem::path &file) const;
    /// Relative to root(), with `/`: what people are shown.
    [[nodiscard]] std::string displayName(const std::filesystem::path &file) const;

    /// Directories that hold a module, sorted.
    [[nodiscard]] std::vector<std::filesystem::path> modules() const;
    /// Those that no other one calls by path: where `terraform plan` is run.
    [[nodiscard]] std::vector<std::filesystem::path> rootModules() const;
    /// The directory of the module a file speaks about: its own, for test and variable files the nearest above.
    [[nodiscard]] std::filesystem::path moduleOf(const std::filesystem::path &file) const;
    /// What the directory declares. Never null; empty where it holds nothing.
    [[nodiscard]] std::shared_ptr<const terraform::Module> module(const std::filesystem::path &directory) const;
    /// The directory that a call of a module leads to; empty when it is not here.
    [[nodiscard]] std::filesystem::path moduleTarget(const std::filesystem::path &caller, std::string_view call) const;
    /// The directory as a root module with all it calls. Cancelling fails.
    [[nodiscard]] Result<std::shared_ptr<const terraform::Configuration>>
    configuration(const std::filesystem::path &directory, const Task &task) const;
    /// All values of that configuration; the only expensive question here, so only hover() of a value asks it.
    [[nodiscard]] Result<std::shared_ptr<const terraform::Evaluation>>
    evaluation(const std::filesystem::path &directory, const Task &task) const;
    /// Never null.
    [[nodiscard]] std::shared_ptr<const terraform::SchemaCatalogue> schemas() const;

    [[nodiscard]] const SnapshotData &data() const { return *m_data; }

private:
    explicit Snapshot(std::shared_ptr<const SnapshotData> data);

    std::shared_ptr<const SnapshotData> m_data; ///< never null
};

} // namespace drydock::language
