// SPDX-License-Identifier: MIT
#include "core/base/sha256.h"

#include "core/base/encoding.h"

#include <openssl/evp.h>

#include <cerrno>
#include <cstdio>
#include <vector>

namespace drydock {

struct Sha256::Context
{
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> evp{EVP_MD_CTX_new(), EVP_MD_CTX_free};
};

Sha256::Sha256()
    : m_context(std::make_unique<Context>())
{
    EVP_DigestInit_ex(m_context->evp.get(), EVP_sha256(), nullptr);
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256 &&) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&) noexcept = default;

void Sha256::update(std::string_view bytes)
{
    EVP_DigestUpdate(m_context->evp.get(), bytes.data(), bytes.size());
}

void Sha256::update(std::span<const std::byte> bytes)
{
    EVP_DigestUpdate(m_context->evp.get(), bytes.data(), bytes.size());
}

Sha256Digest Sha256::finish()
{
    Sha256Digest digest{};
    EVP_DigestFinal_ex(m_context->evp.get(), digest.data(), nullptr);
    return digest;
}

std::string Sha256::finishHex()
{
    return hexEncode(finish());
}

std::string sha256Hex(std::string_view bytes)
{
    Sha256 hash;
    hash.update(bytes);
    return hash.finishHex();
}

Result<std::string> sha256HexOfFile(const std::filesystem::path &file)
{
    std::unique_ptr<std::FILE, int (*)(std::FILE *)> handle(std::fopen(file.c_str(), "rb"), std::fclose);
    if (!handle)
        return failure(systemError(errno, "The file cannot be opened", file.string()));
    Sha256 hash;
    std::vector<std::byte> buffer(1 << 18);
    std::size_t count = 0;
    while ((count = std::fread(buffer.data(), 1, buffer.size(), handle.get())) > 0)
        hash.update(std::span<const std::byte>(buffer.data(), count));
    if (std::ferror(handle.get()))
        return failure(systemError(errno, "The file cannot be read", file.string()));
    return hash.finishHex();
}

} // namespace drydock
