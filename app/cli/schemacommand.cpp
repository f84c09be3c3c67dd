// SPDX-License-Identifier: MIT
#include "app/cli/schemacommand.h"

#include "app/cli/consoletask.h"
#include "app/cli/documents.h"
#include "app/cli/schemaprinter.h"
#include "app/cli/texttable.h"
#include "core/base/filereader.h"
#include "core/base/program.h"
#include "core/project/storedschemas.h"
#include "core/project/workspace.h"
#include "core/terraform/schemacatalogue.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <istream>
#include <iterator>
#include <ostream>
#include <utility>

namespace drydock::cli {

using nlohmann::ordered_json;
using terraform::SchemaKind;

/// All providers together; the largest one has 40 MB.
static constexpr std::size_t largestSchema = 1ULL << 30U;

static constexpr std::array<std::pair<const char *, SchemaKind>, 4> kinds = {
    std::pair("resource", SchemaKind::Resource), std::pair("data", SchemaKind::DataSource),
    std::pair("ephemeral", SchemaKind::Ephemeral), std::pair("provider", SchemaKind::Provider)};

void SchemaCommand::configure(CommandOptions options)
{
    options.requireCommand();
    m_import = options.addCommand("import", "Keep the schemas of all providers in a file or of a configuration");
    const CommandOption file =
        m_import.add("file", m_file, "What `terraform providers schema -json` printed; - reads standard input");
    const CommandOption folder =
        m_import.add("--from-terraform", m_folder, "Folder after `terraform init`: run terraform, else tofu, there");
    file.excludes(folder);
    m_import.add("--provider-version", m_versions,
                 "PROVIDER=VERSION of what is imported; may be repeated. With --from-terraform the lock file says it");
    m_list = options.addCommand("list", "List the providers whose schemas are kept");
    m_show = options.addCommand("show", "Show a provider's types, or what one of them takes");
    m_show.add("provider", m_provider, "For example hashicorp/aws").required();
    m_show.add("type", m_type, "For example aws_s3_bucket, or the name of a function");
    m_show.add("--kind", m_kind, "Where one name has several kinds")
        .choices({"resource", "data", "ephemeral", "provider", "function"});
    const CommandOptions remove = options.addCommand("remove", "Forget the schemas of a provider");
    remove.add("provider", m_provider, "For example hashicorp/aws").required();
    for (const CommandOptions &each : {m_show, remove})
        each.add("--version", m_version, "Only this version of the provider");
    for (const CommandOptions &each : {m_import, m_list, m_show, remove})
        m_options.declare(each);
}

int SchemaCommand::run(Console &console)
{
    const auto workspace = project::Workspace::open(m_options.workspace);
    if (!workspace)
        return report(console, workspace.error());
    const project::SchemaService schemas(**workspace);
    if (m_import.isChosen())
        return import(console, schemas);
    if (m_list.isChosen())
        return list(console, schemas);
    return m_show.isChosen() ? show(console, schemas) : remove(console, schemas);
}

Result<std::string> SchemaCommand::importedText(Console &console) const
{
    if (m_file == "-")
        return std::string(std::istreambuf_iterator<char>(console.in), {});
    if (!m_file.empty())
        return readFile(m_file, largestSchema);
    if (m_folder.empty())
        return failure("schema.source", "There is nothing to import.", {},
                       "Name a file, or a folder with --from-terraform.");
    std::error_code error;
    if (!std::filesystem::is_directory(m_folder, error))
        return failure("schema.source", "There is no such folder.", m_folder);
    const std::string program = isOnPath("terraform") ? "terraform" : "tofu";
    if (!isOnPath(program))
        return failure("schema.program", "Neither terraform nor tofu is on PATH.", {},
                       "Run `terraform providers schema -json` elsewhere and import the file.");
    auto output = runProgram({.arguments = {program, "-chdir=" + m_folder, "providers", "schema", "-json"},
                              .environment = {{"CHECKPOINT_DISABLE", "1"}, {"TF_IN_AUTOMATION", "1"}},
                              .errors = ProgramCall::Errors::Apart,
                              .mostOutput = largestSchema},
                             console.stop);
    if (!output)
        return Failure(output.error());
    if (output->code != 0)
        return failure("schema.program", program + " could not give the schemas: " + output->errors, m_folder,
                       "Run `" + program + " init` in the folder first.");
    if (output->isCut)
        return failure("schema.program", program + " printed more than " + std::to_string(largestSchema) + " bytes.",
                       m_folder);
    return std::move(output->output);
}

Result<project::ProviderVersions> SchemaCommand::importedVersions() const
{
    project::ProviderVersions versions;
    if (!m_folder.empty())
        versions = project::lockedVersions(m_folder);
    for (const std::string &each : m_versions) {
        const std::size_t sign = each.find('=');
        if (sign == std::string::npos || sign == 0 || sign + 1 == each.size())
            return failure("schema.version-option", "\"" + each + "\" is not PROVIDER=VERSION.", {},
                           "Write for example --provider-version hashicorp/aws=6.2.0.");
        versions[terraform::fullProviderAddress(each.substr(0, sign))] = each.substr(sign + 1);
    }
    return versions;
}

static ordered_json documentOf(const project::StoredProvider &provider)
{
    return {{"provider", provider.address},
            {"version", provider.version},
            {"resources", provider.resources},
            {"data_sources", provider.dataSources},
            {"ephemeral_resources", provider.ephemeralResources},
            {"functions", provider.functions},
            {"size", provider.size},
            {"origin", provider.origin},
            {"imported_at", formatTimestamp(provider.importedAt)}};
}

static void print(Console &console, const WorkspaceOptions &options,
                  const std::vector<project::StoredProvider> &providers)
{
    if (options.json()) {
        ordered_json documents = ordered_json::array();
        for (const project::StoredProvider &provider : providers)
            documents.push_back(documentOf(provider));
        console.out << documentText(documents);
        return;
    }
    TextTable table({Align::Left, Align::Left, Align::Right, Align::Right, Align::Right, Align::Right, Align::Right});
    table.add({"PROVIDER", "VERSION", "RESOURCES", "DATA", "EPHEMERAL", "FUNCTIONS", "SIZE"});
    for (const project::StoredProvider &provider : providers)
        table.add({provider.address, provider.version.empty() ? "-" : provider.version,
                   std::to_string(provider.resources), std::to_string(provider.dataSources),
                   std::to_string(provider.ephemeralResources), std::to_string(provider.functions),
                   readableSize(provider.size)});
    table.print(console.out);
}

int SchemaCommand::import(Console &console, const project::SchemaService &schemas) const
{
    const auto versions = importedVersions();
    if (!versions)
        return report(console, versions.error());
    const auto text = importedText(console);
    if (!text)
        return report(console, text.error());
    const std::string origin = m_folder.empty() ? (m_file == "-" ? "standard input" : m_file) : m_folder;
    const auto stored = schemas.import(*text, origin, *versions, consoleTask(console));
    clearProgress(console);
    if (!stored)
        return report(console, stored.error());
    print(console, m_options, *stored);
    return Success;
}

int SchemaCommand::list(Console &console, const project::SchemaService &schemas) const
{
    const auto all = schemas.list();
    if (!all)
        return report(console, all.error());
    if (all->empty() && !m_options.json())
        console.err << "No schemas are kept yet. Import some with `drydockctl schema import --from-terraform DIR`.\n";
    else
        print(console, m_options, *all);
    return Success;
}

static ordered_json listOf(const terraform::Names &names)
{
    return ordered_json(*names);
}

int SchemaCommand::show(Console &console, const project::SchemaService &schemas) const
{
    const auto provider = schemas.find(terraform::fullProviderAddress(m_provider), m_version);
    if (!provider)
        return report(console, provider.error());
    if (!m_type.empty() || m_kind == "provider")
        return showType(console, schemas, *provider);
    const auto catalogue = schemas.catalogue({{provider->address, provider->version}});
    if (!catalogue)
        return report(console, catalogue.error());
    ordered_json document = documentOf(*provider);
    ordered_json types;
    for (const auto &[name, kind] : kinds)
        if (kind != SchemaKind::Provider)
            types[name] = listOf((*catalogue)->names(provider->address, kind));
    types["function"] = listOf((*catalogue)->functions(provider->address));
    document["types"] = types;
    if (m_options.json()) {
        console.out << documentText(document);
        return Success;
    }
    print(console, m_options, {*provider});
    for (const auto &[kind, names] : types.items())
        for (const auto &name : names)
            console.out << "  " << kind << " " << name.get<std::string>() << '\n';
    return Success;
}

int SchemaCommand::showType(Console &console, const project::SchemaService &schemas,
                            const project::StoredProvider &provider) const
{
    const auto catalogue = schemas.catalogue({{provider.address, provider.version}});
    if (!catalogue)
        return report(console, catalogue.error());
    for (const auto &[name, kind] : kinds) {
        if (!m_kind.empty() && m_kind != name)
            continue;
        // The provider's own configuration has no name: it is meant only where --kind says so.
        if (kind == SchemaKind::Provider && m_kind.empty())
            continue;
        if (const auto schema = (*catalogue)->find(provider.address, kind, m_type)) {
            console.out << (m_options.json() ? documentText(documentOf(*schema)) : textOf(*schema));
            return Success;
        }
    }
    if (m_kind.empty() || m_kind == "function")
        if (const auto function = (*catalogue)->function(provider.address, m_type)) {
            console.out << (m_options.json() ? documentText(documentOf(*function)) : textOf(*function));
            return Success;
        }
    if (const auto problem = (*catalogue)->problem())
        return report(console, *problem);
    return report(console, {"schema.unknown-type",
                            "The provider " + provider.address + " has no " +
                                (m_kind.empty() ? "type or function" : m_kind) + " \"" + m_type + "\".",
                            {},
                            "`drydockctl schema show " + m_provider + "` lists what it has."});
}

int SchemaCommand::remove(Console &console, const project::SchemaService &schemas) const
{
    const std::string address = terraform::fullProviderAddress(m_provider);
    const auto removed = schemas.remove(address, m_version);
    if (!removed)
        return report(console, removed.error());
    if (m_options.json())
        console.out << documentText({{"provider", address}, {"removed", *removed}});
    else
        console.err << "Forgot " << address << (*removed == 1 ? "" : ", " + std::to_string(*removed) + " versions")
                    << ".\n";
    return Success;
}

} // namespace drydock::cli
