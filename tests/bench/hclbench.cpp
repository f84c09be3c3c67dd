// SPDX-License-Identifier: MIT
#include "core/hcl/formatter.h"
#include "core/hcl/jsonsyntax.h"
#include "core/hcl/lexer.h"
#include "core/hcl/parser.h"
#include "tests/bench/realistichcl.h"

#include <benchmark/benchmark.h>

using namespace drydock;

static constexpr std::int64_t MB = 1'000'000;

static const std::string &sample(const benchmark::State &state)
{
    static std::string text;
    static std::int64_t size = 0;
    if (size != state.range(0)) {
        size = state.range(0);
        text = realisticHcl(static_cast<std::size_t>(size * MB));
    }
    return text;
}

static void countBytes(benchmark::State &state, std::size_t bytes)
{
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}

static void lex(benchmark::State &state)
{
    const std::string &text = sample(state);
    std::uint64_t tokens = 0;
    for (auto _ : state) {
        tokens = 0;
        hcl::Lexer lexer(text);
        while (lexer.next().kind != hcl::TokenKind::EndOfFile)
            ++tokens;
        benchmark::DoNotOptimize(tokens);
    }
    countBytes(state, text.size());
    state.counters["bytes_per_token"] = static_cast<double>(text.size()) / static_cast<double>(tokens);
}

static void lexAndParse(benchmark::State &state)
{
    const std::string &text = sample(state);
    std::size_t memory = 0;
    for (auto _ : state) {
        state.PauseTiming();
        hcl::SourceFile source("bench.tf", text);
        state.ResumeTiming();
        const hcl::ParsedFile file = hcl::parse(std::move(source));
        memory = file.tree->memory();
        if (!file.ok())
            state.SkipWithError("the sample does not parse");
    }
    countBytes(state, text.size());
    state.counters["tree_bytes_per_byte"] = static_cast<double>(memory) / static_cast<double>(text.size());
}

/// Resources as a machine writes them: templates, escapes, nested objects.
static std::string machineJson(std::size_t size)
{
    std::string text = "{\"resource\": {\"aws_instance\": {";
    for (std::size_t at = 0; text.size() < size; ++at) {
        const std::string number = std::to_string(at);
        text += (at == 0 ? "\n" : ",\n");
        text += "  \"web-" + number + "\": {\n    \"ami\": \"${data.aws_ami.base.id}\",\n    \"count\": " + number +
                ",\n    \"user_data\": \"#!/bin/sh\\nset -e\\necho \\\"host ${count.index}\\\"\\n\",\n"
                "    \"tags\": {\"Name\": \"web-${var.stage}-" +
                number +
                "\", \"Owner\": \"platform\"},\n    \"root_block_device\": [{\"encrypted\": true, \"size\": 8.5}]\n  }";
    }
    return text + "\n}}}\n";
}

static void parseJsonSyntax(benchmark::State &state)
{
    const std::string text = machineJson(static_cast<std::size_t>(state.range(0) * MB));
    const auto schema = hcl::argumentsOnly(hcl::StringMeaning::Template);
    std::size_t memory = 0;
    for (auto _ : state) {
        state.PauseTiming();
        hcl::SourceFile source("bench.tf.json", text);
        state.ResumeTiming();
        const hcl::ParsedFile file = hcl::parseJson(std::move(source), *schema);
        memory = file.tree->memory();
        if (!file.ok())
            state.SkipWithError("the sample does not parse");
    }
    countBytes(state, text.size());
    state.counters["tree_bytes_per_byte"] = static_cast<double>(memory) / static_cast<double>(text.size());
}

static void format(benchmark::State &state)
{
    const std::string &text = sample(state);
    const hcl::ParsedFile file = hcl::parse(hcl::SourceFile("bench.tf", text));
    for (auto _ : state)
        benchmark::DoNotOptimize(hcl::format(file));
    countBytes(state, text.size());
}

static void parseAndFormat(benchmark::State &state)
{
    const std::string &text = sample(state);
    for (auto _ : state)
        benchmark::DoNotOptimize(hcl::format(hcl::parse(hcl::SourceFile("bench.tf", text))));
    countBytes(state, text.size());
}

BENCHMARK(lex)->Arg(1)->Arg(10)->Arg(100)->Unit(benchmark::kMillisecond);
BENCHMARK(lexAndParse)->Arg(1)->Arg(10)->Arg(100)->Unit(benchmark::kMillisecond);
BENCHMARK(parseJsonSyntax)->Arg(1)->Arg(10)->Arg(30)->Unit(benchmark::kMillisecond);
BENCHMARK(format)->Arg(1)->Arg(10)->Arg(100)->Unit(benchmark::kMillisecond);
BENCHMARK(parseAndFormat)->Arg(1)->Arg(10)->Arg(100)->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
