// SPDX-License-Identifier: MIT
#include "core/terraform/planfile.h"

#include "core/terraform/jsondocument.h"
#include "core/terraform/secretmask.h"
#include "core/terraform/shownvalues.h"

#include <algorithm>
#include <array>
#include <utility>

namespace drydock::terraform {

namespace {

constexpr std::array<std::pair<PlannedAction, std::string_view>, 10> actions = {{
    {PlannedAction::NoOp, "no-op"},
    {PlannedAction::Create, "create"},
    {PlannedAction::Read, "read"},
    {PlannedAction::Update, "update"},
    {PlannedAction::Delete, "delete"},
    {PlannedAction::DeleteThenCreate, "delete, create"},
    {PlannedAction::CreateThenDelete, "create, delete"},
    {PlannedAction::Forget, "forget"},
    {PlannedAction::CreateThenForget, "create, forget"},
    {PlannedAction::Other, "other"},
}};

PlannedAction actionOf(const JsonValue &json)
{
    std::string text;
    for (const JsonValue &each : json.elements())
        text += (text.empty() ? "" : ", ") + each.string();
    const auto found =
        std::find_if(actions.begin(), actions.end(), [&text](const auto &known) { return known.second == text; });
    return found == actions.end() ? PlannedAction::Other : found->first;
}

bool isEqual(const JsonValue &left, const JsonValue &right)
{
    if (left.isNull() || right.isNull())
        return left.isNull() && right.isNull();
    if (left.kind() != right.kind() || left.text() != right.text())
        return false;
    JsonValue a = left.firstChild();
    JsonValue b = right.firstChild();
    for (; a && b; a = a.nextSibling(), b = b.nextSibling())
        if (a.key() != b.key() || !isEqual(a, b))
            return false;
    return !a && !b;
}

/// Finds the hidden parts whose values differ.
class SecretComparison
{
public:
    SecretComparison(const SecretMask &mask, std::vector<AttributePath> &changed)
        : m_mask(mask)
        , m_changed(changed)
    {
    }

    void compare(const JsonValue &before, const JsonValue &after, const JsonValue &unknown, const AttributePath &path)
    {
        const bool isOpen = !unknown.isNull() && unknown.kind() == JsonKind::Boolean && unknown.boolean();
        if (m_mask.hides(before) || m_mask.hides(after)) {
            if (isOpen || !isEqual(before, after))
                m_changed.push_back(path);
            return;
        }
        const JsonValue &shape = before.isNull() ? after : before;
        if (shape.isNull())
            return;
        if (shape.kind() == JsonKind::Object)
            compareMembers(before, after, isOpen ? JsonValue() : unknown, path);
        else if (shape.kind() == JsonKind::Array)
            compareElements(before, after, isOpen ? JsonValue() : unknown, path);
    }

private:
    static JsonValue member(const JsonValue &json, std::string_view name)
    {
        return json.isNull() || json.kind() != JsonKind::Object ? JsonValue() : json[name];
    }

    void compareMembers(const JsonValue &before, const JsonValue &after, const JsonValue &unknown,
                        const AttributePath &path)
    {
        std::vector<std::string_view> names;
        for (const JsonValue &side : {before, after})
            if (!side.isNull() && side.kind() == JsonKind::Object)
                for (JsonValue child = side.firstChild(); child; child = child.nextSibling())
                    names.push_back(child.key());
        std::sort(names.begin(), names.end());
        names.erase(std::unique(names.begin(), names.end()), names.end());
        for (const std::string_view name : names)
            compare(member(before, name), member(after, name), member(unknown, name), path.name(std::string(name)));
    }

    void compareElements(const JsonValue &before, const JsonValue &after, const JsonValue &unknown,
                         const AttributePath &path)
    {
        const auto first = [](const JsonValue &json) {
            return json.isNull() || json.kind() != JsonKind::Array ? JsonValue() : json.firstChild();
        };
        JsonValue left = first(before);
        JsonValue right = first(after);
        JsonValue open = first(unknown);
        for (std::size_t index = 0; left || right; ++index) {
            compare(left, right, open, path.index(index));
            left = left.nextSibling();
            right = right.nextSibling();
            open = open.nextSibling();
        }
    }

