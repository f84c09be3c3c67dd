// SPDX-License-Identifier: MIT
#pragma once

#include "views/shell/locator.h"
#include "views/shell/pagecontext.h"

#include <QHash>
#include <QMainWindow>

class QDockWidget;
class QStackedWidget;

namespace drydock::shell {

class ActionRegistry;
class ActivityDock;
class Finder;
class Header;
class NotificationCentre;
class Page;
class PageBar;
class Rail;
class ToastLayer;
enum class RailPlace;

/// The one window: rail, header, page bar, pages, docks. Knows pages only through Page and services not at all.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    explicit MainWindow(PageContext &context, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Takes the page. Its widget is built when it is shown first. Ctrl+1..9 follow the order of calls.
    void addPage(Page *page, RailPlace place);
    /// A dock at the right, hidden at first; its toggle becomes an action "view.<id>" with the given shortcut.
    QDockWidget *addSideDock(const QString &id, const QString &title, QWidget *widget, const QKeySequence &keys);
    [[nodiscard]] Locator &locator() { return *m_locator; }
    [[nodiscard]] ActionRegistry &actions() { return *m_actions; }
    [[nodiscard]] Page *currentPage() const { return m_current; }
    [[nodiscard]] Page *page(const QString &id) const;

    /// Shows what was shown when the window closed last, or `fallback`.
    void restoreSession(const Link &fallback);
    void saveSession();

Q_SIGNALS:
    void articleWanted(const QString &article);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void buildLayout();
    void addCommands();
    void addViewCommands();
    QAction *addCommand(const QString &id, const QString &text, const QString &category,
                        const QList<QKeySequence> &keys, const QString &iconName);
    void showPlace(const Link &link);
    void build(Page *page);
    void refreshBar();
    void zoomBy(int percent);

    PageContext &m_context;
    ActionRegistry *m_actions;
    QMainWindow *m_docks = nullptr; ///< inner window: docks stay beside the page, below the header
    Rail *m_rail = nullptr;
    Header *m_header = nullptr;
    PageBar *m_bar = nullptr;
    QStackedWidget *m_stack = nullptr;
    ActivityDock *m_activity = nullptr;
    Finder *m_finder = nullptr;
    Locator *m_locator = nullptr;
    NotificationCentre *m_centre = nullptr;
    ToastLayer *m_toasts = nullptr;
    QList<Page *> m_pages;
    QHash<Page *, QWidget *> m_widgets;
    Page *m_current = nullptr;
};

} // namespace drydock::shell
