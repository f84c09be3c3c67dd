// SPDX-License-Identifier: MIT
#include "core/hcl/cidr.h"
#include "core/hcl/standardfunctions.h"

namespace drydock::hcl {

static tl::expected<Network, CallError> network(Arguments arguments)
{
    auto parsed = Network::parse(arguments[0].asString());
    if (!parsed)
        return callError("invalid CIDR expression: " + parsed.error().message);
    return *parsed;
}

static CallResult cidrhost(Arguments arguments)
{
    auto prefix = network(arguments);
    if (!prefix)
        return tl::unexpected<CallError>(prefix.error());
    const auto number = arguments[1].asNumber().toInt64();
    if (!number)
        return callError("hostnum must be a whole number", 1);
    auto address = prefix->host(*number);
    if (!address)
        return callError(address.error().message);
    return Value::string(std::move(*address));
}

static CallResult cidrnetmask(Arguments arguments)
{
    auto prefix = network(arguments);
    if (!prefix)
        return tl::unexpected<CallError>(prefix.error());
    if (prefix->isIpv6())
        return callError("IPv6 addresses cannot have a netmask: " + arguments[0].asString());
    return Value::string(prefix->mask());
}

static CallResult cidrsubnet(Arguments arguments)
{
    auto prefix = network(arguments);
    if (!prefix)
        return tl::unexpected<CallError>(prefix.error());
    const auto bits = arguments[1].asNumber().toInt64();
    const auto number = arguments[2].asNumber().toInt64();
    if (!bits || !number)
        return callError("a whole number is required", bits ? 2 : 1);
    auto subnet = prefix->subnet(*bits, *number);
    if (!subnet)
        return callError(subnet.error().message);
    return Value::string(subnet->text());
}

static CallResult cidrsubnets(Arguments arguments)
{
    auto prefix = network(arguments);
    if (!prefix)
        return tl::unexpected<CallError>(prefix.error());
    std::vector<Value> subnets;
    std::optional<Network> previous;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const auto bits = arguments[i].asNumber().toInt64();
        if (!bits || *bits < 1)
            return callError("must extend prefix by at least one bit", i);
        if (*bits > 32)
            return callError("may not extend prefix by more than 32 bits", i);
        auto next = prefix->next(previous, *bits);
        if (!next)
            return callError(next.error().message, i);
        subnets.push_back(Value::string(next->text()));
        previous = *next;
    }
    return Value::list(Type::string(), std::move(subnets));
}

void addNetworkFunctions(FunctionTable &table)
{
    const Type string = Type::string();
    const Type number = Type::number();
    define(table, "cidrhost", {{"prefix", string}, {"hostnum", number}}, string, cidrhost);
    define(table, "cidrnetmask", {{"prefix", string}}, string, cidrnetmask);
    define(table, "cidrsubnet", {{"prefix", string}, {"newbits", number}, {"netnum", number}}, string, cidrsubnet);
    defineVariadic(table, "cidrsubnets", {{"prefix", string}}, {"newbits", number}, Type::list(string), cidrsubnets);
}

} // namespace drydock::hcl
