// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace drydock::server {

/// Signed, short-lived paths to blobs. Clients send no credentials when they fetch archives, SHA256SUMS and signatures
/// (the hashes in them are public, in lock files), so the path itself is what permits the download.
class Capability
{
public:
    /// Reads the workspace's secret from `file`, or makes it (32 random bytes, mode 0600).
    [[nodiscard]] static Result<Capability> openOrCreate(const std::filesystem::path &file);

    /// `/blobs/<token>/<sha256>/<fileName>`, valid for at least an hour and at most two; the same within an hour, so
    /// that clients fetch it once.
    [[nodiscard]] std::string path(std::string_view sha256, std::string_view fileName, Timestamp now) const;
    /// Codes: `capability.invalid`, `capability.expired`.
    [[nodiscard]] Result<> check(std::string_view token, std::string_view sha256, std::string_view fileName,
                                 Timestamp now) const;

private:
    explicit Capability(std::string secret)
        : m_secret(std::move(secret))
    {
    }
    [[nodiscard]] std::string sign(std::string_view expiry, std::string_view sha256, std::string_view fileName) const;

    std::string m_secret;
};

} // namespace drydock::server
