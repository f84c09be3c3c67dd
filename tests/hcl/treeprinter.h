// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/tree.h"

#include <string>

namespace drydock::hcl {

/// The tree as one line of text that does not depend on spacing and comments, for comparing trees in tests.
[[nodiscard]] std::string print(Expression expression);
[[nodiscard]] std::string print(TemplateBody body);
[[nodiscard]] std::string print(Body body);

} // namespace drydock::hcl
