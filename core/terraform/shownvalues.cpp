// SPDX-License-Identifier: MIT
#include "core/terraform/shownvalues.h"

#include <algorithm>
#include <utility>

namespace drydock::terraform {

CheckStatus checkStatusOf(std::string_view text)
{
    if (text == "pass")
        return CheckStatus::Pass;
    if (text == "fail")
        return CheckStatus::Fail;
    return text == "error" ? CheckStatus::Error : CheckStatus::Unknown;
}

std::vector<CheckResult> checksOf(const JsonValue &json)
{
    std::vector<CheckResult> checks;
    for (const JsonValue &each : json.elements()) {
        CheckResult check;
        check.kind = each["address"]["kind"].string();
        check.address = each["address"]["to_display"].string();
        check.status = checkStatusOf(each["status"].string());
        for (const JsonValue &instance : each["instances"].elements())
            for (const JsonValue &problem : instance["problems"].elements())
                check.problems.push_back(problem["message"].string());
        checks.push_back(std::move(check));
    }
    return checks;
}

ResourceAddress addressOf(const JsonValue &json)
{
    auto address = ResourceAddress::parse(json.string());
    if (!address)
        json.refuse("the address of a resource");
    return std::move(*address);
}

static void addModule(const JsonValue &module, const SecretMask &mask, StateValues &values)
{
    for (const JsonValue &each : module["resources"].elements()) {
        StateResource resource;
        resource.address = addressOf(each.required("address"));
        resource.provider = each["provider_name"].string();
        resource.schemaVersion = each["schema_version"].integer();
        resource.values = mask.valueOf(each["values"]);
        for (const JsonValue &dependency : each["depends_on"].elements())
            resource.dependsOn.push_back(dependency.string());
        resource.deposedKey = each["deposed_key"].string();
        resource.isTainted = each["tainted"].boolean();
        values.resources.push_back(std::move(resource));
    }
    for (const JsonValue &child : module["child_modules"].elements())
        addModule(child, mask, values);
}

StateValues valuesOf(const JsonValue &json, const SecretMask &mask)
{
    StateValues values;
    for (const JsonValue &each : json["outputs"].members())
        values.outputs.push_back({std::string(each.key()), mask.valueOf(each["value"]), each["sensitive"].boolean()});
    std::sort(values.outputs.begin(), values.outputs.end(),
              [](const StateOutput &left, const StateOutput &right) { return left.name < right.name; });
    addModule(json["root_module"], mask, values);
    return values;
}

} // namespace drydock::terraform
