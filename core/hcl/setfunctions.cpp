// SPDX-License-Identifier: MIT
#include "core/hcl/conversion.h"
#include "core/hcl/operations.h"
#include "core/hcl/standardfunctions.h"

#include <algorithm>
#include <array>
#include <set>

namespace drydock::hcl {

static constexpr std::size_t maximumProduct = 1U << 20U;

/// The members of a set, to be asked for often.
class Members
{
public:
    explicit Members(const Value &set)
        : m_values(set.elements().begin(), set.elements().end())
    {
    }
    [[nodiscard]] bool have(const Value &value) const { return m_values.contains(value); }

private:
    struct Before
    {
        bool operator()(const Value &a, const Value &b) const { return order(a, b) < 0; }
    };
    std::set<Value, Before> m_values;
};

/// The sets with one element type, which all of them convert to.
static tl::expected<std::vector<Value>, CallError> unified(Arguments arguments)
{
    std::vector<Type> types;
    for (const Value &set : arguments)
        if (set.length() > 0 || !set.type().element().isDynamic())
            types.push_back(set.type().element());
    const auto type = unify(types);
    if (!type)
        return callError("given sets must all have compatible element types");
    std::vector<Value> sets;
    for (const Value &set : arguments)
        sets.push_back(convert(set, Type::set(*type)).value_or(set));
    return sets;
}

static CallResult setunion(Arguments arguments)
{
    auto sets = unified(arguments);
    if (!sets)
        return tl::unexpected<CallError>(sets.error());
    std::vector<Value> all;
    for (const Value &set : *sets)
        all.insert(all.end(), set.elements().begin(), set.elements().end());
    return Value::set(sets->front().type().element(), std::move(all));
}

static CallResult setintersection(Arguments arguments)
{
    auto sets = unified(arguments);
    if (!sets)
        return tl::unexpected<CallError>(sets.error());
    const std::vector<Members> others(sets->begin() + 1, sets->end());
    std::vector<Value> kept;
    for (const Value &value : sets->front().elements())
        if (std::ranges::all_of(others, [&](const Members &other) { return other.have(value); }))
            kept.push_back(value);
    return Value::set(sets->front().type().element(), std::move(kept));
}

static CallResult setsubtract(Arguments arguments)
{
    auto sets = unified(arguments);
    if (!sets)
        return tl::unexpected<CallError>(sets.error());
    const Members removed(sets->back());
    std::vector<Value> kept;
    for (const Value &value : sets->front().elements())
        if (!removed.have(value))
            kept.push_back(value);
    return Value::set(sets->front().type().element(), std::move(kept));
}

static bool nextCombination(std::vector<std::size_t> &at, Arguments arguments)
{
    for (std::size_t i = at.size(); i-- > 0;) {
        if (++at[i] < arguments[i].length())
            return true;
        at[i] = 0;
    }
    return false;
}

static std::vector<Value> combinations(Arguments arguments, const std::vector<Type> &types)
{
    std::vector<Value> all;
    std::vector<std::size_t> at(arguments.size(), 0);
    do {
        std::vector<Value> row;
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            const Value &value = arguments[i].elements()[at[i]];
            row.push_back(convert(value, types[i]).value_or(value));
        }
        all.push_back(Value::tuple(std::move(row)));
    } while (nextCombination(at, arguments));
    return all;
}

static CallResult setproduct(Arguments arguments)
{
    if (arguments.size() < 2)
        return callError("at least two arguments are required");
    bool lists = true;
    bool known = true;
    std::size_t count = 1;
    std::vector<Type> types;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const Value &set = arguments[i];
        if (set.kind() != Kind::Set && set.kind() != Kind::List && set.kind() != Kind::Tuple)
            return callError("a set or a list is required", i);
        lists = lists && set.kind() != Kind::Set;
        // Unknown members of a set may turn out to be equal.
        known = known && (set.kind() != Kind::Set || set.isWhollyKnown());
        std::vector<Type> inner;
        for (const Value &value : set.elements())
            inner.push_back(value.type());
        const auto type = unify(inner);
        if (!type)
            return callError("all elements must be of the same type", i);
        types.push_back(set.type().isCollection() ? set.type().element() : *type);
        count *= set.length();
        if (count > maximumProduct)
            return callError("the product has more than " + std::to_string(maximumProduct) + " elements");
    }
    const Type row = Type::tuple(types);
    if (!known)
        return Value::unknown(lists ? Type::list(row) : Type::set(row));
    auto all = count == 0 ? std::vector<Value>() : combinations(arguments, types);
    return lists ? Value::list(row, std::move(all)) : Value::set(row, std::move(all));
}

void addSetFunctions(FunctionTable &table)
{
    const Type any;
    const Parameter unionSet{"other_sets", Type::set(any), Accepts::Inside};
    const Parameter set{"other_sets", Type::set(any), Accepts::Known};
    defineVariadic(table, "setunion", {{"first_set", Type::set(any), Accepts::Inside}}, unionSet, Type::set(any),
                   setunion);
    defineVariadic(table, "setintersection", {{"first_set", Type::set(any)}}, set, Type::set(any), setintersection);
    define(table, "setsubtract", {{"a", Type::set(any)}, {"b", Type::set(any)}}, Type::set(any), setsubtract);
    defineVariadic(table, "setproduct", {}, {"sets", any, Accepts::Inside}, any, setproduct);
}

} // namespace drydock::hcl
