// SPDX-License-Identifier: MIT
#include "core/terraform/references.h"

#include "core/hcl/namewalk.h"

#include <algorithm>
#include <utility>

namespace drydock::terraform {

using hcl::NodeId;
using hcl::NodeKind;

namespace {

/// Keeps what begins with a name.
class ReferenceCollector
{
public:
    ReferenceCollector(const hcl::Tree &tree, std::vector<std::string_view> &bound, std::vector<Reference> &out)
        : m_tree(tree)
        , m_bound(bound)
        , m_out(out)
    {
    }

    void visit(NodeId id) { hcl::NameWalk(m_tree, *this).visit(id); }

    [[nodiscard]] std::size_t bind(std::span<const std::string_view> names, const hcl::Expression &)
    {
        const std::size_t before = m_bound.size();
        m_bound.insert(m_bound.end(), names.begin(), names.end());
        return before;
    }
    void unbind(std::size_t before) { m_bound.resize(before); }

    // Goes down to the root name, then reads the steps on the way back up; keys and splats are visited as well.
    void traversal(NodeId id)
    {
        NodeId at = id;
        std::vector<NodeId> others;
        std::vector<NodeId> steps;
        while (true) {
            const NodeKind kind = m_tree.kind(at);
            const bool isStep = kind == NodeKind::AttributeAccess || kind == NodeKind::Index ||
                                kind == NodeKind::LegacyIndex || kind == NodeKind::AttributeSplat ||
                                kind == NodeKind::FullSplat;
            if (!isStep)
                break;
            steps.push_back(at);
            const NodeId source = m_tree.node(at).first;
            if (const NodeId second = m_tree.nextSibling(source); second != 0)
                others.push_back(second);
            at = source;
        }
        if (m_tree.kind(at) == NodeKind::Variable) {
            std::reverse(steps.begin(), steps.end());
            addReference(at, steps);
        } else if (m_tree.kind(at) != NodeKind::SplatItem) {
            visit(at);
        }
        for (auto it = others.rbegin(); it != others.rend(); ++it)
            visit(*it);
    }

private:
    void addReference(NodeId rootId, const std::vector<NodeId> &steps)
    {
        const hcl::Expression root(&m_tree, rootId);
        const std::string_view name = root.name();
        if (std::find(m_bound.begin(), m_bound.end(), name) != m_bound.end())
            return;
        Reference reference;
        reference.root = root;
        reference.subject = name;
        reference.range = root.range();
        std::size_t wanted = 1;
        reference.kind = kindOf(name, wanted);
        std::size_t taken = 0;
        // `resource.aws_vpc.main` is `aws_vpc.main`, whatever the type is called.
        if (name == "resource" && steps.size() > 1 && m_tree.kind(steps[0]) == NodeKind::AttributeAccess) {
            reference.subject = hcl::Expression(&m_tree, steps[0]).name();
            wanted = reference.subject == "data" || reference.subject == "ephemeral" ? 3 : 2;
            taken = 1;
        }
        for (; taken < steps.size() && taken < wanted && m_tree.kind(steps[taken]) == NodeKind::AttributeAccess;
             ++taken) {
            const hcl::Expression step(&m_tree, steps[taken]);
            (reference.subject += '.') += step.name();
            reference.range.end = step.range().end;
        }
        if (taken < wanted && reference.kind != ReferenceKind::Instance)
            reference.kind = ReferenceKind::Other;
        if (taken < steps.size())
            reference.next = stepOf(m_tree.kind(steps[taken]));
        // The attribute may stand behind an index: aws_s3_bucket.logs[0].arn.
        for (; taken < steps.size(); ++taken) {
            if (m_tree.kind(steps[taken]) == NodeKind::AttributeAccess) {
                const hcl::Expression step(&m_tree, steps[taken]);
                reference.attribute = step.name();
                reference.attributeRange = {step.source().range().end, step.range().end};
                break;
            }
        }
        m_out.push_back(std::move(reference));
    }

    static ReferenceStep stepOf(NodeKind kind)
    {
        if (kind == NodeKind::AttributeAccess)
            return ReferenceStep::Attribute;
        return kind == NodeKind::AttributeSplat || kind == NodeKind::FullSplat ? ReferenceStep::Splat
                                                                               : ReferenceStep::Key;
    }

