// SPDX-License-Identifier: MIT
// From blocks to declarations: each once, those of override files merged in.
#include "core/terraform/blockcontent.h"
#include "core/terraform/blockshapes.h"
#include "core/terraform/declarations.h"
#include "core/terraform/modulereader.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace drydock::terraform {

template <typename T>
static T made(Declaration declaration)
{
    T made;
    static_cast<Declaration &>(made) = std::move(declaration);
    return made;
}

void ModuleReader::gatherChange(const hcl::Block &block, Layer layer)
{
    const std::string type(block.type());
    if (layer == Layer::Override && type != "removed") {
        report("override.unsupported", "Cannot override '" + type + "' blocks",
               "A " + type + " block can stand only in normal files, not in override files.",
               rangeOf(block, block.headerRange()));
        return;
    }
    m_module->m_otherBlocks.push_back(block);
    Declaration declaration{{}, block, contentOf(block), {}};
    if (block.type() == "moved")
        m_module->m_moves.push_back({block, declaration.content.value("from"), declaration.content.value("to")});
    else if (block.type() == "removed")
        m_module->m_removals.push_back({block, declaration.content.value("from"), true, {}});
    else
        m_module->m_imports.push_back(made<Import>(std::move(declaration)));
}

void ModuleReader::gatherCheck(const hcl::Block &block, Layer layer)
{
    if (layer == Layer::Override) {
        report("override.unsupported", "Can't override check blocks", "Override files cannot override check blocks.",
               rangeOf(block, block.headerRange()));
        return;
    }
    m_module->m_otherBlocks.push_back(block);
    auto check = made<Check>({block.label(0), block, contentOf(block), {}});
    for (const hcl::Block &nested : check.content.blocks) {
        if (nested.type() != "data" || nested.labels().size() < 2)
            continue;
        auto resource = made<Resource>({nested.label(1), nested, contentOf(nested), {}});
        resource.mode = ResourceMode::Data;
        resource.type = nested.label(0);
        resource.check = check.name;
        std::string key = ResourceAddress{{}, resource.mode, resource.type, resource.name, {}}.text();
        declare(m_module->m_resources, m_module->m_resourceIndex, std::move(key), std::move(resource), layer);
    }
    std::string name = check.name;
    declare(m_module->m_checks, m_module->m_checkIndex, std::move(name), std::move(check), layer);
}

void ModuleReader::gatherNamed(const hcl::Block &block, Layer layer)
{
    const std::string_view type = block.type();
    Declaration declaration{block.label(0), block, contentOf(block), {}};
    std::string key = declaration.name;
    if (type == "variable") {
        declare(m_module->m_variables, m_module->m_variableIndex, key, made<Variable>(std::move(declaration)), layer);
    } else if (type == "output") {
        declare(m_module->m_outputs, m_module->m_outputIndex, key, made<Output>(std::move(declaration)), layer);
    } else if (type == "module") {
        declare(m_module->m_calls, m_module->m_callIndex, key, made<ModuleCall>(std::move(declaration)), layer);
    } else if (type == "provider") {
        key += "." + constantText(declaration.content.value("alias"));
        declare(m_module->m_providers, m_providerIndex, key, made<ProviderBlock>(std::move(declaration)), layer);
    } else {
        auto resource = made<Resource>(std::move(declaration));
        resource.type = block.label(0);
        resource.name = block.label(1);
        resource.mode = type == "data"        ? ResourceMode::Data
                        : type == "ephemeral" ? ResourceMode::Ephemeral
                                              : ResourceMode::Managed;
        key = ResourceAddress{{}, resource.mode, resource.type, resource.name, {}}.text();
        declare(m_module->m_resources, m_module->m_resourceIndex, key, std::move(resource), layer);
    }
}

namespace {

/// How a kind of declaration is called in messages.
struct DeclarationWords
{
    std::string duplicate; ///< summary when there are two
    std::string missing;   ///< summary when an override file has nothing to change
    std::string what;
};

DeclarationWords wordsFor(const hcl::Block &block)
{
    const std::string type(block.type());
    if (type == "variable")
        return {"Duplicate variable declaration", "Missing base variable declaration to override", "variable"};
    if (type == "output")
        return {"Duplicate output definition", "Missing base output definition to override", "output"};
    if (type == "module")
        return {"Duplicate module call", "Missing module call to override", "module call"};
    if (type == "provider")
        return {"Duplicate provider configuration", "Missing base provider configuration for override",
                "provider configuration"};
    if (type == "check")
        return {"Duplicate check \"" + block.label(0) + "\" configuration", {}, "check block"};
    const std::string noun = type == "resource" ? "resource" : type + " resource";
    return {"Duplicate " + type + " \"" + block.label(0) + "\" configuration", "Missing " + noun + " to override",
            noun};
}

std::string placeOf(const hcl::View &view)
{
    const hcl::SourceFile &source = view.tree()->source();
    return source.name() + ":" + std::to_string(source.position(view.range().start).line);
}

} // namespace

