// SPDX-License-Identifier: MIT
#include "core/server/moduleroutes.h"

#include "core/base/encoding.h"
#include "core/server/countedifpossible.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace drydock::server {

using nlohmann::ordered_json;
using registry::ModuleAddress;
using registry::ModuleQuery;
using registry::ModuleVersion;

static constexpr std::size_t pageLimit = 100;

static Result<ModuleAddress> addressOf(const Request &request)
{
    return ModuleAddress::fromParts(request.parameter("namespace"), request.parameter("name"),
                                    request.parameter("system"));
}

static Response jsonResponse(const ordered_json &document)
{
    return Response::json(200, document.dump(-1, ' ', false, ordered_json::error_handler_t::replace));
}

static Failure noModule(const ModuleAddress &address)
{
    return failure("module.not-found", "There is no module " + address.text() + " here.", address.text());
}

static Result<Response> versions(const StationServices &services, const Request &request)
{
    const auto address = addressOf(request);
    if (!address)
        return Failure(address.error());
    const auto found = services.modules.versions(*address);
    if (!found)
        return Failure(found.error());
    if (found->empty())
        return noModule(*address);
    ordered_json list = ordered_json::array();
    for (const ModuleVersion &version : *found)
        list.push_back({{"version", version.version}});
    return jsonResponse({{"modules", {{{"source", address->text()}, {"versions", std::move(list)}}}}});
}

// The checksum makes every client verify the archive; the name makes it recognize the format.
static std::string locationOf(const StationServices &services, const ModuleVersion &version)
{
    const ModuleAddress &address = version.address;
    const std::string name =
        address.nameSpace + "-" + address.name + "-" + address.system + "-" + version.version + ".tar.gz";
    return services.capability.path(version.sha256, name, services.clock.now()) +
           "?archive=tar.gz&checksum=sha256:" + version.sha256;
}

static Result<Response> download(const StationServices &services, const Request &request)
{
    const auto address = addressOf(request);
    if (!address)
        return Failure(address.error());
    const auto version = services.modules.version(*address, request.parameter("version"));
    if (!version)
        return Failure(version.error());
    if (request.method == Method::Get)
        countedIfPossible(services.modules.countDownload(*address, version->version));
    Response response = Response::noContent();
    response.with("X-Terraform-Get", locationOf(services, *version));
    return response;
}

static Result<Response> downloadLatest(const StationServices &services, const Request &request)
{
    const auto address = addressOf(request);
    if (!address)
        return Failure(address.error());
    const auto found = services.modules.list({{}, address->nameSpace, address->name, address->system, 1, 0});
    if (!found)
        return Failure(found.error());
    if (found->empty())
        return noModule(*address);
    Response response;
    response.status = 302;
    response.with("Location",
                  "/v1/modules/" + address->text() + "/" + percentEncode(found->front().version) + "/download");
    return response;
}

static ordered_json summaryOf(const ModuleVersion &version)
{
    const ModuleAddress &address = version.address;
    return {{"id", address.text() + "/" + version.version},
            {"namespace", address.nameSpace},
            {"name", address.name},
            {"provider", address.system},
            {"version", version.version},
            {"description", version.description},
            {"published_at", formatTimestamp(version.publishedAt)},
            {"downloads", version.downloads}};
}

static Result<Response> detailOf(const StationServices &services, const ModuleVersion &version)
{
    const auto all = services.modules.versions(version.address);
    if (!all)
        return Failure(all.error());
    ordered_json document = summaryOf(version);
    document["root"] = {{"path", ""}, {"readme", version.readme}};
    document["size"] = version.size;
    document["files"] = version.files;
    document["sha256"] = version.sha256;
    document["versions"] = ordered_json::array();
    for (const ModuleVersion &other : *all)
        document["versions"].push_back(other.version);
    return jsonResponse(document);
}

static Result<Response> detail(const StationServices &services, const Request &request)
{
    const auto address = addressOf(request);
    if (!address)
        return Failure(address.error());
    std::string wanted = request.parameter("version");
    if (wanted.empty()) {
        const auto latest = services.modules.list({{}, address->nameSpace, address->name, address->system, 1, 0});
        if (!latest)
            return Failure(latest.error());
        if (latest->empty())
            return noModule(*address);
        wanted = latest->front().version;
    }
    const auto version = services.modules.version(*address, wanted);
    if (!version)
        return Failure(version.error());
    return detailOf(services, *version);
}

static Result<std::size_t> numberOf(const Request &request, const std::string &name, std::size_t otherwise,
                                    std::size_t most)
{
    const std::string text = request.queryValue(name);
    if (text.empty())
        return otherwise;
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return failure("request.invalid-number", "\"" + name + "\" must be a whole number.");
    return std::min(number, most);
}

static std::string pageUrl(const Request &request, std::size_t limit, std::size_t offset)
{
    std::string url = request.path + "?limit=" + std::to_string(limit) + "&offset=" + std::to_string(offset);
    for (const auto &[name, value] : request.query)
        if (name != "limit" && name != "offset")
            url += "&" + percentEncode(name) + "=" + percentEncode(value);
    return url;
}

static Result<Response> list(const StationServices &services, const Request &request)
{
    const auto limit = numberOf(request, "limit", 15, pageLimit);
    const auto offset = numberOf(request, "offset", 0, 1'000'000);
    if (!limit || !offset)
        return Failure(limit ? offset.error() : limit.error());
    ModuleQuery query{request.queryValue("q"),        request.parameter("namespace"),       request.parameter("name"),
                      request.queryValue("provider"), std::max<std::size_t>(*limit, 1) + 1, *offset};
    if (query.nameSpace.empty())
        query.nameSpace = request.queryValue("namespace");
    auto found = services.modules.list(query);
    if (!found)
        return Failure(found.error());
    const std::size_t size = query.limit - 1;
    ordered_json meta{{"limit", size}, {"current_offset", *offset}};
    if (found->size() > size) {
        found->resize(size);
        meta["next_offset"] = *offset + size;
        meta["next_url"] = pageUrl(request, size, *offset + size);
    }
    if (*offset > 0) {
        const std::size_t before = *offset > size ? *offset - size : 0;
        meta["prev_offset"] = before;
        meta["prev_url"] = pageUrl(request, size, before);
    }
    ordered_json modules = ordered_json::array();
    for (const ModuleVersion &version : *found)
        modules.push_back(summaryOf(version));
    return jsonResponse({{"meta", std::move(meta)}, {"modules", std::move(modules)}});
}

void addModuleRoutes(Router &router, const StationServices &services)
{
    const auto add = [&](const std::string &pattern,
                         Result<Response> (*handler)(const StationServices &, const Request &)) {
        router.get("/v1/modules" + pattern,
                   [services, handler](const Request &request) { return handler(services, request); });
    };
    add("", list);
    add("/search", list);
    add("/{namespace}", list);
    add("/{namespace}/{name}", list);
    add("/{namespace}/{name}/{system}", detail);
    add("/{namespace}/{name}/{system}/versions", versions);
    add("/{namespace}/{name}/{system}/download", downloadLatest);
    add("/{namespace}/{name}/{system}/{version}", detail);
    add("/{namespace}/{name}/{system}/{version}/download", download);
}

} // namespace drydock::server
