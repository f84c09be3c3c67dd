// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace drydock::terraform {

/// Names, sorted; shared and immutable, so that one can be looked up by its beginning without a copy of 1,500 others.
/// `for (const std::string &name : catalogue.names(…))` is safe: the loop holds on to them.
class Names
{
public:
    using value_type = std::string;
    using const_iterator = std::vector<std::string>::const_iterator;
    using List = std::vector<std::string>;

    Names()
        : Names(List())
    {
    }
    explicit Names(List sorted)
        : m_list(std::make_shared<const List>(std::move(sorted)))
    {
    }

    [[nodiscard]] const List &operator*() const & { return *m_list; }
    const List &operator*() const && = delete; ///< would dangle in a loop
    [[nodiscard]] const List *operator->() const { return m_list.get(); }
    [[nodiscard]] List::const_iterator begin() const { return m_list->begin(); }
    [[nodiscard]] List::const_iterator end() const { return m_list->end(); }
    [[nodiscard]] bool contains(std::string_view name) const
    {
        return std::binary_search(m_list->begin(), m_list->end(), name);
    }

private:
    std::shared_ptr<const List> m_list;
};

} // namespace drydock::terraform
