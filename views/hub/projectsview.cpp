// SPDX-License-Identifier: MIT
#include "views/hub/projectsview.h"

#include "views/controls/card.h"
#include "views/controls/chiprow.h"
#include "views/controls/contentstack.h"
#include "views/controls/flowlayout.h"
#include "views/controls/searchfield.h"
#include "views/controls/theme.h"
#include "views/models/text.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using drydock::models::toText;

namespace drydock::hub {

namespace {

constexpr int tileWidth = 340;

} // namespace

ProjectsView::ProjectsView(const controls::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_search(new controls::SearchField(theme, tr("Filter projects"), this))
    , m_chips(new controls::ChipRow(theme, controls::ChipChoice::One, this))
    , m_filterRow(new QWidget(this))
    , m_grid(new QWidget)
    , m_flow(new controls::FlowLayout(m_grid, theme.px(16), theme.px(tileWidth)))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *filters = new QHBoxLayout(m_filterRow);
    filters->setContentsMargins(theme.px(16), theme.px(12), theme.px(16), 0);
    filters->setSpacing(theme.px(12));
    m_search->setMaximumWidth(theme.px(320));
    m_chips->setChips({{u"archived"_s, tr("Archived"), -1, {}}});
    filters->addWidget(m_search, 1);
    filters->addWidget(m_chips);
    filters->addStretch(1);
    layout->addWidget(m_filterRow);

    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    auto *inner = new QWidget(scroll);
    inner->setProperty("kind", u"page"_s);
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16));
    m_firstRun = makeFirstRun();
    auto *centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addWidget(m_firstRun, 4);
    centred->addStretch(1);
    column->addLayout(centred);
    column->addWidget(m_grid);
    column->addStretch();
    scroll->setWidget(inner);
    m_stack = new controls::ContentStack(theme, scroll, this);
    layout->addWidget(m_stack, 1);

    connect(m_search, &QLineEdit::textChanged, this, &ProjectsView::refresh);
    connect(m_chips, &controls::ChipRow::chosenChanged, this, &ProjectsView::refresh);
    connect(m_stack, &controls::ContentStack::retryWanted, this, &ProjectsView::retryWanted);
    connect(m_stack, &controls::ContentStack::emptyActivated, this, [this] { clearFilter(); });
}

QWidget *ProjectsView::makeFirstRun()
{
    auto *card = new controls::Card(m_theme);
    card->setObjectName(u"hub.firstRun"_s);
    card->setMaximumWidth(m_theme.px(640));
    card->setMinimumWidth(m_theme.px(480));
    card->content()->setContentsMargins(m_theme.px(32), m_theme.px(32), m_theme.px(32), m_theme.px(32));
    card->content()->setSpacing(m_theme.px(16));
    auto *title = new QLabel(tr("Welcome to Drydock"), card);
    title->setProperty("tone", u"title"_s);
    auto *text =
        new QLabel(tr("Generate Terraform and OpenTofu configurations, review them against policies, compare versions "
                      "and share modules with your team. Everything stays on this machine until you share it."),
                   card);
    text->setWordWrap(true);
    text->setProperty("tone", u"muted"_s);
    card->content()->addWidget(title);
    card->content()->addWidget(text);
    const auto add = [this, card](const QString &caption, const QString &hint, const QString &icon, const QString &kind,
                                  auto signal) {
        auto *row = new QHBoxLayout;
        row->setSpacing(m_theme.px(16));
        auto *button = new QPushButton(caption, card);
        button->setProperty("kind", kind);
        button->setMinimumWidth(m_theme.px(160));
        button->setIcon(m_theme.icon(icon, kind.isEmpty() ? controls::ColorRole::Text : controls::ColorRole::OnAccent));
        auto *label = new QLabel(hint, card);
        label->setWordWrap(true);
        label->setProperty("tone", u"muted"_s);
        row->addWidget(button, 0, Qt::AlignTop);
        row->addWidget(label, 1);
        card->content()->addLayout(row);
        connect(button, &QPushButton::clicked, this, signal);
    };
    add(tr("Open a folder"), tr("Registers a folder with configurations where it is; nothing in it is changed."),
        u"document-open-folder"_s, u"primary"_s, &ProjectsView::openFolderWanted);
    add(tr("Create a project"), tr("Starts empty, for configurations made from generators."), u"folder-new"_s, {},
        &ProjectsView::createWanted);
    add(tr("Try the demo"), tr("A landing zone with real mistakes in it, to look around."), u"media-playback-start"_s,
        {}, &ProjectsView::demoWanted);
    return card;
}

void ProjectsView::showLoading()
{
    if (m_tiles.empty())
        m_stack->showLoading();
}

void ProjectsView::showTiles(std::vector<project::ProjectTile> tiles)
{
    m_tiles = std::move(tiles);
    refresh();
}

void ProjectsView::showError(const Error &error)
{
    m_stack->showError(tr("The projects were not loaded. %1").arg(toText(error.message)), toText(error.text()));
}

bool ProjectsView::clearFilter()
{
    if (m_search->text().isEmpty() && m_chips->chosen().isEmpty())
        return false;
    m_chips->setChosen({});
    m_search->clear();
    refresh();
    return true;
}

void ProjectsView::refresh()
{
    m_flow->clear();
    const QString wanted = m_search->text().trimmed();
    const bool archived = !m_chips->chosen().isEmpty();
    const auto archivedCount = std::count_if(m_tiles.begin(), m_tiles.end(), [](const project::ProjectTile &each) {
        return each.project.state == project::ProjectState::Archived;
    });
    m_chips->setVisible(archivedCount > 0);
    int shown = 0;
    for (const project::ProjectTile &each : m_tiles) {
        const bool isArchived = each.project.state == project::ProjectState::Archived;
        const QString text = toText(each.project.name) + u' ' + toText(each.project.description) + u' ' +
                             models::pathText(each.project.root);
        if (isArchived != archived || !text.contains(wanted, Qt::CaseInsensitive))
            continue;
        auto *tile = new ProjectTile(m_theme, each, m_grid);
        connect(tile, &ProjectTile::wanted, this,
                [this, project = each.project](TileCommand command) { Q_EMIT this->wanted(command, project); });
        m_flow->addWidget(tile);
        tile->show();
        ++shown;
    }
    m_firstRun->setVisible(m_tiles.empty());
    m_filterRow->setVisible(m_tiles.size() > 3 || archivedCount > 0 || !wanted.isEmpty());
    if (shown == 0 && !m_tiles.empty()) {
        if (wanted.isEmpty() && !archived)
            m_stack->showEmpty(u"folder"_s, tr("All projects are archived."));
        else
            m_stack->showEmpty(u"edit-find"_s, tr("No project matches this filter."), tr("Clear the filter"));
    } else {
        m_stack->showContent();
    }
}

} // namespace drydock::hub
