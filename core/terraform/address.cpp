// SPDX-License-Identifier: MIT
#include "core/terraform/address.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace drydock::terraform {

InstanceKey InstanceKey::number(std::uint64_t number)
{
    InstanceKey key;
    key.m_kind = Kind::Number;
    key.m_number = number;
    return key;
}

InstanceKey InstanceKey::text(std::string text)
{
    InstanceKey key;
    key.m_kind = Kind::Text;
    key.m_text = std::move(text);
    return key;
}

InstanceKey InstanceKey::unknown()
{
    InstanceKey key;
    key.m_kind = Kind::Unknown;
    return key;
}

static std::string quotedKey(std::string_view text)
{
    std::string out = "\"";
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\n')
            out += "\\n";
        else if (c == '\r')
            out += "\\r";
        else if (c == '\t')
            out += "\\t";
        else if (c == '"' || c == '\\')
            (out += '\\') += c;
        else if ((c == '$' || c == '%') && at + 1 < text.size() && text[at + 1] == '{')
            (out += c) += c;
        else
            out += c;
    }
    return out += '"';
}

std::string InstanceKey::print() const
{
    switch (m_kind) {
    case Kind::None:
        return {};
    case Kind::Number:
        return "[" + std::to_string(m_number) + "]";
    case Kind::Text:
        return "[" + quotedKey(m_text) + "]";
    case Kind::Unknown:
        return "[*]";
    }
    return {};
}

namespace {

/// Cuts an address into its parts, left to right.
class AddressReader
{
public:
    explicit AddressReader(std::string_view text)
        : m_text(text)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_at == m_text.size(); }

    bool consume(std::string_view token)
    {
        if (m_text.substr(m_at, token.size()) != token)
            return false;
        m_at += token.size();
        return true;
    }

    std::string name()
    {
        const std::size_t start = m_at;
        while (m_at < m_text.size() && m_text[m_at] != '.' && m_text[m_at] != '[' && isNameByte(m_text[m_at]))
            ++m_at;
        return std::string(m_text.substr(start, m_at - start));
    }

    /// The key at this place, none where there is none; nothing when it is malformed.
    std::optional<InstanceKey> key()
    {
        if (!consume("["))
            return InstanceKey();
        std::optional<InstanceKey> key;
        if (consume("*"))
            key = InstanceKey::unknown();
        else if (consume("\""))
            key = textKey();
        else
            key = numberKey();
        return key && consume("]") ? key : std::nullopt;
    }

    std::optional<ModulePath> modulePath()
    {
        ModulePath path;
        while (consume("module.")) {
            std::string step = name();
            std::optional<InstanceKey> stepKey = key();
            if (step.empty() || !stepKey)
                return std::nullopt;
            path.steps.push_back({std::move(step), *std::move(stepKey)});
            if (!atEnd() && !consume("."))
                return std::nullopt;
        }
        return path;
    }

private:
    static bool isNameByte(char c)
    {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
               (byte >= 'A' && byte <= 'Z') || byte == '_' || byte == '-';
    }

    std::optional<InstanceKey> numberKey()
    {
        std::uint64_t number = 0;
        const char *begin = m_text.data() + m_at;
        const auto [end, error] = std::from_chars(begin, m_text.data() + m_text.size(), number);
        if (error != std::errc() || end == begin)
            return std::nullopt;
        m_at += static_cast<std::size_t>(end - begin);
        return InstanceKey::number(number);
    }

    std::optional<InstanceKey> textKey()
    {
        std::string text;
        while (m_at < m_text.size() && m_text[m_at] != '"') {
            const char c = m_text[m_at++];
            if (c == '\\' && m_at < m_text.size()) {
                const char escaped = m_text[m_at++];
                text += escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped == 't' ? '\t' : escaped;
            } else {
                text += c;
                if ((c == '$' || c == '%') && m_text.substr(m_at, 2) == std::string{c, '{'})
                    ++m_at;
            }
        }
        return consume("\"") ? std::optional(InstanceKey::text(std::move(text))) : std::nullopt;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

Failure invalidAddress(std::string_view text)
{
    return failure("address.invalid", "\"" + std::string(text) + "\" is not an address.", {},
                   "Write it as terraform prints it, for example module.net[\"eu\"].aws_subnet.public[0].");
}

} // namespace

Result<ModulePath> ModulePath::parse(std::string_view text)
{
    AddressReader reader(text);
    std::optional<ModulePath> path = reader.modulePath();
    if (!path || !reader.atEnd() || (!text.empty() && text.back() == '.'))
        return invalidAddress(text);
    return *std::move(path);
}

ModulePath ModulePath::child(std::string name, InstanceKey key) const
{
    ModulePath path;
    path.steps.reserve(steps.size() + 1);
    path.steps = steps;
    path.steps.push_back({std::move(name), std::move(key)});
    return path;
}

ModulePath ModulePath::withoutKeys() const
{
    ModulePath path = *this;
    for (ModuleStep &step : path.steps)
        step.key = {};
    return path;
}

std::string ModulePath::text() const
{
    std::string out;
    for (const ModuleStep &step : steps) {
        if (!out.empty())
            out += '.';
        out += "module." + step.name + step.key.print();
    }
    return out;
}

Result<ResourceAddress> ResourceAddress::parse(std::string_view text)
{
    AddressReader reader(text);
    ResourceAddress address;
    std::optional<ModulePath> path = reader.modulePath();
    if (!path)
        return invalidAddress(text);
    address.module = *std::move(path);
    if (reader.consume("data."))
        address.mode = ResourceMode::Data;
    else if (reader.consume("ephemeral."))
        address.mode = ResourceMode::Ephemeral;
    address.type = reader.name();
    if (address.type.empty() || !reader.consume("."))
        return invalidAddress(text);
    address.name = reader.name();
    std::optional<InstanceKey> key = reader.key();
    if (address.name.empty() || !key || !reader.atEnd())
        return invalidAddress(text);
    address.key = *std::move(key);
    return address;
}

std::string ResourceAddress::localText() const
{
    const std::string_view prefix = mode == ResourceMode::Data        ? "data."
                                    : mode == ResourceMode::Ephemeral ? "ephemeral."
                                                                      : "";
    return std::string(prefix) + type + "." + name;
}

std::string ResourceAddress::text() const
{
    const std::string prefix = module.text();
    return (prefix.empty() ? prefix : prefix + ".") + localText() + key.print();
}

ResourceAddress ResourceAddress::withoutKeys() const
{
    return {module.withoutKeys(), mode, type, name, {}};
}

} // namespace drydock::terraform
