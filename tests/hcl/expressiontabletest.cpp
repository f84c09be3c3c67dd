// SPDX-License-Identifier: MIT
// Every row of data/expressions.tsv, which the real `terraform console` has written (refreshexpressions.py).
#include "core/base/filereader.h"
#include "core/hcl/diagnostic.h"
#include "core/hcl/evaluator.h"
#include "core/hcl/json.h"
#include "core/hcl/literal.h"
#include "core/hcl/parser.h"
#include "core/hcl/scope.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

using namespace drydock;
using namespace drydock::hcl;
namespace fs = std::filesystem;

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

/// The names of data/console.tf. A variable without a value is unknown in a console.
VariableScope consoleNames()
{
    const auto unknown = [](const Type &type) { return Value::unknown(type); };
    const Type text = Type::string();
    const Value secrets = Value::list(text, {Value::string("a"), Value::string("b")});
    VariableScope scope;
    scope.set("var", Value::object({{"any", unknown({})},
                                    {"text", unknown(text)},
                                    {"number", unknown(Type::number())},
                                    {"bool", unknown(Type::boolean())},
                                    {"list", unknown(Type::list(text))},
                                    {"numbers", unknown(Type::list(Type::number()))},
                                    {"bools", unknown(Type::list(Type::boolean()))},
                                    {"set", unknown(Type::set(text))},
                                    {"map", unknown(Type::map(text))},
                                    {"listmap", unknown(Type::map(Type::list(text)))},
                                    {"object", unknown(Type::object({{"a", text}, {"b", Type::number()}}))},
                                    {"secret", Value::string("swordfish").withMarks(Marks::sensitive())},
                                    {"secrets", secrets.withMarks(Marks::sensitive())},
                                    {"nothing", Value::null(text)},
                                    {"nolist", Value::null(Type::list(text))},
                                    {"nomap", Value::null(Type::map(text))}}));
    scope.set("terraform_data", Value::object({{"unknown", unknown({})}}));
    scope.set("path", Value::object({{"module", Value::string(".")}, {"root", Value::string(".")}}));
    scope.set("terraform", Value::object({{"workspace", Value::string("default")}}));
    return scope;
}

/// The only argument of `type(...)`, which only a console has; else the expression itself.
Expression askedFor(const Expression &expression)
{
    if (expression.kind() != ExpressionKind::Call || expression.functionName() != "type")
        return expression;
    return *expression.arguments().begin();
}

/// What the console would print, errors as `error: SUMMARY: DETAIL` on one line.
std::string printed(const std::string &expression)
{
    static const VariableScope scope = consoleNames();
    const fs::path empty = fs::temp_directory_path() / "drydock-no-such-folder";
    EvaluationContext context;
    context.scope = &scope;
    context.fileRoot = empty;
    const ParsedFile parsed = parseExpression(SourceFile("<console-input>", expression));
    std::vector<Diagnostic> diagnostics = parsed.diagnostics;
    Value value;
    const Expression asked = askedFor(parsed.expression());
    if (parsed.ok())
        value = evaluate(asked, context, diagnostics);
    if (diagnostics.empty())
        return asked == parsed.expression() ? toSource(value, Layout::Indented) : toSource(value.type());
    std::string detail = diagnostics.front().detail;
    for (char &c : detail)
        c = c == '\n' ? ' ' : c;
    return "error: " + diagnostics.front().summary + ": " + detail;
}

/// Where Drydock knows more than `terraform console`, or promises less, on purpose.
std::string_view deviation(const std::string &expression)
{
    static const std::map<std::string, std::string_view, std::less<>> all{
        {"var.bool && false", "decided without the unknown side, as Terraform itself does from 1.12 on"},
        {"false && var.bool", "likewise"},
        {"var.bool || true", "likewise"},
        {"true || var.bool", "likewise"},
        {R"([for x in ["a", "b"] : x if true || var.bool])", "likewise"},
        {R"(matchkeys([var.text, "b"], ["1", "2"], ["2"]))", "only known values decide, so the result is known"},
        {R"(matchkeys(["a", "b"], ["1", "2"], [var.text, "b"]))", "the unknown key may match, so nothing is known yet"},
        {"length(var.list) > -1", "bounds of unknown numbers are not kept"},
        {R"(var.bool ? tolist(["a"]) : tolist(["b"]))", "the length of an unknown list is not kept"},
        {R"(provider::nope::f("a"))", "functions of providers are unknown: no provider is run"},
    };
    const auto found = all.find(expression);
    return found != all.end() ? found->second : std::string_view();
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
    ASSERT_GE(all.size(), 2000U);
    for (const Row &row : all) {
        const std::string actual = printed(row.expression);
        const std::string_view reason = deviation(row.expression);
        EXPECT_EQ(agrees(row.expected, actual), reason.empty())
            << row.expression << "\nTerraform: " << row.expected << "\nDrydock:   " << actual << '\n'
            << reason;
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
