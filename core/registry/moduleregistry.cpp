// SPDX-License-Identifier: MIT
#include "core/registry/moduleregistry.h"

#include "core/base/semver.h"
#include "core/base/temporaryfolder.h"
#include "core/registry/addressparts.h"
#include "core/registry/archiveunpacker.h"
#include "core/registry/modulepackage.h"

#include <algorithm>
#include <utility>

namespace drydock::registry {

namespace fs = std::filesystem;

ModuleRegistry::ModuleRegistry(ModuleRepository &repository, const blob::BlobStore &blobs, const Clock &clock)
    : m_repository(repository)
    , m_blobs(blobs)
    , m_clock(clock)
{
}

// The first line of prose in a README says best what a module is.
static std::string descriptionFrom(std::string_view readme)
{
    bool code = false;
    for (std::string_view line : splitAddress(readme, '\n')) {
        while (!line.empty() && (line.back() == '\r' || line.back() == ' '))
            line.remove_suffix(1);
        if (line.starts_with("```"))
            code = !code;
        if (code || line.empty() || std::string_view("#`|!<[-=*>").find(line.front()) != std::string_view::npos)
            continue;
        if (line.size() <= 200)
            return std::string(line);
        const std::size_t space = line.substr(0, 200).rfind(' ');
        return std::string(line.substr(0, space == std::string_view::npos ? 0 : space)) + " …";
    }
    return {};
}

static Error versionExists(const ModuleAddress &address, const std::string &version)
{
    return {"module.version-exists",
            "Version " + version + " of " + address.text() + " is already published with other content.",
            address.text(), "Published versions do not change; publish the new content under the next version."};
}

Result<PublishedModule> ModuleRegistry::publishFolder(const fs::path &folder, const ModuleAddress &address,
                                                      std::string_view version, const Task &task)
{
    const auto parsed = SemanticVersion::parse(version);
    if (!parsed)
        return failure("version.invalid", "\"" + shortened(version) + "\" is no semantic version.", address.text(),
                       "Write MAJOR.MINOR.PATCH, for example 1.0.0, without a leading v.");
    // Holds the collector off until the row that names the blob is there.
    const auto lease = m_blobs.lease();
    if (!lease)
        return Failure(lease.error());
    auto package = packModule(folder, m_blobs, task);
    if (!package)
        return Failure(package.error());
    PublishedModule published;
    published.version = {
        address,        parsed->text(),  package->archive.sha256,          package->contentHash, package->archive.size,
        package->files, package->readme, descriptionFrom(package->readme), m_clock.now(),        0};
    const auto inserted = m_repository.insert(published.version);
    if (!inserted)
        return Failure(inserted.error());
    published.warnings = std::move(package->warnings);
    if (*inserted)
        return published;
    auto existing = this->version(address, published.version.version);
    if (!existing)
        return Failure(existing.error());
    if (existing->contentHash != published.version.contentHash)
        return failure(versionExists(address, existing->version));
    return PublishedModule{std::move(*existing), PublishOutcome::AlreadyThere, std::move(published.warnings)};
}

// Many archives hold one folder around everything (release downloads do); the module is what is in it.
static fs::path moduleRootIn(const fs::path &unpacked)
{
    fs::path root = unpacked;
    std::error_code error;
    for (int depth = 0; depth < 4; ++depth) {
        auto it = fs::directory_iterator(root, error);
        if (error || it == fs::directory_iterator())
            break;
        const fs::directory_entry only = *it;
        if (++it != fs::directory_iterator() || !only.is_directory(error))
            break;
        root = only.path();
    }
    return root;
}

Result<PublishedModule> ModuleRegistry::publishArchive(const fs::path &archive, const ModuleAddress &address,
                                                       std::string_view version, const Task &task)
{
    const auto folder = TemporaryFolder::create("drydock-module-");
    if (!folder)
        return Failure(folder.error());
    if (const auto unpacked = unpackArchive(archive, folder->path(), moduleLimits, task); !unpacked)
        return Failure(unpacked.error());
    return publishFolder(moduleRootIn(folder->path()), address, version, task);
}

Result<std::vector<ModuleVersion>> ModuleRegistry::versions(const ModuleAddress &address) const
{
    return m_repository.versions(address);
}

Result<ModuleVersion> ModuleRegistry::version(const ModuleAddress &address, std::string_view version) const
{
    auto found = m_repository.find(address, version);
    if (!found)
        return Failure(found.error());
    if (!*found)
        return failure("module.not-found",
                       "Module " + address.text() + " has no version " + shortened(version) + " here.", address.text());
    return std::move(**found);
}

Result<std::vector<ModuleVersion>> ModuleRegistry::list(const ModuleQuery &query) const
{
    return m_repository.list(query);
}

Result<> ModuleRegistry::countDownload(const ModuleAddress &address, std::string_view version)
{
    return m_repository.countDownload(address, version);
}

} // namespace drydock::registry
