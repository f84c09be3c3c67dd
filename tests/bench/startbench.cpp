// SPDX-License-Identifier: MIT
// Whole processes, from start to end: what a user waits for at the command line and before the window is there.
#include "tests/bench/corpus.h"

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <string>

using namespace drydock;
namespace fs = std::filesystem;

static fs::path program(const char *name)
{
    return fs::path(DRYDOCK_BIN_DIR) / name;
}

/// `drydockctl scan` with a report to nowhere; its exit code is the gate's verdict and not looked at.
static void scanFromStart(benchmark::State &state)
{
    const auto files = static_cast<std::size_t>(state.range(0));
    const fs::path folder = fs::path(DRYDOCK_BINARY_DIR) / "bench" / ("corpus-" + std::to_string(files));
    bench::writeCorpus(bench::makeCorpus({files}), folder);
    const std::string command =
        program("drydockctl").string() + " scan '" + folder.string() + "' --format json >/dev/null 2>&1";
    for (auto _ : state)
        benchmark::DoNotOptimize(std::system(command.c_str()));
    state.counters["files"] = static_cast<double>(files);
}
BENCHMARK(scanFromStart)->Arg(50)->Arg(500)->Arg(5000)->Unit(benchmark::kMillisecond)->UseRealTime();

/// `drydock --print-startup`: the process until the first paint, offscreen, on an empty workspace.
static void windowToFirstPaint(benchmark::State &state)
{
    const fs::path workspace = fs::path(DRYDOCK_BINARY_DIR) / "bench" / "workspace";
    if (!fs::exists(program("drydock")))
        return state.SkipWithError("the workbench was not built (DRYDOCK_GUI is off)");
    const std::string command = "QT_QPA_PLATFORM=offscreen " + program("drydock").string() + " --workspace '" +
                                workspace.string() + "' --print-startup >/dev/null 2>&1";
    for (auto _ : state)
        if (std::system(command.c_str()) != 0)
            return state.SkipWithError("the workbench did not start");
}
BENCHMARK(windowToFirstPaint)->Unit(benchmark::kMillisecond)->UseRealTime();

BENCHMARK_MAIN();
