// SPDX-License-Identifier: MIT
#include "core/diff/rows.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace drydock::diff {

namespace {

constexpr double similarEnough = 0.4;
/// Larger edits are paired line by line in order: looking for the best pairs costs removed * added comparisons.
constexpr std::size_t maximumPairings = 2500;

using Pair = std::pair<std::uint32_t, std::uint32_t>;

/// Similarity of every removed line with every added one; row-major by removed line.
std::vector<double> similarities(std::span<const std::string_view> removed, std::span<const std::string_view> added)
{
    std::vector<double> table;
    table.reserve(removed.size() * added.size());
    for (const std::string_view before : removed) {
        for (const std::string_view after : added)
            table.push_back(compareWords(before, after).similarity);
    }
    return table;
}

/// The pairs, in order on both sides, with the greatest sum of similarity.
std::vector<Pair> bestPairs(std::span<const std::string_view> removed, std::span<const std::string_view> added)
{
    const std::size_t m = removed.size();
    const std::size_t n = added.size();
    const std::vector<double> similarity = similarities(removed, added);
    std::vector<double> best((m + 1) * (n + 1), 0.0);
    const auto at = [&](std::size_t i, std::size_t j) -> double & { return best[i * (n + 1) + j]; };
    for (std::size_t i = m; i-- > 0;) {
        for (std::size_t j = n; j-- > 0;) {
            at(i, j) = std::max(at(i + 1, j), at(i, j + 1));
            if (similarity[i * n + j] >= similarEnough)
                at(i, j) = std::max(at(i, j), at(i + 1, j + 1) + similarity[i * n + j]);
        }
    }
    std::vector<Pair> pairs;
    for (std::size_t i = 0, j = 0; i < m && j < n;) {
        if (similarity[i * n + j] >= similarEnough && at(i, j) == at(i + 1, j + 1) + similarity[i * n + j])
            pairs.emplace_back(i++, j++);
        else if (at(i, j) == at(i + 1, j))
            ++i;
        else
            ++j;
    }
    return pairs;
}

class RowBuilder
{
public:
    RowBuilder(std::span<const std::string_view> before, std::span<const std::string_view> after)
        : m_before(before)
        , m_after(after)
    {
    }

    void equalTo(std::uint32_t beforeEnd)
    {
        while (m_x < beforeEnd)
            m_rows.push_back({RowKind::Equal, m_x++, m_y++, {}, {}});
    }

    void edit(const Edit &edit)
    {
        const auto removed = m_before.subspan(edit.beforeStart, edit.beforeCount);
        const auto added = m_after.subspan(edit.afterStart, edit.afterCount);
        if (removed.size() * added.size() <= maximumPairings) {
            for (const auto &[i, j] : bestPairs(removed, added)) {
                replaced(edit.beforeStart + i, edit.afterStart + j);
                pair(m_x, m_y);
            }
        }
        replaced(edit.beforeEnd(), edit.afterEnd());
    }

    std::vector<Row> take() { return std::move(m_rows); }

private:
    void pair(std::uint32_t x, std::uint32_t y)
    {
        WordChanges words = compareWords(m_before[x], m_after[y]);
        m_rows.push_back({RowKind::Changed, x, y, std::move(words.before), std::move(words.after)});
        ++m_x;
        ++m_y;
    }

    /// Lines up to the given ones that have no partner: side by side as far as both sides have some.
    void replaced(std::uint32_t beforeEnd, std::uint32_t afterEnd)
    {
        while (m_x < beforeEnd && m_y < afterEnd)
            m_rows.push_back({RowKind::Changed, m_x++, m_y++, {}, {}});
        while (m_x < beforeEnd)
            m_rows.push_back({RowKind::Removed, m_x++, std::nullopt, {}, {}});
        while (m_y < afterEnd)
            m_rows.push_back({RowKind::Added, std::nullopt, m_y++, {}, {}});
    }

    std::span<const std::string_view> m_before;
    std::span<const std::string_view> m_after;
    std::uint32_t m_x = 0;
    std::uint32_t m_y = 0;
    std::vector<Row> m_rows;
};

} // namespace

std::vector<Row> alignRows(std::span<const std::string_view> before, std::span<const std::string_view> after,
                           const Script &script)
{
    RowBuilder builder(before, after);
    for (const Edit &edit : script.edits) {
        builder.equalTo(edit.beforeStart);
        builder.edit(edit);
    }
    builder.equalTo(static_cast<std::uint32_t>(before.size()));
    return builder.take();
}

} // namespace drydock::diff
