// SPDX-License-Identifier: MIT
#pragma once

#include "views/compare/comparison.h"
#include "views/shell/page.h"
#include "views/shell/pagecontext.h"
#include "views/shell/taskrunner.h"

class QStackedWidget;

namespace drydock::controls {
class ContentStack;
}

namespace drydock::wiring {
class Services;
}

namespace drydock::compare {

class Chooser;
class RunCompareView;
class TreeCompareView;

/// Two versions of an asset, two reviews, or two files or folders side by side.
class ComparePage final : public shell::Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ComparePage)

public:
    ComparePage(shell::PageContext &context, const wiring::Services &services, QObject *parent = nullptr);
    ~ComparePage() override;

    [[nodiscard]] QString id() const override { return QStringLiteral("compare"); }
    [[nodiscard]] QString title() const override { return tr("Compare"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("view-split-left-right"); }
    [[nodiscard]] QWidget *widget() override;
    [[nodiscard]] QList<QAction *> actions() const override { return m_actions; }
    [[nodiscard]] QList<QAction *> visibleActions() const override { return {}; }
    /// `?kind=asset|run|file&left=…&right=…&path=…`; versions and runs by id.
    void open(const shell::Link &link) override;
    [[nodiscard]] shell::Link location() const override;
    [[nodiscard]] QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;

private:
    void build();
    void addAction(const QString &actionId, const QString &text, const QString &iconName, const QKeySequence &keys,
                   const std::function<void()> &run);
    void loadChoices(const std::string &assetId = {});
    void compare();
    void showNothing();
    void compareTrees(const Subject &subject);
    void compareReviews(const Subject &subject);
    void showError(const QString &what, const Error &error);

    shell::PageContext &m_context;
    const wiring::Services &m_services;
    QList<QAction *> m_actions;
    QWidget *m_widget = nullptr;
    Chooser *m_chooser = nullptr;
    controls::ContentStack *m_stack = nullptr;
    QStackedWidget *m_content = nullptr;
    TreeCompareView *m_tree = nullptr;
    RunCompareView *m_runs = nullptr;
    QString m_wantedPath;
    shell::TaskSlot m_choicesTask;
    shell::TaskSlot m_compareTask;
};

} // namespace drydock::compare