template <typename T>
void ModuleReader::declare(std::vector<T> &list, Module::Index &index, std::string key, T declaration, Layer layer)
{
    const auto it = index.find(key);
    const DeclarationWords words = wordsFor(declaration.block);
    const SourceRange range = rangeOf(declaration.block, declaration.block.headerRange());
    if (layer == Layer::Override) {
        if (it != index.end()) {
            checkOverride(declaration.content);
            merge(list[it->second].content, declaration.content);
        } else {
            report("override.base", words.missing,
                   "There is no " + words.what + " \"" + declaration.name +
                       "\". An override file can only change what a primary configuration file declares.",
                   range);
        }
        return;
    }
    if (it != index.end()) {
        report("name.duplicate", words.duplicate,
               "A " + words.what + " named \"" + declaration.name + "\" was already declared at " +
                   placeOf(list[it->second].block) + ".",
               range, "Rename or remove one of the two.");
        // What else is wrong with it is told now, for it goes no further.
        complete(declaration, m_module->m_diagnostics);
        return;
    }
    index.emplace(std::move(key), static_cast<std::uint32_t>(list.size()));
    list.push_back(std::move(declaration));
}

void ModuleReader::checkOverride(const Content &content)
{
    if (const hcl::Attribute dependsOn = content.attribute("depends_on"))
        report("override.unsupported", "Unsupported override", "The depends_on argument may not be overridden.",
               rangeOf(dependsOn, dependsOn.nameRange()));
}

void ModuleReader::merge(Content &base, const Content &changes)
{
    std::unordered_map<std::string_view, std::size_t> places;
    for (std::size_t at = 0; at < base.attributes.size(); ++at)
        places.emplace(base.attributes[at].name(), at);
    for (const hcl::Attribute &attribute : changes.attributes) {
        const auto [it, isNew] = places.emplace(attribute.name(), base.attributes.size());
        if (isNew)
            base.attributes.push_back(attribute);
        else
            base.attributes[it->second] = attribute;
    }
    // A block type that the override mentions replaces all blocks of that type, dynamic ones included.
    const auto typeOf = [](const hcl::Block &block) {
        return block.type() == "dynamic" ? block.label(0) : std::string(block.type());
    };
    std::unordered_set<std::string> types;
    for (const hcl::Block &block : changes.blocks)
        types.insert(typeOf(block));
    std::erase_if(base.blocks, [&](const hcl::Block &old) { return types.contains(typeOf(old)); });
    base.blocks.insert(base.blocks.end(), changes.blocks.begin(), changes.blocks.end());
}

void ModuleReader::gatherLocals(const hcl::Block &block, Layer layer)
{
    for (const hcl::Attribute attribute : block.body().attributes()) {
        const std::string name(attribute.name());
        Module::Index &index = m_module->m_localIndex;
        const auto it = index.find(name);
        if (it == index.end() && layer == Layer::Override) {
            report("override.base", "Missing base local value definition to override",
                   "There is no local value named \"" + name +
                       "\". An override file can only change what a primary configuration file declares.",
                   rangeOf(attribute));
        } else if (it == index.end()) {
            index.emplace(name, static_cast<std::uint32_t>(m_module->m_locals.size()));
            m_module->m_locals.push_back({name, attribute, {}});
        } else if (layer == Layer::Override) {
            m_module->m_locals[it->second].attribute = attribute;
        } else if (m_module->m_locals[it->second].attribute.tree() == attribute.tree() &&
                   block.range().start <= m_module->m_locals[it->second].attribute.range().start) {
            continue; // in the same block: the parser has said so
        } else {
            const hcl::Attribute &first = m_module->m_locals[it->second].attribute;
            const hcl::SourceFile &source = first.tree()->source();
            report("name.duplicate", "Duplicate local value definition",
                   "A local value \"" + name + "\" was already defined at " + source.name() + ":" +
                       std::to_string(source.position(first.range().start).line) + ".",
                   rangeOf(attribute, attribute.nameRange()), "Rename one of the two.");
        }
    }
}

} // namespace drydock::terraform
