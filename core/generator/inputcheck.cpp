// SPDX-License-Identifier: MIT
#include "core/generator/generatordata.h"
#include "core/hcl/cidr.h"
#include "core/hcl/function.h"

#include <algorithm>
#include <array>

namespace drydock::generator {

using hcl::Kind;
using hcl::Value;

bool isEmpty(const Value &value)
{
    if (value.isNull())
        return true;
    if (value.is(Kind::String))
        return value.asString().empty();
    return !value.type().isPrimitive() && value.length() == 0;
}

static bool matches(const std::string &pattern, const std::string &text)
{
    const hcl::Function *regex = hcl::FunctionTable::standard().find("regex");
    const std::array<Value, 2> arguments{Value::string("^(?:" + pattern + ")$"), Value::string(text)};
    return regex != nullptr && hcl::call(*regex, arguments, {}).has_value();
}

static std::string choiceProblem(const Input &input, const std::string &text)
{
    std::string allowed;
    for (const Choice &choice : input.choices) {
        if (choice.value == text)
            return {};
        allowed += (allowed.empty() ? "" : ", ") + choice.value;
    }
    return "\"" + text + "\" is not one of the choices: " + allowed + ".";
}

/// One text: the value itself, or an element of a list or map.
static std::string textProblem(const Input &input, const std::string &text)
{
    if (input.type == InputType::Choice)
        return choiceProblem(input, text);
    if (input.type == InputType::Cidr || input.type == InputType::CidrList) {
        auto network = hcl::Network::parse(text);
        if (!network)
            return "\"" + text + "\" is no network; write it like 10.0.0.0/16.";
        if (network->text() != text && !network->isIpv6())
            return "\"" + text + "\" has host bits set; the network is " + network->text() + ".";
    }
    if (!input.pattern.empty() && !matches(input.pattern, text))
        return input.message.empty() ? "\"" + text + "\" does not match " + input.pattern + "." : input.message;
    return {};
}

static std::string unit(const Input &input)
{
    switch (input.type) {
    case InputType::Number:
        return "";
    case InputType::StringList:
    case InputType::CidrList:
    case InputType::StringMap:
    case InputType::Tags:
        return " entries";
    default:
        return " characters";
    }
}

static std::string boundsProblem(const Input &input, const Value &value)
{
    hcl::Number size;
    if (value.is(Kind::Number))
        size = value.asNumber();
    else if (value.is(Kind::String))
        size = hcl::Number(static_cast<std::int64_t>(value.asString().size()));
    else
        size = hcl::Number(static_cast<std::int64_t>(value.length()));
    const bool low = input.minimum && size < *input.minimum;
    const bool high = input.maximum && size > *input.maximum;
    if (!low && !high)
        return {};
    if (!input.message.empty())
        return input.message;
    return low ? "At least " + input.minimum->text() + unit(input) + "."
               : "At most " + input.maximum->text() + unit(input) + ".";
}

static std::string tagProblem(const Value &value)
{
    constexpr std::size_t longestName = 128;
    constexpr std::size_t longestValue = 256;
    for (const hcl::Field &field : value.fields()) {
        if (field.name.empty() || field.name.size() > longestName)
            return "A name must have 1 to 128 characters.";
        if (field.value.is(Kind::String) && field.value.asString().size() > longestValue)
            return "The value of \"" + field.name + "\" has more than 256 characters.";
    }
    return {};
}

std::string problemOf(const Input &input, const Value &value)
{
    if (value.isNull() || value.is(Kind::Bool))
        return {};
    std::string problem = boundsProblem(input, value);
    if (problem.empty() && value.is(Kind::String))
        problem = textProblem(input, value.asString());
    for (const Value &element : value.elements()) {
        if (problem.empty() && element.isNull())
            problem = "An entry has no value.";
        if (problem.empty())
            problem = textProblem(input, element.asString());
    }
    for (const hcl::Field &field : value.fields()) {
        if (problem.empty() && field.value.isNull())
            problem = "\"" + field.name + "\" has no value.";
        if (problem.empty())
            problem = textProblem(input, field.value.asString());
    }
    if (problem.empty() && input.type == InputType::Tags)
        problem = tagProblem(value);
    return problem;
}

} // namespace drydock::generator
