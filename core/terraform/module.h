// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/parser.h"
#include "core/hcl/tree.h"
#include "core/hcl/typeconstraint.h"
#include "core/terraform/address.h"
#include "core/terraform/references.h"
#include "core/terraform/source.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace drydock::terraform {

/// What a block says, with the override files merged in: an argument is replaced by name, nested blocks by type. Views
/// into the module's files, in the order of the text.
struct Content
{
    std::vector<hcl::Attribute> attributes;
    std::vector<hcl::Block> blocks;

    /// The attribute of the name, or nothing.
    [[nodiscard]] hcl::Attribute attribute(std::string_view name) const;
    /// Its expression, or nothing.
    [[nodiscard]] hcl::Expression value(std::string_view name) const;
    [[nodiscard]] hcl::Block block(std::string_view type) const;
};

/// What every declaration has.
struct Declaration
{
    std::string name;
    hcl::Block block;
    Content content;
    std::vector<Reference> references;
};

struct Variable : Declaration
{
    hcl::TypeConstraint type;
    std::string typeText; ///< as written; empty where there is none
    hcl::Expression defaultValue;
    std::string description;
    bool isSensitive = false;
    bool isEphemeral = false;
    bool isNullable = true;
};

struct Local
{
    std::string name;
    hcl::Attribute attribute;
    std::vector<Reference> references;
};

/// A `resource`, `data` or `ephemeral` block; also the `data` block inside a `check`.
struct Resource : Declaration
{
    ResourceMode mode = ResourceMode::Managed;
    std::string type;
    std::string check; ///< the check that it stands in; else empty
    hcl::Expression count;
    hcl::Expression forEach;
    std::string providerName;              ///< local name: written, or the type up to the first underscore
    std::string providerAlias;             ///< empty for the default configuration
    std::vector<hcl::Attribute> arguments; ///< all attributes but the meta-arguments
    std::vector<hcl::Block> nestedBlocks;  ///< all blocks but those of `metaBlocks`
    std::vector<hcl::Block> metaBlocks;    ///< lifecycle, provisioner, connection
    std::vector<std::string> subjects;     ///< what `references` name, each once, sorted
};

struct ModuleCall : Declaration
{
    std::string source; ///< empty where it is missing or no constant
    std::string version;
    hcl::Expression count;
    hcl::Expression forEach;
    std::vector<hcl::Attribute> arguments; ///< all but the meta-arguments
    /// `providers = { aws.child = aws.parent }` as pairs of texts.
    std::vector<std::pair<std::string, std::string>> providers;

    /// Whether `source` is a path of this file system (`./…`, `../…`).
    [[nodiscard]] bool isLocal() const;
};

struct Output : Declaration
{
    hcl::Expression value;
    std::string description;
    bool isSensitive = false;
    bool isEphemeral = false;
};

/// A `check` block. Its data source, if it has one, is among the resources.
struct Check : Declaration
{
    std::vector<hcl::Block> assertions;
};

/// A `moved` block: `from` and `to` are addresses in this module, as they are written.
struct Moved
{
    hcl::Block block;
    hcl::Expression from;
    hcl::Expression to;
};

/// A `removed` block.
struct Removed
{
    hcl::Block block;
    hcl::Expression from;
    bool destroys = true; ///< `lifecycle { destroy = false }` only forgets
    std::vector<hcl::Block> provisioners;
};

/// An `import` block; `name` is the address `to` as it is written.
struct Import : Declaration
{
    hcl::Expression to;
    hcl::Expression id;
    hcl::Expression forEach;
    std::string provider; ///< as a traversal; may be empty
};

/// A `provider` block; `name` is the local name.
struct ProviderBlock : Declaration
{
    std::string alias;
};

struct RequiredProvider
{
    std::string name;                 ///< local name
    std::string source;               ///< as written, for example "hashicorp/aws"; may be empty
    std::string version;              ///< constraint; may be empty
    std::vector<std::string> aliases; ///< configuration_aliases: "aws.east"
    SourceRange range;
};

/// The `terraform` blocks of a module together.
struct Settings
{
    std::vector<hcl::Attribute> requiredVersions;
    std::vector<RequiredProvider> requiredProviders;
    hcl::Block backend; ///< `backend "s3"` or `cloud`
    hcl::Block ownBackend;
    hcl::Block cloud;
    hcl::Block encryption;    ///< of OpenTofu: how state and plan are encrypted
    hcl::Block providerBlock; ///< `required_providers`
    std::vector<hcl::Block> providerMeta;
    std::vector<hcl::Block> blocks;
};

