// SPDX-License-Identifier: MIT
// Loading and evaluating configurations: files and MB a second at several sizes.
#include "core/terraform/evaluation.h"
#include "tests/bench/corpus.h"

#include <benchmark/benchmark.h>

#include <filesystem>
#include <string>
#include <vector>

using namespace drydock;

static std::filesystem::path corpusFolder(const bench::Corpus &corpus, const std::string &name)
{
    const std::filesystem::path folder = std::filesystem::path(DRYDOCK_BINARY_DIR) / "corpus" / name;
    bench::writeCorpus(corpus, folder);
    return folder;
}

static void report(benchmark::State &state, const bench::Corpus &corpus, std::size_t resources)
{
    const auto rounds = static_cast<std::int64_t>(state.iterations());
    state.SetItemsProcessed(rounds * static_cast<std::int64_t>(corpus.files.size()));
    state.SetBytesProcessed(rounds * static_cast<std::int64_t>(corpus.bytes));
    state.counters["resources"] = static_cast<double>(resources);
}

// An estate of many root configurations, as a scan of a repository sees it.
static void loadAndEvaluateTree(benchmark::State &state)
{
    const bench::Corpus corpus = bench::makeCorpus({static_cast<std::size_t>(state.range(0))});
    const std::vector<std::filesystem::path> paths{corpusFolder(corpus, std::to_string(state.range(0)))};
    std::size_t resources = 0;
    for (auto _ : state) {
        const auto configurations = terraform::loadTree(paths, {}, Task{});
        resources = 0;
        for (const terraform::Configuration &configuration : *configurations)
            resources += terraform::evaluate(configuration, Task{})->resources().size();
    }
    report(state, corpus, resources);
}
BENCHMARK(loadAndEvaluateTree)->Arg(50)->Arg(100)->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMillisecond);

// One large configuration: 2,000 files, 40 modules.
static void loadAndEvaluateOne(benchmark::State &state)
{
    const bench::Corpus corpus = bench::makeCorpus({2'000, 2'000, 40});
    const std::filesystem::path root = corpusFolder(corpus, "one") / "live" / "stack0";
    std::size_t resources = 0;
    for (auto _ : state) {
        const auto configuration = terraform::load(root, {}, Task{});
        resources = terraform::evaluate(*configuration, Task{})->resources().size();
    }
    report(state, corpus, resources);
}
BENCHMARK(loadAndEvaluateOne)->Unit(benchmark::kMillisecond);

static void loadOne(benchmark::State &state)
{
    const bench::Corpus corpus = bench::makeCorpus({2'000, 2'000, 40});
    const std::filesystem::path root = corpusFolder(corpus, "one") / "live" / "stack0";
    for (auto _ : state)
        benchmark::DoNotOptimize(terraform::load(root, {}, Task{}));
    report(state, corpus, 0);
}
BENCHMARK(loadOne)->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
