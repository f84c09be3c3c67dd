// SPDX-License-Identifier: MIT
#include "core/base/encoding.h"
#include "core/hcl/compression.h"
#include "core/hcl/evaluator.h"
#include "core/hcl/passwordhash.h"
#include "core/hcl/standardfunctions.h"
#include "core/hcl/timestamp.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <random>

namespace drydock::hcl {

static CallResult now(Arguments /*arguments*/, const EvaluationContext & /*context*/)
{
    const auto time = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return Value::string(Timestamp{time.time_since_epoch().count(), 0, 0}.text());
}

static CallResult planTime(Arguments arguments, const EvaluationContext &context)
{
    return context.planTime == 0 ? now(arguments, context) : Value::string(Timestamp{context.planTime, 0, 0}.text());
}

static CallResult randomUuid(Arguments /*arguments*/, const EvaluationContext & /*context*/)
{
    std::random_device source;
    std::array<std::uint8_t, 16> bytes{};
    for (std::uint8_t &byte : bytes)
        byte = static_cast<std::uint8_t>(source());
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0FU) | 0x40U);
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3FU) | 0x80U);
    std::string text = hexEncode(bytes);
    for (const std::size_t at : {8U, 13U, 18U, 23U})
        text.insert(at, "-");
    return Value::string(std::move(text));
}

static CallResult bcrypt(Arguments arguments, const EvaluationContext & /*context*/)
{
    if (arguments.size() > 2)
        return callError("bcrypt() takes no more than two arguments");
    constexpr std::int64_t usual = 10;
    const auto cost = arguments.size() == 2 ? arguments[1].asNumber().toInt64() : std::optional(usual);
    if (!cost)
        return callError("value must be a whole number", 1);
    // More rounds than this take minutes: nobody who waits for an answer means that.
    constexpr std::int64_t patience = 16;
    if (*cost > patience && *cost <= 31)
        return callError("cost " + std::to_string(*cost) + " would take too long; at most " + std::to_string(patience) +
                             " is computed here",
                         1);
    auto hash = bcryptHash(arguments[0].asString(), static_cast<int>(std::clamp<std::int64_t>(*cost, 0, 32)));
    if (!hash)
        return callError("error occurred generating password: " + hash.error().message);
    return Value::string(std::move(*hash));
}

/// The bytes depend on the compressor, and zlib's are not Go's: so only the decompressed text is the same.
static CallResult base64gzip(Arguments arguments, const EvaluationContext & /*context*/)
{
    return Value::string(base64Encode(gzip(arguments[0].asString())));
}

void addImpureFunctions(FunctionTable &table)
{
    const Type string = Type::string();
    const auto add = [&](const char *name, std::vector<Parameter> parameters, std::optional<Parameter> variadic,
                         CallResult (*body)(Arguments, const EvaluationContext &)) {
        const auto asked = [string, body](Arguments arguments, const EvaluationContext &context) -> CallResult {
            if (context.impureFunctions == ImpureFunctions::Unknown)
                return Value::unknown(string, notNull());
            return body(arguments, context);
        };
        table.add({name, {}, std::move(parameters), std::move(variadic), string, asked, nullptr});
    };
    add("timestamp", {}, std::nullopt, now);
    add("plantimestamp", {}, std::nullopt, planTime);
    add("uuid", {}, std::nullopt, randomUuid);
    add("bcrypt", {{"str", string}}, Parameter{"cost", Type::number()}, bcrypt);
    add("base64gzip", {{"str", string}}, std::nullopt, base64gzip);
}

} // namespace drydock::hcl
