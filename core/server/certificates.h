// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct x509_st;
struct evp_pkey_st;

namespace drydock::server {

/// An X.509 certificate and its private key (ECDSA P-256).
class CertificateAndKey
{
public:
    CertificateAndKey(std::shared_ptr<x509_st> certificate, std::shared_ptr<evp_pkey_st> key);

    [[nodiscard]] int daysLeft() const; ///< negative after its end
    [[nodiscard]] bool isSignedBy(const CertificateAndKey &authority) const;
    [[nodiscard]] std::vector<std::string> names() const; ///< DNS names and IP addresses
    [[nodiscard]] std::string fingerprint() const;        ///< SHA-256, upper-case pairs with colons
    [[nodiscard]] std::string notAfter() const;           ///< ISO 8601
    [[nodiscard]] x509_st *certificate() const { return m_certificate.get(); }
    [[nodiscard]] evp_pkey_st *key() const { return m_key.get(); }

private:
    std::shared_ptr<x509_st> m_certificate;
    std::shared_ptr<evp_pkey_st> m_key;
};

/// Whether a host name or IP address may stand in a certificate.
[[nodiscard]] bool isCertificateName(std::string_view name);

/// Codes: `tls.failed`.
[[nodiscard]] Result<CertificateAndKey> makeAuthority(int days);
[[nodiscard]] Result<CertificateAndKey> makeServerCertificate(const CertificateAndKey &authority,
                                                              const std::vector<std::string> &names, int days);

/// Codes: `system.*`, `tls.damaged` (no PEM, or the key belongs to another certificate).
[[nodiscard]] Result<CertificateAndKey> loadCertificate(const std::filesystem::path &certificate,
                                                        const std::filesystem::path &key);
/// The key first, readable by its owner only.
[[nodiscard]] Result<> saveCertificate(const CertificateAndKey &pair, const std::filesystem::path &certificate,
                                       const std::filesystem::path &key);

} // namespace drydock::server
