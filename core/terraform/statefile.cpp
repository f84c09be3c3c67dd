// SPDX-License-Identifier: MIT
#include "core/terraform/statefile.h"

#include "core/terraform/jsondocument.h"
#include "core/terraform/secretfinder.h"
#include "core/terraform/secretmask.h"
#include "core/terraform/shownvalues.h"

#include <algorithm>
#include <utility>

namespace drydock::terraform {

namespace {

constexpr std::uint64_t rawVersion = 4;

/// Which form the text has; refuses what is neither, and other versions.
StateForm formOf(const JsonValue &root)
{
    if (root.kind() != JsonKind::Object)
        root.refuse("an object");
    if (root["encrypted_data"])
        throw JsonFormatError("state.encrypted", "The state is encrypted by OpenTofu.",
                              "Print it with `tofu show -json` where its key is.");
    const JsonValue version = root["version"];
    if (!version) {
        checkFormatVersion(root, 1, "state");
        return StateForm::Show;
    }
    const std::uint64_t number = version.integer();
    if (number != rawVersion)
        throw JsonFormatError("state.version",
                              "The state has the version " + std::to_string(number) + "; this program reads version " +
                                  std::to_string(rawVersion) + ".",
                              number < rawVersion
                                  ? "Terraform upgrades it: run `terraform refresh` or `terraform apply`."
                                  : "A newer Drydock may read it.");
    return StateForm::Raw;
}

SecretMask maskOf(const JsonValue &root, StateForm form, const MaskOptions &options)
{
    return form == StateForm::Raw ? SecretMask::ofRawState(root, options) : SecretMask::ofShownState(root, options);
}

InstanceKey keyOf(const JsonValue &json)
{
    if (!json)
        return {};
    return json.kind() == JsonKind::Number ? InstanceKey::number(json.integer()) : InstanceKey::text(json.string());
}

ResourceMode modeOf(const JsonValue &json)
{
    const std::string mode = json.string();
    if (mode != "managed" && mode != "data" && mode != "ephemeral")
        json.refuse("managed, data or ephemeral");
    return mode == "managed" ? ResourceMode::Managed : mode == "data" ? ResourceMode::Data : ResourceMode::Ephemeral;
}

class RawReader
{
public:
    RawReader(const JsonValue &root, const SecretMask &mask)
        : m_root(root)
        , m_mask(mask)
    {
    }

    StateValues read() const
    {
        StateValues values;
        for (const JsonValue &output : m_root["outputs"].members())
            values.outputs.push_back(
                {std::string(output.key()), m_mask.valueOf(output["value"]), output["sensitive"].boolean()});
        std::sort(values.outputs.begin(), values.outputs.end(),
                  [](const StateOutput &left, const StateOutput &right) { return left.name < right.name; });
        for (const JsonValue &resource : m_root["resources"].elements())
            addInstances(resource, values.resources);
        return values;
    }

private:
    void addInstances(const JsonValue &json, std::vector<StateResource> &resources) const
    {
        StateResource common;
        if (const JsonValue path = json["module"]) {
            auto module = ModulePath::parse(path.string());
            if (!module)
                path.refuse("the address of a module");
            common.address.module = std::move(*module);
        }
        common.address.mode = modeOf(json.required("mode"));
        common.address.type = json.required("type").string();
        common.address.name = json.required("name").string();
        common.provider = providerIn(json["provider"].string());
        for (const JsonValue &instance : json["instances"].elements()) {
            StateResource resource = common;
            resource.address.key = keyOf(instance["index_key"]);
            resource.schemaVersion = instance["schema_version"].integer();
            resource.deposedKey = instance["deposed"].string();
            resource.isTainted = instance["status"].string() == "tainted";
            resource.values = valuesOf(instance);
            for (const JsonValue &dependency : instance["dependencies"].elements())
                resource.dependsOn.push_back(dependency.string());
            resources.push_back(std::move(resource));
        }
    }

    hcl::Value valuesOf(const JsonValue &instance) const
    {
        const JsonValue attributes = instance["attributes"];
        hcl::Fields fields;
        for (const JsonValue &attribute : (attributes ? attributes : instance["attributes_flat"]).members()) {
            const JsonValue value = m_mask.hides(attribute) ? attribute : unwrapped(attribute);
            fields.push_back({std::string(attribute.key()), m_mask.valueOf(value)});
        }
        return hcl::Value::object(std::move(fields));
    }

    const JsonValue &m_root;
    const SecretMask &m_mask;
};

std::vector<CheckResult> rawChecksOf(const JsonValue &json)
{
    std::vector<CheckResult> checks;
    for (const JsonValue &each : json.elements()) {
        CheckResult check;
        check.kind = each["object_kind"].string();
        check.address = each["config_addr"].string();
        check.status = checkStatusOf(each["status"].string());
        for (const JsonValue &object : each["objects"].elements())
            for (const JsonValue &message : object["failure_messages"].elements())
                check.problems.push_back(message.string());
        checks.push_back(std::move(check));
    }
    return checks;
}

State stateOf(const JsonValue &root, const MaskOptions &options)
{
    State state;
    state.form = formOf(root);
    const SecretMask mask = maskOf(root, state.form, options);
    state.terraformVersion = root["terraform_version"].string();
    if (state.form == StateForm::Show) {
        state.values = valuesOf(root["values"], mask);
        state.checks = checksOf(root["checks"]);
        return state;
    }
    state.serial = root["serial"].integer();
    state.lineage = root["lineage"].string();
    state.values = RawReader(root, mask).read();
    state.checks = rawChecksOf(root["check_results"]);
    return state;
}

} // namespace

const StateResource *State::find(std::string_view address) const
{
    const auto found = std::find_if(values.resources.begin(), values.resources.end(), [&](const StateResource &each) {
        return each.deposedKey.empty() && each.address.text() == address;
    });
    return found == values.resources.end() ? nullptr : &*found;
}

Result<State> readState(std::string_view json, const std::string &fileName, const MaskOptions &options)
{
    const auto document = JsonDocument::parse(json, fileName);
    if (!document)
        return Failure(document.error());
    return guarded(fileName, [&]() -> Result<State> { return stateOf(document->root(), options); });
}

Result<std::string> maskedState(std::string_view json, const std::string &fileName, const MaskOptions &options)
{
    const auto document = JsonDocument::parse(json, fileName);
    if (!document)
        return Failure(document.error());
    return guarded(fileName, [&]() -> Result<std::string> {
        const JsonValue root = document->root();
        return maskOf(root, formOf(root), options).text(root);
    });
}

} // namespace drydock::terraform