/// The contents of one directory, parsed once and shared by all who call it. Immutable.
class Module
{
public:
    [[nodiscard]] const std::filesystem::path &directory() const { return m_directory; } ///< canonical
    [[nodiscard]] std::span<const hcl::ParsedFile> files() const { return m_files; }
    [[nodiscard]] std::span<const Variable> variables() const { return m_variables; }
    [[nodiscard]] std::span<const Local> locals() const { return m_locals; }
    [[nodiscard]] std::span<const Resource> resources() const { return m_resources; }
    [[nodiscard]] std::span<const ModuleCall> calls() const { return m_calls; }
    [[nodiscard]] std::span<const Output> outputs() const { return m_outputs; }
    [[nodiscard]] std::span<const ProviderBlock> providers() const { return m_providers; }
    [[nodiscard]] const Settings &settings() const { return m_settings; }
    [[nodiscard]] std::span<const Check> checks() const { return m_checks; }
    [[nodiscard]] std::span<const Moved> moves() const { return m_moves; }
    [[nodiscard]] std::span<const Removed> removals() const { return m_removals; }
    [[nodiscard]] std::span<const Import> imports() const { return m_imports; }
    /// `moved`, `removed`, `import`, `check` as blocks, in the order of files and text.
    [[nodiscard]] std::span<const hcl::Block> otherBlocks() const { return m_otherBlocks; }
    /// Of reading this directory alone.
    [[nodiscard]] std::span<const Diagnostic> diagnostics() const { return m_diagnostics; }

    static constexpr std::uint32_t none = 0xFFFFFFFF;
    /// Positions in the spans above, or `none`.
    [[nodiscard]] std::uint32_t variable(std::string_view name) const { return find(m_variableIndex, name); }
    [[nodiscard]] std::uint32_t local(std::string_view name) const { return find(m_localIndex, name); }
    [[nodiscard]] std::uint32_t call(std::string_view name) const { return find(m_callIndex, name); }
    [[nodiscard]] std::uint32_t output(std::string_view name) const { return find(m_outputIndex, name); }
    /// By local address: `aws_s3_bucket.logs`, `data.aws_ami.base`.
    [[nodiscard]] std::uint32_t resource(std::string_view address) const { return find(m_resourceIndex, address); }

    /// The parsed file that a view belongs to.
    [[nodiscard]] const hcl::ParsedFile &fileOf(const hcl::View &view) const;

    /// What refers to `subject` ("aws_s3_bucket.logs", "var.region", "local.x", "module.net") in this module: the
    /// subjects of the blocks, sorted ("output.id" for outputs, "provider.aws").
    [[nodiscard]] std::vector<std::string> referrers(std::string_view subject) const;

private:
    friend class ModuleReader;
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Index = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;
    [[nodiscard]] static std::uint32_t find(const Index &index, std::string_view name);

    std::filesystem::path m_directory;
    std::vector<hcl::ParsedFile> m_files;
    std::vector<Variable> m_variables;
    std::vector<Local> m_locals;
    std::vector<Resource> m_resources;
    std::vector<ModuleCall> m_calls;
    std::vector<Output> m_outputs;
    std::vector<ProviderBlock> m_providers;
    std::vector<Check> m_checks;
    std::vector<Moved> m_moves;
    std::vector<Removed> m_removals;
    std::vector<Import> m_imports;
    Settings m_settings;
    std::vector<hcl::Block> m_otherBlocks;
    std::vector<Diagnostic> m_diagnostics;
    Index m_variableIndex;
    Index m_localIndex;
    Index m_callIndex;
    Index m_outputIndex;
    Index m_resourceIndex;
    Index m_checkIndex;
};

/// A place in the tree of module calls.
struct ModuleNode
{
    ModulePath path;                      ///< without keys
    std::shared_ptr<const Module> module; ///< null: not available, see the diagnostics
    const ModuleNode *parent = nullptr;
    const ModuleCall *call = nullptr;                        ///< the block in the parent; null for the root
    std::vector<std::unique_ptr<const ModuleNode>> children; ///< one for each of module->calls(), in that order
};

} // namespace drydock::terraform
