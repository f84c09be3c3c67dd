// SPDX-License-Identifier: MIT
#include "core/registry/publishedmodules.h"

#include "core/base/containment.h"
#include "core/base/temporaryfolder.h"
#include "core/base/versionconstraint.h"
#include "core/registry/archiveunpacker.h"

#include <algorithm>
#include <string_view>
#include <system_error>

namespace drydock::registry {

namespace fs = std::filesystem;

namespace {

struct SourceParts
{
    ModuleAddress address;
    std::string subfolder;
};

// Nothing when it is no registry address: a path, a repository, an archive.
std::optional<SourceParts> partsOf(std::string_view source)
{
    if (source.find("://") != std::string_view::npos || source.find("::") != std::string_view::npos ||
        source.find('?') != std::string_view::npos)
        return std::nullopt;
    SourceParts parts;
    if (const std::size_t at = source.find("//"); at != std::string_view::npos) {
        parts.subfolder = source.substr(at + 2);
        source = source.substr(0, at);
    }
    if (std::count(source.begin(), source.end(), '/') == 3) {
        const std::string_view host = source.substr(0, source.find('/'));
        // As Terraform tells a host from a namespace.
        if (host.find('.') == std::string_view::npos && host.find(':') == std::string_view::npos && host != "localhost")
            return std::nullopt;
        source.remove_prefix(host.size() + 1);
    }
    Result<ModuleAddress> address = ModuleAddress::parse(source);
    if (!address)
        return std::nullopt;
    parts.address = *std::move(address);
    return parts;
}

} // namespace

// Newest first, as the registry lists them; pre-releases only where the constraint names them.
static Result<ModuleVersion> newestOf(const std::vector<ModuleVersion> &versions,
                                      const terraform::ModuleRequest &request)
{
    std::optional<VersionConstraint> constraint;
    if (!request.version.empty()) {
        Result<VersionConstraint> parsed = VersionConstraint::parse(request.version);
        if (!parsed)
            return failure("module.constraint", "\"" + request.version + "\" is no version constraint.", {},
                           "Write \"~> 1.2\", \">= 1.2, < 2.0\" or \"1.2.3\".");
        constraint = *std::move(parsed);
    }
    std::string known;
    for (const ModuleVersion &version : versions) {
        const Result<SemanticVersion> parsed = SemanticVersion::parse(version.version);
        if (parsed && (constraint ? constraint->allows(*parsed) : !parsed->isPrerelease()))
            return version;
        known += (known.empty() ? "" : ", ") + version.version;
    }
    return failure("module.no-version",
                   "No published version of " + versions.front().address.text() + " fits \"" + request.version +
                       "\"; there are " + known + ".",
                   {}, "Change the constraint, or publish such a version.");
}

PublishedModules::PublishedModules(const ModuleRegistry &registry, const blob::BlobStore &blobs, fs::path folder)
    : m_registry(registry)
    , m_blobs(blobs)
    , m_folder(std::move(folder))
{
}

Result<fs::path> PublishedModules::unpacked(const ModuleVersion &version) const
{
    const fs::path target = m_folder / version.sha256;
    std::error_code error;
    if (fs::is_directory(target, error))
        return target;
    const auto archive = m_blobs.find(version.sha256);
    if (!archive)
        return failure(archive.error());
    fs::create_directories(m_folder, error);
    if (error)
        return failure(systemError(error.value(), "The folder cannot be created", m_folder.string()));
    // Goes by itself, also when this process is killed meanwhile.
    const auto partial = TemporaryFolder::create(m_folder, "unpacking-");
    if (!partial)
        return failure(partial.error());
    if (const auto done = unpackArchive(*archive, partial->path(), moduleLimits, {}); !done)
        return failure(done.error());
    fs::rename(partial->path(), target, error);
    // Another process may have been quicker.
    if (error && !fs::is_directory(target))
        return failure(systemError(error.value(), "The module cannot be put in place", target.string()));
    return target;
}

Result<std::optional<terraform::ResolvedModule>>
PublishedModules::resolve(const terraform::ModuleRequest &request) const
{
    const std::optional<SourceParts> parts = partsOf(request.source);
    if (!parts)
        return std::nullopt;
    const auto versions = m_registry.versions(parts->address);
    if (!versions)
        return failure(versions.error());
    if (versions->empty())
        return std::nullopt;
    const Result<ModuleVersion> version = newestOf(*versions, request);
    if (!version)
        return failure(version.error());
    Result<fs::path> folder = unpacked(*version);
    if (!folder)
        return failure(folder.error());
    if (!parts->subfolder.empty()) {
        folder = resolveInside(*folder, parts->subfolder);
        std::error_code error;
        if (!folder || !fs::is_directory(*folder, error))
            return failure("module.no-folder",
                           "Version " + version->version + " of " + parts->address.text() + " has no folder \"" +
                               parts->subfolder + "\".",
                           {}, "Correct what stands behind // in the source.");
    }
    return terraform::ResolvedModule{*std::move(folder), version->version};
}

} // namespace drydock::registry
