// SPDX-License-Identifier: MIT
#include "core/hcl/evaluator.h"
#include "core/hcl/jsonsyntax.h"
#include "core/terraform/parsefile.h"
#include "tests/hcl/treeprinter.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

using namespace drydock::hcl;

static void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// Every place is in the file and every text can be had.
static void checkNode(const Tree &tree, NodeId parent)
{
    const std::uint32_t size = tree.source().size();
    for (NodeId id = parent; id != 0; id = tree.nextSibling(id)) {
        const View view(&tree, id);
        require(view.range().start <= view.range().end && view.range().end <= size);
        require(view.stored().end <= tree.source().storage().size());
        (void)tree.source().position(view.range().end);
        if (tree.node(id).first != 0)
            checkNode(tree, tree.node(id).first);
    }
}

static void evaluateAll(const Body &body)
{
    for (const BodyItem item : body.items()) {
        std::vector<Diagnostic> diagnostics;
        if (const Attribute attribute = item.attribute()) {
            require(attribute.nameRange().end <= body.tree()->source().size());
            (void)evaluate(attribute.value(), {}, diagnostics);
        } else {
            const Block block = item.block();
            require(block.range().contains(block.headerRange().start));
            evaluateAll(block.body());
        }
    }
}

static void check(const ParsedFile &file)
{
    const std::uint32_t size = file.source().size();
    for (const Diagnostic &diagnostic : file.diagnostics) {
        require(diagnostic.range.start <= diagnostic.range.end && diagnostic.range.end <= size);
        require(!render(diagnostic, file.source()).empty());
    }
    checkNode(*file.tree, file.tree->root());
    (void)print(file.body());
    evaluateAll(file.body());
    for (std::uint32_t offset = 0; offset < size; offset += 1 + size / 16)
        (void)file.tree->nodeAt(offset);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char *>(data), size);
    check(drydock::terraform::parseFile(SourceFile("fuzz.tf.json", text)));
    check(drydock::terraform::parseFile(SourceFile("fuzz.tftest.json", text)));
    check(parseJson(SourceFile("fuzz.json", text), *argumentsOnly(StringMeaning::Expression)));
    return 0;
}
