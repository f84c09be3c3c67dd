// SPDX-License-Identifier: MIT
#include "core/terraform/provisioners.h"

#include "core/hcl/conversion.h"
#include "core/terraform/evaluation.h"
#include "core/terraform/module.h"
#include "core/terraform/staticexpressions.h"
#include "core/terraform/suggestion.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace drydock::terraform {

namespace {

struct ProvisionerArgument
{
    std::string_view name;
    hcl::Type type;
    bool isRequired = false;
};

std::span<const ProvisionerArgument> argumentsOf(std::string_view type)
{
    static const hcl::Type text = hcl::Type::string();
    static const std::array<ProvisionerArgument, 5> localExec{{{"command", text, true},
                                                               {"interpreter", hcl::Type::list(text)},
                                                               {"working_dir", text},
                                                               {"environment", hcl::Type::map(text)},
                                                               {"quiet", hcl::Type::boolean()}}};
    static const std::array<ProvisionerArgument, 3> remoteExec{
        {{"inline", hcl::Type::list(text)}, {"script", text}, {"scripts", hcl::Type::list(text)}}};
    static const std::array<ProvisionerArgument, 3> file{
        {{"source", text}, {"content", text}, {"destination", text, true}}};
    if (type == "local-exec")
        return localExec;
    return type == "remote-exec" ? std::span<const ProvisionerArgument>(remoteExec) : file;
}

class ProvisionerCheck
{
public:
    ProvisionerCheck(const hcl::Block &block, std::vector<Diagnostic> &diagnostics)
        : m_block(block)
        , m_type(block.label(0))
        , m_header(rangeOf(block, block.headerRange()))
        , m_diagnostics(diagnostics)
    {
    }

    // `values`: what the arguments evaluate to.
    void run(const hcl::Value &values)
    {
        if (m_type != "local-exec" && m_type != "remote-exec" && m_type != "file") {
            addDiagnostic(m_diagnostics, "provisioner.unknown", "Missing required provisioner plugin",
                          "This configuration requires provisioner plugin \"" + m_type +
                              "\", which is none of Terraform's own: local-exec, remote-exec, file.",
                          m_header);
            return;
        }
        for (const hcl::Attribute attribute : m_block.body().attributes())
            checkArgument(attribute, values);
        for (const hcl::Block nested : m_block.body().blocks()) {
            if (nested.type() == "connection")
                continue;
            const std::string name = nested.type() == "dynamic" ? nested.label(0) : std::string(nested.type());
            addDiagnostic(m_diagnostics, "schema.unknown-block", "Unsupported block type",
                          "Blocks of type \"" + name + "\" are not expected here.",
                          rangeOf(nested, nested.headerRange()));
        }
        for (const ProvisionerArgument &argument : argumentsOf(m_type)) {
            if (argument.isRequired && !m_block.body().attribute(argument.name))
                addDiagnostic(m_diagnostics, "schema.missing-argument", "Missing required argument",
                              "The argument \"" + std::string(argument.name) +
                                  "\" is required, but no definition was found.",
                              m_header);
        }
        if (m_type == "file")
            checkOneOf({"source", "content"}, "Must provide one of 'source' or 'content'",
                       "Cannot set both 'source' and 'content'");
        if (m_type == "remote-exec")
            checkOneOf({"inline", "script", "scripts"}, "One of \"inline\", \"script\", or \"scripts\" must be set",
                       "Only one of \"inline\", \"script\", or \"scripts\" may be set");
    }

private:
    void checkArgument(const hcl::Attribute &attribute, const hcl::Value &values)
    {
        const std::string_view name = attribute.name();
        if (name == "when" || name == "on_failure")
            return;
        const std::span<const ProvisionerArgument> arguments = argumentsOf(m_type);
        const auto it = std::find_if(arguments.begin(), arguments.end(),
                                     [&](const ProvisionerArgument &known) { return known.name == name; });
        if (it == arguments.end()) {
            std::vector<std::string> names;
            for (const ProvisionerArgument &known : arguments)
                names.emplace_back(known.name);
            addDiagnostic(m_diagnostics, "schema.unknown-argument", "Unsupported argument",
                          "An argument named \"" + std::string(name) + "\" is not expected here.",
                          rangeOf(attribute, attribute.nameRange()), didYouMean(name, names));
            return;
        }
        const hcl::Value *value = values.find(name);
        if (value == nullptr)
            return;
        if (const Result<hcl::Value> converted = hcl::convert(*value, it->type); !converted)
            addDiagnostic(m_diagnostics, "schema.type", "Incorrect attribute value type",
                          "Inappropriate value for attribute \"" + std::string(name) +
                              "\": " + converted.error().message + ".",
                          rangeOf(attribute.value()));
    }

    void checkOneOf(std::initializer_list<std::string_view> names, const std::string &none, const std::string &several)
    {
        const auto written = std::count_if(names.begin(), names.end(), [&](std::string_view name) {
            return static_cast<bool>(m_block.body().attribute(name));
        });
        if (written != 1)
            addDiagnostic(m_diagnostics, "provisioner.arguments", written == 0 ? none : several, {}, m_header);
    }

    const hcl::Block &m_block;
    std::string m_type;
    SourceRange m_header;
    std::vector<Diagnostic> &m_diagnostics;
};

} // namespace

std::vector<Diagnostic> checkProvisioners(const Evaluation &evaluation)
{
    std::vector<Diagnostic> diagnostics;
    for (const ResourceInstance &instance : evaluation.resources()) {
        const Module &module = *instance.module().node().module;
        const std::uint32_t at = module.resource(instance.address().localText());
        const hcl::Value *values = instance.meta().find("provisioner");
        if (at == Module::none || values == nullptr)
            continue;
        std::size_t index = 0;
        for (const hcl::Block &block : module.resources()[at].metaBlocks) {
            if (block.type() != "provisioner" || block.labels().size() != 1)
                continue;
            const hcl::Value own = index < values->elements().size() ? values->elements()[index] : hcl::Value();
            ++index;
            ProvisionerCheck(block, diagnostics).run(own);
        }
    }
    return diagnostics;
}

} // namespace drydock::terraform
