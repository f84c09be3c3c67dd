// SPDX-License-Identifier: MIT
#include "app/cli/servecommand.h"

#include "core/server/snippets.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace drydock::cli {

void ServeCommand::configure(CommandOptions options)
{
    options.add("--listen", m_settings.listen, "ADDRESS:PORT; port 0 takes any free one").showDefault();
    options.add("--name", m_settings.names, "Further host name or IP address for the certificate; may be repeated");
    options.add("--threads", m_settings.threads, "Threads that serve").range(1, 64).showDefault();
    m_options.declare(options);
}

void ServeCommand::announce(Console &console, const wiring::RunningStation &station) const
{
    const server::TlsIdentity &identity = station.identity;
    const std::string configuration = server::mirrorConfiguration(station.url);
    if (m_options.json()) {
        const nlohmann::ordered_json document{{"url", station.url},
                                              {"authority_file", identity.authorityFile.string()},
                                              {"authority_sha256", identity.authorityFingerprint},
                                              {"certificate_sha256", identity.certificateFingerprint},
                                              {"certificate_not_after", identity.notAfter},
                                              {"names", identity.names},
                                              {"cli_configuration", configuration}};
        console.out << document.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << std::endl;
        return;
    }
    console.out << "Serving " << station.url << "\n\nCertificate authority: " << identity.authorityFile.string()
                << "\nSHA-256 " << identity.authorityFingerprint << "\n\n";
    for (const server::TrustInstructions &trust : server::trustInstructions(identity.authorityFile))
        console.out << "Trust it (" << trust.system << "):\n" << trust.commands << '\n';
    console.out << configuration << "\nModules: source = \"" << station.url.substr(station.url.find("//") + 2)
                << "/NAMESPACE/NAME/SYSTEM\"\n"
                << std::endl;
}

int ServeCommand::run(Console &console)
{
    m_settings.workspace = m_options.workspace;
    ConsoleLog log;
    const auto done = wiring::runStation(m_settings, log, console.stop,
                                         [&](const wiring::RunningStation &station) { announce(console, station); });
    return done ? Success : report(console, done.error());
}

} // namespace drydock::cli
