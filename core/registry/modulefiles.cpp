// SPDX-License-Identifier: MIT
#include "core/registry/modulefiles.h"

#include "core/base/containment.h"
#include "core/base/filereader.h"
#include "core/registry/ignorerules.h"

#include <algorithm>

namespace drydock::registry {

namespace fs = std::filesystem;

namespace {

class Walk
{
public:
    Walk(const fs::path &root, const ArchiveLimits &limits, const Task &task)
        : m_root(root)
        , m_limits(limits)
        , m_task(task)
    {
    }

    Result<> run();
    std::vector<ModuleFile> takeFiles() { return std::move(m_files); }

private:
    Result<> visit(const fs::directory_entry &entry, bool &descend);
    Result<> addFile(const fs::directory_entry &entry, const std::string &name);

    const fs::path &m_root;
    const ArchiveLimits &m_limits;
    const Task &m_task;
    IgnoreRules m_ignore;
    std::vector<ModuleFile> m_files;
    std::uint64_t m_bytes = 0;
};

} // namespace

Result<> Walk::run()
{
    std::error_code error;
    if (fs::exists(m_root / ".terraformignore", error)) {
        const auto text = readFile(m_root / ".terraformignore", 1U << 20U);
        if (!text)
            return Failure(text.error());
        m_ignore.add(*text);
    }
    fs::recursive_directory_iterator it(m_root, error);
    for (const fs::recursive_directory_iterator end; !error && it != end; it.increment(error)) {
        if (auto going = m_task.check(); !going)
            return going;
        bool descend = true;
        if (auto visited = visit(*it, descend); !visited)
            return visited;
        if (!descend)
            it.disable_recursion_pending();
    }
    if (error)
        return failure(systemError(error.value(), "The module's folder cannot be read", m_root.string()));
    return {};
}

Result<> Walk::visit(const fs::directory_entry &entry, bool &descend)
{
    std::error_code error;
    const std::string name = entry.path().lexically_relative(m_root).generic_string();
    const bool link = entry.is_symlink(error);
    const bool folder = entry.is_directory(error);
    if (m_ignore.ignores(name, folder)) {
        descend = false;
        return {};
    }
    if (link) {
        const std::string hint =
            "Replace the link by what it points at, or name it in .terraformignore: clients unpack "
            "links of module archives as empty files.";
        if (!fs::exists(entry.path(), error) || !isInside(m_root, entry.path()))
            return failure("module.link", "The link \"" + name + "\" leads out of the module or to nothing.",
                           m_root.string(), hint);
        if (folder)
            return failure("module.link", "The link \"" + name + "\" points at a folder.", m_root.string(), hint);
    }
    if (folder)
        return {};
    if (!entry.is_regular_file(error))
        return failure("module.special-file", "\"" + name + "\" is a device, pipe or socket.", m_root.string(),
                       "Remove it, or name it in .terraformignore.");
    return addFile(entry, name);
}

Result<> Walk::addFile(const fs::directory_entry &entry, const std::string &name)
{
    std::error_code error;
    const std::uint64_t size = entry.file_size(error);
    const auto permissions = entry.status(error).permissions();
    m_bytes += size;
    m_files.push_back({name, entry.path(), size, (permissions & fs::perms::owner_exec) != fs::perms::none});
    const std::string hint = "A module is source code; name data and build results in .terraformignore.";
    if (m_files.size() > m_limits.entries)
        return failure("module.too-large", "The module holds more than " + std::to_string(m_limits.entries) + " files.",
                       m_root.string(), hint);
    if (m_bytes > m_limits.totalBytes)
        return failure("module.too-large",
                       "The module is larger than " + std::to_string(m_limits.totalBytes >> 20U) + " MiB; \"" + name +
                           "\" went over it.",
                       m_root.string(), hint);
    return {};
}

Result<std::vector<ModuleFile>> moduleFiles(const fs::path &folder, const ArchiveLimits &limits, const Task &task)
{
    std::error_code error;
    if (!fs::is_directory(folder, error))
        return failure("module.not-a-folder", "There is no such folder.", folder.string(),
                       "Give the folder that holds the module's *.tf files.");
    Walk walk(folder, limits, task);
    if (auto done = walk.run(); !done)
        return Failure(done.error());
    auto files = walk.takeFiles();
    std::sort(files.begin(), files.end(), [](const ModuleFile &a, const ModuleFile &b) { return a.name < b.name; });
    const bool configuration = std::any_of(files.begin(), files.end(), [](const ModuleFile &file) {
        return file.name.find('/') == std::string::npos &&
               (file.name.ends_with(".tf") || file.name.ends_with(".tf.json") || file.name.ends_with(".tofu"));
    });
    if (!configuration)
        return failure("module.no-configuration", "The folder holds no *.tf or *.tf.json file.", folder.string(),
                       "Give the folder that holds the module's *.tf files.");
    return files;
}

} // namespace drydock::registry
