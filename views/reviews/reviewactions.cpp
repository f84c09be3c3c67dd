// SPDX-License-Identifier: MIT
// What the page of reviews does besides showing: review, compare, export, fix, waive.
#include "app/wiring/services.h"
#include "core/base/atomicfile.h"
#include "core/policy/configfile.h"
#include "core/policy/waiverwriter.h"
#include "core/project/configurationfiles.h"
#include "core/report/format.h"
#include "views/controls/dialogs.h"
#include "views/models/runlistmodel.h"
#include "views/models/text.h"
#include "views/reviews/findingdetail.h"
#include "views/reviews/findinglist.h"
#include "views/reviews/progressstrip.h"
#include "views/reviews/reviewspage.h"
#include "views/reviews/runpanel.h"
#include "views/reviews/waiverdialog.h"
#include "views/shell/activeproject.h"
#include "views/shell/navigator.h"
#include "views/shell/notifications.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QMenu>

#include <algorithm>
#include <system_error>

using namespace Qt::StringLiterals;
using drydock::models::toPath;
using drydock::models::toText;
using drydock::models::toUtf8;

namespace drydock::reviews {

namespace fs = std::filesystem;

namespace {

constexpr auto configurationFile = "tfreview.yaml";

/// The project that a dropped folder belongs to, registered when there is none yet.
Result<project::Project> projectOf(const wiring::Services &services, const fs::path &folder)
{
    auto known = services.projects().findByFolder(folder);
    if (!known)
        return failure(known.error());
    return *known ? Result<project::Project>(std::move(**known)) : services.projects().openFolder(folder);
}

Result<> addWaiver(const fs::path &root, const policy::Waiver &waiver)
{
    std::error_code ignored;
    std::string text;
    if (fs::exists(root / configurationFile, ignored)) {
        auto read = project::readConfigurationFile(root, configurationFile);
        if (!read)
            return failure(read.error());
        text = std::move(*read);
    }
    auto changed = policy::withWaiver(text, waiver);
    if (!changed)
        return failure(changed.error());
    // Never leave a file behind that the next review could not read.
    if (auto config = policy::parseReviewConfig(*changed, configurationFile); !config)
        return failure(config.error());
    return project::writeConfigurationFile(root, configurationFile, *changed);
}

} // namespace

QAction *ReviewsPage::addAction(const QString &actionId, const QString &text, const QString &iconName,
                                const QKeySequence &keys, const std::function<void()> &run)
{
    auto *action = new QAction(m_context.theme.icon(iconName), text, this);
    action->setObjectName(actionId);
    action->setProperty("iconName", iconName);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, [run] { run(); });
    m_actions << action;
    return action;
}

void ReviewsPage::addActions()
{
    m_reviewAction = addAction(u"reviews.run"_s, tr("Review"), u"media-playback-start"_s,
                               QKeySequence(Qt::CTRL | Qt::Key_R), [this] { review(); });
    m_compareAction = addAction(u"reviews.compare"_s, tr("Compare"), u"view-split-left-right"_s, {},
                                [this] { compareWithPrevious(); });
    m_compareAction->setToolTip(tr("Compare with the review before"));
    m_exportAction = addAction(u"reviews.export"_s, tr("Export"), u"document-export"_s, {}, [] {});
    m_exportMenu = std::make_unique<QMenu>();
    addExportMenu(*m_exportMenu);
    m_exportAction->setMenu(m_exportMenu.get());
    m_waiveAction =
        addAction(u"reviews.waive"_s, tr("Waive"), u"dialog-ok-apply"_s, QKeySequence(Qt::Key_W), [this] { waive(); });
    addAction(u"reviews.fix"_s, tr("Show the fix"), u"tools-wizard"_s, QKeySequence(Qt::Key_F), [this] {
        if (m_detail)
            m_detail->showFix();
    });
    addAction(u"reviews.next"_s, tr("Next finding"), u"go-down"_s, QKeySequence(Qt::Key_J), [this] {
        if (m_findings)
            m_findings->selectNext();
    });
    addAction(u"reviews.previous"_s, tr("Previous finding"), u"go-up"_s, QKeySequence(Qt::Key_K), [this] {
        if (m_findings)
            m_findings->selectPrevious();
    });
    addAction(u"reviews.filter"_s, tr("Filter findings"), u"view-filter"_s, QKeySequence(Qt::Key_Slash), [this] {
        if (m_findings)
            m_findings->focusFilter();
    });
    addAction(u"reviews.folder"_s, tr("Review a folder…"), u"document-open-folder"_s, {}, [this] { chooseFolder(); });
    addAction(u"reviews.runs"_s, tr("Show or hide the list of runs"), u"view-sidetree"_s, {}, [this] {
        m_showsRuns = !m_showsRuns;
        showPanels();
    });
}

