// SPDX-License-Identifier: MIT
// The names that may follow a value, and the schemas they come from.
#include "core/language/shape.h"
#include "core/language/snapshot.h"
#include "core/terraform/schemacatalogue.h"

#include <algorithm>
#include <set>

namespace drydock::language {

static void addBody(const terraform::BlockSchema &body, std::vector<Member> &out)
{
    for (const terraform::AttributeSchema &attribute : body.attributes)
        out.push_back({attribute.name, attribute.type.source(), attribute.description, attribute.isDeprecated, false});
    for (const terraform::NestedBlockSchema &block : body.blocks)
        out.push_back(
            {block.type, block.impliedType().source(), block.body.description, block.body.isDeprecated, false});
}

// Without a schema: what is written in blocks of the type and what is asked of its resources anywhere.
static void addSeen(const SnapshotData &data, SymbolKind kind, const std::string &type, std::set<std::string> &names)
{
    const std::string prefix = type + ".";
    for (const DirectoryPointer &directory : data.files->directories()) {
        for (const Entry &file : directory->files()) {
            for (const Declared &declared : file->index().declared) {
                if (declared.kind != kind || !declared.name.starts_with(prefix))
                    continue;
                for (const hcl::Attribute attribute : declared.block.body().attributes())
                    names.emplace(attribute.name());
            }
            const std::string_view text = file->text();
            for (const Use &use : file->index().uses) {
                if (use.kind != kind || !use.name.starts_with(prefix))
                    continue;
                std::size_t at = use.hit.end;
                if (at < text.size() && text[at] == '[')
                    at = std::min(text.find(']', at), text.size() - 1) + 1;
                if (at >= text.size() || text[at] != '.')
                    continue;
                std::size_t end = ++at;
                while (end < text.size() &&
                       (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '_'))
                    ++end;
                if (end > at && std::isalpha(static_cast<unsigned char>(text[at])) != 0)
                    names.emplace(text.substr(at, end - at));
            }
        }
    }
}

void Shapes::resourceMembers(const Shape &shape, std::vector<Member> &out) const
{
    const std::string type = shape.name.substr(0, shape.name.find('.'));
    const Shapes there(m_snapshot, shape.module);
    if (const auto schema = there.schema(shape.resourceKind, type)) {
        addBody(schema->block, out);
        return;
    }
    std::set<std::string> names{"id"};
    addSeen(m_snapshot.data(), shape.resourceKind, type, names);
    for (const std::string_view meta : {"count", "for_each", "provider", "depends_on"})
        names.erase(std::string(meta));
    for (const std::string &name : names)
        out.push_back({name, typeText(stepResource(shape, {WrittenStep::Kind::Name, name})), {}, false, false});
}

std::vector<Member> Shapes::members(const Shape &shape) const
{
    std::vector<Member> out;
    const Shape from = resolved(shape);
    switch (from.kind) {
    case Shape::Kind::Unknown:
        break;
    case Shape::Kind::Type:
        for (const hcl::TypeAttribute &attribute : from.type.attributes())
            out.push_back({attribute.name, attribute.type.source(), {}, false, false});
        break;
    case Shape::Kind::Body:
        if (from.body != nullptr)
            addBody(*from.body, out);
        break;
    case Shape::Kind::Resource:
        resourceMembers(from, out);
        break;
    case Shape::Kind::Call: {
        const DirectoryPointer directory =
            from.module.empty() ? nullptr : m_snapshot.data().files->directory(from.module);
        if (!directory)
            break;
        const Shapes there(m_snapshot, from.module);
        for (const Entry &file : directory->files()) {
            for (const Declared &declared : file->index().declared) {
                if (declared.kind != SymbolKind::Output)
                    continue;
                const hcl::Attribute text = declared.block.body().attribute("description");
                out.push_back({declared.name, there.typeText(there.declared(SymbolKind::Output, declared.name)),
                               text ? text.value().stringValue().value_or(std::string()) : std::string(), false, true});
            }
        }
        break;
    }
    case Shape::Kind::Written:
        if (from.expression.kind() == hcl::ExpressionKind::Object) {
            for (const hcl::ObjectItem item : from.expression.items()) {
                Shape inside = from;
                inside.expression = item.value();
                if (const auto key = item.keyName())
                    out.push_back({*key, typeText(inside), {}, false, false});
            }
        } else if (from.expression.kind() == hcl::ExpressionKind::Call && from.expression.functionName() == "merge") {
            for (const hcl::Expression argument : from.expression.arguments()) {
                Shape inside = from;
                inside.expression = argument;
                const std::vector<Member> more = members(inside);
                out.insert(out.end(), more.begin(), more.end());
            }
        }
        break;
    }
    return out;
}

std::string Shapes::providerAddress(std::string_view localName) const
{
    if (localName == "terraform")
        return "terraform.io/builtin/terraform";
    const DirectoryPointer directory = m_snapshot.data().files->directory(m_module);
    for (const Entry &file : directory ? directory->files() : std::vector<Entry>()) {
        for (const hcl::Block block : file->parsed().body().blocks()) {
            if (block.type() != "terraform")
                continue;
            const hcl::Block required = block.body().block("required_providers");
            const hcl::Attribute provider = required ? required.body().attribute(localName) : hcl::Attribute();
            for (const hcl::ObjectItem item : provider ? provider.value().items() : hcl::ViewRange<hcl::ObjectItem>()) {
                if (item.keyName() != "source")
                    continue;
                if (const auto source = item.value().stringValue())
                    return terraform::fullProviderAddress(*source);
            }
        }
    }
    return terraform::fullProviderAddress(localName);
}

std::shared_ptr<const terraform::ObjectSchema> Shapes::schema(SymbolKind kind, std::string_view type) const
{
    const bool isProvider = kind == SymbolKind::Provider;
    const std::string_view local = isProvider ? type.substr(0, type.find('.')) : type.substr(0, type.find('_'));
    const auto schemas = m_snapshot.schemas();
    const std::string provider = terraform::knownProvider(*schemas, providerAddress(local));
    if (provider.empty())
        return nullptr;
    const terraform::SchemaKind wanted = isProvider                      ? terraform::SchemaKind::Provider
                                         : kind == SymbolKind::Data      ? terraform::SchemaKind::DataSource
                                         : kind == SymbolKind::Ephemeral ? terraform::SchemaKind::Ephemeral
                                                                         : terraform::SchemaKind::Resource;
    return schemas->find(provider, wanted, type);
}

std::vector<std::string> Shapes::providerNames() const
{
    std::set<std::string> names;
    const DirectoryPointer directory = m_snapshot.data().files->directory(m_module);
    for (const Entry &file : directory ? directory->files() : std::vector<Entry>()) {
        for (const hcl::Block block : file->parsed().body().blocks()) {
            if (block.type() == "provider" && !block.label(0).empty())
                names.insert(block.label(0));
            const hcl::Block required =
                block.type() == "terraform" ? block.body().block("required_providers") : hcl::Block();
            if (required)
                for (const hcl::Attribute attribute : required.body().attributes())
                    names.emplace(attribute.name());
        }
        for (const Declared &declared : file->index().declared) {
            if (declared.kind == SymbolKind::Resource || declared.kind == SymbolKind::Data)
                names.insert(declared.name.substr(0, declared.name.find_first_of("_.")));
        }
    }
    return {names.begin(), names.end()};
}

} // namespace drydock::language
