// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/tree.h"
#include "core/hcl/value.h"
#include "core/terraform/providerschema.h"
#include "core/terraform/source.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::terraform {

enum class Requirement : std::uint8_t {
    Enforced,
    Waived ///< a provider's arguments may also come from its environment
};

/// Holds what a body says against the schema of a block, by the text alone.
class BodyCheck
{
public:
    BodyCheck(Requirement requirement, std::vector<Diagnostic> &diagnostics);

    /// `opening`: what is shown where something is missing: the body's opening brace.
    void check(std::span<const hcl::Attribute> attributes, std::span<const hcl::Block> blocks,
               const BlockSchema &schema, SourceRange opening);

private:
    void checkBody(const hcl::Body &body, const BlockSchema &schema);
    void checkAttribute(const hcl::Attribute &attribute, const BlockSchema &schema);
    void checkValue(const hcl::Attribute &attribute, const AttributeSchema &schema);
    void checkNested(const hcl::Expression &value, const NestedAttributes &schema);
    void checkObjectKeys(const hcl::Expression &object, const NestedAttributes &schema);
    void checkBlock(const hcl::Block &block, const BlockSchema &schema);
    void checkDynamic(const hcl::Block &block, const BlockSchema &schema);
    void checkLabels(const hcl::Block &block, const NestedBlockSchema &schema);
    void checkRequired(std::span<const hcl::Attribute> attributes, std::span<const hcl::Block> blocks,
                       const BlockSchema &schema, SourceRange opening);
    void checkCounts(std::span<const hcl::Block> blocks, const BlockSchema &schema, SourceRange opening);
    void unsupportedArgument(const hcl::Attribute &attribute, const BlockSchema &schema);
    void unsupportedBlock(std::string_view type, const hcl::View &view, hcl::ByteRange range,
                          const BlockSchema &schema);
    void report(std::string code, std::string summary, std::string detail, std::string hint, SourceRange range);
    void warn(std::string code, std::string summary, std::string detail, std::string hint, SourceRange range);

    Requirement m_requirement;
    std::vector<Diagnostic> &m_diagnostics;
};

/// A list or set of objects may also be written as blocks, as it was before Terraform 0.12: `ingress { … }` for
/// `ingress = [{ … }]`.
[[nodiscard]] bool mayBeBlocks(const AttributeSchema &attribute);
/// What those blocks may say; nothing of it is required.
[[nodiscard]] BlockSchema blocksOf(const AttributeSchema &attribute);

/// "No more than 1 "x" blocks are allowed": the diagnostic of a wrong number of blocks; no code where it is right.
/// `least` of them are certain to be there, at most `most`.
[[nodiscard]] Diagnostic blockCountProblem(const NestedBlockSchema &schema, std::uint64_t least, std::uint64_t most);

/// Whether a value may stand for the attribute; else the end of Terraform's sentence: `string required`.
[[nodiscard]] std::string typeProblem(const hcl::Value &value, const hcl::Type &type);
[[nodiscard]] Diagnostic typeDiagnostic(std::string_view attribute, const std::string &problem, SourceRange range);

} // namespace drydock::terraform
