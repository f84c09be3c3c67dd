// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/tree.h"
#include "core/terraform/evaluationdata.h"
#include "core/terraform/source.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace drydock::terraform {

/// A dynamic block around a place, and which of its iterations the place is in.
struct EnclosingDynamic
{
    hcl::Block block;
    std::string iterator;
    std::size_t iteration = 0;
};

/// What stands at a path: the nearest place that is written, and the expression there if the way led to one.
struct WrittenPlace
{
    hcl::ByteRange range;
    const hcl::Tree *tree = nullptr;
    hcl::Expression expression;                ///< nothing when the argument is not written
    std::span<const AttributePath::Step> rest; ///< steps that lead on into the expression's value
    std::vector<EnclosingDynamic> dynamics;

    [[nodiscard]] SourceRange sourceRange() const;
};

/// `header`: the block itself, the answer when nothing of the path is written. `path` must outlive the result.
[[nodiscard]] WrittenPlace findWritten(const hcl::Block &header, const Content &content,
                                       std::span<const DynamicBlocks> dynamics,
                                       std::span<const AttributePath::Step> path);

/// Goes down object and tuple constructors as far as `path` leads; `path` is left with the rest.
[[nodiscard]] hcl::Expression descend(hcl::Expression expression, std::span<const AttributePath::Step> &path,
                                      hcl::ByteRange &range);

} // namespace drydock::terraform
