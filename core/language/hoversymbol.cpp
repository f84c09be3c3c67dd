// SPDX-License-Identifier: MIT
// What is told of a name that stands for something declared, and its value.
#include "core/hcl/literal.h"
#include "core/language/definition.h"
#include "core/language/hoverer.h"
#include "core/language/snapshot.h"
#include "core/language/usecollector.h"
#include "core/terraform/evaluation.h"
#include "core/terraform/module.h"

#include <algorithm>

namespace drydock::language {

namespace fs = std::filesystem;

static constexpr std::size_t ValueLength = 1200;
static constexpr std::size_t ValueInstances = 3;

static std::string shortened(std::string text)
{
    if (text.size() <= ValueLength)
        return text;
    std::size_t end = text.rfind('\n', ValueLength);
    if (end == std::string::npos || end == 0) {
        end = ValueLength;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
            --end;
    }
    return text.substr(0, end) + "\n…";
}

static std::string titleOf(const Symbol &symbol)
{
    const std::size_t point = symbol.name.find('.');
    switch (symbol.kind) {
    case SymbolKind::Variable:
        return "variable \"" + symbol.name + "\"";
    case SymbolKind::Output:
        return "output \"" + symbol.name + "\"";
    case SymbolKind::Module:
        return "module \"" + symbol.name + "\"";
    case SymbolKind::Resource:
    case SymbolKind::Data:
    case SymbolKind::Ephemeral:
        return std::string(symbol.kind == SymbolKind::Data        ? "data"
                           : symbol.kind == SymbolKind::Ephemeral ? "ephemeral"
                                                                  : "resource") +
               " \"" + symbol.name.substr(0, point) + "\" \"" + symbol.name.substr(point + 1) + "\"";
    default:
        return symbol.address();
    }
}

// The comment right above a block: what its author says of it.
static std::string commentAbove(const FileEntry &file, std::uint32_t start)
{
    const hcl::SourceFile &source = file.parsed().source();
    std::uint32_t line = source.position(start).line;
    std::string text;
    while (line > 1) {
        std::string_view above = source.line(--line);
        const std::size_t first = above.find_first_not_of(" \t");
        if (first == std::string_view::npos || (above[first] != '#' && above.substr(first, 2) != "//"))
            break;
        above.remove_prefix(above.find_first_not_of("#/ \t", first) == std::string_view::npos
                                ? above.size()
                                : above.find_first_not_of("#/ \t", first));
        text.insert(0, std::string(above) + (text.empty() ? "" : "\n"));
    }
    return text;
}

void Hoverer::describe(const Symbol &symbol, const FileEntry &file, const Declared &declared, Hover &hover) const
{
    const Shapes shapes(m_snapshot, symbol.module);
    if (declared.block) {
        const hcl::Body body = declared.block.body();
        if (const hcl::Attribute text = body.attribute("description"))
            hover.documentation = text.value().stringValue().value_or(std::string());
        if (symbol.kind == SymbolKind::Variable) {
            const hcl::Type type = typeOfVariable(declared.block);
            hover.type = type.isDynamic() ? "any" : type.source();
        }
        if (symbol.kind == SymbolKind::Module)
            if (const hcl::Attribute source = body.attribute("source"))
                hover.type = source.value().stringValue().value_or(std::string());
    }
    if (hover.type.empty() && (symbol.kind == SymbolKind::Local || symbol.kind == SymbolKind::Output)) {
        const hcl::Attribute value = declared.block ? declared.block.body().attribute("value") : declared.attribute;
        if (value)
            hover.type = shapes.typeText(shapes.ofExpression(value.value()));
    }
    if (hover.documentation.empty())
        hover.documentation = commentAbove(file, declared.whole.start);
    if (hover.documentation.empty() && (symbol.kind == SymbolKind::Resource || symbol.kind == SymbolKind::Data)) {
        const std::string type = symbol.name.substr(0, symbol.name.find('.'));
        if (const auto schema = shapes.schema(symbol.kind, type))
            hover.documentation = schema->block.description;
    }
    const hcl::SourceFile &source = file.parsed().source();
    hover.origin = source.name() + ":" + std::to_string(source.position(declared.nameRange.start).line);
    hover.definition = {file.path(), declared.nameRange};
}

std::optional<Hover> Hoverer::onSymbol() const
{
    const std::optional<NamedPlace> place = namedAt(m_snapshot, m_file.path(), m_offset);
    if (!place || place->symbol.module.empty())
        return std::nullopt;
    const DirectoryPointer directory = m_data.files->directory(place->symbol.module);
    const std::vector<DeclaredPlace> found =
        directory ? directory->find(place->symbol.kind, place->symbol.name) : std::vector<DeclaredPlace>();
    if (found.empty())
        return std::nullopt;
    Hover hover;
    hover.range = place->hit;
    hover.title = titleOf(place->symbol);
    describe(place->symbol, *found.front().file, *found.front().declared, hover);
    if (m_values == HoverValues::Evaluate)
        addValue(place->symbol, hover);
    return hover;
}

// Where a module stands in the trees of calls: of its own configuration, or of the root that calls it.
std::vector<const terraform::ModuleInstance *>
Hoverer::instances(const fs::path &module, std::shared_ptr<const terraform::Evaluation> &held) const
{
    std::vector<const terraform::ModuleInstance *> found;
    const std::vector<fs::path> roots = m_data.rootModules();
    const bool isRoot = std::find(roots.begin(), roots.end(), module) != roots.end();
    for (const fs::path &root : isRoot ? std::vector<fs::path>{module} : roots) {
        const auto evaluation = m_snapshot.evaluation(root, m_task);
        if (!evaluation)
            continue;
        for (const terraform::ModuleInstance &instance : (*evaluation)->modules()) {
            if (instance.node().module && instance.node().module->directory() == module)
                found.push_back(&instance);
        }
        if (!found.empty()) {
            held = *evaluation;
            break;
        }
    }
    return found;
}

void Hoverer::addValue(const Symbol &symbol, Hover &hover) const
{
    if (symbol.kind != SymbolKind::Variable && symbol.kind != SymbolKind::Local && symbol.kind != SymbolKind::Output)
        return;
    std::shared_ptr<const terraform::Evaluation> held;
    std::vector<std::string> texts;
    for (const terraform::ModuleInstance *instance : instances(symbol.module, held)) {
        const hcl::Value *value = symbol.kind == SymbolKind::Variable ? instance->variable(symbol.name)
                                  : symbol.kind == SymbolKind::Local  ? instance->local(symbol.name)
                                                                      : instance->output(symbol.name);
        if (value == nullptr)
            continue;
        if (hover.type.empty() || hover.type == "any" || hover.type == "object" || hover.type == "tuple")
            if (!value->type().isDynamic())
                hover.type = value->type().source();
        std::string text = shortened(hcl::toSource(*value, hcl::Layout::Indented));
        if (std::find(texts.begin(), texts.end(), text) == texts.end())
            texts.push_back(std::move(text));
    }
    for (std::size_t at = 0; at < std::min(texts.size(), ValueInstances); ++at)
        hover.value += (at == 0 ? "" : "\n") + texts[at];
    if (texts.size() > ValueInstances)
        hover.value += "\n# and " + std::to_string(texts.size() - ValueInstances) + " other values";
    if (hover.type.size() > 200)
        hover.type = hover.type.substr(0, hover.type.find_first_of("({")) + "(…)";
}

// `arn` of aws_s3_bucket.logs.arn, `size` of var.settings.size.
std::optional<Hover> Hoverer::onAttributeStep() const
{
    const hcl::Tree &tree = *m_file.parsed().tree;
    for (hcl::NodeId id = tree.nodeAt(m_offset > 0 ? m_offset - 1 : 0); id != 0; id = 0) {
        const hcl::Expression access(&tree, id);
        if (access.kind() != hcl::ExpressionKind::AttributeAccess || m_offset < access.nameRange().start ||
            m_offset > access.nameRange().end)
            return std::nullopt;
        std::vector<WrittenStep> steps;
        for (const TraversalStep &step : stepsOf(access)) {
            const bool isName = step.kind == TraversalStep::Kind::Name;
            steps.push_back({isName ? WrittenStep::Kind::Name : WrittenStep::Kind::Index,
                             isName ? std::string(step.name) : std::string(step.key.text())});
        }
        if (steps.size() < 3)
            return std::nullopt;
        const Shape source = m_shapes.find(std::span(steps).first(steps.size() - 1));
        for (const Member &member : m_shapes.members(source)) {
            if (member.name != steps.back().name)
                continue;
            Hover hover;
            hover.range = access.nameRange();
            hover.title = std::string(access.text());
            hover.type = member.type;
            hover.documentation = member.documentation;
            addStepValue(steps, hover);
            return hover;
        }
    }
    return std::nullopt;
}

// The part of a local value or variable that the steps lead to; resources are known after apply.
void Hoverer::addStepValue(const std::vector<WrittenStep> &steps, Hover &hover) const
{
    if (m_values != HoverValues::Evaluate || (steps[0].name != "local" && steps[0].name != "var"))
        return;
    std::shared_ptr<const terraform::Evaluation> held;
    const auto found = instances(m_module, held);
    if (found.empty())
        return;
    const hcl::Value *root =
        steps[0].name == "local" ? found.front()->local(steps[1].name) : found.front()->variable(steps[1].name);
    if (root == nullptr)
        return;
    hcl::Value value = *root;
    for (std::size_t at = 2; at < steps.size(); ++at) {
        const bool isObject = value.is(hcl::Kind::Object) || value.is(hcl::Kind::Map);
        std::string name = steps[at].name;
        if (name.size() >= 2 && name.front() == '"')
            name = name.substr(1, name.size() - 2);
        const std::optional<hcl::Value> inside = isObject ? value.attribute(name) : std::nullopt;
        if (!inside)
            return;
        value = *inside;
    }
    hover.value = shortened(hcl::toSource(value, hcl::Layout::Indented));
}

} // namespace drydock::language