    const SecretMask &m_mask;
    std::vector<AttributePath> &m_changed;
};

AttributePath pathOf(const JsonValue &json)
{
    AttributePath path;
    for (const JsonValue &step : json.elements())
        path = step.kind() == JsonKind::Number ? path.index(static_cast<std::size_t>(step.integer()))
                                               : path.name(step.string());
    return path;
}

Change changeOf(const JsonValue &json, const SecretMask &mask)
{
    Change change;
    change.action = actionOf(json.required("actions"));
    change.before = mask.valueOf(json["before"]);
    change.after = mask.valueOf(json["after"], json["after_unknown"]);
    SecretComparison(mask, change.changedSecrets).compare(json["before"], json["after"], json["after_unknown"], {});
    for (const JsonValue &path : json["replace_paths"].elements())
        change.replacePaths.push_back(pathOf(path));
    if (const JsonValue importing = json["importing"])
        change.importId = importing["id"].string();
    change.generatedConfiguration = json["generated_config"].string();
    return change;
}

std::vector<ResourceChange> changesOf(const JsonValue &json, const SecretMask &mask)
{
    std::vector<ResourceChange> changes;
    for (const JsonValue &each : json.elements()) {
        ResourceChange change;
        change.address = addressOf(each.required("address"));
        if (const JsonValue previous = each["previous_address"])
            change.previousAddress = addressOf(previous);
        change.deposedKey = each["deposed"].string();
        change.provider = each["provider_name"].string();
        change.reason = each["action_reason"].string();
        change.change = changeOf(each.required("change"), mask);
        changes.push_back(std::move(change));
    }
    return changes;
}

Plan planOf(const JsonValue &root, const MaskOptions &options)
{
    checkFormatVersion(root, 1, "plan");
    const SecretMask mask = SecretMask::ofPlan(root, options);
    Plan plan;
    plan.formatVersion = root["format_version"].string();
    plan.terraformVersion = root["terraform_version"].string();
    plan.timestamp = root["timestamp"].string();
    plan.isApplyable = root["applyable"].boolean();
    plan.isComplete = root["complete"].boolean();
    plan.isErrored = root["errored"].boolean();
    for (const JsonValue &variable : root["variables"].members())
        plan.variables.push_back({std::string(variable.key()), mask.valueOf(variable["value"])});
    plan.changes = changesOf(root["resource_changes"], mask);
    plan.drift = changesOf(root["resource_drift"], mask);
    for (const JsonValue &output : root["output_changes"].members())
        plan.outputs.push_back({std::string(output.key()), changeOf(output, mask)});
    plan.planned = valuesOf(root["planned_values"], mask);
    plan.prior = valuesOf(root["prior_state"]["values"], mask);
    plan.checks = checksOf(root["checks"]);
    return plan;
}

} // namespace

bool isReplacement(PlannedAction action)
{
    return action == PlannedAction::DeleteThenCreate || action == PlannedAction::CreateThenDelete;
}

std::string_view textOf(PlannedAction action)
{
    return actions.at(static_cast<std::size_t>(action)).second;
}

const ResourceChange *Plan::find(std::string_view address) const
{
    const auto found = std::find_if(changes.begin(), changes.end(), [&](const ResourceChange &each) {
        return each.deposedKey.empty() && each.address.text() == address;
    });
    return found == changes.end() ? nullptr : &*found;
}

Result<Plan> readPlan(std::string_view json, const std::string &fileName, const MaskOptions &options)
{
    const auto document = JsonDocument::parse(json, fileName);
    if (!document)
        return Failure(document.error());
    return guarded(fileName, [&]() -> Result<Plan> { return planOf(document->root(), options); });
}

Result<std::string> maskedPlan(std::string_view json, const std::string &fileName, const MaskOptions &options)
{
    const auto document = JsonDocument::parse(json, fileName);
    if (!document)
        return Failure(document.error());
    return guarded(fileName, [&]() -> Result<std::string> {
        checkFormatVersion(document->root(), 1, "plan");
        return SecretMask::ofPlan(document->root(), options).text(document->root());
    });
}

} // namespace drydock::terraform
