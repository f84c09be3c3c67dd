// SPDX-License-Identifier: MIT
#include "core/terraform/schemacodec.h"

#include "core/terraform/bytestream.h"

#include <limits>
#include <utility>

namespace drydock::terraform {

using hcl::Kind;
using hcl::Type;

namespace {

constexpr std::uint64_t formVersion = 1;
/// Types and blocks inside each other: as deep as the JSON may be.
constexpr int deepest = 512;

/// The bits of an attribute.
namespace flag {
constexpr unsigned Required = 1U << 0U;
constexpr unsigned Optional = 1U << 1U;
constexpr unsigned Computed = 1U << 2U;
constexpr unsigned Sensitive = 1U << 3U;
constexpr unsigned WriteOnly = 1U << 4U;
constexpr unsigned Deprecated = 1U << 5U;
constexpr unsigned Markdown = 1U << 6U;
constexpr unsigned Nested = 1U << 7U;
} // namespace flag

class Encoder
{
public:
    void write(const Type &type)
    {
        m_out.number(static_cast<std::uint64_t>(type.kind()));
        switch (type.kind()) {
        case Kind::List:
        case Kind::Set:
        case Kind::Map:
            write(type.element());
            break;
        case Kind::Tuple:
            m_out.number(type.elements().size());
            for (const Type &element : type.elements())
                write(element);
            break;
        case Kind::Object:
            m_out.number(type.attributes().size());
            for (const hcl::TypeAttribute &attribute : type.attributes()) {
                m_out.text(attribute.name);
                m_out.number(static_cast<std::uint64_t>(attribute.presence));
                write(attribute.type);
            }
            break;
        default:
            break;
        }
    }

    void write(const AttributeSchema &attribute)
    {
        unsigned flags = attribute.isRequired ? flag::Required : 0U;
        flags |= attribute.isOptional ? flag::Optional : 0U;
        flags |= attribute.isComputed ? flag::Computed : 0U;
        flags |= attribute.isSensitive ? flag::Sensitive : 0U;
        flags |= attribute.isWriteOnly ? flag::WriteOnly : 0U;
        flags |= attribute.isDeprecated ? flag::Deprecated : 0U;
        flags |= attribute.descriptionFormat == TextFormat::Markdown ? flag::Markdown : 0U;
        flags |= attribute.nested ? flag::Nested : 0U;
        m_out.text(attribute.name);
        m_out.number(flags);
        m_out.text(attribute.description);
        write(attribute.type);
        if (!attribute.nested)
            return;
        m_out.number(static_cast<std::uint64_t>(attribute.nested->nesting));
        m_out.number(attribute.nested->minItems);
        m_out.number(attribute.nested->maxItems);
        write(attribute.nested->attributes);
    }

    void write(const BlockSchema &block)
    {
        m_out.number((block.descriptionFormat == TextFormat::Markdown ? 1U : 0U) | (block.isDeprecated ? 2U : 0U));
        m_out.text(block.description);
        write(block.attributes);
        m_out.number(block.blocks.size());
        for (const NestedBlockSchema &nested : block.blocks) {
            m_out.text(nested.type);
            m_out.number(static_cast<std::uint64_t>(nested.nesting));
            m_out.number(nested.minItems);
            m_out.number(nested.maxItems);
            write(nested.body);
        }
    }

    void write(const IdentitySchema &identity)
    {
        m_out.number(static_cast<std::uint64_t>(identity.version));
        m_out.number(identity.attributes.size());
        for (const IdentityAttribute &attribute : identity.attributes) {
            m_out.text(attribute.name);
            m_out.number((attribute.isRequiredForImport ? 1U : 0U) | (attribute.isOptionalForImport ? 2U : 0U));
            m_out.text(attribute.description);
            write(attribute.type);
        }
    }

    void write(const FunctionParameter &parameter)
    {
        m_out.text(parameter.name);
        m_out.text(parameter.description);
        m_out.number(parameter.isNullable ? 1 : 0);
        write(parameter.type);
    }

