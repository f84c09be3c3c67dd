// SPDX-License-Identifier: MIT
#include "tests/bench/providerschema.h"

#include <array>

namespace drydock::bench {

static constexpr std::array types = {
    R"("string")",
    R"("bool")",
    R"("number")",
    R"(["map","string"])",
    R"(["list","string"])",
    R"(["set","string"])",
    R"(["list",["object",{"arn":"string","name":"string","ports":["list","number"]}]])",
};
static constexpr std::array usages = {
    R"("optional":true)",
    R"("required":true)",
    R"("computed":true)",
    R"("optional":true,"computed":true)",
};

static void addAttributes(std::string &out, std::size_t count, std::size_t seed)
{
    out += R"("attributes":{)";
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t mixed = (seed * 31 + i * 17) % 997;
        out += (i == 0 ? "\"" : ",\"") + std::string("attribute_") + std::to_string(i) + "_" + std::to_string(mixed) +
               R"(":{"type":)" + types.at(mixed % types.size()) + ",";
        if (mixed % 3 == 0)
            out += R"("description":"What this part of the resource is for, in one sentence of usual length.",)";
        out += R"("description_kind":"plain",)";
        out += usages.at(mixed % usages.size());
        out += mixed % 41 == 0 ? R"(,"sensitive":true})" : mixed % 43 == 0 ? R"(,"deprecated":true})" : "}";
    }
    out += "}";
}

static void addBlock(std::string &out, std::size_t depth, std::size_t seed)
{
    out += "{";
    addAttributes(out, depth == 0 ? 22 : 6, seed);
    if (depth < 3) {
        out += R"(,"block_types":{)";
        for (std::size_t i = 0; i < 2; ++i) {
            out += (i == 0 ? "\"block_" : ",\"block_") + std::to_string(i) +
                   (seed % 2 == 0 ? R"(":{"nesting_mode":"list","max_items":1,"block":)"
                                  : R"(":{"nesting_mode":"set","block":)");
            if (depth < 1 || i == 0)
                addBlock(out, depth + 1, seed + i);
            else
                out += R"({"description_kind":"plain"})";
            out += "}";
        }
        out += "}";
    }
    out += R"(,"description_kind":"plain"})";
}

static void addTypes(std::string &out, const char *kind, std::size_t count)
{
    out += std::string(",\"") + kind + "\":{";
    for (std::size_t i = 0; i < count; ++i) {
        out += (i == 0 ? "\"cloud_" : ",\"cloud_") + std::string("service") + std::to_string(i % 200) + "_thing" +
               std::to_string(i) + R"(":{"version":)" + std::to_string(i % 3) + R"(,"block":)";
        addBlock(out, 0, i);
        out += "}";
    }
    out += "}";
}

std::string makeProviderSchema(std::size_t resourceTypes)
{
    std::string out =
        R"({"format_version":"1.0","provider_schemas":{"registry.terraform.io/hashicorp/cloud":{"provider":{"version":0,"block":)";
    addBlock(out, 0, 7);
    out += "}";
    addTypes(out, "resource_schemas", resourceTypes);
    addTypes(out, "data_source_schemas", resourceTypes / 3);
    out += "}}}";
    return out;
}

} // namespace drydock::bench
