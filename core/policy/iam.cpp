// SPDX-License-Identifier: MIT
#include "core/policy/iam.h"

#include "core/base/glob.h"
#include "core/hcl/json.h"
#include "core/policy/valuetools.h"

#include <algorithm>
#include <string>
#include <vector>

namespace drydock::policy {

using hcl::Fields;
using hcl::Kind;
using hcl::Marks;
using hcl::Truth;
using hcl::Value;

static std::string lower(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

static Value unknownBecause(const Value &value)
{
    return Value::unknown().withMarks(value.marks());
}

/// A text or a list of texts as a list. What is not known is something all the same: a list of one.
static Value listOf(const Value &value)
{
    const auto elements = elementsOf(value);
    return Value::tuple(elements ? *elements : std::vector<Value>{value});
}

static Value principals(const Value &value)
{
    if (value.isUnknown())
        return unknownBecause(value);
    if (value.isNull())
        return Value::tuple({});
    const auto entry = [](std::string type, Value identifiers) {
        return Value::object(Fields{{"type", Value::string(std::move(type))}, {"identifiers", std::move(identifiers)}});
    };
    if (!value.is(Kind::Object) && !value.is(Kind::Map))
        return Value::tuple({entry("*", listOf(value))});
    std::vector<Value> list;
    for (const hcl::Field &field : value.fields())
        list.push_back(entry(field.name, listOf(field.value.withMarks(value.marks()))));
    return Value::tuple(std::move(list));
}

static Value conditions(const Value &value)
{
    if (value.isUnknown())
        return unknownBecause(value);
    std::vector<Value> list;
    const auto add = [&list](const std::string &test, Value variable, Value values) {
        list.push_back(Value::object(
            Fields{{"test", Value::string(test)}, {"variable", std::move(variable)}, {"values", std::move(values)}}));
    };
    for (const hcl::Field &test : value.fields()) {
        for (const hcl::Field &variable : test.value.fields())
            add(test.name, Value::string(variable.name), listOf(variable.value));
        if (test.value.isKnown())
            continue;
        // Names of variables often hold a cluster's issuer, of which only the end is known.
        if (const hcl::Refinement *refinement = test.value.refinement();
            refinement != nullptr && !refinement->entries.empty())
            for (const auto &[variable, values] : refinement->entries)
                add(test.name, variable, listOf(values));
        else
            add(test.name, Value::unknown(hcl::Type::string()).withMarks(test.value.marks()),
                unknownBecause(test.value));
    }
    return Value::tuple(std::move(list));
}

static Value statement(const Value &value)
{
    if (value.isUnknown())
        return unknownBecause(value);
    const auto field = [&value](std::string_view name) { return valueAt(value, name); };
    return Value::object(Fields{{"sid", field("Sid")},
                                {"effect", field("Effect")},
                                {"actions", listOf(field("Action"))},
                                {"not_actions", listOf(field("NotAction"))},
                                {"resources", listOf(field("Resource"))},
                                {"not_resources", listOf(field("NotResource"))},
                                {"principals", principals(field("Principal"))},
                                {"not_principals", principals(field("NotPrincipal"))},
                                {"conditions", conditions(field("Condition"))}})
        .withMarks(value.marks());
}

static Value statementsOf(const Value &document)
{
    const Value list = valueAt(document, "Statement");
    const auto elements = elementsOf(list);
    if (!elements)
        return unknownBecause(list);
    std::vector<Value> statements;
    for (const Value &element : *elements)
        statements.push_back(statement(element));
    return Value::tuple(std::move(statements));
}

static Value fromText(const Value &text)
{
    auto document = hcl::fromJson(text.asString());
    // Not JSON (an empty text, a file that could not be read): nothing can be said about it.
    if (!document)
        return unknownBecause(text);
    return statementsOf(document->withMarks(text.marks()));
}

Value iamStatements(const Value &policy)
{
    if (policy.isUnknown()) {
        const hcl::Refinement *refinement = policy.refinement();
        if (refinement != nullptr && refinement->json)
            return statementsOf(refinement->json->withMarks(policy.marks()));
        return unknownBecause(policy);
    }
    if (policy.is(Kind::String))
        return fromText(policy);
    if (policy.is(Kind::Object) || policy.is(Kind::Map))
        return statementsOf(policy);
    std::vector<Value> all;
    bool someUnknown = false;
    Marks marks;
    for (const Value &element : elementsOf(policy).value_or(std::vector<Value>())) {
        const Value statements = iamStatements(element);
        if (statements.isUnknown()) {
            someUnknown = true;
            marks |= statements.marks();
            continue;
        }
        all.insert(all.end(), statements.elements().begin(), statements.elements().end());
    }
    if (someUnknown)
        all.push_back(Value::unknown().withMarks(marks));
    return all.size() == 1 && someUnknown ? all.front() : Value::tuple(std::move(all));
}

static Truth either(Truth a, Truth b)
{
    if (a == Truth::True || b == Truth::True)
        return Truth::True;
    return a == Truth::Unknown || b == Truth::Unknown ? Truth::Unknown : Truth::False;
}

static Truth negated(Truth truth)
{
    return truth == Truth::Unknown ? truth : truth == Truth::True ? Truth::False : Truth::True;
}

/// Whether one of the patterns of a statement covers the action.
static Truth anyCovers(const Value &patterns, std::string_view action)
{
    const auto elements = elementsOf(patterns);
    if (!elements)
        return Truth::Unknown;
    Truth result = Truth::False;
    for (const Value &pattern : *elements) {
        if (pattern.isUnknown())
            result = either(result, Truth::Unknown);
        else if (globMatches(lower(textOf(pattern).value_or("")), lower(action), '\0'))
            return Truth::True;
    }
    return result;
}

Truth coversAction(const Value &value, std::string_view effect, std::string_view action)
{
    if (value.isUnknown())
        return Truth::Unknown;
    const Value has = valueAt(value, "effect");
    if (has.isKnown() && lower(textOf(has).value_or("")) != lower(effect))
        return Truth::False;
    const Value notActions = valueAt(value, "not_actions");
    Truth covered = anyCovers(valueAt(value, "actions"), action);
    if (covered != Truth::True && (notActions.isUnknown() || notActions.length() > 0))
        covered = either(covered, negated(anyCovers(notActions, action)));
    return has.isUnknown() && covered == Truth::True ? Truth::Unknown : covered;
}

Truth matchesGlob(const Value &text, std::string_view glob)
{
    if (text.isKnown()) {
        const auto known = textOf(text);
        return known && globMatches(lower(glob), lower(*known), '\0') ? Truth::True : Truth::False;
    }
    const hcl::Refinement *refinement = text.refinement();
    if (refinement == nullptr || refinement->parts.empty())
        return Truth::Unknown;
    // `${provider}:sub` against `*:sub`: the end is known, and a star takes whatever the rest will be.
    const std::size_t star = glob.rfind('*');
    const std::string ending = lower(star == std::string_view::npos ? glob : glob.substr(star + 1));
    const std::string last = lower(textOf(refinement->parts.back()).value_or(""));
    if (last.size() < ending.size())
        return !last.empty() && !ending.ends_with(last) ? Truth::False : Truth::Unknown;
    if (!last.ends_with(ending))
        return Truth::False;
    return star == 0 ? Truth::True : Truth::Unknown;
}

Value conditionsOf(const Value &value, std::string_view variable)
{
    const Value all = valueAt(value, "conditions");
    const auto elements = elementsOf(all);
    if (!elements)
        return unknownBecause(all);
    std::vector<Value> found;
    std::vector<Value> possible;
    Marks why;
    for (const Value &element : *elements) {
        const Value name = valueAt(element, "variable");
        const Truth matches = matchesGlob(name, variable);
        if (matches == Truth::True)
            found.push_back(element);
        else if (matches == Truth::Unknown) {
            possible.push_back(unknownBecause(name));
            why |= name.marks();
        }
    }
    if (found.empty() && !possible.empty())
        return Value::unknown().withMarks(why);
    found.insert(found.end(), possible.begin(), possible.end());
    return Value::tuple(std::move(found));
}

Truth isForAnyone(const Value &value)
{
    const auto list = elementsOf(valueAt(value, "principals"));
    if (!list)
        return Truth::Unknown;
    Truth result = Truth::False;
    for (const Value &principal : *list) {
        const std::string type = textOf(valueAt(principal, "type")).value_or("");
        if (type != "*" && type != "AWS")
            continue;
        const auto identifiers = elementsOf(valueAt(principal, "identifiers"));
        if (!identifiers) {
            result = Truth::Unknown;
            continue;
        }
        for (const Value &identifier : *identifiers) {
            if (textOf(identifier).value_or("") == "*")
                return Truth::True;
            // An ARN that will be known later names someone; only what comes from outside may be anyone.
            const auto origins = originsOf(identifier.marks());
            if (identifier.isUnknown() && !std::all_of(origins.begin(), origins.end(), isResourceOrigin))
                result = Truth::Unknown;
        }
    }
    return result;
}

Value principalsOf(const Value &value, std::string_view type)
{
    const Value all = valueAt(value, "principals");
    const auto list = elementsOf(all);
    if (!list)
        return unknownBecause(all);
    std::vector<Value> found;
    for (const Value &principal : *list) {
        if (textOf(valueAt(principal, "type")).value_or("") != type)
            continue;
        const Value identifiers = valueAt(principal, "identifiers");
        const auto elements = elementsOf(identifiers);
        if (!elements)
            return unknownBecause(identifiers);
        found.insert(found.end(), elements->begin(), elements->end());
    }
    return Value::tuple(std::move(found));
}

} // namespace drydock::policy
