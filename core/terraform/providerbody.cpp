// SPDX-License-Identifier: MIT
#include "core/terraform/providerbody.h"

#include "core/terraform/providerblocks.h"
#include "core/terraform/schemacatalogue.h"

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

/// What is known of a provider's body: its schema, or the resource's type alone.
struct Known
{
    std::string type;
    std::shared_ptr<const ObjectSchema> object; ///< keeps `block`
    const BlockSchema *block = nullptr;

    [[nodiscard]] Known inside(std::string_view name) const
    {
        const NestedBlockSchema *nested = block != nullptr ? block->block(name) : nullptr;
        return {type, object, nested != nullptr ? &nested->body : nullptr};
    }
};

class ProviderBody : public BodySchema
{
public:
    explicit ProviderBody(Known known)
        : m_known(std::move(known))
    {
    }

    [[nodiscard]] BodyMember member(std::string_view name, JsonShape shape) const override
    {
        const bool mayBeBlock = shape == JsonShape::Object || shape == JsonShape::Objects;
        if (m_known.block != nullptr) {
            if (m_known.block->attribute(name) != nullptr)
                return {};
            // A value of another shape is a mistake that the reader of blocks names.
            if (const NestedBlockSchema *nested = m_known.block->block(name))
                return {BodyMember::Kind::Block, {}, nested->nesting == Nesting::Map ? 1U : 0U};
        }
        if (name == "dynamic" && mayBeBlock)
            return {BodyMember::Kind::Block, {}, 1};
        if (m_known.block == nullptr && mayBeBlock && isProviderBlock(m_known.type, name))
            return {BodyMember::Kind::Block, {}, 0};
        return {};
    }

    [[nodiscard]] SchemaPtr inside(std::string_view type, Labels labels) const override;

private:
    Known m_known;
};

class DynamicBody : public BodySchema
{
public:
    explicit DynamicBody(Known content)
        : m_content(std::move(content))
    {
    }

    [[nodiscard]] BodyMember member(std::string_view name, JsonShape) const override
    {
        if (name == "content")
            return {BodyMember::Kind::Block, {}, 0};
        if (name == "iterator")
            return {BodyMember::Kind::Argument, StringMeaning::Expression, 0};
        const bool isArgument = name == "for_each" || name == "labels";
        return {isArgument ? BodyMember::Kind::Argument : BodyMember::Kind::Unexpected, StringMeaning::Template, 0};
    }
    [[nodiscard]] SchemaPtr inside(std::string_view, Labels) const override
    {
        return std::make_shared<ProviderBody>(m_content);
    }
    [[nodiscard]] std::vector<std::string> names() const override
    {
        return {"for_each", "iterator", "labels", "content"};
    }

private:
    Known m_content;
};

SchemaPtr ProviderBody::inside(std::string_view type, Labels labels) const
{
    if (type == "dynamic" && !labels.empty() && (m_known.block == nullptr || m_known.block->block(type) == nullptr))
        return std::make_shared<DynamicBody>(m_known.inside(labels.front()));
    return std::make_shared<ProviderBody>(m_known.inside(type));
}

/// The file alone does not say which provider a type is of: the one that the type begins with, else any that has it.
std::shared_ptr<const ObjectSchema> schemaIn(const SchemaCatalogue &schemas, SchemaKind kind, const std::string &type)
{
    const std::string local = type.substr(0, kind == SchemaKind::Provider ? std::string::npos : type.find('_'));
    const Names providers = schemas.providers();
    std::vector<std::string_view> others;
    for (const std::string &provider : *providers) {
        if (provider.substr(provider.rfind('/') + 1) != local)
            others.push_back(provider);
        else if (auto object = schemas.find(provider, kind, type))
            return object;
    }
    if (kind == SchemaKind::Provider)
        return nullptr;
    for (const std::string_view provider : others)
        if (auto object = schemas.find(provider, kind, type))
            return object;
    return nullptr;
}

} // namespace

SchemaPtr providerBody(SchemaKind kind, const std::string &type, const SchemaCatalogue *schemas)
{
    Known known{type, schemas != nullptr ? schemaIn(*schemas, kind, type) : nullptr, nullptr};
    if (known.object)
        known.block = &known.object->block;
    return std::make_shared<ProviderBody>(std::move(known));
}

} // namespace drydock::terraform
