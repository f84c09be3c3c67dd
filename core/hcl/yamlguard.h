// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace drydock::hcl {

/// A place in a YAML text (both from 1, the column in bytes) and what is wrong there, without a full stop.
struct YamlProblem
{
    std::size_t line = 1;
    std::size_t column = 1;
    std::string message;
    std::string hint; ///< what to do, a full sentence
};

/// What is to be asked before yaml-cpp's Load(). Control characters but tab and line ends are no YAML, and version 0.7
/// never comes back from some of them. Load() passes over all that follows the first document, and LoadAll() finds
/// documents without end behind a flow sequence that is not closed, so a second one is refused here. No problem means
/// that Load() reads everything or throws.
[[nodiscard]] std::optional<YamlProblem> yamlProblem(std::string_view text);

} // namespace drydock::hcl
