// SPDX-License-Identifier: MIT
#include "core/base/semver.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace drydock {

static bool isDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

static bool isIdentifier(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    });
}

static std::optional<std::uint64_t> parseNumber(std::string_view text)
{
    if (!isDigits(text) || (text.size() > 1 && text[0] == '0'))
        return std::nullopt;
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{})
        return std::nullopt;
    return value;
}

static std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (std::size_t at = 0;;) {
        const std::size_t end = text.find(separator, at);
        parts.push_back(text.substr(at, end == std::string_view::npos ? end : end - at));
        if (end == std::string_view::npos)
            return parts;
        at = end + 1;
    }
}

Result<SemanticVersion> SemanticVersion::parse(std::string_view text)
{
    const auto bad = [&] {
        return failure("version.invalid", "\"" + std::string(text) + "\" is not a semantic version.", {},
                       "Write MAJOR.MINOR.PATCH, for example 1.4.0 or 2.0.0-rc.1, without a leading v.");
    };
    SemanticVersion version;
    std::string_view core = text;
    if (const std::size_t plus = core.find('+'); plus != std::string_view::npos) {
        version.build = core.substr(plus + 1);
        for (const std::string_view part : split(version.build, '.'))
            if (!isIdentifier(part))
                return bad();
        core = core.substr(0, plus);
    }
    if (const std::size_t dash = core.find('-'); dash != std::string_view::npos) {
        for (const std::string_view part : split(core.substr(dash + 1), '.')) {
            if (!isIdentifier(part) || (isDigits(part) && !parseNumber(part)))
                return bad();
            version.prerelease.emplace_back(part);
        }
        core = core.substr(0, dash);
    }
    const auto parts = split(core, '.');
    if (parts.size() != 3)
        return bad();
    const auto major = parseNumber(parts[0]);
    const auto minor = parseNumber(parts[1]);
    const auto patch = parseNumber(parts[2]);
    if (!major || !minor || !patch)
        return bad();
    version.major = *major;
    version.minor = *minor;
    version.patch = *patch;
    return version;
}

std::string SemanticVersion::text() const
{
    std::string result = std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(patch);
    for (std::size_t i = 0; i < prerelease.size(); ++i)
        result += (i == 0 ? "-" : ".") + prerelease[i];
    if (!build.empty())
        result += "+" + build;
    return result;
}

static std::strong_ordering compareIdentifiers(const std::string &a, const std::string &b)
{
    const auto numberA = isDigits(a) ? parseNumber(a) : std::nullopt;
    const auto numberB = isDigits(b) ? parseNumber(b) : std::nullopt;
    if (numberA && numberB)
        return *numberA <=> *numberB;
    if (numberA || numberB)
        return numberA ? std::strong_ordering::less : std::strong_ordering::greater;
    return a.compare(b) <=> 0;
}

std::strong_ordering SemanticVersion::operator<=>(const SemanticVersion &other) const
{
    if (const auto order = major <=> other.major; order != 0)
        return order;
    if (const auto order = minor <=> other.minor; order != 0)
        return order;
    if (const auto order = patch <=> other.patch; order != 0)
        return order;
    if (prerelease.empty() || other.prerelease.empty())
        return other.prerelease.size() == prerelease.size() ? std::strong_ordering::equal
               : prerelease.empty()                         ? std::strong_ordering::greater
                                                            : std::strong_ordering::less;
    for (std::size_t i = 0; i < prerelease.size() && i < other.prerelease.size(); ++i)
        if (const auto order = compareIdentifiers(prerelease[i], other.prerelease[i]); order != 0)
            return order;
    return prerelease.size() <=> other.prerelease.size();
}

} // namespace drydock
