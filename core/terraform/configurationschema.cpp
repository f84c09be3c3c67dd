// SPDX-License-Identifier: MIT
#include "core/terraform/configurationschema.h"

#include "core/terraform/providerbody.h"
#include "core/terraform/schemacatalogue.h"

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
using Context = const SchemaCatalogue *;

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
        SchemaPtr (*body)(Context context, Labels labels) = nullptr;
    };

    /// `rest` says what other names are; without it they are errors.
    TerraformBody(Context context, std::initializer_list<Argument> arguments, std::initializer_list<Nested> blocks,
                  SchemaPtr rest = nullptr)
        : m_context(context)
        , m_arguments(arguments)
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
                return nested.body(m_context, labels);
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
    Context m_context;
    std::vector<Argument> m_arguments;
    std::vector<Nested> m_blocks;
    SchemaPtr m_rest;
};

constexpr StringMeaning Template = StringMeaning::Template;
constexpr StringMeaning Verbatim = StringMeaning::Verbatim;
constexpr StringMeaning Expression = StringMeaning::Expression;

template <StringMeaning strings>
SchemaPtr allArguments(Context, Labels)
{
    return hcl::argumentsOnly(strings);
}

SchemaPtr body(Context context, std::initializer_list<TerraformBody::Argument> arguments,
               std::initializer_list<TerraformBody::Nested> blocks = {}, SchemaPtr rest = nullptr)
{
    return std::make_shared<TerraformBody>(context, arguments, blocks, std::move(rest));
}

SchemaPtr conditionBody(Context context, Labels)
{
    return body(context, {{"condition", Template}, {"error_message", Template}});
}

SchemaPtr lifecycleBody(Context context, Labels)
{
    return body(context,
                {{"create_before_destroy"},
                 {"prevent_destroy"},
                 {"enabled", Template},
                 {"destroy"},
                 {"ignore_changes", Expression},
                 {"replace_triggered_by", Expression}},
                {{"precondition", 0, conditionBody}, {"postcondition", 0, conditionBody}});
}

SchemaPtr connectionBody(Context context, Labels)
{
    return body(context, {}, {}, hcl::argumentsOnly(Template));
}

SchemaPtr provisionerBody(Context context, Labels)
{
    return body(context, {{"when", Expression}, {"on_failure", Expression}}, {{"connection", 0, connectionBody}},
                hcl::argumentsOnly(Template));
}

template <SchemaKind kind>
SchemaPtr resourceBody(Context context, Labels labels)
{
    return body(
        context, {{"count", Template}, {"for_each", Template}, {"provider", Expression}, {"depends_on", Expression}},
        {{"lifecycle", 0, lifecycleBody}, {"connection", 0, connectionBody}, {"provisioner", 1, provisionerBody}},
        providerBody(kind, labels.front(), context));
}

SchemaPtr moduleBody(Context context, Labels)
{
    return body(context,
                {{"source"},
                 {"version"},
                 {"count", Template},
                 {"for_each", Template},
                 {"providers", Expression},
                 {"depends_on", Expression}},
                {{"lifecycle", 0, lifecycleBody}}, hcl::argumentsOnly(Template));
}

SchemaPtr providerConfiguration(Context context, Labels labels)
{
    return body(context, {{"alias"}, {"version"}, {"for_each", Template}}, {},
                providerBody(SchemaKind::Provider, labels.front(), context));
}

SchemaPtr variableBody(Context context, Labels)
{
    return body(context,
                {{"type", Expression},
                 {"default"},
                 {"description"},
                 {"sensitive"},
                 {"nullable"},
                 {"ephemeral"},
                 {"deprecated"},
                 {"const"}},
                {{"validation", 0, conditionBody}});
}

SchemaPtr outputBody(Context context, Labels)
{
    return body(context,
                {{"value", Template},
                 {"description"},
                 {"sensitive"},
                 {"ephemeral"},
                 {"deprecated"},
                 {"depends_on", Expression}},
                {{"precondition", 0, conditionBody}, {"postcondition", 0, conditionBody}});
}

SchemaPtr cloudBody(Context context, Labels)
{
    return body(context, {}, {{"workspaces", 0, allArguments<Verbatim>}}, hcl::argumentsOnly(Verbatim));
}

