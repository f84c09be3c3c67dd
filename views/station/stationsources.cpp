// SPDX-License-Identifier: MIT
#include "views/station/stationsources.h"

#include "app/wiring/stationworkspace.h"
#include "core/mirror/providermirror.h"
#include "core/registry/moduleregistry.h"
#include "core/registry/providerregistry.h"
#include "views/models/text.h"
#include "views/station/stationcontroller.h"

#include <limits>

using drydock::models::PublishedRow;
using drydock::models::toText;

namespace drydock::station {

PublishedSource moduleSource(StationController &station)
{
    return [&station](const Task &task) -> Result<QList<PublishedRow>> {
        const auto workspace = station.workspace();
        if (!workspace)
            return failure(workspace.error());
        registry::ModuleQuery query;
        query.limit = std::numeric_limits<int>::max();
        const auto newest = (*workspace)->modules().list(query);
        if (!newest)
            return failure(newest.error());
        QList<PublishedRow> rows;
        for (const registry::ModuleVersion &module : *newest) {
            if (const Result<> going = task.check(); !going)
                return failure(going.error());
            const auto versions = (*workspace)->modules().versions(module.address);
            if (!versions)
                return failure(versions.error());
            for (const registry::ModuleVersion &each : *versions)
                rows << PublishedRow{toText(each.address.text()),
                                     toText(each.version),
                                     toText(each.description),
                                     each.size,
                                     each.downloads,
                                     each.publishedAt,
                                     toText(each.sha256)};
        }
        return rows;
    };
}

PublishedSource providerSource(StationController &station)
{
    return [&station](const Task &) -> Result<QList<PublishedRow>> {
        const auto workspace = station.workspace();
        if (!workspace)
            return failure(workspace.error());
        const auto providers = (*workspace)->providers().list();
        if (!providers)
            return failure(providers.error());
        QList<PublishedRow> rows;
        for (const registry::ProviderVersion &each : *providers) {
            PublishedRow row{toText(each.address.text()), toText(each.version), {}, 0, 0, each.publishedAt,
                             toText(each.shasums)};
            QStringList platforms;
            for (const registry::ProviderPlatform &platform : each.platforms) {
                platforms << toText(platform.platform.text());
                row.size += platform.size;
                row.downloads += platform.downloads;
            }
            row.detail = platforms.join(QStringLiteral(", "));
            rows << row;
        }
        return rows;
    };
}

PublishedSource mirrorSource(StationController &station)
{
    return [&station](const Task &) -> Result<QList<PublishedRow>> {
        const auto workspace = station.workspace();
        if (!workspace)
            return failure(workspace.error());
        const auto archives = (*workspace)->mirror().list();
        if (!archives)
            return failure(archives.error());
        QList<PublishedRow> rows;
        for (const mirror::MirrorArchive &each : *archives)
            rows << PublishedRow{toText(each.address.text()),
                                 toText(each.version),
                                 toText(each.platform.text()),
                                 each.size,
                                 each.downloads,
                                 each.addedAt,
                                 toText(each.sha256)};
        return rows;
    };
}

} // namespace drydock::station
