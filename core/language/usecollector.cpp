// SPDX-License-Identifier: MIT
#include "core/language/usecollector.h"

#include "core/language/fileindex.h"

#include <algorithm>

namespace drydock::language {

using hcl::ByteRange;
using hcl::Expression;
using hcl::ExpressionKind;
using hcl::NodeId;
using hcl::NodeKind;

ByteRange insideQuotes(const hcl::View &view, ByteRange range)
{
    const std::string_view text = view ? view.tree()->source().text(range) : std::string_view();
    if (text.size() < 2 || text.front() != '"')
        return range;
    return {range.start + 1, text.back() == '"' ? range.end - 1 : range.end};
}

ByteRange insideQuotes(const hcl::View &view)
{
    return insideQuotes(view, view.range());
}

Expression rootOf(const Expression &expression, std::vector<TraversalStep> &steps)
{
    switch (expression.kind()) {
    case ExpressionKind::Parentheses:
        return rootOf(expression.source(), steps);
    case ExpressionKind::AttributeAccess: {
        const Expression root = rootOf(expression.source(), steps);
        steps.push_back({TraversalStep::Kind::Name, expression.name(), expression.nameRange(), {}});
        return root;
    }
    case ExpressionKind::Index:
    case ExpressionKind::LegacyIndex: {
        const Expression root = rootOf(expression.source(), steps);
        steps.push_back({TraversalStep::Kind::Index, {}, {}, expression.key()});
        return root;
    }
    case ExpressionKind::AttributeSplat:
    case ExpressionKind::FullSplat: {
        const Expression root = rootOf(expression.source(), steps);
        steps.push_back({TraversalStep::Kind::Splat, {}, {}, {}});
        (void)rootOf(expression.each(), steps);
        return root;
    }
    default:
        return expression;
    }
}

std::vector<TraversalStep> stepsOf(const Expression &expression)
{
    std::vector<TraversalStep> steps;
    if (!expression)
        return steps;
    const Expression root = rootOf(expression, steps);
    if (root.kind() == ExpressionKind::Variable)
        steps.insert(steps.begin(), {TraversalStep::Kind::Name, root.name(), root.range(), {}});
    else
        steps.clear();
    return steps;
}

Use &UseCollector::add(SymbolKind kind, std::string name, ByteRange range, ByteRange hit)
{
    return m_index.uses.emplace_back(
        Use{kind, std::move(name), m_through, range, hit, OccurrenceRole::Read, false, false});
}

const UseCollector::Bound *UseCollector::bound(std::string_view name) const
{
    const auto it =
        std::find_if(m_bound.rbegin(), m_bound.rend(), [&](const Bound &bound) { return bound.name == name; });
    return it == m_bound.rend() ? nullptr : &*it;
}

std::string UseCollector::callOver(const Expression &collection)
{
    const Expression plain = collection.unwrapped();
    if (plain.kind() == ExpressionKind::Call && plain.functionName() == "values" && !plain.arguments().empty())
        return callOver(*plain.arguments().begin());
    const std::vector<TraversalStep> steps = stepsOf(plain);
    const bool isCall = steps.size() >= 2 && steps[0].name == "module" && steps[1].kind == TraversalStep::Kind::Name &&
                        (steps.size() == 2 || (steps.size() == 3 && steps[2].kind == TraversalStep::Kind::Splat));
    return isCall ? std::string(steps[1].name) : std::string();
}

UseCollector::Each UseCollector::enterEach(const hcl::Attribute &forEach)
{
    return {*this, forEach ? callOver(forEach.value()) : std::string()};
}

void UseCollector::enterTest(std::vector<std::string> through,
                             std::span<const std::pair<std::string, std::string>> runs)
{
    m_isTest = true;
    m_through = std::move(through);
    m_runs = runs;
}

void UseCollector::leaveTest()
{
    m_isTest = false;
    m_through.clear();
}

void UseCollector::body(const hcl::Body &body, std::initializer_list<std::string_view> without)
{
    for (const hcl::BodyItem item : body.items()) {
        if (const hcl::Attribute attribute = item.attribute()) {
            if (std::find(without.begin(), without.end(), attribute.name()) == without.end())
                this->attribute(attribute);
        } else if (const hcl::Block block = item.block()) {
            this->block(block);
        }
    }
}

void UseCollector::body(const hcl::Body &body, AttributesOnly)
{
    for (const hcl::Attribute attribute : body.attributes())
        this->attribute(attribute);
}

void UseCollector::block(const hcl::Block &block)
{
    if (block.type() == "dynamic")
        dynamic(block);
    else if (block.type() == "lifecycle")
        body(block.body(), {"ignore_changes"}); // names arguments of the resource
    else
        body(block.body());
}

void UseCollector::dynamic(const hcl::Block &block)
{
    const hcl::Body content = block.body();
    const hcl::Attribute forEach = content.attribute("for_each");
    if (forEach)
        attribute(forEach);
    std::string_view iterator;
    for (const hcl::Label label : block.labels()) {
        iterator = label.tree()->source().text(insideQuotes(label));
        break;
    }
    if (const hcl::Attribute named = content.attribute("iterator"))
        iterator = named.value().name();
    m_bound.push_back({iterator, forEach ? callOver(forEach.value()) : std::string()});
    body(content, {"for_each", "iterator"});
    m_bound.pop_back();
}

void UseCollector::attribute(const hcl::Attribute &attribute)
{
    const std::string_view name = attribute.name();
    if (name == "depends_on" || name == "replace_triggered_by")
        quotedReferences(attribute.value());
    expression(attribute.value());
}

// `depends_on = ["aws_s3_bucket.logs"]`: old, and the only way in JSON.
void UseCollector::quotedReferences(const Expression &expression)
{
    for (const Expression element : expression.elements()) {
        if (element.kind() == ExpressionKind::String)
            addressText(element, false);
    }
}

void UseCollector::expression(const Expression &expression)
{
    if (!expression)
        return;
    m_tree = expression.tree();
    visit(expression.id());
}

void UseCollector::providerOf(const hcl::Body &body)
{
    const hcl::Attribute attribute = body.attribute("provider");
    if (!attribute)
        return;
    const std::vector<TraversalStep> steps = stepsOf(attribute.value());
    if (steps.size() == 1)
        add(SymbolKind::Provider, std::string(steps[0].name), steps[0].range, steps[0].range);
    else if (steps.size() >= 2 && steps[1].kind == TraversalStep::Kind::Name)
        add(SymbolKind::Provider, std::string(steps[0].name) + "." + std::string(steps[1].name), steps[1].range,
            {steps[0].range.start, steps[1].range.end});
}

void UseCollector::providers(const Expression &expression)
{
    for (const hcl::ObjectItem item : expression.items()) {
        const std::vector<TraversalStep> steps = stepsOf(item.value());
        if (steps.size() == 1)
            add(SymbolKind::Provider, std::string(steps[0].name), steps[0].range, steps[0].range);
        else if (steps.size() >= 2)
            add(SymbolKind::Provider, std::string(steps[0].name) + "." + std::string(steps[1].name), steps[1].range,
                {steps[0].range.start, steps[1].range.end});
    }
}

void UseCollector::address(const Expression &expression, bool isHistory)
{
    if (!expression)
        return;
    if (expression.kind() == ExpressionKind::Tuple) {
        for (const Expression element : expression.elements())
            address(element, isHistory);
    } else if (expression.kind() == ExpressionKind::String) {
        addressText(expression, isHistory);
    } else {
        const std::vector<TraversalStep> steps = stepsOf(expression);
        addressSteps(steps, isHistory);
        for (const TraversalStep &step : steps) {
            if (step.key)
                this->expression(step.key);
        }
    }
}

// An address in quotes; keys end the reading, for what follows is an instance.
void UseCollector::addressText(const Expression &text, bool isHistory)
{
    const ByteRange inside = insideQuotes(text);
    const std::string_view raw = text.tree()->source().text(inside);
    std::vector<TraversalStep> steps;
    std::size_t start = 0;
    for (std::size_t at = 0; at <= raw.size(); ++at) {
        if (at < raw.size() && raw[at] != '.' && raw[at] != '[')
            continue;
        if (at > start)
            steps.push_back(
                {TraversalStep::Kind::Name,
                 raw.substr(start, at - start),
                 {inside.start + static_cast<std::uint32_t>(start), inside.start + static_cast<std::uint32_t>(at)},
                 {}});
        if (at < raw.size() && raw[at] == '[')
            at = std::min(raw.find(']', at), raw.size());
        start = at + 1;
    }
    addressSteps(steps, isHistory);
}

void UseCollector::addressSteps(Steps steps, bool isHistory)
{
    std::vector<const TraversalStep *> names;
    for (const TraversalStep &step : steps) {
        if (step.kind == TraversalStep::Kind::Name)
            names.push_back(&step);
    }
    const std::size_t first = m_index.uses.size();
    std::size_t at = 0;
    std::vector<std::string> through = m_through;
    const auto hit = [&](std::size_t from, std::size_t to) {
        return ByteRange{names[from]->range.start, names[to]->range.end};
    };
    for (; at + 1 < names.size() && names[at]->name == "module"; at += 2) {
        const std::string name(names[at + 1]->name);
        add(SymbolKind::Module, name, names[at + 1]->range, hit(at, at + 1)).through = through;
        through.push_back(name);
    }
    SymbolKind kind = SymbolKind::Resource;
    if (at < names.size() && (names[at]->name == "data" || names[at]->name == "ephemeral"))
        kind = names[at++]->name == "data" ? SymbolKind::Data : SymbolKind::Ephemeral;
    if (at + 1 < names.size()) {
        const std::string name = std::string(names[at]->name) + "." + std::string(names[at + 1]->name);
        add(kind, name, names[at + 1]->range, hit(at, at + 1)).through = through;
    }
    for (std::size_t use = first; use < m_index.uses.size(); ++use) {
        m_index.uses[use].role = OccurrenceRole::Address;
        m_index.uses[use].isHistory = isHistory;
    }
}

} // namespace drydock::language
