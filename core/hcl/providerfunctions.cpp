// SPDX-License-Identifier: MIT
#include "core/hcl/providerfunctions.h"

#include "core/hcl/evaluator.h"
#include "core/hcl/formatter.h"
#include "core/hcl/literal.h"
#include "core/hcl/parser.h"
#include "core/hcl/source.h"
#include "core/hcl/standardfunctions.h"
#include "core/hcl/tree.h"

#include <optional>
#include <string>
#include <vector>

namespace drydock::hcl {

// Lists stay on one line, every attribute has a line of its own: layout comes after.
static void appendExpression(const Value &value, std::string &out)
{
    switch (value.kind()) {
    case Kind::List:
    case Kind::Set:
    case Kind::Tuple: {
        const char *separator = "[";
        for (const Value &element : value.elements()) {
            out += separator;
            appendExpression(element, out);
            separator = ", ";
        }
        out += value.elements().empty() ? "[]" : "]";
        break;
    }
    case Kind::Map:
    case Kind::Object:
        out += '{';
        for (const Field &field : value.fields()) {
            out += "\n" + (isIdentifier(field.name) ? field.name : quote(field.name)) + " = ";
            appendExpression(field.value, out);
        }
        out += value.fields().empty() ? "}" : "\n}";
        break;
    default:
        out += toSource(value);
    }
}

static CallResult encodeExpression(Arguments arguments)
{
    std::string out;
    appendExpression(arguments[0], out);
    return Value::string(formatLayout(out));
}

static CallResult encodeVariables(Arguments arguments)
{
    const Value &value = arguments[0];
    if (value.kind() != Kind::Object && value.kind() != Kind::Map)
        return callError(
            "invalid value to encode: must be an object whose attribute names will become the encoded variable names");
    std::string out;
    for (const Field &field : value.fields()) {
        if (!isIdentifier(field.name))
            return callError("invalid variable name " + quote(field.name) +
                             ": must be a valid identifier, per Terraform's rules for input variable declarations");
        out += field.name + " = ";
        appendExpression(field.value, out);
        out += '\n';
    }
    return Value::string(formatLayout(out));
}

static std::string placed(const SourceFile &source, ByteRange range, const std::string &summary,
                          const std::string &detail)
{
    const Position position = source.position(range.start);
    return source.name() + ":" + std::to_string(position.line) + "," + std::to_string(position.column) + ": " +
           summary + "; " + detail;
}

static std::optional<std::string> problemIn(const ParsedFile &parsed)
{
    for (const Diagnostic &diagnostic : parsed.diagnostics)
        if (diagnostic.severity == Severity::Error)
            return "invalid tfvars syntax: " +
                   placed(parsed.source(), diagnostic.range, diagnostic.summary, diagnostic.detail);
    for (const Block block : parsed.body().blocks())
        return "invalid tfvars content: " + placed(parsed.source(), block.typeRange(),
                                                   "Unexpected \"" + std::string(block.type()) + "\" block",
                                                   "Blocks are not allowed here.");
    return std::nullopt;
}

static CallResult decodeVariables(Arguments arguments)
{
    const ParsedFile parsed = parse(SourceFile("<decode_tfvars argument>", arguments[0].asString()));
    if (std::optional<std::string> problem = problemIn(parsed))
        return callError(*std::move(problem));
    static const FunctionTable noFunctions;
    EvaluationContext context;
    context.functions = &noFunctions;
    Fields fields;
    for (const Attribute attribute : parsed.body().attributes()) {
        std::vector<Diagnostic> found;
        Value value = evaluate(attribute.value(), context, found);
        if (hasErrors(found))
            return callError("invalid expression for variable \"" + std::string(attribute.name()) + "\": " +
                             placed(parsed.source(), found.front().range, found.front().summary, found.front().detail));
        // What cannot be decided without names, a call for example, is no value of a variable.
        if (!value.isWhollyKnown())
            return callError("invalid expression for variable \"" + std::string(attribute.name()) +
                             "\": neither variables nor functions may be used in it");
        fields.push_back({std::string(attribute.name()), std::move(value)});
    }
    return Value::object(std::move(fields));
}

void addBuiltinProviderFunctions(FunctionTable &table, std::string_view name)
{
    const std::string prefix = "provider::" + std::string(name) + "::";
    define(table, prefix + "encode_tfvars", {{"value", Type()}}, Type::string(), encodeVariables);
    define(table, prefix + "decode_tfvars", {{"src", Type::string()}}, Type(), decodeVariables);
    define(table, prefix + "encode_expr", {{"value", Type()}}, Type::string(), encodeExpression);
}

} // namespace drydock::hcl
