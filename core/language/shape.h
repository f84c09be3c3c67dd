// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/parser.h"
#include "core/hcl/tree.h"
#include "core/hcl/type.h"
#include "core/language/caretcontext.h"
#include "core/language/snapshotdata.h"
#include "core/terraform/providerschema.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::language {

class Snapshot;

/// What is known of a value without evaluating it: a type, an expression as it is written, a resource with its schema,
/// a module call. Enough to say which names may follow a point.
struct Shape
{
    enum class Kind : std::uint8_t { Unknown, Type, Written, Resource, Body, Call };
    Kind kind = Kind::Unknown;
    hcl::Type type;               ///< Type
    hcl::Expression expression;   ///< Written
    std::filesystem::path module; ///< Written, Resource: whose names it speaks of; Call: the called one
    SymbolKind resourceKind = SymbolKind::Resource;
    std::string name;                             ///< Resource: "aws_s3_bucket.logs"
    const terraform::BlockSchema *body = nullptr; ///< Body
    bool isMany = false; ///< has instances (`count`, `for_each`) or elements: a key stands before its names
    std::shared_ptr<const void> held; ///< keeps what the pointers point at
};

/// A name that may follow a value and a point.
struct Member
{
    std::string name;
    std::string type;
    std::string documentation;
    bool isDeprecated = false;
    bool isOutput = false;
};

/// Answers what names stand for in one module. Cheap to make; borrows the snapshot.
class Shapes
{
public:
    Shapes(const Snapshot &snapshot, std::filesystem::path module);

    /// What a traversal stands for; `context` (may be null) gives `each`, `self` and names of `for`.
    [[nodiscard]] Shape find(std::span<const WrittenStep> steps, const CaretContext *context = nullptr) const;
    [[nodiscard]] Shape ofExpression(const hcl::Expression &expression, std::shared_ptr<const void> held = {}) const;
    [[nodiscard]] std::vector<Member> members(const Shape &shape) const;
    /// HCL: "list(string)", "object", "module"; empty when not known.
    [[nodiscard]] std::string typeText(const Shape &shape) const;

    [[nodiscard]] Shape variable(std::string_view name) const;
    [[nodiscard]] const std::filesystem::path &module() const { return m_module; }
    /// The schema of a resource type (kind Resource, Data, Ephemeral) or provider; null when it was not imported.
    [[nodiscard]] std::shared_ptr<const terraform::ObjectSchema> schema(SymbolKind kind, std::string_view type) const;
    /// The full address of a local provider name by required_providers.
    [[nodiscard]] std::string providerAddress(std::string_view localName) const;
    /// Local names that required_providers, provider blocks and resources use.
    [[nodiscard]] std::vector<std::string> providerNames() const;

private:
    [[nodiscard]] Shape root(std::span<const WrittenStep> steps, std::size_t &taken, const CaretContext *context) const;
    [[nodiscard]] Shape declared(SymbolKind kind, std::string_view name) const;
    [[nodiscard]] Shape eachValue(const CaretContext &context) const;
    [[nodiscard]] Shape forName(const CaretContext::ForName &name, const CaretContext &context) const;
    [[nodiscard]] Shape step(const Shape &shape, const WrittenStep &step) const;
    [[nodiscard]] Shape stepWritten(const Shape &shape, const WrittenStep &step) const;
    [[nodiscard]] Shape stepResource(const Shape &shape, const WrittenStep &step) const;
    [[nodiscard]] Shape element(const Shape &shape) const;
    /// Follows a reference, takes off parentheses and functions that keep their argument.
    [[nodiscard]] Shape resolved(const Shape &shape) const;
    void resourceMembers(const Shape &shape, std::vector<Member> &out) const;
    [[nodiscard]] Shape inModule(const std::filesystem::path &module, hcl::Expression expression) const;

    const Snapshot &m_snapshot;
    std::filesystem::path m_module;
    int m_depth = 0; ///< references followed through references
    static constexpr int MaximumDepth = 16;
};

/// The type of one `variable` block; nothing where it says none.
[[nodiscard]] hcl::Type typeOfVariable(const hcl::Block &variable);

} // namespace drydock::language
