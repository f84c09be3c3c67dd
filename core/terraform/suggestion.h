// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace drydock::terraform {

/// The candidate that differs least from a misspelt name, when it is close enough to be meant; else empty.
[[nodiscard]] std::string closestName(std::string_view name, std::span<const std::string> candidates);

/// "Did you mean \"region\"?", or empty when nothing is close.
[[nodiscard]] std::string didYouMean(std::string_view name, std::span<const std::string> candidates,
                                     std::string_view prefix = {});

} // namespace drydock::terraform
