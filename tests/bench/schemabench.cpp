// SPDX-License-Identifier: MIT
// Provider schemas at several sizes: reading the JSON, importing it into a workspace, opening it, asking for types.
#include "core/base/identifier.h"
#include "core/project/schemaservice.h"
#include "core/project/storedschemas.h"
#include "core/project/workspace.h"
#include "core/terraform/memoryschemas.h"
#include "core/terraform/schemareader.h"
#include "tests/bench/providerschema.h"

#include <benchmark/benchmark.h>

#include <filesystem>
#include <memory>
#include <string>

using namespace drydock;
using terraform::SchemaKind;

static const std::string provider = "registry.terraform.io/hashicorp/cloud";

namespace {

/// A workspace with a schema of that many types, removed at the end.
class Kept
{
public:
    explicit Kept(std::size_t types)
        : m_workspace(project::Workspace::open(m_folder).value())
        , m_json(bench::makeProviderSchema(types))
    {
    }
    ~Kept()
    {
        m_workspace.reset();
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }
    Kept(const Kept &) = delete;
    Kept &operator=(const Kept &) = delete;

    [[nodiscard]] std::uint64_t import() const
    {
        const auto stored = project::SchemaService(*m_workspace).import(m_json, "bench", {}, Task{});
        return stored ? stored->front().size : 0;
    }
    [[nodiscard]] std::shared_ptr<const project::StoredSchemas> open() const
    {
        return project::SchemaService(*m_workspace).catalogue().value();
    }
    [[nodiscard]] const std::string &json() const { return m_json; }

private:
    std::filesystem::path m_folder = std::filesystem::path(DRYDOCK_BINARY_DIR) / "corpus" / ("schemas-" + randomHex(4));
    std::unique_ptr<project::Workspace> m_workspace;
    std::string m_json;
};

} // namespace

static void readJson(benchmark::State &state)
{
    const std::string json = bench::makeProviderSchema(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        const auto read = terraform::readProviderSchemas(
            json, "bench", [](const terraform::SchemaEntry &) -> Result<> { return {}; }, Task{});
        benchmark::DoNotOptimize(read.has_value());
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * json.size()));
}
BENCHMARK(readJson)->Arg(150)->Arg(1'500)->Arg(15'000)->Unit(benchmark::kMillisecond);

static void importJson(benchmark::State &state)
{
    const Kept kept(static_cast<std::size_t>(state.range(0)));
    std::uint64_t size = 0;
    for (auto _ : state)
        size = kept.import();
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * kept.json().size()));
    state.counters["kept_MB"] = static_cast<double>(size) / 1e6;
    state.counters["json_MB"] = static_cast<double>(kept.json().size()) / 1e6;
}
BENCHMARK(importJson)->Arg(150)->Arg(1'500)->Unit(benchmark::kMillisecond);

// What an editor waits for: the names of all types, and one type.
static void openAndAsk(benchmark::State &state)
{
    const Kept kept(static_cast<std::size_t>(state.range(0)));
    (void)kept.import();
    for (auto _ : state) {
        const auto catalogue = kept.open();
        const auto names = catalogue->names(provider, SchemaKind::Resource);
        benchmark::DoNotOptimize(catalogue->find(provider, SchemaKind::Resource, (*names)[names->size() / 2]));
    }
}
BENCHMARK(openAndAsk)->Arg(150)->Arg(1'500)->Arg(15'000)->Unit(benchmark::kMillisecond);

static void readOneType(benchmark::State &state)
{
    const Kept kept(static_cast<std::size_t>(state.range(0)));
    (void)kept.import();
    const auto names = kept.open()->names(provider, SchemaKind::Resource);
    std::size_t next = 0;
    auto catalogue = kept.open();
    for (auto _ : state) {
        if (next % names->size() == 0)
            catalogue = kept.open();
        benchmark::DoNotOptimize(catalogue->find(provider, SchemaKind::Resource, (*names)[next++ % names->size()]));
    }
}
BENCHMARK(readOneType)->Arg(150)->Arg(1'500)->Arg(15'000)->Unit(benchmark::kMicrosecond);

BENCHMARK_MAIN();
