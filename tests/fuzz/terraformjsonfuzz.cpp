// SPDX-License-Identifier: MIT
// The JSON that Terraform writes: provider schemas, functions, plans, states. Any text is an answer or an error.
#include "core/terraform/memoryschemas.h"
#include "core/terraform/planfile.h"
#include "core/terraform/schemacodec.h"
#include "core/terraform/schemareader.h"
#include "core/terraform/statefile.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace drydock;
using namespace drydock::terraform;

static void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

static void readSchemas(std::string_view text)
{
    const auto schemas = MemorySchemas::fromJson(text, "fuzz");
    if (!schemas)
        return;
    for (const std::string &provider : (*schemas)->providers())
        for (const SchemaKind kind : {SchemaKind::Provider, SchemaKind::Resource, SchemaKind::DataSource})
            for (const std::string &name : (*schemas)->names(provider, kind)) {
                const std::string bytes = encode(*(*schemas)->find(provider, kind, name));
                const auto back = decodeObject(bytes);
                require(back && encode(*back) == bytes, "a schema did not come back from its bytes");
            }
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    (void)decodeObject(text);
    (void)decodeFunction(text);
    readSchemas(text);
    (void)readFunctionSignatures(text, "fuzz");
    const auto plan = readPlan(text, "fuzz");
    const auto maskedOnce = maskedPlan(text, "fuzz");
    if (plan) {
        require(maskedOnce.has_value(), "a plan that is read cannot be masked");
        require(maskedPlan(*maskedOnce, "fuzz").value_or("") == *maskedOnce, "masking twice changes a plan");
    }
    const auto state = readState(text, "fuzz");
    const auto masked = maskedState(text, "fuzz");
    if (state) {
        require(masked.has_value(), "a state that is read cannot be masked");
        require(maskedState(*masked, "fuzz").value_or("") == *masked, "masking twice changes a state");
    }
    return 0;
}
