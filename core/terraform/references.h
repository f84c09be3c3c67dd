// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/tree.h"
#include "core/terraform/source.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::terraform {

enum class ReferenceKind : std::uint8_t {
    Variable, ///< var.name
    Local,    ///< local.name
    Resource, ///< aws_s3_bucket.logs, data.aws_ami.base, ephemeral.random_password.db
    Module,   ///< module.net
    Instance, ///< each.*, count.*, self.*: depends on the instance
    Other,    ///< path.*, terraform.*, and names that mean nothing
};

/// What follows directly behind a reference's subject.
enum class ReferenceStep : std::uint8_t { Nothing, Attribute, Key, Splat };

/// One place where an expression names something of the module.
struct Reference
{
    ReferenceKind kind = ReferenceKind::Other;
    std::string subject;   ///< "var.region", "aws_s3_bucket.logs", "module.net", "each.value"
    hcl::Expression root;  ///< the variable it begins with
    hcl::ByteRange range;  ///< of the subject
    std::string attribute; ///< the first attribute step behind the subject; may be empty
    ReferenceStep next = ReferenceStep::Nothing;
    hcl::ByteRange attributeRange{}; ///< of that step, with its dot
};

/// The references in an expression, in the order of the text; names that a `for` or `dynamic` binds are left out.
[[nodiscard]] std::vector<Reference> referencesIn(const hcl::Expression &expression,
                                                  std::span<const std::string_view> bound = {});

/// Those in all that a block's body says, nested and dynamic blocks included.
[[nodiscard]] std::vector<Reference> referencesIn(const hcl::Body &body);

/// Likewise, appended to `out`; `bound` are names in scope that are no references.
void collectReferences(const hcl::Attribute &attribute, std::vector<std::string_view> &bound,
                       std::vector<Reference> &out);
void collectReferences(const hcl::Block &block, std::vector<std::string_view> &bound, std::vector<Reference> &out);

/// The range of a view, with its file.
[[nodiscard]] SourceRange rangeOf(const hcl::View &view);
[[nodiscard]] SourceRange rangeOf(const hcl::View &view, hcl::ByteRange range);

} // namespace drydock::terraform
