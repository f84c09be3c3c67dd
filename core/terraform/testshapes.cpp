// SPDX-License-Identifier: MIT
#include "core/terraform/testshapes.h"

#include "core/terraform/blockcontent.h"
#include "core/terraform/staticexpressions.h"

#include <algorithm>
#include <array>
#include <string>

namespace drydock::terraform {

namespace shapes {

BodyShape testFile()
{
    static constexpr std::array<NestedShape, 7> blocks{{{"run", "name"},
                                                        {"provider", "name"},
                                                        {"mock_provider", "name"},
                                                        {"variables", ""},
                                                        {"override_resource", ""},
                                                        {"override_data", ""},
                                                        {"override_module", ""}}};
    return {{}, blocks};
}

BodyShape run()
{
    static constexpr std::array<ArgumentShape, 4> arguments{
        {{"command"}, {"providers"}, {"expect_failures"}, {"state_key"}}};
    static constexpr std::array<NestedShape, 7> blocks{{{"plan_options", ""},
                                                        {"assert", ""},
                                                        {"variables", ""},
                                                        {"module", ""},
                                                        {"override_resource", ""},
                                                        {"override_data", ""},
                                                        {"override_module", ""}}};
    return {arguments, blocks};
}

BodyShape planOptions()
{
    static constexpr std::array<ArgumentShape, 4> arguments{{{"mode"}, {"refresh"}, {"replace"}, {"target"}}};
    return {arguments, {}};
}

BodyShape testedModule()
{
    static constexpr std::array<ArgumentShape, 2> arguments{{{"source"}, {"version"}}};
    return {arguments, {}};
}

BodyShape mockFile()
{
    static constexpr std::array<NestedShape, 4> blocks{
        {{"mock_resource", "type"}, {"mock_data", "type"}, {"override_resource", ""}, {"override_data", ""}}};
    return {{}, blocks};
}

BodyShape mockProvider()
{
    static constexpr std::array<ArgumentShape, 3> arguments{{{"alias"}, {"source"}, {"override_during"}}};
    return {arguments, mockFile().blocks};
}

BodyShape mockResource()
{
    static constexpr std::array<ArgumentShape, 2> arguments{{{"defaults"}, {"override_during"}}};
    return {arguments, {}};
}

BodyShape overrideValues()
{
    static constexpr std::array<ArgumentShape, 3> arguments{{{"target"}, {"values"}, {"override_during"}}};
    return {arguments, {}};
}

BodyShape overrideOutputs()
{
    static constexpr std::array<ArgumentShape, 3> arguments{{{"target"}, {"outputs"}, {"override_during"}}};
    return {arguments, {}};
}

} // namespace shapes

static void addLater(std::string_view what, SourceRange range, std::vector<Diagnostic> &diagnostics)
{
    addDiagnostic(diagnostics, "test.later", "Not known to Terraform 1.11",
                  "Terraform 1.11 refuses " + std::string(what) + " here; a later Terraform reads it.", range,
                  "Raise required_version if your tests need it.", DiagnosticSeverity::Warning);
}

static Content withoutLater(Content content, std::string_view owner, std::vector<Diagnostic> &diagnostics)
{
    std::erase_if(content.attributes, [&](const hcl::Attribute &attribute) {
        const bool isLater = owner == "run" && (attribute.name() == "parallel" || attribute.name() == "skip_cleanup");
        if (isLater)
            addLater("the argument \"" + std::string(attribute.name()) + "\"",
                     rangeOf(attribute, attribute.nameRange()), diagnostics);
        return isLater;
    });
    std::erase_if(content.blocks, [&](const hcl::Block &block) {
        const bool isLater = owner == "run" ? block.type() == "backend"
                                            : owner.empty() && (block.type() == "test" || block.type() == "variable");
        if (isLater)
            addLater("blocks of type \"" + std::string(block.type()) + "\"", rangeOf(block, block.typeRange()),
                     diagnostics);
        return isLater;
    });
    return content;
}

Content testContentOf(const hcl::Block &block, std::vector<Diagnostic> &diagnostics)
{
    return withoutLater(contentOf(block), block.type(), diagnostics);
}

Content testContentOf(const hcl::Body &body, std::vector<Diagnostic> &diagnostics)
{
    Content content;
    for (const hcl::Attribute attribute : body.attributes())
        content.attributes.push_back(attribute);
    for (const hcl::Block block : body.blocks())
        content.blocks.push_back(block);
    return withoutLater(std::move(content), {}, diagnostics);
}

std::vector<hcl::Block> soundBlocks(const Content &content, const BodyShape &shape)
{
    std::vector<hcl::Block> sound;
    std::vector<Diagnostic> reported;
    for (const hcl::Block &block : content.blocks) {
        const auto known = std::find_if(shape.blocks.begin(), shape.blocks.end(),
                                        [&](const NestedShape &one) { return one.type == block.type(); });
        if (known != shape.blocks.end() && checkLabels(block, known->labels, reported))
            sound.push_back(block);
    }
    return sound;
}

bool checkWord(const hcl::Attribute &attribute, std::string_view first, std::string_view second, SourceRange place,
               std::string_view summary, std::vector<Diagnostic> &diagnostics)
{
    const hcl::Expression value = attribute.value();
    if (value.kind() == hcl::ExpressionKind::Missing)
        return false; // said already
    const std::string_view word = value.kind() == hcl::ExpressionKind::Variable ? value.name() : std::string_view();
    if (word == first || word == second)
        return true;
    addDiagnostic(diagnostics, "test.keyword", std::string(summary),
                  "The \"" + std::string(attribute.name()) +
                      "\" argument requires one of the following keywords without quotes: " + std::string(first) +
                      " or " + std::string(second) + ".",
                  place);
    return false;
}

} // namespace drydock::terraform
