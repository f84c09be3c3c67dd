// SPDX-License-Identifier: MIT
#include "core/hcl/function.h"

#include "core/hcl/conversion.h"
#include "core/hcl/evaluator.h"
#include "core/hcl/functiontexts.h"
#include "core/hcl/standardfunctions.h"

#include <algorithm>

namespace drydock::hcl {

const FunctionTable &FunctionTable::standard()
{
    static const FunctionTable table = [] {
        FunctionTable made;
        addCollectionFunctions(made);
        addListFunctions(made);
        addSetFunctions(made);
        addStringFunctions(made);
        addRegularExpressionFunctions(made);
        addFormatFunctions(made);
        addNumberFunctions(made);
        addEncodingFunctions(made);
        addYamlFunctions(made);
        addHashFunctions(made);
        addNetworkFunctions(made);
        addTimeFunctions(made);
        addTypeFunctions(made);
        addFileFunctions(made);
        addImpureFunctions(made);
        describeFunctions(made);
        return made;
    }();
    return table;
}

const FunctionTable &FunctionTable::openTofu()
{
    static const FunctionTable table = [] {
        FunctionTable made = standard();
        addOpenTofuFunctions(made);
        describeFunctions(made);
        return made;
    }();
    return table;
}

void FunctionTable::add(Function function)
{
    std::string name = function.name;
    m_functions.insert_or_assign(std::move(name), std::make_shared<const Function>(std::move(function)));
}

void FunctionTable::remove(std::string_view name)
{
    if (const auto found = m_functions.find(name); found != m_functions.end())
        m_functions.erase(found);
}

const Function *FunctionTable::find(std::string_view name) const
{
    constexpr std::string_view prefix = "core::";
    if (name.starts_with(prefix))
        name.remove_prefix(prefix.size());
    const auto found = m_functions.find(name);
    return found != m_functions.end() ? found->second.get() : nullptr;
}

std::vector<std::string> FunctionTable::names() const
{
    std::vector<std::string> all;
    all.reserve(m_functions.size());
    for (const auto &entry : m_functions)
        all.push_back(entry.first);
    std::ranges::sort(all);
    return all;
}

namespace {

/// The arguments as the function wants them.
struct PreparedArguments
{
    std::vector<Value> values;
    Marks marks;
    bool unknown = false;
    bool null = false; ///< one is null where that is not accepted, in lenient mode
};

} // namespace

static tl::expected<void, CallError> prepare(const Parameter &parameter, Value value, Traversal traversal,
                                             PreparedArguments &prepared)
{
    const std::size_t index = prepared.values.size();
    if (value.isNull() && !accepts(parameter.accepts, Accepts::Null)) {
        if (traversal == Traversal::Strict)
            return callError("argument must not be null", index);
        prepared.null = true;
        prepared.marks |= value.marks();
        prepared.values.push_back(std::move(value));
        return {};
    }
    auto converted = convert(value, parameter.type);
    if (!converted)
        return callError(converted.error().message, index);
    value = std::move(*converted);
    if (!accepts(parameter.accepts, Accepts::Marked) && value.hasMarks()) {
        prepared.marks |= value.deepMarks();
        value = value.withoutDeepMarks();
    }
    if (value.isUnknown())
        prepared.unknown = prepared.unknown || !accepts(parameter.accepts, Accepts::Unknown);
    else if (!value.isWhollyKnown())
        prepared.unknown = prepared.unknown || !accepts(parameter.accepts, Accepts::Inside);
    prepared.values.push_back(std::move(value));
    return {};
}

static void replaceAll(std::string &text, const std::string &what, std::string_view by)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
}

/// Functions quote what they were given; an error must not show what is sensitive.
static CallError redacted(CallError error, std::span<const Value> arguments)
{
    constexpr std::string_view shown = "(sensitive value)";
    constexpr std::size_t telling = 4; // shorter texts occur in the message by chance
    for (const Value &argument : arguments) {
        if (!argument.marks().isSensitive() || !argument.is(Kind::String) || argument.asString().empty())
            continue;
        replaceAll(error.message, '"' + argument.asString() + '"', shown);
        if (argument.asString().size() >= telling)
            replaceAll(error.message, argument.asString(), shown);
    }
    return error;
}

CallResult call(const Function &function, std::span<const Value> arguments, const EvaluationContext &context)
{
    PreparedArguments prepared;
    prepared.values.reserve(arguments.size());
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (i >= function.parameters.size() && !function.variadic)
            return callError("too many arguments");
        const Parameter &parameter = i < function.parameters.size() ? function.parameters[i] : *function.variadic;
        if (auto ok = prepare(parameter, arguments[i], context.traversal, prepared); !ok)
            return tl::unexpected<CallError>(ok.error());
    }
    if (arguments.size() < function.parameters.size())
        return callError("not enough arguments");
    if (prepared.null)
        return Value().withMarks(prepared.marks);
    if (prepared.unknown)
        return Value::unknown(function.resultType ? function.resultType(prepared.values) : function.returns)
            .withMarks(prepared.marks);
    auto result = function.eager(prepared.values, context);
    if (!result)
        return tl::unexpected<CallError>(redacted(std::move(result.error()), arguments));
    return prepared.marks.isEmpty() ? result : result->withMarks(prepared.marks);
}

} // namespace drydock::hcl
