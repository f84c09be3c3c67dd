// SPDX-License-Identifier: MIT
#include "views/models/findingquery.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <unordered_map>

namespace drydock::models {

namespace {

using policy::Finding;

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool contains(std::string_view text, std::string_view loweredWord)
{
    return std::search(text.begin(), text.end(), loweredWord.begin(), loweredWord.end(),
                       [](char a, char b) { return lower(a) == b; }) != text.end();
}

std::vector<std::string> loweredWords(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    for (const char c : text) {
        if (c != ' ') {
            word += lower(c);
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty())
        words.push_back(std::move(word));
    return words;
}

bool matchesText(const Finding &finding, const std::vector<std::string> &words)
{
    return std::all_of(words.begin(), words.end(), [&finding](const std::string &word) {
        return contains(finding.title, word) || contains(finding.resource, word) ||
               contains(finding.range.file, word) || contains(finding.message, word) ||
               contains(finding.ruleId, word) || contains(policy::severityName(finding.severity), word);
    });
}

bool matches(const Finding &finding, const FindingQuery &query, const std::vector<std::string> &words)
{
    return (query.severities.empty() || query.severities.contains(finding.severity)) &&
           (query.statuses.empty() || query.statuses.contains(finding.status)) &&
           (query.rule.empty() || query.rule == finding.ruleId) &&
           (query.resource.empty() || query.resource == finding.resource) &&
           (query.file.empty() || query.file == finding.range.file) && matchesText(finding, words);
}

int compareBy(FindingOrder order, const Finding &left, const Finding &right)
{
    switch (order) {
    case FindingOrder::Severity:
        return static_cast<int>(left.severity) - static_cast<int>(right.severity);
    case FindingOrder::Title:
        return left.title.compare(right.title);
    case FindingOrder::Resource:
        return left.resource.compare(right.resource);
    case FindingOrder::Rule:
        return left.ruleId.compare(right.ruleId);
    case FindingOrder::Status:
        return static_cast<int>(left.status) - static_cast<int>(right.status);
    case FindingOrder::Place:
        break;
    }
    const int file = left.range.file.compare(right.range.file);
    return file != 0 ? file : static_cast<int>(left.range.line) - static_cast<int>(right.range.line);
}

std::string_view keyOf(FindingGrouping grouping, const Finding &finding)
{
    switch (grouping) {
    case FindingGrouping::None:
        return {};
    case FindingGrouping::Severity:
        return policy::severityName(finding.severity);
    case FindingGrouping::Rule:
        return finding.ruleId;
    case FindingGrouping::Resource:
        return finding.resource;
    case FindingGrouping::File:
        return finding.range.file;
    }
    return {};
}

void sortGroups(std::vector<FindingGroup> &groups)
{
    std::stable_sort(groups.begin(), groups.end(), [](const FindingGroup &left, const FindingGroup &right) {
        if (left.worst != right.worst)
            return left.worst > right.worst;
        return left.findings.size() > right.findings.size();
    });
}

std::vector<FindingGroup> grouped(const policy::ReviewResult &review, FindingGrouping grouping,
                                  const std::vector<std::uint32_t> &chosen)
{
    std::vector<FindingGroup> groups;
    std::unordered_map<std::string_view, std::size_t> places;
    for (const std::uint32_t index : chosen) {
        const Finding &finding = review.findings[index];
        const std::string_view key = keyOf(grouping, finding);
        const auto [place, added] = places.emplace(key, groups.size());
        if (added)
            groups.push_back({std::string(key),
                              grouping == FindingGrouping::Rule ? finding.title : std::string(key),
                              finding.severity,
                              {}});
        FindingGroup &group = groups[place->second];
        group.worst = std::max(group.worst, finding.severity);
        group.findings.push_back(index);
    }
    sortGroups(groups);
    return groups;
}

std::vector<Facet> countedBy(const policy::ReviewResult &review,
                             const std::function<std::string_view(const Finding &)> &key)
{
    std::unordered_map<std::string_view, std::uint32_t> counts;
    for (const Finding &finding : review.findings)
        ++counts[key(finding)];
    std::vector<Facet> facets;
    facets.reserve(counts.size());
    for (const auto &[name, count] : counts)
        facets.push_back({std::string(name), count});
    std::sort(facets.begin(), facets.end(), [](const Facet &left, const Facet &right) {
        return left.count != right.count ? left.count > right.count : left.key < right.key;
    });
    return facets;
}

} // namespace

Result<FindingArrangement> arrangeFindings(Review review, const FindingQuery &query, const Task &task)
{
    const std::vector<std::string> words = loweredWords(query.text);
    std::vector<std::uint32_t> chosen;
    for (std::uint32_t i = 0; i < review->findings.size(); ++i) {
        if (i % 1024 == 0) {
            if (auto going = task.check(); !going)
                return failure(std::move(going.error()));
        }
        if (matches(review->findings[i], query, words))
            chosen.push_back(i);
    }
    const bool ascending = query.direction == SortDirection::Ascending;
    std::stable_sort(chosen.begin(), chosen.end(), [&](std::uint32_t left, std::uint32_t right) {
        const int order = compareBy(query.order, review->findings[left], review->findings[right]);
        return ascending ? order < 0 : order > 0;
    });
    if (auto going = task.check(); !going)
        return failure(std::move(going.error()));
    FindingArrangement result{review, query.grouping, grouped(*review, query.grouping, chosen), chosen.size()};
    return result;
}

FindingFacets facetsOf(const policy::ReviewResult &review)
{
    return {countedBy(review, [](const Finding &finding) -> std::string_view { return finding.ruleId; }),
            countedBy(review, [](const Finding &finding) -> std::string_view { return finding.resource; }),
            countedBy(review, [](const Finding &finding) -> std::string_view { return finding.range.file; })};
}

} // namespace drydock::models
