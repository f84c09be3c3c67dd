// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/parser.h"

#include <string>

namespace drydock::terraform::test {

/// What must hold for every tree of the JSON syntax, whatever the text: places are in the file, names can be had,
/// messages can be shown, expressions can be evaluated. Says what does not; empty when all is well.
[[nodiscard]] std::string brokenPromise(const hcl::ParsedFile &file);

} // namespace drydock::terraform::test
