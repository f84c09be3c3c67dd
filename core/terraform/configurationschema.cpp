// SPDX-License-Identifier: MIT
#include "core/terraform/configurationschema.h"

#include "core/terraform/providerblocks.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace drydock::terraform {

using hcl::BodyMember;
using hcl::BodySchema;
using hcl::JsonShape;
using hcl::StringMeaning;

namespace {

using SchemaPtr = std::shared_ptr<const BodySchema>;
using Labels = std::span<const std::string>;

/// A body whose content only a provider knows: nested blocks of resources, data sources and provider configurations.
class ProviderBody : public BodySchema
{
public:
    explicit ProviderBody(std::string type)
        : m_type(std::move(type))
    {
    }

    [[nodiscard]] BodyMember member(std::string_view name, JsonShape shape) const override
    {
        const bool mayBeBlock = shape == JsonShape::Object || shape == JsonShape::Objects;
        if (name == "dynamic" && mayBeBlock)
            return {BodyMember::Kind::Block, {}, 1};
        if (mayBeBlock && isProviderBlock(m_type, name))
            return {BodyMember::Kind::Block, {}, 0};
        return {};
    }
    [[nodiscard]] SchemaPtr inside(std::string_view type, Labels) const override;

private:
    std::string m_type;
};

/// A body of Terraform's own.
class TerraformBody : public BodySchema
{
public:
    struct Argument
    {
        std::string_view name;
        StringMeaning strings = StringMeaning::Verbatim;
    };
    struct Nested
    {
        std::string_view type;
        std::uint32_t labels = 0;
        SchemaPtr (*body)(Labels labels) = nullptr;
    };

    /// `rest` says what other names are; without it they are errors.
    TerraformBody(std::initializer_list<Argument> arguments, std::initializer_list<Nested> blocks,
                  SchemaPtr rest = nullptr)
        : m_arguments(arguments)
        , m_blocks(blocks)
        , m_rest(std::move(rest))
    {
    }

    [[nodiscard]] BodyMember member(std::string_view name, JsonShape shape) const override
    {
        for (const Argument &argument : m_arguments)
            if (argument.name == name)
                return {BodyMember::Kind::Argument, argument.strings, 0};
        for (const Nested &nested : m_blocks)
            if (nested.type == name)
                return {BodyMember::Kind::Block, {}, nested.labels};
        return m_rest ? m_rest->member(name, shape) : BodyMember{BodyMember::Kind::Unexpected, {}, 0};
    }

    [[nodiscard]] SchemaPtr inside(std::string_view type, Labels labels) const override
    {
        for (const Nested &nested : m_blocks)
            if (nested.type == type)
                return nested.body(labels);
        return m_rest ? m_rest->inside(type, labels) : hcl::argumentsOnly(StringMeaning::Template);
    }

    [[nodiscard]] std::vector<std::string> names() const override
    {
        std::vector<std::string> names;
        for (const Argument &argument : m_arguments)
            names.emplace_back(argument.name);
        for (const Nested &nested : m_blocks)
            names.emplace_back(nested.type);
        return names;
    }

private:
    std::vector<Argument> m_arguments;
    std::vector<Nested> m_blocks;
    SchemaPtr m_rest;
};

constexpr StringMeaning Template = StringMeaning::Template;
constexpr StringMeaning Verbatim = StringMeaning::Verbatim;
constexpr StringMeaning Expression = StringMeaning::Expression;

SchemaPtr providerBody(Labels labels)
{
    return std::make_shared<ProviderBody>(labels.empty() ? std::string() : labels.front());
}

template <StringMeaning strings>
SchemaPtr allArguments(Labels)
{
    return hcl::argumentsOnly(strings);
}

/// A dynamic block in a body of the resource type.
class DynamicBody : public BodySchema
{
public:
    explicit DynamicBody(std::string type)
        : m_type(std::move(type))
    {
    }

