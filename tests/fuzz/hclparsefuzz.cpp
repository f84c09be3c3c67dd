// SPDX-License-Identifier: MIT
#include "core/hcl/parser.h"
#include "tests/hcl/treeprinter.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace drydock::hcl;

static void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// A child lies inside of its parent and behind the sibling before it.
static void checkRanges(const Tree &tree, NodeId parent)
{
    std::uint32_t at = tree.node(parent).start;
    for (NodeId id = tree.node(parent).first; id != 0; id = tree.nextSibling(id)) {
        require(tree.node(id).start >= at && tree.node(id).end >= tree.node(id).start);
        require(tree.node(id).end <= tree.node(parent).end || tree.kind(id) == NodeKind::Missing);
        at = tree.node(id).start;
        checkRanges(tree, id);
    }
}

static void check(const ParsedFile &file)
{
    const std::uint32_t size = file.source().size();
    for (const Diagnostic &diagnostic : file.diagnostics) {
        require(diagnostic.range.start <= size && diagnostic.range.end <= size);
        require(!render(diagnostic, file.source()).empty());
    }
    std::uint32_t at = 0;
    for (const ByteRange &comment : file.tree->comments()) {
        require(comment.start >= at && comment.end <= size);
        at = comment.end;
    }
    if (file.ok())
        checkRanges(*file.tree, file.tree->root());
    (void)print(file.body());
    (void)print(file.expression());
    (void)print(file.templateBody());
    for (std::uint32_t offset = 0; offset < size; offset += 1 + size / 16)
        (void)file.tree->nodeAt(offset);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char *>(data), size);
    check(parse(SourceFile("fuzz.tf", text)));
    check(parseExpression(SourceFile("<expression>", text)));
    check(parseTemplate(SourceFile("fuzz.tftpl", text)));
    return 0;
}
