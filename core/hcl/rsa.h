// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace drydock::hcl {

/// Decrypts PKCS #1 v1.5 with a PEM key that has no passphrase. Codes `hcl.rsa-key` and `hcl.rsa`; no message holds
/// any of the key. OpenSSL stays behind this header. Private to this folder.
[[nodiscard]] Result<std::string> rsaDecrypt(std::string_view ciphertext, std::string_view pem);

} // namespace drydock::hcl
