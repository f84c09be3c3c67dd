// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

namespace drydock {

/// Terraform configuration as teams write it, of at least the given size: resources with nested blocks, tags,
/// references, templates, a policy in a heredoc, comments. Valid, formatted, the same on every run.
[[nodiscard]] std::string realisticHcl(std::size_t bytes);

} // namespace drydock
