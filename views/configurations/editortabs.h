// SPDX-License-Identifier: MIT
#pragma once

#include "views/configurations/fileeditor.h"

#include <QList>
#include <QWidget>

#include <functional>
#include <optional>

class QStackedWidget;
class QTabBar;

namespace drydock::controls {
class EmptyState;
class Theme;
} // namespace drydock::controls

namespace drydock::configurations {

/// The open files: a tab for each, the editor of one below. Closed ones are remembered with their place and text.
class EditorTabs final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EditorTabs)

public:
    using Maker = std::function<FileEditor *(const QString &path)>;

    EditorTabs(const controls::Theme &theme, Maker maker, QWidget *parent = nullptr);
    ~EditorTabs() override;

    enum class Focus { Taken, Left };
    /// Shows the file, in a new tab where it has none.
    FileEditor *open(const QString &path, Focus focus = Focus::Left);
    /// Adds a tab without showing it.
    FileEditor *add(const QString &path);
    [[nodiscard]] FileEditor *find(const QString &path) const;
    [[nodiscard]] FileEditor *current() const;
    [[nodiscard]] QList<FileEditor *> all() const; ///< in the order of the tabs
    [[nodiscard]] QTabBar *bar() const { return m_bar; }

    /// Closes without asking.
    void close(FileEditor *editor);
    void closeAll();
    /// The file closed last, with the text it had; null when there is none.
    FileEditor *reopen();
    [[nodiscard]] bool canReopen() const { return !m_closed.isEmpty(); }
    /// The tab beside the current one, around the ends.
    void cycle(int step);
    void refreshTitles();

Q_SIGNALS:
    void currentChanged();
    void closeWanted(FileEditor *editor);
    void tabsChanged(); ///< which files are open, or their order

private:
    struct Closed
    {
        QString path;
        controls::EditorViewState view;
        std::optional<project::Draft> draft;
    };

    [[nodiscard]] FileEditor *at(int index) const;
    [[nodiscard]] int indexOf(const FileEditor *editor) const;
    void showMenu(const QPoint &position);
    void showCurrent();
    bool eventFilter(QObject *watched, QEvent *event) override;

    const controls::Theme &m_theme;
    Maker m_maker;
    QTabBar *m_bar;
    QStackedWidget *m_stack;
    controls::EmptyState *m_empty;
    QList<Closed> m_closed;
};

} // namespace drydock::configurations