    [[nodiscard]] BodyMember member(std::string_view name, JsonShape) const override
    {
        if (name == "content")
            return {BodyMember::Kind::Block, {}, 0};
        if (name == "iterator")
            return {BodyMember::Kind::Argument, Expression, 0};
        const bool isArgument = name == "for_each" || name == "labels";
        return {isArgument ? BodyMember::Kind::Argument : BodyMember::Kind::Unexpected, Template, 0};
    }
    [[nodiscard]] SchemaPtr inside(std::string_view, Labels) const override
    {
        return std::make_shared<ProviderBody>(m_type);
    }
    [[nodiscard]] std::vector<std::string> names() const override
    {
        return {"for_each", "iterator", "labels", "content"};
    }

private:
    std::string m_type;
};

SchemaPtr ProviderBody::inside(std::string_view type, Labels) const
{
    if (type == "dynamic")
        return std::make_shared<DynamicBody>(m_type);
    return std::make_shared<ProviderBody>(m_type);
}

SchemaPtr body(std::initializer_list<TerraformBody::Argument> arguments,
               std::initializer_list<TerraformBody::Nested> blocks = {}, SchemaPtr rest = nullptr)
{
    return std::make_shared<TerraformBody>(arguments, blocks, std::move(rest));
}

SchemaPtr conditionBody(Labels)
{
    return body({{"condition", Template}, {"error_message", Template}});
}

SchemaPtr lifecycleBody(Labels)
{
    return body({{"create_before_destroy"},
                 {"prevent_destroy"},
                 {"enabled", Template},
                 {"destroy"},
                 {"ignore_changes", Expression},
                 {"replace_triggered_by", Expression}},
                {{"precondition", 0, conditionBody}, {"postcondition", 0, conditionBody}});
}

SchemaPtr connectionBody(Labels)
{
    return body({}, {}, hcl::argumentsOnly(Template));
}

SchemaPtr provisionerBody(Labels)
{
    return body({{"when", Expression}, {"on_failure", Expression}}, {{"connection", 0, connectionBody}},
                hcl::argumentsOnly(Template));
}

SchemaPtr resourceBody(Labels labels)
{
    return body(
        {{"count", Template}, {"for_each", Template}, {"provider", Expression}, {"depends_on", Expression}},
        {{"lifecycle", 0, lifecycleBody}, {"connection", 0, connectionBody}, {"provisioner", 1, provisionerBody}},
        providerBody(labels));
}

SchemaPtr moduleBody(Labels)
{
    return body({{"source"},
                 {"version"},
                 {"count", Template},
                 {"for_each", Template},
                 {"providers", Expression},
                 {"depends_on", Expression}},
                {{"lifecycle", 0, lifecycleBody}}, hcl::argumentsOnly(Template));
}

SchemaPtr providerConfiguration(Labels labels)
{
    return body({{"alias"}, {"version"}, {"for_each", Template}}, {}, providerBody(labels));
}

SchemaPtr variableBody(Labels)
{
    return body({{"type", Expression},
                 {"default"},
                 {"description"},
                 {"sensitive"},
                 {"nullable"},
                 {"ephemeral"},
                 {"deprecated"},
                 {"const"}},
                {{"validation", 0, conditionBody}});
}

SchemaPtr outputBody(Labels)
{
    return body({{"value", Template},
                 {"description"},
                 {"sensitive"},
                 {"ephemeral"},
                 {"deprecated"},
                 {"depends_on", Expression}},
                {{"precondition", 0, conditionBody}, {"postcondition", 0, conditionBody}});
}

SchemaPtr cloudBody(Labels)
{
    return body({}, {{"workspaces", 0, allArguments<Verbatim>}}, hcl::argumentsOnly(Verbatim));
}

// OpenTofu's state encryption refers to its key providers and methods.
SchemaPtr encryptionBody(Labels)
{
    return body({}, {{"key_provider", 2, allArguments<Template>},
                     {"method", 2, allArguments<Template>},
                     {"state", 0, allArguments<Template>},
                     {"plan", 0, allArguments<Template>},
                     {"remote_state_data_sources", 0, allArguments<Template>}});
}

SchemaPtr settingsBody(Labels)
{
    return body({{"required_version"}, {"experiments", Expression}, {"language", Expression}},
                {{"required_providers", 0, allArguments<Verbatim>},
                 {"backend", 1, allArguments<Verbatim>},
                 {"cloud", 0, cloudBody},
                 {"provider_meta", 1, allArguments<Verbatim>},
                 {"encryption", 0, encryptionBody}});
}

SchemaPtr movedBody(Labels)
{
    return body({{"from", Expression}, {"to", Expression}});
}

SchemaPtr removedBody(Labels)
{
    return body(
        {{"from", Expression}},
        {{"lifecycle", 0, lifecycleBody}, {"connection", 0, connectionBody}, {"provisioner", 1, provisionerBody}});
}

SchemaPtr importBody(Labels)
{
    return body({{"to", Expression},
                 {"id", Template},
                 {"identity", Template},
                 {"for_each", Template},
                 {"provider", Expression}});
}

SchemaPtr checkBody(Labels)
{
    return body({}, {{"assert", 0, conditionBody}, {"data", 2, resourceBody}});
}

SchemaPtr planOptionsBody(Labels)
{
    return body({{"mode", Expression}, {"refresh"}, {"replace", Expression}, {"target", Expression}});
}

SchemaPtr testModuleBody(Labels)
{
    return body({{"source"}, {"version"}});
}

SchemaPtr overrideBody(Labels)
{
    return body({{"target", Expression}, {"values", Template}, {"outputs", Template}, {"override_during", Expression}});
}

SchemaPtr runBody(Labels)
{
    return body({{"command", Expression},
                 {"providers", Expression},
                 {"expect_failures", Expression},
                 {"state_key"},
                 {"parallel"}},
                {{"variables", 0, allArguments<Template>},
                 {"plan_options", 0, planOptionsBody},
                 {"module", 0, testModuleBody},
                 {"assert", 0, conditionBody},
                 {"override_resource", 0, overrideBody},
                 {"override_data", 0, overrideBody},
                 {"override_module", 0, overrideBody}});
}

SchemaPtr mockBody(Labels)
{
    return body({{"defaults", Template}, {"override_during", Expression}});
}

SchemaPtr mockProviderBody(Labels)
{
    return body({{"alias"}, {"source"}, {"override_during", Expression}}, {{"mock_resource", 1, mockBody},
                                                                           {"mock_data", 1, mockBody},
                                                                           {"override_resource", 0, overrideBody},
                                                                           {"override_data", 0, overrideBody}});
}

} // namespace

SchemaPtr configurationSchema()
{
    return body({}, {{"terraform", 0, settingsBody},
                     {"provider", 1, providerConfiguration},
                     {"variable", 1, variableBody},
                     {"locals", 0, allArguments<Template>},
                     {"output", 1, outputBody},
                     {"module", 1, moduleBody},
                     {"resource", 2, resourceBody},
                     {"data", 2, resourceBody},
                     {"ephemeral", 2, resourceBody},
                     {"moved", 0, movedBody},
                     {"removed", 0, removedBody},
                     {"import", 0, importBody},
                     {"check", 1, checkBody}});
}

SchemaPtr testSchema()
{
    return body({}, {{"run", 1, runBody},
                     {"variables", 0, allArguments<Template>},
                     {"variable", 1, variableBody},
                     {"provider", 1, providerConfiguration},
                     {"mock_provider", 1, mockProviderBody},
                     {"override_resource", 0, overrideBody},
                     {"override_data", 0, overrideBody},
                     {"override_module", 0, overrideBody},
                     {"test", 0, allArguments<Verbatim>}});
}

} // namespace drydock::terraform
