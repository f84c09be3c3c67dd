// SPDX-License-Identifier: MIT
#include "core/terraform/configuration.h"
#include "core/terraform/configurationloader.h"
#include "core/terraform/modulereader.h"

#include <algorithm>
#include <set>
#include <utility>

namespace drydock::terraform {

namespace fs = std::filesystem;

namespace {

/// Finds the directories of a tree that hold configuration files.
class TreeSearch
{
public:
    TreeSearch(const FileSource &files, const Limits &limits)
        : m_files(files)
        , m_limits(limits)
    {
    }

    // Links are not followed: what they lead to inside the tree is found there, and loops end.
    [[nodiscard]] Result<> search(const fs::path &directory, const Task &task, std::size_t depth = 0)
    {
        if (Result<> alive = task.check(); !alive)
            return alive;
        const Result<std::vector<FileSource::Entry>> entries = m_files.list(directory);
        if (!entries) {
            // Taken for a configuration, so that the report says that it was not read.
            m_directories.insert(directory);
            return {};
        }
        if (depth > m_limits.directoryDepth)
            return {};
        m_seen += entries->size();
        if (m_seen > m_limits.filesInTree)
            return failure("limit.files", "There are more than " + std::to_string(m_limits.filesInTree) + " files.",
                           directory.string(), "Name the directories that hold configurations.");
        const bool isModule = std::any_of(entries->begin(), entries->end(), [](const FileSource::Entry &entry) {
            return !entry.isDirectory && ModuleReader::isConfigurationFile(entry.name);
        });
        if (isModule)
            m_directories.insert(directory);
        for (const FileSource::Entry &entry : *entries) {
            if (!entry.isDirectory || entry.isLink || entry.name.front() == '.' || entry.name == "node_modules")
                continue;
            if (Result<> done = search(directory / entry.name, task, depth + 1); !done)
                return done;
        }
        return {};
    }

    [[nodiscard]] const std::set<fs::path> &directories() const { return m_directories; }

private:
    const FileSource &m_files;
    const Limits &m_limits;
    std::set<fs::path> m_directories;
    std::size_t m_seen = 0;
};

/// Which of a set of directories are roots: those nobody calls, and one of each circle of callers.
class RootSearch
{
public:
    RootSearch(ConfigurationLoader &loader, const std::set<fs::path> &directories)
        : m_loader(loader)
        , m_directories(directories)
    {
    }

    [[nodiscard]] Result<std::vector<fs::path>> roots(const Task &task)
    {
        std::set<fs::path> called;
        std::size_t done = 0;
        for (const fs::path &directory : m_directories) {
            if (Result<> alive = task.check(); !alive)
                return failure(alive.error());
            const Module &module = *m_loader.module(directory);
            for (const ModuleCall &call : module.calls()) {
                const fs::path target = call.isLocal() ? m_loader.localTarget(module, call) : fs::path();
                if (!target.empty() && target != directory)
                    called.insert(target);
            }
            task.report(static_cast<double>(++done) / static_cast<double>(m_directories.size()), directory.string());
        }
        std::vector<fs::path> roots;
        for (const fs::path &directory : m_directories) {
            if (!called.contains(directory)) {
                roots.push_back(directory);
                reach(directory);
            }
        }
        for (const fs::path &directory : m_directories) {
            if (!m_reached.contains(directory)) {
                roots.push_back(directory);
                reach(directory);
            }
        }
        std::sort(roots.begin(), roots.end());
        return roots;
    }

private:
    void reach(const fs::path &from)
    {
        std::vector<fs::path> waiting{from};
        while (!waiting.empty()) {
            const fs::path directory = std::move(waiting.back());
            waiting.pop_back();
            if (!m_directories.contains(directory) || !m_reached.insert(directory).second)
                continue;
            const Module &module = *m_loader.module(directory);
            for (const ModuleCall &call : module.calls()) {
                if (call.isLocal())
                    waiting.push_back(m_loader.localTarget(module, call));
            }
        }
    }

    ConfigurationLoader &m_loader;
    const std::set<fs::path> &m_directories;
    std::set<fs::path> m_reached;
};

} // namespace

// The deepest directory that holds all of them.
static fs::path commonDirectory(const FileSource &files, std::span<const fs::path> paths)
{
    fs::path common;
    for (const fs::path &path : paths) {
        const fs::path directory = files.isFile(path) ? path.parent_path() : path;
        if (common.empty()) {
            common = directory;
            continue;
        }
        fs::path shared;
        for (auto a = common.begin(), b = directory.begin(); a != common.end() && b != directory.end() && *a == *b;
             ++a, ++b)
            shared /= *a;
        common = shared;
    }
    return common;
}

Result<std::vector<Configuration>> loadTree(std::span<const fs::path> paths, const LoadOptions &options,
                                            const Task &task)
{
    const DiskFiles disk;
    const FileSource &files = options.files != nullptr ? *options.files : disk;
    std::vector<fs::path> targets;
    for (const fs::path &path : paths) {
        targets.push_back(files.canonical(path));
        if (!files.isFile(targets.back()) && !files.isDirectory(targets.back()))
            return failure("configuration.missing", "This is neither a directory nor a regular file.", path.string(),
                           "Name directories with *.tf or *.tf.json files, or such files.");
    }
    TreeSearch search(files, options.limits);
    std::set<fs::path> single;
    for (const fs::path &target : targets) {
        if (files.isFile(target))
            single.insert(target);
        else if (Result<> found = search.search(target, task); !found)
            return failure(found.error());
    }
    ConfigurationLoader loader(files, options,
                               options.base.empty() ? commonDirectory(files, targets) : files.canonical(options.base));
    Result<std::vector<fs::path>> roots = RootSearch(loader, search.directories()).roots(task);
    if (!roots)
        return failure(roots.error());
    std::vector<Configuration> configurations;
    for (const fs::path &root : *roots) {
        Result<Configuration> loaded = loader.loadDirectory(root, task);
        if (!loaded)
            return failure(loaded.error());
        configurations.push_back(*std::move(loaded));
    }
    for (const fs::path &file : single) {
        // Seen already with its directory.
        if (search.directories().contains(file.parent_path()))
            continue;
        Result<Configuration> loaded = loader.loadFile(file, task);
        if (!loaded)
            return failure(loaded.error());
        configurations.push_back(*std::move(loaded));
    }
    return configurations;
}

} // namespace drydock::terraform
