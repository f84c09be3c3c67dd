// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/policy/finding.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::project {

class Workspace;

enum class FindingOrder : std::uint8_t { Severity, File, Rule, Resource };

struct FindingQuery
{
    std::string runId = {};
    std::vector<policy::Severity> severities = {}; ///< empty: all
    std::vector<policy::FindingStatus> statuses = {};
    std::string ruleId = {};
    std::string resource = {}; ///< exact address
    std::string file = {};     ///< exact path
    std::string text = {}; ///< anywhere in message, rule, title, resource or file; letter case of ASCII does not matter
    FindingOrder order = FindingOrder::Severity;
    std::uint32_t offset = 0;
    std::uint32_t limit = 200;
};

struct FindingPage
{
    std::uint32_t total = 0; ///< of all pages
    std::vector<policy::Finding> findings;
};

struct FindingGroup
{
    std::string key; ///< severity name, rule, resource or file
    std::uint32_t count = 0;
    policy::Severity worst = policy::Severity::Low;
};

/// Two reviews side by side, matched by fingerprint; only open findings take part.
struct FindingChanges
{
    std::vector<policy::Finding> added;     ///< in the newer, not in the older
    std::vector<policy::Finding> fixed;     ///< in the older, not in the newer
    std::vector<policy::Finding> remaining; ///< in both, as the newer has them
};

/// The stored findings of reviews. Safe from any thread. Codes: `run.not-found`, `run.no-review`.
class FindingService
{
public:
    explicit FindingService(const Workspace &workspace);

    [[nodiscard]] Result<FindingPage> page(const FindingQuery &query) const;
    /// Counts per key under the filter of `query`, most severe first.
    [[nodiscard]] Result<std::vector<FindingGroup>> groups(const FindingQuery &query, FindingOrder by) const;
    /// The whole review as it was when it ran.
    [[nodiscard]] Result<policy::ReviewResult> review(std::string_view runId) const;
    [[nodiscard]] Result<FindingChanges> changes(std::string_view olderRunId, std::string_view newerRunId) const;

    /// Stores the result under a run; joins the caller's transaction.
    [[nodiscard]] Result<> save(std::string_view runId, const policy::ReviewResult &result) const;

private:
    const Workspace &m_workspace;
};

} // namespace drydock::project
