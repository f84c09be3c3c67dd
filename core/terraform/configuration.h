// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/terraform/address.h"
#include "core/terraform/filesource.h"
#include "core/terraform/source.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace drydock::terraform {

class Module;
class ModuleResolver;
class SchemaCatalogue;
struct ConfigurationData;
struct ModuleNode;

/// Bounds that keep hostile or runaway input from taking the machine; passing one is a diagnostic, never a crash.
struct Limits
{
    std::size_t moduleDepth = 64;            ///< calls inside calls
    std::size_t moduleCalls = 20'000;        ///< nodes of the call tree
    std::size_t instances = 200'000;         ///< resource and module instances of one evaluation
    std::size_t instancesPerBlock = 10'000;  ///< of one `count` or `for_each`
    std::size_t blocksPerDynamic = 10'000;   ///< of one `dynamic` block
    std::size_t dynamicBlocks = 200'000;     ///< that all `dynamic` blocks of one evaluation make
    std::size_t evaluationDepth = 2'000;     ///< references followed through references
    std::size_t evaluationStack = 4U << 20U; ///< bytes of the thread's stack that following them may take
    std::uint64_t fileSize = 16ULL << 20U;   ///< bytes of one file
    std::size_t graphEdges = 5'000'000;      ///< of a dependency graph; those beyond are left out
    std::size_t directoryDepth = 64;         ///< when a tree is searched for configurations
    std::size_t filesInTree = 1'000'000;     ///< likewise
};

struct LoadOptions
{
    /// Names of files are relative to it. Empty: the directory that is loaded.
    std::filesystem::path base;
    /// `-var-file`: *.tfvars or *.tfvars.json, later ones win.
    std::vector<std::filesystem::path> variableFiles;
    /// `-var name=value` or TF_VAR_name: text for a string variable, else an expression.
    std::vector<std::pair<std::string, std::string>> variableValues;
    std::string workspace = "default";
    /// Not owned; null: the disk. Must live as long as the Configuration.
    const FileSource *files = nullptr;
    /// Asked for modules that are neither local nor in `.terraform/modules`. Not owned, may be null; must live as long
    /// as the Configuration. What it finds is read from the disk.
    const ModuleResolver *resolver = nullptr;
    /// Says what is a block in files in JSON syntax, where the provider is known. Not owned, may be null; must live as
    /// long as the Configuration.
    const SchemaCatalogue *schemas = nullptr;
    Limits limits;
};

/// A root module with all it calls, parsed but not evaluated. A cheap handle on immutable data: copy it freely, use it
/// from any thread. Problems are diagnostics; what could be read is there.
class Configuration
{
public:
    [[nodiscard]] const std::filesystem::path &directory() const;
    /// The root of the tree of module calls.
    [[nodiscard]] const ModuleNode &root() const;
    /// The node of a path (keys are ignored), or null.
    [[nodiscard]] const ModuleNode *node(const ModulePath &path) const;
    /// Every directory's module once, in the order of their directories.
    [[nodiscard]] std::span<const std::shared_ptr<const Module>> modules() const;
    [[nodiscard]] const std::vector<Diagnostic> &diagnostics() const;
    [[nodiscard]] const LoadOptions &options() const;
    [[nodiscard]] std::size_t fileCount() const;

    explicit Configuration(std::shared_ptr<const ConfigurationData> data);

private:
    friend class Evaluation;
    friend class ExpressionSession;
    std::shared_ptr<const ConfigurationData> m_data;
};

/// Loads the directory (all of its *.tf and *.tf.json) or the single file `path` as a root module. Fails only when
/// `path` does not exist or the task is cancelled. Codes: `configuration.missing`, `task.cancelled`.
[[nodiscard]] Result<Configuration> load(const std::filesystem::path &path, const LoadOptions &options,
                                         const Task &task);

/// What a scan of `paths` reviews: each root module below them as a Configuration (a directory with *.tf that no other
/// one calls as a local module; `.terraform` and hidden directories are left out), each given file as its own one. A
/// directory that is only called is seen through its callers. Every directory is parsed once, however often it is
/// called.
[[nodiscard]] Result<std::vector<Configuration>> loadTree(std::span<const std::filesystem::path> paths,
                                                          const LoadOptions &options, const Task &task);

} // namespace drydock::terraform
