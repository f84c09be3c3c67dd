// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::terraform {

/// The key of one instance of a resource or module call: nothing, `[3]`, `["eu"]`, or `[*]` where `count` or `for_each`
/// is not known, so that one instance stands for all.
class InstanceKey
{
public:
    enum class Kind : std::uint8_t { None, Number, Text, Unknown };

    InstanceKey() = default;
    [[nodiscard]] static InstanceKey number(std::uint64_t number);
    [[nodiscard]] static InstanceKey text(std::string text);
    [[nodiscard]] static InstanceKey unknown();

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] std::uint64_t number() const { return m_number; }
    [[nodiscard]] const std::string &text() const { return m_text; }
    /// As in an address: empty, `[3]`, `["eu"]` (escaped as HCL does) or `[*]`.
    [[nodiscard]] std::string print() const;

    [[nodiscard]] std::strong_ordering operator<=>(const InstanceKey &other) const = default;
    [[nodiscard]] bool operator==(const InstanceKey &other) const = default;

private:
    Kind m_kind = Kind::None;
    std::uint64_t m_number = 0;
    std::string m_text;
};

struct ModuleStep
{
    std::string name;
    InstanceKey key;

    [[nodiscard]] std::strong_ordering operator<=>(const ModuleStep &other) const = default;
    [[nodiscard]] bool operator==(const ModuleStep &other) const = default;
};

/// The way from the root module to a module instance: `module.net["eu"].module.subnet`. Empty for the root.
struct ModulePath
{
    std::vector<ModuleStep> steps;

    [[nodiscard]] static Result<ModulePath> parse(std::string_view text);
    [[nodiscard]] bool isRoot() const { return steps.empty(); }
    [[nodiscard]] ModulePath child(std::string name, InstanceKey key) const;
    /// The same path without instance keys: where it stands in the source.
    [[nodiscard]] ModulePath withoutKeys() const;
    [[nodiscard]] std::string text() const;

    [[nodiscard]] std::strong_ordering operator<=>(const ModulePath &other) const = default;
    [[nodiscard]] bool operator==(const ModulePath &other) const = default;
};

enum class ResourceMode : std::uint8_t { Managed, Data, Ephemeral };

/// `module.net.data.aws_ami.base["arm"]`. Parses and prints exactly what `terraform state list` prints.
struct ResourceAddress
{
    ModulePath module;
    ResourceMode mode = ResourceMode::Managed;
    std::string type;
    std::string name;
    InstanceKey key;

    /// Code: `address.invalid`.
    [[nodiscard]] static Result<ResourceAddress> parse(std::string_view text);
    [[nodiscard]] std::string text() const;
    /// `data.aws_ami.base`: without module path and key.
    [[nodiscard]] std::string localText() const;
    [[nodiscard]] ResourceAddress withoutKeys() const;

    [[nodiscard]] std::strong_ordering operator<=>(const ResourceAddress &other) const = default;
    [[nodiscard]] bool operator==(const ResourceAddress &other) const = default;
};

} // namespace drydock::terraform
