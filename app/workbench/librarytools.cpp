// SPDX-License-Identifier: MIT
#include "app/workbench/librarytools.h"

#include "app/wiring/reviewtools.h"
#include "app/wiring/stationworkspace.h"
#include "core/registry/moduleaddress.h"
#include "core/registry/moduleregistry.h"
#include "views/station/stationcontroller.h"

namespace drydock::workbench {

library::LibraryTools libraryTools(station::StationController &station)
{
    library::LibraryTools tools;
    tools.publish = [&station](const std::filesystem::path &folder, const std::string &address,
                               const std::string &version, const Task &task) -> Result<> {
        const auto parsed = registry::ModuleAddress::parse(address);
        if (!parsed)
            return failure(parsed.error());
        const auto workspace = station.workspace();
        if (!workspace)
            return failure(workspace.error());
        const auto published = (*workspace)->modules().publishFolder(folder, *parsed, version, task);
        return published ? Result<>() : failure(published.error());
    };
    tools.review = [review = wiring::reviewTools().review](const std::filesystem::path &folder, const Task &task) {
        return review(folder, project::ReviewRequest{}, task);
    };
    return tools;
}

} // namespace drydock::workbench
