// SPDX-License-Identifier: MIT
#include "core/server/stationroutes.h"

#include "core/server/countedifpossible.h"
#include "core/server/moduleroutes.h"
#include "core/server/providerroutes.h"

#include <nlohmann/json.hpp>

namespace drydock::server {

using nlohmann::ordered_json;

static Result<Response> health(const StationServices &services)
{
    // The database is asked, since a station that cannot read it serves nobody.
    const auto readable = services.modules.list({{}, {}, {}, {}, 1, 0});
    const ordered_json document{{"status", readable ? "ok" : "unavailable"}, {"version", DRYDOCK_VERSION}};
    return Response::json(readable ? 200 : 503, document.dump());
}

static Result<Response> discovery(const Request &)
{
    // Clients drop the last segment of a service's URL unless it ends with a slash.
    const ordered_json document{{"modules.v1", "/v1/modules/"}, {"providers.v1", "/v1/providers/"}};
    return Response::json(200, document.dump());
}

static std::string mediaTypeOf(std::string_view fileName)
{
    // Never gzip as a content coding: clients would unpack a tar.gz twice.
    if (fileName.ends_with(".zip"))
        return "application/zip";
    return fileName.ends_with(".tar.gz") ? "application/gzip" : "application/octet-stream";
}

static Result<Response> blob(const StationServices &services, const Request &request)
{
    const std::string &sha256 = request.parameter("sha256");
    const std::string &name = request.parameter("name");
    if (auto allowed = services.capability.check(request.parameter("token"), sha256, name, services.clock.now());
        !allowed)
        return Failure(allowed.error());
    auto file = services.blobs.find(sha256);
    if (!file)
        return Failure(file.error());
    // Counted once: clients ask with HEAD first, and resume with a range that does not begin at 0.
    const auto range = request.field("range");
    if (request.method == Method::Get && name.ends_with(".zip") && (!range || range->starts_with("bytes=0-")))
        countedIfPossible(services.mirror.countDownload(sha256));
    Response response = Response::sendFile(std::move(*file), sha256, mediaTypeOf(name));
    response.with("Cache-Control", "private, immutable, max-age=3600");
    return response;
}

Router stationRoutes(const StationServices &services)
{
    Router router;
    router.get("/healthz", [services](const Request &) { return health(services); });
    router.get("/.well-known/terraform.json", discovery);
    addModuleRoutes(router, services);
    addProviderRoutes(router, services);
    router.get("/blobs/{token}/{sha256}/{name}",
               [services](const Request &request) { return blob(services, request); });
    return router;
}

} // namespace drydock::server
