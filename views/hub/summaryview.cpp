// SPDX-License-Identifier: MIT
#include "views/hub/summaryview.h"

#include "views/controls/card.h"
#include "views/controls/contentstack.h"
#include "views/controls/elidedlabel.h"
#include "views/controls/flowlayout.h"
#include "views/controls/theme.h"
#include "views/hub/findingbadges.h"
#include "views/models/text.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <cstdlib>

using namespace Qt::StringLiterals;
using drydock::models::toText;

namespace drydock::hub {

namespace {

constexpr int cardWidth = 340;
constexpr std::size_t mostArticles = 4;
constexpr std::size_t mostRecent = 6;

QString signedCount(std::int32_t change)
{
    return (change > 0 ? u"+"_s : u"\u2212"_s) + QLocale().toString(std::abs(change));
}

QLabel *makeLabel(const QString &text, const QString &tone, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setProperty("tone", tone);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QString changeText(const project::SeverityChange &change)
{
    QStringList parts;
    const std::pair<std::int32_t, QString> each[] = {{change.critical, SummaryView::tr("critical")},
                                                     {change.high, SummaryView::tr("high")},
                                                     {change.medium, SummaryView::tr("medium")},
                                                     {change.low, SummaryView::tr("low")}};
    for (const auto &[count, name] : each) {
        if (count != 0)
            parts << signedCount(count) + u' ' + name;
    }
    return parts.isEmpty() ? SummaryView::tr("Unchanged since the review before")
                           : SummaryView::tr("Since the review before: %1").arg(parts.join(u", "_s));
}

} // namespace

SummaryView::SummaryView(const controls::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QWidget)
    , m_flow(new controls::FlowLayout(m_grid, theme.px(16), theme.px(cardWidth)))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    auto *inner = new QWidget(scroll);
    inner->setProperty("kind", u"page"_s);
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16));
    column->addWidget(m_grid);
    column->addStretch();
    scroll->setWidget(inner);
    m_stack = new controls::ContentStack(theme, scroll, this);
    layout->addWidget(m_stack);
    connect(m_stack, &controls::ContentStack::retryWanted, this, &SummaryView::retryWanted);
}

void SummaryView::showLoading()
{
    m_stack->showLoading();
}

void SummaryView::showError(const Error &error)
{
    m_stack->showError(tr("The project was not loaded. %1").arg(toText(error.message)), toText(error.text()));
}

void SummaryView::setSummary(const Summary &summary)
{
    const project::ProjectSummary &project = summary.project;
    m_flow->clear();
    addReviews(project);
    controls::Card *files = addCard(tr("Configurations"), u"code-context"_s, u"configurations"_s);
    addNumber(files, project.configurations, tr("files"), u"configurations"_s);
    if (project.tile.lastReview)
        addNumber(files, project.changedSinceReview, tr("changed since the last review"), u"configurations"_s,
                  project.changedSinceReview > 0 ? u"medium"_s : QString());
    files->content()->addStretch();
    controls::Card *library = addCard(tr("Library"), u"package-x-generic"_s, u"library"_s);
    addNumber(library, project.tile.assets, tr("assets"), u"library"_s);
    addNumber(library, project.versions, tr("versions"), u"library"_s);
    if (project.failedValidations > 0)
        addNumber(library, project.failedValidations, tr("did not pass validation"), u"library"_s, u"high"_s);
    library->content()->addStretch();
    controls::Card *artifacts = addCard(tr("Artifacts"), u"document-multiple"_s, u"reviews"_s);
    addNumber(artifacts, project.artifacts, tr("reports and uploads"), u"reviews"_s);
    addNumber(artifacts, project.published, tr("module versions published"), u"station"_s);
    addNumber(artifacts, project.runs, tr("runs"), u"reviews"_s);
    artifacts->content()->addStretch();
    addKnowledge(summary.articles);
    addRecent(project);
    m_stack->showContent();
}

controls::Card *SummaryView::addCard(const QString &title, const QString &iconName, const QString &page)
{
    auto *card = new controls::Card(m_theme, controls::CardUse::Plain, m_grid);
    auto *top = new QHBoxLayout;
    top->setSpacing(m_theme.px(8));
    auto *open = new QPushButton(title, card);
    open->setProperty("kind", u"heading"_s);
    open->setIcon(m_theme.icon(iconName, controls::ColorRole::Muted));
    if (page.isEmpty()) {
        open->setFocusPolicy(Qt::NoFocus); // a title; a disabled button would be pale
        open->setAttribute(Qt::WA_TransparentForMouseEvents);
    } else {
        open->setCursor(Qt::PointingHandCursor);
        connect(open, &QPushButton::clicked, this, [this, page] { Q_EMIT pageWanted(page, {}); });
    }
    top->addWidget(open);
    top->addStretch();
    card->content()->addLayout(top);
    m_flow->addWidget(card);
    card->show();
    return card;
}

