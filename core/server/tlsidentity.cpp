// SPDX-License-Identifier: MIT
#include "core/server/tlsidentity.h"

#include "core/server/certificates.h"
#include "core/server/folderlock.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <unistd.h>

namespace drydock::server {

namespace fs = std::filesystem;

namespace {

constexpr int authorityDays = 3650;
constexpr int certificateDays = 397; // clients on some systems refuse more
constexpr int renewDays = 30;

} // namespace

static std::vector<std::string> wantedNames(const TlsOptions &options)
{
    std::vector<std::string> names{"localhost", "127.0.0.1", "::1"};
    std::array<char, 256> host{};
    if (::gethostname(host.data(), host.size() - 1) == 0 && isCertificateName(host.data()))
        names.emplace_back(host.data());
    for (const std::string &name : options.names)
        if (isCertificateName(name))
            names.push_back(name);
    std::vector<std::string> unique;
    for (std::string &name : names)
        if (std::find(unique.begin(), unique.end(), name) == unique.end())
            unique.push_back(std::move(name));
    return unique;
}

static Result<CertificateAndKey> authorityIn(const fs::path &folder)
{
    const fs::path certificate = folder / "ca.pem";
    const fs::path key = folder / "ca.key";
    std::error_code error;
    const bool haveCertificate = fs::exists(certificate, error);
    if (haveCertificate && fs::exists(key, error))
        return loadCertificate(certificate, key);
    // The key is written first, so only a key alone can be left by a crash. A certificate alone has lost its key.
    if (haveCertificate)
        return failure(
            "tls.damaged", "The key of the station's certificate authority is missing.", key.string(),
            "Restore it from a backup, or remove the tls folder and trust the new authority on every client.");
    auto made = makeAuthority(authorityDays);
    if (!made)
        return made;
    if (auto saved = saveCertificate(*made, certificate, key); !saved)
        return Failure(saved.error());
    return made;
}

static bool isUsable(const CertificateAndKey &server, const CertificateAndKey &authority,
                     const std::vector<std::string> &names)
{
    if (server.daysLeft() < renewDays || !server.isSignedBy(authority))
        return false;
    const auto present = server.names();
    return std::all_of(names.begin(), names.end(), [&](const std::string &name) {
        return std::find(present.begin(), present.end(), name) != present.end();
    });
}

static Result<CertificateAndKey> serverIn(const fs::path &folder, const CertificateAndKey &authority,
                                          const std::vector<std::string> &names)
{
    const fs::path certificate = folder / "server.pem";
    const fs::path key = folder / "server.key";
    if (auto loaded = loadCertificate(certificate, key); loaded && isUsable(*loaded, authority, names))
        return loaded;
    // Clients trust the authority, so this one can be made anew whatever is wrong with it.
    auto made = makeServerCertificate(authority, names, certificateDays);
    if (!made)
        return made;
    if (auto saved = saveCertificate(*made, certificate, key); !saved)
        return Failure(saved.error());
    return made;
}

Result<TlsIdentity> TlsIdentity::ensure(const TlsOptions &options)
{
    std::error_code error;
    fs::create_directories(options.folder, error);
    if (error)
        return failure(
            systemError(error.value(), "The folder for certificates cannot be created", options.folder.string()));
    const FolderLock lock(options.folder); // two processes that start at once must not make two authorities
    if (!lock.held())
        return failure(systemError(errno, "The folder for certificates cannot be locked", options.folder.string()));
    const auto authority = authorityIn(options.folder);
    if (!authority)
        return Failure(authority.error());
    if (authority->daysLeft() < 1)
        return failure("tls.damaged", "The station's certificate authority has expired.",
                       (options.folder / "ca.pem").string(),
                       "Remove the tls folder; trust the new authority on every client.");
    const auto server = serverIn(options.folder, *authority, wantedNames(options));
    if (!server)
        return Failure(server.error());
    TlsIdentity identity;
    identity.authorityFile = options.folder / "ca.pem";
    identity.certificateFile = options.folder / "server.pem";
    identity.keyFile = options.folder / "server.key";
    identity.authorityFingerprint = authority->fingerprint();
    identity.certificateFingerprint = server->fingerprint();
    identity.names = server->names();
    identity.notAfter = server->notAfter();
    return identity;
}

} // namespace drydock::server
