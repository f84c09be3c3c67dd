// SPDX-License-Identifier: MIT
#include "core/policy/network.h"

#include "core/policy/valuetools.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::policy {

using hcl::Fields;
using hcl::Kind;
using hcl::Truth;
using hcl::Value;

static constexpr std::int64_t lastPort = 65535;

static std::string lower(std::string text)
{
    for (char &c : text)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

static std::string lowerText(const Value &value)
{
    return lower(textOf(value).value_or(""));
}

static Value range(Value from, Value to)
{
    return Value::object(Fields{{"from", std::move(from)}, {"to", std::move(to)}});
}

static Value allPorts()
{
    return range(Value::number(0), Value::number(lastPort));
}

static bool isAll(const std::string &protocol)
{
    return protocol == "-1" || protocol == "all" || protocol == "*" || protocol == "any";
}

static bool hasPorts(const std::string &protocol)
{
    return protocol != "icmp" && protocol != "icmpv6" && protocol != "1" && protocol != "58" && protocol != "esp" &&
           protocol != "ah";
}

static Value protocolValue(const Value &protocol)
{
    if (protocol.isUnknown())
        return protocol;
    std::string name = lowerText(protocol);
    if (isAll(name))
        name = "all";
    else if (name == "6" || name == "17")
        name = name == "6" ? "tcp" : "udp";
    return Value::string(name).withMarks(protocol.marks());
}

/// Joins texts and lists of texts; an unknown part is an unknown element.
static Value joined(std::initializer_list<Value> parts)
{
    std::vector<Value> all;
    for (const Value &part : parts) {
        const auto elements = elementsOf(part);
        if (!elements)
            all.push_back(Value::unknown(hcl::Type::string()).withMarks(part.marks()));
        else
            all.insert(all.end(), elements->begin(), elements->end());
    }
    return Value::tuple(std::move(all));
}

static Value ruleValue(const Value &protocol, std::vector<Value> ports, Value cidrs, Value description)
{
    return Value::object(Fields{{"protocol", protocolValue(protocol)},
                                {"ports", Value::tuple(std::move(ports))},
                                {"cidrs", std::move(cidrs)},
                                {"description", std::move(description)}});
}

/// Port ranges of rules with from_port and to_port.
static std::vector<Value> fromTo(const Value &protocol, const Value &from, const Value &to)
{
    const std::string name = lowerText(protocol);
    if (isAll(name) && protocol.isKnown())
        return {allPorts()};
    if (!hasPorts(name))
        return {};
    return {range(from, to.isNull() ? from : to)};
}

/// "22", "20-30", "*" as ranges.
static std::vector<Value> textRanges(const Value &list, const Value &protocol)
{
    std::vector<Value> ranges;
    if (!hasPorts(lowerText(protocol)))
        return ranges;
    for (const Value &element : elementsOf(list).value_or(std::vector<Value>{list})) {
        if (element.isUnknown()) {
            ranges.push_back(range(element, element));
            continue;
        }
        const std::string text = textOf(element).value_or("");
        if (text == "*") {
            ranges.push_back(allPorts());
            continue;
        }
        const std::size_t dash = text.find('-');
        const auto number = [](std::string_view digits) {
            const auto parsed = hcl::Number::parse(digits);
            return parsed ? Value::number(*parsed) : Value();
        };
        const Value from = number(std::string_view(text).substr(0, dash));
        ranges.push_back(
            range(from, dash == std::string::npos ? from : number(std::string_view(text).substr(dash + 1))));
    }
    return ranges;
}

static Value awsRule(const Value &block)
{
    const Value protocol = valueAt(block, "protocol");
    return ruleValue(protocol, fromTo(protocol, valueAt(block, "from_port"), valueAt(block, "to_port")),
                     joined({valueAt(block, "cidr_blocks"), valueAt(block, "ipv6_cidr_blocks"),
                             valueAt(block, "cidr_block"), valueAt(block, "ipv6_cidr_block")}),
                     valueAt(block, "description"));
}

static Value awsVpcRule(const Value &self)
{
    const Value protocol = valueAt(self, "ip_protocol");
    return ruleValue(protocol, fromTo(protocol, valueAt(self, "from_port"), valueAt(self, "to_port")),
                     joined({valueAt(self, "cidr_ipv4"), valueAt(self, "cidr_ipv6")}), valueAt(self, "description"));
}

static Value azureRule(const Value &block)
{
    const Value protocol = valueAt(block, "protocol");
    return ruleValue(
        protocol,
        textRanges(joined({valueAt(block, "destination_port_range"), valueAt(block, "destination_port_ranges")}),
                   protocol),
        joined({valueAt(block, "source_address_prefix"), valueAt(block, "source_address_prefixes")}),
        valueAt(block, "description"));
}

namespace {

/// Collects the rules of one subject.
class RuleCollector
{
public:
    RuleCollector(const Subject &subject, Direction direction)
        : m_self(subject.attributes)
        , m_type(subject.type)
        , m_direction(direction)
    {
    }

    Value collect()
    {
        const bool in = m_direction == Direction::Ingress;
        if (m_type == "aws_security_group" || m_type == "aws_default_security_group")
            blocks(in ? "ingress" : "egress", awsRule);
        else if (m_type == "aws_network_acl" || m_type == "aws_default_network_acl")
            blocks(in ? "ingress" : "egress", awsRule, "action");
        else if (m_type == "aws_security_group_rule")
            single(is("type", in ? "ingress" : "egress"), awsRule(m_self));
        else if (m_type == (in ? "aws_vpc_security_group_ingress_rule" : "aws_vpc_security_group_egress_rule"))
            single(Truth::True, awsVpcRule(m_self));
        else if (m_type == "aws_network_acl_rule")
            single(networkAclRule(), awsRule(m_self));
        else if (m_type == "azurerm_network_security_group")
            blocks("security_rule", azureRule);
        else if (m_type == "azurerm_network_security_rule")
            single(azureApplies(m_self), azureRule(m_self));
        else if (m_type == "google_compute_firewall")
            google();
        if (m_unknown)
            return Value::unknown().withMarks(m_unknown->marks());
        return Value::tuple(std::move(m_rules));
    }

private:
    using MakeRule = Value (*)(const Value &);

    void blocks(const char *name, MakeRule make, const char *action = nullptr)
    {
        const Value list = valueAt(m_self, name);
        const auto elements = elementsOf(list);
        if (!elements) {
            m_unknown = list;
            return;
        }
        std::size_t index = 0;
        for (const Value &element : *elements) {
            const auto here = locationMark(std::string(name) + "[" + std::to_string(index++) + "]");
            if (element.isUnknown())
                m_rules.push_back(element.withMarks(here));
            else if (applies(element, name, action))
                m_rules.push_back(make(element).withMarks(element.marks() | here));
        }
    }

    [[nodiscard]] bool applies(const Value &element, std::string_view name, const char *action) const
    {
        if (name == "security_rule")
            return azureApplies(element) != Truth::False;
        return action == nullptr || lowerText(valueAt(element, action)) != "deny";
    }

    void single(Truth applies, Value rule)
    {
        if (applies != Truth::False)
            m_rules.push_back(std::move(rule));
    }

    [[nodiscard]] Truth is(const char *attribute, std::string_view text) const { return is(m_self, attribute, text); }

    static Truth is(const Value &block, const char *attribute, std::string_view text)
    {
        const Value value = valueAt(block, attribute);
        if (value.isUnknown())
            return Truth::Unknown;
        return lowerText(value) == text ? Truth::True : Truth::False;
    }

    [[nodiscard]] Truth networkAclRule() const
    {
        const bool egress = truthOf(valueAt(m_self, "egress")) == Truth::True;
        return egress == (m_direction == Direction::Egress) ? is("rule_action", "allow") : Truth::False;
    }

    [[nodiscard]] Truth azureApplies(const Value &block) const
    {
        const Truth direction = is(block, "direction", m_direction == Direction::Ingress ? "inbound" : "outbound");
        const Truth access = is(block, "access", "allow");
        return direction == Truth::False || access == Truth::False ? Truth::False : Truth::True;
    }

    void google()
    {
        const std::string direction = lowerText(valueAt(m_self, "direction"));
        if ((direction == "egress") != (m_direction == Direction::Egress))
            return;
        const Value ranges = m_direction == Direction::Ingress ? valueAt(m_self, "source_ranges")
                                                               : valueAt(m_self, "destination_ranges");
        const Value list = valueAt(m_self, "allow");
        const auto elements = elementsOf(list);
        if (!elements) {
            m_unknown = list;
            return;
        }
        std::size_t index = 0;
        for (const Value &element : *elements) {
            const Value protocol = valueAt(element, "protocol");
            const Value ports = valueAt(element, "ports");
            std::vector<Value> covered = textRanges(ports, protocol);
            // Without ports, also with an empty list of them, a rule is about all.
            if (ports.isKnown() && ports.length() == 0 && !ports.is(Kind::String))
                covered = hasPorts(lowerText(protocol)) ? std::vector<Value>{allPorts()} : std::vector<Value>{};
            m_rules.push_back(ruleValue(protocol, std::move(covered), joined({ranges}), valueAt(m_self, "description"))
                                  .withMarks(locationMark("allow[" + std::to_string(index++) + "]")));
        }
    }

    const Value &m_self;
    const std::string &m_type;
    Direction m_direction;
    std::vector<Value> m_rules;
    std::optional<Value> m_unknown;
};

} // namespace

Value firewallRules(const Subject &subject, Direction direction)
{
    return RuleCollector(subject, direction).collect();
}

static std::optional<std::int64_t> portOf(const Value &value)
{
    const auto text = textOf(value);
    const auto number = text ? hcl::Number::parse(*text) : std::nullopt;
    return number ? number->toInt64() : std::nullopt;
}

static Truth inRange(const Value &range, std::int64_t port)
{
    const Value from = valueAt(range, "from");
    const Value to = valueAt(range, "to");
    // One known end can be enough: 1024 to an unknown port never contains 22.
    if (const auto first = portOf(from); first && *first > port)
        return Truth::False;
    if (const auto last = portOf(to); last && *last < port)
        return Truth::False;
    if (from.isUnknown() || to.isUnknown())
        return Truth::Unknown;
    return portOf(from) && portOf(to) ? Truth::True : Truth::False;
}

Truth coversPort(const Value &rule, std::int64_t port)
{
    const auto ranges = elementsOf(valueAt(rule, "ports"));
    if (!ranges)
        return Truth::Unknown;
    Truth result = Truth::False;
    for (const Value &range : *ranges) {
        const Truth one = inRange(range, port);
        if (one == Truth::True)
            return one;
        if (one == Truth::Unknown)
            result = one;
    }
    return result;
}

static bool isWholeInternet(const std::string &text)
{
    const std::string name = lower(text);
    if (name == "*" || name == "internet" || name == "any" || name == "<nw>/0")
        return true;
    // A prefix of length zero is everything, however its address is spelled (`::0/0`, `1.2.3.4/0`).
    const std::size_t slash = name.find('/');
    return slash != std::string::npos && name.find_first_not_of('0', slash + 1) == std::string::npos &&
           slash + 1 < name.size();
}

/// An address taken from another resource (a VPC, a prefix list) is some network, not all of them.
static Truth computedNetwork(const Value &unknown)
{
    const auto origins = originsOf(unknown.marks());
    const bool computed = !origins.empty() && std::all_of(origins.begin(), origins.end(), isResourceOrigin);
    return computed ? Truth::False : Truth::Unknown;
}

Truth isPublic(const Value &cidrs)
{
    const auto elements = elementsOf(cidrs);
    if (!elements)
        return computedNetwork(cidrs);
    Truth result = Truth::False;
    for (const Value &element : *elements) {
        if (element.isUnknown()) {
            if (computedNetwork(element) == Truth::Unknown)
                result = Truth::Unknown;
        } else if (isWholeInternet(textOf(element).value_or(""))) {
            return Truth::True;
        }
    }
    return result;
}

} // namespace drydock::policy
