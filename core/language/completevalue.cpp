// SPDX-License-Identifier: MIT
// Proposals inside expressions.
#include "core/hcl/function.h"
#include "core/language/completer.h"
#include "core/language/snapshot.h"
#include "core/terraform/schemacatalogue.h"

#include <algorithm>
#include <array>

namespace drydock::language {

void Completer::add(CompletionKind kind, std::string label, std::string detail, std::string documentation,
                    int importance)
{
    if (!m_candidates.fits(label))
        return;
    CompletionItem item;
    item.kind = kind;
    item.insert = label;
    item.label = std::move(label);
    item.detail = std::move(detail);
    item.documentation = std::move(documentation);
    m_candidates.add(std::move(item), importance);
}

void Completer::values()
{
    const std::string where = place();
    const LanguageArgument *own = languageArgument(
        where.starts_with("data/lifecycle") ? "resource" + where.substr(4) : where, m_context.attribute);
    const std::string_view type = own != nullptr ? own->type : std::string_view();
    if (m_context.isBehindDot) {
        behindDot();
        return;
    }
    if (m_context.isDirective) {
        for (const std::string_view word : {"if", "for", "else", "endif", "endfor"})
            add(CompletionKind::Keyword, std::string(word), "template directive", {}, 0);
        return;
    }
    if (type == "type" && !m_context.isTemplate) {
        typeNames();
        return;
    }
    if (type == "provider" || (m_context.attribute == "providers" && (where == "module" || where == "run"))) {
        eachDeclared(SymbolKind::Provider, [&](const FileEntry &, const Declared &declared) {
            add(CompletionKind::Value, declared.name, "provider", {}, 0);
        });
        for (const std::string &name : m_shapes.providerNames())
            add(CompletionKind::Value, name, "provider", {}, 1);
        return;
    }
    if (type == "attributes") {
        argumentNames();
        return;
    }
    if (type == "references" || type == "reference") {
        addresses();
        return;
    }
    if (type == "keyword") {
        static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> Words{{{"when", "create"},
                                                                                             {"when", "destroy"},
                                                                                             {"on_failure", "fail"},
                                                                                             {"on_failure", "continue"},
                                                                                             {"command", "plan"},
                                                                                             {"command", "apply"},
                                                                                             {"mode", "normal"},
                                                                                             {"mode", "refresh-only"}}};
        for (const auto &[name, word] : Words) {
            if (name == m_context.attribute)
                add(CompletionKind::Keyword, std::string(word), {}, {}, 0);
        }
        return;
    }
    literals(type);
    // A file of values can hold nothing else.
    if (m_file.kind() == FileKind::Variables)
        return;
    roots();
    functions();
}

// Values that the wanted type allows, and those that others gave.
void Completer::literals(std::string_view type)
{
    const bool isWhole = m_context.calls.empty() && !m_context.isTemplate && m_context.keys.empty();
    const hcl::Type wanted = wantedType();
    const bool isBool = type == "bool" || wanted.kind() == hcl::Kind::Bool;
    for (const std::string_view word : {"true", "false"})
        add(CompletionKind::Keyword, std::string(word), "bool", {}, isBool && isWhole ? 0 : 8);
    add(CompletionKind::Keyword, "null", {}, "No value: as if the argument were not written.", 8);
    if (!isWhole || isBool)
        return;
    if (m_file.kind() == FileKind::Variables || place() == "variables" || place() == "run/variables")
        allowedValues(m_context.attribute, m_module);
    if (m_context.blocks.empty())
        return;
    if (m_context.blocks.front().type == "module" && m_context.blocks.size() == 1)
        allowedValues(m_context.attribute, m_snapshot.moduleTarget(m_module, m_context.blocks.front().label(0)));
    seenTexts();
}

void Completer::roots()
{
    for (const CaretContext::ForName &name : m_context.forNames)
        add(CompletionKind::Variable, name.name, "in " + name.collection, {}, 0);
    const bool hasBlock = !m_context.blocks.empty();
    const std::set<std::string> there = written();
    const std::string outer = hasBlock ? m_context.blocks.front().type : std::string();
    const bool isExpanded = outer == "resource" || outer == "data" || outer == "module" || outer == "ephemeral" ||
                            outer == "import" || outer == "provider";
    for (const LanguageName &name : languageNames()) {
        const bool isEach = name.name.starts_with("each.") || name.name.starts_with("count.");
        const bool isSelf = name.name == "self";
        if ((isEach && !isExpanded) ||
            (isSelf && place().find("/provisioner") == std::string::npos &&
             place().find("/postcondition") == std::string::npos && place().find("/connection") == std::string::npos))
            continue;
        add(CompletionKind::Keyword, std::string(name.name), std::string(name.type), std::string(name.description),
            isEach && !m_context.blocks.empty() ? 3 : 5);
    }
    for (const OpenBlock &block : m_context.blocks) {
        if (block.type == "dynamic") {
            add(CompletionKind::Keyword, block.label(0) + ".value", "of the dynamic block", {}, 1);
            add(CompletionKind::Keyword, block.label(0) + ".key", "of the dynamic block", {}, 1);
        }
    }
    names();
}

void Completer::names()
{
    namesOf(SymbolKind::Variable, "var.", CompletionKind::Variable);
    namesOf(SymbolKind::Local, "local.", CompletionKind::Local);
    namesOf(SymbolKind::Module, "module.", CompletionKind::Module);
    namesOf(SymbolKind::Resource, {}, CompletionKind::Resource);
    namesOf(SymbolKind::Data, "data.", CompletionKind::DataSource);
    namesOf(SymbolKind::Ephemeral, "ephemeral.", CompletionKind::Resource);
    if (m_file.kind() == FileKind::Test) {
        namesOf(SymbolKind::Output, "output.", CompletionKind::Output);
        for (const Declared &declared : m_file.index().declared) {
            if (declared.kind == SymbolKind::Run)
                add(CompletionKind::Keyword, "run." + declared.name, "run", {}, 3);
        }
    }
}

void Completer::namesOf(SymbolKind kind, std::string_view prefix, CompletionKind as)
{
    const std::string own =
        m_context.blocks.size() == 1 && m_context.blocks[0].type == "locals" ? m_context.attribute : std::string();
    eachDeclared(kind, [&](const FileEntry &file, const Declared &declared) {
        std::string label = std::string(prefix) + declared.name;
        if (!m_candidates.fits(label))
            return;
        // A value that refers to itself is never meant.
        const bool isSelf = &file == &m_file && declared.whole.start <= m_offset && m_offset <= declared.whole.end;
        if (isSelf && (kind != SymbolKind::Local || declared.name == own))
            return;
        std::string detail;
        std::string documentation;
        if (kind == SymbolKind::Variable || kind == SymbolKind::Local)
            detail = m_shapes.typeText(m_shapes.find(
                std::vector<WrittenStep>{{WrittenStep::Kind::Name, std::string(prefix.substr(0, prefix.size() - 1))},
                                         {WrittenStep::Kind::Name, declared.name}}));
        if (declared.block)
            if (const hcl::Attribute text = declared.block.body().attribute("description"))
                documentation = text.value().stringValue().value_or(std::string());
        add(as, std::move(label), std::move(detail), std::move(documentation),
            kind == SymbolKind::Variable || kind == SymbolKind::Local ? 2 : 4);
    });
}

std::string shortSignature(std::string_view name)
{
    const hcl::Function *function = hcl::FunctionTable::openTofu().find(name);
    if (const hcl::Function *standard = hcl::FunctionTable::standard().find(name))
        function = standard;
    if (function == nullptr)
        return {};
    std::string text = function->name + "(";
    bool isFirst = true;
    for (const hcl::Parameter &parameter : function->parameters) {
        text += (isFirst ? "" : ", ") + parameter.name;
        isFirst = false;
    }
    if (function->variadic)
        text += (isFirst ? "" : ", ") + function->variadic->name + "...";
    return text + ")";
}

void Completer::functions()
{
    const std::string_view text = m_file.text();
    const std::size_t next = std::max(m_offset, m_context.word.end);
    const bool hasParentheses = next < text.size() && text[next] == '(';
    const auto offer = [&](const std::string &name, std::string detail, std::string documentation) {
        CompletionItem item;
        item.kind = CompletionKind::Function;
        item.label = name;
        item.detail = std::move(detail);
        item.documentation = std::move(documentation);
        item.insert = hasParentheses ? name : name + "($0)";
        item.isSnippet = !hasParentheses;
        m_candidates.add(std::move(item), 6);
    };
    const bool isTofu = m_file.path().native().ends_with(".tofu");
    const hcl::FunctionTable &table = isTofu ? hcl::FunctionTable::openTofu() : hcl::FunctionTable::standard();
    for (const std::string &name : table.names()) {
        if (name.starts_with("core::") || !m_candidates.fits(name))
            continue;
        offer(name, shortSignature(name), table.find(name)->description);
    }
    const auto schemas = m_snapshot.schemas();
    for (const std::string &local : m_shapes.providerNames()) {
        const std::string address = terraform::knownProvider(*schemas, m_shapes.providerAddress(local));
        if (address.empty())
            continue;
        const terraform::Names known = schemas->functions(address);
        const std::string space = "provider::" + local + "::";
        for (const std::string &name : *known)
            offer(std::string(space).append(name), "function of " + local, {});
    }
}

void Completer::addresses()
{
    names();
    if (m_context.attribute == "expect_failures")
        eachDeclared(SymbolKind::Check, [&](const FileEntry &, const Declared &declared) {
            add(CompletionKind::Keyword, "check." + declared.name, "check", {}, 1);
        });
}

void Completer::argumentNames()
{
    add(CompletionKind::Keyword, "all", "every attribute", {}, 1);
    if (m_context.blocks.empty())
        return;
    CaretContext outside = m_context;
    outside.blocks.resize(1);
    const std::string type = m_context.blocks.front().label(0);
    const auto schema = m_shapes.schema(kindOfBlock(), type);
    if (schema) {
        for (const terraform::AttributeSchema &attribute : schema->block.attributes)
            add(CompletionKind::Attribute, attribute.name, attribute.type.source(), attribute.description, 0);
        for (const terraform::NestedBlockSchema &block : schema->block.blocks)
            add(CompletionKind::Attribute, block.type, "block", block.body.description, 0);
        return;
    }
    eachBody(kindOfBlock(), type, {}, [&](const hcl::Body &body) {
        for (const hcl::Attribute attribute : body.attributes())
            add(CompletionKind::Attribute, std::string(attribute.name()), {}, {}, 0);
    });
}

void Completer::typeNames()
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> Types{
        {{"string", "string"},
         {"number", "number"},
         {"bool", "bool"},
         {"any", "any"},
         {"list", "list(${1:string})"},
         {"set", "set(${1:string})"},
         {"map", "map(${1:string})"},
         {"object", "object({\n  ${1:name} = ${2:string}\n})"},
         {"tuple", "tuple([${1:string}])"},
         {"optional", "optional(${1:string})"}}};
    for (const auto &[name, insert] : Types) {
        const bool isInObject = !m_context.keys.empty();
        if (name == "optional" && !isInObject)
            continue;
        CompletionItem item;
        item.kind = CompletionKind::Keyword;
        item.label = name;
        item.detail = "type";
        item.insert = insert;
        item.isSnippet = insert != name;
        m_candidates.add(std::move(item), 0);
    }
}

