// SPDX-License-Identifier: MIT
#include "core/policy/logic.h"

#include "core/policy/valuetools.h"

#include <algorithm>

namespace drydock::policy {

using hcl::Kind;
using hcl::Truth;
using hcl::Value;

static Truth of(bool truth)
{
    return truth ? Truth::True : Truth::False;
}

Truth isSet(const Value &value)
{
    if (value.isKnown()) {
        if (value.isNull())
            return Truth::False;
        if (value.is(Kind::String))
            return of(!value.asString().empty());
        const bool holds = value.kind() >= Kind::List;
        return of(!holds || value.length() > 0);
    }
    if (const hcl::Refinement *refinement = value.refinement(); refinement != nullptr && !refinement->prefix.empty())
        return Truth::True;
    const auto origins = originsOf(value.marks());
    return !origins.empty() && std::all_of(origins.begin(), origins.end(), isResourceOrigin) ? Truth::True
                                                                                             : Truth::Unknown;
}

Truth isFalse(const Value &value)
{
    if (value.isUnknown())
        return Truth::Unknown;
    return of(textOf(value).value_or("") == "false");
}

Truth atLeast(const Value &value, const Value &minimum)
{
    if (value.isUnknown() || minimum.isUnknown())
        return Truth::Unknown;
    const auto number = hcl::Number::parse(textOf(value).value_or(""));
    const auto least = hcl::Number::parse(textOf(minimum).value_or(""));
    return of(number && least && *number >= *least);
}

Truth hasElements(const Value &list)
{
    if (list.isUnknown())
        return Truth::Unknown;
    if (list.isNull())
        return Truth::False;
    return of(list.kind() < Kind::List || list.length() > 0);
}

Truth anyTrue(const Value &list)
{
    const auto elements = elementsOf(list);
    if (!elements)
        return Truth::Unknown;
    Truth result = Truth::False;
    for (const Value &element : *elements) {
        const Truth one = truthOf(element);
        if (one == Truth::True)
            return one;
        if (one == Truth::Unknown)
            result = one;
    }
    return result;
}

Truth allTrue(const Value &list)
{
    const auto elements = elementsOf(list);
    if (!elements)
        return Truth::Unknown;
    Truth result = Truth::True;
    for (const Value &element : *elements) {
        const Truth one = truthOf(element);
        if (one == Truth::False)
            return one;
        if (one == Truth::Unknown)
            result = one;
    }
    return result;
}

Truth containsValue(const Value &list, const Value &wanted)
{
    const auto elements = elementsOf(list);
    if (!elements)
        return Truth::Unknown;
    Truth result = Truth::False;
    for (const Value &element : *elements) {
        const Value same = hcl::equal(element, wanted);
        // A number and its text are the same thing where a provider converts.
        if (same.isUnknown())
            result = Truth::Unknown;
        else if (truthOf(same) == Truth::True || (textOf(element) && textOf(element) == textOf(wanted)))
            return Truth::True;
    }
    return result;
}

Truth selects(const Value &selector, const Value &labels)
{
    if (selector.isUnknown() || labels.isUnknown())
        return Truth::Unknown;
    if (hasElements(valueAt(selector, "match_expressions")) != Truth::False)
        return Truth::Unknown;
    const Value nested = valueAt(selector, "match_labels");
    const Value &wanted = nested.isNull() && selector.is(Kind::Map) ? selector : nested;
    if (wanted.isUnknown())
        return Truth::Unknown;
    Truth result = Truth::True;
    for (const hcl::Field &label : wanted.fields()) {
        const Value *has = labels.isNull() ? nullptr : labels.find(label.name);
        if (has == nullptr)
            return Truth::False;
        const Value same = hcl::equal(*has, label.value);
        if (same.isKnown() && truthOf(same) == Truth::False)
            return Truth::False;
        if (same.isUnknown())
            result = Truth::Unknown;
    }
    return result;
}

} // namespace drydock::policy
