// SPDX-License-Identifier: MIT
#include "core/language/hover.h"

#include "core/hcl/names.h"
#include "core/language/blockplace.h"
#include "core/language/functionlookup.h"
#include "core/language/hoverer.h"
#include "core/language/languageblocks.h"
#include "core/language/snapshot.h"
#include "core/language/usecollector.h"

#include <algorithm>

namespace drydock::language {

namespace fs = std::filesystem;

std::string Hover::markdown() const
{
    std::string text = "```hcl\n" + title + (type.empty() ? "" : "  # " + type) + "\n```\n";
    if (!documentation.empty())
        text += "\n" + documentation + "\n";
    if (!value.empty())
        text += "\n```hcl\n" + value + "\n```\n";
    if (!origin.empty())
        text += "\n" + origin + "\n";
    return text;
}

Hoverer::Hoverer(const Snapshot &snapshot, const FileEntry &file, std::uint32_t offset, const Task &task,
                 HoverValues values)
    : m_snapshot(snapshot)
    , m_data(snapshot.data())
    , m_file(file)
    , m_offset(offset)
    , m_task(task)
    , m_values(values)
    , m_module(m_data.moduleOf(file))
    , m_shapes(snapshot, m_module)
{
}

std::optional<Hover> Hoverer::run()
{
    for (const auto &part : {&Hoverer::onHeader, &Hoverer::onSymbol, &Hoverer::onFunction, &Hoverer::onAttributeStep,
                             &Hoverer::onArgument, &Hoverer::onKeyword}) {
        if (std::optional<Hover> found = (this->*part)())
            return found;
    }
    return std::nullopt;
}

static bool holds(hcl::ByteRange range, std::uint32_t offset)
{
    return offset >= range.start && offset <= range.end && range.end > range.start;
}

// Nodes around the offset, innermost last.
static std::vector<hcl::NodeId> nodesAround(const hcl::Tree &tree, std::uint32_t offset)
{
    std::vector<hcl::NodeId> way;
    for (hcl::NodeId id = tree.root(); id != 0;) {
        if (offset < tree.node(id).start || offset > tree.node(id).end) {
            id = tree.nextSibling(id);
            continue;
        }
        way.push_back(id);
        id = tree.node(id).first;
    }
    return way;
}

std::optional<Hover> Hoverer::onFunction() const
{
    const hcl::Tree &tree = *m_file.parsed().tree;
    for (const hcl::NodeId id : nodesAround(tree, m_offset)) {
        const hcl::Expression call(&tree, id);
        if (call.kind() != hcl::ExpressionKind::Call || !holds(call.functionNameRange(), m_offset))
            continue;
        const auto signature = functionSignature(m_snapshot, m_file.path(), call.functionName(), 0);
        if (!signature)
            return std::nullopt;
        Hover hover;
        hover.range = call.functionNameRange();
        hover.title = signature->label;
        hover.documentation = signature->documentation;
        return hover;
    }
    return std::nullopt;
}

// A resource's, data source's or provider's type.
std::optional<Hover> Hoverer::onType(std::string_view block, std::string_view type, hcl::ByteRange range) const
{
    const SymbolKind kind = block == "data"        ? SymbolKind::Data
                            : block == "ephemeral" ? SymbolKind::Ephemeral
                            : block == "provider"  ? SymbolKind::Provider
                                                   : SymbolKind::Resource;
    Hover hover;
    hover.range = range;
    hover.title = std::string(block) + " \"" + std::string(type) + "\"";
    hover.origin = m_shapes.providerAddress(kind == SymbolKind::Provider ? type : type.substr(0, type.find('_')));
    if (const auto schema = m_shapes.schema(kind, type))
        hover.documentation = schema->block.description;
    else
        hover.documentation = "The schema of this provider was not imported.";
    return hover;
}

std::optional<Hover> Hoverer::onHeader() const
{
    const hcl::Tree &tree = *m_file.parsed().tree;
    std::vector<OpenBlock> outer;
    for (const hcl::NodeId id : nodesAround(tree, m_offset)) {
        const hcl::Block block(&tree, tree.kind(id) == hcl::NodeKind::Block ? id : 0);
        if (!block)
            continue;
        const std::string place = placeOf(outer);
        if (holds(block.typeRange(), m_offset)) {
            Hover hover;
            hover.range = block.typeRange();
            hover.title = std::string(block.type());
            if (const LanguageBlock *known = languageBlock(place, block.type())) {
                hover.documentation = known->description;
                return hover;
            }
            const BodySchema schema = bodySchemaOf(m_shapes, outer);
            const terraform::NestedBlockSchema *nested =
                schema.body != nullptr ? schema.body->block(block.type()) : nullptr;
            if (nested == nullptr)
                return std::nullopt;
            hover.documentation = nested->body.description;
            hover.type = nested->impliedType().source();
            return hover;
        }
        const bool hasType = block.type() == "resource" || block.type() == "data" || block.type() == "ephemeral" ||
                             block.type() == "provider";
        if (hasType && outer.empty())
            if (const hcl::Label label(&tree, tree.node(block.id()).first);
                label && hcl::Label::accepts(label.nodeKind()) && holds(label.range(), m_offset))
                return onType(block.type(), label.value(), insideQuotes(label));
        OpenBlock open{std::string(block.type()), {}, block.headerRange(), block.body().range().start + 1};
        for (const hcl::Label label : block.labels())
            open.labels.push_back(label.value());
        outer.push_back(std::move(open));
    }
    return std::nullopt;
}

std::optional<Hover> Hoverer::onArgument() const
{
    const hcl::Tree &tree = *m_file.parsed().tree;
    std::vector<OpenBlock> outer;
    for (const hcl::NodeId id : nodesAround(tree, m_offset)) {
        if (tree.kind(id) == hcl::NodeKind::Block) {
            const hcl::Block block(&tree, id);
            OpenBlock open{std::string(block.type()), {}, block.headerRange(), block.body().range().start + 1};
            for (const hcl::Label label : block.labels())
                open.labels.push_back(label.value());
            outer.push_back(std::move(open));
        }
        const hcl::Attribute attribute(&tree, tree.kind(id) == hcl::NodeKind::Attribute ? id : 0);
        if (!attribute || !holds(attribute.nameRange(), m_offset))
            continue;
        Hover hover;
        hover.range = attribute.nameRange();
        hover.title = std::string(attribute.name());
        if (const LanguageArgument *known = languageArgument(placeOf(outer), attribute.name())) {
            hover.type = known->type;
            hover.documentation = known->description;
            return hover;
        }
        const BodySchema schema = bodySchemaOf(m_shapes, outer);
        const terraform::AttributeSchema *found =
            schema.body != nullptr ? schema.body->attribute(attribute.name()) : nullptr;
        if (found == nullptr)
            return std::nullopt;
        hover.type = found->type.source();
        hover.documentation = found->description;
        hover.origin = std::string(found->isRequired   ? "required"
                                   : found->isOptional ? "optional"
                                                       : "computed") +
                       (found->isDeprecated ? ", deprecated" : "") + (found->isSensitive ? ", sensitive" : "");
        return hover;
    }
    return std::nullopt;
}

std::optional<Hover> Hoverer::onKeyword() const
{
    const std::string_view text = m_file.text();
    const hcl::Tree &tree = *m_file.parsed().tree;
    for (const hcl::NodeId id : nodesAround(tree, m_offset)) {
        const std::vector<TraversalStep> steps = stepsOf(hcl::Expression(&tree, id));
        if (steps.size() < 2 || steps[1].kind != TraversalStep::Kind::Name)
            continue;
        const hcl::ByteRange range{steps[0].range.start, steps[1].range.end};
        const std::string name = std::string(steps[0].name) + "." + std::string(steps[1].name);
        for (const LanguageName &known : languageNames()) {
            if (known.name != name || !holds(range, m_offset))
                continue;
            Hover hover;
            hover.range = range;
            hover.title = std::string(text.substr(range.start, range.size()));
            hover.type = known.type;
            hover.documentation = known.description;
            return hover;
        }
    }
    return std::nullopt;
}

std::optional<Hover> hover(const Snapshot &snapshot, const fs::path &file, std::uint32_t offset, const Task &task,
                           HoverValues values)
{
    const FileEntry *entry = snapshot.data().files->file(file);
    if (entry == nullptr)
        return std::nullopt;
    return Hoverer(snapshot, *entry, offset, task, values).run();
}

} // namespace drydock::language
