// SPDX-License-Identifier: MIT
#include "app/cli/consolecommand.h"

#include "app/cli/consolelines.h"
#include "core/hcl/diagnostic.h"
#include "core/hcl/function.h"
#include "core/hcl/lexer.h"

#include <memory>
#include <ostream>
#include <vector>

namespace drydock::cli {

void ConsoleCommand::configure(CommandOptions options)
{
    m_options.declare(options);
    options.footer("Reads expressions from standard input, one after the other; `help` tells more.\n"
                   "Exit codes: 0 done, 2 an expression from a pipe is wrong, or the configuration cannot be loaded.");
}

bool isUnfinished(std::string_view text)
{
    // As if Enter was pressed: heredocs begin and end with whole lines.
    const std::string lines = std::string(text) + '\n';
    hcl::Lexer lexer(lines);
    std::vector<hcl::TokenKind> open;
    for (;;) {
        const hcl::Token token = lexer.next();
        switch (token.kind) {
        case hcl::TokenKind::OpenBrace:
        case hcl::TokenKind::OpenBracket:
        case hcl::TokenKind::OpenParen:
        case hcl::TokenKind::OpenQuote:
        case hcl::TokenKind::OpenHeredoc:
        case hcl::TokenKind::Interpolation:
        case hcl::TokenKind::Control:
            open.push_back(token.kind);
            break;
        case hcl::TokenKind::CloseBrace:
        case hcl::TokenKind::CloseBracket:
        case hcl::TokenKind::CloseParen:
        case hcl::TokenKind::CloseQuote:
        case hcl::TokenKind::CloseHeredoc:
        case hcl::TokenKind::SequenceEnd:
            if (!open.empty())
                open.pop_back();
            break;
        case hcl::TokenKind::EndOfFile:
            // A quoted string ends in its line, so an open one is a mistake and not a beginning.
            return !open.empty() && open.back() != hcl::TokenKind::OpenQuote;
        default:
            break;
        }
    }
}

static std::string parameterText(const hcl::Parameter &parameter)
{
    return parameter.name + " " + parameter.type.source();
}

static void describe(std::ostream &out, const hcl::Function &function)
{
    std::string list;
    for (const hcl::Parameter &parameter : function.parameters)
        list += (list.empty() ? "" : ", ") + parameterText(parameter);
    if (function.variadic)
        list += (list.empty() ? "..." : ", ...") + parameterText(*function.variadic);
    out << function.name << '(' << list << ") " << function.returns.source() << "\n\n" << function.description << '\n';
    for (const hcl::Parameter &parameter : function.parameters)
        out << "  " << parameter.name << ": " << parameter.description << '\n';
    if (function.variadic)
        out << "  " << function.variadic->name << ": " << function.variadic->description << '\n';
}

static void help(Console &console, const hcl::FunctionTable &functions, const std::string &topic)
{
    if (!topic.empty()) {
        if (const hcl::Function *function = functions.find(topic))
            describe(console.out, *function);
        else
            console.out << "There is no function named \"" << topic << "\".\n";
        return;
    }
    console.out
        << "Write an expression and press Enter to see its value: var.name, local.name, module.name.output,\n"
           "what is written of resources (aws_instance.web.ami), and all functions. An open bracket or heredoc\n"
           "goes on in the next line. What only apply can tell is (known after apply).\n"
           "\n"
           "  type(EXPRESSION)  the type of a value\n"
           "  help FUNCTION     what a function does\n"
           "  exit              leave; so does Ctrl+D\n";
}

static std::string trimmed(const std::string &text)
{
    const std::size_t from = text.find_first_not_of(" \t\r\n");
    return from == std::string::npos ? std::string() : text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

ConsoleCommand::After ConsoleCommand::answer(Console &console, terraform::ExpressionSession &session,
                                             const std::string &text)
{
    const std::string line = trimmed(text);
    if (line.empty())
        return After::GoOn;
    if (line == "exit")
        return After::Exit;
    if (line == "help" || line.starts_with("help ")) {
        help(console, session.functions(), trimmed(line.substr(4)));
        return After::GoOn;
    }
    const auto outcome = session.evaluate(text);
    for (const hcl::Diagnostic &diagnostic : outcome.diagnostics)
        console.err << hcl::render(diagnostic, outcome.parsed.source());
    if (!outcome.ok())
        return After::Failed;
    console.out << outcome.text() << std::endl;
    return After::GoOn;
}

int ConsoleCommand::run(Console &console)
{
    auto session = m_options.start(console);
    if (!session)
        return report(console, session.error());
    const std::unique_ptr<ConsoleLines> lines = openConsoleLines(console);
    std::string text;
    while (const auto line = lines->next(text.empty() ? "> " : ": ")) {
        text += *line;
        if (isUnfinished(text)) {
            text += '\n';
            continue;
        }
        const After after = answer(console, *session, text);
        text.clear();
        if (after == After::Exit)
            return Success;
        if (after == After::Failed && !lines->isInteractive())
            return Unusable;
    }
    if (!text.empty() && answer(console, *session, text) == After::Failed && !lines->isInteractive())
        return Unusable;
    return Success;
}

} // namespace drydock::cli
