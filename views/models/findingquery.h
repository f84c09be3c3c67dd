// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/policy/finding.h"

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace drydock::models {

using Review = std::shared_ptr<const policy::ReviewResult>;

enum class FindingGrouping : std::uint8_t { None, Severity, Rule, Resource, File };
enum class FindingOrder : std::uint8_t { Severity, Title, Resource, Place, Rule, Status };
enum class SortDirection : std::uint8_t { Ascending, Descending };

/// Which findings to show and how. An empty set or text does not filter.
struct FindingQuery
{
    std::set<policy::Severity> severities;
    std::set<policy::FindingStatus> statuses;
    std::string rule;
    std::string resource;
    std::string file;
    std::string text; ///< words that must all occur, in any column; letter case of ASCII does not matter
    FindingGrouping grouping = FindingGrouping::Severity;
    FindingOrder order = FindingOrder::Severity;
    SortDirection direction = SortDirection::Descending;
};

/// Findings that belong together; indices into ReviewResult::findings.
struct FindingGroup
{
    std::string key; ///< severity name, rule id, address or file; empty when not grouped
    std::string title;
    policy::Severity worst = policy::Severity::Low;
    std::vector<std::uint32_t> findings;
};

/// The answer to a FindingQuery, ready to be shown. Holds the review it points into.
struct FindingArrangement
{
    Review review;
    FindingGrouping grouping = FindingGrouping::None;
    std::vector<FindingGroup> groups; ///< one without key when not grouped
    std::size_t shown = 0;            ///< findings in all groups
};

/// Filters, sorts and groups. Linear in the findings but for sorting; safe on any thread, so that a large review does
/// not stop the window. Fails only when cancelled.
[[nodiscard]] Result<FindingArrangement> arrangeFindings(Review review, const FindingQuery &query,
                                                         const Task &task = {});

/// What a filter can be set to, with the number of findings each.
struct Facet
{
    std::string key;
    std::uint32_t count = 0;
};

struct FindingFacets
{
    std::vector<Facet> rules; ///< each list: most findings first
    std::vector<Facet> resources;
    std::vector<Facet> files;
};

[[nodiscard]] FindingFacets facetsOf(const policy::ReviewResult &review);

} // namespace drydock::models
