// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/terraform/address.h"
#include "core/terraform/configuration.h"
#include "core/terraform/source.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::hcl {
class Block;
struct ParsedFile;
class Value;
} // namespace drydock::hcl

namespace drydock::terraform {

class Evaluation;
class ModuleInstance;
struct EvaluationData;
struct EvaluationOptions;
struct ModuleInstanceData;
struct ProviderInstanceData;
struct ResourceInstanceData;

/// A `provider` block as it applies to resources of one module.
class ProviderInstance
{
public:
    [[nodiscard]] const std::string &localName() const; ///< "aws"
    [[nodiscard]] const std::string &alias() const;     ///< empty for the default configuration
    /// Like a resource's attributes: `default_tags[0].tags`, `region`.
    [[nodiscard]] const hcl::Value &attributes() const;
    [[nodiscard]] const hcl::Block &block() const;
    [[nodiscard]] const hcl::ParsedFile &file() const;
    [[nodiscard]] const ModuleInstance &module() const;
    [[nodiscard]] SourceRange range() const;
    [[nodiscard]] SourceRange sourceRange(const AttributePath &path) const;

    explicit ProviderInstance(const ProviderInstanceData *data)
        : m_data(data)
    {
    }

private:
    const ProviderInstanceData *m_data;
};

/// One instance of a resource, data source or ephemeral resource.
class ResourceInstance
{
public:
    [[nodiscard]] const ResourceAddress &address() const;
    /// address().text(); also the origin that values derived from this instance are marked with.
    [[nodiscard]] const std::string &addressText() const;
    /// `count` or `for_each` is not known: this instance stands for any number of them, its key is `[*]`.
    [[nodiscard]] bool expansionUnknown() const;

    /// An object of what is written: arguments by name, nested blocks (dynamic ones expanded) as a tuple of objects
    /// under their type, block labels under `labels`. What is not written is absent. Where it is not known which nested
    /// blocks a dynamic block makes, the tuple is unknown, or holds an unknown element beside the written ones. Data
    /// sources that can be computed offline (aws_iam_policy_document) also have their results.
    /// Not an object but unknown where a limit of the evaluation was passed.
    [[nodiscard]] const hcl::Value &attributes() const;
    /// `lifecycle`, `provisioner`, `connection` (as blocks in attributes()), `depends_on` (addresses), `provider`.
    [[nodiscard]] const hcl::Value &meta() const;

    [[nodiscard]] const hcl::Block &block() const;
    [[nodiscard]] const hcl::ParsedFile &file() const;
    [[nodiscard]] const ModuleInstance &module() const;
    /// The provider configuration that manages it; null when none is written.
    [[nodiscard]] const ProviderInstance *provider() const;

    [[nodiscard]] SourceRange range() const;       ///< the whole block
    [[nodiscard]] SourceRange headerRange() const; ///< `resource "aws_s3_bucket" "logs"`
    /// The nearest written place: the argument, the nested block it would stand in, or the block's header.
    [[nodiscard]] SourceRange sourceRange(const AttributePath &path) const;
    /// From the argument through locals, variables, module arguments and outputs to where its value was written.
    [[nodiscard]] std::vector<DerivationStep> derivation(const AttributePath &path) const;
    /// Addresses (without keys, in this module: `aws_s3_bucket.logs`, `var.x`, `module.net`) that the block refers to.
    [[nodiscard]] std::span<const std::string> references() const;

    explicit ResourceInstance(const ResourceInstanceData *data)
        : m_data(data)
    {
    }

private:
    const ResourceInstanceData *m_data;
};

/// One instance of a module; the root is the only one with an empty path.
class ModuleInstance
{
public:
    [[nodiscard]] const ModulePath &path() const;
    [[nodiscard]] const std::string &pathText() const;
    [[nodiscard]] const ModuleNode &node() const;
    [[nodiscard]] const ModuleInstance *parent() const;
    [[nodiscard]] bool expansionUnknown() const;
    [[nodiscard]] std::span<const ResourceInstance> resources() const;
    /// Null where there is no such name.
    [[nodiscard]] const hcl::Value *variable(std::string_view name) const;
    [[nodiscard]] const hcl::Value *local(std::string_view name) const;
    [[nodiscard]] const hcl::Value *output(std::string_view name) const;

    explicit ModuleInstance(const ModuleInstanceData *data)
        : m_data(data)
    {
    }

private:
    const ModuleInstanceData *m_data;
};

/// Every value of a configuration. Immutable once made: use it from any thread. Keeps its Configuration alive; the
/// objects it hands out live as long as it does (moving it does not disturb them).
class Evaluation
{
public:
    [[nodiscard]] const Configuration &configuration() const;
    [[nodiscard]] const ModuleInstance &root() const;
    [[nodiscard]] std::span<const ModuleInstance> modules() const;
    /// All instances; those of a module together, in the order of the source.
    [[nodiscard]] std::span<const ResourceInstance> resources() const;
    /// Those of one type and mode, in the same order.
    [[nodiscard]] std::span<const ResourceInstance *const> ofType(ResourceMode mode, std::string_view type) const;
    [[nodiscard]] const ResourceInstance *find(std::string_view addressText) const;
    [[nodiscard]] const ModuleInstance *findModule(std::string_view pathText) const;
    [[nodiscard]] std::span<const ProviderInstance> providers() const;
    /// Those of the configuration and those found while evaluating, sorted by file and place.
    [[nodiscard]] const std::vector<Diagnostic> &diagnostics() const;

    explicit Evaluation(std::shared_ptr<const EvaluationData> data);

private:
    friend Result<Evaluation> evaluate(const Configuration &configuration, const EvaluationOptions &options,
                                       const Task &task);
    [[nodiscard]] static const ConfigurationData &dataOf(const Configuration &configuration);

    std::shared_ptr<const EvaluationData> m_data;
};

struct EvaluationOptions
{
    /// What counts as known.
    enum class Knowledge : std::uint8_t {
        Plan, ///< given values and defaults of variables, arguments of resources, outputs of modules
        /// As `terraform validate`: no value of a variable of the root module, of a resource, an output or a repetition
        /// (each, count) is known, so that what holds, holds for all. Every body is evaluated once, whatever its count.
        Validation,
    };
    Knowledge knowledge = Knowledge::Plan;
};

/// Evaluates everything, each value once. Fails only when the task is cancelled.
///
/// A reference to a resource gives its attributes() where any attribute that is not written is unknown; all of it is
/// marked with the resource's addressText() as origin. A variable without a value is unknown with the origin `var.name`
/// (`module.x.var.name` in a module), a module that is not available has unknown outputs with the origin `module.x`.
[[nodiscard]] Result<Evaluation> evaluate(const Configuration &configuration, const Task &task);
[[nodiscard]] Result<Evaluation> evaluate(const Configuration &configuration, const EvaluationOptions &options,
                                          const Task &task);

} // namespace drydock::terraform
