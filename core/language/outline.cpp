// SPDX-License-Identifier: MIT
#include "core/language/outline.h"

#include "core/hcl/parser.h"
#include "core/language/usecollector.h"

#include <algorithm>

namespace drydock::language {

using hcl::Attribute;
using hcl::Block;

static constexpr std::size_t DetailLength = 60;

static std::string shortened(std::string_view text)
{
    std::string out;
    for (const char c : text.substr(0, text.find('\n'))) {
        if (c != '\r')
            out += c;
    }
    if (out.size() <= DetailLength && text.find('\n') == std::string_view::npos)
        return out;
    std::size_t end = std::min(out.size(), DetailLength);
    while (end > 0 && (static_cast<unsigned char>(out[std::min(end, out.size() - 1)]) & 0xC0U) == 0x80U)
        --end;
    return out.substr(0, end) + "…";
}

static SymbolKind kindOf(const Block &block)
{
    const std::string_view type = block.type();
    static constexpr std::pair<std::string_view, SymbolKind> Kinds[] = {
        {"variable", SymbolKind::Variable},  {"output", SymbolKind::Output},       {"resource", SymbolKind::Resource},
        {"data", SymbolKind::Data},          {"ephemeral", SymbolKind::Ephemeral}, {"module", SymbolKind::Module},
        {"provider", SymbolKind::Provider},  {"check", SymbolKind::Check},         {"run", SymbolKind::Run},
        {"terraform", SymbolKind::Settings}, {"locals", SymbolKind::Locals},       {"moved", SymbolKind::Moved},
        {"removed", SymbolKind::Removed},    {"import", SymbolKind::Import}};
    const auto *it =
        std::find_if(std::begin(Kinds), std::end(Kinds), [&](const auto &pair) { return pair.first == type; });
    return it == std::end(Kinds) ? SymbolKind::Block : it->second;
}

static std::string nameOf(const Block &block, SymbolKind kind)
{
    std::string labels;
    for (const hcl::Label label : block.labels())
        labels += (labels.empty() ? "" : ".") + label.value();
    if (kind == SymbolKind::Block && !labels.empty())
        return std::string(block.type()) + " " + labels;
    return labels.empty() ? std::string(block.type()) : labels;
}

static std::string textOf(const Block &block, std::string_view attribute)
{
    const Attribute found = block.body().attribute(attribute);
    return found ? shortened(found.value().text()) : std::string();
}

static std::string detailOf(const Block &block, SymbolKind kind)
{
    switch (kind) {
    case SymbolKind::Variable:
        return textOf(block, "type");
    case SymbolKind::Output:
        return textOf(block, "value");
    case SymbolKind::Module: {
        const Attribute source = block.body().attribute("source");
        return source ? source.value().stringValue().value_or(std::string()) : std::string();
    }
    case SymbolKind::Provider: {
        const Attribute alias = block.body().attribute("alias");
        return alias ? alias.value().stringValue().value_or(std::string()) : std::string();
    }
    case SymbolKind::Moved: {
        const std::string from = textOf(block, "from");
        const std::string to = textOf(block, "to");
        return from.empty() && to.empty() ? std::string() : from + " → " + to;
    }
    case SymbolKind::Removed:
        return textOf(block, "from");
    case SymbolKind::Import:
        return textOf(block, "to");
    default:
        return {};
    }
}

static OutlineItem itemOf(const Attribute &attribute, SymbolKind kind)
{
    return {kind,
            std::string(attribute.name()),
            shortened(attribute.value().text()),
            attribute.range(),
            insideQuotes(attribute, attribute.nameRange()),
            {}};
}

static std::vector<OutlineItem> itemsOf(const hcl::Body &body, OutlineDepth depth);

static OutlineItem itemOf(const Block &block, OutlineDepth depth)
{
    OutlineItem item;
    item.kind = kindOf(block);
    item.name = nameOf(block, item.kind);
    item.detail = detailOf(block, item.kind);
    item.range = block.range();
    item.selection = insideQuotes(block, block.typeRange());
    for (const hcl::Label label : block.labels())
        item.selection = insideQuotes(label);
    if (item.kind == SymbolKind::Locals) {
        for (const Attribute attribute : block.body().attributes())
            item.children.push_back(itemOf(attribute, SymbolKind::Local));
    } else if (depth == OutlineDepth::Everything) {
        item.children = itemsOf(block.body(), depth);
    }
    return item;
}

static std::vector<OutlineItem> itemsOf(const hcl::Body &body, OutlineDepth depth)
{
    std::vector<OutlineItem> items;
    for (const hcl::BodyItem item : body.items()) {
        if (const Attribute attribute = item.attribute())
            items.push_back(itemOf(attribute, SymbolKind::Argument));
        else if (const Block block = item.block())
            items.push_back(itemOf(block, depth));
    }
    return items;
}

std::vector<OutlineItem> outline(const hcl::ParsedFile &file, OutlineDepth depth)
{
    return itemsOf(file.body(), depth);
}

std::vector<OutlineItem> breadcrumbs(const hcl::ParsedFile &file, std::uint32_t offset)
{
    const auto holds = [&](hcl::ByteRange range) { return offset >= range.start && offset <= range.end; };
    std::vector<OutlineItem> way;
    hcl::Body body = file.body();
    while (body) {
        hcl::Body inside;
        for (const hcl::BodyItem item : body.items()) {
            if (!holds(item.range()))
                continue;
            const bool isLocal = !way.empty() && way.back().kind == SymbolKind::Locals;
            if (const Attribute attribute = item.attribute()) {
                way.push_back(itemOf(attribute, isLocal ? SymbolKind::Local : SymbolKind::Argument));
            } else if (const Block block = item.block()) {
                way.push_back(itemOf(block, OutlineDepth::Declarations));
                way.back().children.clear();
                inside = block.body();
            }
            break;
        }
        body = inside;
    }
    return way;
}

} // namespace drydock::language
