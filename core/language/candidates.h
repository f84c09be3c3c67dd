// SPDX-License-Identifier: MIT
#pragma once

#include "core/language/completion.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace drydock::language {

/// How well a proposal fits what was typed: less is better, nothing when it does not. The beginning, the beginning of a
/// word in it (`logs` in `aws_s3_bucket.logs`), any part, the letters in order.
[[nodiscard]] std::optional<int> matchRank(std::string_view name, std::string_view typed);

/// Gathers proposals: keeps those that fit, each once, and sorts them.
class Candidates
{
public:
    explicit Candidates(std::string typed)
        : m_typed(std::move(typed))
    {
    }

    /// Less important ones have a higher number.
    void add(CompletionItem item, int importance);
    /// Whether it would be kept; asks before the work of making it.
    [[nodiscard]] bool fits(std::string_view name) const { return matchRank(name, m_typed).has_value(); }
    [[nodiscard]] const std::string &typed() const { return m_typed; }
    /// The best CompletionLimit of them.
    [[nodiscard]] Completions take(hcl::ByteRange replace);

private:
    struct Ranked
    {
        CompletionItem item;
        int rank = 0;
        int importance = 0;
    };

    std::string m_typed;
    std::vector<Ranked> m_all;
    std::unordered_set<std::string> m_labels;
};

} // namespace drydock::language
