// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace drydock::server {

/// A file sent as the body, as a whole or the range that the client asked for.
struct FileBody
{
    std::filesystem::path file;
    std::string entityTag; ///< without quotes; must change with the content
};

/// What a handler answers. Content-Length, Date, Connection and, for files, Accept-Ranges and ETag are added when sent.
struct Response
{
    int status = 200;
    std::vector<std::pair<std::string, std::string>> fields;
    std::string body;
    std::optional<FileBody> file; ///< instead of `body`

    [[nodiscard]] static Response json(int status, std::string body);
    /// {"errors":["message"]}
    [[nodiscard]] static Response error(int status, std::string_view message);
    [[nodiscard]] static Response noContent();
    [[nodiscard]] static Response sendFile(std::filesystem::path file, std::string entityTag, std::string mediaType);
    Response &with(std::string name, std::string value);
};

/// The response for an operation that failed: codes ending in `not-found` give 404, `address.invalid`,
/// `platform.invalid`, `version.invalid` and `request.*` 400, everything else 500 without details.
[[nodiscard]] Response responseFor(const Error &error);

} // namespace drydock::server
