// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/server/requesthead.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

namespace drydock::server {

/// Reads one HTTP/1 request from bytes as they come, first the head, then the body, which is handed on without a copy.
/// Strict where servers in a chain could disagree: no second Content-Length, none together with Transfer-Encoding, no
/// transfer encoding but `chunked`.
class RequestParser
{
public:
    RequestParser(std::size_t headBytes, std::size_t fields);
    ~RequestParser();
    RequestParser(const RequestParser &) = delete;
    RequestParser &operator=(const RequestParser &) = delete;

    /// Returns how many bytes were taken; give the others again together with what follows. Call until headDone().
    [[nodiscard]] std::size_t feedHead(std::string_view bytes);
    /// After the head. `limit` counts for the whole body (problem 413).
    [[nodiscard]] std::size_t feedBody(std::string_view bytes, std::uint64_t limit,
                                       const std::function<Result<>(std::string_view)> &sink);

    [[nodiscard]] bool headDone() const;
    [[nodiscard]] bool done() const; ///< head and body
    [[nodiscard]] const std::optional<HttpProblem> &problem() const;
    [[nodiscard]] const std::optional<Error> &sinkError() const; ///< when the sink failed
    [[nodiscard]] RequestHead &head();

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace drydock::server
