// SPDX-License-Identifier: MIT
// Proposals where a block or an argument begins.
#include "core/language/completer.h"
#include "core/language/knownarguments.h"
#include "core/language/snapshot.h"
#include "core/terraform/schemacatalogue.h"

#include <algorithm>
#include <array>
#include <map>

namespace drydock::language {

void Completer::bodyItems()
{
    if (m_context.blocks.empty()) {
        if (m_file.kind() == FileKind::Variables)
            variableValues();
        else
            topLevelBlocks();
        return;
    }
    const OpenBlock &outer = m_context.blocks.front();
    const std::string where = place();
    if (where == "locals")
        return;
    if (m_file.kind() == FileKind::Test && m_context.blocks.back().type == "variables") {
        variableValues();
        return;
    }
    if (where == "terraform/required_providers") {
        requiredProviders();
        return;
    }
    const bool isMeta = where.find("/lifecycle") != std::string::npos ||
                        where.find("/provisioner") != std::string::npos ||
                        where.find("/connection") != std::string::npos;
    if (where == "module")
        moduleArguments();
    const bool hasSchema =
        outer.type == "resource" || outer.type == "data" || outer.type == "ephemeral" || outer.type == "provider";
    if (hasSchema && !isMeta && where != "dynamic" && !outer.labels.empty()) {
        if (const terraform::BlockSchema *body = bodySchema())
            schemaItems(*body);
        else
            seenItems(kindOfBlock(), outer.labels[0], nestedTypes());
    }
    languageItems(where);
}

void Completer::topLevelBlocks()
{
    const bool isTest = m_file.kind() == FileKind::Test;
    for (const LanguageBlock &block : languageBlocks()) {
        if (block.place == (isTest ? "test" : "")) {
            CompletionItem item;
            item.kind = CompletionKind::BlockType;
            item.label = block.type;
            item.documentation = block.description;
            item.insert = block.snippet;
            item.isSnippet = true;
            m_candidates.add(std::move(item), 0);
        }
    }
    // What is used and not declared is what will most likely be written next.
    if (isTest)
        return;
    const DirectoryPointer directory = m_data.files->directory(m_module);
    std::set<std::string> missing;
    for (const Entry &file : directory ? directory->files() : std::vector<Entry>()) {
        for (const Use &use : file->index().uses) {
            if (use.kind == SymbolKind::Variable && use.through.empty() && use.role == OccurrenceRole::Read &&
                directory->find(SymbolKind::Variable, use.name).empty())
                missing.insert(use.name);
        }
    }
    for (const std::string &name : missing) {
        CompletionItem item;
        item.kind = CompletionKind::Snippet;
        item.label = "variable \"" + name + "\"";
        item.detail = "used, not declared";
        item.insert = "variable \"" + name + "\" {\n  type        = ${1:string}\n  description = \"$0\"\n}";
        item.isSnippet = true;
        m_candidates.add(std::move(item), 1);
    }
}

static std::string_view proposedValue(std::string_view type)
{
    if (type == "bool")
        return "${1:false}";
    if (type.starts_with("list") || type.starts_with("set") || type.starts_with("tuple") || type == "references" ||
        type == "attributes")
        return "[$0]";
    if (type.starts_with("map") || type.starts_with("object"))
        return "{\n  $0\n}";
    return "$0";
}

void Completer::addArgument(std::string_view name, std::string_view type, std::string documentation, bool isRequired,
                            bool isDeprecated, int importance)
{
    const std::string_view text = m_file.text();
    std::size_t next = std::max(m_offset, m_context.word.end);
    while (next < text.size() && (text[next] == ' ' || text[next] == '\t'))
        ++next;
    const bool hasSign = next < text.size() && text[next] == '=';
    CompletionItem item;
    item.kind = CompletionKind::Argument;
    item.label = name;
    item.detail = std::string(type) + (isRequired ? " (required)" : "");
    item.documentation = std::move(documentation);
    item.insert = hasSign ? std::string(name) : std::string(name) + " = " + std::string(proposedValue(type));
    item.isSnippet = !hasSign;
    item.isRequired = isRequired;
    item.isDeprecated = isDeprecated;
    m_candidates.add(std::move(item), importance);
}

void Completer::addBlock(std::string_view type, std::string snippet, std::string documentation, int importance)
{
    CompletionItem item;
    item.kind = CompletionKind::Block;
    item.label = type;
    item.detail = "block";
    item.documentation = std::move(documentation);
    item.insert = std::move(snippet);
    item.isSnippet = true;
    m_candidates.add(std::move(item), importance);
}

void Completer::languageItems(std::string_view where)
{
    const std::set<std::string> there = written();
    std::string key(where);
    if (const std::size_t slash = key.find('/'); slash != std::string::npos) {
        const std::string outer = key.substr(0, slash);
        const std::string inner = key.substr(slash + 1);
        // Lifecycle blocks and what is in them are the same everywhere.
        if ((outer == "data" || outer == "ephemeral") && inner.starts_with("lifecycle"))
            key = "resource/" + inner;
    }
    for (const LanguageArgument &argument : languageArguments()) {
        if (argument.place == key && !there.contains(std::string(argument.name)))
            addArgument(argument.name, argument.type, std::string(argument.description), argument.isRequired, false,
                        argument.isRequired                                           ? 0
                        : where == "module" || where == "resource" || where == "data" ? 3
                                                                                      : 1);
    }
    for (const LanguageBlock &block : languageBlocks()) {
        if (block.place == key && !key.empty())
            addBlock(block.type, std::string(block.snippet), std::string(block.description), 3);
    }
}

void Completer::schemaItems(const terraform::BlockSchema &body)
{
    const std::set<std::string> there = written();
    for (const terraform::AttributeSchema &attribute : body.attributes) {
        if (attribute.isArgument() && !there.contains(attribute.name))
            addArgument(attribute.name, attribute.type.source(), attribute.description, attribute.isRequired,
                        attribute.isDeprecated,
                        attribute.isRequired     ? 0
                        : attribute.isDeprecated ? 4
                                                 : 1);
    }
    for (const terraform::NestedBlockSchema &block : body.blocks) {
        const std::string label = block.nesting == terraform::Nesting::Map ? " \"${1:key}\"" : "";
        addBlock(block.type, block.type + label + " {\n  $0\n}", block.body.description, block.minItems > 0 ? 0 : 2);
    }
}

// No schema was imported: what other blocks of the type say.
void Completer::seenItems(SymbolKind kind, const std::string &type, std::span<const std::string> nested)
{
    static constexpr std::array<std::string_view, 9> Meta{
        "count", "for_each", "provider", "depends_on", "alias", "lifecycle", "provisioner", "connection", "dynamic"};
    struct Seen
    {
        std::size_t count = 0;
        std::string type;
        bool isBlock = false;
    };
    std::map<std::string, Seen, std::less<>> seen;
    const auto note = [&](std::string name, bool isBlock, std::string valueType) {
        if (std::find(Meta.begin(), Meta.end(), name) != Meta.end())
            return;
        Seen &entry = seen[std::move(name)];
        ++entry.count;
        entry.isBlock = entry.isBlock || isBlock;
        if (entry.type.empty())
            entry.type = std::move(valueType);
    };
    eachBody(kind, type, nested, [&](const hcl::Body &body) {
        // The name that is being typed stands in the tree as well.
        for (const hcl::Attribute attribute : body.attributes()) {
            if (attribute.tree() != m_file.parsed().tree.get() || !isTyped(attribute.range()))
                note(std::string(attribute.name()), false, m_shapes.typeText(m_shapes.ofExpression(attribute.value())));
        }
        for (const hcl::Block block : body.blocks())
            note(block.type() == "dynamic" ? block.label(0) : std::string(block.type()), true, {});
    });
    std::vector<KnownArguments::Name> known;
    if (m_data.options.known != nullptr)
        known = m_data.options.known->find((kind == SymbolKind::Data ? "data." : "") + type, nested);
    const std::set<std::string> there = written();
    for (const KnownArguments::Name &one : known) {
        if (seen.contains(one.name))
            continue;
        if (one.form == KnownArguments::Form::Block)
            addBlock(one.name, one.name + " {\n  $0\n}", "A policy looks at it.", 2);
        else if (!there.contains(one.name))
            addArgument(one.name, {}, "A policy looks at it.", false, false, 2);
    }
    for (const auto &[name, entry] : seen) {
        const std::string used = "Used in " + std::to_string(entry.count) +
                                 (entry.count == 1 ? " other block" : " blocks") +
                                 " of this type. Import the provider's schema for all arguments.";
        if (entry.isBlock)
            addBlock(name, name + " {\n  $0\n}", used, 1);
        else if (!there.contains(name))
            addArgument(name, entry.type == "tuple" ? "list" : entry.type, used, false, false, 1);
    }
}

void Completer::moduleArguments()
{
    const std::string call = m_context.blocks.front().label(0);
    const std::filesystem::path target = m_snapshot.moduleTarget(m_module, call);
    const DirectoryPointer directory = target.empty() ? nullptr : m_data.files->directory(target);
    if (!directory)
        return;
    const std::set<std::string> there = written();
    std::string all;
    for (const Entry &file : directory->files()) {
        for (const Declared &declared : file->index().declared) {
            if (declared.kind != SymbolKind::Variable || there.contains(declared.name))
                continue;
            const hcl::Body body = declared.block.body();
            const hcl::Attribute text = body.attribute("description");
            const bool isRequired = !body.attribute("default");
            const hcl::Type type = typeOfVariable(declared.block);
            addArgument(declared.name, type.isDynamic() ? "any" : type.source(),
                        text ? text.value().stringValue().value_or(std::string()) : std::string(), isRequired, false,
                        isRequired ? 0 : 1);
            if (isRequired)
                all += (all.empty() ? "" : "\n") + declared.name + " = ";
        }
    }
    if (std::count(all.begin(), all.end(), '\n') == 0)
        return;
    CompletionItem item;
    item.kind = CompletionKind::Snippet;
    item.label = "all required arguments";
    item.filter = "required";
    item.insert = all;
    item.isSnippet = false;
    m_candidates.add(std::move(item), 2);
}

void Completer::variableValues()
{
    const std::set<std::string> there = written();
    eachDeclared(SymbolKind::Variable, [&](const FileEntry &, const Declared &declared) {
        if (there.contains(declared.name))
            return;
        const hcl::Body body = declared.block.body();
        const hcl::Attribute text = body.attribute("description");
        const hcl::Type type = typeOfVariable(declared.block);
        addArgument(declared.name, type.isDynamic() ? "any" : type.source(),
                    text ? text.value().stringValue().value_or(std::string()) : std::string(),
                    !body.attribute("default"), false, 0);
    });
}

void Completer::requiredProviders()
{
    const std::set<std::string> there = written();
    const auto offer = [&](const std::string &name, const std::string &source, int importance) {
        if (there.contains(name))
            return;
        CompletionItem item;
        item.kind = CompletionKind::Argument;
        item.label = name;
        item.detail = source;
        item.insert = name + " = {\n  source  = \"" + source + "\"\n  version = \"$0\"\n}";
        item.isSnippet = true;
        m_candidates.add(std::move(item), importance);
    };
    for (const std::string &name : m_shapes.providerNames()) {
        if (name != "terraform")
            offer(name, "hashicorp/" + name, 0);
    }
    const terraform::Names known = m_snapshot.schemas()->providers();
    for (const std::string &address : *known) {
        const std::size_t host = address.find('/');
        const std::size_t type = address.rfind('/');
        if (address.starts_with("terraform.io/") || host == type)
            continue;
        const bool isPublic = address.starts_with("registry.terraform.io/");
        offer(address.substr(type + 1), isPublic ? address.substr(host + 1) : address, 1);
    }
    for (const std::string_view name :
         {"aws", "azurerm", "google", "kubernetes", "helm", "random", "null", "local", "tls"})
        offer(std::string(name), "hashicorp/" + std::string(name), 2);
}

} // namespace drydock::language
