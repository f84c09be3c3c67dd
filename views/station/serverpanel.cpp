// SPDX-License-Identifier: MIT
#include "views/station/serverpanel.h"

#include "core/server/snippets.h"
#include "views/controls/banner.h"
#include "views/controls/card.h"
#include "views/controls/contentstack.h"
#include "views/controls/tableview.h"
#include "views/controls/theme.h"
#include "views/models/text.h"
#include "views/shell/notifications.h"
#include "views/station/requestdelegate.h"
#include "views/station/stationcontroller.h"

#include <QApplication>
#include <QClipboard>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using drydock::models::RequestModel;
using drydock::models::toText;
using drydock::models::toUtf8;

namespace drydock::station {

namespace {

const QString listenKey = u"station/listen"_s;
const QString defaultListen = u"127.0.0.1:8443"_s;

QLineEdit *makeField(QWidget *parent, const QString &name)
{
    auto *field = new QLineEdit(parent);
    field->setReadOnly(true);
    field->setAccessibleName(name);
    field->setPlaceholderText(ServerPanel::tr("Shown while the station serves"));
    return field;
}

} // namespace

ServerPanel::ServerPanel(shell::PageContext &context, StationController &station, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_station(station)
    , m_banner(new controls::Banner(context.theme, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    auto *column = new QVBoxLayout;
    const int margin = context.theme.px(16);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(margin);
    column->addWidget(makeSwitch());
    column->addWidget(makeRequests(), 1);
    layout->addLayout(column, 1);
    connect(&station, &StationController::changed, this, &ServerPanel::refresh);
    connect(&station, &StationController::requested, this, [this] { m_requests->showContent(); });
    connect(&station, &StationController::failed, this, [this](const Error &error) {
        m_banner->show(controls::Level::Critical, tr("The station did not start. %1").arg(toText(error.text())));
    });
    refresh();
}

QWidget *ServerPanel::makeSwitch()
{
    const controls::Theme &theme = m_context.theme;
    auto *card = new controls::Card(theme, controls::CardUse::Plain, this);
    auto *top = new QHBoxLayout;
    top->setSpacing(theme.px(16));
    m_switch = new QPushButton(card);
    m_switch->setObjectName(u"station.switch"_s);
    m_switch->setProperty("kind", u"primary"_s);
    m_switch->setMinimumWidth(theme.px(140));
    m_state = new QLabel(card);
    m_state->setProperty("tone", u"section"_s);
    m_listen = new QLineEdit(m_context.settings.value(listenKey, defaultListen).toString(), card);
    m_listen->setObjectName(u"station.listen"_s);
    m_listen->setMaximumWidth(theme.px(200));
    m_listen->setAccessibleName(tr("Address and port to listen on"));
    m_listen->setToolTip(tr("ADDRESS:PORT. 127.0.0.1 serves this machine only; port 0 takes any free one."));
    top->addWidget(m_switch);
    top->addWidget(m_state, 1);
    auto *listenLabel = new QLabel(tr("Listen on"), card);
    listenLabel->setProperty("tone", u"muted"_s);
    top->addWidget(listenLabel);
    top->addWidget(m_listen);
    card->content()->addLayout(top);

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(theme.px(16));
    form->setVerticalSpacing(theme.px(8));
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_address = makeField(card, tr("Address"));
    m_fingerprint = makeField(card, tr("Certificate, SHA-256"));
    m_validity = new QLabel(card);
    m_validity->setProperty("tone", u"small"_s);
    form->addRow(tr("Address"), m_address);
    form->addRow(tr("Certificate, SHA-256"), m_fingerprint);
    form->addRow(QString(), m_validity);
    card->content()->addLayout(form);
    card->content()->addWidget(makeCopyButtons());
    connect(m_switch, &QPushButton::clicked, this, [this] {
        m_banner->clear();
        if (m_station.state() == StationState::Stopped) {
            m_context.settings.setValue(listenKey, m_listen->text().trimmed());
            m_station.start(m_listen->text().trimmed());
        } else {
            m_station.stop();
        }
    });
    return card;
}

QWidget *ServerPanel::makeCopyButtons()
{
    const controls::Theme &theme = m_context.theme;
    m_copies = new QWidget(this);
    auto *row = new QHBoxLayout(m_copies);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(8));
    const auto add = [this, row, &theme](const QString &text, const QString &toolTip) {
        auto *button = new QPushButton(theme.icon(u"edit-copy"_s), text, m_copies);
        button->setToolTip(toolTip);
        row->addWidget(button);
        return button;
    };
    auto *mirror = add(tr("Copy CLI configuration"), tr("For ~/.terraformrc: providers come through this mirror"));
    auto *trust = add(tr("Copy CA trust"), tr("Commands that make this machine trust the station's certificate"));
    auto *source = add(tr("Copy module source"), tr("A module block for a published version"));
    row->addStretch();
    connect(mirror, &QPushButton::clicked, this, [this] {
        if (m_station.identity())
            copy(server::mirrorConfiguration(toUtf8(m_station.identity()->url)),
                 tr("The CLI configuration was copied."));
    });
    connect(trust, &QPushButton::clicked, this, &ServerPanel::copyTrust);
    connect(source, &QPushButton::clicked, this, [this] {
        if (m_station.identity())
            copy(server::moduleUse(toUtf8(m_station.identity()->url), "NAMESPACE/NAME/SYSTEM", "1.0.0"),
                 tr("The module block was copied; put the address of your module in."));
    });
    return m_copies;
}

void ServerPanel::copyTrust()
{
    if (!m_station.identity())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const server::TrustInstructions &each : server::trustInstructions(m_station.identity()->authorityFile)) {
        menu->addAction(toText(each.system), this, [this, each] {
            copy(each.commands, tr("The commands for %1 were copied.").arg(toText(each.system)));
        });
    }
    menu->popup(QCursor::pos());
}

void ServerPanel::copy(const std::string &text, const QString &what)
{
    QApplication::clipboard()->setText(toText(text));
    m_context.notifications.inform(what);
}

QWidget *ServerPanel::makeRequests()
{
    const controls::Theme &theme = m_context.theme;
    auto *table = new controls::TableView(theme);
    auto *sorted = new QSortFilterProxyModel(table);
    sorted->setSourceModel(&m_station.requests());
    sorted->setSortRole(RequestModel::SortRole);
    table->setModel(sorted);
    table->sortByColumn(RequestModel::Time, Qt::DescendingOrder);
    table->setItemDelegate(new RequestDelegate(theme, table));
    table->setAccessibleName(tr("Requests"));
    const int widths[] = {84, 80, 0, 72, 88, 88, 120, 180};
    for (int column = 0; column < RequestModel::ColumnCount; ++column)
        table->setWidth(column, theme.px(widths[column]));
    table->horizontalHeader()->setStretchLastSection(false);
    table->horizontalHeader()->setSectionResizeMode(RequestModel::Path, QHeaderView::Stretch);
    auto *card = new controls::Card(theme, controls::CardUse::Plain, this);
    card->content()->setContentsMargins(0, theme.px(12), 0, 0);
    auto *title = new QLabel(tr("Live requests"), card);
    title->setProperty("tone", u"section"_s);
    title->setContentsMargins(theme.px(16), 0, 0, 0);
    card->content()->addWidget(title);
    m_requests = new controls::ContentStack(theme, table, card);
    m_requests->showEmpty(u"network-connect"_s,
                          tr("Requests of terraform and other clients appear here while the station serves."));
    card->content()->addWidget(m_requests, 1);
    return card;
}

void ServerPanel::refresh()
{
    const StationState state = m_station.state();
    const bool running = state == StationState::Running;
    m_switch->setText(state == StationState::Stopped ? tr("Start the station") : tr("Stop the station"));
    m_switch->setEnabled(state == StationState::Stopped || running);
    switch (state) {
    case StationState::Stopped:
        m_state->setText(tr("Not serving"));
        break;
    case StationState::Starting:
        m_state->setText(tr("Starting …"));
        break;
    case StationState::Running:
        m_state->setText(tr("Serving"));
        break;
    case StationState::Stopping:
        m_state->setText(tr("Stopping: requests being answered are finished first …"));
        break;
    }
    m_listen->setEnabled(state == StationState::Stopped);
    m_copies->setEnabled(running);
    const auto &identity = m_station.identity();
    m_address->setText(identity ? identity->url : QString());
    m_fingerprint->setText(identity ? identity->certificateFingerprint : QString());
    m_fingerprint->setCursorPosition(0);
    m_validity->setText(identity ? tr("Valid until %1; renewed by itself.").arg(identity->notAfter.left(10))
                                 : QString());
}

} // namespace drydock::station
