// SPDX-License-Identifier: MIT
#include "core/terraform/providerschema.h"

#include <algorithm>

namespace drydock::terraform {

template <typename Item>
static const Item *findSorted(const std::vector<Item> &items, std::string_view name, std::string Item::*key)
{
    const auto found =
        std::lower_bound(items.begin(), items.end(), name,
                         [key](const Item &item, std::string_view wanted) { return item.*key < wanted; });
    return found != items.end() && (*found).*key == name ? &*found : nullptr;
}

const AttributeSchema *NestedAttributes::attribute(std::string_view name) const
{
    return findSorted(attributes, name, &AttributeSchema::name);
}

const AttributeSchema *BlockSchema::attribute(std::string_view name) const
{
    return findSorted(attributes, name, &AttributeSchema::name);
}

const NestedBlockSchema *BlockSchema::block(std::string_view type) const
{
    return findSorted(blocks, type, &NestedBlockSchema::type);
}

hcl::Type BlockSchema::impliedType() const
{
    std::vector<hcl::TypeAttribute> types;
    types.reserve(attributes.size() + blocks.size());
    for (const AttributeSchema &attribute : attributes)
        types.push_back({attribute.name, attribute.type, hcl::Presence::Required});
    for (const NestedBlockSchema &block : blocks)
        types.push_back({block.type, block.impliedType(), hcl::Presence::Required});
    return hcl::Type::object(std::move(types));
}

hcl::Type NestedBlockSchema::impliedType() const
{
    hcl::Type object = body.impliedType();
    // A list or map has one element type; where it is left open, each block may have its own.
    switch (nesting) {
    case Nesting::List:
        return object.hasDynamic() ? hcl::Type::dynamic() : hcl::Type::list(std::move(object));
    case Nesting::Set:
        return hcl::Type::set(std::move(object));
    case Nesting::Map:
        return object.hasDynamic() ? hcl::Type::dynamic() : hcl::Type::map(std::move(object));
    case Nesting::Single:
    case Nesting::Group:
        break;
    }
    return object;
}

} // namespace drydock::terraform
