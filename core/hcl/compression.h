// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace drydock::hcl {

/// What `bytes` are as a gzip stream. zlib stays behind this header. Private to this folder.
[[nodiscard]] std::string gzip(std::string_view bytes);

/// What a gzip stream (several members allowed) holds, at most `limit` bytes. Code `hcl.gzip`.
[[nodiscard]] Result<std::string> gunzip(std::string_view bytes, std::size_t limit);

} // namespace drydock::hcl
