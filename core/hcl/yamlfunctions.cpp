// SPDX-License-Identifier: MIT
#include "core/hcl/standardfunctions.h"
#include "core/hcl/yaml.h"

namespace drydock::hcl {

static CallResult yamldecode(Arguments arguments)
{
    auto decoded = fromYaml(arguments[0].asString());
    if (!decoded)
        return callError(decoded.error().message);
    return *decoded;
}

static CallResult yamlencode(Arguments arguments)
{
    return Value::string(toYaml(arguments[0]));
}

void addYamlFunctions(FunctionTable &table)
{
    define(table, "yamldecode", {{"src", Type::string()}}, Type(), yamldecode);
    define(table, "yamlencode", {{"value", Type(), Accepts::Null}}, Type::string(), yamlencode);
}

} // namespace drydock::hcl
