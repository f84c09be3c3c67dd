// SPDX-License-Identifier: MIT
#include "app/cli/evalcommand.h"

#include "app/cli/valuedocument.h"
#include "core/hcl/conversion.h"
#include "core/hcl/diagnostic.h"

#include <iterator>
#include <ostream>

namespace drydock::cli {

void EvalCommand::configure(CommandOptions options)
{
    options.add("EXPRESSION", m_expression, "For example 'cidrsubnet(var.network, 8, 1)'; - reads standard input")
        .required();
    m_options.declare(options);
    options.add("--format", m_format, "text (as terraform console prints it) or json")
        .choices({"text", "json"})
        .showDefault();
    options.addFlag("--raw", m_raw, "Print a string, number or bool as it is, without quotes and final newline");
    options.footer(
        "Exit codes: 0 the expression has a value (which may be unknown), 2 it is wrong or cannot be evaluated.");
}

int EvalCommand::printRaw(Console &console, const hcl::Value &value) const
{
    const auto text = hcl::convert(value, hcl::Type::string());
    if (!text || !text->is(hcl::Kind::String) || text->hasMarks())
        return report(console,
                      Error{"eval.raw", "Only a known string, number or bool that is not sensitive can be printed raw.",
                            m_expression, "Leave --raw out to see what the value is."});
    console.out << text->asString();
    return Success;
}

int EvalCommand::run(Console &console)
{
    auto session = m_options.start(console);
    if (!session)
        return report(console, session.error());
    std::string text = m_expression;
    if (text == "-")
        text.assign(std::istreambuf_iterator<char>(console.in), {});
    const auto outcome = session->evaluate(std::move(text), "<expression>");
    for (const hcl::Diagnostic &diagnostic : outcome.diagnostics)
        console.err << hcl::render(diagnostic, outcome.parsed.source());
    if (m_format == "json")
        console.out << evaluationDocument(outcome);
    else if (outcome.ok() && m_raw && !outcome.type)
        return printRaw(console, outcome.value);
    else if (outcome.ok())
        console.out << outcome.text() << '\n';
    return outcome.ok() ? Success : Unusable;
}

} // namespace drydock::cli
