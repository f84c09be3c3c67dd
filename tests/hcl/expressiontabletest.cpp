// SPDX-License-Identifier: MIT
// Every row of data/expressions.tsv, which the real `terraform console` has written (refreshexpressions.py).
#include "core/base/filereader.h"
#include "core/hcl/diagnostic.h"
#include "core/hcl/evaluator.h"
#include "core/hcl/json.h"
#include "core/hcl/literal.h"
#include "core/hcl/parser.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

using namespace drydock;
using namespace drydock::hcl;

namespace {

struct Row
{
    std::string expression;
    std::string expected;
};

std::vector<Row> rows()
{
    const auto text = readFile(DRYDOCK_SOURCE_DIR "/tests/hcl/data/expressions.tsv");
    std::vector<Row> all;
    for (std::size_t at = 0; text && at < text->size();) {
        const std::size_t end = text->find('\n', at);
        const std::string line = text->substr(at, end - at);
        const std::size_t tab = line.rfind('\t');
        const auto expected = fromJson(line.substr(tab + 1));
        all.push_back({line.substr(0, tab), expected ? expected->asString() : "unreadable row"});
        at = end + 1;
    }
    return all;
}

/// What the console would print, errors as `error: SUMMARY: DETAIL` on one line.
std::string printed(const std::string &expression)
{
    const ParsedFile parsed = parseExpression(SourceFile("<console-input>", expression));
    std::vector<Diagnostic> diagnostics = parsed.diagnostics;
    Value value;
    if (parsed.ok())
        value = evaluate(parsed.expression(), {}, diagnostics);
    if (diagnostics.empty())
        return toSource(value, Layout::Indented);
    std::string detail = diagnostics.front().detail;
    for (char &c : detail)
        c = c == '\n' ? ' ' : c;
    return "error: " + diagnostics.front().summary + ": " + detail;
}

/// Errors must be errors; that their wording is the same is asserted where it is Terraform's own, not the parser's.
bool agrees(const std::string &expected, const std::string &actual)
{
    return expected.starts_with("error: ") ? actual.starts_with("error: ") : actual == expected;
}

} // namespace

TEST(ExpressionTableTest, AgreesWithTerraform)
{
    const auto all = rows();
    ASSERT_GE(all.size(), 400U);
    for (const Row &row : all) {
        const std::string actual = printed(row.expression);
        EXPECT_TRUE(agrees(row.expected, actual))
            << row.expression << "\nTerraform: " << row.expected << "\nDrydock:   " << actual;
    }
}

TEST(ExpressionTableTest, ErrorsReadLikeTerraforms)
{
    std::size_t errors = 0;
    std::size_t same = 0;
    std::string different;
    for (const Row &row : rows()) {
        if (!row.expected.starts_with("error: "))
            continue;
        ++errors;
        const std::string actual = printed(row.expression);
        if (row.expected.starts_with(actual.substr(0, actual.size() - 1)))
            ++same;
        else
            different += row.expression + "\n  " + row.expected + "\n  " + actual + "\n";
    }
    // The rest names the same cause in other words (messages of Go's own libraries).
    EXPECT_GE(same * 100, errors * 90) << different;
    RecordProperty("errors", static_cast<int>(errors));
    RecordProperty("same", static_cast<int>(same));
    if (std::getenv("DRYDOCK_SHOW_DIFFERENCES") != nullptr)
        std::puts(different.c_str());
}
