// SPDX-License-Identifier: MIT
// What an editor asks after each key press: in a configuration of 2,000 files, and in one file of 10,000 lines.
#include "core/hcl/parser.h"
#include "core/language/completion.h"
#include "core/language/definition.h"
#include "core/language/folding.h"
#include "core/language/hover.h"
#include "core/language/outline.h"
#include "core/language/problems.h"
#include "core/language/references.h"
#include "core/language/rename.h"
#include "core/language/snapshot.h"
#include "tests/bench/corpus.h"
#include "tests/bench/realistichcl.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

using namespace drydock;
using language::Snapshot;

namespace {

/// A snapshot, the file that is typed in, and two texts of it that differ by one key press.
struct Typing
{
    Snapshot snapshot;
    std::filesystem::path file;
    std::string before;
    std::string after;
    std::uint32_t caret = 0;
};

Typing typingIn(Snapshot snapshot, const std::filesystem::path &file)
{
    Typing typing;
    typing.file = file;
    typing.before = std::string(snapshot.text(file));
    // In the middle of the text, where a value begins.
    const std::size_t at = typing.before.find("= ", typing.before.size() / 2) + 2;
    typing.before.insert(at, "var.");
    typing.after = typing.before;
    typing.after.insert(at + 4, "n");
    typing.caret = static_cast<std::uint32_t>(at) + 5;
    typing.snapshot = snapshot.withText(file, typing.before);
    return typing;
}

// One root of 2,000 files that calls 40 modules.
const Typing &manyFiles()
{
    static const Typing Made = [] {
        const bench::Corpus corpus = bench::makeCorpus({2'000, 2'000, 40});
        const std::filesystem::path folder = std::filesystem::path(DRYDOCK_BINARY_DIR) / "corpus" / "one";
        bench::writeCorpus(corpus, folder);
        Snapshot snapshot = Snapshot::open(folder, {}, Task{}).value();
        const std::vector<std::filesystem::path> files = snapshot.files();
        const auto inRoot = std::find_if(files.begin(), files.end(), [](const std::filesystem::path &file) {
            return file.native().find("stack0") != std::string::npos;
        });
        return typingIn(std::move(snapshot), *inRoot);
    }();
    return Made;
}

// 10,000 lines in one file.
const Typing &longFile()
{
    static const Typing Made = [] {
        std::string text = realisticHcl(500'000);
        std::size_t end = 0;
        for (int line = 0; line < 10'000 && end != std::string::npos; ++line)
            end = text.find('\n', end + 1);
        text.resize(std::min(end, text.size()));
        const std::filesystem::path folder = std::filesystem::path(DRYDOCK_BINARY_DIR) / "corpus" / "long";
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "main.tf", std::ios::binary) << text;
        Snapshot snapshot = Snapshot::open(folder, {}, Task{}).value();
        const std::filesystem::path file = snapshot.files().front();
        return typingIn(std::move(snapshot), file);
    }();
    return Made;
}

const Typing &typing(const benchmark::State &state)
{
    return state.range(0) == 0 ? manyFiles() : longFile();
}

} // namespace

static void openSnapshot(benchmark::State &state)
{
    const std::filesystem::path root = typing(state).snapshot.root();
    for (auto _ : state)
        benchmark::DoNotOptimize(Snapshot::open(root, {}, Task{}).value());
    state.counters["files"] = static_cast<double>(typing(state).snapshot.files().size());
}

static void keyPress(benchmark::State &state)
{
    const Typing &at = typing(state);
    Snapshot snapshot = at.snapshot;
    bool isAfter = false;
    for (auto _ : state) {
        isAfter = !isAfter;
        snapshot = snapshot.withText(at.file, isAfter ? at.after : at.before);
        benchmark::DoNotOptimize(snapshot);
    }
    state.counters["bytes"] = static_cast<double>(at.after.size());
}

static void keyPressAndCompletion(benchmark::State &state)
{
    const Typing &at = typing(state);
    std::size_t items = 0;
    for (auto _ : state) {
        const Snapshot snapshot = at.snapshot.withText(at.file, at.after);
        items = language::complete(snapshot, at.file, at.caret).items.size();
    }
    state.counters["items"] = static_cast<double>(items);
}

static void keyPressAndOutline(benchmark::State &state)
{
    const Typing &at = typing(state);
    for (auto _ : state) {
        const Snapshot snapshot = at.snapshot.withText(at.file, at.after);
        benchmark::DoNotOptimize(language::outline(*snapshot.file(at.file)));
        benchmark::DoNotOptimize(language::foldingRanges(*snapshot.file(at.file)));
    }
}

static void keyPressAndProblems(benchmark::State &state)
{
    const Typing &at = typing(state);
    std::size_t problems = 0;
    for (auto _ : state) {
        const Snapshot snapshot = at.snapshot.withText(at.file, at.after);
        problems = language::moduleProblems(snapshot, at.file, Task{}).value().size();
    }
    state.counters["problems"] = static_cast<double>(problems);
}

static void brackets(benchmark::State &state)
{
    const Typing &at = typing(state);
    for (auto _ : state)
        benchmark::DoNotOptimize(language::matchingBrackets(at.after, at.caret));
}

static language::Symbol someSymbol(const Typing &at)
{
    const std::vector<language::Definition> all = language::findSymbols(at.snapshot, "", 1'000'000);
    const auto it = std::find_if(all.begin(), all.end(), [](const language::Definition &one) {
        return one.symbol.kind == language::SymbolKind::Variable || one.symbol.kind == language::SymbolKind::Resource;
    });
    return it->symbol;
}

static void findReferences(benchmark::State &state)
{
    const Typing &at = typing(state);
    const language::Symbol symbol = someSymbol(at);
    for (auto _ : state)
        benchmark::DoNotOptimize(language::references(at.snapshot, symbol));
}

static void renameSymbol(benchmark::State &state)
{
    const Typing &at = typing(state);
    const language::Symbol symbol = someSymbol(at);
    for (auto _ : state)
        benchmark::DoNotOptimize(language::rename(at.snapshot, symbol, "another_name"));
}

BENCHMARK(openSnapshot)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(keyPress)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(keyPressAndCompletion)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(keyPressAndOutline)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(keyPressAndProblems)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(brackets)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(findReferences)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(renameSymbol)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
