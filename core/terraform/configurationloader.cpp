// SPDX-License-Identifier: MIT
#include "core/terraform/configurationloader.h"

#include "core/terraform/checks.h"
#include "core/terraform/modulereader.h"
#include "core/terraform/moduleresolver.h"
#include "core/terraform/variablevalues.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace drydock::terraform {

namespace fs = std::filesystem;

static std::string_view fileOf(const Diagnostic &diagnostic)
{
    return diagnostic.range.file != nullptr ? std::string_view(diagnostic.range.file->name()) : diagnostic.fileName;
}

void tidy(std::vector<Diagnostic> &diagnostics)
{
    const auto key = [](const Diagnostic &diagnostic) {
        return std::tuple(fileOf(diagnostic), diagnostic.range.start, diagnostic.range.end,
                          std::string_view(diagnostic.code), std::string_view(diagnostic.detail));
    };
    std::stable_sort(diagnostics.begin(), diagnostics.end(),
                     [&](const Diagnostic &a, const Diagnostic &b) { return key(a) < key(b); });
    const auto last = std::unique(diagnostics.begin(), diagnostics.end(),
                                  [&](const Diagnostic &a, const Diagnostic &b) { return key(a) == key(b); });
    diagnostics.erase(last, diagnostics.end());
}

ConfigurationLoader::ConfigurationLoader(const FileSource &files, const LoadOptions &options, fs::path base)
    : m_files(files)
    , m_options(options)
    , m_base(std::move(base))
{
}

const std::shared_ptr<const Module> &ConfigurationLoader::module(const fs::path &directory)
{
    std::shared_ptr<const Module> &slot = m_modules[directory.native()];
    if (!slot)
        slot = filesOf(directory).module(directory);
    if (!slot)
        slot = ModuleReader(filesOf(directory), m_options.limits, m_base, m_options.schemas).readDirectory(directory);
    return slot;
}

const FileSource &ConfigurationLoader::filesOf(const fs::path &directory) const
{
    const bool isFound = std::any_of(m_found.begin(), m_found.end(), [&](const fs::path &found) {
        return std::mismatch(found.begin(), found.end(), directory.begin(), directory.end()).first == found.end();
    });
    return isFound ? static_cast<const FileSource &>(m_disk) : m_files;
}

const fs::path &ConfigurationLoader::localTarget(const Module &caller, const ModuleCall &call)
{
    const auto [it, isNew] = m_targets.try_emplace(&call);
    if (isNew)
        it->second = filesOf(caller.directory()).canonical(caller.directory() / call.source);
    return it->second;
}

Result<Configuration> ConfigurationLoader::loadDirectory(const fs::path &directory, const Task &task)
{
    return build(module(directory), Extent::Directory, task);
}

Result<Configuration> ConfigurationLoader::loadFile(const fs::path &file, const Task &task)
{
    return build(ModuleReader(m_files, m_options.limits, m_base, m_options.schemas).readFile(file), Extent::SingleFile,
                 task);
}

Result<Configuration> ConfigurationLoader::build(std::shared_ptr<const Module> rootModule, Extent extent,
                                                 const Task &task)
{
    Build build;
    build.data.directory = rootModule->directory();
    build.data.base = m_base;
    build.data.extent = extent;
    build.data.options = m_options;
    if (extent == Extent::Directory)
        build.manifest = ModuleManifest::read(m_files, rootModule->directory(), build.data.diagnostics);
    auto root = std::make_unique<ModuleNode>();
    root->module = std::move(rootModule);
    build.used.emplace(root->module.get(), root->module);
    if (Result<> done = addChildren(build, *root, task); !done)
        return failure(done.error());
    build.data.root = std::move(root);
    for (auto &[pointer, module] : build.used) {
        build.data.modules.push_back(module);
        build.data.diagnostics.insert(build.data.diagnostics.end(), module->diagnostics().begin(),
                                      module->diagnostics().end());
        checkReferences(*module, extent, build.data.diagnostics);
    }
    std::sort(build.data.modules.begin(), build.data.modules.end(),
              [](const auto &a, const auto &b) { return a->directory() < b->directory(); });
    readVariableValues(m_files, build.data);
    tidy(build.data.diagnostics);
    return Configuration(std::make_shared<ConfigurationData>(std::move(build.data)));
}

