// SPDX-License-Identifier: MIT
#include "core/server/capability.h"

#include "core/base/atomicfile.h"
#include "core/base/encoding.h"
#include "core/base/filereader.h"
#include "core/base/identifier.h"
#include "core/server/folderlock.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>

#include <sys/stat.h>

namespace drydock::server {

namespace fs = std::filesystem;

/// Of two processes that start at once, the second must not replace what the first holds already.
static Result<> createOnce(const fs::path &file)
{
    std::error_code error;
    const fs::path folder = fs::absolute(file, error).parent_path();
    fs::create_directories(folder, error);
    if (error)
        return failure(systemError(error.value(), "The folder for the secret cannot be created", folder.string()));
    const FolderLock lock(folder);
    if (!lock.held())
        return failure(systemError(errno, "The folder for the secret cannot be locked", folder.string()));
    if (fs::exists(file, error))
        return {};
    auto target = AtomicFile::create(file);
    if (!target)
        return Failure(target.error());
    ::fchmod(target->descriptor(), 0600);
    if (auto written = target->write(randomHex(32)); !written)
        return written;
    return target->commit();
}

Result<Capability> Capability::openOrCreate(const fs::path &file)
{
    std::error_code error;
    if (!fs::exists(file, error))
        if (auto created = createOnce(file); !created)
            return Failure(created.error());
    auto secret = readFile(file, 4096);
    if (!secret)
        return Failure(secret.error());
    if (secret->size() < 64)
        return failure("capability.damaged", "The secret for download links is damaged.", file.string(),
                       "Remove the file; a new one is made at the next start.");
    return Capability(std::move(*secret));
}

std::string Capability::sign(std::string_view expiry, std::string_view sha256, std::string_view fileName) const
{
    const std::string text = std::string(expiry) + "\n" + std::string(sha256) + "\n" + std::string(fileName);
    std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
    unsigned int size = 0;
    HMAC(EVP_sha256(), m_secret.data(), static_cast<int>(m_secret.size()),
         reinterpret_cast<const unsigned char *>(text.data()), text.size(), mac.data(), &size);
    return base64UrlEncode({reinterpret_cast<const char *>(mac.data()), size});
}

std::string Capability::path(std::string_view sha256, std::string_view fileName, Timestamp now) const
{
    const auto hour = std::chrono::floor<std::chrono::hours>(now) + std::chrono::hours(2);
    const std::string expiry =
        std::to_string(std::chrono::duration_cast<std::chrono::seconds>(hour.time_since_epoch()).count());
    return "/blobs/" + expiry + "." + sign(expiry, sha256, fileName) + "/" + std::string(sha256) + "/" +
           percentEncode(fileName);
}

Result<> Capability::check(std::string_view token, std::string_view sha256, std::string_view fileName,
                           Timestamp now) const
{
    const std::size_t dot = token.find('.');
    const std::string_view expiry = token.substr(0, dot);
    const std::string expected = sign(expiry, sha256, fileName);
    const std::string_view given = dot == std::string_view::npos ? std::string_view() : token.substr(dot + 1);
    if (given.size() != expected.size() || CRYPTO_memcmp(given.data(), expected.data(), expected.size()) != 0)
        return failure("capability.invalid", "This download link is not valid.", {}, "Ask the registry for a new one.");
    std::int64_t seconds = 0;
    std::from_chars(expiry.data(), expiry.data() + expiry.size(), seconds);
    if (Timestamp(std::chrono::seconds(seconds)) <= now)
        return failure("capability.expired", "This download link has expired.", {}, "Ask the registry for a new one.");
    return {};
}

} // namespace drydock::server
