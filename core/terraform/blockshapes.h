// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/tree.h"
#include "core/terraform/module.h"
#include "core/terraform/source.h"

#include <span>
#include <string_view>
#include <vector>

namespace drydock::terraform {

/// What Terraform's own blocks may hold, as Terraform 1.11 and OpenTofu 1.10 have it.

struct ArgumentShape
{
    std::string_view name;
    bool isRequired = false;
};

struct NestedShape
{
    std::string_view type;
    std::string_view labels; ///< names of its labels, divided by a comma: "type, name"
};

struct BodyShape
{
    std::span<const ArgumentShape> arguments;
    std::span<const NestedShape> blocks;
};

namespace shapes {
[[nodiscard]] BodyShape terraform();
[[nodiscard]] BodyShape variable();
[[nodiscard]] BodyShape output();
[[nodiscard]] BodyShape lifecycle();
[[nodiscard]] BodyShape condition(); ///< validation, precondition, postcondition, assert
[[nodiscard]] BodyShape moved();
[[nodiscard]] BodyShape removed();
[[nodiscard]] BodyShape removedLifecycle();
[[nodiscard]] BodyShape import();
[[nodiscard]] BodyShape check();
} // namespace shapes

/// Appends names that the shape does not have, required ones that are missing, and wrong labels of nested blocks.
/// Codes: `argument.unsupported`, `argument.missing`, `block.labels`.
void checkShape(const Content &content, const hcl::Block &block, const BodyShape &shape,
                std::vector<Diagnostic> &diagnostics);
void checkShape(const hcl::Block &block, const BodyShape &shape, std::vector<Diagnostic> &diagnostics);

/// The labels of a header: too few or too many are appended. Whether there are enough.
bool checkLabels(const hcl::Block &block, std::string_view labels, std::vector<Diagnostic> &diagnostics);

} // namespace drydock::terraform
