// SPDX-License-Identifier: MIT
#pragma once

#include "core/policy/finding.h"

class QHBoxLayout;
class QWidget;

namespace drydock::controls {
class Theme;
}

namespace drydock::hub {

/// Adds one badge per severity that has open findings; a calm sentence when there are none.
void addFindingBadges(QHBoxLayout &layout, const controls::Theme &theme, const policy::SeverityCounts &open,
                      QWidget *parent);

} // namespace drydock::hub
