// SPDX-License-Identifier: MIT
#include "core/terraform/modulereader.h"

#include "core/terraform/blockshapes.h"
#include "core/terraform/changerules.h"
#include "core/terraform/declarations.h"
#include "core/terraform/parsefile.h"
#include "core/terraform/settings.h"
#include "core/terraform/staticexpressions.h"
#include "core/terraform/suggestion.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

namespace drydock::terraform {

namespace fs = std::filesystem;

namespace {

struct BlockShape
{
    std::string_view type;
    std::size_t count;
    std::string_view labels;
};

constexpr std::array<BlockShape, 13> topLevel{{
    {"terraform", 0, ""},
    {"provider", 1, "name"},
    {"variable", 1, "name"},
    {"locals", 0, ""},
    {"output", 1, "name"},
    {"module", 1, "name"},
    {"resource", 2, "type, name"},
    {"data", 2, "type, name"},
    {"ephemeral", 2, "type, name"},
    {"moved", 0, ""},
    {"removed", 0, ""},
    {"import", 0, ""},
    {"check", 1, "name"},
}};

} // namespace

static const BlockShape *shapeOf(std::string_view type)
{
    const auto *it =
        std::find_if(topLevel.begin(), topLevel.end(), [&](const BlockShape &shape) { return shape.type == type; });
    return it == topLevel.end() ? nullptr : it;
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
    return format && format->kind == FileKind::Configuration && name.front() != '.';
}

ModuleReader::ModuleReader(const FileSource &files, const Limits &limits, fs::path base, const SchemaCatalogue *schemas)
    : m_files(files)
    , m_sources(files, limits, std::move(base), schemas)
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
    if (std::optional<hcl::ParsedFile> parsed = m_sources.read(file, m_module->m_diagnostics))
        m_module->m_files.push_back(*std::move(parsed));
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
                                           m_sources.nameOf(directory)});
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
                   "An argument named \"" + std::string(attribute.name()) + "\" is not expected here.",
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
        types.reserve(std::size(topLevel));
        for (const BlockShape &known : topLevel)
            types.emplace_back(known.type);
        report("block.unsupported", "Unsupported block type",
               "Blocks of type \"" + std::string(block.type()) + "\" are not expected here.",
               rangeOf(block, block.typeRange()), didYouMean(block.type(), types));
        return false;
    }
    if (!checkLabels(block, shape->labels, m_module->m_diagnostics) && block.labels().size() < shape->count)
        return false;
    checkName(block);
    return true;
}

// The last label is the name of what the block declares; before it stands its type.
void ModuleReader::checkName(const hcl::Block &block)
{
    const std::string_view type = block.type();
    // A provider's name has rules of its own.
    if (type == "provider")
        return;
    const bool isResource = type == "resource" || type == "data" || type == "ephemeral";
    std::size_t at = 0;
    for (const hcl::Label label : block.labels()) {
        const bool isType = isResource && at++ == 0;
        if (isValidName(label.value()))
            continue;
        std::string what(type);
        if (type == "data" || type == "ephemeral")
            what += " resource";
        else if (type == "module")
            what += " instance";
        else if (type == "check")
            what += " block";
        report("name.invalid", isType ? "Invalid resource type name" : "Invalid " + what + " name",
               "\"" + label.value() + "\" cannot be a name. " + std::string(nameRule), rangeOf(label));
        return;
    }
    static constexpr std::array<std::string_view, 8> reserved{"source",   "version",    "providers", "count",
                                                              "for_each", "depends_on", "lifecycle", "locals"};
    const std::string name = block.label(0);
    if (type == "variable" && std::find(reserved.begin(), reserved.end(), name) != reserved.end())
        report("name.reserved", "Invalid variable name",
               "The variable name \"" + name + "\" is reserved due to its special meaning inside module blocks.",
               rangeOf(block, block.headerRange()), "Choose another name.");
}

void ModuleReader::gatherBlock(const hcl::Block &block, Layer layer)
{
    const std::string_view type = block.type();
    if (type == "locals")
        gatherLocals(block, layer);
    else if (type == "terraform")
        gatherSettings(block, layer);
    else if (type == "moved" || type == "removed" || type == "import")
        gatherChange(block, layer);
    else if (type == "check")
        gatherCheck(block, layer);
    else
        gatherNamed(block, layer);
}

void ModuleReader::gatherSettings(const hcl::Block &block, Layer layer)
{
    m_module->m_settings.blocks.push_back(block);
    readSettings(block, layer == Layer::Override ? SettingsLayer::Override : SettingsLayer::Primary,
                 m_module->m_settings, m_module->m_diagnostics);
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
    for (const Moved &moved : m_module->m_moves)
        check(moved, m_module->m_diagnostics);
    checkSettings(*m_module, m_module->m_diagnostics);
    checkTogether(m_module->m_imports, m_module->m_diagnostics);
    for (Local &local : m_module->m_locals)
        local.references = referencesIn(local.attribute.value());
    return std::move(m_module);
}

} // namespace drydock::terraform
