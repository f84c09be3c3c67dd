// SPDX-License-Identifier: MIT
#include "core/policy/pods.h"

#include "core/policy/valuetools.h"

#include <string>
#include <vector>

namespace drydock::policy {

using hcl::Fields;
using hcl::Kind;
using hcl::Value;

static std::string kindOf(std::string_view type)
{
    std::string kind(type.substr(std::string_view("kubernetes_").size()));
    if (const std::size_t version = kind.rfind("_v"); version != std::string::npos && version + 3 == kind.size())
        kind.resize(version);
    return kind == "daemon_set" ? "daemonset" : kind;
}

/// Where the pod's own metadata and spec are, as a path from the workload's attributes.
static std::string templatePath(const std::string &kind)
{
    if (kind == "pod")
        return {};
    if (kind == "cron_job" || kind == "cronjob")
        return "spec.job_template.spec.template";
    return "spec.template";
}

/// The path as a location: blocks of the typed resources are lists.
static std::string blockPath(const std::string &path, bool fromManifest)
{
    if (fromManifest)
        return path;
    std::string result;
    for (const std::string &step : pathSteps(path))
        result += (result.empty() ? "" : ".") + step + "[0]";
    return result;
}

static void addContainers(const Value &spec, const std::string &specPath, const char *block, bool init,
                          std::vector<Value> &containers)
{
    const Value list = valueAt(spec, block);
    const auto elements = elementsOf(list);
    if (!elements) {
        containers.push_back(Value::unknown().withMarks(list.marks()));
        return;
    }
    std::size_t index = 0;
    for (const Value &element : *elements) {
        const auto here = locationMark(specPath + "." + block + "[" + std::to_string(index++) + "]");
        if (!element.is(Kind::Object)) {
            containers.push_back(element.withMarks(here));
            continue;
        }
        Fields fields(element.fields().begin(), element.fields().end());
        fields.push_back({"init", Value::boolean(init)});
        containers.push_back(Value::object(std::move(fields)).withMarks(element.marks() | here));
    }
}

static Value volumesOf(const Value &spec, const std::string &specPath)
{
    const Value list = valueAt(spec, "volume");
    const auto elements = elementsOf(list);
    if (!elements)
        return Value::unknown().withMarks(list.marks());
    std::vector<Value> volumes;
    for (const Value &element : *elements)
        volumes.push_back(
            element.withMarks(locationMark(specPath + ".volume[" + std::to_string(volumes.size()) + "]")));
    return Value::tuple(std::move(volumes));
}

Value podsOf(const Subject &subject)
{
    if (!typeMatches("kubernetes_workload", subject.type))
        return Value::tuple({});
    const std::string kind = kindOf(subject.type);
    const std::string path = templatePath(kind);
    const std::string specPath = path.empty() ? "spec" : path + ".spec";
    const std::string metadataPath = path.empty() ? "metadata" : path + ".metadata";
    Value spec = valueAt(subject.attributes, specPath);
    if (spec.isUnknown())
        return Value::unknown().withMarks(spec.marks());
    // A single block is a list of one.
    if (spec.is(Kind::Tuple) && spec.length() == 1)
        spec = *spec.element(0);
    if (spec.isUnknown())
        return Value::unknown().withMarks(spec.marks());
    if (!spec.is(Kind::Object))
        return Value::tuple({});

    const std::string location = blockPath(specPath, subject.fromManifest);
    std::vector<Value> containers;
    addContainers(spec, location, "container", false, containers);
    addContainers(spec, location, "init_container", true, containers);
    Fields fields(spec.fields().begin(), spec.fields().end());
    fields.push_back({"kind", Value::string(kind)});
    fields.push_back({"labels", valueAt(subject.attributes, metadataPath + ".labels")});
    fields.push_back({"annotations", valueAt(subject.attributes, metadataPath + ".annotations")});
    fields.push_back({"containers", Value::tuple(std::move(containers))});
    fields.push_back({"volumes", volumesOf(spec, location)});
    return Value::tuple({Value::object(std::move(fields)).withMarks(spec.marks() | locationMark(location))});
}

} // namespace drydock::policy
