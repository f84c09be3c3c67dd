// SPDX-License-Identifier: MIT
#include "core/registry/providerregistry.h"

#include "core/registry/addressparts.h"
#include "core/registry/providerpackage.h"
#include "core/registry/signingkey.h"

#include <algorithm>
#include <utility>

namespace drydock::registry {

namespace fs = std::filesystem;

ProviderRegistry::ProviderRegistry(ProviderRepository &repository, const blob::BlobStore &blobs, const Clock &clock,
                                   fs::path signingHome)
    : m_repository(repository)
    , m_blobs(blobs)
    , m_clock(clock)
    , m_signingHome(std::move(signingHome))
{
}

// One list for all platforms: a list of one platform each would break lock files made for several.
static std::string shasumsDocument(const ProviderVersion &version)
{
    std::string text;
    for (const ProviderPlatform &platform : version.platforms)
        text += platform.sha256 + "  " + platform.fileName + "\n";
    return text;
}

static Result<> signPlatforms(ProviderVersion &version, const blob::BlobStore &blobs, const fs::path &home)
{
    const auto key = SigningKey::openOrCreate(home);
    if (!key)
        return Failure(key.error());
    const std::string sums = shasumsDocument(version);
    const auto signature = key->sign(sums);
    if (!signature)
        return Failure(signature.error());
    const auto sumsBlob = blobs.put(sums);
    if (!sumsBlob)
        return Failure(sumsBlob.error());
    const auto signatureBlob = blobs.put(*signature);
    if (!signatureBlob)
        return Failure(signatureBlob.error());
    version.shasums = sumsBlob->sha256;
    version.signature = signatureBlob->sha256;
    version.keyId = key->keyId();
    version.publicKey = key->publicKey();
    return {};
}

static Result<std::pair<ProviderFileName, ProviderPackage>>
readPackage(const fs::path &zip, const ProviderAddress &address, const Task &task)
{
    auto name = ProviderFileName::parse(zip.filename().string());
    if (!name) {
        name.error().place = zip.string();
        return Failure(name.error());
    }
    if (name->type != address.type)
        return failure("provider.wrong-type",
                       "The file is a package of the provider \"" + name->type + "\", not of \"" + address.type + "\".",
                       zip.string(), "Give the address that fits the file name, or the right file.");
    auto package = inspectProviderPackage(zip, address.type, task);
    if (!package)
        return Failure(package.error());
    if (auto fit = checkForPublishing(*package, name->platform, zip.string()); !fit)
        return Failure(fit.error());
    return std::pair{std::move(*name), std::move(*package)};
}

Result<PublishedProvider> ProviderRegistry::publish(const fs::path &zip, const ProviderAddress &address,
                                                    const Task &task, const std::vector<std::string> &protocols)
{
    const auto read = readPackage(zip, address, task);
    if (!read)
        return Failure(read.error());
    const ProviderFileName &name = read->first;
    const ProviderPackage &package = read->second;
    const auto lease = m_blobs.lease();
    if (!lease)
        return Failure(lease.error());
    const auto stored = m_blobs.putFile(zip, task);
    if (!stored)
        return Failure(stored.error());
    if (stored->sha256 != package.sha256)
        return failure("provider.changed", "The file changed while it was read.", zip.string(), "Publish it again.");
    // Another process may add a platform in between; then its list is signed anew together with ours.
    for (int attempt = 0; attempt < 10; ++attempt) {
        auto found = m_repository.find(address, name.version);
        if (!found)
            return Failure(found.error());
        ProviderVersion version =
            *found ? std::move(**found)
                   : ProviderVersion{address, name.version, protocols, {}, {}, {}, {}, {}, m_clock.now()};
        const auto existing = std::find_if(version.platforms.begin(), version.platforms.end(),
                                           [&](const ProviderPlatform &p) { return p.platform == name.platform; });
        if (existing != version.platforms.end()) {
            if (existing->sha256 == package.sha256)
                return PublishedProvider{std::move(version), name.platform, PublishOutcome::AlreadyThere};
            return failure("provider.version-exists",
                           "Version " + name.version + " of " + address.text() + " for " + name.platform.text() +
                               " is already published with other content.",
                           zip.string(),
                           "Published packages do not change; publish the new one under the next version.");
        }
        const std::string before = version.shasums;
        version.platforms.push_back({name.platform, name.text(), package.sha256, package.h1, package.size, 0});
        std::sort(version.platforms.begin(), version.platforms.end(),
                  [](const ProviderPlatform &a, const ProviderPlatform &b) { return a.platform < b.platform; });
        if (auto done = signPlatforms(version, m_blobs, m_signingHome); !done)
            return Failure(done.error());
        const auto saved = m_repository.save(version, before);
        if (!saved)
            return Failure(saved.error());
        if (*saved)
            return PublishedProvider{std::move(version), name.platform, PublishOutcome::Published};
    }
    return failure("provider.busy", "Other processes kept changing this version.", address.text(), "Publish it again.");
}

Result<std::vector<ProviderVersion>> ProviderRegistry::versions(const ProviderAddress &address) const
{
    return m_repository.versions(address);
}

Result<ProviderVersion> ProviderRegistry::version(const ProviderAddress &address, std::string_view version) const
{
    auto found = m_repository.find(address, version);
    if (!found)
        return Failure(found.error());
    if (!*found)
        return failure("provider.not-found",
                       "Provider " + address.text() + " has no version " + shortened(version) + " here.",
                       address.text());
    return std::move(**found);
}

Result<std::vector<ProviderVersion>> ProviderRegistry::list() const
{
    return m_repository.list();
}

Result<> ProviderRegistry::countDownload(const ProviderAddress &address, std::string_view version,
                                         const Platform &platform)
{
    return m_repository.countDownload(address, version, platform);
}

} // namespace drydock::registry
