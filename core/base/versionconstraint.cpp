// SPDX-License-Identifier: MIT
#include "core/base/versionconstraint.h"

#include <algorithm>
#include <array>
#include <utility>

namespace drydock {

static std::string_view trim(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

Result<VersionConstraint> VersionConstraint::parse(std::string_view text)
{
    static constexpr std::array<std::pair<std::string_view, Operator>, 7> operators{{
        {"~>", Operator::Pessimistic},
        {">=", Operator::GreaterEqual},
        {"<=", Operator::LessEqual},
        {"!=", Operator::NotEqual},
        {">", Operator::Greater},
        {"<", Operator::Less},
        {"=", Operator::Equal},
    }};
    VersionConstraint constraint;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t comma = std::min(text.find(',', at), text.size());
        std::string_view word = trim(text.substr(at, comma - at));
        at = comma + 1;
        Term term;
        for (const auto &[sign, op] : operators) {
            if (word.substr(0, sign.size()) == sign) {
                term.op = op;
                word = trim(word.substr(sign.size()));
                break;
            }
        }
        std::string full(word.substr(0, 1) == "v" ? word.substr(1) : word);
        const std::size_t coreEnd = std::min(full.find_first_of("-+"), full.size());
        term.parts = 1 + static_cast<int>(std::count(full.begin(), full.begin() + static_cast<long>(coreEnd), '.'));
        for (int i = term.parts; i < 3; ++i)
            full.insert(coreEnd, ".0");
        auto version = SemanticVersion::parse(full);
        if (!version)
            return failure("version.constraint",
                           "\"" + std::string(text) + "\" is not a version constraint: \"" + std::string(word) +
                               "\" is not a version.",
                           {}, "Write for example \">= 1.2, < 2.0\" or \"~> 1.4\".");
        term.version = std::move(*version);
        constraint.m_terms.push_back(std::move(term));
    }
    return constraint;
}

bool VersionConstraint::matches(const Term &term, const SemanticVersion &version)
{
    if (version.isPrerelease() && term.op != Operator::NotEqual && !(term.version == version))
        return false;
    switch (term.op) {
    case Operator::Equal:
        return version == term.version;
    case Operator::NotEqual:
        return !(version == term.version);
    case Operator::Greater:
        return version > term.version;
    case Operator::GreaterEqual:
        return version >= term.version;
    case Operator::Less:
        return version < term.version;
    case Operator::LessEqual:
        return version <= term.version;
    case Operator::Pessimistic:
        break;
    }
    // `~> 1.2` allows 1.x from 1.2 on, `~> 1.2.3` allows 1.2.x from 1.2.3 on.
    if (version < term.version)
        return false;
    if (term.parts == 1)
        return true;
    return version.major == term.version.major && (term.parts == 2 || version.minor == term.version.minor);
}

bool VersionConstraint::allows(const SemanticVersion &version) const
{
    return std::all_of(m_terms.begin(), m_terms.end(), [&](const Term &term) { return matches(term, version); });
}

std::string VersionConstraint::text() const
{
    static constexpr std::array<std::string_view, 7> signs{"", "!= ", "> ", ">= ", "< ", "<= ", "~> "};
    std::string result;
    for (const Term &term : m_terms) {
        std::string version = term.version.text();
        if (!term.version.isPrerelease() && term.version.build.empty())
            for (int i = term.parts; i < 3; ++i)
                version.erase(version.rfind('.'));
        result += (result.empty() ? "" : ", ") + std::string(signs[static_cast<std::size_t>(term.op)]) + version;
    }
    return result;
}

} // namespace drydock
