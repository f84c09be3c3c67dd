// SPDX-License-Identifier: MIT
#include "views/shell/shortcutsheet.h"

#include "views/controls/searchfield.h"
#include "views/controls/theme.h"
#include "views/shell/actionregistry.h"

#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace drydock::shell {

ShortcutSheet::ShortcutSheet(const controls::Theme &theme, const ActionRegistry &actions, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    resize(theme.px(560), theme.px(560));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16));
    layout->setSpacing(theme.px(8));
    auto *search = new controls::SearchField(theme, tr("Filter commands or keys"), this);
    auto *tree = new QTreeWidget(this);
    tree->setHeaderLabels({tr("Command"), tr("Shortcut")});
    tree->setUniformRowHeights(true);
    tree->setAccessibleName(windowTitle());
    QHash<QString, QTreeWidgetItem *> groups;
    const auto entries = actions.entries();
    for (const ActionRegistry::Entry &entry : entries) {
        QTreeWidgetItem *&group = groups[entry.category];
        if (!group)
            group = new QTreeWidgetItem(tree, {entry.category});
        group->setSizeHint(0, QSize(0, theme.rowHeight()));
        QStringList keys;
        const auto shortcuts = entry.action->shortcuts();
        for (const QKeySequence &shortcut : shortcuts)
            keys << shortcut.toString(QKeySequence::NativeText);
        new QTreeWidgetItem(group, {entry.action->text().remove(QLatin1Char('&')), keys.join(QStringLiteral(", "))});
    }
    tree->expandAll();
    tree->header()->resizeSection(0, theme.px(340));
    layout->addWidget(search);
    layout->addWidget(tree, 1);
    connect(search, &QLineEdit::textChanged, tree, [tree](const QString &text) {
        for (int top = 0; top < tree->topLevelItemCount(); ++top) {
            QTreeWidgetItem *group = tree->topLevelItem(top);
            int shown = 0;
            for (int row = 0; row < group->childCount(); ++row) {
                QTreeWidgetItem *item = group->child(row);
                const bool hit = item->text(0).contains(text, Qt::CaseInsensitive) ||
                                 item->text(1).contains(text, Qt::CaseInsensitive);
                item->setHidden(!hit);
                shown += hit ? 1 : 0;
            }
            group->setHidden(shown == 0);
        }
    });
}

} // namespace drydock::shell
