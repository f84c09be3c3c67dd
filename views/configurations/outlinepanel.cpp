// SPDX-License-Identifier: MIT
#include "views/configurations/outlinepanel.h"

#include "views/controls/searchfield.h"
#include "views/controls/theme.h"

#include <QHeaderView>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace drydock::configurations {

namespace {

enum Role { LineRole = Qt::UserRole, ColumnRole, EndRole };

} // namespace

bool OutlineEntry::operator==(const OutlineEntry &other) const
{
    return name == other.name && kind == other.kind && detail == other.detail && line == other.line &&
           column == other.column && endLine == other.endLine && children == other.children;
}

OutlinePanel::OutlinePanel(const controls::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_filter(new controls::SearchField(theme, tr("Filter the outline")))
    , m_tree(new QTreeWidget)
{
    m_tree->setObjectName(u"outline"_s);
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(theme.px(14));
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->setAccessibleName(tr("Outline"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(theme.px(8), theme.px(8), theme.px(8), theme.px(4));
    top->addWidget(m_filter);
    column->addLayout(top);
    column->addWidget(m_tree, 1);
    const auto open = [this](const QTreeWidgetItem *item) {
        Q_EMIT placeWanted(item->data(0, LineRole).toInt(), item->data(0, ColumnRole).toInt());
    };
    connect(m_tree, &QTreeWidget::itemActivated, this, open);
    connect(m_tree, &QTreeWidget::itemClicked, this, open);
    connect(m_filter, &QLineEdit::textChanged, this, &OutlinePanel::filter);
    connect(&theme, &controls::Theme::changed, this, [this] {
        for (QTreeWidgetItemIterator it(m_tree); *it; ++it)
            (*it)->setForeground(1, m_theme.color(controls::ColorRole::Muted));
    });
}

void OutlinePanel::add(const OutlineEntry &entry, QTreeWidgetItem *parent)
{
    auto *item = parent ? new QTreeWidgetItem(parent) : new QTreeWidgetItem(m_tree);
    item->setText(0, entry.name);
    // A resource says what it is by its type; the room is for the name.
    item->setText(1, entry.kind == "resource"_L1 ? QString() : entry.kind);
    item->setToolTip(0, entry.detail.isEmpty() ? entry.name : u"%1: %2"_s.arg(entry.name, entry.detail));
    item->setForeground(1, m_theme.color(controls::ColorRole::Muted));
    if (!entry.iconName.isEmpty())
        item->setIcon(0, m_theme.icon(entry.iconName, controls::ColorRole::Muted));
    item->setData(0, LineRole, entry.line);
    item->setData(0, ColumnRole, entry.column);
    item->setData(0, EndRole, entry.endLine);
    for (const OutlineEntry &child : entry.children)
        add(child, item);
}

void OutlinePanel::setEntries(const QList<OutlineEntry> &entries)
{
    // Most keys change nothing of it: what is folded and scrolled stays.
    if (entries == m_entries)
        return;
    m_entries = entries;
    m_tree->setUpdatesEnabled(false);
    m_tree->clear();
    for (const OutlineEntry &entry : entries)
        add(entry, nullptr);
    m_tree->expandAll();
    filter();
    m_tree->setUpdatesEnabled(true);
    follow(m_line);
}

void OutlinePanel::follow(int line)
{
    m_line = line;
    QTreeWidgetItem *inside = nullptr;
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it) {
        if ((*it)->data(0, LineRole).toInt() <= line && line <= (*it)->data(0, EndRole).toInt())
            inside = *it; // children come after their parents
    }
    const QSignalBlocker quiet(m_tree);
    m_tree->setCurrentItem(inside);
    if (inside)
        m_tree->scrollToItem(inside);
}

void OutlinePanel::filter()
{
    const QString wanted = m_filter->text();
    // A parent stays as long as one of its children does.
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it)
        (*it)->setHidden(!wanted.isEmpty() && !(*it)->text(0).contains(wanted, Qt::CaseInsensitive));
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it) {
        if (!(*it)->isHidden()) {
            for (QTreeWidgetItem *above = (*it)->parent(); above; above = above->parent())
                above->setHidden(false);
        }
    }
}

} // namespace drydock::configurations
