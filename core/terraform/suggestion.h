// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace drydock::terraform {

/// The candidate that differs least from a misspelt name, when it is close enough to be meant; else empty.
[[nodiscard]] std::string closestName(std::string_view name, std::span<const std::string> candidates);

/// "Did you mean \"region\"?", or empty when nothing is close.
[[nodiscard]] std::string didYouMean(std::string_view name, std::span<const std::string> candidates,
                                     std::string_view prefix = {});

/// Suggestions for the mistakes of one module or file: after a million comparisons there are no more, so that very many
/// misspelt names among very many declared ones come to an end.
class Suggestions
{
public:
    [[nodiscard]] std::string didYouMean(std::string_view name, std::span<const std::string> candidates,
                                         std::string_view prefix = {});

private:
    static constexpr std::size_t most = 1'000'000;
    std::size_t m_compared = 0;
};

} // namespace drydock::terraform