    [[nodiscard]] ByteWriter &out() { return m_out; }

private:
    void write(const std::vector<AttributeSchema> &attributes)
    {
        m_out.number(attributes.size());
        for (const AttributeSchema &attribute : attributes)
            write(attribute);
    }

    ByteWriter m_out;
};

class Decoder
{
public:
    explicit Decoder(std::string_view bytes)
        : m_in(bytes)
    {
        if (m_in.number() != formVersion)
            throw DamagedBytes();
    }

    Type type(int depth = 0)
    {
        checkDepth(depth);
        const auto kind = static_cast<Kind>(m_in.numberBelow(static_cast<std::uint64_t>(Kind::Object) + 1));
        switch (kind) {
        case Kind::Dynamic:
            return {};
        case Kind::Bool:
            return Type::boolean();
        case Kind::Number:
            return Type::number();
        case Kind::String:
            return Type::string();
        case Kind::List:
            return Type::list(type(depth + 1));
        case Kind::Set:
            return Type::set(type(depth + 1));
        case Kind::Map:
            return Type::map(type(depth + 1));
        case Kind::Tuple:
            return tupleType(depth);
        case Kind::Object:
            break;
        }
        return objectType(depth);
    }

    BlockSchema block(int depth = 0)
    {
        checkDepth(depth);
        BlockSchema block;
        const std::uint64_t flags = m_in.number();
        block.descriptionFormat = (flags & 1U) != 0 ? TextFormat::Markdown : TextFormat::Plain;
        block.isDeprecated = (flags & 2U) != 0;
        block.description = m_in.text();
        block.attributes = attributes(depth + 1);
        const std::size_t count = m_in.count();
        block.blocks.reserve(count);
        for (std::size_t i = 0; i < count; ++i) {
            NestedBlockSchema nested;
            nested.type = m_in.text();
            nested.nesting = nesting();
            nested.minItems = items();
            nested.maxItems = items();
            nested.body = this->block(depth + 1);
            block.blocks.push_back(std::move(nested));
        }
        return block;
    }

    IdentitySchema identity()
    {
        IdentitySchema identity;
        identity.version = static_cast<std::int64_t>(m_in.number());
        for (std::size_t left = m_in.count(); left > 0; --left) {
            IdentityAttribute attribute;
            attribute.name = m_in.text();
            const std::uint64_t flags = m_in.number();
            attribute.isRequiredForImport = (flags & 1U) != 0;
            attribute.isOptionalForImport = (flags & 2U) != 0;
            attribute.description = m_in.text();
            attribute.type = type();
            identity.attributes.push_back(std::move(attribute));
        }
        return identity;
    }

    FunctionParameter parameter()
    {
        FunctionParameter parameter;
        parameter.name = m_in.text();
        parameter.description = m_in.text();
        parameter.isNullable = m_in.number() != 0;
        parameter.type = type();
        return parameter;
    }

    [[nodiscard]] ByteReader &in() { return m_in; }

private:
    static void checkDepth(int depth)
    {
        if (depth > deepest)
            throw DamagedBytes();
    }

    Nesting nesting() { return static_cast<Nesting>(m_in.numberBelow(static_cast<std::uint64_t>(Nesting::Map) + 1)); }
    std::uint32_t items()
    {
        return static_cast<std::uint32_t>(
            m_in.numberBelow(std::uint64_t{std::numeric_limits<std::uint32_t>::max()} + 1));
    }

    Type tupleType(int depth)
    {
        std::vector<Type> elements;
        for (std::size_t left = m_in.count(); left > 0; --left)
            elements.push_back(type(depth + 1));
        return Type::tuple(std::move(elements));
    }

    Type objectType(int depth)
    {
        std::vector<hcl::TypeAttribute> attributes;
        for (std::size_t left = m_in.count(); left > 0; --left) {
            std::string name = m_in.text();
            const auto presence = static_cast<hcl::Presence>(m_in.numberBelow(2));
            attributes.push_back({std::move(name), type(depth + 1), presence});
        }
        return Type::object(std::move(attributes));
    }

