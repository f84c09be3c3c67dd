// SPDX-License-Identifier: MIT
#include "core/server/certificates.h"

#include "core/base/atomicfile.h"
#include "core/base/filereader.h"

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <utility>

#include <arpa/inet.h>
#include <sys/stat.h>
#include <unistd.h>

namespace drydock::server {

namespace fs = std::filesystem;

namespace {

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;
using Certificate = std::shared_ptr<X509>;
using Key = std::shared_ptr<EVP_PKEY>;

} // namespace

static Failure failed(const std::string &doing)
{
    std::array<char, 256> reason{};
    ERR_error_string_n(ERR_get_error(), reason.data(), reason.size());
    ERR_clear_error();
    return failure("tls.failed", doing + ": " + reason.data() + ".");
}

CertificateAndKey::CertificateAndKey(Certificate certificate, Key key)
    : m_certificate(std::move(certificate))
    , m_key(std::move(key))
{
}

int CertificateAndKey::daysLeft() const
{
    int days = 0;
    int seconds = 0;
    ASN1_TIME_diff(&days, &seconds, nullptr, X509_get0_notAfter(m_certificate.get()));
    return days;
}

bool CertificateAndKey::isSignedBy(const CertificateAndKey &authority) const
{
    const bool valid = X509_verify(m_certificate.get(), authority.key()) == 1;
    ERR_clear_error();
    return valid;
}

static std::string addressText(const ASN1_OCTET_STRING *bytes)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    const int family = ASN1_STRING_length(bytes) == 4 ? AF_INET : AF_INET6;
    ::inet_ntop(family, ASN1_STRING_get0_data(bytes), text.data(), text.size());
    return text.data();
}

std::vector<std::string> CertificateAndKey::names() const
{
    std::vector<std::string> names;
    const std::unique_ptr<GENERAL_NAMES, decltype(&GENERAL_NAMES_free)> all(
        static_cast<GENERAL_NAMES *>(X509_get_ext_d2i(m_certificate.get(), NID_subject_alt_name, nullptr, nullptr)),
        GENERAL_NAMES_free);
    for (int i = 0; all && i < sk_GENERAL_NAME_num(all.get()); ++i) {
        const GENERAL_NAME *name = sk_GENERAL_NAME_value(all.get(), i);
        if (name->type == GEN_DNS)
            names.emplace_back(reinterpret_cast<const char *>(ASN1_STRING_get0_data(name->d.dNSName)),
                               static_cast<std::size_t>(ASN1_STRING_length(name->d.dNSName)));
        else if (name->type == GEN_IPADD)
            names.push_back(addressText(name->d.iPAddress));
    }
    return names;
}

std::string CertificateAndKey::fingerprint() const
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    X509_digest(m_certificate.get(), EVP_sha256(), digest.data(), &size);
    std::string text;
    for (unsigned int i = 0; i < size; ++i) {
        std::array<char, 4> pair{};
        std::snprintf(pair.data(), pair.size(), "%s%02X", i == 0 ? "" : ":", digest.at(i));
        text += pair.data();
    }
    return text;
}

std::string CertificateAndKey::notAfter() const
{
    std::tm time{};
    ASN1_TIME_to_tm(X509_get0_notAfter(m_certificate.get()), &time);
    std::array<char, 80> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02dZ", time.tm_year + 1900, time.tm_mon + 1,
                  time.tm_mday, time.tm_hour, time.tm_min, time.tm_sec);
    return text.data();
}

static bool isAddress(const std::string &name)
{
    std::array<unsigned char, 16> bytes{};
    return ::inet_pton(AF_INET, name.c_str(), bytes.data()) == 1 ||
           ::inet_pton(AF_INET6, name.c_str(), bytes.data()) == 1;
}

bool isCertificateName(std::string_view name)
{
    if (isAddress(std::string(name)))
        return true;
    return !name.empty() && name.size() <= 253 && name.front() != '.' && name.front() != '-' &&
           std::all_of(name.begin(), name.end(), [](unsigned char c) {
               return c < 0x80 && (std::isalnum(c) != 0 || c == '-' || c == '.' || c == '_');
           });
}

static Key newKey()
{
    return {EVP_EC_gen("P-256"), EVP_PKEY_free};
}

static bool setSerial(X509 *certificate)
{
    const std::unique_ptr<BIGNUM, decltype(&BN_free)> number(BN_new(), BN_free);
    return number && BN_rand(number.get(), 127, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1 &&
           BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

static bool setName(X509_NAME *name, const std::string &commonName)
{
    const auto add = [name](const char *field, const std::string &value) {
        return X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8,
                                          reinterpret_cast<const unsigned char *>(value.c_str()), -1, -1, 0) == 1;
    };
    return add("O", "Drydock") && add("CN", commonName);
}

static bool addExtension(X509 *certificate, X509 *issuer, int id, const std::string &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> extension(
        X509V3_EXT_conf_nid(nullptr, &context, id, value.c_str()), X509_EXTENSION_free);
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

// What both kinds have in common. Valid from an hour ago: clocks of clients are not exact.
static Certificate blank(const Key &key, const std::string &commonName, int days)
{
    Certificate certificate(X509_new(), X509_free);
    constexpr long skew = 3600; // seconds
    if (!certificate || !key || X509_set_version(certificate.get(), X509_VERSION_3) != 1 ||
        !setSerial(certificate.get()) || X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -skew) == nullptr ||
        X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 24L * 60 * 60 * days) == nullptr ||
        X509_set_pubkey(certificate.get(), key.get()) != 1 ||
        !setName(X509_get_subject_name(certificate.get()), commonName))
        return {};
    return certificate;
}

