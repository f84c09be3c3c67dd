// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

namespace drydock::models {
struct FinderItem;
}

namespace drydock::shell {

class ActionRegistry;
class Finder;

/// The rows of the palette: every enabled action with its shortcut, the recently used ones first.
[[nodiscard]] QList<models::FinderItem> paletteItems(const ActionRegistry &actions);
void openPalette(Finder &finder, const ActionRegistry &actions);

} // namespace drydock::shell
