// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/type.h"
#include "core/terraform/functionsignature.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What a provider says about its configuration, resources, data sources, ephemeral resources and functions: the
/// content of `terraform providers schema -json` (format_version 1.x,
/// https://developer.hashicorp.com/terraform/cli/commands/providers/schema). Plain data: copy it between threads.
namespace drydock::terraform {

/// How often a nested block or nested object may stand, and what its value is.
enum class Nesting : std::uint8_t {
    Single, ///< at most once; an object, null without it
    Group,  ///< at most once; always an object
    List,
    Set,
    Map, ///< a block has one label: the key
};

enum class TextFormat : std::uint8_t { Plain, Markdown };

struct NestedAttributes;

struct AttributeSchema
{
    std::string name;
    hcl::Type type; ///< of a nested one: what `nested` implies
    std::string description;
    TextFormat descriptionFormat = TextFormat::Plain;
    bool isRequired = false;
    bool isOptional = false;
    bool isComputed = false; ///< the provider decides where nothing is written
    bool isSensitive = false;
    bool isWriteOnly = false; ///< never in plan or state
    bool isDeprecated = false;
    std::shared_ptr<const NestedAttributes> nested; ///< null unless the schema has `nested_type`

    /// Whether a configuration may set it.
    [[nodiscard]] bool isArgument() const { return isRequired || isOptional; }
};

/// The attributes inside of an attribute (`nested_type`): written as `name = { … }`, `[{ … }]`, never as a block.
struct NestedAttributes
{
    Nesting nesting = Nesting::Single;
    std::uint32_t minItems = 0;
    std::uint32_t maxItems = 0;              ///< 0: no limit
    std::vector<AttributeSchema> attributes; ///< sorted by name

    [[nodiscard]] const AttributeSchema *attribute(std::string_view name) const;
};

struct NestedBlockSchema;

/// What may stand in a body.
struct BlockSchema
{
    std::vector<AttributeSchema> attributes; ///< sorted by name
    std::vector<NestedBlockSchema> blocks;   ///< sorted by type
    std::string description;
    TextFormat descriptionFormat = TextFormat::Plain;
    bool isDeprecated = false;

    /// Null where there is none of that name.
    [[nodiscard]] const AttributeSchema *attribute(std::string_view name) const;
    [[nodiscard]] const NestedBlockSchema *block(std::string_view type) const;
    /// The object type of the whole: attributes and nested blocks.
    [[nodiscard]] hcl::Type impliedType() const;
};

struct NestedBlockSchema
{
    std::string type;
    Nesting nesting = Nesting::Single;
    std::uint32_t minItems = 0;
    std::uint32_t maxItems = 0; ///< 0: no limit
    BlockSchema body;

    /// The type of the attribute that the blocks make: `list(object({…}))`.
    [[nodiscard]] hcl::Type impliedType() const;
};

struct IdentityAttribute
{
    std::string name;
    hcl::Type type;
    std::string description;
    bool isRequiredForImport = false;
    bool isOptionalForImport = false;
};

/// What tells a resource apart in `import { identity = { … } }` (Terraform 1.12).
struct IdentitySchema
{
    std::int64_t version = 0;
    std::vector<IdentityAttribute> attributes; ///< sorted by name
};

enum class SchemaKind : std::uint8_t { Provider, Resource, DataSource, Ephemeral };

/// The schema of a provider's configuration, a resource, a data source or an ephemeral resource.
struct ObjectSchema
{
    std::int64_t version = 0;
    BlockSchema block;
    std::optional<IdentitySchema> identity; ///< resources only
};

} // namespace drydock::terraform
