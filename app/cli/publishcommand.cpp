// SPDX-License-Identifier: MIT
#include "app/cli/publishcommand.h"

#include "app/cli/documents.h"
#include "app/wiring/stationworkspace.h"
#include "core/report/plaintext.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <ostream>

namespace drydock::cli {

using nlohmann::ordered_json;
using registry::PublishOutcome;
using wiring::StationWorkspace;

void PublishCommand::configure(CommandOptions options)
{
    options.requireCommand();
    m_module = options.addCommand("module", "Publish a folder or an archive as a module version");
    m_module.add("source", m_source, "Folder with the module's *.tf files, or a zip or tar.gz of it").required();
    m_module.add("--address", m_address, "NAMESPACE/NAME/SYSTEM, for example acme/network/aws").required();
    m_module.add("--version", m_version, "Semantic version, for example 1.0.0").required();
    m_options.declare(m_module);
    const CommandOptions provider =
        options.addCommand("provider", "Publish packages of an own provider, signed by the station");
    provider.add("packages", m_packages, "terraform-provider-TYPE_VERSION_OS_ARCH.zip, one or more").required();
    provider.add("--address", m_address, "NAMESPACE/TYPE, for example acme/demo").required();
    provider.add("--protocol", m_protocols, "Plugin protocol that the provider speaks; may be repeated")
        .choices({"4.0", "5.0", "5.1", "6.0", "6.1"})
        .showDefault();
    m_options.declare(provider);
}

int PublishCommand::run(Console &console)
{
    return m_module.isChosen() ? publishModule(console) : publishProviders(console);
}

int PublishCommand::publishModule(Console &console) const
{
    const auto address = registry::ModuleAddress::parse(m_address);
    if (!address)
        return report(console, address.error());
    const auto workspace = StationWorkspace::open(m_options.workspace);
    if (!workspace)
        return report(console, workspace.error());
    const Task task{console.stop, {}};
    std::error_code error;
    const bool archive = std::filesystem::is_regular_file(m_source, error);
    auto &modules = (*workspace)->modules();
    const auto published = archive ? modules.publishArchive(m_source, *address, m_version, task)
                                   : modules.publishFolder(m_source, *address, m_version, task);
    if (!published)
        return report(console, published.error());
    const registry::ModuleVersion &version = published->version;
    const bool fresh = published->outcome == PublishOutcome::Published;
    for (const std::string &warning : published->warnings)
        console.err << "warning: this module does not parse: " << report::oneLine(warning) << '\n';
    if (m_options.json()) {
        const ordered_json document{{"address", version.address.text()},
                                    {"version", version.version},
                                    {"outcome", fresh ? "published" : "already-there"},
                                    {"files", version.files},
                                    {"size", version.size},
                                    {"sha256", version.sha256},
                                    {"content_hash", version.contentHash},
                                    {"warnings", published->warnings}};
        console.out << documentText(document);
        return Success;
    }
    console.out << (fresh ? "Published " : "Already published, unchanged: ") << version.address.text() << ' '
                << version.version << ", " << version.files << (version.files == 1 ? " file, " : " files, ")
                << readableSize(version.size) << ", sha256 " << version.sha256 << '\n';
    return Success;
}

int PublishCommand::publishProviders(Console &console) const
{
    const auto address = registry::ProviderAddress::parseLocal(m_address);
    if (!address)
        return report(console, address.error());
    const auto workspace = StationWorkspace::open(m_options.workspace);
    if (!workspace)
        return report(console, workspace.error());
    ordered_json documents = ordered_json::array();
    for (const std::string &package : m_packages) {
        const auto published =
            (*workspace)->providers().publish(package, *address, Task{console.stop, {}}, m_protocols);
        if (!published) {
            if (m_options.json())
                console.out << documentText(documents); // those before it are there
            return report(console, published.error());
        }
        const bool fresh = published->outcome == PublishOutcome::Published;
        documents.push_back({{"address", address->text()},
                             {"version", published->version.version},
                             {"platform", published->platform.text()},
                             {"outcome", fresh ? "published" : "already-there"},
                             {"key_id", published->version.keyId}});
        if (!m_options.json())
            console.out << (fresh ? "Published " : "Already published, unchanged: ") << address->text() << ' '
                        << published->version.version << " for " << published->platform.text() << ", signed by key "
                        << published->version.keyId << '\n';
    }
    if (m_options.json())
        console.out << documentText(documents);
    return Success;
}

} // namespace drydock::cli
