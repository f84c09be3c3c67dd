// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/value.h"
#include "core/terraform/evaluation.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace drydock::policy {

class JoinCache;

/// One resource instance as rules see it. A kubernetes_manifest is there twice: as itself and as the typed resource of
/// its kind.
struct Subject
{
    const terraform::ResourceInstance *instance = nullptr;
    std::string type;            ///< `aws_s3_bucket`, `data.aws_iam_policy_document`
    bool fromManifest = false;   ///< attributes come from `manifest`
    hcl::Value attributes;       ///< not marked
    mutable hcl::Value identity; ///< attributes marked with the address; made when first asked for
    mutable hcl::Value located;  ///< likewise, and every nested block marked with its path

    [[nodiscard]] const std::string &address() const { return instance->addressText(); }
    [[nodiscard]] const hcl::Value &self() const;        ///< `identity`
    [[nodiscard]] const hcl::Value &locatedSelf() const; ///< `located`
    /// The path in the source for a path as rules write it.
    [[nodiscard]] terraform::AttributePath sourcePath(std::string_view path) const;
};

/// All subjects of one evaluated configuration by type. Not safe for several threads at once (lazy values).
class Subjects
{
public:
    explicit Subjects(const terraform::Evaluation &evaluation);
    ~Subjects();
    Subjects(const Subjects &) = delete;
    Subjects &operator=(const Subjects &) = delete;

    /// Of exactly this type.
    [[nodiscard]] const std::vector<const Subject *> &ofType(std::string_view type) const;
    /// Of a name as rules write it: synonyms (`kubernetes_x` and `kubernetes_x_v1`, `aws_lb` and `aws_alb`,
    /// `kubernetes_workload`) and globs (`aws_*`) included. In the order of the configuration, each once.
    [[nodiscard]] const std::vector<const Subject *> &named(const std::string &name) const;
    [[nodiscard]] const Subject *find(std::string_view address) const;
    [[nodiscard]] std::vector<std::string_view> types() const;
    [[nodiscard]] const terraform::Evaluation &evaluation() const { return *m_evaluation; }

    /// Whatever the functions of joins.h want to remember about these subjects.
    [[nodiscard]] JoinCache &joinCache() const { return *m_joinCache; }

private:
    void add(Subject subject);

    const terraform::Evaluation *m_evaluation;
    std::vector<std::unique_ptr<const Subject>> m_subjects;
    std::unordered_map<std::string_view, std::vector<const Subject *>> m_byType;
    std::unordered_map<std::string_view, const Subject *> m_byAddress;
    mutable std::unordered_map<std::string, std::vector<const Subject *>> m_byName;
    std::unique_ptr<JoinCache> m_joinCache;
};

/// Whether a type is meant by a name as rules write it.
[[nodiscard]] bool typeMatches(std::string_view name, std::string_view type);

} // namespace drydock::policy
