// SPDX-License-Identifier: MIT
#include "core/base/encoding.h"
#include "core/hcl/cidr.h"
#include "core/hcl/compression.h"
#include "core/hcl/standardfunctions.h"
#include "core/hcl/unicode.h"

namespace drydock::hcl {

static CallResult base64gunzip(Arguments arguments)
{
    constexpr std::size_t limit = 64U << 20U;
    const auto bytes = base64Decode(arguments[0].asString());
    if (!bytes)
        return callError("failed to decode base64 data \"" + arguments[0].asString() + "\"");
    auto text = gunzip(*bytes, limit);
    if (!text)
        return callError("failed to gunzip bytestream: " + text.error().message);
    if (!isValidUtf8(*text))
        return callError("the result of decompressing the provided string is not valid UTF-8");
    return Value::string(normalized(std::move(*text)));
}

/// As Go's url.QueryUnescape.
static CallResult urldecode(Arguments arguments)
{
    std::string text = arguments[0].asString();
    for (char &c : text)
        c = c == '+' ? ' ' : c;
    auto decoded = percentDecode(text);
    if (!decoded)
        return callError("failed to decode URL '" + arguments[0].asString() + "': " + decoded.error().message);
    if (!isValidUtf8(*decoded))
        return callError("failed to decode URL '" + arguments[0].asString() + "': the result is not valid UTF-8");
    return Value::string(normalized(std::move(*decoded)));
}

static CallResult cidrcontains(Arguments arguments)
{
    const std::string &prefix = arguments[0].asString();
    const std::string &address = arguments[1].asString();
    const auto containing = Network::parse(prefix);
    if (!containing)
        return callError(containing.error().message);
    const std::string whole = address.find(':') != std::string::npos ? "/128" : "/32";
    const auto contained = Network::parse(address.find('/') == std::string::npos ? address + whole : address);
    if (!contained)
        return callError("invalid IP address or prefix: " + address);
    if (containing->isIpv6() != contained->isIpv6())
        return callError("address family mismatch: " + prefix + " vs. " + address);
    return Value::boolean(containing->covers(*contained));
}

/// A negative index counts from the end: -1 is the last element.
static CallResult element(const Function &inTerraform, Arguments arguments, const EvaluationContext &context)
{
    const auto position = arguments[1].asNumber().toInt64();
    const auto length = static_cast<std::int64_t>(arguments[0].length());
    if (!position || *position >= 0 || length == 0)
        return inTerraform.eager(arguments, context);
    const std::int64_t wrapped = (*position % length + length) % length;
    return inTerraform.eager(std::vector<Value>{arguments[0], Value::number(Number(wrapped))}, context);
}

void addOpenTofuFunctions(FunctionTable &table)
{
    const Type string = Type::string();
    // Came with OpenTofu 1.11.
    table.remove("ephemeralasnull");
    addFormatFunctions(table, UntypedNull::Null);
    define(table, "base64gunzip", {{"str", string}}, string, base64gunzip);
    define(table, "urldecode", {{"str", string}}, string, urldecode);
    define(table, "cidrcontains", {{"containing_prefix", string}, {"contained_ip_or_prefix", string}}, Type::boolean(),
           cidrcontains);
    if (const Function *found = table.find("templatestring")) {
        // Takes any text.
        Function anyText = *found;
        anyText.lazy = nullptr;
        table.add(std::move(anyText));
    }
    if (const Function *found = table.find("element")) {
        Function extended = *found;
        extended.eager = [original = *found](Arguments arguments, const EvaluationContext &context) {
            return element(original, arguments, context);
        };
        table.add(std::move(extended));
    }
}

} // namespace drydock::hcl
