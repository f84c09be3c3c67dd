// SPDX-License-Identifier: MIT
// Proposals for the labels of a block's header.
#include "core/language/completer.h"
#include "core/language/snapshot.h"
#include "core/terraform/schemacatalogue.h"

#include <algorithm>
#include <array>

namespace drydock::language {

void Completer::labels()
{
    const std::size_t index = m_context.labels.size();
    const std::string &type = m_context.blockType;
    if (type == "resource" || type == "data" || type == "ephemeral") {
        if (index == 0)
            resourceTypes(type == "data"        ? SymbolKind::Data
                          : type == "ephemeral" ? SymbolKind::Ephemeral
                                                : SymbolKind::Resource);
        else if (index == 1)
            for (const std::string_view name : {"this", "main"})
                addLabel(CompletionKind::Value, std::string(name), {}, {}, {});
        return;
    }
    if (index != 0)
        return;
    if (type == "variable") {
        undeclaredNames(SymbolKind::Variable);
    } else if (type == "module") {
        undeclaredNames(SymbolKind::Module);
    } else if (type == "output") {
        undeclaredNames(SymbolKind::Output);
    } else if (type == "provider" || type == "mock_provider") {
        for (const std::string &name : m_shapes.providerNames())
            addLabel(CompletionKind::ResourceType, name, m_shapes.providerAddress(name), {}, " {\n  $0\n}");
    } else if (type == "provisioner") {
        for (const std::string_view name : {"local-exec", "remote-exec", "file"})
            addLabel(CompletionKind::Value, std::string(name), {}, {}, " {\n  $0\n}");
    } else if (type == "backend") {
        for (const std::string_view name : {"s3", "azurerm", "gcs", "http", "kubernetes", "pg", "consul", "local"})
            addLabel(CompletionKind::Value, std::string(name), {}, {}, " {\n  $0\n}");
    } else if (type == "dynamic") {
        const std::string rest = " {\n  for_each = $1\n  content {\n    $0\n  }\n}";
        if (const terraform::BlockSchema *body = bodySchema()) {
            for (const terraform::NestedBlockSchema &block : body->blocks)
                addLabel(CompletionKind::Block, block.type, "block", block.body.description, rest);
        } else if (!m_context.blocks.empty()) {
            const std::vector<std::string> nested = nestedTypes();
            eachBody(kindOfBlock(), m_context.blocks.front().label(0), nested, [&](const hcl::Body &seen) {
                for (const hcl::Block block : seen.blocks()) {
                    if (block.type() != "lifecycle" && block.type() != "dynamic" && block.type() != "provisioner")
                        addLabel(CompletionKind::Block, std::string(block.type()), "block", {}, rest);
                }
            });
        }
    }
}

// With the rest of the header and a body when nothing stands behind it on the line.
void Completer::addLabel(CompletionKind kind, const std::string &label, std::string detail, std::string documentation,
                         const std::string &rest)
{
    if (m_syntax == Syntax::Json) {
        CompletionItem item{kind, label, std::move(detail), std::move(documentation), label + rest, {}};
        item.isSnippet = true;
        m_candidates.add(std::move(item), 0);
        return;
    }
    const std::string_view text = m_file.text();
    std::size_t end = std::max(m_offset, m_context.word.end);
    const bool isClosed = m_context.isQuoted && end < text.size() && text[end] == '"';
    std::size_t next = end + (isClosed ? 1 : 0);
    while (next < text.size() && (text[next] == ' ' || text[next] == '\t' || text[next] == '\r'))
        ++next;
    const bool isAlone = next >= text.size() || text[next] == '\n';
    CompletionItem item;
    item.kind = kind;
    item.label = label;
    item.detail = std::move(detail);
    item.documentation = std::move(documentation);
    item.insert = m_context.isQuoted ? label : "\"" + label + "\"";
    if (isAlone && !rest.empty()) {
        // The closing quote that the editor put there is replaced along with the word.
        if (isClosed)
            m_context.word.end = static_cast<std::uint32_t>(end) + 1;
        item.insert = (m_context.isQuoted ? "" : "\"") + label + "\"" + rest;
        item.isSnippet = true;
    } else if (m_context.isQuoted && !isClosed) {
        item.insert = label + "\"";
    }
    m_candidates.add(std::move(item), 0);
}

void Completer::resourceTypes(SymbolKind kind)
{
    static const std::string Rest = " \"${1:name}\" {\n  $0\n}";
    const auto schemas = m_snapshot.schemas();
    const terraform::SchemaKind wanted = kind == SymbolKind::Data        ? terraform::SchemaKind::DataSource
                                         : kind == SymbolKind::Ephemeral ? terraform::SchemaKind::Ephemeral
                                                                         : terraform::SchemaKind::Resource;
    std::set<std::string> types;
    for (const DirectoryPointer &directory : m_data.files->directories()) {
        for (const Entry &file : directory->files()) {
            for (const Declared &declared : file->index().declared) {
                if (declared.kind != kind || declared.block.labels().size() < 2)
                    continue;
                // Not the header that is being written.
                if (file.get() == &m_file && declared.whole.start <= m_offset &&
                    declared.block.headerRange().end >= m_offset)
                    continue;
                types.insert(declared.block.label(0));
            }
        }
    }
    std::set<std::string> providers;
    for (const std::string &name : m_shapes.providerNames()) {
        const std::string known = terraform::knownProvider(*schemas, m_shapes.providerAddress(name));
        if (!known.empty())
            providers.insert(known);
    }
    providers.insert("terraform.io/builtin/terraform");
    for (const std::string &provider : providers) {
        const terraform::Names names = schemas->names(provider, wanted);
        for (const std::string &name : *names) {
            if (!m_candidates.fits(name))
                continue;
            types.erase(name);
            addLabel(CompletionKind::ResourceType, name, provider.substr(provider.find('/') + 1), {}, Rest);
        }
    }
    for (const std::string &type : types)
        addLabel(CompletionKind::ResourceType, type, "used in this project", {}, Rest);
}

// Names that are used in the module and that nothing declares.
void Completer::undeclaredNames(SymbolKind kind)
{
    const DirectoryPointer own = m_data.files->directory(m_module);
    if (!own)
        return;
    std::set<std::string> names;
    for (const DirectoryPointer &directory : m_data.files->directories()) {
        const bool isOwn = directory->path() == m_module;
        if (!isOwn && kind == SymbolKind::Module)
            continue;
        for (const Entry &file : directory->files()) {
            for (const Use &use : file->index().uses) {
                if (use.kind == kind && own->find(kind, use.name).empty() &&
                    (use.through.empty() ? isOwn : m_data.follow(m_data.moduleOf(*file), use.through) == m_module))
                    names.insert(use.name);
            }
        }
    }
    const std::string rest = kind == SymbolKind::Variable ? " {\n  type        = ${1:string}\n  description = \"$0\"\n}"
                             : kind == SymbolKind::Output ? " {\n  value = $0\n}"
                                                          : " {\n  source = \"$0\"\n}";
    for (const std::string &name : names)
        addLabel(CompletionKind::Value, name, "used, not declared", {}, rest);
}

} // namespace drydock::language
