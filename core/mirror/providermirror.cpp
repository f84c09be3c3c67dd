// SPDX-License-Identifier: MIT
#include "core/mirror/providermirror.h"

#include "core/registry/addressparts.h"
#include "core/registry/packagehash.h"
#include "core/registry/providerpackage.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace drydock::mirror {

namespace fs = std::filesystem;
using registry::ProviderAddress;

ProviderMirror::ProviderMirror(MirrorRepository &repository, const blob::BlobStore &blobs, const Clock &clock)
    : m_repository(repository)
    , m_blobs(blobs)
    , m_clock(clock)
{
}

static Result<> checkSource(const ProviderAddress &source)
{
    if (source.host.empty())
        return failure("address.invalid", "\"" + source.text() + "\" names no host.", {},
                       "Write HOST/NAMESPACE/TYPE, for example registry.terraform.io/hashicorp/null.");
    if (source.host.find(':') != std::string::npos)
        return failure("mirror.host-port", "\"" + source.host + "\" has a port, which a network mirror cannot serve.",
                       source.text(),
                       "Clients fail before they send anything; publish it as an own provider instead, or use a host "
                       "name without a port.");
    return {};
}

static Result<registry::ProviderFileName> nameOf(const fs::path &zip, std::string_view fileName,
                                                 const ProviderAddress &source)
{
    auto name = registry::ProviderFileName::parse(fileName.empty() ? zip.filename().string() : std::string(fileName));
    if (!name) {
        name.error().place = zip.string();
        return Failure(name.error());
    }
    if (name->type != source.type)
        return failure("provider.wrong-type",
                       "The file is a package of the provider \"" + name->type + "\", not of \"" + source.type + "\".",
                       zip.string(), "Give the source that fits the file name, or the right file.");
    return name;
}

static const MirrorArchive *find(const std::vector<MirrorArchive> &archives, std::string_view version,
                                 const registry::Platform &platform)
{
    const auto at = std::find_if(archives.begin(), archives.end(), [&](const MirrorArchive &archive) {
        return archive.version == version && archive.platform == platform;
    });
    return at == archives.end() ? nullptr : &*at;
}

Result<AddedArchive> ProviderMirror::add(const fs::path &zip, const ProviderAddress &source, const Task &task,
                                         std::string_view fileName)
{
    if (auto fit = checkSource(source); !fit)
        return Failure(fit.error());
    const auto name = nameOf(zip, fileName, source);
    if (!name)
        return Failure(name.error());
    const auto package = registry::inspectProviderPackage(zip, source.type, task);
    if (!package)
        return Failure(package.error());
    // Holds the collector off until the row that names the blob is there.
    const auto lease = m_blobs.lease();
    if (!lease)
        return Failure(lease.error());
    const auto stored = m_blobs.putFile(zip, task);
    if (!stored)
        return Failure(stored.error());
    if (stored->sha256 != package->sha256)
        return failure("provider.changed", "The file changed while it was read.", zip.string(), "Add it again.");
    MirrorArchive archive{source,
                          name->version,
                          name->platform,
                          package->sha256,
                          package->h1,
                          package->size,
                          package->directoryEntries,
                          m_clock.now(),
                          0};
    const auto inserted = m_repository.insert(archive);
    if (!inserted)
        return Failure(inserted.error());
    if (*inserted)
        return AddedArchive{std::move(archive), AddOutcome::Added};
    const auto archives = m_repository.list(source);
    if (!archives)
        return Failure(archives.error());
    const MirrorArchive *existing = find(*archives, archive.version, archive.platform);
    if (existing != nullptr && existing->sha256 == archive.sha256)
        return AddedArchive{*existing, AddOutcome::AlreadyThere};
    return failure("mirror.package-differs",
                   source.text() + " " + archive.version + " for " + archive.platform.text() +
                       " is already on the mirror with other content.",
                   zip.string(),
                   "Lock files may hold the first one's checksum. If it is wrong, remove it from the mirror, then add "
                   "this one.");
}

Result<std::vector<MirrorArchive>> ProviderMirror::list() const
{
    return m_repository.list();
}

static Failure notFound(const ProviderAddress &source, const std::string &what)
{
    return failure("mirror.not-found", source.text() + " " + what + " is not on this mirror.", source.text(),
                   "Add its zip to the mirror.");
}

Result<> ProviderMirror::remove(const ProviderAddress &source, std::string_view version,
                                const registry::Platform &platform)
{
    const auto removed = m_repository.remove(source, version, platform);
    if (!removed)
        return Failure(removed.error());
    if (*removed)
        return {};
    Error error = notFound(source, registry::shortened(version) + " for " + platform.text()).value();
    error.hint = "`drydockctl mirror list` says what is there.";
    return failure(std::move(error));
}

Result<std::vector<ProviderAddress>> ProviderMirror::linkPackages(const std::filesystem::path &folder) const
{
    const auto archives = m_repository.list();
    if (!archives)
        return Failure(archives.error());
    std::vector<ProviderAddress> sources;
    for (const MirrorArchive &archive : *archives) {
        const auto package = m_blobs.find(archive.sha256);
        if (!package)
            return Failure(package.error());
        const ProviderAddress &source = archive.address;
        const std::filesystem::path place = folder / source.host / source.nameSpace / source.type;
        std::error_code error;
        std::filesystem::create_directories(place, error);
        if (!error)
            std::filesystem::create_symlink(std::filesystem::absolute(*package), place / archive.fileName(), error);
        if (error)
            return failure(
                systemError(error.value(), "The package cannot be linked", (place / archive.fileName()).string()));
        if (sources.empty() || sources.back() != source)
            sources.push_back(source);
    }
    return sources;
}

Result<> ProviderMirror::countDownload(std::string_view sha256)
{
    return m_repository.countDownload(sha256);
}

Result<std::string> ProviderMirror::indexDocument(const ProviderAddress &source) const
{
    const auto archives = m_repository.list(source);
    if (!archives)
        return Failure(archives.error());
    if (archives->empty())
        return failure("mirror.not-found", source.text() + " is not on this mirror.", source.text(),
                       "Add its zip to the mirror.");
    nlohmann::ordered_json versions = nlohmann::ordered_json::object();
    for (const MirrorArchive &archive : *archives)
        versions[archive.version] = nlohmann::ordered_json::object();
    return nlohmann::ordered_json{{"versions", std::move(versions)}}.dump();
}

Result<std::string> ProviderMirror::versionDocument(const ProviderAddress &source, std::string_view version,
                                                    const std::function<std::string(const MirrorArchive &)> &url) const
{
    const auto archives = m_repository.list(source);
    if (!archives)
        return Failure(archives.error());
    nlohmann::ordered_json platforms = nlohmann::ordered_json::object();
    for (const MirrorArchive &archive : *archives)
        if (archive.version == version)
            platforms[archive.platform.text()] = {{"url", url(archive)},
                                                  {"hashes", {archive.h1, registry::zipHash(archive.sha256)}}};
    if (platforms.empty())
        return notFound(source, registry::shortened(version));
    return nlohmann::ordered_json{{"archives", std::move(platforms)}}.dump();
}

} // namespace drydock::mirror
