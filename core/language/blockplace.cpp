// SPDX-License-Identifier: MIT
#include "core/language/blockplace.h"

#include "core/language/shape.h"

namespace drydock::language {

std::string placeOf(std::span<const OpenBlock> blocks)
{
    std::string place;
    bool isDynamic = false;
    for (const OpenBlock &block : blocks) {
        if (block.type == "dynamic") {
            place = "dynamic";
            isDynamic = true;
        } else if (isDynamic && block.type == "content") {
            place = "content";
        } else {
            place += (place.empty() ? "" : "/") + block.type;
        }
    }
    return place;
}

SymbolKind kindOfBlock(std::span<const OpenBlock> blocks)
{
    const std::string type = blocks.empty() ? std::string() : blocks.front().type;
    return type == "data"        ? SymbolKind::Data
           : type == "ephemeral" ? SymbolKind::Ephemeral
           : type == "provider"  ? SymbolKind::Provider
                                 : SymbolKind::Resource;
}

std::vector<std::string> nestedTypes(std::span<const OpenBlock> blocks)
{
    std::vector<std::string> types;
    for (std::size_t at = 1; at < blocks.size(); ++at) {
        if (blocks[at].type == "dynamic")
            types.push_back(blocks[at].label(0));
        else if (blocks[at].type != "content" || blocks[at - 1].type != "dynamic")
            types.push_back(blocks[at].type);
    }
    return types;
}

BodySchema bodySchemaOf(const Shapes &shapes, std::span<const OpenBlock> blocks)
{
    BodySchema found;
    if (blocks.empty() || blocks.front().labels.empty())
        return found;
    const std::string &outer = blocks.front().type;
    if (outer != "resource" && outer != "data" && outer != "ephemeral" && outer != "provider")
        return found;
    found.held = shapes.schema(kindOfBlock(blocks), blocks.front().labels[0]);
    found.body = found.held ? &found.held->block : nullptr;
    for (const std::string &type : nestedTypes(blocks)) {
        const terraform::NestedBlockSchema *inside = found.body != nullptr ? found.body->block(type) : nullptr;
        found.body = inside != nullptr ? &inside->body : nullptr;
    }
    return found;
}

} // namespace drydock::language
