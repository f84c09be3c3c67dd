// SPDX-License-Identifier: MIT
#include "core/terraform/lockfile.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace drydock;
using namespace drydock::terraform;

static void require(bool holds, const char *what, const std::string &text)
{
    if (holds)
        return;
    std::fprintf(stderr, "%s:\n%s\n", what, text.c_str());
    std::abort();
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char *>(data), size);
    if (const auto normalized = normalizedConstraints(text))
        require(normalizedConstraints(*normalized).value_or("-") == *normalized, "constraints change again",
                *normalized);
    const ParsedLockFile parsed = parseLockFile(hcl::SourceFile("fuzz", text));
    if (!parsed.ok())
        return 0;
    const std::string printed = printLockFile(parsed.lock);
    const ParsedLockFile again = parseLockFile(hcl::SourceFile("fuzz", printed));
    require(again.ok(), "what was printed has errors", printed);
    require(printLockFile(again.lock) == printed, "printing twice changes the file", printed);
    return 0;
}
