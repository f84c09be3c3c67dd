// SPDX-License-Identifier: MIT
#include "core/terraform/valuecheck.h"

#include "core/hcl/literal.h"
#include "core/hcl/parser.h"
#include "core/hcl/tree.h"
#include "core/hcl/value.h"
#include "core/terraform/bodycheck.h"
#include "core/terraform/evaluation.h"
#include "core/terraform/module.h"
#include "core/terraform/references.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

namespace drydock::terraform {

namespace {

/// The type with every attribute of its objects optional.
hcl::Type lenient(const hcl::Type &type)
{
    std::vector<hcl::TypeAttribute> attributes;
    switch (type.kind()) {
    case hcl::Kind::List:
        return hcl::Type::list(lenient(type.element()));
    case hcl::Kind::Set:
        return hcl::Type::set(lenient(type.element()));
    case hcl::Kind::Object:
        for (const hcl::TypeAttribute &attribute : type.attributes())
            attributes.push_back({attribute.name, lenient(attribute.type), hcl::Presence::Optional});
        return hcl::Type::object(std::move(attributes));
    default:
        return type;
    }
}

class ValueCheck
{
public:
    ValueCheck(const ResourceInstance &resource, std::vector<Diagnostic> &diagnostics)
        : m_resource(resource)
        , m_diagnostics(diagnostics)
    {
    }

    void check(const hcl::Value &object, const BlockSchema &schema, const AttributePath &path)
    {
        if (!object.is(hcl::Kind::Object))
            return;
        for (const hcl::Field &field : object.fields())
            if (const AttributeSchema *attribute = schema.attribute(field.name))
                checkAttribute(field.value, *attribute, path.name(field.name));
        for (const NestedBlockSchema &block : schema.blocks) {
            const hcl::Value *blocks = object.find(block.type);
            checkBlocks(blocks == nullptr ? hcl::Value::tuple({}) : *blocks, block, path.name(block.type));
        }
    }

private:
    /// The expression that the path leads to; no range where the value was made of blocks.
    [[nodiscard]] SourceRange expressionAt(const AttributePath &path) const
    {
        const SourceRange range = m_resource.sourceRange(path);
        // With an override file the argument stands in another file than the block.
        for (const hcl::ParsedFile &file : m_resource.module().node().module->files()) {
            const hcl::Tree &tree = *file.tree;
            const hcl::NodeId id = range.file == &tree.source() ? tree.nodeAt(range.start) : 0;
            if (id != 0 && tree.kind(id) == hcl::NodeKind::Attribute)
                return rangeOf(hcl::Attribute(&tree, id).value());
        }
        return {};
    }

    void checkAttribute(const hcl::Value &value, const AttributeSchema &schema, const AttributePath &path)
    {
        if (!schema.isArgument())
            return;
        Diagnostic found;
        if (schema.isRequired && value.isKnown() && value.isNull())
            found = {DiagnosticSeverity::Error,
                     "schema.missing-argument",
                     "Missing required argument",
                     "The argument " + hcl::quote(schema.name) + " is required, but no definition was found.",
                     {},
                     {},
                     {}};
        // Blocks may leave out what an expression may not; here it is not seen which of the two was written.
        else if (const std::string problem =
                     typeProblem(value, mayBeBlocks(schema) ? lenient(schema.type) : schema.type);
                 !problem.empty())
            found = typeDiagnostic(schema.name, problem, {});
        else
            return;
        found.range = expressionAt(path);
        if (found.range)
            m_diagnostics.push_back(std::move(found));
    }

    void checkBlocks(const hcl::Value &value, const NestedBlockSchema &schema, const AttributePath &path)
    {
        if (!value.is(hcl::Kind::Tuple))
            return;
        std::uint64_t certain = 0;
        for (const hcl::Value &element : value.elements())
            certain += element.isKnown() ? 1 : 0;
        const bool mayBeMore = certain != value.length();
        Diagnostic problem = blockCountProblem(schema, certain, mayBeMore ? UINT64_MAX : certain);
        if (!problem.code.empty() && !isReported(problem)) {
            problem.range = m_resource.sourceRange(path);
            m_diagnostics.push_back(std::move(problem));
        }
        const auto elements = value.elements();
        for (std::size_t i = 0; i < elements.size(); ++i)
            check(elements[i], schema.body, path.index(i));
    }

    /// The text alone may have shown it already, at another place of the same resource.
    [[nodiscard]] bool isReported(const Diagnostic &problem) const
    {
        const SourceRange whole = m_resource.range();
        return std::any_of(m_diagnostics.begin(), m_diagnostics.end(), [&](const Diagnostic &other) {
            return other.code == problem.code && other.detail == problem.detail && other.range.file == whole.file &&
                   other.range.start >= whole.start && other.range.end <= whole.end;
        });
    }

    const ResourceInstance &m_resource;
    std::vector<Diagnostic> &m_diagnostics;
};

} // namespace

void checkValues(const ResourceInstance &resource, const BlockSchema &schema, std::vector<Diagnostic> &diagnostics)
{
    ValueCheck(resource, diagnostics).check(resource.attributes(), schema, {});
}

} // namespace drydock::terraform
