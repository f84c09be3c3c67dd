// SPDX-License-Identifier: MIT
#include "core/terraform/configuration.h"

#include "core/terraform/configurationdata.h"
#include "core/terraform/configurationloader.h"

#include <algorithm>
#include <utility>

namespace drydock::terraform {

namespace fs = std::filesystem;

Configuration::Configuration(std::shared_ptr<const ConfigurationData> data)
    : m_data(std::move(data))
{
}

const fs::path &Configuration::directory() const
{
    return m_data->directory;
}

const ModuleNode &Configuration::root() const
{
    return *m_data->root;
}

const ModuleNode *Configuration::node(const ModulePath &path) const
{
    const ModuleNode *node = m_data->root.get();
    for (const ModuleStep &step : path.steps) {
        const std::uint32_t call = node->module ? node->module->call(step.name) : Module::none;
        if (call == Module::none)
            return nullptr;
        node = node->children[call].get();
    }
    return node;
}

std::span<const std::shared_ptr<const Module>> Configuration::modules() const
{
    return m_data->modules;
}

const std::vector<Diagnostic> &Configuration::diagnostics() const
{
    return m_data->diagnostics;
}

const LoadOptions &Configuration::options() const
{
    return m_data->options;
}

std::size_t Configuration::fileCount() const
{
    std::size_t count = 0;
    for (const std::shared_ptr<const Module> &module : m_data->modules)
        count += module->files().size();
    return count;
}

Result<Configuration> load(const fs::path &path, const LoadOptions &options, const Task &task)
{
    const DiskFiles disk;
    const FileSource &files = options.files != nullptr ? *options.files : disk;
    const fs::path target = files.canonical(path);
    const bool isFile = files.isFile(target);
    if (!isFile && !files.isDirectory(target))
        return failure("configuration.missing", "There is no file or directory " + path.string() + ".", path.string(),
                       "Name a directory with *.tf or *.tf.json files, or one such file.");
    const fs::path own = isFile ? target.parent_path() : target;
    ConfigurationLoader loader(files, options, options.base.empty() ? own : files.canonical(options.base));
    return isFile ? loader.loadFile(target, task) : loader.loadDirectory(target, task);
}

} // namespace drydock::terraform
