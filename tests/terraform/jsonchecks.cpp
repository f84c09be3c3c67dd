// SPDX-License-Identifier: MIT
#include "tests/terraform/jsonchecks.h"

#include "core/hcl/evaluator.h"

#include <vector>

namespace drydock::terraform::test {

using namespace hcl;

namespace {

class Checks
{
public:
    explicit Checks(const ParsedFile &file)
        : m_file(file)
        , m_size(file.source().size())
    {
    }

    [[nodiscard]] std::string run()
    {
        for (const Diagnostic &diagnostic : m_file.diagnostics) {
            require(diagnostic.range.start <= diagnostic.range.end && diagnostic.range.end <= m_size,
                    "a message is outside of the file");
            require(!render(diagnostic, m_file.source()).empty(), "a message has no text");
        }
        nodes(m_file.tree->root());
        body(m_file.body());
        for (std::uint32_t offset = 0; offset < m_size; offset += 1 + m_size / 16)
            (void)m_file.tree->nodeAt(offset);
        return m_broken;
    }

private:
    void require(bool holds, const char *promise)
    {
        if (!holds && m_broken.empty())
            m_broken = promise;
    }

    void nodes(NodeId first)
    {
        const Tree &tree = *m_file.tree;
        for (NodeId id = first; id != 0; id = tree.nextSibling(id)) {
            const View view(&tree, id);
            require(view.range().start <= view.range().end && view.range().end <= m_size,
                    "a node is outside of the file");
            require(view.stored().end <= tree.source().storage().size(), "a node has no text");
            if (tree.node(id).first != 0)
                nodes(tree.node(id).first);
        }
    }

    void body(const Body &body)
    {
        for (const BodyItem item : body.items()) {
            std::vector<Diagnostic> diagnostics;
            if (const Attribute attribute = item.attribute()) {
                require(attribute.nameRange().end <= m_size, "a name is outside of the file");
                (void)evaluate(attribute.value(), {}, diagnostics);
            } else {
                const Block block = item.block();
                require(block.range().contains(block.headerRange().start), "a header is outside of its block");
                for (const Label label : block.labels())
                    (void)label.value();
                this->body(block.body());
            }
        }
    }

    const ParsedFile &m_file;
    std::uint32_t m_size;
    std::string m_broken;
};

} // namespace

std::string brokenPromise(const ParsedFile &file)
{
    return Checks(file).run();
}

} // namespace drydock::terraform::test
