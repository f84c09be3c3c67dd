// SPDX-License-Identifier: MIT
#include "core/diff/myers.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

namespace drydock::diff {

namespace {

/// A part of both sequences that is still to be compared: [beforeStart, beforeEnd) with [afterStart, afterEnd).
struct Box
{
    std::int64_t beforeStart, beforeEnd, afterStart, afterEnd;
};

struct Point
{
    std::int64_t x, y;
};

/// Furthest points of one direction of the search, by diagonal.
class Frontier
{
public:
    explicit Frontier(std::int64_t maximumCost)
        : m_offset(maximumCost + 2)
        , m_furthest(static_cast<std::size_t>(2 * maximumCost + 5), -1)
    {
    }

    std::int64_t &operator[](std::int64_t diagonal)
    {
        return m_furthest[static_cast<std::size_t>(diagonal + m_offset)];
    }

    /// Makes the diagonals next to the outermost ones of `cost` unreachable.
    void open(std::int64_t cost)
    {
        (*this)[-cost - 1] = -1;
        (*this)[cost + 1] = -1;
    }

    /// The start of the snake on `diagonal` after `cost` steps in an `n` by `m` box; -1 where it cannot be reached.
    std::int64_t step(std::int64_t diagonal, std::int64_t cost, std::int64_t n, std::int64_t m)
    {
        if (cost == 0)
            return 0;
        const std::int64_t right = (*this)[diagonal - 1];
        const std::int64_t down = (*this)[diagonal + 1];
        std::int64_t x = -1;
        if (right >= 0 && right + 1 <= n && right + 1 - diagonal <= m)
            x = right + 1;
        if (down >= 0 && down - diagonal <= m && down - diagonal >= 0)
            x = std::max(x, down);
        return x;
    }

private:
    std::int64_t m_offset;
    std::vector<std::int64_t> m_furthest;
};

class Search
{
public:
    Search(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after, std::int64_t maximumCost)
        : m_before(before)
        , m_after(after)
        , m_maximumCost(maximumCost)
        , m_forward(maximumCost)
        , m_backward(maximumCost)
        , m_result{std::vector<char>(before.size(), 0), std::vector<char>(after.size(), 0), Exactness::Minimal}
    {
    }

    Unmatched run()
    {
        m_open.push_back({0, static_cast<std::int64_t>(m_before.size()), 0, static_cast<std::int64_t>(m_after.size())});
        while (!m_open.empty()) {
            Box box = m_open.back();
            m_open.pop_back();
            trim(box);
            if (box.beforeStart == box.beforeEnd || box.afterStart == box.afterEnd)
                mark(box);
            else
                split(box);
        }
        return std::move(m_result);
    }

private:
    [[nodiscard]] bool equal(std::int64_t x, std::int64_t y) const
    {
        return m_before[static_cast<std::size_t>(x)] == m_after[static_cast<std::size_t>(y)];
    }

    void trim(Box &box) const
    {
        while (box.beforeStart < box.beforeEnd && box.afterStart < box.afterEnd &&
               equal(box.beforeStart, box.afterStart)) {
            ++box.beforeStart;
            ++box.afterStart;
        }
        while (box.beforeStart < box.beforeEnd && box.afterStart < box.afterEnd &&
               equal(box.beforeEnd - 1, box.afterEnd - 1)) {
            --box.beforeEnd;
            --box.afterEnd;
        }
    }

    void mark(const Box &box)
    {
        std::fill(m_result.before.begin() + box.beforeStart, m_result.before.begin() + box.beforeEnd, char(1));
        std::fill(m_result.after.begin() + box.afterStart, m_result.after.begin() + box.afterEnd, char(1));
    }

    void split(const Box &box)
    {
        const Point middle = middlePoint(box);
        const std::int64_t x = box.beforeStart + middle.x;
        const std::int64_t y = box.afterStart + middle.y;
        const bool progress = (x > box.beforeStart || y > box.afterStart) && (x < box.beforeEnd || y < box.afterEnd);
        if (!progress) {
            m_result.exactness = Exactness::Approximate;
            mark(box);
            return;
        }
        m_open.push_back({box.beforeStart, x, box.afterStart, y});
        m_open.push_back({x, box.beforeEnd, y, box.afterEnd});
    }

    /// A point that a cheapest way through the box passes, or the best one known when the search became too costly.
    Point middlePoint(const Box &box)
    {
        for (std::int64_t cost = 0; cost < m_maximumCost; ++cost) {
            m_forward.open(cost);
            if (const auto point = advanceForward(box, cost))
                return *point;
            m_backward.open(cost);
            if (const auto point = advanceBackward(box, cost))
                return *point;
        }
        m_result.exactness = Exactness::Approximate;
        return bestKnown(box, m_maximumCost - 1);
    }

    std::optional<Point> advanceForward(const Box &box, std::int64_t cost)
    {
        const std::int64_t n = box.beforeEnd - box.beforeStart;
        const std::int64_t m = box.afterEnd - box.afterStart;
        const std::int64_t delta = n - m;
        for (std::int64_t k = -cost; k <= cost; k += 2) {
            std::int64_t x = m_forward.step(k, cost, n, m);
            if (x >= 0) {
                while (x < n && x - k < m && equal(box.beforeStart + x, box.afterStart + x - k))
                    ++x;
            }
            m_forward[k] = x;
            const std::int64_t opposite = delta - k;
            if (x >= 0 && delta % 2 != 0 && opposite > -cost && opposite < cost && m_backward[opposite] >= 0 &&
                x + m_backward[opposite] >= n)
                return Point{x, x - k};
        }
        return std::nullopt;
    }

