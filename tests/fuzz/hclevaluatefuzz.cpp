// SPDX-License-Identifier: MIT
// Any text as expression and as template, strict and lenient: no crash, and a value prints, compares and encodes.
#include "core/hcl/conversion.h"
#include "core/hcl/evaluator.h"
#include "core/hcl/function.h"
#include "core/hcl/json.h"
#include "core/hcl/literal.h"
#include "core/hcl/operations.h"
#include "core/hcl/scope.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace drydock::hcl;

static VariableScope scopeOfEverything()
{
    VariableScope scope;
    scope.set("unknown", Value::unknown().withMarks(Marks::origin("a.b")));
    scope.set("text", Value::unknown(Type::string()));
    scope.set("secret", Value::string("s").withMarks(Marks::sensitive()));
    scope.set("nothing", Value());
    scope.set("list", Value::list(Type::string(), {Value::string("a"), Value::unknown(Type::string())}));
    scope.set("block", Value::tuple({Value::object({{"a", Value::number(1)}})}));
    return scope;
}

static void use(const Value &value)
{
    (void)toSource(value);
    (void)toSource(value, Layout::Indented);
    (void)toSource(value.type());
    (void)convert(value, Type::string());
    (void)convert(value, Type::set(Type()));
    if (!value.identical(value))
        std::abort();
    const Value same = equal(value, value);
    if (value.isWhollyKnown() && (same.isUnknown() || !same.asBool()))
        std::abort();
    const auto json = toJson(value.withoutDeepMarks());
    if (!json || json->find("Inf") != std::string::npos)
        return;
    // The JSON reader refuses numbers beyond a double's range.
    const auto again = fromJson(*json);
    if (!again && again.error().message.find("number overflow") == std::string::npos)
        std::abort();
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size > 4096)
        return 0;
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    static const VariableScope scope = scopeOfEverything();
    for (const Traversal traversal : {Traversal::Strict, Traversal::Lenient}) {
        EvaluationContext context;
        context.scope = &scope;
        context.traversal = traversal;
        // The second round is OpenTofu's, with all functions called (but a password hash is slow on purpose).
        if (traversal == Traversal::Lenient) {
            context.functions = &FunctionTable::openTofu();
            if (text.find("bcrypt") == std::string_view::npos)
                context.impureFunctions = ImpureFunctions::Called;
        }
        if (const auto value = evaluateText(text, context))
            use(*value);
        if (const auto value = evaluateTemplateText(text, context))
            use(*value);
    }
    return 0;
}
