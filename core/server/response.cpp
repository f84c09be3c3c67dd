// SPDX-License-Identifier: MIT
#include "core/server/response.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace drydock::server {

Response Response::json(int status, std::string body)
{
    Response response;
    response.status = status;
    response.body = std::move(body);
    return std::move(response.with("Content-Type", "application/json"));
}

Response Response::error(int status, std::string_view message)
{
    const nlohmann::json document{{"errors", {message}}};
    return json(status, document.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

Response Response::noContent()
{
    Response response;
    response.status = 204;
    return response;
}

Response Response::sendFile(std::filesystem::path file, std::string entityTag, std::string mediaType)
{
    Response response;
    response.file = FileBody{std::move(file), std::move(entityTag)};
    return std::move(response.with("Content-Type", std::move(mediaType)));
}

Response &Response::with(std::string name, std::string value)
{
    fields.emplace_back(std::move(name), std::move(value));
    return *this;
}

Response responseFor(const Error &error)
{
    const std::string_view code = error.code;
    const std::string text = error.hint.empty() ? error.message : error.message + " " + error.hint;
    if (code.ends_with("not-found"))
        return Response::error(404, text);
    if (code == "address.invalid" || code == "platform.invalid" || code == "version.invalid" ||
        code == "blob.invalid-name" || code.starts_with("request."))
        return Response::error(400, text);
    if (code.starts_with("capability."))
        return Response::error(403, text);
    // What went wrong inside is for the log, not for the client.
    return Response::error(500, "The station could not answer; its log says why.");
}

} // namespace drydock::server