    std::optional<Point> advanceBackward(const Box &box, std::int64_t cost)
    {
        const std::int64_t n = box.beforeEnd - box.beforeStart;
        const std::int64_t m = box.afterEnd - box.afterStart;
        const std::int64_t delta = n - m;
        for (std::int64_t k = -cost; k <= cost; k += 2) {
            std::int64_t x = m_backward.step(k, cost, n, m);
            if (x >= 0) {
                while (x < n && x - k < m && equal(box.beforeEnd - 1 - x, box.afterEnd - 1 - (x - k)))
                    ++x;
            }
            m_backward[k] = x;
            const std::int64_t opposite = delta - k;
            if (x >= 0 && delta % 2 == 0 && opposite >= -cost && opposite <= cost && m_forward[opposite] >= 0 &&
                x + m_forward[opposite] >= n)
                return Point{n - x, m - (x - k)};
        }
        return std::nullopt;
    }

    Point bestKnown(const Box &box, std::int64_t cost)
    {
        const std::int64_t n = box.beforeEnd - box.beforeStart;
        const std::int64_t m = box.afterEnd - box.afterStart;
        std::int64_t best = -1;
        Point point{0, 0};
        for (std::int64_t k = -cost; k <= cost; k += 2) {
            if (const std::int64_t x = m_forward[k]; x >= 0 && 2 * x - k > best) {
                best = 2 * x - k;
                point = {x, x - k};
            }
            if (const std::int64_t x = m_backward[k]; x >= 0 && 2 * x - k > best) {
                best = 2 * x - k;
                point = {n - x, m - (x - k)};
            }
        }
        return point;
    }

    std::span<const std::uint32_t> m_before;
    std::span<const std::uint32_t> m_after;
    std::int64_t m_maximumCost;
    Frontier m_forward;
    Frontier m_backward;
    std::vector<Box> m_open;
    Unmatched m_result;
};

/// The symbols that occur on the other side too, and where they came from. The others cannot be in a common sequence,
/// and without them two files that share nothing cost nothing.
struct Common
{
    std::vector<std::uint32_t> symbols;
    std::vector<std::size_t> positions;
};

Common keepCommon(std::span<const std::uint32_t> side, const std::vector<char> &occursOnOther)
{
    Common common;
    for (std::size_t i = 0; i < side.size(); ++i) {
        if (side[i] < occursOnOther.size() && occursOnOther[side[i]]) {
            common.symbols.push_back(side[i]);
            common.positions.push_back(i);
        }
    }
    return common;
}

std::vector<char> occurrences(std::span<const std::uint32_t> side)
{
    std::vector<char> occurs;
    if (!side.empty())
        occurs.resize(static_cast<std::size_t>(*std::max_element(side.begin(), side.end())) + 1);
    for (const std::uint32_t symbol : side)
        occurs[symbol] = 1;
    return occurs;
}

void spread(const std::vector<char> &unmatched, const Common &common, std::size_t offset, std::vector<char> &all)
{
    for (std::size_t i = 0; i < unmatched.size(); ++i)
        all[offset + common.positions[i]] = unmatched[i];
}

} // namespace

Unmatched compareSymbols(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after)
{
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t prefix = 0;
    while (prefix < shorter && before[prefix] == after[prefix])
        ++prefix;
    std::size_t suffix = 0;
    while (suffix < shorter - prefix && before[before.size() - 1 - suffix] == after[after.size() - 1 - suffix])
        ++suffix;
    const auto beforeMiddle = before.subspan(prefix, before.size() - prefix - suffix);
    const auto afterMiddle = after.subspan(prefix, after.size() - prefix - suffix);

    Unmatched result{std::vector<char>(before.size(), 0), std::vector<char>(after.size(), 0), Exactness::Minimal};
    std::fill_n(result.before.begin() + static_cast<std::ptrdiff_t>(prefix), beforeMiddle.size(), char(1));
    std::fill_n(result.after.begin() + static_cast<std::ptrdiff_t>(prefix), afterMiddle.size(), char(1));
    if (std::max(beforeMiddle.size(), afterMiddle.size()) > maximumLines) {
        result.exactness = Exactness::Approximate;
        return result;
    }
    const Common beforeCommon = keepCommon(beforeMiddle, occurrences(afterMiddle));
    const Common afterCommon = keepCommon(afterMiddle, occurrences(beforeMiddle));
    const double size = static_cast<double>(beforeCommon.symbols.size() + afterCommon.symbols.size());
    const auto maximumCost = std::max<std::int64_t>(256, static_cast<std::int64_t>(std::sqrt(size)));
    const Unmatched middle = Search(beforeCommon.symbols, afterCommon.symbols, maximumCost).run();
    spread(middle.before, beforeCommon, prefix, result.before);
    spread(middle.after, afterCommon, prefix, result.after);
    result.exactness = middle.exactness;
    return result;
}

std::vector<Edit> editsOf(const Unmatched &unmatched)
{
    std::vector<Edit> edits;
    std::uint32_t x = 0;
    std::uint32_t y = 0;
    while (x < unmatched.before.size() || y < unmatched.after.size()) {
        Edit edit{x, 0, y, 0};
        while (x < unmatched.before.size() && unmatched.before[x])
            ++x;
        while (y < unmatched.after.size() && unmatched.after[y])
            ++y;
        edit.beforeCount = x - edit.beforeStart;
        edit.afterCount = y - edit.afterStart;
        if (edit.beforeCount + edit.afterCount > 0)
            edits.push_back(edit);
        else {
            ++x;
            ++y;
        }
    }
    return edits;
}

} // namespace drydock::diff
