// SPDX-License-Identifier: MIT
#include "core/server/providerroutes.h"

#include "core/registry/packagehash.h"
#include "core/server/countedifpossible.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace drydock::server {

using nlohmann::ordered_json;
using registry::Platform;
using registry::ProviderAddress;
using registry::ProviderPlatform;
using registry::ProviderVersion;

static Result<ProviderAddress> localAddress(const Request &request)
{
    return ProviderAddress::fromParts({}, request.parameter("namespace"), request.parameter("type"));
}

static Result<Response> versions(const StationServices &services, const Request &request)
{
    const auto address = localAddress(request);
    if (!address)
        return Failure(address.error());
    const auto found = services.providers.versions(*address);
    if (!found)
        return Failure(found.error());
    if (found->empty())
        return failure("provider.not-found", "There is no provider " + address->text() + " here.", address->text());
    ordered_json list = ordered_json::array();
    for (const ProviderVersion &version : *found) {
        ordered_json platforms = ordered_json::array();
        for (const ProviderPlatform &platform : version.platforms)
            platforms.push_back({{"os", platform.platform.os}, {"arch", platform.platform.arch}});
        list.push_back(
            {{"version", version.version}, {"protocols", version.protocols}, {"platforms", std::move(platforms)}});
    }
    return Response::json(200, ordered_json{{"id", address->text()}, {"versions", std::move(list)}}.dump());
}

// Hashes of all platforms: with them one init of OpenTofu writes a lock file that is good on every platform.
static ordered_json packagesOf(const ProviderVersion &version)
{
    ordered_json packages = ordered_json::object();
    for (const ProviderPlatform &platform : version.platforms)
        packages[platform.platform.text()] = {{"hashes", {registry::zipHash(platform.sha256), platform.h1}},
                                              {"package_size", platform.size}};
    return packages;
}

static ordered_json downloadDocument(const StationServices &services, const ProviderVersion &version,
                                     const ProviderPlatform &platform)
{
    const auto path = [&](const std::string &sha256, const std::string &name) {
        return services.capability.path(sha256, name, services.clock.now());
    };
    const std::string sums = "terraform-provider-" + version.address.type + "_" + version.version + "_SHA256SUMS";
    return {{"protocols", version.protocols},
            {"os", platform.platform.os},
            {"arch", platform.platform.arch},
            {"filename", platform.fileName},
            {"download_url", path(platform.sha256, platform.fileName)},
            {"shasum", platform.sha256},
            {"shasums_url", path(version.shasums, sums)},
            {"shasums_signature_url", path(version.signature, sums + ".sig")},
            {"signing_keys",
             {{"gpg_public_keys",
               {{{"key_id", version.keyId},
                 {"ascii_armor", version.publicKey},
                 {"trust_signature", ""},
                 {"source", "Drydock station"},
                 {"source_url", ""}}}}}},
            {"packages", packagesOf(version)}};
}

static Result<Response> download(const StationServices &services, const Request &request)
{
    const auto address = localAddress(request);
    const auto platform = Platform::parse(request.parameter("os") + "_" + request.parameter("arch"));
    if (!address || !platform)
        return Failure(address ? platform.error() : address.error());
    const auto version = services.providers.version(*address, request.parameter("version"));
    if (!version)
        return Failure(version.error());
    const auto found = std::find_if(version->platforms.begin(), version->platforms.end(),
                                    [&](const ProviderPlatform &p) { return p.platform == *platform; });
    if (found == version->platforms.end())
        return failure("provider.platform-not-found",
                       address->text() + " " + version->version + " has no package for " + platform->text() + ".");
    if (request.method == Method::Get)
        countedIfPossible(services.providers.countDownload(*address, version->version, *platform));
    return Response::json(200, downloadDocument(services, *version, *found).dump());
}

static Result<ProviderAddress> mirrorAddress(const Request &request)
{
    auto address = ProviderAddress::fromParts(request.parameter("host"), request.parameter("namespace"),
                                              request.parameter("type"));
    if (address && address->host.empty())
        return failure("address.invalid", "The address names no host.");
    return address;
}

// index.json and VERSION.json share one pattern: both are one file name in the provider's folder.
static Result<Response> mirrorDocument(const StationServices &services, const Request &request)
{
    const auto address = mirrorAddress(request);
    if (!address)
        return Failure(address.error());
    std::string_view file = request.parameter("file");
    if (!file.ends_with(".json"))
        return failure("mirror.not-found", "There is no such document on the mirror.");
    if (file == "index.json") {
        auto index = services.mirror.indexDocument(*address);
        return index ? Result<Response>(Response::json(200, std::move(*index))) : Failure(index.error());
    }
    file.remove_suffix(5);
    auto document = services.mirror.versionDocument(*address, file, [&](const mirror::MirrorArchive &archive) {
        return services.capability.path(archive.sha256, archive.fileName(), services.clock.now());
    });
    return document ? Result<Response>(Response::json(200, std::move(*document))) : Failure(document.error());
}

void addProviderRoutes(Router &router, const StationServices &services)
{
    const auto add = [&](const std::string &pattern,
                         Result<Response> (*handler)(const StationServices &, const Request &)) {
        router.get(pattern, [services, handler](const Request &request) { return handler(services, request); });
    };
    add("/v1/providers/{namespace}/{type}/versions", versions);
    add("/v1/providers/{namespace}/{type}/{version}/download/{os}/{arch}", download);
    add("/mirror/providers/{host}/{namespace}/{type}/{file}", mirrorDocument);
}

} // namespace drydock::server
