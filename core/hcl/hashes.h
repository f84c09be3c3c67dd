// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace drydock::hcl {

enum class HashAlgorithm : std::uint8_t { Md5, Sha1, Sha256, Sha512 };

/// The digest's raw bytes. OpenSSL stays behind this header. Private to this folder.
[[nodiscard]] std::string hashBytes(HashAlgorithm algorithm, std::string_view bytes);
[[nodiscard]] std::string hexText(std::string_view bytes);

} // namespace drydock::hcl
