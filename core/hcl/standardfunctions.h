// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/function.h"

#include <string>
#include <utility>
#include <vector>

/// Terraform's own functions, by subject. Private to this folder.
namespace drydock::hcl {

void addCollectionFunctions(FunctionTable &table);
void addListFunctions(FunctionTable &table);
void addSetFunctions(FunctionTable &table);
void addStringFunctions(FunctionTable &table);
void addRegularExpressionFunctions(FunctionTable &table);
enum class UntypedNull : std::uint8_t {
    Unknown, ///< format() of an untyped null is unknown, as in Terraform
    Null,    ///< it is a null like any other, as in OpenTofu
};
void addFormatFunctions(FunctionTable &table, UntypedNull untypedNull = UntypedNull::Unknown);
void addNumberFunctions(FunctionTable &table);
void addEncodingFunctions(FunctionTable &table);
void addYamlFunctions(FunctionTable &table);
void addHashFunctions(FunctionTable &table);
void addNetworkFunctions(FunctionTable &table);
void addTimeFunctions(FunctionTable &table);
void addTypeFunctions(FunctionTable &table);
void addFileFunctions(FunctionTable &table);
/// Those whose result differs each time: unknown unless EvaluationContext::impureFunctions says otherwise.
void addImpureFunctions(FunctionTable &table);
/// What OpenTofu has more, less and otherwise than Terraform.
void addOpenTofuFunctions(FunctionTable &table);

using Arguments = std::span<const Value>;

/// No function makes a longer text or more elements: a few nested calls could otherwise ask for all memory.
inline constexpr std::size_t maximumTextBytes = 64U << 20U;
[[nodiscard]] inline tl::unexpected<CallError> textTooLarge()
{
    return callError("the text would have more than " + std::to_string(maximumTextBytes >> 20U) + " MB");
}

/// Adds a function of fixed parameters; the body takes the prepared arguments.
template <typename Body>
void define(FunctionTable &table, std::string name, std::vector<Parameter> parameters, Type returns, Body body)
{
    table.add({std::move(name),
               {},
               std::move(parameters),
               std::nullopt,
               std::move(returns),
               [body](Arguments arguments, const EvaluationContext &) -> CallResult { return body(arguments); },
               nullptr});
}

/// Adds a function that takes any number of further arguments.
template <typename Body>
void defineVariadic(FunctionTable &table, std::string name, std::vector<Parameter> parameters, Parameter variadic,
                    Type returns, Body body)
{
    table.add({std::move(name),
               {},
               std::move(parameters),
               std::move(variadic),
               std::move(returns),
               [body](Arguments arguments, const EvaluationContext &) -> CallResult { return body(arguments); },
               nullptr});
}

/// Says what the type of an unknown result depends on.
inline void deriveType(FunctionTable &table, std::string_view name, ResultType resultType)
{
    if (const Function *found = table.find(name)) {
        Function function = *found;
        function.resultType = std::move(resultType);
        table.add(std::move(function));
    }
}

} // namespace drydock::hcl
