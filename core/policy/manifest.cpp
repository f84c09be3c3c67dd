// SPDX-License-Identifier: MIT
#include "core/policy/manifest.h"

#include "core/policy/valuetools.h"

#include <algorithm>
#include <array>
#include <utility>

namespace drydock::policy {

using hcl::Kind;
using hcl::Value;

static constexpr int maximumDepth = 64;

// Lists of objects have a plural name in a manifest and a singular one as blocks of the typed resource.
static constexpr std::array<std::pair<std::string_view, std::string_view>, 13> blocks = {{
    {"containers", "container"},
    {"init_containers", "init_container"},
    {"volumes", "volume"},
    {"volume_mounts", "volume_mount"},
    {"ports", "port"},
    {"tolerations", "toleration"},
    {"host_aliases", "host_aliases"},
    {"image_pull_secrets", "image_pull_secrets"},
    {"rules", "rule"},
    {"subjects", "subject"},
    {"topology_spread_constraints", "topology_spread_constraint"},
    {"volume_claim_templates", "volume_claim_template"},
    {"sysctls", "sysctl"},
}};

// Below these the keys are the user's own words.
static constexpr std::array<std::string_view, 9> freeKeys = {"labels",        "annotations", "match_labels",
                                                             "node_selector", "limits",      "requests",
                                                             "data",          "string_data", "binary_data"};

std::string snakeCase(std::string_view name)
{
    std::string result;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool upper = name[i] >= 'A' && name[i] <= 'Z';
        const bool afterUpper = i > 0 && name[i - 1] >= 'A' && name[i - 1] <= 'Z';
        const bool beforeLower = i + 1 < name.size() && name[i + 1] >= 'a' && name[i + 1] <= 'z';
        // "clusterIP" ends in one word, "podCIDRBlock" has three.
        if (upper && i > 0 && (!afterUpper || beforeLower))
            result += '_';
        result += upper ? static_cast<char>(name[i] - 'A' + 'a') : name[i];
    }
    return result;
}

static std::string camelCase(std::string_view name)
{
    std::string result;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (name[i] == '_' && i + 1 < name.size() && name[i + 1] >= 'a' && name[i + 1] <= 'z')
            result += static_cast<char>(name[++i] - 'a' + 'A');
        else
            result += name[i];
    }
    return result;
}

static std::string typedName(const std::string &name)
{
    std::string snake = snakeCase(name);
    for (const auto &[plural, singular] : blocks)
        if (snake == plural)
            return std::string(singular);
    return snake;
}

static Value typed(const Value &value, int depth)
{
    if (depth > maximumDepth || value.isUnknown() || value.isNull())
        return value;
    if (value.is(Kind::Object) || value.is(Kind::Map)) {
        hcl::Fields fields;
        fields.reserve(value.length());
        for (const hcl::Field &field : value.fields()) {
            std::string name = typedName(field.name);
            const bool free = std::find(freeKeys.begin(), freeKeys.end(), name) != freeKeys.end();
            fields.push_back({std::move(name), free ? field.value : typed(field.value, depth + 1)});
        }
        return Value::object(std::move(fields)).withMarks(value.marks());
    }
    if (!value.is(Kind::Tuple) && !value.is(Kind::List))
        return value;
    std::vector<Value> elements;
    elements.reserve(value.length());
    for (const Value &element : value.elements())
        elements.push_back(typed(element, depth + 1));
    return Value::tuple(std::move(elements)).withMarks(value.marks());
}

std::optional<std::string> typeOfManifest(const Value &attributes)
{
    const auto kind = textOf(valueAt(attributes, "manifest.kind"));
    if (!kind || kind->empty())
        return std::nullopt;
    // The provider spells two of its types in its own way.
    if (*kind == "DaemonSet")
        return "kubernetes_daemonset";
    return "kubernetes_" + snakeCase(*kind);
}

Value typedManifest(const Value &attributes)
{
    const Value manifest = valueAt(attributes, "manifest");
    return typed(manifest, 0);
}

std::string manifestPath(std::string_view typedPath)
{
    std::string result = "manifest";
    std::size_t at = 0;
    while (at < typedPath.size()) {
        const std::size_t end = std::min(typedPath.find('.', at), typedPath.size());
        const std::string_view step = typedPath.substr(at, end - at);
        const std::size_t bracket = std::min(step.find('['), step.size());
        std::string name(step.substr(0, bracket));
        for (const auto &[plural, singular] : blocks)
            if (name == singular)
                name = plural;
        result += "." + camelCase(name) + std::string(step.substr(bracket));
        at = end + 1;
    }
    return result;
}

} // namespace drydock::policy
