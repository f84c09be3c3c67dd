// SPDX-License-Identifier: MIT
#include "core/terraform/writtenplace.h"

#include <algorithm>
#include <optional>

namespace drydock::terraform {

using Step = AttributePath::Step;

SourceRange WrittenPlace::sourceRange() const
{
    return tree != nullptr ? SourceRange{&tree->source(), range.start, range.end} : SourceRange{};
}

// One step into a constructor; nothing when the step leads elsewhere.
static hcl::Expression stepInto(const hcl::Expression &expression, const Step &step, hcl::ByteRange &range)
{
    if (const auto *name = std::get_if<std::string>(&step)) {
        for (const hcl::ObjectItem item : expression.items()) {
            if (item.keyName() == *name) {
                range = item.range();
                return item.value();
            }
        }
        return {};
    }
    std::size_t index = std::get<std::size_t>(step);
    for (const hcl::Expression element : expression.elements()) {
        if (index-- == 0) {
            range = element.range();
            return element;
        }
    }
    return {};
}

hcl::Expression descend(hcl::Expression expression, std::span<const Step> &path, hcl::ByteRange &range)
{
    while (!path.empty()) {
        const hcl::Expression inner = expression.unwrapped();
        hcl::Expression next = stepInto(inner, path.front(), range);
        if (next) {
            path = path.subspan(1);
        } else if (inner.kind() == hcl::ExpressionKind::Tuple && std::holds_alternative<std::string>(path.front()) &&
                   inner.elements().size() == 1) {
            // A name on a list of one object means that object.
            next = *inner.elements().begin();
            if (next.unwrapped().kind() != hcl::ExpressionKind::Object)
                break;
        } else {
            break;
        }
        expression = next;
    }
    return expression;
}

namespace {

/// Repeats the way that BodyEvaluator went, along one path.
class Finder
{
public:
    Finder(std::span<const DynamicBlocks> dynamics, WrittenPlace &out)
        : m_dynamics(dynamics)
        , m_out(out)
    {
    }

    template <typename Attributes, typename Blocks>
    void find(const Attributes &attributes, const Blocks &blocks, std::uint64_t place, std::span<const Step> path)
    {
        if (path.empty())
            return;
        const auto *name = std::get_if<std::string>(&path.front());
        if (name == nullptr)
            return;
        for (const hcl::Attribute attribute : attributes) {
            if (attribute.name() == *name) {
                foundAttribute(attribute, path.subspan(1));
                return;
            }
        }
        std::size_t index = 0;
        std::span<const Step> rest = path.subspan(1);
        if (!rest.empty() && std::holds_alternative<std::size_t>(rest.front())) {
            index = std::get<std::size_t>(rest.front());
            rest = rest.subspan(1);
        }
        for (const hcl::Block block : blocks) {
            if (enter(block, *name, index, place, rest))
                return;
        }
    }

private:
    void foundAttribute(const hcl::Attribute &attribute, std::span<const Step> rest)
    {
        m_out.tree = attribute.tree();
        m_out.range = attribute.range();
        m_out.expression = descend(attribute.value(), rest, m_out.range);
        m_out.rest = rest;
    }

    // Goes into the block when it is, or makes, the one that is `index` blocks of this type further on.
    bool enter(const hcl::Block &block, const std::string &type, std::size_t &index, std::uint64_t place,
               std::span<const Step> rest)
    {
        if (block.type() == type) {
            if (index-- != 0)
                return false;
            goInto(block, block.body(), placeInside(place, block.id(), 0), rest);
            return true;
        }
        if (block.type() != "dynamic" || block.label(0) != type)
            return false;
        const hcl::Block content = block.body().block("content");
        const std::size_t count = countOf(block, place);
        if (!content || (index >= count && count != 0)) {
            index -= std::min(index, count);
            return false;
        }
        const hcl::Attribute named = block.body().attribute("iterator");
        m_out.dynamics.push_back({block, named ? std::string(named.value().name()) : type, index});
        goInto(block, content.body(), placeInside(place, block.id(), index + 1), rest);
        return true;
    }

    void goInto(const hcl::Block &block, const hcl::Body &body, std::uint64_t place, std::span<const Step> rest)
    {
        m_out.tree = block.tree();
        m_out.range = rest.empty() ? block.range() : block.headerRange();
        find(body.attributes(), body.blocks(), place, rest);
    }

    std::size_t countOf(const hcl::Block &block, std::uint64_t place) const
    {
        const auto it = std::find_if(m_dynamics.begin(), m_dynamics.end(), [&](const DynamicBlocks &blocks) {
            return blocks.tree == block.tree() && blocks.block == block.id() && blocks.place == place;
        });
        return it == m_dynamics.end() ? 0 : it->count;
    }

    std::span<const DynamicBlocks> m_dynamics;
    WrittenPlace &m_out;
};

} // namespace

WrittenPlace findWritten(const hcl::Block &header, const Content &content, std::span<const DynamicBlocks> dynamics,
                         std::span<const Step> path)
{
    WrittenPlace out;
    out.tree = header.tree();
    out.range = path.empty() ? header.range() : header.headerRange();
    Finder(dynamics, out).find(content.attributes, content.blocks, 0, path);
    return out;
}

} // namespace drydock::terraform
