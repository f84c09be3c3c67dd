// SPDX-License-Identifier: MIT
#include "core/terraform/modulereader.h"

#include "core/terraform/declarations.h"
#include "core/terraform/parsefile.h"
#include "core/terraform/suggestion.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

namespace drydock::terraform {

namespace fs = std::filesystem;

namespace {

struct BlockShape
{
    std::string_view type;
    std::size_t labels;
    std::string_view labelNames;
};

constexpr std::array<BlockShape, 13> shapes{{
    {"terraform", 0, ""},
    {"provider", 1, "name"},
    {"variable", 1, "name"},
    {"locals", 0, ""},
    {"output", 1, "name"},
    {"module", 1, "name"},
    {"resource", 2, "type and name"},
    {"data", 2, "type and name"},
    {"ephemeral", 2, "type and name"},
    {"moved", 0, ""},
    {"removed", 0, ""},
    {"import", 0, ""},
    {"check", 1, "name"},
}};

} // namespace

static const BlockShape *shapeOf(std::string_view type)
{
    const auto *it =
        std::find_if(shapes.begin(), shapes.end(), [&](const BlockShape &shape) { return shape.type == type; });
    return it == shapes.end() ? nullptr : it;
}

static bool isOverride(std::string_view name)
{
    return stemOf(name) == "override" || stemOf(name).ends_with("_override");
}

static bool isTofu(std::string_view name)
{
    return name.ends_with(".tofu") || name.ends_with(".tofu.json");
}

static bool isJson(std::string_view name)
{
    return name.ends_with(".json");
}

bool ModuleReader::isConfigurationFile(std::string_view name)
{
    const std::optional<FileFormat> format = formatOf(name);
    return format && format->kind == FileKind::Configuration && name.front() != '.' && name.front() != '#' &&
           !name.ends_with('~');
}

ModuleReader::ModuleReader(const FileSource &files, const Limits &limits, fs::path base, const SchemaCatalogue *schemas)
    : m_files(files)
    , m_limits(limits)
    , m_schemas(schemas)
    , m_base(std::move(base))
    , m_module(std::make_shared<Module>())
{
}

void ModuleReader::report(std::string code, std::string summary, std::string detail, SourceRange range,
                          std::string hint)
{
    m_module->m_diagnostics.push_back({DiagnosticSeverity::Error,
                                       std::move(code),
                                       std::move(summary),
                                       std::move(detail),
                                       std::move(hint),
                                       range,
                                       {}});
}

void ModuleReader::parse(const fs::path &file)
{
    const std::string name = file.lexically_relative(m_base).generic_string();
    if (const hcl::ParsedFile *kept = m_files.parsed(file)) {
        add(*kept);
        return;
    }
    Result<std::string> text = m_files.read(file);
    if (text && text->size() > m_limits.fileSize)
        text = failure("file.too-large", "The file is larger than " + std::to_string(m_limits.fileSize) + " bytes.", {},
                       "Split it, or move data into files that file() reads.");
    if (!text) {
        m_module->m_diagnostics.push_back({DiagnosticSeverity::Error,
                                           text.error().code,
                                           "File not read",
                                           text.error().message,
                                           text.error().hint,
                                           {},
                                           name});
        return;
    }
    add(parseFile(hcl::SourceFile(name, *std::move(text)), m_schemas));
}

void ModuleReader::add(hcl::ParsedFile parsed)
{
    for (const hcl::Diagnostic &diagnostic : parsed.diagnostics) {
        const bool isError = diagnostic.severity == hcl::Severity::Error;
        m_module->m_diagnostics.push_back({isError ? DiagnosticSeverity::Error : DiagnosticSeverity::Warning,
                                           "hcl.syntax",
                                           diagnostic.summary,
                                           diagnostic.detail,
                                           diagnostic.hint,
                                           {&parsed.source(), diagnostic.range.start, diagnostic.range.end},
                                           {}});
    }
    m_module->m_files.push_back(std::move(parsed));
}

std::shared_ptr<const Module> ModuleReader::readDirectory(const fs::path &directory)
{
    m_module->m_directory = directory;
    const Result<std::vector<FileSource::Entry>> entries = m_files.list(directory);
    if (!entries) {
        m_module->m_diagnostics.push_back({DiagnosticSeverity::Error,
                                           entries.error().code,
                                           "Directory not read",
                                           entries.error().message,
                                           entries.error().hint,
                                           {},
                                           directory.lexically_relative(m_base).generic_string()});
        return finish();
    }
    std::vector<std::string> overrides;
    std::set<std::pair<std::string_view, bool>> tofu;
    for (const FileSource::Entry &entry : *entries) {
        if (!entry.isDirectory && isConfigurationFile(entry.name) && isTofu(entry.name))
            tofu.emplace(stemOf(entry.name), isJson(entry.name));
    }
    for (const FileSource::Entry &entry : *entries) {
        // OpenTofu reads main.tofu instead of main.tf where both are there.
        if (entry.isDirectory || !isConfigurationFile(entry.name) ||
            (!isTofu(entry.name) && tofu.contains({stemOf(entry.name), isJson(entry.name)})))
            continue;
        if (isOverride(entry.name))
            overrides.push_back(entry.name);
        else
            parse(directory / entry.name);
    }
    const std::size_t primaries = m_module->m_files.size();
    for (const std::string &name : overrides)
        parse(directory / name);
    for (std::size_t at = 0; at < m_module->m_files.size(); ++at)
        gather(m_module->m_files[at].body(), at < primaries ? Layer::Primary : Layer::Override);
    return finish();
}

std::shared_ptr<const Module> ModuleReader::readFile(const fs::path &file)
{
    m_module->m_directory = file.parent_path();
    parse(file);
    for (const hcl::ParsedFile &parsed : m_module->m_files)
        gather(parsed.body(), Layer::Primary);
    return finish();
}

void ModuleReader::gather(const hcl::Body &body, Layer layer)
{
    for (const hcl::BodyItem item : body.items()) {
        if (const hcl::Attribute attribute = item.attribute())
            report("argument.unsupported", "Unsupported argument",
                   "An argument named \"" + std::string(attribute.name()) + "\" is not expected outside a block.",
                   rangeOf(attribute, attribute.nameRange()));
        else if (const hcl::Block block = item.block(); block && checkHeader(block))
            gatherBlock(block, layer);
    }
}

bool ModuleReader::checkHeader(const hcl::Block &block)
{
    const BlockShape *shape = shapeOf(block.type());
    if (shape == nullptr) {
        std::vector<std::string> types;
        for (const BlockShape &known : shapes)
            types.emplace_back(known.type);
        report("block.unsupported", "Unsupported block type",
               "Blocks of type \"" + std::string(block.type()) + "\" are not expected here.",
               rangeOf(block, block.typeRange()), didYouMean(block.type(), types));
        return false;
    }
    const std::size_t labels = block.labels().size();
    if (labels == shape->labels)
        return true;
    report("block.labels", labels < shape->labels ? "Missing label" : "Too many labels",
           "A " + std::string(shape->type) + " block has " +
               (shape->labels == 0 ? std::string("no labels.")
                                   : std::to_string(shape->labels) + (shape->labels == 1 ? " label: " : " labels: ") +
                                         std::string(shape->labelNames) + "."),
           rangeOf(block, block.headerRange()));
    return labels > shape->labels;
}

Content ModuleReader::contentOf(const hcl::Block &block)
{
    Content content;
    for (const hcl::BodyItem item : block.body().items()) {
        const hcl::Attribute attribute = item.attribute();
        if (!attribute) {
            if (const hcl::Block nested = item.block())
                content.blocks.push_back(nested);
            continue;
        }
        if (const hcl::Attribute first = content.attribute(attribute.name())) {
            report("argument.duplicate", "Attribute redefined",
                   "The argument \"" + std::string(attribute.name()) + "\" was already set on line " +
                       std::to_string(first.tree()->source().position(first.range().start).line) + ".",
                   rangeOf(attribute, attribute.nameRange()), "Remove one of the two.");
            continue;
        }
        content.attributes.push_back(attribute);
    }
    return content;
}

void ModuleReader::gatherBlock(const hcl::Block &block, Layer layer)
{
    const std::string_view type = block.type();
    if (type == "locals")
        gatherLocals(block, layer);
    else if (type == "terraform")
        gatherSettings(block, layer);
    else if (type == "moved" || type == "removed" || type == "import")
        gatherChange(block);
    else if (type == "check")
        gatherCheck(block, layer);
    else
        gatherNamed(block, layer);
}

template <typename T>
static T made(Declaration declaration)
{
    T made;
    static_cast<Declaration &>(made) = std::move(declaration);
    return made;
}

void ModuleReader::gatherChange(const hcl::Block &block)
{
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

template <typename T>
void ModuleReader::declare(std::vector<T> &list, Module::Index &index, std::string key, T declaration, Layer layer)
{
    const auto it = index.find(key);
    const std::string type(declaration.block.type());
    const SourceRange range = rangeOf(declaration.block, declaration.block.headerRange());
    if (layer == Layer::Override) {
        if (it != index.end())
            merge(list[it->second].content, declaration.content);
        else
            report("override.base", "Nothing to override",
                   "An override file can only change what is declared elsewhere; there is no " + type + " \"" + key +
                       "\".",
                   range);
        return;
    }
    if (it != index.end()) {
        const hcl::Block &first = list[it->second].block;
        const hcl::SourceFile &source = first.tree()->source();
        report("name.duplicate", "Duplicate " + type,
               "A " + type + " \"" + key + "\" was already declared at " + source.name() + ":" +
                   std::to_string(source.position(first.range().start).line) + ".",
               range, "Rename one of the two.");
        return;
    }
    index.emplace(std::move(key), static_cast<std::uint32_t>(list.size()));
    list.push_back(std::move(declaration));
}

void ModuleReader::merge(Content &base, const Content &changes)
{
    for (const hcl::Attribute &attribute : changes.attributes) {
        const auto it = std::find_if(base.attributes.begin(), base.attributes.end(),
                                     [&](const hcl::Attribute &old) { return old.name() == attribute.name(); });
        if (it == base.attributes.end())
            base.attributes.push_back(attribute);
        else
            *it = attribute;
    }
    // A block type that the override mentions replaces all blocks of that type, dynamic ones included.
    const auto typeOf = [](const hcl::Block &block) {
        return block.type() == "dynamic" ? block.label(0) : std::string(block.type());
    };
    for (const hcl::Block &block : changes.blocks) {
        const std::string type = typeOf(block);
        std::erase_if(base.blocks, [&](const hcl::Block &old) { return typeOf(old) == type; });
    }
    base.blocks.insert(base.blocks.end(), changes.blocks.begin(), changes.blocks.end());
}

void ModuleReader::gatherLocals(const hcl::Block &block, Layer layer)
{
    for (const hcl::Attribute attribute : block.body().attributes()) {
        const std::string name(attribute.name());
        Module::Index &index = m_module->m_localIndex;
        const auto it = index.find(name);
        if (it == index.end()) {
            index.emplace(name, static_cast<std::uint32_t>(m_module->m_locals.size()));
            m_module->m_locals.push_back({name, attribute, {}});
        } else if (layer == Layer::Override) {
            m_module->m_locals[it->second].attribute = attribute;
        } else {
            const hcl::Attribute &first = m_module->m_locals[it->second].attribute;
            const hcl::SourceFile &source = first.tree()->source();
            report("name.duplicate", "Duplicate local value",
                   "A local value \"" + name + "\" was already defined at " + source.name() + ":" +
                       std::to_string(source.position(first.range().start).line) + ".",
                   rangeOf(attribute, attribute.nameRange()), "Rename one of the two.");
        }
    }
}

void ModuleReader::gatherSettings(const hcl::Block &block, Layer)
{
    Settings &settings = m_module->m_settings;
    settings.blocks.push_back(block);
    if (const hcl::Attribute version = block.body().attribute("required_version"))
        settings.requiredVersions.push_back(version);
    for (const hcl::Block nested : block.body().blocks()) {
        if (nested.type() == "required_providers")
            gatherRequiredProviders(nested);
        else if (nested.type() == "backend" || nested.type() == "cloud")
            settings.backend = nested;
    }
}

void ModuleReader::gatherRequiredProviders(const hcl::Block &block)
{
    for (const hcl::Attribute attribute : block.body().attributes()) {
        RequiredProvider provider;
        provider.name = attribute.name();
        provider.range = rangeOf(attribute);
        const hcl::Expression value = attribute.value().unwrapped();
        provider.version = constantText(value);
        for (const hcl::ObjectItem item : value.items()) {
            const std::string key = item.keyName().value_or("");
            if (key == "source")
                provider.source = constantText(item.value());
            else if (key == "version")
                provider.version = constantText(item.value());
            else if (key == "configuration_aliases")
                for (const hcl::Expression alias : item.value().elements())
                    provider.aliases.push_back(traversalText(alias));
        }
        std::vector<RequiredProvider> &all = m_module->m_settings.requiredProviders;
        std::erase_if(all, [&](const RequiredProvider &old) { return old.name == provider.name; });
        all.push_back(std::move(provider));
    }
}

std::shared_ptr<const Module> ModuleReader::finish()
{
    const auto completeAll = [this](auto &list) {
        for (auto &declaration : list)
            complete(declaration, m_module->m_diagnostics);
    };
    completeAll(m_module->m_variables);
    completeAll(m_module->m_resources);
    completeAll(m_module->m_calls);
    completeAll(m_module->m_outputs);
    completeAll(m_module->m_providers);
    completeAll(m_module->m_checks);
    completeAll(m_module->m_removals);
    completeAll(m_module->m_imports);
    for (Local &local : m_module->m_locals)
        local.references = referencesIn(local.attribute.value());
    return std::move(m_module);
}

} // namespace drydock::terraform