    static ReferenceKind kindOf(std::string_view name, std::size_t &steps)
    {
        if (name == "var")
            return ReferenceKind::Variable;
        if (name == "local")
            return ReferenceKind::Local;
        if (name == "module")
            return ReferenceKind::Module;
        if (name == "each" || name == "count" || name == "self")
            return ReferenceKind::Instance;
        if (name == "path" || name == "terraform" || name == "provider" || name == "template" || name == "lazy" ||
            name == "arg")
            return ReferenceKind::Other;
        if (name == "data" || name == "ephemeral")
            steps = 2;
        return ReferenceKind::Resource;
    }

    const hcl::Tree &m_tree;
    std::vector<std::string_view> &m_bound;
    std::vector<Reference> &m_out;
};

} // namespace

SourceRange rangeOf(const hcl::View &view)
{
    return view ? rangeOf(view, view.range()) : SourceRange{};
}

SourceRange rangeOf(const hcl::View &view, hcl::ByteRange range)
{
    return view.tree() != nullptr ? SourceRange{&view.tree()->source(), range.start, range.end} : SourceRange{};
}

std::vector<Reference> referencesIn(const hcl::Expression &expression, std::span<const std::string_view> bound)
{
    std::vector<Reference> out;
    std::vector<std::string_view> names(bound.begin(), bound.end());
    if (expression)
        ReferenceCollector(*expression.tree(), names, out).visit(expression.id());
    return out;
}

void collectReferences(const hcl::Attribute &attribute, std::vector<std::string_view> &bound,
                       std::vector<Reference> &out)
{
    if (const hcl::Expression value = attribute.value())
        ReferenceCollector(*value.tree(), bound, out).visit(value.id());
}

static void collectReferences(const hcl::Body &body, std::vector<std::string_view> &bound, std::vector<Reference> &out)
{
    for (const hcl::BodyItem item : body.items()) {
        if (const hcl::Attribute attribute = item.attribute())
            collectReferences(attribute, bound, out);
        else if (const hcl::Block block = item.block())
            collectReferences(block, bound, out);
    }
}

// Names that mean something of their own: `lifecycle { ignore_changes = [tags] }`, `provisioner { when = destroy }`.
static bool holdsKeywords(const hcl::Block &block, std::string_view argument)
{
    if (block.type() == "lifecycle")
        return argument == "ignore_changes";
    return block.type() == "provisioner" && (argument == "when" || argument == "on_failure");
}

static void collectMeta(const hcl::Block &block, std::vector<std::string_view> &bound, std::vector<Reference> &out)
{
    for (const hcl::Attribute attribute : block.body().attributes()) {
        if (!holdsKeywords(block, attribute.name()))
            collectReferences(attribute, bound, out);
    }
    for (const hcl::Block nested : block.body().blocks())
        collectReferences(nested, bound, out);
}

static void collectDynamic(const hcl::Block &block, std::vector<std::string_view> &bound, std::vector<Reference> &out)
{
    const std::size_t outside = bound.size();
    const hcl::Body body = block.body();
    if (const hcl::Attribute forEach = body.attribute("for_each"))
        collectReferences(forEach, bound, out);
    // The label is quoted or bare, without escapes in practice, so the text between the quotes will do as a view.
    std::string_view iterator;
    for (const hcl::Label label : block.labels()) {
        const std::string_view text = label.text();
        iterator = label.isQuoted() && text.size() >= 2 ? text.substr(1, text.size() - 2) : text;
        break;
    }
    if (const hcl::Attribute named = body.attribute("iterator"))
        iterator = named.value().name();
    bound.push_back(iterator);
    if (const hcl::Attribute labels = body.attribute("labels"))
        collectReferences(labels, bound, out);
    if (const hcl::Block content = body.block("content"))
        collectReferences(content.body(), bound, out);
    bound.resize(outside);
}

void collectReferences(const hcl::Block &block, std::vector<std::string_view> &bound, std::vector<Reference> &out)
{
    if (block.type() == "dynamic")
        collectDynamic(block, bound, out);
    else if (block.type() == "lifecycle" || block.type() == "provisioner")
        collectMeta(block, bound, out);
    else
        collectReferences(block.body(), bound, out);
}

std::vector<Reference> referencesIn(const hcl::Body &body)
{
    std::vector<Reference> out;
    std::vector<std::string_view> bound;
    if (body)
        collectReferences(body, bound, out);
    return out;
}

} // namespace drydock::terraform