    std::vector<AttributeSchema> attributes(int depth)
    {
        checkDepth(depth);
        std::vector<AttributeSchema> attributes;
        const std::size_t count = m_in.count();
        attributes.reserve(count);
        for (std::size_t i = 0; i < count; ++i)
            attributes.push_back(attribute(depth));
        return attributes;
    }

    AttributeSchema attribute(int depth)
    {
        AttributeSchema attribute;
        attribute.name = m_in.text();
        const std::uint64_t flags = m_in.number();
        attribute.isRequired = (flags & flag::Required) != 0;
        attribute.isOptional = (flags & flag::Optional) != 0;
        attribute.isComputed = (flags & flag::Computed) != 0;
        attribute.isSensitive = (flags & flag::Sensitive) != 0;
        attribute.isWriteOnly = (flags & flag::WriteOnly) != 0;
        attribute.isDeprecated = (flags & flag::Deprecated) != 0;
        attribute.descriptionFormat = (flags & flag::Markdown) != 0 ? TextFormat::Markdown : TextFormat::Plain;
        attribute.description = m_in.text();
        attribute.type = type();
        if ((flags & flag::Nested) == 0)
            return attribute;
        auto nested = std::make_shared<NestedAttributes>();
        nested->nesting = nesting();
        nested->minItems = items();
        nested->maxItems = items();
        nested->attributes = attributes(depth + 1);
        attribute.nested = std::move(nested);
        return attribute;
    }

    ByteReader m_in;
};

template <typename Read>
auto decoded(std::string_view bytes, const Read &read) -> Result<decltype(read(std::declval<Decoder &>()))>
{
    try {
        Decoder decoder(bytes);
        auto value = read(decoder);
        if (decoder.in().atEnd())
            return value;
    } catch (const DamagedBytes &) {
        // Below, as for bytes that go on behind the end.
    }
    return failure("schema.damaged", "A provider schema of the workspace is damaged.", {},
                   "Import the schema again with `drydockctl schema import`.");
}

} // namespace

std::string encode(const ObjectSchema &schema)
{
    Encoder encoder;
    encoder.out().number(formVersion);
    encoder.out().number(static_cast<std::uint64_t>(schema.version));
    encoder.write(schema.block);
    encoder.out().number(schema.identity ? 1 : 0);
    if (schema.identity)
        encoder.write(*schema.identity);
    return encoder.out().take();
}

std::string encode(const FunctionSignature &function)
{
    Encoder encoder;
    encoder.out().number(formVersion);
    encoder.out().text(function.name);
    encoder.out().text(function.summary);
    encoder.out().text(function.description);
    encoder.out().text(function.deprecationMessage);
    encoder.write(function.returnType);
    encoder.out().number(function.parameters.size());
    for (const FunctionParameter &parameter : function.parameters)
        encoder.write(parameter);
    encoder.out().number(function.variadic ? 1 : 0);
    if (function.variadic)
        encoder.write(*function.variadic);
    return encoder.out().take();
}

Result<ObjectSchema> decodeObject(std::string_view bytes)
{
    return decoded(bytes, [](Decoder &decoder) {
        ObjectSchema schema;
        schema.version = static_cast<std::int64_t>(decoder.in().number());
        schema.block = decoder.block();
        if (decoder.in().numberBelow(2) == 1)
            schema.identity = decoder.identity();
        return schema;
    });
}

Result<FunctionSignature> decodeFunction(std::string_view bytes)
{
    return decoded(bytes, [](Decoder &decoder) {
        FunctionSignature function;
        function.name = decoder.in().text();
        function.summary = decoder.in().text();
        function.description = decoder.in().text();
        function.deprecationMessage = decoder.in().text();
        function.returnType = decoder.type();
        for (std::size_t left = decoder.in().count(); left > 0; --left)
            function.parameters.push_back(decoder.parameter());
        if (decoder.in().numberBelow(2) == 1)
            function.variadic = decoder.parameter();
        return function;
    });
}

} // namespace drydock::terraform
