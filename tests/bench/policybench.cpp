// SPDX-License-Identifier: MIT
// Whole reviews of estates of three sizes with the shipped rules: files a second, and what the engine alone takes.
#include "core/base/clock.h"
#include "core/policy/engine.h"
#include "core/policy/review.h"
#include "core/policy/ruleset.h"
#include "core/terraform/configuration.h"
#include "core/terraform/evaluation.h"
#include "tests/bench/corpus.h"

#include <benchmark/benchmark.h>

#include <filesystem>
#include <memory>

using namespace drydock;
namespace fs = std::filesystem;

static const policy::RuleSet &rules()
{
    static const policy::RuleSet set = policy::RuleSet::loadFolder(fs::path(DRYDOCK_SOURCE_DIR) / "rules").value();
    return set;
}

static const bench::Corpus &corpus(std::size_t files)
{
    static std::map<std::size_t, bench::Corpus> made;
    auto &one = made[files];
    if (one.files.empty())
        one = bench::makeCorpus({files});
    return one;
}

static fs::path written(std::size_t files)
{
    const fs::path folder = fs::path(DRYDOCK_BINARY_DIR) / "bench" / ("corpus-" + std::to_string(files));
    bench::writeCorpus(corpus(files), folder);
    return folder;
}

/// From the files on the disk to the verdict.
static void reviewEstate(benchmark::State &state)
{
    const auto files = static_cast<std::size_t>(state.range(0));
    policy::ReviewRequest request;
    request.paths = {written(files)};
    request.threads = static_cast<unsigned>(state.range(1));
    std::size_t findings = 0;
    for (auto _ : state) {
        auto result = policy::review(request, rules(), SystemClock(), {});
        if (!result)
            return state.SkipWithError(result.error().message.c_str());
        findings = result->findings.size();
    }
    state.counters["files/s"] =
        benchmark::Counter(static_cast<double>(files * state.iterations()), benchmark::Counter::kIsRate);
    state.SetBytesProcessed(static_cast<std::int64_t>(corpus(files).bytes * state.iterations()));
    state.counters["findings"] = static_cast<double>(findings);
}
BENCHMARK(reviewEstate)
    ->ArgsProduct({{100, 1'000, 10'000}, {1, 2}})
    ->ArgNames({"files", "threads"})
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

/// The rules alone, on one root configuration that is evaluated already.
static void runEngine(benchmark::State &state)
{
    const auto files = static_cast<std::size_t>(state.range(0));
    const fs::path folder = fs::path(DRYDOCK_BINARY_DIR) / "bench" / ("oneroot-" + std::to_string(files));
    bench::writeCorpus(bench::makeCorpus({files, files, 0}), folder);
    std::vector<terraform::Evaluation> evaluations;
    const std::vector<fs::path> paths = {folder};
    const auto configurations = terraform::loadTree(paths, {}, {});
    for (const terraform::Configuration &configuration : *configurations)
        evaluations.push_back(terraform::evaluate(configuration, {}).value());
    const policy::Engine engine(rules(), {});
    for (auto _ : state)
        for (const terraform::Evaluation &evaluation : evaluations)
            benchmark::DoNotOptimize(engine.run(evaluation, {}));
    std::size_t resources = 0;
    for (const terraform::Evaluation &evaluation : evaluations)
        resources += evaluation.resources().size();
    state.counters["resources"] = static_cast<double>(resources);
    state.counters["files/s"] =
        benchmark::Counter(static_cast<double>(files * state.iterations()), benchmark::Counter::kIsRate);
}
BENCHMARK(runEngine)->Arg(100)->Arg(400)->Arg(1'600)->Unit(benchmark::kMillisecond);

/// What a cold start pays before the first file: reading the pack.
static void loadPack(benchmark::State &state)
{
    const fs::path pack = fs::path(DRYDOCK_BINARY_DIR) / "bench" / "rules.json";
    fs::create_directories(pack.parent_path());
    // As many as the catalogue is to have.
    std::vector<policy::Rule> many;
    for (std::size_t i = 0; i < 627; ++i) {
        policy::Rule rule = rules().rules()[i % rules().rules().size()];
        rule.id += "-" + std::to_string(i);
        many.push_back(std::move(rule));
    }
    (void)policy::RuleSet::create(std::move(many)).value().writePack(pack);
    for (auto _ : state)
        benchmark::DoNotOptimize(policy::RuleSet::loadPack(pack));
}
BENCHMARK(loadPack)->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
