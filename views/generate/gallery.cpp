// SPDX-License-Identifier: MIT
#include "views/generate/gallery.h"

#include "views/controls/card.h"
#include "views/controls/chiprow.h"
#include "views/controls/contentstack.h"
#include "views/controls/flowlayout.h"
#include "views/controls/searchfield.h"
#include "views/controls/severity.h"
#include "views/controls/theme.h"
#include "views/models/text.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <map>

using namespace Qt::StringLiterals;
using drydock::models::toText;

namespace drydock::generate {

namespace {

constexpr int cardWidth = 340;

QString providerName(const std::string &provider)
{
    if (provider == "aws")
        return u"AWS"_s;
    if (provider == "gcp" || provider == "google")
        return u"Google Cloud"_s;
    QString name = toText(provider);
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

} // namespace

Gallery::Gallery(shell::PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_search(new controls::SearchField(context.theme, tr("Search generators"), this))
    , m_chips(new controls::ChipRow(context.theme, controls::ChipChoice::Many, this))
    , m_grid(new QWidget)
    , m_flow(new controls::FlowLayout(m_grid, context.theme.px(16), context.theme.px(cardWidth)))
{
    const controls::Theme &theme = context.theme;
    const int margin = theme.px(16);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(margin, theme.px(12), margin, 0);
    top->setSpacing(theme.px(12));
    m_search->setObjectName(u"generate.search"_s);
    m_search->setMaximumWidth(theme.px(320));
    top->addWidget(m_search, 1);
    top->addWidget(m_chips, 2);
    layout->addLayout(top);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    auto *inner = new QWidget(scroll);
    inner->setProperty("kind", u"page"_s);
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(margin, margin, margin, margin);
    column->addWidget(m_grid);
    column->addStretch();
    scroll->setWidget(inner);
    m_stack = new controls::ContentStack(theme, scroll, this);
    layout->addWidget(m_stack, 1);
    connect(m_search, &QLineEdit::textChanged, this, &Gallery::refresh);
    connect(m_chips, &controls::ChipRow::chosenChanged, this, &Gallery::refresh);
    connect(m_stack, &controls::ContentStack::retryWanted, this, &Gallery::retryWanted);
    connect(m_stack, &controls::ContentStack::emptyActivated, this, &Gallery::clearFilter);
}

void Gallery::showLoading()
{
    m_stack->showLoading();
}

void Gallery::setCatalog(const generator::GeneratorCatalog &catalog)
{
    m_catalog = catalog;
    std::map<std::string, int> providers;
    for (const generator::Generator &each : catalog.generators())
        ++providers[each.info().provider];
    QList<controls::ChipSpec> chips;
    for (const auto &[provider, count] : providers)
        chips << controls::ChipSpec{toText(provider), providerName(provider), count, {}};
    m_chips->setChips(chips);
    refresh();
}

void Gallery::showError(const Error &error)
{
    m_stack->showError(tr("The generators were not loaded. %1").arg(toText(error.message)), toText(error.text()));
}

bool Gallery::clearFilter()
{
    if (m_search->text().isEmpty() && m_chips->chosen().isEmpty())
        return false;
    m_chips->setChosen({});
    m_search->clear();
    refresh();
    return true;
}

void Gallery::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

void Gallery::refresh()
{
    m_flow->clear();
    if (!m_catalog)
        return;
    const QStringList providers = m_chips->chosen();
    const QString wanted = m_search->text().trimmed();
    int shown = 0;
    for (const generator::Generator &each : m_catalog->generators()) {
        const generator::GeneratorInfo &info = each.info();
        QString text = toText(info.title) + u' ' + toText(info.service) + u' ' + toText(info.summary);
        for (const std::string &tag : info.tags)
            text += u' ' + toText(tag);
        if ((!providers.isEmpty() && !providers.contains(toText(info.provider))) ||
            !text.contains(wanted, Qt::CaseInsensitive))
            continue;
        QWidget *card = makeCard(info);
        m_flow->addWidget(card);
        card->show();
        ++shown;
    }
    if (shown == 0)
        m_stack->showEmpty(u"tools-wizard"_s, tr("No generator matches this filter."), tr("Clear the filter"));
    else
        m_stack->showContent();
}

QWidget *Gallery::makeCard(const generator::GeneratorInfo &info)
{
    const controls::Theme &theme = m_context.theme;
    auto *card = new controls::Card(theme, controls::CardUse::Clickable, m_grid);
    card->setObjectName("generator."_L1 + toText(info.slug));
    card->setAccessibleName(toText(info.title));
    auto *top = new QHBoxLayout;
    auto *title = new QLabel(toText(info.title), card);
    title->setProperty("tone", u"section"_s);
    top->addWidget(title, 1);
    top->addWidget(new controls::SeverityBadge(theme, controls::Level::Neutral, providerName(info.provider), card));
    card->content()->addLayout(top);
    auto *summary = new QLabel(toText(info.summary), card);
    summary->setProperty("tone", u"muted"_s);
    summary->setWordWrap(true);
    card->content()->addWidget(summary);
    card->content()->addStretch();
    auto *bottom = new QHBoxLayout;
    auto *version = new QLabel(tr("%1, version %2").arg(toText(info.service), toText(info.version)), card);
    version->setProperty("tone", u"small"_s);
    bottom->addWidget(version, 1);
    if (!info.article.empty()) {
        auto *read = new QPushButton(tr("Read about it"), card);
        read->setProperty("kind", u"link"_s);
        connect(read, &QPushButton::clicked, this,
                [this, article = toText(info.article)] { Q_EMIT articleWanted(u"generators/"_s + article); });
        bottom->addWidget(read);
    }
    card->content()->addLayout(bottom);
    connect(card, &controls::Card::activated, this, [this, slug = toText(info.slug)] { Q_EMIT chosen(slug); });
    return card;
}

} // namespace drydock::generate
