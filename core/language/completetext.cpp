// SPDX-License-Identifier: MIT
// Proposals between quotes and for the keys of objects.
#include "core/hcl/literal.h"
#include "core/language/completer.h"
#include "core/language/snapshot.h"
#include "core/language/usecollector.h"
#include "core/terraform/schemacatalogue.h"

#include <algorithm>
#include <array>
#include <map>

namespace drydock::language {

namespace fs = std::filesystem;

static constexpr std::size_t ValueProposals = 20;

hcl::Type Completer::wantedType()
{
    hcl::Type type;
    if (m_context.blocks.empty()) {
        if (m_file.kind() == FileKind::Variables) {
            const Shape shape = m_shapes.variable(m_context.attribute);
            type = shape.type;
        }
    } else if (m_context.blocks.size() == 1 && m_context.blocks[0].type == "module") {
        const fs::path target = m_snapshot.moduleTarget(m_module, m_context.blocks[0].label(0));
        if (!target.empty())
            type = Shapes(m_snapshot, target).variable(m_context.attribute).type;
    } else if (const terraform::BlockSchema *body = bodySchema()) {
        if (const terraform::AttributeSchema *attribute = body->attribute(m_context.attribute))
            type = attribute->type;
    } else if (m_context.blocks[0].type == "variable" && m_context.attribute == "default") {
        type = m_shapes.variable(m_context.blocks[0].label(0)).type;
    }
    for (const std::string &key : m_context.keys) {
        const hcl::TypeAttribute *attribute = type.attribute(key);
        type = attribute != nullptr ? attribute->type : type.element();
    }
    return type;
}

void Completer::texts()
{
    const std::string where = place();
    const std::string function = m_context.calls.empty() ? std::string() : m_context.calls.back().function;
    static constexpr std::array<std::string_view, 8> FileFunctions{
        "file", "templatefile", "filebase64", "fileexists", "filesha256", "filemd5", "fileset", "filebase64sha256"};
    if (std::find(FileFunctions.begin(), FileFunctions.end(), function) != FileFunctions.end()) {
        filesBeside();
        return;
    }
    if ((where == "module" || where == "run/module") && m_context.attribute == "source") {
        localModules();
        return;
    }
    if (where == "terraform/required_providers" && !m_context.keys.empty() && m_context.keys.back() == "source") {
        const terraform::Names known = m_snapshot.schemas()->providers();
        for (const std::string &address : *known) {
            if (!address.starts_with("terraform.io/"))
                add(CompletionKind::Value, address.substr(address.find('/') + 1), {}, {}, 0);
        }
        add(CompletionKind::Value, "hashicorp/" + m_context.attribute, {}, {}, 1);
        return;
    }
    if (!m_context.calls.empty())
        return;
    // In JSON an expression can stand nowhere but between quotes.
    if (m_syntax == Syntax::Json && m_strings == hcl::StringMeaning::Template)
        names();
    if (where == "module")
        allowedValues(m_context.attribute, m_snapshot.moduleTarget(m_module, m_context.blocks.front().label(0)));
    else if (m_file.kind() == FileKind::Variables || where == "variables" || where == "run/variables")
        allowedValues(m_context.attribute, m_module);
    else if (m_context.blocks.size() == 1 && m_context.blocks[0].type == "variable")
        allowedValues(m_context.blocks[0].label(0), m_module);
    seenTexts();
}

// "./modules/net" for each folder with a configuration.
void Completer::localModules()
{
    for (const DirectoryPointer &directory : m_data.files->directories()) {
        if (!directory->isModule() || directory->path() == m_module)
            continue;
        std::string path = directory->path().lexically_relative(m_module).generic_string();
        if (!path.starts_with("."))
            path.insert(0, "./");
        // What contains this module cannot be called by it.
        if (path.find_first_not_of("./") == std::string::npos)
            continue;
        add(CompletionKind::Path, std::move(path), "module", {},
            directory->path().native().starts_with(m_module.native() + "/") ? 0 : 1);
    }
}

void Completer::filesBeside()
{
    const std::string typed = m_context.typed;
    static constexpr std::string_view Module = "${path.module}/";
    const std::string rest = typed.starts_with(Module) ? typed.substr(Module.size()) : typed;
    const std::string folder = rest.substr(0, rest.rfind('/') == std::string::npos ? 0 : rest.rfind('/') + 1);
    const auto entries = m_data.files->below()->list(m_module / folder);
    if (!entries)
        return;
    std::size_t count = 0;
    for (const terraform::FileSource::Entry &entry : *entries) {
        if (entry.name.starts_with('.') || ++count > CompletionLimit)
            continue;
        add(CompletionKind::Path, folder + entry.name + (entry.isDirectory ? "/" : ""),
            entry.isDirectory ? "folder" : "file", {}, entry.isDirectory ? 1 : 0);
    }
}

// Strings that the same argument has elsewhere, the most frequent first.
void Completer::seenTexts()
{
    if (m_context.blocks.empty() || m_context.attribute.empty() || !m_context.keys.empty())
        return;
    const OpenBlock &outer = m_context.blocks.front();
    const bool isResource = outer.type == "resource" || outer.type == "data" || outer.type == "ephemeral" ||
                            outer.type == "provider" || outer.type == "module";
    if (!isResource || outer.labels.empty() || m_context.attribute == "source")
        return;
    std::map<std::string, std::size_t> seen;
    const SymbolKind kind = outer.type == "module" ? SymbolKind::Module : kindOfBlock();
    eachBody(kind, outer.labels[0], nestedTypes(), [&](const hcl::Body &body) {
        const hcl::Attribute attribute = body.attribute(m_context.attribute);
        if (!attribute || (attribute.tree() == m_file.parsed().tree.get() && attribute.range().start <= m_offset &&
                           m_offset <= attribute.range().end))
            return;
        if (attribute.value().kind() == hcl::ExpressionKind::String && attribute.value().range().size() < 80)
            ++seen[std::string(attribute.value().text())];
    });
    std::vector<std::pair<std::size_t, std::string>> sorted;
    sorted.reserve(seen.size());
    for (const auto &[text, count] : seen)
        sorted.emplace_back(count, text);
    std::sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    for (std::size_t at = 0; at < std::min(sorted.size(), ValueProposals); ++at) {
        const std::string &text = sorted[at].second;
        add(CompletionKind::Value, m_context.isQuoted ? text.substr(1, text.size() - 2) : text, "used elsewhere", {},
            1);
    }
}

static void constantTexts(const hcl::Expression &expression, const std::string &subject, std::vector<std::string> &out)
{
    if (!expression)
        return;
    if (expression.kind() == hcl::ExpressionKind::Call && expression.functionName() == "contains") {
        std::vector<hcl::Expression> arguments;
        for (const hcl::Expression argument : expression.arguments())
            arguments.push_back(argument);
        if (arguments.size() == 2 && arguments[1].text() == subject) {
            for (const hcl::Expression element : arguments[0].unwrapped().elements())
                out.emplace_back(element.text());
        }
        return;
    }
    if (expression.kind() == hcl::ExpressionKind::Binary) {
        if (expression.binaryOperator() == hcl::BinaryOperator::Equal && expression.left().text() == subject)
            out.emplace_back(expression.right().text());
        constantTexts(expression.left(), subject, out);
        constantTexts(expression.right(), subject, out);
    } else if (expression.kind() == hcl::ExpressionKind::Parentheses) {
        constantTexts(expression.source(), subject, out);
    }
}

// What a variable's validation compares it with: `contains(["dev", "prod"], var.stage)`.
void Completer::allowedValues(std::string_view variable, const fs::path &module)
{
    const DirectoryPointer directory = module.empty() ? nullptr : m_data.files->directory(module);
    if (!directory)
        return;
    std::vector<std::string> texts;
    for (const DeclaredPlace &place : directory->find(SymbolKind::Variable, variable)) {
        for (const hcl::Block block : place.declared->block.body().blocks()) {
            const hcl::Attribute condition = block.body().attribute("condition");
            if (block.type() == "validation" && condition)
                constantTexts(condition.value(), "var." + std::string(variable), texts);
        }
    }
    for (const std::string &text : texts) {
        const bool isText = text.size() >= 2 && text.front() == '"';
        if (isText || !m_context.isQuoted)
            add(CompletionKind::Value, m_context.isQuoted ? text.substr(1, text.size() - 2) : text, "allowed", {}, 0);
    }
}

void Completer::objectKeys()
{
    const std::string where = place();
    const auto offer = [&](const std::string &name, std::string detail, std::string documentation, bool isRequired) {
        const auto &there = m_context.writtenKeys;
        if (std::find(there.begin(), there.end(), name) != there.end())
            return;
        CompletionItem item;
        item.kind = CompletionKind::Attribute;
        item.label = name;
        item.detail = std::move(detail);
        item.documentation = std::move(documentation);
        const std::string key = hcl::isIdentifier(name) ? name : "\"" + name + "\"";
        item.insert = m_context.isQuoted ? name : key + " = ";
        item.isRequired = isRequired;
        m_candidates.add(std::move(item), isRequired ? 0 : 1);
    };
    if (where == "terraform/required_providers" && m_context.keys.empty()) {
        offer("source", "string", "The provider's address.", true);
        offer("version", "string", "Version constraint.", false);
        offer("configuration_aliases", "list", "Configurations that callers must pass.", false);
        return;
    }
    if (where == "module" && m_context.attribute == "providers") {
        const fs::path target = m_snapshot.moduleTarget(m_module, m_context.blocks[0].label(0));
        if (!target.empty())
            for (const std::string &name : Shapes(m_snapshot, target).providerNames())
                offer(name, "provider", {}, false);
        return;
    }
    const hcl::Type type = wantedType();
    for (const hcl::TypeAttribute &attribute : type.attributes())
        offer(attribute.name, attribute.type.source(), {}, attribute.presence == hcl::Presence::Required);
    if (m_context.blocks.empty() || !type.attributes().empty() || m_context.blocks[0].labels.empty())
        return;
    // Keys that the same argument has in other blocks: tags.
    std::set<std::string> seen;
    const SymbolKind kind = m_context.blocks[0].type == "module" ? SymbolKind::Module : kindOfBlock();
    const auto collect = [&](const hcl::Body &body) {
        const hcl::Attribute attribute = body.attribute(m_context.attribute);
        for (const hcl::ObjectItem item : attribute ? attribute.value().items() : hcl::ViewRange<hcl::ObjectItem>()) {
            const bool isHere = item.tree() == m_file.parsed().tree.get() && item.range().start <= m_offset &&
                                m_offset <= item.range().end;
            if (const auto key = item.keyName(); key && !isHere)
                seen.insert(*key);
        }
    };
    eachBody(kind, m_context.blocks[0].labels[0], nestedTypes(), collect);
    if (m_context.attribute == "tags" || m_context.attribute == "labels" || m_context.attribute == "tags_all")
        eachDeclared(SymbolKind::Resource,
                     [&](const FileEntry &, const Declared &declared) { collect(declared.block.body()); });
    for (const std::string &name : seen)
        offer(name, "used elsewhere", {}, false);
}

} // namespace drydock::language
