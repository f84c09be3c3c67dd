// SPDX-License-Identifier: MIT
#include "core/language/signature.h"

#include "core/hcl/function.h"
#include "core/language/caretcontext.h"
#include "core/language/functionlookup.h"
#include "core/language/shape.h"
#include "core/language/snapshot.h"
#include "core/terraform/schemacatalogue.h"

#include <algorithm>

namespace drydock::language {

namespace fs = std::filesystem;

namespace {

/// Writes "name(a string, b number...) string" and notes where each parameter is.
class SignatureWriter
{
public:
    explicit SignatureWriter(std::string_view name) { m_help.label = std::string(name) + "("; }

    void add(const std::string &name, const hcl::Type &type, bool isVariadic)
    {
        if (!m_help.parameters.empty())
            m_help.label += ", ";
        const auto start = static_cast<std::uint32_t>(m_help.label.size());
        m_help.label += (name.empty() ? "value" : name) + (isVariadic ? "... " : " ") +
                        (type.isDynamic() ? std::string("any") : type.source());
        m_help.parameters.push_back({start, static_cast<std::uint32_t>(m_help.label.size())});
        m_isVariadic = m_isVariadic || isVariadic;
    }

    [[nodiscard]] SignatureHelp finish(const hcl::Type &returns, std::string documentation, std::size_t argument)
    {
        m_help.label += ")" + (returns.isDynamic() ? std::string() : " " + returns.source());
        m_help.documentation = std::move(documentation);
        const std::size_t last = m_help.parameters.size() - (m_isVariadic ? 1 : 0);
        m_help.active = std::min(argument, last);
        return std::move(m_help);
    }

private:
    SignatureHelp m_help;
    bool m_isVariadic = false;
};

} // namespace

std::optional<SignatureHelp> functionSignature(const Snapshot &snapshot, const fs::path &file, std::string_view name,
                                               std::size_t argument)
{
    SignatureWriter writer(name);
    if (name.starts_with("provider::")) {
        const std::string_view rest = name.substr(10);
        const std::size_t colons = rest.find("::");
        if (colons == std::string_view::npos)
            return std::nullopt;
        const Shapes shapes(snapshot, snapshot.moduleOf(file));
        const auto schemas = snapshot.schemas();
        const std::string address = terraform::knownProvider(*schemas, shapes.providerAddress(rest.substr(0, colons)));
        const auto found = address.empty() ? nullptr : schemas->function(address, rest.substr(colons + 2));
        if (!found)
            return std::nullopt;
        for (const terraform::FunctionParameter &parameter : found->parameters)
            writer.add(parameter.name, parameter.type, false);
        if (found->variadic)
            writer.add(found->variadic->name, found->variadic->type, true);
        return writer.finish(found->returnType, found->description.empty() ? found->summary : found->description,
                             argument);
    }
    const bool isTofu = file.native().ends_with(".tofu");
    const hcl::Function *found = (isTofu ? hcl::FunctionTable::openTofu() : hcl::FunctionTable::standard()).find(name);
    if (found == nullptr)
        found = hcl::FunctionTable::openTofu().find(name);
    if (found == nullptr)
        return std::nullopt;
    for (const hcl::Parameter &parameter : found->parameters)
        writer.add(parameter.name, parameter.type, false);
    if (found->variadic)
        writer.add(found->variadic->name, found->variadic->type, true);
    return writer.finish(found->returns, found->description, argument);
}

std::optional<SignatureHelp> signatureHelp(const Snapshot &snapshot, const fs::path &file, std::uint32_t offset)
{
    const hcl::ParsedFile *parsed = snapshot.file(file);
    if (parsed == nullptr)
        return std::nullopt;
    const CaretContext context = caretContext(parsed->source().text(), offset);
    if (context.calls.empty())
        return std::nullopt;
    const CaretContext::Call &call = context.calls.back();
    std::optional<SignatureHelp> help = functionSignature(snapshot, file, call.function, call.argument);
    if (help)
        help->call = call.name;
    return help;
}

} // namespace drydock::language