Result<> ConfigurationLoader::addChildren(Build &build, ModuleNode &node, const Task &task)
{
    const Module &module = *node.module;
    for (const ModuleCall &call : module.calls()) {
        if (Result<> alive = task.check(); !alive)
            return alive;
        auto child = std::make_unique<ModuleNode>();
        child->path = node.path.child(call.name, {});
        child->parent = &node;
        child->call = &call;
        if (++build.nodes <= m_options.limits.moduleCalls)
            child->module = resolve(build, *child, call);
        else if (!std::exchange(build.limitReported, true))
            report(build, DiagnosticSeverity::Error, "limit.module-calls", "Too many module calls",
                   "More than " + std::to_string(m_options.limits.moduleCalls) +
                       " calls of modules; those beyond are not evaluated.",
                   call, "Check whether modules call each other many times over.");
        if (child->module) {
            build.used.emplace(child->module.get(), child->module);
            checkArguments(call, *child->module, build.data.diagnostics);
            checkCalledModule(*child, build.data.diagnostics);
            if (Result<> done = addChildren(build, *child, task); !done)
                return done;
        }
        node.children.push_back(std::move(child));
    }
    checkOutputReferences(node, build.data.diagnostics);
    return {};
}

void ConfigurationLoader::report(Build &build, DiagnosticSeverity severity, std::string code, std::string summary,
                                 std::string detail, const ModuleCall &call, std::string hint)
{
    const hcl::Expression source = call.content.value("source");
    const SourceRange range = source ? rangeOf(source) : rangeOf(call.block, call.block.headerRange());
    build.data.diagnostics.push_back(
        {severity, std::move(code), std::move(summary), std::move(detail), std::move(hint), range, {}});
}

std::shared_ptr<const Module> ConfigurationLoader::resolve(Build &build, const ModuleNode &node, const ModuleCall &call)
{
    if (call.source.empty())
        return nullptr;
    if (call.isLocal())
        return resolveLocal(build, node, call);
    const fs::path installed = build.manifest.find(node.path, call.source);
    if (!installed.empty() && m_files.isDirectory(installed))
        return module(m_files.canonical(installed));
    if (auto found = resolveElsewhere(build, call))
        return *std::move(found);
    report(build, DiagnosticSeverity::Warning, "module.unavailable", "Module is not available",
           "\"" + call.source + "\" is not on this machine, so what module \"" + call.name +
               "\" creates is not seen and its outputs are unknown.",
           call, "Run terraform init in " + build.data.directory.filename().string() + " and try again.");
    return nullptr;
}

std::optional<std::shared_ptr<const Module>> ConfigurationLoader::resolveElsewhere(Build &build, const ModuleCall &call)
{
    if (m_options.resolver == nullptr)
        return std::nullopt;
    Result<std::optional<ResolvedModule>> found = m_options.resolver->resolve({call.source, call.version});
    if (!found) {
        report(build, DiagnosticSeverity::Error, found.error().code, "Module cannot be used", found.error().message,
               call, found.error().hint);
        return nullptr;
    }
    if (!*found)
        return std::nullopt;
    const fs::path directory = m_disk.canonical((*found)->directory);
    m_found.insert(directory);
    return module(directory);
}

std::shared_ptr<const Module> ConfigurationLoader::resolveLocal(Build &build, const ModuleNode &node,
                                                                const ModuleCall &call)
{
    const fs::path &target = localTarget(*node.parent->module, call);
    if (!filesOf(target).isDirectory(target)) {
        report(build, DiagnosticSeverity::Error, "module.missing", "Module directory does not exist",
               "\"" + call.source + "\" leads to no directory.", call,
               "Correct the source of module \"" + call.name + "\".");
        return nullptr;
    }
    if (node.path.steps.size() > m_options.limits.moduleDepth) {
        report(build, DiagnosticSeverity::Error, "limit.module-depth", "Modules are nested too deeply",
               "More than " + std::to_string(m_options.limits.moduleDepth) + " calls inside each other.", call, {});
        return nullptr;
    }
    for (const ModuleNode *up = node.parent; up != nullptr; up = up->parent) {
        if (up->module->directory() != target)
            continue;
        report(build, DiagnosticSeverity::Error, "module.cycle", "Module calls itself",
               "\"" + call.source + "\" leads to " +
                   (up->path.isRoot() ? std::string("the root module") : up->path.text()) +
                   ", which this call is part of.",
               call, "A module cannot contain itself: correct the source.");
        return nullptr;
    }
    return module(target);
}

} // namespace drydock::terraform