void SummaryView::addNumber(controls::Card *card, std::uint64_t count, const QString &what, const QString &page,
                            const QString &tone)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(m_theme.px(8));
    auto *number = new QPushButton(models::countText(count), card);
    number->setProperty("kind", u"number"_s);
    number->setProperty("tone", tone);
    number->setCursor(Qt::PointingHandCursor);
    number->setAccessibleName(number->text() + u' ' + what);
    connect(number, &QPushButton::clicked, this, [this, page] { Q_EMIT pageWanted(page, {}); });
    row->addWidget(number);
    row->addWidget(makeLabel(what, u"muted"_s, card), 1);
    card->content()->addLayout(row);
}

void SummaryView::addReviews(const project::ProjectSummary &summary)
{
    controls::Card *card = addCard(tr("Reviews"), u"security-high"_s, u"reviews"_s);
    if (!summary.tile.lastReview) {
        card->content()->addWidget(makeLabel(tr("Not reviewed yet."), u"muted"_s, card));
        auto *review = new QPushButton(tr("Review now"), card);
        connect(review, &QPushButton::clicked, this, &SummaryView::reviewWanted);
        card->content()->addWidget(review, 0, Qt::AlignLeft);
        card->content()->addStretch();
        return;
    }
    addNumber(card, summary.tile.open.total(), tr("open findings"), u"reviews"_s,
              summary.tile.open.critical > 0 ? u"critical"_s : QString());
    auto *badges = new QHBoxLayout;
    badges->setSpacing(m_theme.px(4));
    addFindingBadges(*badges, m_theme, summary.tile.open, card);
    card->content()->addLayout(badges);
    if (summary.change)
        card->content()->addWidget(makeLabel(changeText(*summary.change), u"small"_s, card));
    const project::Run &review = *summary.tile.lastReview;
    if (review.review && (review.review->gate.failOn || review.review->unreadable > 0)) {
        const bool passed = review.review->gate.passed;
        const bool isPartial = review.review->unreadable > 0;
        const QString tone = !passed ? u"critical"_s : isPartial ? u"medium"_s : u"ok"_s;
        QString text = passed ? tr("Gate passed") : tr("Gate failed");
        if (isPartial)
            text += u", "_s + tr("%n file(s) not read", nullptr, static_cast<int>(review.review->unreadable));
        auto *gate = makeLabel(text, tone, card);
        gate->setToolTip(toText(review.review->gate.reason));
        card->content()->addWidget(gate);
    }
    auto *when = makeLabel(tr("Last review %1").arg(models::relativeTime(review.created)), u"small"_s, card);
    when->setToolTip(models::exactTime(review.created));
    card->content()->addWidget(when);
    card->content()->addStretch();
}

void SummaryView::addRecent(const project::ProjectSummary &summary)
{
    controls::Card *card = addCard(tr("Recent"), u"view-history"_s, {});
    for (std::size_t index = 0; index < summary.recent.size() && index < mostRecent; ++index) {
        const project::RecentItem &item = summary.recent[index];
        auto *row = new QHBoxLayout;
        row->setSpacing(m_theme.px(8));
        auto *open = new QPushButton(toText(item.title), card);
        open->setProperty("kind", u"link"_s);
        open->setCursor(Qt::PointingHandCursor);
        connect(open, &QPushButton::clicked, this, [this, link = toText(item.link)] { Q_EMIT linkWanted(link); });
        auto *detail = new controls::ElidedLabel(toText(item.detail), Qt::ElideRight, card);
        detail->setProperty("tone", u"small"_s);
        auto *time = makeLabel(models::relativeTime(item.time), u"small"_s, card);
        time->setWordWrap(false);
        time->setToolTip(models::exactTime(item.time));
        row->addWidget(open);
        row->addWidget(detail, 1);
        row->addWidget(time);
        card->content()->addLayout(row);
    }
    if (summary.recent.empty())
        card->content()->addWidget(makeLabel(tr("Nothing has happened in this project yet."), u"muted"_s, card));
    card->content()->addStretch();
}

void SummaryView::addKnowledge(const std::vector<knowledge::Article> &articles)
{
    controls::Card *card = addCard(tr("Knowledge"), u"help-contents"_s, u"knowledge"_s);
    for (std::size_t index = 0; index < articles.size() && index < mostArticles; ++index) {
        const knowledge::Article &article = articles[index];
        auto *row = new QHBoxLayout;
        auto *open = new QPushButton(
            fontMetrics().elidedText(toText(article.title), Qt::ElideRight, m_theme.px(cardWidth - 38)), card);
        open->setProperty("kind", u"link"_s);
        open->setCursor(Qt::PointingHandCursor);
        open->setToolTip(toText(article.summary.empty() ? article.title : article.summary));
        connect(open, &QPushButton::clicked, this,
                [this, id = toText(article.id)] { Q_EMIT pageWanted(u"knowledge"_s, id); });
        row->addWidget(open);
        row->addStretch();
        card->content()->addLayout(row);
    }
    if (articles.empty())
        card->content()->addWidget(
            makeLabel(tr("Articles for this project appear after its first review."), u"muted"_s, card));
    card->content()->addStretch();
}

} // namespace drydock::hub
