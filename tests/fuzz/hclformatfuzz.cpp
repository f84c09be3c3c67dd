// SPDX-License-Identifier: MIT
#include "core/hcl/formatter.h"
#include "tests/hcl/treeprinter.h"

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

static ParsedFile parsed(std::string text)
{
    return parse(SourceFile("fuzz.tf", std::move(text)));
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char *>(data), size);
    (void)formatLayout(text);
    const ParsedFile file = parsed(text);
    if (!file.ok())
        return 0;
    const ParsedFile laidOut = parsed(formatLayout(text));
    require(laidOut.ok(), "layout broke the file", std::string(laidOut.source().text()));
    require(print(laidOut.body()) == print(file.body()), "layout changed the meaning",
            std::string(laidOut.source().text()));
    require(laidOut.tree->comments().size() == file.tree->comments().size(), "layout lost a comment", text);

    // A sequence in a sequence loses one level a time, as it does in the real program.
    std::string before = format(file);
    for (int pass = 0; pass < 300; ++pass) {
        const ParsedFile again = parsed(before);
        require(again.ok(), "format broke the file", before);
        std::string after = format(again);
        const bool wrapped = before.find("\"${") != std::string::npos;
        require(after == before || wrapped, "formatting twice changes something", before);
        if (after == before)
            return 0;
        before = std::move(after);
    }
    require(false, "formatting does not settle", text);
    return 0;
}