void Completer::resourceNames(SymbolKind kind, std::string_view type)
{
    const std::string prefix = std::string(type) + ".";
    eachDeclared(kind, [&](const FileEntry &, const Declared &declared) {
        if (declared.name.starts_with(prefix))
            add(kind == SymbolKind::Data ? CompletionKind::DataSource : CompletionKind::Resource,
                declared.name.substr(prefix.size()), std::string(type), {}, 0);
    });
}

void Completer::resourceTypesInUse(SymbolKind kind)
{
    eachDeclared(kind, [&](const FileEntry &, const Declared &declared) {
        add(CompletionKind::ResourceType, declared.name.substr(0, declared.name.find('.')), {}, {}, 0);
    });
}

void Completer::addMembers(const std::vector<Member> &members)
{
    for (const Member &member : members) {
        CompletionItem item;
        item.kind = member.isOutput ? CompletionKind::Output : CompletionKind::Attribute;
        item.label = member.name;
        item.detail = member.type;
        item.documentation = member.documentation;
        item.insert = member.name;
        item.isDeprecated = member.isDeprecated;
        m_candidates.add(std::move(item), 0);
    }
}

void Completer::behindDot()
{
    const std::vector<WrittenStep> &steps = m_context.steps;
    if (steps.empty())
        return;
    const std::string &first = steps[0].name;
    const auto declaredNames = [&](SymbolKind kind, CompletionKind as, std::string_view prefix) {
        eachDeclared(kind, [&](const FileEntry &, const Declared &declared) {
            std::string documentation;
            if (declared.block)
                if (const hcl::Attribute text = declared.block.body().attribute("description"))
                    documentation = text.value().stringValue().value_or(std::string());
            const std::vector<WrittenStep> whole{{WrittenStep::Kind::Name, std::string(prefix)},
                                                 {WrittenStep::Kind::Name, declared.name}};
            add(as, declared.name, m_shapes.typeText(m_shapes.find(whole)), std::move(documentation), 0);
        });
    };
    if (steps.size() == 1) {
        if (first == "var")
            return declaredNames(SymbolKind::Variable, CompletionKind::Variable, first);
        if (first == "local")
            return declaredNames(SymbolKind::Local, CompletionKind::Local, first);
        if (first == "module")
            return declaredNames(SymbolKind::Module, CompletionKind::Module, first);
        if (first == "output" && m_file.kind() == FileKind::Test)
            return declaredNames(SymbolKind::Output, CompletionKind::Output, first);
        if (first == "data" || first == "ephemeral" || first == "resource")
            return resourceTypesInUse(first == "data"        ? SymbolKind::Data
                                      : first == "ephemeral" ? SymbolKind::Ephemeral
                                                             : SymbolKind::Resource);
        for (const LanguageName &name : languageNames()) {
            if (name.name.starts_with(first + "."))
                add(CompletionKind::Keyword, std::string(name.name.substr(first.size() + 1)), std::string(name.type),
                    std::string(name.description), 0);
        }
        for (const OpenBlock &block : m_context.blocks) {
            if (block.type == "dynamic" && block.label(0) == first)
                for (const std::string_view part : {"key", "value"})
                    add(CompletionKind::Keyword, std::string(part), "of the dynamic block", {}, 0);
        }
        resourceNames(SymbolKind::Resource, first);
    } else if (steps.size() == 2 && (first == "data" || first == "ephemeral" || first == "resource")) {
        return resourceNames(first == "data"        ? SymbolKind::Data
                             : first == "ephemeral" ? SymbolKind::Ephemeral
                                                    : SymbolKind::Resource,
                             steps[1].name);
    }
    addMembers(m_shapes.members(m_shapes.find(steps, &m_context)));
}

} // namespace drydock::language
