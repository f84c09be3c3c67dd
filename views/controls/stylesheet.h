// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QPalette;

namespace drydock::controls {

class Theme;

/// The looks of plain widgets, from tokens and zoom. Widgets choose a variant by properties:
/// QLabel `tone` = muted | title | section | number | critical | high | medium | low | ok | accent;
/// QPushButton and QToolButton `kind` = primary | link | flat | danger;
/// QFrame `kind` = card | panel | line; QWidget `kind` = page.
[[nodiscard]] QString styleSheet(const Theme &theme);
[[nodiscard]] QPalette themePalette(const Theme &theme);

} // namespace drydock::controls
