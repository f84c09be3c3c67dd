// SPDX-License-Identifier: MIT
#include "app/workbench/librarytools.h"

#include "app/wiring/services.h"
#include "app/wiring/stationworkspace.h"
#include "core/mirror/providermirror.h"
#include "core/registry/moduleaddress.h"
#include "core/registry/moduleregistry.h"
#include "views/station/stationcontroller.h"

namespace drydock::workbench {

generate::CheckTools checkTools(const wiring::Services &services, station::StationController &station)
{
    generate::CheckTools tools{services.reviewTools(), {}};
    tools.linkProviders = [&station](const std::filesystem::path &folder) -> Result<std::vector<std::string>> {
        const auto workspace = station.workspace();
        if (!workspace)
            return failure(workspace.error());
        const auto linked = (*workspace)->mirror().linkPackages(folder);
        if (!linked)
            return failure(linked.error());
        std::vector<std::string> sources;
        for (const registry::ProviderAddress &source : *linked)
            sources.push_back(source.text());
        return sources;
    };
    return tools;
}

library::LibraryTools libraryTools(const wiring::Services &services, station::StationController &station)
{
    library::LibraryTools tools;
    tools.publish = [&station](const std::filesystem::path &folder, const std::string &address,
                               const std::string &version, const Task &task) -> Result<std::vector<std::string>> {
        const auto parsed = registry::ModuleAddress::parse(address);
        if (!parsed)
            return failure(parsed.error());
        const auto workspace = station.workspace();
        if (!workspace)
            return failure(workspace.error());
        auto published = (*workspace)->modules().publishFolder(folder, *parsed, version, task);
        if (!published)
            return failure(published.error());
        return std::move(published->warnings);
    };
    tools.review = [review = services.reviewTools().review](const std::filesystem::path &folder, const Task &task) {
        return review(folder, project::ReviewRequest{}, task);
    };
    return tools;
}

} // namespace drydock::workbench
