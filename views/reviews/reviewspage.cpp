// SPDX-License-Identifier: MIT
#include "views/reviews/reviewspage.h"

#include "app/wiring/services.h"
#include "core/report/format.h"
#include "views/controls/dialogs.h"
#include "views/controls/theme.h"
#include "views/models/runlistmodel.h"
#include "views/models/text.h"
#include "views/reviews/findingdetail.h"
#include "views/reviews/findinglist.h"
#include "views/reviews/progressstrip.h"
#include "views/reviews/runpanel.h"
#include "views/shell/activeproject.h"
#include "views/shell/navigator.h"
#include "views/shell/notifications.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QMenu>
#include <QMimeData>
#include <QSplitter>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <system_error>

using namespace Qt::StringLiterals;
using drydock::models::toPath;
using drydock::models::toText;
using drydock::models::toUtf8;

namespace drydock::reviews {

namespace fs = std::filesystem;

namespace {

constexpr std::uint32_t listedRuns = 500;

/// The folder or file that was dropped; empty for anything else.
QString droppedPath(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

} // namespace

ReviewsPage::ReviewsPage(shell::PageContext &context, const wiring::Services &services, QObject *parent)
    : Page(parent)
    , m_context(context)
    , m_services(services)
    , m_listTask(context.tasks, this)
    , m_runTask(context.tasks, this)
{
    addActions();
    enableActions();
    const auto reloadWhenBuilt = [this] {
        if (m_widget)
            reload();
    };
    connect(&context.project, &shell::ActiveProject::changed, this, reloadWhenBuilt);
    connect(&context.project, &shell::ActiveProject::contentChanged, this, reloadWhenBuilt);
}

ReviewsPage::~ReviewsPage() = default;

QWidget *ReviewsPage::widget()
{
    if (!m_widget) {
        build();
        reload();
    }
    return m_widget;
}

void ReviewsPage::build()
{
    m_widget = new QWidget;
    m_widget->setProperty("kind", u"page"_s);
    m_widget->setAttribute(Qt::WA_StyledBackground);
    m_widget->setAcceptDrops(true);
    m_widget->installEventFilter(this);
    auto *layout = new QVBoxLayout(m_widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_progress = new ProgressStrip(m_context.theme, m_context.tasks);
    layout->addWidget(m_progress);
    m_runs = new RunPanel(m_context.theme);
    m_findings = new FindingList(m_context.theme, m_context.tasks);
    const auto readArticle = [&services = m_services](const std::string &article,
                                                      const Task &task) -> Result<std::string> {
        const auto index = services.knowledge(task);
        if (!index)
            return failure(index.error());
        return index->article(article).map([](knowledge::Article found) { return std::move(found.markdown); });
    };
    m_detail = new FindingDetail(m_context.theme, m_context.syntax, m_context.tasks, readArticle);
    m_splitter = new QSplitter;
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_runs);
    m_splitter->addWidget(m_findings);
    m_splitter->addWidget(m_detail);
    m_splitter->setSizes({m_context.theme.px(176), m_context.theme.px(604), m_context.theme.px(500)});
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 1);
    layout->addWidget(m_splitter, 1);
    m_widget->addActions(m_actions);
    m_widget->setFocusProxy(m_findings);

    connect(m_runs, &RunPanel::runChosen, this, &ReviewsPage::showRun);
    connect(m_findings, &FindingList::currentChanged, this, &ReviewsPage::showCurrentFinding);
    connect(m_findings, &FindingList::opened, this, [this] { m_detail->focusSource(); });
    connect(m_findings, &FindingList::emptyActivated, this, [this] { review(); });
    connect(m_findings, &FindingList::retryWanted, this, &ReviewsPage::reload);
    connect(m_detail, &FindingDetail::applyFixWanted, this, &ReviewsPage::applyFix);
    connect(m_detail, &FindingDetail::savePatchWanted, this, &ReviewsPage::savePatch);
    connect(m_detail, &FindingDetail::linkActivated, this,
            [this](const QString &target) { m_context.navigator.open(target); });
    connect(m_detail, &FindingDetail::editWanted, this, [this](const QString &file, int line) {
        m_context.navigator.open(
            shell::Link{u"configurations"_s, file, m_context.project.slug(), {{u"line"_s, QString::number(line)}}});
    });
}

bool ReviewsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_widget && event->type() == QEvent::DragEnter) {
        auto *drag = static_cast<QDragEnterEvent *>(event);
        if (!droppedPath(drag->mimeData()).isEmpty()) {
            drag->acceptProposedAction();
            return true;
        }
    }
    if (watched == m_widget && event->type() == QEvent::Drop) {
        auto *drop = static_cast<QDropEvent *>(event);
        drop->acceptProposedAction();
        reviewFolder(droppedPath(drop->mimeData()));
        return true;
    }
    return Page::eventFilter(watched, event);
}

QStringList ReviewsPage::trail() const
{
    const project::Run *run = m_runs ? m_runs->current() : nullptr;
    return run ? QStringList{tr("Run %1").arg(run->number)} : QStringList();
}

void ReviewsPage::open(const shell::Link &link)
{
    m_wantedRun = toUtf8(link.id);
    m_wantedFinding = toUtf8(link.parameters.value(u"finding"_s));
    if (m_findings && link.parameters.contains(u"filter"_s))
        m_findings->setFilter(link.parameters.value(u"filter"_s));
    if (link.parameters.contains(u"start"_s))
        review();
    else
        reload();
}

