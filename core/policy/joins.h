// SPDX-License-Identifier: MIT
#pragma once

#include "core/policy/subject.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock::policy {

/// The resources of `types` whose `attribute` means `target`: it derives from the target (by origin, also through
/// locals, module arguments and outputs, conditionals), or it is equal to what identifies the target (`identity`:
/// attribute paths of the target; empty: name, bucket, metadata.name and the like, and the attribute of the same name).
///
/// A list of those that surely do, followed by one unknown element for each that may. Unknown when only such are there.
[[nodiscard]] hcl::Value related(const Subjects &subjects, const Subject &target, const std::vector<std::string> &types,
                                 std::string_view attribute, const std::vector<std::string> &identity = {});

/// The resources of `types` that a value derives from, or names.
[[nodiscard]] hcl::Value referredTo(const Subjects &subjects, const hcl::Value &value,
                                    const std::vector<std::string> &types);

/// All resources of `types` as a list of objects.
[[nodiscard]] hcl::Value allOf(const Subjects &subjects, const std::vector<std::string> &types);

} // namespace drydock::policy
