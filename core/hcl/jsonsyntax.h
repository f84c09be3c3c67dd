// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/parser.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::hcl {

/// How the strings of a JSON value are meant; which, the reader of the value decides, so a schema has to say it.
enum class StringMeaning : std::uint8_t {
    Template,   ///< `"${var.a}-b"` is evaluated ("full expression mode")
    Verbatim,   ///< the text itself, sequences included ("literal-only mode")
    Expression, ///< native syntax without `${}`: a type, a reference, a keyword ("static analysis")
};

/// What the value of a property is made of.
enum class JsonShape : std::uint8_t {
    Object,
    Objects, ///< an array of objects, also an empty one
    Null,
    Other,
};

/// What a property of a body stands for.
struct BodyMember
{
    enum class Kind : std::uint8_t {
        Argument,
        Block,
        Unexpected, ///< neither: an error, and left out
    };
    Kind kind = Kind::Argument;
    StringMeaning strings = StringMeaning::Template; ///< of an argument
    std::uint32_t labels = 0;                        ///< of a block
};

/// What a body may hold. In JSON `"rule": {…}` can be an argument or a block; only a schema tells.
class BodySchema
{
public:
    BodySchema() = default;
    BodySchema(const BodySchema &) = delete;
    BodySchema &operator=(const BodySchema &) = delete;
    virtual ~BodySchema() = default;

    /// `shape`: for names that only a provider knows, an object or objects may be taken for blocks.
    [[nodiscard]] virtual BodyMember member(std::string_view name, JsonShape shape) const = 0;
    /// Of a block that member() named; never null.
    [[nodiscard]] virtual std::shared_ptr<const BodySchema> inside(std::string_view type,
                                                                   std::span<const std::string> labels) const = 0;
    /// Whether an array of objects may stand for the body.
    [[nodiscard]] virtual bool allowsArray() const { return true; }
    /// For "did you mean" where a name is unexpected.
    [[nodiscard]] virtual std::vector<std::string> names() const { return {}; }
};

/// Every property is an argument ("dynamic attributes mode"): `locals`, a *.tfvars.json file.
[[nodiscard]] std::shared_ptr<const BodySchema> argumentsOnly(StringMeaning strings);

/// Reads HCL's JSON syntax (https://github.com/hashicorp/hcl, json/spec.md) into the same tree as parse(): views,
/// evaluator and everything above cannot tell the difference, except by Tree::syntax(). All ranges point into the JSON
/// text, also those inside of strings with escapes. Never fails; what is wrong is in the diagnostics.
///
/// `"//"` in a body is left out; a repeated argument is an error, repeated blocks and labels are not. Editing and
/// formatting are for the native syntax only (codes `edit.json`, `format.json`).
[[nodiscard]] ParsedFile parseJson(SourceFile source, const BodySchema &schema);

} // namespace drydock::hcl
