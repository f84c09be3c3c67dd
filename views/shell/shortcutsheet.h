// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

namespace drydock::controls {
class Theme;
}

namespace drydock::shell {

class ActionRegistry;

/// All shortcuts by category, searchable.
class ShortcutSheet final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShortcutSheet)

public:
    ShortcutSheet(const controls::Theme &theme, const ActionRegistry &actions, QWidget *parent);
};

} // namespace drydock::shell
