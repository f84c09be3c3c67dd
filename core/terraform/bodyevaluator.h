// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/scope.h"
#include "core/hcl/value.h"
#include "core/terraform/evaluationdata.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace drydock::terraform {

class ConfigurationEvaluator;

/// Turns bodies into objects: attributes by name, nested blocks as a tuple of objects under their type, dynamic blocks
/// expanded as far as their collection is known.
class BodyEvaluator
{
public:
    BodyEvaluator(ConfigurationEvaluator &evaluator, std::vector<DynamicBlocks> &dynamics);

    [[nodiscard]] hcl::Value evaluate(std::span<const hcl::Attribute> attributes, std::span<const hcl::Block> blocks,
                                      const hcl::Scope &scope);

private:
    /// The blocks of one type so far.
    struct Blocks
    {
        std::string type;
        std::vector<hcl::Value> objects;
        bool hasUnknown = false;
        hcl::Marks unknownMarks;
    };
    /// In the order of their first block.
    struct Groups
    {
        std::vector<Blocks> list;
        std::unordered_map<std::string, std::size_t> places;
    };

    [[nodiscard]] hcl::Value evaluateBody(const hcl::Body &body, const hcl::Scope &scope, std::uint64_t place,
                                          std::vector<hcl::Value> labels);
    void addAttribute(hcl::Fields &fields, const hcl::Attribute &attribute, const hcl::Scope &scope);
    void addBlock(Groups &groups, const hcl::Block &block, const hcl::Scope &scope, std::uint64_t place);
    void addDynamic(Groups &groups, const hcl::Block &block, const hcl::Scope &scope, std::uint64_t place);
    [[nodiscard]] static Blocks &groupOf(Groups &groups, std::string_view type);
    static void addGroups(hcl::Fields &fields, std::vector<Blocks> groups);

    ConfigurationEvaluator &m_evaluator;
    std::vector<DynamicBlocks> &m_dynamics;
};

/// The names that `ignore_changes` and `replace_triggered_by` list, as strings; "all" for the keyword.
[[nodiscard]] hcl::Value referenceTexts(const hcl::Expression &expression);

} // namespace drydock::terraform
