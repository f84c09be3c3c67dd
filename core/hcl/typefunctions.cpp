// SPDX-License-Identifier: MIT
#include "core/hcl/conversion.h"
#include "core/hcl/standardfunctions.h"

namespace drydock::hcl {

static std::string reason(const Value &value, const Type &type, const std::string &fallback)
{
    const bool isText = value.is(Kind::String) && type.isPrimitive();
    if (isText && value.marks().isSensitive())
        return "cannot convert this sensitive string to " + type.source();
    if (isText && type.kind() == Kind::Bool)
        return "cannot convert \"" + value.asString() +
               "\" to bool; only the strings \"true\" or \"false\" are allowed";
    if (isText)
        return "cannot convert \"" + value.asString() +
               "\" to number; given string must be a decimal representation of a number";
    if (fallback.find(':') != std::string::npos && !type.isPrimitive())
        return "cannot convert " + value.type().friendlyName() + " to " + type.friendlyName() + ": " + fallback;
    return "cannot convert " + value.type().friendlyName() + " to " + type.friendlyName();
}

static CallResult convertTo(Arguments arguments, const Type &type)
{
    auto converted = convert(arguments[0], type);
    // What the elements will be is not looked at before they are there.
    if (converted && arguments[0].isUnknown() && arguments[0].kind() != type.kind())
        return Value::unknown(type).withMarks(arguments[0].marks());
    if (!converted)
        return callError(reason(arguments[0], type, converted.error().message), 0);
    return *converted;
}

static CallResult tryExpressions(LazyCall &call)
{
    if (call.count() == 0)
        return callError("at least one argument is required");
    std::string errors;
    for (std::size_t i = 0; i < call.count(); ++i) {
        auto value = call.evaluate(i);
        if (value)
            return *value;
        errors += "\n- " + value.error();
    }
    return callError("no expression succeeded:" + errors +
                     "\n\nAt least one expression must produce a successful result");
}

static CallResult can(LazyCall &call)
{
    auto value = call.evaluate(0);
    if (!value)
        return Value::boolean(false);
    // Whether it works may depend on what is not known yet.
    if (!value->isWhollyKnown())
        return Value::unknown(Type::boolean(), notNull()).withMarks(value->deepMarks());
    return Value::boolean(true);
}

static CallResult nonsensitive(Arguments arguments)
{
    return arguments[0].withOnlyMarks(arguments[0].marks().withoutSensitive());
}

static CallResult issensitive(Arguments arguments)
{
    // What an unknown value will turn out to be may be marked.
    if (arguments[0].isUnknown() && !arguments[0].marks().isSensitive())
        return Value::unknown(Type::boolean(), notNull());
    return Value::boolean(arguments[0].marks().isSensitive());
}

static Value withoutEphemeral(const Value &value)
{
    if (value.marks().isEphemeral())
        return Value::null(value.type());
    if (!value.hasMarks() || !value.isKnown())
        return value;
    if (value.kind() == Kind::Object) {
        Fields fields;
        for (const Field &field : value.fields())
            fields.push_back({field.name, withoutEphemeral(field.value)});
        return Value::object(std::move(fields)).withMarks(value.marks());
    }
    if (value.kind() == Kind::Tuple) {
        std::vector<Value> elements;
        for (const Value &element : value.elements())
            elements.push_back(withoutEphemeral(element));
        return Value::tuple(std::move(elements)).withMarks(value.marks());
    }
    return value;
}

static CallResult removed(const char *name, const char *instead)
{
    return callError(std::string("the \"") + name +
                     "\" function was deprecated in Terraform v0.12 and is no longer available; use " + instead +
                     " syntax to write a literal " + name);
}

void addTypeFunctions(FunctionTable &table)
{
    const Type any;
    const Accepts all = Accepts::Everything;
    struct Conversion
    {
        const char *name;
        Type type;
    };
    for (const Conversion &conversion : {Conversion{"tostring", Type::string()}, Conversion{"tonumber", Type::number()},
                                         Conversion{"tobool", Type::boolean()}, Conversion{"tolist", Type::list(any)},
                                         Conversion{"toset", Type::set(any)}, Conversion{"tomap", Type::map(any)}})
        define(table, conversion.name, {{"v", any, all}}, conversion.type,
               [type = conversion.type](Arguments a) { return convertTo(a, type); });
    const Parameter expressions{"expressions", any, all};
    table.add({"try", {}, {}, expressions, any, nullptr, tryExpressions});
    table.add({"can", {}, {{"expression", any, all}}, std::nullopt, Type::boolean(), nullptr, can});
    define(table, "sensitive", {{"value", any, all}}, any,
           [](Arguments a) { return a[0].withMarks(Marks::sensitive()); });
    define(table, "nonsensitive", {{"value", any, all}}, any, nonsensitive);
    define(table, "issensitive", {{"value", any, all}}, Type::boolean(), issensitive);
    define(table, "ephemeralasnull", {{"value", any, all}}, any, [](Arguments a) { return withoutEphemeral(a[0]); });
    defineVariadic(table, "list", {}, {"vals", any, all}, any,
                   [](Arguments) { return removed("list", "tolist([ ... ])"); });
    defineVariadic(table, "map", {}, {"vals", any, all}, any,
                   [](Arguments) { return removed("map", "tomap({ ... })"); });
}

} // namespace drydock::hcl
