// SPDX-License-Identifier: MIT
#include "core/hcl/edit.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace drydock::hcl;

static void require(bool holds, const char *what, const std::string &text)
{
    if (holds)
        return;
    std::fprintf(stderr, "%s:\n%s\n", what, text.c_str());
    std::abort();
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const ParsedFile file = parse(SourceFile("fuzz.tf", std::string(reinterpret_cast<const char *>(data), size)));
    if (!file.ok() || file.body().blocks().empty())
        return 0;
    const Block block = *file.body().blocks().begin();
    Editor setter(file);
    const bool set = setter.setAttribute(block.body(), "a", "{ b = 1 }").has_value() &&
                     setter.setAttribute(block.body(), "new_block.c", "2").has_value();
    Editor remover(file);
    for (const Attribute attribute : block.body().attributes())
        (void)remover.remove(block.body(), attribute.name());
    for (Editor *editor : {&setter, &remover}) {
        const auto text = editor->text();
        if (!text)
            continue;
        const ParsedFile after = parse(SourceFile("fuzz.tf", *text));
        require(after.ok(), "an edit broke the file", *text);
        const Body body = (*after.body().blocks().begin()).body();
        if (editor == &setter && set)
            require(body.attribute("a").value().text() == "{ b = 1 }", "the value is not there", *text);
        if (editor == &remover)
            require(body.attributes().empty(), "an attribute is left", *text);
    }
    return 0;
}
