// SPDX-License-Identifier: MIT
#include "core/terraform/blockshapes.h"

#include "core/terraform/staticexpressions.h"
#include "core/terraform/suggestion.h"

#include <algorithm>
#include <array>
#include <string>

namespace drydock::terraform {

namespace shapes {

BodyShape terraform()
{
    static constexpr std::array<ArgumentShape, 3> arguments{{{"required_version"}, {"experiments"}, {"language"}}};
    static constexpr std::array<NestedShape, 5> blocks{{{"required_providers", ""},
                                                        {"backend", "type"},
                                                        {"cloud", ""},
                                                        {"provider_meta", "provider"},
                                                        {"encryption", ""}}};
    return {arguments, blocks};
}

BodyShape variable()
{
    static constexpr std::array<ArgumentShape, 8> arguments{{{"description"},
                                                             {"default"},
                                                             {"type"},
                                                             {"sensitive"},
                                                             {"ephemeral"},
                                                             {"nullable"},
                                                             {"deprecated"},
                                                             {"const"}}};
    static constexpr std::array<NestedShape, 1> blocks{{{"validation", ""}}};
    return {arguments, blocks};
}

BodyShape output()
{
    static constexpr std::array<ArgumentShape, 6> arguments{
        {{"description"}, {"value", true}, {"depends_on"}, {"sensitive"}, {"ephemeral"}, {"deprecated"}}};
    static constexpr std::array<NestedShape, 2> blocks{{{"precondition", ""}, {"postcondition", ""}}};
    return {arguments, blocks};
}

BodyShape lifecycle()
{
    static constexpr std::array<ArgumentShape, 5> arguments{
        {{"create_before_destroy"}, {"prevent_destroy"}, {"ignore_changes"}, {"replace_triggered_by"}, {"enabled"}}};
    static constexpr std::array<NestedShape, 2> blocks{{{"precondition", ""}, {"postcondition", ""}}};
    return {arguments, blocks};
}

BodyShape condition()
{
    static constexpr std::array<ArgumentShape, 2> arguments{{{"condition", true}, {"error_message", true}}};
    return {arguments, {}};
}

BodyShape moved()
{
    static constexpr std::array<ArgumentShape, 2> arguments{{{"from", true}, {"to", true}}};
    return {arguments, {}};
}

BodyShape removed()
{
    static constexpr std::array<ArgumentShape, 1> arguments{{{"from", true}}};
    static constexpr std::array<NestedShape, 3> blocks{
        {{"lifecycle", ""}, {"connection", ""}, {"provisioner", "type"}}};
    return {arguments, blocks};
}

BodyShape removedLifecycle()
{
    static constexpr std::array<ArgumentShape, 1> arguments{{{"destroy"}}};
    return {arguments, {}};
}

BodyShape import()
{
    static constexpr std::array<ArgumentShape, 4> arguments{{{"to", true}, {"id", true}, {"for_each"}, {"provider"}}};
    return {arguments, {}};
}

BodyShape check()
{
    static constexpr std::array<NestedShape, 2> blocks{{{"data", "type, name"}, {"assert", ""}}};
    return {{}, blocks};
}

} // namespace shapes

static std::string quoted(std::string_view text)
{
    return "\"" + std::string(text) + "\"";
}

template <typename Shapes, typename NameOf>
static bool isKnown(const Shapes &shapes, std::string_view name, const NameOf &nameOf, std::string &suggestion)
{
    std::vector<std::string> names;
    for (const auto &shape : shapes) {
        if (nameOf(shape) == name)
            return true;
        names.emplace_back(nameOf(shape));
    }
    suggestion = didYouMean(name, names);
    return false;
}

bool checkLabels(const hcl::Block &block, std::string_view labels, std::vector<Diagnostic> &diagnostics)
{
    std::vector<std::string_view> names;
    for (std::size_t at = 0; at < labels.size();) {
        const std::size_t comma = std::min(labels.find(", ", at), labels.size());
        names.push_back(labels.substr(at, comma - at));
        at = comma + 2;
    }
    std::size_t written = 0;
    for (const hcl::Label label : block.labels()) {
        if (++written <= names.size())
            continue;
        const std::string expected = names.empty()
                                         ? "No labels are expected for " + std::string(block.type()) + " blocks."
                                         : "Only " + std::to_string(names.size()) + " labels (" + std::string(labels) +
                                               ") are expected for " + std::string(block.type()) + " blocks.";
        addDiagnostic(diagnostics, "block.labels", "Extraneous label for " + std::string(block.type()), expected,
                      rangeOf(label));
        return false;
    }
    if (written == names.size())
        return true;
    addDiagnostic(diagnostics, "block.labels",
                  "Missing " + std::string(names[written]) + " for " + std::string(block.type()),
                  "All " + std::string(block.type()) + " blocks must have " + std::to_string(names.size()) +
                      " labels (" + std::string(labels) + ").",
                  rangeOf(block, block.headerRange()));
    return false;
}

void checkShape(const Content &content, const hcl::Block &block, const BodyShape &shape,
                std::vector<Diagnostic> &diagnostics)
{
    std::string hint;
    for (const hcl::Attribute &attribute : content.attributes) {
        if (!isKnown(
                shape.arguments, attribute.name(), [](const ArgumentShape &known) { return known.name; }, hint))
            addDiagnostic(diagnostics, "argument.unsupported", "Unsupported argument",
                          "An argument named " + quoted(attribute.name()) + " is not expected here.",
                          rangeOf(attribute, attribute.nameRange()), hint);
    }
    for (const hcl::Block &nested : content.blocks) {
        const auto *known = std::find_if(shape.blocks.data(), shape.blocks.data() + shape.blocks.size(),
                                         [&](const NestedShape &one) { return one.type == nested.type(); });
        if (known != shape.blocks.data() + shape.blocks.size()) {
            static_cast<void>(checkLabels(nested, known->labels, diagnostics));
            continue;
        }
        isKnown(
            shape.blocks, nested.type(), [](const NestedShape &one) { return one.type; }, hint);
        addDiagnostic(diagnostics, "block.unsupported", "Unsupported block type",
                      "Blocks of type " + quoted(nested.type()) + " are not expected here.",
                      rangeOf(nested, nested.typeRange()), hint);
    }
    for (const ArgumentShape &argument : shape.arguments) {
        if (argument.isRequired && !content.attribute(argument.name))
            addDiagnostic(diagnostics, "argument.missing", "Missing required argument",
                          "The argument " + quoted(argument.name) + " is required, but no definition was found.",
                          rangeOf(block, block.headerRange()));
    }
}

void checkShape(const hcl::Block &block, const BodyShape &shape, std::vector<Diagnostic> &diagnostics)
{
    Content content;
    for (const hcl::BodyItem item : block.body().items()) {
        if (const hcl::Attribute attribute = item.attribute())
            content.attributes.push_back(attribute);
        else if (const hcl::Block nested = item.block())
            content.blocks.push_back(nested);
    }
    checkShape(content, block, shape, diagnostics);
}

} // namespace drydock::terraform
