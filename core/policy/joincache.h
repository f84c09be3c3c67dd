// SPDX-License-Identifier: MIT
#pragma once

#include "core/policy/subject.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace drydock::policy {

/// The address without the key of its last step: `aws_x.y` of `aws_x.y["a"]`.
[[nodiscard]] std::string_view withoutKey(std::string_view address);

/// Resources by the texts and addresses under which a join may find them, so that a join looks at a few candidates and
/// not at all of them. It may return too many, never too few; in the order of the configuration.
class JoinIndex
{
public:
    void addText(std::string text, const Subject *subject) { m_byText[std::move(text)].push_back(subject); }
    void addAddress(std::string_view address, const Subject *subject);
    /// Nothing is known that would exclude it.
    void addOpen(const Subject *subject) { m_open.push_back(subject); }

    [[nodiscard]] std::vector<const Subject *> candidates(const std::vector<std::string> &texts,
                                                          const std::vector<std::string> &addresses) const;

private:
    using Map = std::unordered_map<std::string, std::vector<const Subject *>>;
    Map m_byText;
    Map m_byAddress;
    std::vector<const Subject *> m_open;
};

/// The indexes made so far for one configuration.
class JoinCache
{
public:
    /// Null when it has to be made.
    [[nodiscard]] const JoinIndex *find(const std::string &key) const;
    const JoinIndex &keep(const std::string &key, JoinIndex index);

private:
    std::unordered_map<std::string, std::unique_ptr<const JoinIndex>> m_indexes;
};

} // namespace drydock::policy
