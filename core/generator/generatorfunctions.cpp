// SPDX-License-Identifier: MIT
#include "core/generator/generatordata.h"
#include "core/hcl/literal.h"

#include <algorithm>

namespace drydock::generator {

using hcl::Kind;
using hcl::Value;

/// HCL source over several lines where a mapping is not empty; the formatter aligns it afterwards.
static std::string sourceOf(const Value &value)
{
    constexpr std::size_t lineLength = 80;
    if (value.isNull() || value.type().isPrimitive() || value.length() == 0)
        return hcl::toSource(value);
    std::string out;
    if (!value.fields().empty()) {
        for (const hcl::Field &field : value.fields())
            out += (hcl::isIdentifier(field.name) ? field.name : hcl::quote(field.name)) + " = " +
                   sourceOf(field.value) + "\n";
        return "{\n" + out + "}";
    }
    std::string line = hcl::toSource(value);
    const bool nested =
        std::ranges::any_of(value.elements(), [](const Value &element) { return element.length() > 0; });
    if (line.size() <= lineLength && !nested)
        return line;
    for (const Value &element : value.elements())
        out += sourceOf(element) + ",\n";
    return "[\n" + out + "]";
}

hcl::FunctionTable generatorFunctions()
{
    hcl::FunctionTable table = hcl::FunctionTable::standard();
    hcl::Function function;
    function.name = "hcl";
    function.description = "Writes a value as HCL source.";
    function.parameters = {{"value", hcl::Type(), hcl::Accepts::Null}};
    function.returns = hcl::Type::string();
    function.eager = [](std::span<const Value> arguments, const hcl::EvaluationContext &) -> hcl::CallResult {
        return Value::string(sourceOf(arguments[0]));
    };
    table.add(std::move(function));
    return table;
}

} // namespace drydock::generator
