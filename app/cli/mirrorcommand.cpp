// SPDX-License-Identifier: MIT
#include "app/cli/mirrorcommand.h"

#include "app/cli/documents.h"
#include "app/wiring/stationworkspace.h"
#include "core/registry/packagehash.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace drydock::cli {

using mirror::MirrorArchive;
using nlohmann::ordered_json;
using registry::ProviderAddress;
using wiring::StationWorkspace;

void MirrorCommand::configure(CommandOptions options)
{
    options.requireCommand();
    m_add = options.addCommand("add", "Add provider packages");
    m_add.add("packages", m_packages, "terraform-provider-TYPE_VERSION_OS_ARCH.zip, one or more").required();
    m_add.add("--source", m_source, "HOST/NAMESPACE/TYPE, for example registry.terraform.io/hashicorp/null").required();
    m_add.add("--name", m_fileName, "The package's name where the file is called something else");
    m_options.declare(m_add);
    m_list = options.addCommand("list", "List what is on the mirror");
    m_options.declare(m_list);
    const CommandOptions remove = options.addCommand("remove", "Take a package off the mirror");
    remove.add("--source", m_source, "HOST/NAMESPACE/TYPE").required();
    remove.add("--version", m_version, "Version of the package").required();
    remove.add("--platform", m_platform, "OS_ARCH, for example linux_amd64").required();
    m_options.declare(remove);
}

int MirrorCommand::run(Console &console)
{
    if (m_add.isChosen())
        return add(console);
    return m_list.isChosen() ? list(console) : remove(console);
}

static ordered_json documentOf(const MirrorArchive &archive)
{
    return {{"source", archive.address.text()},
            {"version", archive.version},
            {"platform", archive.platform.text()},
            {"size", archive.size},
            {"hashes", {archive.h1, registry::zipHash(archive.sha256)}},
            {"directory_entries", archive.directoryEntries},
            {"added_at", formatTimestamp(archive.addedAt)},
            {"downloads", archive.downloads}};
}

int MirrorCommand::add(Console &console) const
{
    const auto source = ProviderAddress::parse(m_source);
    if (!source)
        return report(console, source.error());
    const auto workspace = StationWorkspace::open(m_options.workspace);
    if (!workspace)
        return report(console, workspace.error());
    ordered_json documents = ordered_json::array();
    for (const std::string &package : m_packages) {
        const auto added = (*workspace)->mirror().add(package, *source, Task{console.stop, {}}, m_fileName);
        if (!added) {
            if (m_options.json())
                console.out << documentText(documents); // those before it are there
            return report(console, added.error());
        }
        const MirrorArchive &archive = added->archive;
        const bool fresh = added->outcome == mirror::AddOutcome::Added;
        documents.push_back(documentOf(archive));
        documents.back()["outcome"] = fresh ? "added" : "already-there";
        if (archive.directoryEntries)
            console.err
                << "note: " << package
                << " holds entries for folders, which its publisher should leave out: a lock file written through "
                   "a mirror does not accept such a zip on a fresh checkout, one written from the provider's own "
                   "registry does.\n";
        if (!m_options.json())
            console.out << (fresh ? "Added " : "Already there, unchanged: ") << archive.address.text() << ' '
                        << archive.version << " for " << archive.platform.text() << ", " << readableSize(archive.size)
                        << ", " << archive.h1 << '\n';
    }
    if (m_options.json())
        console.out << documentText(documents);
    return Success;
}

int MirrorCommand::list(Console &console) const
{
    const auto workspace = StationWorkspace::open(m_options.workspace);
    if (!workspace)
        return report(console, workspace.error());
    const auto archives = (*workspace)->mirror().list();
    if (!archives)
        return report(console, archives.error());
    if (m_options.json()) {
        ordered_json documents = ordered_json::array();
        for (const MirrorArchive &archive : *archives)
            documents.push_back(documentOf(archive));
        console.out << documentText(documents);
        return Success;
    }
    if (archives->empty())
        console.err
            << "The mirror is empty. Add a package: drydockctl mirror add FILE.zip --source HOST/NAMESPACE/TYPE\n";
    for (const MirrorArchive &archive : *archives)
        console.out << archive.address.text() << ' ' << archive.version << ' ' << archive.platform.text() << "  "
                    << readableSize(archive.size) << "  " << archive.downloads << " downloads\n";
    return Success;
}

int MirrorCommand::remove(Console &console) const
{
    const auto source = ProviderAddress::parse(m_source);
    const auto platform = registry::Platform::parse(m_platform);
    if (!source || !platform)
        return report(console, source ? platform.error() : source.error());
    const auto workspace = StationWorkspace::open(m_options.workspace);
    if (!workspace)
        return report(console, workspace.error());
    if (auto removed = (*workspace)->mirror().remove(*source, m_version, *platform); !removed)
        return report(console, removed.error());
    if (m_options.json())
        console.out << documentText(
            ordered_json{{"removed", source->text() + " " + m_version + " " + platform->text()}});
    else
        console.out << "Removed " << source->text() << ' ' << m_version << " for " << platform->text() << '\n';
    return Success;
}

} // namespace drydock::cli
