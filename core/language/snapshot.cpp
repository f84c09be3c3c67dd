// SPDX-License-Identifier: MIT
#include "core/language/snapshot.h"

#include "core/language/snapshotdata.h"
#include "core/language/snapshotreader.h"
#include "core/terraform/configuration.h"
#include "core/terraform/evaluation.h"
#include "core/terraform/module.h"
#include "core/terraform/schemacatalogue.h"

#include <algorithm>

namespace drydock::language {

namespace fs = std::filesystem;

static std::shared_ptr<const SnapshotData> makeData(SnapshotOptions options, std::shared_ptr<const SnapshotFiles> files)
{
    auto data = std::make_shared<SnapshotData>();
    data->schemas = terraform::builtinSchemas();
    if (options.schemas)
        data->schemas = std::make_shared<terraform::CombinedSchemas>(
            std::vector<std::shared_ptr<const terraform::SchemaCatalogue>>{options.schemas, data->schemas});
    data->options = std::move(options);
    data->files = std::move(files);
    return data;
}

Snapshot::Snapshot()
    : Snapshot(makeData({}, std::make_shared<SnapshotFiles>(fs::path(), std::make_shared<terraform::DiskFiles>(),
                                                            std::vector<DirectoryPointer>(),
                                                            std::make_shared<OutsideFolders>())))
{
}

Snapshot::Snapshot(std::shared_ptr<const SnapshotData> data)
    : m_data(std::move(data))
{
}

Result<Snapshot> Snapshot::open(const fs::path &root, const SnapshotOptions &options, const Task &task)
{
    std::shared_ptr<const terraform::FileSource> below = options.files;
    if (!below)
        below = std::make_shared<terraform::DiskFiles>();
    const fs::path top = below->canonical(root);
    if (!below->isDirectory(top))
        return failure("configuration.missing", "There is no directory " + root.string() + ".", root.string(),
                       "Name a directory with *.tf files in it or below it.");
    Result<std::vector<DirectoryPointer>> directories = SnapshotReader(*below, top, nullptr).read(task);
    if (!directories)
        return failure(directories.error());
    return Snapshot(makeData(options, std::make_shared<SnapshotFiles>(top, below, *std::move(directories),
                                                                      std::make_shared<OutsideFolders>())));
}

// The directories with one file replaced, added or (null) taken out.
static std::vector<DirectoryPointer> replaceFile(const std::vector<DirectoryPointer> &old, const fs::path &file,
                                                 Entry entry)
{
    std::vector<DirectoryPointer> directories = old;
    const fs::path parent = file.parent_path();
    const auto at = std::lower_bound(directories.begin(), directories.end(), parent.native(),
                                     [](const DirectoryPointer &directory, const std::string &wanted) {
                                         return directory->path().native() < wanted;
                                     });
    const bool isThere = at != directories.end() && (*at)->path().native() == parent.native();
    std::vector<Entry> files = isThere ? (*at)->files() : std::vector<Entry>();
    const auto place =
        std::lower_bound(files.begin(), files.end(), file.native(),
                         [](const Entry &one, const std::string &wanted) { return one->path().native() < wanted; });
    const bool hasFile = place != files.end() && (*place)->path().native() == file.native();
    if (hasFile && entry)
        *place = std::move(entry);
    else if (hasFile)
        files.erase(place);
    else if (entry)
        files.insert(place, std::move(entry));
    if (files.empty()) {
        if (isThere)
            directories.erase(at);
        return directories;
    }
    auto changed = std::make_shared<Directory>(parent, std::move(files));
    if (isThere)
        *at = std::move(changed);
    else
        directories.insert(at, std::move(changed));
    return directories;
}

static bool isBelow(const fs::path &root, const fs::path &path)
{
    return std::mismatch(root.begin(), root.end(), path.begin(), path.end()).first == root.end();
}

Snapshot Snapshot::withText(const fs::path &file, std::string text) const
{
    const SnapshotFiles &files = *m_data->files;
    if (!isLanguageFile(file.filename().native()) || !isBelow(files.root(), file))
        return *this;
    const FileEntry *old = files.file(file);
    hcl::ParsedFile parsed =
        old != nullptr && old->text() == text ? old->parsed() : parseLanguageFile(file, files.root(), std::move(text));
    auto entry = std::make_shared<FileEntry>(file, std::move(parsed), true);
    return Snapshot(makeData(m_data->options,
                             std::make_shared<SnapshotFiles>(files.root(), files.below(),
                                                             replaceFile(files.directories(), file, std::move(entry)),
                                                             files.outside())));
}

Snapshot Snapshot::withoutText(const fs::path &file) const
{
    const SnapshotFiles &files = *m_data->files;
    if (!isLanguageFile(file.filename().native()) || !isBelow(files.root(), file))
        return *this;
    Entry entry;
    if (files.below()->isFile(file)) {
        if (auto text = files.below()->read(file)) {
            const FileEntry *old = files.file(file);
            hcl::ParsedFile parsed = old != nullptr && old->text() == *text
                                         ? old->parsed()
                                         : parseLanguageFile(file, files.root(), *std::move(text));
            entry = std::make_shared<FileEntry>(file, std::move(parsed), false);
        }
    }
    return Snapshot(makeData(m_data->options,
                             std::make_shared<SnapshotFiles>(files.root(), files.below(),
                                                             replaceFile(files.directories(), file, std::move(entry)),
                                                             files.outside())));
}

Result<Snapshot> Snapshot::refreshed(const Task &task) const
{
    const SnapshotFiles &files = *m_data->files;
    Result<std::vector<DirectoryPointer>> directories = SnapshotReader(*files.below(), files.root(), &files).read(task);
    if (!directories)
        return failure(directories.error());
    return Snapshot(
        makeData(m_data->options, std::make_shared<SnapshotFiles>(files.root(), files.below(), *std::move(directories),
                                                                  std::make_shared<OutsideFolders>())));
}

Snapshot Snapshot::withSchemas(std::shared_ptr<const terraform::SchemaCatalogue> schemas) const
{
    SnapshotOptions options = m_data->options;
    options.schemas = std::move(schemas);
    return Snapshot(makeData(std::move(options), m_data->files));
}

const fs::path &Snapshot::root() const
{
    return m_data->files->root();
}

std::vector<fs::path> Snapshot::files() const
{
    std::vector<fs::path> all;
    for (const DirectoryPointer &directory : m_data->files->directories()) {
        for (const Entry &file : directory->files())
            all.push_back(file->path());
    }
    std::sort(all.begin(), all.end());
    return all;
}

bool Snapshot::isUnsaved(const fs::path &file) const
{
    const FileEntry *entry = m_data->files->file(file);
    return entry != nullptr && entry->isUnsaved();
}

const hcl::ParsedFile *Snapshot::file(const fs::path &file) const
{
    return m_data->files->parsed(file);
}

std::string_view Snapshot::text(const fs::path &file) const
{
    const FileEntry *entry = m_data->files->file(file);
    return entry != nullptr ? entry->text() : std::string_view();
}

std::string Snapshot::displayName(const fs::path &file) const
{
    return file.lexically_relative(root()).generic_string();
}

std::vector<fs::path> Snapshot::modules() const
{
    std::vector<fs::path> all;
    for (const DirectoryPointer &directory : m_data->files->directories()) {
        if (directory->isModule())
            all.push_back(directory->path());
    }
    return all;
}

std::vector<fs::path> Snapshot::rootModules() const
{
    return m_data->rootModules();
}

fs::path Snapshot::moduleOf(const fs::path &file) const
{
    const FileEntry *entry = m_data->files->file(file);
    return entry != nullptr ? m_data->moduleOf(*entry) : file.parent_path();
}

std::shared_ptr<const terraform::Module> Snapshot::module(const fs::path &directory) const
{
    static const auto Empty = std::make_shared<const terraform::Module>();
    std::shared_ptr<const terraform::Module> module = m_data->files->module(directory);
    return module ? module : Empty;
}

fs::path Snapshot::moduleTarget(const fs::path &caller, std::string_view call) const
{
    return m_data->moduleTarget(caller, call);
}

static std::shared_ptr<Derived> derivedOf(const SnapshotData &data, const fs::path &directory)
{
    const std::scoped_lock lock(data.mutex);
    std::shared_ptr<Derived> &slot = data.derived[directory.native()];
    if (!slot)
        slot = std::make_shared<Derived>();
    return slot;
}

namespace {

/// What a handle on a configuration keeps alive besides it.
struct HeldConfiguration
{
    std::shared_ptr<const SnapshotFiles> files;
    std::shared_ptr<const terraform::ModuleResolver> resolver;
    terraform::Configuration configuration;
};

struct HeldEvaluation
{
    std::shared_ptr<const terraform::Configuration> configuration;
    terraform::Evaluation evaluation;
};

} // namespace

static Result<> loadInto(Derived &derived, const SnapshotData &data, const fs::path &directory, const Task &task)
{
    if (derived.configuration)
        return {};
    terraform::LoadOptions options;
    options.base = data.files->root();
    options.workspace = data.options.workspace;
    options.files = data.files.get();
    options.resolver = data.options.resolver.get();
    Result<terraform::Configuration> loaded = terraform::load(directory, options, task);
    if (!loaded)
        return failure(loaded.error());
    auto held =
        std::make_shared<HeldConfiguration>(HeldConfiguration{data.files, data.options.resolver, *std::move(loaded)});
    derived.configuration = std::shared_ptr<const terraform::Configuration>(held, &held->configuration);
    return {};
}

Result<std::shared_ptr<const terraform::Configuration>> Snapshot::configuration(const fs::path &directory,
                                                                                const Task &task) const
{
    const std::shared_ptr<Derived> derived = derivedOf(*m_data, directory);
    const std::scoped_lock lock(derived->mutex);
    if (Result<> done = loadInto(*derived, *m_data, directory, task); !done)
        return failure(done.error());
    return derived->configuration;
}

Result<std::shared_ptr<const terraform::Evaluation>> Snapshot::evaluation(const fs::path &directory,
                                                                          const Task &task) const
{
    const std::shared_ptr<Derived> derived = derivedOf(*m_data, directory);
    const std::scoped_lock lock(derived->mutex);
    if (Result<> done = loadInto(*derived, *m_data, directory, task); !done)
        return failure(done.error());
    if (!derived->evaluation) {
        Result<terraform::Evaluation> made = terraform::evaluate(*derived->configuration, task);
        if (!made)
            return failure(made.error());
        auto held = std::make_shared<HeldEvaluation>(HeldEvaluation{derived->configuration, *std::move(made)});
        derived->evaluation = std::shared_ptr<const terraform::Evaluation>(held, &held->evaluation);
    }
    return derived->evaluation;
}

std::shared_ptr<const terraform::SchemaCatalogue> Snapshot::schemas() const
{
    return m_data->schemas;
}

} // namespace drydock::language
