// SPDX-License-Identifier: MIT
#include "core/language/snapshotdata.h"

#include "core/terraform/configuration.h"
#include "core/terraform/module.h"
#include "core/terraform/modulemanifest.h"
#include "core/terraform/modulereader.h"
#include "core/terraform/moduleresolver.h"

#include <algorithm>
#include <set>

namespace drydock::language {

namespace fs = std::filesystem;

FileEntry::FileEntry(fs::path path, hcl::ParsedFile parsed, bool isUnsaved)
    : m_path(std::move(path))
    , m_parsed(std::move(parsed))
    , m_kind(fileKind(m_path.filename().native()))
    , m_isUnsaved(isUnsaved)
{
}

const FileIndex &FileEntry::index() const
{
    std::call_once(m_once, [this] { m_index = indexFile(m_parsed.body(), m_kind); });
    return m_index;
}

Directory::Directory(fs::path path, std::vector<Entry> files)
    : m_path(std::move(path))
    , m_files(std::move(files))
    , m_isModule(std::any_of(m_files.begin(), m_files.end(), [](const Entry &file) { return file->isConfiguration(); }))
{
}

const FileEntry *Directory::file(const fs::path &path) const
{
    const auto it =
        std::lower_bound(m_files.begin(), m_files.end(), path.native(),
                         [](const Entry &entry, const std::string &wanted) { return entry->path().native() < wanted; });
    return it != m_files.end() && (*it)->path().native() == path.native() ? it->get() : nullptr;
}

std::vector<DeclaredPlace> Directory::find(SymbolKind kind, std::string_view name) const
{
    std::call_once(m_namesOnce, [this] {
        for (const Entry &file : m_files) {
            for (const Declared &declared : file->index().declared)
                m_names[std::string(addressPrefix(declared.kind)) + declared.name].push_back({file.get(), &declared});
        }
    });
    const auto it = m_names.find(std::string(addressPrefix(kind)) + std::string(name));
    return it == m_names.end() ? std::vector<DeclaredPlace>() : it->second;
}

const std::shared_ptr<const terraform::Module> &Directory::module(const SnapshotFiles &files) const
{
    std::call_once(m_moduleOnce, [&] {
        const terraform::Limits limits;
        m_module = terraform::ModuleReader(files, limits, files.root()).readDirectory(m_path);
    });
    return m_module;
}

static std::vector<std::string> callPath(const SnapshotFiles &files, const fs::path &root, const fs::path &caller,
                                         bool &isFound)
{
    std::vector<std::pair<fs::path, std::vector<std::string>>> waiting{{root, {}}};
    std::set<std::string> seen{root.native()};
    for (std::size_t at = 0; at < waiting.size(); ++at) {
        const auto [directory, path] = waiting[at];
        if (directory == caller) {
            isFound = true;
            return path;
        }
        const DirectoryPointer here = files.directory(directory);
        if (!here)
            continue;
        for (const terraform::ModuleCall &call : here->module(files)->calls()) {
            if (!call.isLocal())
                continue;
            fs::path target = files.canonical(directory / call.source);
            if (!seen.insert(target.native()).second)
                continue;
            std::vector<std::string> longer = path;
            longer.push_back(call.name);
            waiting.emplace_back(std::move(target), std::move(longer));
        }
    }
    return {};
}

// Where `terraform init` of some root module put what the call names.
static fs::path installedTarget(const SnapshotData &data, const fs::path &caller, const terraform::ModuleCall &call)
{
    const SnapshotFiles &files = *data.files;
    for (const fs::path &root : data.rootModules()) {
        std::vector<terraform::Diagnostic> ignored;
        const auto manifest = terraform::ModuleManifest::read(*files.below(), root, ignored);
        bool isFound = false;
        const std::vector<std::string> names = callPath(files, root, caller, isFound);
        if (!isFound)
            continue;
        terraform::ModulePath path;
        for (const std::string &name : names)
            path = path.child(name, {});
        const fs::path target = manifest.find(path.child(call.name, {}), call.source);
        if (!target.empty() && files.isDirectory(target))
            return files.canonical(target);
    }
    if (data.options.resolver == nullptr)
        return {};
    const auto resolved = data.options.resolver->resolve({call.source, call.version});
    return resolved && *resolved ? files.canonical((*resolved)->directory) : fs::path();
}

fs::path SnapshotData::moduleTarget(const fs::path &caller, std::string_view name) const
{
    const DirectoryPointer directory = files->directory(caller);
    if (!directory)
        return {};
    for (const DeclaredPlace &place : directory->find(SymbolKind::Module, name)) {
        const hcl::Attribute source = place.declared->block.body().attribute("source");
        const std::string text =
            source ? source.value().unwrapped().stringValue().value_or(std::string()) : std::string();
        if (text.empty())
            continue;
        terraform::ModuleCall call;
        call.name = name;
        call.source = text;
        if (const hcl::Attribute version = place.declared->block.body().attribute("version"))
            call.version = version.value().unwrapped().stringValue().value_or(std::string());
        if (!call.isLocal())
            return installedTarget(*this, caller, call);
        fs::path target = files->canonical(caller / text);
        return files->isDirectory(target) ? target : fs::path();
    }
    return {};
}

fs::path SnapshotData::follow(const fs::path &from, const std::vector<std::string> &through) const
{
    fs::path at = from;
    for (const std::string &step : through) {
        at = step.find('/') != std::string::npos ? files->canonical(at / step) : moduleTarget(at, step);
        if (at.empty())
            break;
    }
    return at;
}

fs::path SnapshotData::moduleOf(const FileEntry &file) const
{
    fs::path own = file.path().parent_path();
    if (file.isConfiguration())
        return own;
    for (fs::path at = own;; at = at.parent_path()) {
        const Directory *directory = files->known(at);
        if (directory != nullptr && directory->isModule())
            return at;
        if (at == files->root() || !at.has_relative_path())
            return own;
    }
}

std::vector<fs::path> SnapshotData::rootModules() const
{
    std::set<std::string> called;
    for (const DirectoryPointer &directory : files->directories()) {
        for (const auto &file : directory->files()) {
            for (const Declared &declared : file->index().declared) {
                if (declared.kind != SymbolKind::Module)
                    continue;
                const hcl::Attribute source = declared.block.body().attribute("source");
                const auto text = source ? source.value().stringValue() : std::nullopt;
                if (!text || !(text->starts_with("./") || text->starts_with("../")))
                    continue;
                const fs::path target = files->canonical(directory->path() / *text);
                if (target != directory->path())
                    called.insert(target.native());
            }
        }
    }
    std::vector<fs::path> roots;
    for (const DirectoryPointer &directory : files->directories()) {
        if (directory->isModule() && !called.contains(directory->path().native()))
            roots.push_back(directory->path());
    }
    return roots;
}

} // namespace drydock::language