void ReviewsPage::addExportMenu(QMenu &menu)
{
    const auto add = [this, &menu](const QString &text, report::Format format) {
        connect(menu.addAction(text), &QAction::triggered, this, [this, format] { exportAs(format); });
    };
    add(tr("HTML report…"), report::Format::Html);
    add(tr("JSON…"), report::Format::Json);
    add(tr("SARIF 2.1.0…"), report::Format::Sarif);
    add(tr("JUnit XML…"), report::Format::Junit);
    add(tr("Text…"), report::Format::Table);
}

QList<QAction *> ReviewsPage::visibleActions() const
{
    return {m_reviewAction, m_compareAction, m_exportAction, m_waiveAction};
}

void ReviewsPage::enableActions()
{
    const bool running = m_progress && m_progress->isFollowing();
    m_reviewAction->setEnabled(!running);
    m_exportAction->setEnabled(m_review != nullptr);
    m_compareAction->setEnabled(m_review != nullptr && m_runs && m_runs->runs().size() > 1);
    const policy::Finding *finding = m_findings ? m_findings->current() : nullptr;
    m_waiveAction->setEnabled(finding && finding->status == policy::FindingStatus::Open);
}

void ReviewsPage::review(const std::string &folder)
{
    if (m_progress && m_progress->isFollowing())
        return;
    if (!m_context.project.isSet()) {
        chooseFolder();
        return;
    }
    const int task = m_context.tasks.run(
        tr("Review %1").arg(m_context.project.name()), this,
        [&services = m_services, slug = toUtf8(m_context.project.slug()),
         folder](const Task &running) -> Result<project::StoredReview> {
            const auto project = services.projects().find(slug);
            if (!project)
                return failure(project.error());
            project::ReviewRequest request;
            request.projectId = project->id;
            request.folder = folder;
            return services.reviews().review(request, running);
        },
        [this](const Result<project::StoredReview> &stored) { reviewed(stored); });
    (void)widget();
    m_progress->follow(task);
    enableActions();
}

void ReviewsPage::reviewed(const Result<project::StoredReview> &stored)
{
    if (stored) {
        m_wantedRun = stored->run.id;
        m_context.notifications.done(tr("Run %1: %2.").arg(stored->run.number).arg(models::runOutcome(stored->run)),
                                     tr("Open"),
                                     shell::Link{id(), toText(stored->run.id), m_context.project.slug(), {}});
    } else if (stored.error().code == "task.cancelled") {
        m_context.notifications.inform(tr("The review was cancelled."));
    } else {
        m_context.notifications.failed(tr("The review failed."), stored.error());
    }
    m_context.project.announceContentChange();
    enableActions();
}

void ReviewsPage::chooseFolder()
{
    const QString folder = m_context.dialogs.openFolder(m_widget, tr("Review a folder"), QDir::homePath());
    if (!folder.isEmpty())
        reviewFolder(folder);
}

void ReviewsPage::reviewFolder(const QString &folder)
{
    if (folder.isEmpty())
        return;
    const QFileInfo info(folder);
    const QString chosen = QDir::cleanPath(info.isDir() ? folder : info.absolutePath());
    const QString root = m_project ? QDir::cleanPath(models::pathText(m_project->root)) : QString();
    if (!root.isEmpty() && (chosen == root || chosen.startsWith(root + u'/'))) {
        review(toUtf8(chosen.mid(root.size() + 1)));
        return;
    }
    m_listTask.run(
        tr("Open a folder"),
        [&services = m_services, path = toPath(chosen)](const Task &) { return projectOf(services, path); },
        [this](const Result<project::Project> &project) {
            if (!project) {
                m_context.notifications.failed(tr("The folder cannot be reviewed."), project.error());
                return;
            }
            m_context.project.set(toText(project->slug), toText(project->name));
            review();
        });
}

