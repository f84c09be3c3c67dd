// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace drydock::registry {

/// The station's OpenPGP key, kept by GnuPG in a home folder of its own (mode 0700) and made at first use. Any thread.
class SigningKey
{
public:
    /// `home` is created if it is missing. Codes: `signing.unavailable` (GnuPG is not installed), `signing.failed`.
    [[nodiscard]] static Result<SigningKey> openOrCreate(const std::filesystem::path &home);

    /// A binary detached signature over exactly these bytes.
    [[nodiscard]] Result<std::string> sign(std::string_view bytes) const;
    /// The last 16 hexadecimal digits of the fingerprint, upper case.
    [[nodiscard]] std::string keyId() const;
    [[nodiscard]] const std::string &fingerprint() const { return m_fingerprint; }
    /// The public key, ASCII-armored.
    [[nodiscard]] const std::string &publicKey() const { return m_publicKey; }

private:
    SigningKey() = default;

    std::filesystem::path m_home;
    std::string m_fingerprint;
    std::string m_publicKey;
};

} // namespace drydock::registry
