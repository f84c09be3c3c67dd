// SPDX-License-Identifier: MIT
#include "core/terraform/blockcontent.h"

namespace drydock::terraform {

// A block named `_` holds what would otherwise be taken for a meta-argument.
static void addNested(const hcl::Block &nested, Content &content)
{
    if (nested.type() != "_" || nested.labels().size() != 0) {
        content.blocks.push_back(nested);
        return;
    }
    for (const hcl::Attribute attribute : nested.body().attributes()) {
        if (!content.attribute(attribute.name()))
            content.attributes.push_back(attribute);
    }
    for (const hcl::Block inner : nested.body().blocks())
        content.blocks.push_back(inner);
}

Content contentOf(const hcl::Block &block)
{
    Content content;
    for (const hcl::BodyItem item : block.body().items()) {
        const hcl::Attribute attribute = item.attribute();
        if (!attribute) {
            if (const hcl::Block nested = item.block())
                addNested(nested, content);
            continue;
        }
        // Of two with one name the parser has told.
        if (!content.attribute(attribute.name()))
            content.attributes.push_back(attribute);
    }
    return content;
}

} // namespace drydock::terraform
