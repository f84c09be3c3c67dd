// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/task.h"
#include "core/blob/blobstore.h"
#include "core/mirror/mirrorrepository.h"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::mirror {

enum class AddOutcome {
    Added,
    AlreadyThere, ///< the same package was added before
};

struct AddedArchive
{
    MirrorArchive archive;
    AddOutcome outcome = AddOutcome::Added;
};

/// The provider network mirror: packages of other registries, served by the documents of Terraform's provider network
/// mirror protocol. Safe from any thread.
class ProviderMirror
{
public:
    ProviderMirror(MirrorRepository &repository, const blob::BlobStore &blobs, const Clock &clock);

    /// Copies a zip in, hashing on the way. Version and platform come from its file name, or from `fileName` where the
    /// file is called something else. Codes: those of ProviderFileName and inspectProviderPackage, `mirror.host-port`
    /// (clients cannot ask a mirror for a host with a port), `provider.wrong-type`, `mirror.package-differs`.
    [[nodiscard]] Result<AddedArchive> add(const std::filesystem::path &zip, const registry::ProviderAddress &source,
                                           const Task &task, std::string_view fileName = {});
    [[nodiscard]] Result<std::vector<MirrorArchive>> list() const;
    /// Code: `mirror.not-found`.
    [[nodiscard]] Result<> remove(const registry::ProviderAddress &source, std::string_view version,
                                  const registry::Platform &platform);
    /// Fills `folder` with links to the packages, as a filesystem mirror of the packed layout
    /// (https://developer.hashicorp.com/terraform/cli/config/config-file#filesystem_mirror), for a client on this
    /// machine that has no station to ask. Returns the providers, each once.
    [[nodiscard]] Result<std::vector<registry::ProviderAddress>>
    linkPackages(const std::filesystem::path &folder) const;
    [[nodiscard]] Result<> countDownload(std::string_view sha256);

    /// `index.json`: the versions. Code: `mirror.not-found` when there are none.
    [[nodiscard]] Result<std::string> indexDocument(const registry::ProviderAddress &source) const;
    /// `VERSION.json`: archives with `url`, and `h1:` and `zh:` hashes. Code: `mirror.not-found`.
    [[nodiscard]] Result<std::string>
    versionDocument(const registry::ProviderAddress &source, std::string_view version,
                    const std::function<std::string(const MirrorArchive &)> &url) const;

private:
    MirrorRepository &m_repository;
    const blob::BlobStore &m_blobs;
    const Clock &m_clock;
};

} // namespace drydock::mirror
