// SPDX-License-Identifier: MIT
#pragma once

#include "core/project/project.h"
#include "core/project/reviewservice.h"
#include "views/models/findingquery.h"
#include "views/shell/page.h"
#include "views/shell/pagecontext.h"
#include "views/shell/taskrunner.h"

#include <filesystem>
#include <optional>
#include <string>

class QMenu;
class QSplitter;

namespace drydock::report {
enum class Format : std::uint8_t;
}

namespace drydock::wiring {
class Services;
}

namespace drydock::reviews {

class FindingDetail;
class FindingList;
class ProgressStrip;
class RunPanel;

/// The findings browser: runs, findings, and the source, reason and fix of the chosen one.
class ReviewsPage final : public shell::Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReviewsPage)

public:
    ReviewsPage(shell::PageContext &context, const wiring::Services &services, QObject *parent = nullptr);
    ~ReviewsPage() override;

    [[nodiscard]] QString id() const override { return QStringLiteral("reviews"); }
    [[nodiscard]] QString title() const override { return tr("Reviews"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("security-high"); }
    [[nodiscard]] QWidget *widget() override;
    [[nodiscard]] QList<QAction *> actions() const override { return m_actions; }
    [[nodiscard]] QList<QAction *> visibleActions() const override;
    [[nodiscard]] QStringList trail() const override;
    void open(const shell::Link &link) override;
    [[nodiscard]] shell::Link location() const override;
    bool backOut() override;
    [[nodiscard]] QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;

    /// Reviews the project in focus, or a folder below its root. Without a project: asks for a folder.
    void review(const std::string &folder = {});
    /// Reviews a folder from outside: the project it belongs to, or a new one for it.
    void reviewFolder(const QString &folder);
    void reload();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// What reload() reads.
    struct Listing
    {
        std::optional<project::Project> project;
        std::vector<project::Run> runs;
    };

    QAction *addAction(const QString &actionId, const QString &text, const QString &iconName, const QKeySequence &keys,
                       const std::function<void()> &run);
    void addActions();
    void addExportMenu(QMenu &menu);
    void build();
    void enableActions();
    void showListing(Listing listing);
    void showRun();
    void showPanels();
    void showLoaded(const policy::ReviewResult &result);
    void showCurrentFinding();
    void reviewed(const Result<project::StoredReview> &stored);
    void chooseFolder();
    void compareWithPrevious();
    void exportAs(report::Format format);
    void applyFix();
    void savePatch();
    void waive();
    void writeWaiver(const policy::Finding &finding);
    [[nodiscard]] std::filesystem::path sourceRoot() const;

    shell::PageContext &m_context;
    const wiring::Services &m_services;
    QList<QAction *> m_actions;
    QAction *m_reviewAction = nullptr;
    QAction *m_compareAction = nullptr;
    QAction *m_exportAction = nullptr;
    QAction *m_waiveAction = nullptr;
    std::unique_ptr<QMenu> m_exportMenu;
    QWidget *m_widget = nullptr;
    QSplitter *m_splitter = nullptr;
    RunPanel *m_runs = nullptr;
    FindingList *m_findings = nullptr;
    FindingDetail *m_detail = nullptr;
    ProgressStrip *m_progress = nullptr;
    std::optional<project::Project> m_project;
    models::Review m_review;
    std::string m_runId;
    bool m_showsRuns = true;
    std::string m_wantedRun;
    std::string m_wantedFinding;
    shell::TaskSlot m_listTask;
    shell::TaskSlot m_runTask;
};

} // namespace drydock::reviews
