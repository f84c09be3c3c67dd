// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/codeeditor/assistance.h"

namespace drydock::controls {

/// The changes that turn `before` into `after`, whole lines only where they differ: sorted and disjoint.
[[nodiscard]] QList<TextChange> differingLines(const QString &before, const QString &after);

} // namespace drydock::controls