shell::Link ReviewsPage::location() const
{
    shell::Link link{id(), toText(m_runId), m_context.project.slug(), {}};
    if (const policy::Finding *finding = m_findings ? m_findings->current() : nullptr)
        link.parameters.insert(u"finding"_s, toText(finding->fingerprint));
    return link;
}

bool ReviewsPage::backOut()
{
    return m_findings && m_findings->clearFilters();
}

QVariantMap ReviewsPage::saveState() const
{
    return {{u"splitter"_s, m_splitter->saveState()},
            {u"detail"_s, m_detail->splitterState()},
            {u"runs"_s, m_showsRuns},
            {u"findings"_s, m_findings->saveState()}};
}

void ReviewsPage::restoreState(const QVariantMap &state)
{
    m_splitter->restoreState(state.value(u"splitter"_s).toByteArray());
    m_detail->restoreSplitter(state.value(u"detail"_s).toByteArray());
    m_showsRuns = state.value(u"runs"_s, true).toBool();
    showPanels();
    m_findings->restoreState(state.value(u"findings"_s).toMap());
}

void ReviewsPage::reload()
{
    if (m_runs->runs().empty())
        m_findings->showLoading();
    m_listTask.run(
        tr("Read the list of reviews"),
        [&services = m_services, slug = toUtf8(m_context.project.slug())](const Task &) -> Result<Listing> {
            if (slug.empty())
                return Listing{};
            auto project = services.projects().find(slug);
            if (!project)
                return failure(project.error());
            project::RunQuery query;
            query.projectId = project->id;
            query.kindPrefix = "review";
            query.limit = listedRuns;
            auto page = services.runs().list(query);
            if (!page)
                return failure(page.error());
            return Listing{std::move(*project), std::move(page->runs)};
        },
        [this](Result<Listing> listing) {
            if (listing)
                showListing(std::move(*listing));
            else
                m_findings->showError(toText(listing.error().message), toText(listing.error().text()));
        });
}

void ReviewsPage::showListing(Listing listing)
{
    const bool sameProject = m_project && listing.project && m_project->id == listing.project->id;
    if (!sameProject)
        m_runId.clear();
    m_project = std::move(listing.project);
    m_runs->setRuns(std::move(listing.runs));
    const auto &runs = m_runs->runs();
    const auto has = [&runs](const std::string &id) {
        return std::any_of(runs.begin(), runs.end(), [&id](const project::Run &run) { return run.id == id; });
    };
    if (!has(m_wantedRun))
        m_wantedRun = has(m_runId) ? m_runId : std::string();
    if (m_wantedRun.empty()) {
        const auto newest =
            std::find_if(runs.begin(), runs.end(), [](const project::Run &run) { return run.review.has_value(); });
        if (newest != runs.end())
            m_wantedRun = newest->id;
        else if (!runs.empty())
            m_wantedRun = runs.front().id;
    }
    m_runs->select(m_wantedRun);
    m_wantedRun.clear();
    showRun();
}

void ReviewsPage::showPanels()
{
    if (!m_widget)
        return;
    const project::Run *run = m_runs->current();
    m_runs->setVisible(m_showsRuns && !m_runs->runs().empty());
    m_detail->setVisible(run && run->review);
}

void ReviewsPage::showRun()
{
    const project::Run *run = m_runs->current();
    m_runId = run ? run->id : std::string();
    showPanels();
    if (!run || !run->review) {
        m_runTask.drop();
        m_review.reset();
        m_detail->clear();
        if (!m_project)
            m_findings->showEmpty(u"security-high"_s, tr("Open a project, or drop a folder here to review it."),
                                  tr("Review a folder"));
        else if (!run)
            m_findings->showEmpty(u"security-high"_s, tr("Nothing in this project was reviewed yet."), tr("Review"));
        else
            m_findings->showEmpty(
                u"dialog-warning"_s,
                tr("Run %1: %2. %3").arg(run->number).arg(models::runOutcome(*run), toText(run->error)),
                tr("Review again"));
        enableActions();
        Q_EMIT changed();
        return;
    }
    m_findings->showLoading();
    m_runTask.run(
        tr("Read a review"),
        [&services = m_services, id = m_runId](const Task &) { return services.findings().review(id); },
        [this](Result<policy::ReviewResult> result) {
            if (result)
                showLoaded(*result);
            else
                m_findings->showError(toText(result.error().message), toText(result.error().text()));
        });
}

void ReviewsPage::showLoaded(const policy::ReviewResult &result)
{
    m_review = std::make_shared<const policy::ReviewResult>(result);
    if (!m_wantedFinding.empty())
        m_findings->select(m_wantedFinding);
    m_wantedFinding.clear();
    m_findings->showReview(m_review);
    enableActions();
    Q_EMIT changed();
}

void ReviewsPage::showCurrentFinding()
{
    enableActions();
    const policy::Finding *finding = m_findings->current();
    if (!finding || !m_review) {
        m_detail->clear();
        return;
    }
    m_detail->show(*finding, sourceRoot(), m_review->started);
    if (!finding->article.empty())
        Q_EMIT articleWanted(toText(finding->article));
    Q_EMIT changed();
}

fs::path ReviewsPage::sourceRoot() const
{
    std::error_code ignored;
    fs::path named(m_review ? m_review->root : std::string());
    if (named.is_absolute() && fs::exists(named, ignored))
        return named;
    return m_project ? m_project->root : fs::path();
}

} // namespace drydock::reviews