void ReviewsPage::compareWithPrevious()
{
    const auto &runs = m_runs->runs();
    const auto current =
        std::find_if(runs.begin(), runs.end(), [this](const project::Run &run) { return run.id == m_runId; });
    if (current == runs.end())
        return;
    const auto reviewedBefore = [](const project::Run &run) { return run.review.has_value(); };
    auto other = std::find_if(current + 1, runs.end(), reviewedBefore);
    std::string left = other == runs.end() ? std::string() : other->id;
    std::string right = m_runId;
    if (left.empty()) {
        // The oldest run has nothing before it: the next newer one then is the other side.
        other = std::find_if(runs.begin(), current, reviewedBefore);
        if (other == current)
            return;
        left = m_runId;
        right = other->id;
    }
    m_context.navigator.open(
        shell::Link{u"compare"_s,
                    {},
                    m_context.project.slug(),
                    {{u"kind"_s, u"run"_s}, {u"left"_s, toText(left)}, {u"right"_s, toText(right)}}});
}

void ReviewsPage::exportAs(report::Format format)
{
    const project::Run *run = m_runs ? m_runs->current() : nullptr;
    if (!m_review || !run)
        return;
    const QString name =
        u"%1-run-%2%3"_s.arg(m_context.project.slug()).arg(run->number).arg(toText(report::fileExtension(format)));
    const QString file = m_context.dialogs.saveFile(m_widget, tr("Export the review"), name, {});
    if (file.isEmpty())
        return;
    m_context.tasks.run(
        tr("Export %1").arg(QFileInfo(file).fileName()), this,
        [review = m_review, root = sourceRoot(), format, path = toPath(file)](const Task &) {
            return writeFileAtomically(path, report::write(format, *review, report::folderSource(root)));
        },
        [this, file](const Result<> &written) {
            if (written)
                m_context.notifications.done(tr("Saved %1.").arg(QFileInfo(file).fileName()));
            else
                m_context.notifications.failed(tr("The report was not saved."), written.error());
        });
}

void ReviewsPage::applyFix()
{
    const FindingMaterial *material = m_detail->material();
    if (!material || !material->finding.fix || !m_review)
        return;
    m_context.tasks.run(
        tr("Apply a fix"), this,
        [fix = *material->finding.fix, root = sourceRoot(), started = m_review->started](const Task &) {
            return reviews::applyFix(fix, root, started);
        },
        [this, title = toText(material->finding.fix->title)](const Result<> &applied) {
            if (!applied) {
                m_context.notifications.failed(tr("The fix was not applied."), applied.error());
                return;
            }
            m_context.notifications.done(tr("Applied: %1").arg(title));
            // The bytes of all other fixes in the file are out of date now.
            review();
        });
}

void ReviewsPage::savePatch()
{
    const FindingMaterial *material = m_detail->material();
    if (!material || material->patch.empty())
        return;
    const QString name = toText(material->finding.ruleId) + u".patch"_s;
    const QString file = m_context.dialogs.saveFile(m_widget, tr("Save the fix"), name, tr("Patches (*.patch *.diff)"));
    if (file.isEmpty())
        return;
    m_context.tasks.run(
        tr("Save a patch"), this,
        [patch = material->patch, path = toPath(file)](const Task &) { return writeFileAtomically(path, patch); },
        [this, file](const Result<> &written) {
            if (written)
                m_context.notifications.done(
                    tr("Saved %1. Apply it with “git apply”.").arg(QFileInfo(file).fileName()));
            else
                m_context.notifications.failed(tr("The patch was not saved."), written.error());
        });
}

void ReviewsPage::waive()
{
    const policy::Finding *finding = m_findings ? m_findings->current() : nullptr;
    if (finding && finding->status == policy::FindingStatus::Open)
        writeWaiver(*finding);
}

void ReviewsPage::writeWaiver(const policy::Finding &finding)
{
    const QString owner = qEnvironmentVariable("USER");
    auto *dialog = new WaiverDialog(m_context.theme, finding, owner, m_widget);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_context.tasks.run(
            tr("Write a waiver"), this,
            [root = sourceRoot(), waiver = dialog->waiver()](const Task &) { return addWaiver(root, waiver); },
            [this](const Result<> &written) {
                if (!written) {
                    m_context.notifications.failed(tr("The waiver was not written."), written.error());
                    return;
                }
                m_context.notifications.done(tr("Added a waiver to tfreview.yaml."));
                review();
            });
    });
    dialog->open();
}

} // namespace drydock::reviews
