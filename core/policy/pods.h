// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/value.h"
#include "core/policy/subject.h"

namespace drydock::policy {

/// The pod that a workload describes, as a list of one object (of none when the subject is no workload; unknown when
/// the way to its specification is): everything of the pod's `spec` under the names of the typed resources, and
///   `kind`            "pod", "deployment", "cron_job" ...
///   `labels`, `annotations`   of the pod template's metadata
///   `containers`      list of containers, init containers included; each also has `init` (bool)
///   `volumes`         list
/// Objects carry their location, so that a finding can point at one container.
[[nodiscard]] hcl::Value podsOf(const Subject &subject);

} // namespace drydock::policy
