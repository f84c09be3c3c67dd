// SPDX-License-Identifier: MIT
#include "core/policy/subject.h"

#include "core/base/glob.h"
#include "core/policy/joincache.h"
#include "core/policy/manifest.h"
#include "core/policy/valuetools.h"

#include <algorithm>
#include <array>

namespace drydock::policy {

static constexpr std::array<std::string_view, 15> workloads = {"kubernetes_pod",
                                                               "kubernetes_pod_v1",
                                                               "kubernetes_deployment",
                                                               "kubernetes_deployment_v1",
                                                               "kubernetes_daemonset",
                                                               "kubernetes_daemon_set_v1",
                                                               "kubernetes_stateful_set",
                                                               "kubernetes_stateful_set_v1",
                                                               "kubernetes_replication_controller",
                                                               "kubernetes_replication_controller_v1",
                                                               "kubernetes_replica_set",
                                                               "kubernetes_job",
                                                               "kubernetes_job_v1",
                                                               "kubernetes_cron_job",
                                                               "kubernetes_cron_job_v1"};

static std::string_view withoutVersion(std::string_view type)
{
    const std::size_t at = type.rfind("_v");
    if (at == std::string_view::npos || at + 2 >= type.size())
        return type;
    // kubernetes_horizontal_pod_autoscaler_v2beta2 is a version too.
    const bool version = type[at + 2] >= '1' && type[at + 2] <= '9' && type.find('_', at + 1) == std::string_view::npos;
    return version ? type.substr(0, at) : type;
}

bool typeMatches(std::string_view name, std::string_view type)
{
    if (name == type)
        return true;
    if (name == "kubernetes_workload")
        return std::find(workloads.begin(), workloads.end(), type) != workloads.end();
    if (name.find('*') != std::string_view::npos)
        return globMatches(name, type, '.');
    if (type.starts_with("kubernetes_") && name.starts_with("kubernetes_"))
        return withoutVersion(type) == name || (name == "kubernetes_daemonset" && type == "kubernetes_daemon_set_v1") ||
               (name == "kubernetes_cron_job" && type == "kubernetes_cronjob");
    if (type.starts_with("aws_alb") && name.starts_with("aws_lb"))
        return type.substr(std::string_view("aws_alb").size()) == name.substr(std::string_view("aws_lb").size());
    return false;
}

const hcl::Value &Subject::self() const
{
    if (identity.isNull())
        identity = attributes.withMarks(identityMark(address()));
    return identity;
}

const hcl::Value &Subject::locatedSelf() const
{
    if (located.isNull())
        located = withLocations(attributes).withMarks(identityMark(address()));
    return located;
}

terraform::AttributePath Subject::sourcePath(std::string_view path) const
{
    return terraform::AttributePath::parse(fromManifest ? manifestPath(path) : std::string(path));
}

Subjects::Subjects(const terraform::Evaluation &evaluation)
    : m_evaluation(&evaluation)
    , m_joinCache(std::make_unique<JoinCache>())
{
    for (const terraform::ResourceInstance &instance : evaluation.resources()) {
        const terraform::ResourceAddress &address = instance.address();
        Subject subject;
        subject.instance = &instance;
        subject.type = address.mode == terraform::ResourceMode::Data        ? "data." + address.type
                       : address.mode == terraform::ResourceMode::Ephemeral ? "ephemeral." + address.type
                                                                            : address.type;
        subject.attributes = instance.attributes();
        const bool isManifest = subject.type == "kubernetes_manifest";
        add(subject);
        if (!isManifest)
            continue;
        if (auto type = typeOfManifest(instance.attributes())) {
            subject.type = std::move(*type);
            subject.fromManifest = true;
            subject.attributes = typedManifest(instance.attributes());
            add(std::move(subject));
        }
    }
}

Subjects::~Subjects() = default;

void Subjects::add(Subject subject)
{
    auto owned = std::make_unique<const Subject>(std::move(subject));
    m_byType[owned->type].push_back(owned.get());
    // The typed view of a manifest comes second and is the one that rules mean.
    m_byAddress.insert_or_assign(owned->address(), owned.get());
    m_subjects.push_back(std::move(owned));
}

const std::vector<const Subject *> &Subjects::ofType(std::string_view type) const
{
    static const std::vector<const Subject *> none;
    const auto at = m_byType.find(type);
    return at == m_byType.end() ? none : at->second;
}

const std::vector<const Subject *> &Subjects::named(const std::string &name) const
{
    const auto [at, isNew] = m_byName.try_emplace(name);
    std::vector<const Subject *> &result = at->second;
    if (!isNew)
        return result;
    for (const auto &[type, subjects] : m_byType)
        if (typeMatches(name, type))
            result.insert(result.end(), subjects.begin(), subjects.end());
    // Instances lie in one array: their addresses in memory are the order of the configuration.
    std::sort(result.begin(), result.end(),
              [](const Subject *a, const Subject *b) { return std::less<>()(a->instance, b->instance); });
    return result;
}

const Subject *Subjects::find(std::string_view address) const
{
    const auto at = m_byAddress.find(address);
    return at == m_byAddress.end() ? nullptr : at->second;
}

std::vector<std::string_view> Subjects::types() const
{
    std::vector<std::string_view> types;
    types.reserve(m_byType.size());
    for (const auto &[type, subjects] : m_byType)
        types.push_back(type);
    std::sort(types.begin(), types.end());
    return types;
}

} // namespace drydock::policy
