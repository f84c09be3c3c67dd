// SPDX-License-Identifier: MIT
#include "views/hub/findingbadges.h"

#include "views/controls/severity.h"
#include "views/hub/projecttile.h"
#include "views/models/text.h"

#include <QHBoxLayout>
#include <QLabel>

namespace drydock::hub {

void addFindingBadges(QHBoxLayout &layout, const controls::Theme &theme, const policy::SeverityCounts &open,
                      QWidget *parent)
{
    using controls::Level;
    const std::pair<Level, std::uint32_t> counts[] = {{Level::Critical, open.critical},
                                                      {Level::High, open.high},
                                                      {Level::Medium, open.medium},
                                                      {Level::Low, open.low}};
    for (const auto &[level, count] : counts) {
        if (count > 0)
            layout.addWidget(new controls::SeverityBadge(theme, level, models::countText(count), parent));
    }
    if (open.total() == 0)
        layout.addWidget(new controls::SeverityBadge(theme, Level::Ok, ProjectTile::tr("No open findings"), parent));
    layout.addStretch();
}

} // namespace drydock::hub
