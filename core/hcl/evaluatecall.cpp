// SPDX-License-Identifier: MIT
#include "core/hcl/evaluation.h"
#include "core/hcl/suggestion.h"

namespace drydock::hcl {

/// The arguments of a lazy function, evaluated on demand with the caller's names in scope.
class ArgumentEvaluation final : public LazyCall
{
public:
    ArgumentEvaluation(Evaluation &evaluation, const Expression &call)
        : m_evaluation(evaluation)
    {
        for (const Expression argument : call.arguments())
            m_arguments.push_back(argument);
    }
    [[nodiscard]] std::size_t count() const override { return m_arguments.size(); }
    [[nodiscard]] tl::expected<Value, std::string> evaluate(std::size_t argument) override
    {
        const std::size_t before = m_evaluation.m_diagnostics.size();
        Value value = m_evaluation.evaluate(m_arguments[argument]);
        if (m_evaluation.m_diagnostics.size() == before)
            return value;
        const Diagnostic first = std::move(m_evaluation.m_diagnostics[before]);
        m_evaluation.m_diagnostics.resize(before);
        return tl::unexpected<std::string>(first.summary + ": " + first.detail);
    }
    [[nodiscard]] std::string_view source(std::size_t argument) const override { return m_arguments[argument].text(); }
    [[nodiscard]] const EvaluationContext &context() const override { return m_evaluation.context(); }

private:
    Evaluation &m_evaluation;
    std::vector<Expression> m_arguments;
};

static const FunctionTable &tableOf(const EvaluationContext &context)
{
    return context.functions != nullptr ? *context.functions : FunctionTable::standard();
}

/// The evaluated arguments, the last one spread out where `...` follows it. False: an argument is wrong.
bool Evaluation::arguments(const Expression &expression, std::vector<Value> &values, Marks &marks, bool &unknown)
{
    const std::size_t before = m_diagnostics.size();
    Expression last;
    for (const Expression argument : expression.arguments()) {
        values.push_back(evaluate(argument));
        last = argument;
    }
    if (m_diagnostics.size() != before)
        return false;
    if (!expression.expandsLast() || values.empty())
        return true;
    const Value list = values.back();
    values.pop_back();
    marks |= list.marks();
    if (list.isNull() && !lenient()) {
        error(last.range(), "Invalid expanding argument value",
              "The expanding argument (indicated by ...) must not be null.");
        return false;
    }
    unknown = list.isUnknown();
    const bool sequence = list.type().isCollection() || list.kind() == Kind::Tuple || list.kind() == Kind::Dynamic;
    if (!sequence || list.kind() == Kind::Map) {
        error(last.range(), "Invalid expanding argument value",
              "The expanding argument (indicated by ...) must be of a tuple, list, or set type.");
        return false;
    }
    for (const Value &element : list.elements())
        values.push_back(element);
    return true;
}

static std::string parameterName(const Function &function, std::size_t index)
{
    if (index < function.parameters.size())
        return function.parameters[index].name;
    return function.variadic ? function.variadic->name : "argument";
}

Value Evaluation::callFailed(const Expression &expression, const Function &function, const CallError &failed)
{
    std::string message = failed.message;
    if (!message.empty() && message.back() != '.')
        message += '.';
    if (!failed.argument)
        return error(expression.range(), "Error in function call",
                     "Call to function \"" + function.name + "\" failed: " + message);
    ByteRange range = expression.range();
    std::size_t index = 0;
    for (const Expression argument : expression.arguments())
        if (index++ <= *failed.argument)
            range = argument.range();
    return error(range, "Invalid function argument",
                 "Invalid value for \"" + parameterName(function, *failed.argument) + "\" parameter: " + message);
}

Value Evaluation::callEager(const Expression &expression, const Function &function)
{
    std::vector<Value> values;
    Marks marks;
    bool unknown = false;
    if (!arguments(expression, values, marks, unknown))
        return Value::unknown();
    if (unknown)
        return Value::unknown(function.returns).withMarks(marks);
    if (values.size() < function.parameters.size())
        return error(expression.range(), "Not enough function arguments",
                     "Function \"" + function.name + "\" expects " + (function.variadic ? "at least " : "") +
                         std::to_string(function.parameters.size()) + " argument(s). Missing value for \"" +
                         function.parameters[values.size()].name + "\".");
    if (!function.variadic && values.size() > function.parameters.size())
        return error(expression.range(), "Too many function arguments",
                     "Function \"" + function.name + "\" expects only " + std::to_string(function.parameters.size()) +
                         " argument(s).");
    auto result = hcl::call(function, values, m_context);
    return result ? result->withMarks(marks) : callFailed(expression, function, result.error());
}

Value Evaluation::callLazy(const Expression &expression, const Function &function)
{
    ArgumentEvaluation lazy(*this, expression);
    if (lazy.count() < function.parameters.size())
        return error(expression.range(), "Not enough function arguments",
                     "Function \"" + function.name + "\" expects " + (function.variadic ? "at least " : "") +
                         std::to_string(function.parameters.size()) + " argument(s). Missing value for \"" +
                         function.parameters[lazy.count()].name + "\".");
    if (!function.variadic && lazy.count() > function.parameters.size())
        return error(expression.range(), "Too many function arguments",
                     "Function \"" + function.name + "\" expects only " + std::to_string(function.parameters.size()) +
                         " argument(s).");
    auto result = function.lazy(lazy);
    return result ? *result : callFailed(expression, function, result.error());
}

Value Evaluation::call(const Expression &expression)
{
    const FunctionTable &table = tableOf(m_context);
    const std::string name = expression.functionName();
    const Function *function = table.find(name);
    if (function != nullptr)
        return function->lazy ? callLazy(expression, *function) : callEager(expression, *function);
    Marks marks;
    std::vector<Value> values;
    if (name.starts_with("provider::")) {
        // What a provider computes is known only when it runs.
        bool unknown = false;
        (void)arguments(expression, values, marks, unknown);
        for (const Value &value : values)
            marks |= value.deepMarks();
        return Value::unknown().withMarks(marks);
    }
    if (const std::size_t end = name.find("::"); end != std::string::npos && !name.starts_with("core::"))
        return error(expression.functionNameRange(), "Unknown provider function",
                     "The function namespace \"" + name.substr(0, end) +
                         "\" is not valid. Provider function calls must use the \"provider::\" namespace prefix.");
    return error(expression.functionNameRange(), "Call to unknown function",
                 "There is no function named \"" + name + "\".", suggestion(name, table.names()));
}

} // namespace drydock::hcl
