// SPDX-License-Identifier: MIT
#include "views/shell/commandpalette.h"

#include "views/shell/actionregistry.h"
#include "views/shell/finder.h"

#include <algorithm>

using drydock::models::FinderItem;

namespace drydock::shell {

namespace {

constexpr int recentBoost = 8;

QString plainText(QString text)
{
    return text.remove(QLatin1Char('&'));
}

} // namespace

QList<FinderItem> paletteItems(const ActionRegistry &actions)
{
    const QStringList recent = actions.recent();
    QList<FinderItem> items;
    const auto entries = actions.entries();
    for (const ActionRegistry::Entry &entry : entries) {
        const QAction &action = *entry.action;
        if (!action.isEnabled() || !action.isVisible())
            continue;
        const qsizetype rank = recent.indexOf(action.objectName());
        const int boost = rank < 0 ? 0 : recentBoost + static_cast<int>(recent.size() - rank);
        items << FinderItem{action.objectName(),
                            plainText(action.text()),
                            entry.category,
                            {},
                            action.property("iconName").toString(),
                            action.shortcut().toString(QKeySequence::NativeText),
                            boost};
    }
    std::stable_sort(items.begin(), items.end(),
                     [](const FinderItem &a, const FinderItem &b) { return a.boost > b.boost; });
    return items;
}

void openPalette(Finder &finder, const ActionRegistry &actions)
{
    finder.open(Finder::tr("Type a command"), paletteItems(actions), [&actions](const FinderItem &item) {
        if (QAction *action = actions.find(item.id))
            action->trigger();
    });
}

} // namespace drydock::shell
