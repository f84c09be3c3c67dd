// SPDX-License-Identifier: MIT
#include "views/hub/projecttile.h"

#include "views/controls/card.h"
#include "views/controls/elidedlabel.h"
#include "views/controls/theme.h"
#include "views/hub/findingbadges.h"
#include "views/models/text.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using drydock::models::toText;

namespace drydock::hub {

ProjectTile::ProjectTile(const controls::Theme &theme, const project::ProjectTile &tile, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_project(tile.project)
{
    setObjectName("tile."_L1 + toText(tile.project.slug));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *card = new controls::Card(theme, controls::CardUse::Clickable, this);
    card->setAccessibleName(tr("Project %1").arg(toText(tile.project.name)));
    outer->addWidget(card);
    connect(card, &controls::Card::activated, this, [this] { Q_EMIT wanted(TileCommand::Open); });

    auto *name = new controls::ElidedLabel(toText(tile.project.name), Qt::ElideRight, card);
    name->setProperty("tone", u"section"_s);
    const bool external = tile.project.origin == project::ProjectOrigin::External;
    const QString about = !tile.project.description.empty() ? toText(tile.project.description)
                          : external                        ? models::pathText(tile.project.root)
                                                            : tr("Kept in the workspace");
    auto *detail = new controls::ElidedLabel(about, external ? Qt::ElideMiddle : Qt::ElideRight, card);
    detail->setProperty("tone", u"small"_s);
    card->content()->addWidget(name);
    card->content()->addWidget(detail);
    card->content()->addSpacing(theme.px(4));
    card->content()->addWidget(makeFindings(tile));
    card->content()->addWidget(makeFacts(tile));
    card->content()->addSpacing(theme.px(4));
    card->content()->addWidget(makeActions());
}

QWidget *ProjectTile::makeFindings(const project::ProjectTile &tile)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(m_theme.px(4));
    if (tile.lastReview) {
        addFindingBadges(*layout, m_theme, tile.open, row);
    } else {
        auto *none = new QLabel(tr("Not reviewed yet"), row);
        none->setProperty("tone", u"muted"_s);
        none->setMinimumHeight(m_theme.px(20));
        layout->addWidget(none);
        layout->addStretch();
    }
    return row;
}

QWidget *ProjectTile::makeFacts(const project::ProjectTile &tile)
{
    QString run = tr("No run yet");
    QString exact;
    if (tile.lastRun) {
        const QString state = tile.lastRun->state == project::RunState::Succeeded
                                  ? QString()
                                  : toText(project::runStateName(tile.lastRun->state)) + u" · "_s;
        run =
            state +
            tr("%1, %2", "run and when").arg(toText(tile.lastRun->title), models::relativeTime(tile.lastRun->created));
        exact = models::exactTime(tile.lastRun->created);
    }
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(m_theme.px(8));
    auto *last = new controls::ElidedLabel(run, Qt::ElideRight, row);
    last->setProperty("tone", u"small"_s);
    if (!exact.isEmpty())
        last->setToolTip(exact);
    auto *assets = new QPushButton(tr("%n asset(s)", nullptr, static_cast<int>(tile.assets)), row);
    assets->setProperty("kind", u"link"_s);
    connect(assets, &QPushButton::clicked, this, [this] { Q_EMIT wanted(TileCommand::Library); });
    layout->addWidget(last, 1);
    layout->addWidget(assets);
    return row;
}

QWidget *ProjectTile::makeActions()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(m_theme.px(8));
    const auto add = [this, row, layout](const QString &text, TileCommand command) {
        auto *button = new QPushButton(text, row);
        connect(button, &QPushButton::clicked, this, [this, command] { Q_EMIT wanted(command); });
        layout->addWidget(button);
        return button;
    };
    const bool archived = m_project.state == project::ProjectState::Archived;
    if (archived) {
        add(tr("Bring back"), TileCommand::Unarchive);
    } else {
        add(tr("Review"), TileCommand::Review)->setObjectName(u"tile.review"_s);
        add(tr("Generate"), TileCommand::Generate);
        add(tr("Show folder"), TileCommand::OpenFolder);
    }
    layout->addStretch();
    auto *more = new QToolButton(row);
    more->setIcon(m_theme.icon(u"overflow-menu"_s, controls::ColorRole::Muted));
    more->setToolTip(tr("More actions for this project"));
    more->setAccessibleName(more->toolTip());
    more->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(more);
    menu->addAction(tr("Rename …"), this, [this] { Q_EMIT wanted(TileCommand::Rename); });
    if (!archived)
        menu->addAction(tr("Archive"), this, [this] { Q_EMIT wanted(TileCommand::Archive); });
    menu->addSeparator();
    menu->addAction(tr("Delete …"), this, [this] { Q_EMIT wanted(TileCommand::Delete); });
    more->setMenu(menu);
    layout->addWidget(more);
    return row;
}

} // namespace drydock::hub
