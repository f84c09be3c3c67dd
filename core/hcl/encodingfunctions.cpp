// SPDX-License-Identifier: MIT
#include "core/base/encoding.h"
#include "core/hcl/csv.h"
#include "core/hcl/json.h"
#include "core/hcl/standardfunctions.h"
#include "core/hcl/unicode.h"

#include <algorithm>
#include <map>
#include <set>

namespace drydock::hcl {

static const std::string &text(Arguments arguments, std::size_t index)
{
    return arguments[index].asString();
}

static CallResult jsonencode(Arguments arguments)
{
    const Value &value = arguments[0];
    const Marks marks = value.deepMarks();
    auto json = toJson(value);
    if (json)
        return Value::string(std::move(*json)).withMarks(marks);
    if (value.isWhollyKnown())
        return callError(json.error().message);
    Refinement refinement = notNull();
    if (value.isKnown())
        refinement.prefix = value.kind() == Kind::Map || value.kind() == Kind::Object ? "{" : "[";
    refinement.json = value;
    return Value::unknown(Type::string(), std::move(refinement)).withMarks(marks);
}

static CallResult jsondecode(Arguments arguments)
{
    const Value &value = arguments[0];
    if (value.isUnknown()) {
        const Refinement *refinement = value.refinement();
        if (refinement != nullptr && refinement->json)
            return refinement->json->withMarks(value.marks());
        return Value::unknown().withMarks(value.marks());
    }
    auto decoded = fromJson(value.asString());
    if (!decoded)
        return callError(decoded.error().message);
    return decoded->withMarks(value.marks());
}

static CallResult base64decode(Arguments arguments)
{
    auto bytes = base64Decode(text(arguments, 0));
    if (!bytes)
        return callError("failed to decode base64 data \"" + text(arguments, 0) + "\"");
    if (!isValidUtf8(*bytes))
        return callError("the result of decoding the provided string is not valid UTF-8");
    return Value::string(normalized(std::move(*bytes)));
}

static CallResult urlencode(Arguments arguments)
{
    // Go's url.QueryEscape: a space is a plus.
    const std::string &in = text(arguments, 0);
    std::string out;
    for (std::size_t at = 0; at <= in.size();) {
        const std::size_t space = std::min(in.find(' ', at), in.size());
        out += percentEncode(std::string_view(in).substr(at, space - at));
        out += space < in.size() ? "+" : "";
        at = space + 1;
    }
    return Value::string(std::move(out));
}

static std::string lowerName(std::string name)
{
    std::ranges::transform(name, name.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return name;
}

static CallResult textencodebase64(Arguments arguments)
{
    std::string bytes;
    switch (encodeText(text(arguments, 0), lowerName(text(arguments, 1)), bytes)) {
    case EncodingOutcome::UnknownEncoding:
        return callError("\"" + text(arguments, 1) +
                             "\" is not a supported IANA encoding name or alias in this Terraform version",
                         1);
    case EncodingOutcome::Unrepresentable:
        return callError("the given string contains characters that cannot be represented in " + text(arguments, 1), 0);
    default:
        return Value::string(base64Encode(bytes));
    }
}

static CallResult textdecodebase64(Arguments arguments)
{
    auto bytes = base64Decode(text(arguments, 0));
    if (!bytes)
        return callError("the source string is invalid: " + bytes.error().message, 0);
    std::string out;
    switch (decodeText(*bytes, lowerName(text(arguments, 1)), out)) {
    case EncodingOutcome::UnknownEncoding:
        return callError("\"" + text(arguments, 1) +
                             "\" is not a supported IANA encoding name or alias in this Terraform version",
                         1);
    case EncodingOutcome::Unrepresentable:
        return callError("the source string contains bytes that are no " + text(arguments, 1), 0);
    default:
        return Value::string(normalized(std::move(out)));
    }
}

static CallResult csvdecode(Arguments arguments)
{
    auto records = readCsv(text(arguments, 0));
    if (!records)
        return callError("CSV " + records.error().message);
    if (records->empty())
        return callError("missing header line");
    const auto &names = records->front();
    std::vector<TypeAttribute> attributes;
    std::set<std::string_view> seen;
    for (const std::string &name : names) {
        if (!seen.insert(name).second)
            return callError("duplicate column name \"" + name + "\"");
        attributes.push_back({name, Type::string(), Presence::Required});
    }
    std::vector<Value> rows;
    for (std::size_t row = 1; row < records->size(); ++row) {
        Fields fields;
        for (std::size_t i = 0; i < names.size(); ++i)
            fields.push_back({names[i], Value::string(normalized((*records)[row][i]))});
        rows.push_back(Value::object(std::move(fields)));
    }
    return Value::list(Type::object(std::move(attributes)), std::move(rows));
}

void addEncodingFunctions(FunctionTable &table)
{
    const Type string = Type::string();
    define(table, "jsonencode", {{"val", Type(), Accepts::Everything}}, string, jsonencode);
    define(table, "jsondecode", {{"str", string, Accepts::Unknown | Accepts::Marked}}, Type(), jsondecode);
    define(table, "base64encode", {{"str", string}}, string,
           [](Arguments a) { return Value::string(base64Encode(text(a, 0))); });
    define(table, "base64decode", {{"str", string}}, string, base64decode);
    define(table, "urlencode", {{"str", string}}, string, urlencode);
    define(table, "textencodebase64", {{"string", string}, {"encoding", string}}, string, textencodebase64);
    define(table, "textdecodebase64", {{"source", string}, {"encoding", string}}, string, textdecodebase64);
    define(table, "csvdecode", {{"str", string}}, Type(), csvdecode);
}

} // namespace drydock::hcl
