// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/semver.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// A Terraform version constraint: comma-separated terms with `=`, `!=`, `>`, `>=`, `<`, `<=`, `~>`; a term may leave
/// out minor and patch (`~> 1.2`). A pre-release matches only a term that names it exactly.
class VersionConstraint
{
public:
    /// Terraform reads them by two sets of rules.
    enum class Syntax : std::uint8_t {
        Configuration, ///< any spaces, `v1.2`; at least one term
        LockFile,      ///< one space behind an operator, no `v`; may be empty, may end with a comma
    };

    /// Code: `version.constraint`.
    [[nodiscard]] static Result<VersionConstraint> parse(std::string_view text, Syntax syntax = Syntax::Configuration);

    [[nodiscard]] bool allows(const SemanticVersion &version) const;
    [[nodiscard]] std::string text() const; ///< as it was written, but for spaces
    /// As Terraform writes it into a lock file: full versions, in their order, each term once.
    [[nodiscard]] std::string normalized() const;

private:
    enum class Operator : std::uint8_t { Equal, NotEqual, Greater, GreaterEqual, Less, LessEqual, Pessimistic };
    struct Term
    {
        Operator op = Operator::Equal;
        SemanticVersion version;
        int parts = 3; ///< how many of major, minor, patch were written

        [[nodiscard]] bool isBefore(const Term &other) const;
    };
    [[nodiscard]] static bool readTerm(std::string_view word, Syntax syntax, Term &term);
    [[nodiscard]] static bool matches(const Term &term, const SemanticVersion &version);
    [[nodiscard]] static int rank(const Term &term);
    [[nodiscard]] static std::string printed(const Term &term, int parts);

    std::vector<Term> m_terms;
};

} // namespace drydock
