// SPDX-License-Identifier: MIT
#pragma once

#include "core/server/response.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace drydock::server {

enum class Connection11 { KeepAlive, Close };

[[nodiscard]] std::string_view reasonPhrase(int status);

/// Status line and fields with the empty line after them. Control characters in values become spaces, so that no value
/// can end its line.
[[nodiscard]] std::string responseHead(const Response &response, std::uint64_t contentLength, Connection11 connection);

} // namespace drydock::server
