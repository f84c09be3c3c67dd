// SPDX-License-Identifier: MIT
#pragma once

#include "core/server/request.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace drydock::server {

/// Why a request is refused before any handler sees it.
struct HttpProblem
{
    int status = 400;
    std::string message;
};

/// A request's head as it was sent: syntax checked, meaning not.
struct RequestHead
{
    std::string method;
    std::string target;
    int version = 11;                                        ///< 10 or 11
    std::vector<std::pair<std::string, std::string>> fields; ///< names in lower case
    std::optional<std::uint64_t> contentLength;
    bool chunked = false;
    bool expectsContinue = false;
    bool keepAlive = false;

    [[nodiscard]] bool hasBody() const { return chunked || contentLength.value_or(0) > 0; }
};

/// Checks what a parser of the syntax leaves open: exactly one valid Host for HTTP/1.1 (RFC 9112 section 3.2), a known
/// method, a target in origin or absolute form, each part decoded once and none of them leading elsewhere.
[[nodiscard]] tl::expected<Request, HttpProblem> requestFrom(RequestHead head);

} // namespace drydock::server
