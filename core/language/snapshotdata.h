// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/hcl/parser.h"
#include "core/language/fileindex.h"
#include "core/language/snapshot.h"
#include "core/terraform/filesource.h"

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace drydock::language {

class SnapshotFiles;

/// One file of a snapshot. What is derived from it is made when it is first asked for.
class FileEntry
{
public:
    FileEntry(std::filesystem::path path, hcl::ParsedFile parsed, bool isUnsaved);

    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }
    [[nodiscard]] const hcl::ParsedFile &parsed() const { return m_parsed; }
    [[nodiscard]] std::string_view text() const { return m_parsed.source().text(); }
    [[nodiscard]] FileKind kind() const { return m_kind; }
    [[nodiscard]] bool isUnsaved() const { return m_isUnsaved; }
    [[nodiscard]] bool isConfiguration() const
    {
        return m_kind == FileKind::Configuration || m_kind == FileKind::Override;
    }
    [[nodiscard]] const FileIndex &index() const;

private:
    std::filesystem::path m_path;
    hcl::ParsedFile m_parsed;
    FileKind m_kind;
    bool m_isUnsaved;
    mutable std::once_flag m_once;
    mutable FileIndex m_index;
};

using Entry = std::shared_ptr<const FileEntry>;

struct DeclaredPlace
{
    const FileEntry *file = nullptr;
    const Declared *declared = nullptr;
};

/// A folder with language files; shared by all snapshots in which none of its files differs.
class Directory
{
public:
    Directory(std::filesystem::path path, std::vector<Entry> files);

    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }
    [[nodiscard]] const std::vector<Entry> &files() const { return m_files; } ///< sorted by path
    [[nodiscard]] const FileEntry *file(const std::filesystem::path &path) const;
    [[nodiscard]] bool isModule() const { return m_isModule; }
    /// All that declare it, in the order of the files.
    [[nodiscard]] std::vector<DeclaredPlace> find(SymbolKind kind, std::string_view name) const;
    [[nodiscard]] const std::shared_ptr<const terraform::Module> &module(const SnapshotFiles &files) const;

private:
    std::filesystem::path m_path;
    std::vector<Entry> m_files;
    bool m_isModule = false;
    mutable std::once_flag m_namesOnce;
    mutable std::unordered_map<std::string, std::vector<DeclaredPlace>> m_names; ///< by address
    mutable std::once_flag m_moduleOnce;
    mutable std::shared_ptr<const terraform::Module> m_module;
};

using DirectoryPointer = std::shared_ptr<const Directory>;

/// Folders outside of the snapshot's root that calls lead to, read when they are first asked for.
struct OutsideFolders
{
    std::mutex mutex;
    std::map<std::string, DirectoryPointer, std::less<>> directories;
};

/// The texts of a snapshot in front of the FileSource below; lives on its own, for configurations keep it.
class SnapshotFiles final : public terraform::FileSource
{
public:
    SnapshotFiles(std::filesystem::path root, std::shared_ptr<const terraform::FileSource> below,
                  std::vector<DirectoryPointer> directories, std::shared_ptr<OutsideFolders> outside);

    [[nodiscard]] Result<std::string> read(const std::filesystem::path &file) const override;
    [[nodiscard]] Result<std::vector<Entry>> list(const std::filesystem::path &directory) const override;
    [[nodiscard]] bool isDirectory(const std::filesystem::path &path) const override;
    [[nodiscard]] bool isFile(const std::filesystem::path &path) const override;
    [[nodiscard]] std::filesystem::path canonical(const std::filesystem::path &path) const override;
    [[nodiscard]] const hcl::ParsedFile *parsed(const std::filesystem::path &file) const override;
    [[nodiscard]] std::shared_ptr<const terraform::Module>
    module(const std::filesystem::path &directory) const override;

    [[nodiscard]] const std::filesystem::path &root() const { return m_root; }
    [[nodiscard]] const std::vector<DirectoryPointer> &directories() const { return m_directories; } ///< sorted
    [[nodiscard]] const std::shared_ptr<const terraform::FileSource> &below() const { return m_below; }
    [[nodiscard]] const std::shared_ptr<OutsideFolders> &outside() const { return m_outside; }
    /// Inside of the root, or null.
    [[nodiscard]] const Directory *known(const std::filesystem::path &path) const;
    /// Also outside; null where there is no configuration.
    [[nodiscard]] DirectoryPointer directory(const std::filesystem::path &path) const;
    [[nodiscard]] const FileEntry *file(const std::filesystem::path &path) const;

private:
    std::filesystem::path m_root;
    std::shared_ptr<const terraform::FileSource> m_below;
    std::vector<DirectoryPointer> m_directories;
    std::shared_ptr<OutsideFolders> m_outside;
};

/// A configuration and its values, made when first asked for.
struct Derived
{
    std::mutex mutex;
    std::shared_ptr<const terraform::Configuration> configuration;
    std::shared_ptr<const terraform::Evaluation> evaluation;
};

/// Behind a Snapshot.
struct SnapshotData
{
    SnapshotOptions options;
    std::shared_ptr<const terraform::SchemaCatalogue> schemas; ///< those of the options and the built-in ones
    std::shared_ptr<const SnapshotFiles> files;
    mutable std::mutex mutex;
    mutable std::map<std::string, std::shared_ptr<Derived>, std::less<>> derived; ///< by directory

    /// The directory a use's module path leads to from the module at `from`; empty when it is not here.
    [[nodiscard]] std::filesystem::path follow(const std::filesystem::path &from,
                                               const std::vector<std::string> &through) const;
    /// The directory of the module that a file speaks about.
    [[nodiscard]] std::filesystem::path moduleOf(const FileEntry &file) const;
    [[nodiscard]] std::filesystem::path moduleTarget(const std::filesystem::path &caller, std::string_view call) const;
    [[nodiscard]] std::vector<std::filesystem::path> rootModules() const;
};

/// Parses as the loader does; `root` is what the file's name in messages is relative to.
[[nodiscard]] hcl::ParsedFile parseLanguageFile(const std::filesystem::path &file, const std::filesystem::path &root,
                                                std::string text);

} // namespace drydock::language
