// SPDX-License-Identifier: MIT
#include "core/registry/provideraddress.h"

#include "core/registry/addressparts.h"

#include <algorithm>

namespace drydock::registry {

// Public names are ASCII; names that would need IDNA mapping are refused instead of guessed.
static bool isProviderLabel(std::string_view text, bool underscore)
{
    if (text.empty() || text.size() > 63 || text.front() == '-' || text.back() == '-' ||
        text.find("--") != std::string_view::npos)
        return false;
    return std::all_of(text.begin(), text.end(),
                       [underscore](char c) { return isAsciiAlphanumeric(c) || c == '-' || (underscore && c == '_'); });
}

static bool isHost(std::string_view text)
{
    std::string_view name = text;
    if (const std::size_t colon = text.find(':'); colon != std::string_view::npos) {
        const std::string_view port = text.substr(colon + 1);
        if (port.empty() || port.size() > 5 || port.find_first_not_of("0123456789") != std::string_view::npos)
            return false;
        name = text.substr(0, colon);
    }
    if (name.empty() || name.size() > 253)
        return false;
    const auto labels = splitAddress(name, '.');
    return std::all_of(labels.begin(), labels.end(), [](std::string_view label) {
        return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
               std::all_of(label.begin(), label.end(), [](char c) { return isAsciiAlphanumeric(c) || c == '-'; });
    });
}

Result<ProviderAddress> ProviderAddress::parse(std::string_view text)
{
    const auto parts = splitAddress(text);
    if (parts.size() != 3 || parts[0].empty())
        return failure("address.invalid", "\"" + shortened(text) + "\" is no provider address.", {},
                       "Write HOST/NAMESPACE/TYPE, for example registry.terraform.io/hashicorp/null.");
    return fromParts(parts[0], parts[1], parts[2]);
}

Result<ProviderAddress> ProviderAddress::parseLocal(std::string_view text)
{
    const auto parts = splitAddress(text);
    if (parts.size() != 2)
        return failure("address.invalid", "\"" + shortened(text) + "\" is no address of an own provider.", {},
                       "Write NAMESPACE/TYPE, for example acme/demo.");
    return fromParts({}, parts[0], parts[1]);
}

Result<ProviderAddress> ProviderAddress::fromParts(std::string_view host, std::string_view nameSpace,
                                                   std::string_view type)
{
    const auto bad = [](std::string_view what, std::string_view value, std::string hint) {
        return failure("address.invalid", "\"" + shortened(value) + "\" is no " + std::string(what) + " of a provider.",
                       {}, std::move(hint));
    };
    if (!host.empty() && !isHost(host))
        return bad("host", host, "Write a host name such as registry.terraform.io.");
    if (!isProviderLabel(nameSpace, true))
        return bad("namespace", nameSpace, "Use letters, digits, _ and single - inside.");
    if (!isProviderLabel(type, false))
        return bad("type", type, "Use letters, digits and single - inside.");
    ProviderAddress address{asciiLower(host), asciiLower(nameSpace), asciiLower(type)};
    if (address.type.starts_with("terraform-"))
        return bad("type", type, "Leave out the prefix terraform-; clients refuse it.");
    // 443 is what https means anyway; clients drop it too.
    if (address.host.ends_with(":443"))
        address.host.resize(address.host.size() - 4);
    return address;
}

std::string ProviderAddress::text() const
{
    return (host.empty() ? "" : host + "/") + nameSpace + "/" + type;
}

Result<Platform> Platform::parse(std::string_view text)
{
    const auto parts = splitAddress(text, '_');
    const auto valid = [](std::string_view part) {
        return !part.empty() && part.size() <= 32 &&
               part.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789") == std::string_view::npos;
    };
    if (parts.size() != 2 || !valid(parts[0]) || !valid(parts[1]))
        return failure("platform.invalid", "\"" + shortened(text) + "\" is no platform.", {},
                       "Write OS_ARCH by Go's names, for example linux_amd64.");
    return Platform{std::string(parts[0]), std::string(parts[1])};
}

} // namespace drydock::registry
