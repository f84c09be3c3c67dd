// SPDX-License-Identifier: MIT
#include "core/registry/moduleaddress.h"

#include "core/registry/addressparts.h"

namespace drydock::registry {

static bool isModuleLabel(std::string_view text)
{
    if (text.empty() || text.size() > 64 || !isAsciiAlphanumeric(text.front()) || !isAsciiAlphanumeric(text.back()))
        return false;
    for (const char c : text)
        if (!isAsciiAlphanumeric(c) && c != '-' && c != '_')
            return false;
    return true;
}

static bool isSystem(std::string_view text)
{
    return !text.empty() && text.size() <= 64 &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789") == std::string_view::npos;
}

Result<ModuleAddress> ModuleAddress::parse(std::string_view text)
{
    const auto parts = splitAddress(text);
    if (parts.size() != 3)
        return failure("address.invalid", "\"" + shortened(text) + "\" is no module address.", {},
                       "Write NAMESPACE/NAME/SYSTEM, for example acme/network/aws.");
    return fromParts(parts[0], parts[1], parts[2]);
}

Result<ModuleAddress> ModuleAddress::fromParts(std::string_view nameSpace, std::string_view name,
                                               std::string_view system)
{
    const auto bad = [](std::string_view what, std::string_view value, std::string hint) {
        return failure("address.invalid", "\"" + shortened(value) + "\" is no " + std::string(what) + " of a module.",
                       {}, std::move(hint));
    };
    const std::string label = "Use 1 to 64 letters, digits, - and _, beginning and ending with a letter or digit.";
    if (!isModuleLabel(nameSpace))
        return bad("namespace", nameSpace, label);
    if (!isModuleLabel(name))
        return bad("name", name, label);
    if (!isSystem(system))
        return bad("target system", system, "Use 1 to 64 lower-case letters and digits, for example aws.");
    return ModuleAddress{std::string(nameSpace), std::string(name), std::string(system)};
}

} // namespace drydock::registry
