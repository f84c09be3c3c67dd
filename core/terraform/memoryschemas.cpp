// SPDX-License-Identifier: MIT
#include "core/terraform/memoryschemas.h"

#include "core/terraform/schemareader.h"

#include <utility>
#include <variant>
#include <vector>

namespace drydock::terraform {

template <typename Map>
static Names keysOf(const Map &map)
{
    std::vector<std::string> names;
    names.reserve(map.size());
    for (const auto &[name, content] : map)
        names.push_back(name);
    return Names(std::move(names));
}

Result<std::shared_ptr<const MemorySchemas>> MemorySchemas::fromJson(std::string_view json, const std::string &fileName)
{
    auto schemas = std::make_shared<MemorySchemas>();
    const auto read = readProviderSchemas(
        json, fileName,
        [&schemas](SchemaEntry entry) -> Result<> {
            if (auto *object = std::get_if<ObjectSchema>(&entry.content))
                schemas->add(entry.provider, entry.kind, entry.name, std::move(*object));
            else if (auto *function = std::get_if<FunctionSignature>(&entry.content))
                schemas->addFunction(entry.provider, std::move(*function));
            else
                schemas->m_providers[entry.provider];
            return {};
        },
        Task{});
    if (!read)
        return Failure(read.error());
    return schemas;
}

void MemorySchemas::add(const std::string &provider, SchemaKind kind, const std::string &name, ObjectSchema schema)
{
    m_providers[provider].objects[kind][kind == SchemaKind::Provider ? std::string() : name] =
        std::make_shared<const ObjectSchema>(std::move(schema));
}

void MemorySchemas::addFunction(const std::string &provider, FunctionSignature function)
{
    std::string name = function.name;
    m_providers[provider].functions[std::move(name)] = std::make_shared<const FunctionSignature>(std::move(function));
}

Names MemorySchemas::providers() const
{
    return keysOf(m_providers);
}

Names MemorySchemas::names(std::string_view provider, SchemaKind kind) const
{
    if (const auto found = m_providers.find(provider); found != m_providers.end())
        if (const auto objects = found->second.objects.find(kind); objects != found->second.objects.end())
            return keysOf(objects->second);
    return {};
}

std::shared_ptr<const ObjectSchema> MemorySchemas::find(std::string_view provider, SchemaKind kind,
                                                        std::string_view name) const
{
    const auto found = m_providers.find(provider);
    if (found == m_providers.end())
        return nullptr;
    const auto objects = found->second.objects.find(kind);
    if (objects == found->second.objects.end())
        return nullptr;
    const auto object = objects->second.find(kind == SchemaKind::Provider ? std::string_view() : name);
    return object == objects->second.end() ? nullptr : object->second;
}

Names MemorySchemas::functions(std::string_view provider) const
{
    const auto found = m_providers.find(provider);
    return found == m_providers.end() ? Names() : keysOf(found->second.functions);
}

std::shared_ptr<const FunctionSignature> MemorySchemas::function(std::string_view provider, std::string_view name) const
{
    const auto found = m_providers.find(provider);
    if (found == m_providers.end())
        return nullptr;
    const auto function = found->second.functions.find(name);
    return function == found->second.functions.end() ? nullptr : function->second;
}

} // namespace drydock::terraform
