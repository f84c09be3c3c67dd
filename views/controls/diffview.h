// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/diffcontent.h"

#include <QFutureWatcher>
#include <QSet>
#include <QWidget>

#include <string>

class QAction;
class QLabel;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace drydock::controls {

class DiffPane;
class DiffStrip;
class ElidedLabel;
class EmptyState;
class Syntax;
class Theme;

/// Two texts compared: side by side or inline, changed words marked, unchanged parts folded, next and previous change
/// with F7 and Shift+F7. Compares on a pool thread.
class DiffView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DiffView)

public:
    enum class Layout { SideBySide, Inline };
    enum class Header { Shown, Hidden }; ///< the line with titles, figures and buttons

    DiffView(const Theme &theme, const Syntax &syntax, Header header = Header::Shown, QWidget *parent = nullptr);

    /// `fileName` chooses the language.
    void setTexts(const QString &beforeTitle, const std::string &before, const QString &afterTitle,
                  const std::string &after, const QString &fileName);
    void clear(const QString &sentence = {});

    [[nodiscard]] Layout layoutMode() const { return m_layout; }
    void setLayoutMode(Layout layout);
    [[nodiscard]] QAction *nextAction() const { return m_next; }
    [[nodiscard]] QAction *previousAction() const { return m_previous; }
    void nextChange();
    void previousChange();
    [[nodiscard]] int currentChange() const { return m_change; }
    [[nodiscard]] const DiffContent &content() const { return m_content; }

Q_SIGNALS:
    void shown(); ///< the comparison is on the screen

private:
    QWidget *makeHeader();
    QWidget *makePanes();
    QToolButton *makeToggle(const QString &text, const QString &toolTip);
    void makeActions();
    void compare();
    void present(DiffContent content);
    void showSentence();
    void updateFigures();
    void goTo(int change);
    void openFold(int fold);
    void applyFolds();
    void applyLayout();
    void keepTogether(DiffPane *first, DiffPane *second);

    const Theme &m_theme;
    const Syntax &m_syntax;
    QString m_beforeTitle;
    QString m_afterTitle;
    QString m_fileName;
    std::string m_before;
    std::string m_after;
    DiffContent m_content;
    QFutureWatcher<DiffContent> m_watcher;
    QSet<int> m_openFolds;
    Layout m_layout = Layout::SideBySide;
    int m_change = -1;

    QAction *m_next = nullptr;
    QAction *m_previous = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QSplitter *m_sides = nullptr;
    DiffPane *m_left = nullptr;
    DiffPane *m_right = nullptr;
    DiffPane *m_inline = nullptr;
    DiffStrip *m_strip = nullptr;
    ElidedLabel *m_title = nullptr;
    QLabel *m_added = nullptr;
    QLabel *m_removed = nullptr;
    QLabel *m_position = nullptr;
    QToolButton *m_inlineToggle = nullptr;
    QToolButton *m_blanksToggle = nullptr;
    QToolButton *m_foldToggle = nullptr;
};

} // namespace drydock::controls
