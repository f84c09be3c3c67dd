// SPDX-License-Identifier: MIT
#include "core/base/semver.h"
#include "core/terraform/lockfile.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <compare>
#include <optional>
#include <tuple>
#include <utility>

namespace drydock::terraform {

namespace {

/// In the order that Terraform gives terms of one version.
enum class Operator : std::uint8_t {
    Greater,
    GreaterEqual,
    Equal,
    PessimisticPatch, ///< ~> 1.2.3
    PessimisticMinor, ///< ~> 1.2
    LessEqual,
    Less,
    NotEqual,
};

constexpr std::array<std::pair<std::string_view, Operator>, 7> operators{{
    {"~>", Operator::PessimisticMinor},
    {">=", Operator::GreaterEqual},
    {"<=", Operator::LessEqual},
    {"!=", Operator::NotEqual},
    {">", Operator::Greater},
    {"<", Operator::Less},
    {"=", Operator::Equal},
}};

struct Term
{
    Operator op = Operator::Equal;
    SemanticVersion version;

    [[nodiscard]] bool operator==(const Term &other) const
    {
        return op == other.op && version.text() == other.version.text();
    }
    [[nodiscard]] bool operator<(const Term &other) const
    {
        const auto order = version <=> other.version;
        return order != 0 ? order < 0 : std::tuple(op, version.build) < std::tuple(other.op, other.version.build);
    }
};

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

/// `1`, `01.2`, `1.2.3-rc1`: parts that are not written are 0.
std::optional<SemanticVersion> versionOf(std::string_view text, int &parts)
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
    const std::string full = std::to_string(numbers[0]) + "." + std::to_string(numbers[1]) + "." +
                             std::to_string(numbers[2]) + std::string(text.substr(coreEnd));
    const auto version = SemanticVersion::parse(full);
    return version ? std::optional(*version) : std::nullopt;
}

std::optional<Term> termOf(std::string_view text)
{
    Term term;
    for (const auto &[sign, op] : operators) {
        if (!text.starts_with(sign))
            continue;
        term.op = op;
        text.remove_prefix(sign.size());
        if (text.starts_with(' '))
            text.remove_prefix(1);
        break;
    }
    int parts = 0;
    const auto version = versionOf(text, parts);
    if (!version)
        return std::nullopt;
    if (term.op == Operator::PessimisticMinor && parts == 3)
        term.op = Operator::PessimisticPatch;
    term.version = *version;
    return term;
}

std::string printed(const Term &term)
{
    std::string text;
    if (term.op == Operator::PessimisticPatch)
        text = "~> ";
    else if (term.op != Operator::Equal)
        text = std::string(std::find_if(operators.begin(), operators.end(),
                                        [&](const auto &known) { return known.second == term.op; })
                               ->first) +
               " ";
    if (term.op != Operator::PessimisticMinor)
        return text + term.version.text();
    const std::string full = term.version.text();
    const std::string core = std::to_string(term.version.major) + "." + std::to_string(term.version.minor);
    return text + core + full.substr(core.size() + 1 + std::to_string(term.version.patch).size());
}

} // namespace

Result<std::string> normalizedConstraints(std::string_view constraints)
{
    std::vector<Term> terms;
    for (std::size_t at = 0; at < constraints.size();) {
        const std::size_t comma = std::min(constraints.find(',', at), constraints.size());
        const std::string_view written = trimmed(constraints.substr(at, comma - at));
        at = comma + 1;
        if (written.empty() && at >= constraints.size() && !terms.empty())
            break;
        const auto term = termOf(written);
        if (!term)
            return failure("lock.constraints",
                           "\"" + std::string(constraints) + "\" is not a version constraint: \"" +
                               std::string(written) + "\" is no version with an operator.",
                           {}, "Write for example \">= 1.2.0, < 2.0.0\" or \"~> 1.4\".");
        terms.push_back(*term);
    }
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    std::string text;
    for (const Term &term : terms)
        text += (text.empty() ? "" : ", ") + printed(term);
    return text;
}

} // namespace drydock::terraform
