// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace drydock::server {

struct TlsOptions
{
    std::filesystem::path folder;   ///< where authority and certificate are kept: `<workspace>/tls`
    std::vector<std::string> names; ///< host names and IP addresses besides loopback, localhost and the host's own name
};

/// The station's certificate authority and the certificate that it signed for this server.
///
/// ECDSA P-256; the authority is valid for ten years, the certificate for 397 days. It is renewed when less than 30
/// days remain, or when a name is missing from it. Private keys are readable by their owner only.
struct TlsIdentity
{
    std::filesystem::path authorityFile;   ///< ca.pem: what clients must trust
    std::filesystem::path certificateFile; ///< server.pem
    std::filesystem::path keyFile;         ///< server.key
    std::string authorityFingerprint;      ///< SHA-256, upper-case pairs with colons, as browsers and openssl print it
    std::string certificateFingerprint;
    std::vector<std::string> names; ///< in the certificate
    std::string notAfter;           ///< ISO 8601, of the certificate

    /// Makes what is missing or about to expire. Codes: `tls.failed`, `tls.damaged`, `system.*`.
    [[nodiscard]] static Result<TlsIdentity> ensure(const TlsOptions &options);
};

} // namespace drydock::server
