// SPDX-License-Identifier: MIT
#include "core/terraform/blockcontent.h"

#include <string_view>
#include <unordered_set>

namespace drydock::terraform {

using Names = std::unordered_set<std::string_view>;

// Of two arguments with one name the parser has told.
static void add(const hcl::Attribute &attribute, Content &content, Names &names)
{
    if (names.insert(attribute.name()).second)
        content.attributes.push_back(attribute);
}

// A block named `_` holds what would otherwise be taken for a meta-argument.
static void addNested(const hcl::Block &nested, Content &content, Names &names)
{
    if (nested.type() != "_" || nested.labels().size() != 0) {
        content.blocks.push_back(nested);
        return;
    }
    for (const hcl::Attribute attribute : nested.body().attributes())
        add(attribute, content, names);
    for (const hcl::Block inner : nested.body().blocks())
        content.blocks.push_back(inner);
}

Content contentOf(const hcl::Block &block)
{
    Content content;
    Names names;
    for (const hcl::BodyItem item : block.body().items()) {
        if (const hcl::Attribute attribute = item.attribute())
            add(attribute, content, names);
        else if (const hcl::Block nested = item.block())
            addNested(nested, content, names);
    }
    return content;
}

} // namespace drydock::terraform
