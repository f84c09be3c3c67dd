// SPDX-License-Identifier: MIT
#include "core/project/configurationfiles.h"

#include "core/base/atomicfile.h"
#include "core/base/containment.h"
#include "core/base/filereader.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <system_error>

namespace drydock::project {

namespace fs = std::filesystem;

static constexpr std::size_t mostFiles = 100'000;
static constexpr int deepest = 64;

bool isConfigurationFileName(std::string_view name)
{
    static constexpr std::array<std::string_view, 9> endings = {
        ".tf", ".tofu", ".tf.json", ".tofu.json", ".tfvars", ".tfvars.json", ".hcl", ".tftpl", ".tftest.hcl"};
    return name == "tfreview.yaml" ||
           std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return name.ends_with(ending); });
}

static Timestamp modifiedTime(const fs::directory_entry &entry)
{
    std::error_code error;
    const auto time = entry.last_write_time(error);
    if (error)
        return {};
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::file_clock::to_sys(time));
}

Result<std::vector<ConfigurationFile>> listConfigurationFiles(const fs::path &root, const Task &task)
{
    std::error_code error;
    fs::recursive_directory_iterator it(root, fs::directory_options::skip_permission_denied, error);
    if (error)
        return failure(systemError(error.value(), "The configuration folder cannot be read", root.string()));
    std::vector<ConfigurationFile> files;
    std::vector<fs::path> leftovers;
    for (const fs::recursive_directory_iterator end; it != end; it.increment(error)) {
        if (error)
            return failure(systemError(error.value(), "The configuration folder cannot be read", root.string()));
        if (auto going = task.check(); !going)
            return Failure(going.error());
        const std::string name = it->path().filename().string();
        std::error_code ignored;
        if (it->is_directory(ignored)) {
            // Hidden folders hold what tools keep for themselves: .terraform, .git, .drydock.
            if (name.starts_with('.') || it.depth() >= deepest)
                it.disable_recursion_pending();
            continue;
        }
        if (isTemporaryName(name))
            leftovers.push_back(it->path());
        if (!isConfigurationFileName(name) || !it->is_regular_file(ignored) ||
            (it->is_symlink(ignored) && !isInside(root, it->path())))
            continue;
        if (files.size() == mostFiles)
            return failure("configuration.too-many", "The folder holds more than 100,000 configuration files.",
                           root.string(), "Register the folder of one configuration instead.");
        files.push_back(
            {it->path().lexically_relative(root).generic_string(), it->file_size(ignored), modifiedTime(*it)});
    }
    // Of saving a file, when the process was killed in the middle of it.
    for (const fs::path &leftover : leftovers)
        removeIfStale(leftover);
    std::sort(files.begin(), files.end(), [](const auto &a, const auto &b) { return a.path < b.path; });
    return files;
}

Result<std::string> readConfigurationFile(const fs::path &root, std::string_view path)
{
    const auto file = resolveInside(root, path);
    if (!file)
        return Failure(file.error());
    return drydock::readFile(*file);
}

Result<> writeConfigurationFile(const fs::path &root, std::string_view path, std::string_view content)
{
    const auto file = resolveInside(root, path);
    if (!file)
        return Failure(file.error());
    return writeFileAtomically(*file, content);
}

} // namespace drydock::project
