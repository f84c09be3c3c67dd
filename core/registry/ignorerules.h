// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace drydock::registry {

/// What a `.terraformignore` leaves out: the syntax of .gitignore (later lines win, `!` takes back, a leading `/` means
/// from the top, a trailing `/` folders only, `*`, `**`, `?`). Begins with what is never part of a module: `.git`,
/// `.terraform`, state files, crash logs.
class IgnoreRules
{
public:
    IgnoreRules();
    /// Adds the lines of a file.
    void add(std::string_view text);
    [[nodiscard]] bool ignores(std::string_view relativePath, bool folder) const;

private:
    struct Rule
    {
        std::string pattern;
        bool negated = false;
        bool foldersOnly = false;
    };
    std::vector<Rule> m_rules;
};

} // namespace drydock::registry
