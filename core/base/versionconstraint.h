// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/semver.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// A Terraform version constraint: comma-separated terms with `=`, `!=`, `>`, `>=`, `<`, `<=`, `~>`; a term may leave
/// out minor and patch (`~> 1.2`). A pre-release matches only a term that names it exactly.
class VersionConstraint
{
public:
    [[nodiscard]] static Result<VersionConstraint> parse(std::string_view text);

    [[nodiscard]] bool allows(const SemanticVersion &version) const;
    [[nodiscard]] std::string text() const;

private:
    enum class Operator { Equal, NotEqual, Greater, GreaterEqual, Less, LessEqual, Pessimistic };
    struct Term
    {
        Operator op = Operator::Equal;
        SemanticVersion version;
        int parts = 3; ///< how many of major, minor, patch were written
    };
    [[nodiscard]] static bool matches(const Term &term, const SemanticVersion &version);

    std::vector<Term> m_terms;
};

} // namespace drydock
