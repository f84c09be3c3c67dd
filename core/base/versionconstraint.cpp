// SPDX-License-Identifier: MIT
#include "core/base/versionconstraint.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <tuple>
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

// `1`, `01.2`, `1.2.3-rc1`: parts that are not written are 0.
static std::optional<SemanticVersion> versionOf(std::string_view text, int &parts)
{
    const std::size_t coreEnd = std::min(text.find_first_of("-+"), text.size());
    std::array<std::uint64_t, 3> numbers{};
    const std::string_view core = text.substr(0, coreEnd);
    parts = 0;
    for (std::size_t at = 0; at <= core.size(); ++parts) {
        const std::size_t dot = std::min(core.find('.', at), core.size());
        if (parts == 3)
            return std::nullopt;
        const char *end = core.data() + dot;
        const auto read = std::from_chars(core.data() + at, end, numbers.at(static_cast<std::size_t>(parts)));
        if (read.ec != std::errc() || read.ptr != end || dot == at)
            return std::nullopt;
        at = dot + 1;
    }
    const auto version = SemanticVersion::parse(std::to_string(numbers[0]) + "." + std::to_string(numbers[1]) + "." +
                                                std::to_string(numbers[2]) + std::string(text.substr(coreEnd)));
    return version ? std::optional(*version) : std::nullopt;
}

bool VersionConstraint::readTerm(std::string_view word, Syntax syntax, Term &term)
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
    for (const auto &[sign, op] : operators) {
        if (!word.starts_with(sign))
            continue;
        term.op = op;
        word.remove_prefix(sign.size());
        if (syntax == Syntax::Configuration)
            word = trim(word);
        else if (word.starts_with(' '))
            word.remove_prefix(1);
        break;
    }
    if (syntax == Syntax::Configuration && word.starts_with('v'))
        word.remove_prefix(1);
    std::optional<SemanticVersion> version = versionOf(word, term.parts);
    if (!version)
        return false;
    term.version = *std::move(version);
    return true;
}

Result<VersionConstraint> VersionConstraint::parse(std::string_view text, Syntax syntax)
{
    VersionConstraint constraint;
    const bool isLock = syntax == Syntax::LockFile;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t comma = std::min(text.find(',', at), text.size());
        const std::string_view word = trim(text.substr(at, comma - at));
        at = comma + 1;
        if (isLock && word.empty() && at > text.size() && (!constraint.m_terms.empty() || text.empty()))
            break;
        Term term;
        if (!readTerm(word, syntax, term))
            return failure("version.constraint",
                           "\"" + std::string(text) + "\" is not a version constraint: \"" + std::string(word) +
                               "\" is not a version.",
                           {}, "Write for example \">= 1.2, < 2.0\" or \"~> 1.4\".");
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

std::string VersionConstraint::printed(const Term &term, int parts)
{
    static constexpr std::array<std::string_view, 7> signs{"", "!= ", "> ", ">= ", "< ", "<= ", "~> "};
    const std::string full = term.version.text();
    std::string core = std::to_string(term.version.major);
    for (const std::uint64_t number : {term.version.minor, term.version.patch}) {
        if (--parts > 0)
            core += "." + std::to_string(number);
    }
    return std::string(signs.at(static_cast<std::size_t>(term.op))) + core +
           full.substr(std::min(full.find_first_of("-+"), full.size()));
}

std::string VersionConstraint::text() const
{
    std::string result;
    for (const Term &term : m_terms)
        result += (result.empty() ? "" : ", ") + printed(term, term.parts);
    return result;
}

// In which order Terraform gives terms of one version.
int VersionConstraint::rank(const Term &term)
{
    switch (term.op) {
    case Operator::Greater:
        return 0;
    case Operator::GreaterEqual:
        return 1;
    case Operator::Equal:
        return 2;
    case Operator::Pessimistic:
        return term.parts == 3 ? 3 : 4;
    case Operator::LessEqual:
        return 5;
    case Operator::Less:
        return 6;
    case Operator::NotEqual:
        break;
    }
    return 7;
}

bool VersionConstraint::Term::isBefore(const Term &other) const
{
    const auto order = version <=> other.version;
    return order != 0 ? order < 0
                      : std::tuple(rank(*this), version.build) < std::tuple(rank(other), other.version.build);
}

std::string VersionConstraint::normalized() const
{
    std::vector<Term> terms = m_terms;
    std::sort(terms.begin(), terms.end(), [](const Term &a, const Term &b) { return a.isBefore(b); });
    const auto isSame = [](const Term &a, const Term &b) { return !a.isBefore(b) && !b.isBefore(a); };
    terms.erase(std::unique(terms.begin(), terms.end(), isSame), terms.end());
    std::string result;
    for (const Term &term : terms)
        result += (result.empty() ? "" : ", ") +
                  printed(term, term.op == Operator::Pessimistic ? std::max(term.parts, 2) : 3);
    return result;
}

} // namespace drydock
