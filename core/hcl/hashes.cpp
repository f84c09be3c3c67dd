// SPDX-License-Identifier: MIT
#include "core/hcl/hashes.h"

#include "core/base/encoding.h"

#include <openssl/evp.h>

#include <array>

namespace drydock::hcl {

static const EVP_MD *method(HashAlgorithm algorithm)
{
    switch (algorithm) {
    case HashAlgorithm::Md5:
        return EVP_md5();
    case HashAlgorithm::Sha1:
        return EVP_sha1();
    case HashAlgorithm::Sha256:
        return EVP_sha256();
    case HashAlgorithm::Sha512:
        return EVP_sha512();
    }
    return EVP_sha256();
}

std::string hashBytes(HashAlgorithm algorithm, std::string_view bytes)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, method(algorithm), nullptr);
    return {digest.begin(), digest.begin() + length};
}

std::string hexText(std::string_view bytes)
{
    return hexEncode({reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size()});
}

} // namespace drydock::hcl