Result<CertificateAndKey> makeAuthority(int days)
{
    std::array<char, 256> host{};
    ::gethostname(host.data(), host.size() - 1);
    const Key key = newKey();
    const std::string name = "Drydock station authority " + std::string(host.data()).substr(0, 32);
    const Certificate certificate = blank(key, name, days);
    X509 *raw = certificate.get();
    if (!certificate || X509_set_issuer_name(raw, X509_get_subject_name(raw)) != 1 ||
        !addExtension(raw, raw, NID_basic_constraints, "critical,CA:TRUE,pathlen:0") ||
        !addExtension(raw, raw, NID_key_usage, "critical,keyCertSign,cRLSign") ||
        !addExtension(raw, raw, NID_subject_key_identifier, "hash") || X509_sign(raw, key.get(), EVP_sha256()) == 0)
        return failed("The station's certificate authority cannot be made");
    return CertificateAndKey(certificate, key);
}

Result<CertificateAndKey> makeServerCertificate(const CertificateAndKey &authority,
                                                const std::vector<std::string> &names, int days)
{
    std::string alternatives;
    for (const std::string &name : names)
        alternatives += (alternatives.empty() ? "" : ",") + std::string(isAddress(name) ? "IP:" : "DNS:") + name;
    const Key key = newKey();
    const Certificate certificate = blank(key, "Drydock station", days);
    X509 *raw = certificate.get();
    X509 *issuer = authority.certificate();
    if (!certificate || X509_set_issuer_name(raw, X509_get_subject_name(issuer)) != 1 ||
        !addExtension(raw, issuer, NID_basic_constraints, "critical,CA:FALSE") ||
        !addExtension(raw, issuer, NID_key_usage, "critical,digitalSignature") ||
        !addExtension(raw, issuer, NID_ext_key_usage, "serverAuth") ||
        !addExtension(raw, issuer, NID_subject_key_identifier, "hash") ||
        !addExtension(raw, issuer, NID_authority_key_identifier, "keyid") ||
        !addExtension(raw, issuer, NID_subject_alt_name, alternatives) ||
        X509_sign(raw, authority.key(), EVP_sha256()) == 0)
        return failed("The station's certificate cannot be made");
    return CertificateAndKey(certificate, key);
}

Result<CertificateAndKey> loadCertificate(const fs::path &certificate, const fs::path &key)
{
    const auto certificateText = readFile(certificate, 1U << 20U);
    if (!certificateText)
        return Failure(certificateText.error());
    const auto keyText = readFile(key, 1U << 20U);
    if (!keyText)
        return Failure(keyText.error());
    const Bio certificateBio(BIO_new_mem_buf(certificateText->data(), static_cast<int>(certificateText->size())),
                             BIO_free);
    const Bio keyBio(BIO_new_mem_buf(keyText->data(), static_cast<int>(keyText->size())), BIO_free);
    const Certificate read(PEM_read_bio_X509(certificateBio.get(), nullptr, nullptr, nullptr), X509_free);
    const Key readKey(PEM_read_bio_PrivateKey(keyBio.get(), nullptr, nullptr, nullptr), EVP_PKEY_free);
    const bool fits = read && readKey && X509_check_private_key(read.get(), readKey.get()) == 1;
    ERR_clear_error();
    if (!fits)
        return failure(
            "tls.damaged", "The certificate or its key is damaged.", certificate.string(),
            "Restore both files from a backup, or remove the tls folder and trust the new authority on every "
            "client.");
    return CertificateAndKey(read, readKey);
}

static std::string contentOf(BIO *bio)
{
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(bio, &bytes);
    return {bytes, static_cast<std::size_t>(size)};
}

static Result<> writePrivate(const fs::path &file, const std::string &content)
{
    auto target = AtomicFile::create(file);
    if (!target)
        return Failure(target.error());
    ::fchmod(target->descriptor(), 0600);
    if (auto written = target->write(content); !written)
        return written;
    return target->commit();
}

Result<> saveCertificate(const CertificateAndKey &pair, const fs::path &certificate, const fs::path &key)
{
    const Bio certificateBio(BIO_new(BIO_s_mem()), BIO_free);
    const Bio keyBio(BIO_new(BIO_s_mem()), BIO_free);
    if (PEM_write_bio_X509(certificateBio.get(), pair.certificate()) != 1 ||
        PEM_write_bio_PrivateKey(keyBio.get(), pair.key(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return failed("The certificate cannot be written");
    if (auto saved = writePrivate(key, contentOf(keyBio.get())); !saved)
        return saved;
    return writeFileAtomically(certificate, contentOf(certificateBio.get()));
}

} // namespace drydock::server