// OpenTofu's state encryption refers to its key providers and methods.
SchemaPtr encryptionBody(Context context, Labels)
{
    return body(context, {},
                {{"key_provider", 2, allArguments<Template>},
                 {"method", 2, allArguments<Template>},
                 {"state", 0, allArguments<Template>},
                 {"plan", 0, allArguments<Template>},
                 {"remote_state_data_sources", 0, allArguments<Template>}});
}

SchemaPtr settingsBody(Context context, Labels)
{
    return body(context, {{"required_version"}, {"experiments", Expression}, {"language", Expression}},
                {{"required_providers", 0, allArguments<Verbatim>},
                 {"backend", 1, allArguments<Verbatim>},
                 {"cloud", 0, cloudBody},
                 {"provider_meta", 1, allArguments<Verbatim>},
                 {"encryption", 0, encryptionBody}});
}

SchemaPtr movedBody(Context context, Labels)
{
    return body(context, {{"from", Expression}, {"to", Expression}});
}

SchemaPtr removedBody(Context context, Labels)
{
    return body(
        context, {{"from", Expression}},
        {{"lifecycle", 0, lifecycleBody}, {"connection", 0, connectionBody}, {"provisioner", 1, provisionerBody}});
}

SchemaPtr importBody(Context context, Labels)
{
    return body(context, {{"to", Expression},
                          {"id", Template},
                          {"identity", Template},
                          {"for_each", Template},
                          {"provider", Expression}});
}

SchemaPtr checkBody(Context context, Labels)
{
    return body(context, {}, {{"assert", 0, conditionBody}, {"data", 2, resourceBody<SchemaKind::DataSource>}});
}

SchemaPtr planOptionsBody(Context context, Labels)
{
    return body(context, {{"mode", Expression}, {"refresh"}, {"replace", Expression}, {"target", Expression}});
}

SchemaPtr testModuleBody(Context context, Labels)
{
    return body(context, {{"source"}, {"version"}});
}

SchemaPtr overrideBody(Context context, Labels)
{
    return body(context,
                {{"target", Expression}, {"values", Template}, {"outputs", Template}, {"override_during", Expression}});
}

SchemaPtr runBody(Context context, Labels)
{
    return body(context,
                {{"command", Expression},
                 {"providers", Expression},
                 {"expect_failures", Expression},
                 {"state_key"},
                 {"parallel"},
                 {"skip_cleanup"}},
                {{"variables", 0, allArguments<Template>},
                 {"plan_options", 0, planOptionsBody},
                 {"module", 0, testModuleBody},
                 {"assert", 0, conditionBody},
                 {"override_resource", 0, overrideBody},
                 {"override_data", 0, overrideBody},
                 {"override_module", 0, overrideBody}});
}

SchemaPtr mockBody(Context context, Labels)
{
    return body(context, {{"defaults", Template}, {"override_during", Expression}});
}

SchemaPtr mockProviderBody(Context context, Labels)
{
    return body(context, {{"alias"}, {"source"}, {"override_during", Expression}},
                {{"mock_resource", 1, mockBody},
                 {"mock_data", 1, mockBody},
                 {"override_resource", 0, overrideBody},
                 {"override_data", 0, overrideBody}});
}

} // namespace

SchemaPtr mockSchema()
{
    return body(nullptr, {},
                {{"mock_resource", 1, mockBody},
                 {"mock_data", 1, mockBody},
                 {"override_resource", 0, overrideBody},
                 {"override_data", 0, overrideBody}});
}

SchemaPtr configurationSchema(const SchemaCatalogue *context)
{
    return body(context, {},
                {{"terraform", 0, settingsBody},
                 {"provider", 1, providerConfiguration},
                 {"variable", 1, variableBody},
                 {"locals", 0, allArguments<Template>},
                 {"output", 1, outputBody},
                 {"module", 1, moduleBody},
                 {"resource", 2, resourceBody<SchemaKind::Resource>},
                 {"data", 2, resourceBody<SchemaKind::DataSource>},
                 {"ephemeral", 2, resourceBody<SchemaKind::Ephemeral>},
                 {"moved", 0, movedBody},
                 {"removed", 0, removedBody},
                 {"import", 0, importBody},
                 {"check", 1, checkBody}});
}

SchemaPtr testSchema(const SchemaCatalogue *context)
{
    return body(context, {},
                {{"run", 1, runBody},
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
