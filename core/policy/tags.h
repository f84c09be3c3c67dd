// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/value.h"
#include "core/policy/subject.h"

#include <string>
#include <vector>

namespace drydock::policy {

/// The tags (Google: labels) that a resource ends up with: the provider's default_tags under its own. An object;
/// unknown when one of the two is.
[[nodiscard]] hcl::Value tagsOf(const Subject &subject);

/// Those of `names` that are missing or empty. Unknown when a tag that is not found may come with an unknown part.
[[nodiscard]] hcl::Value missingTags(const Subject &subject, const std::vector<std::string> &names);

} // namespace drydock::policy
