// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/codeeditor/textsearch.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace drydock::controls {

class CodeArea;
class Theme;

enum class FindMode { Find, Replace };

/// Find and replace in one text. Typing goes to the first hit behind where the cursor was; Enter to the next,
/// Shift+Enter to the one before, Esc back to the text. All hits are marked while the bar is open.
class FindBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindBar)

public:
    FindBar(const Theme &theme, CodeArea &area, QWidget *parent);

    /// Empty `text`: the selection, else what was searched last.
    void open(FindMode mode, const QString &text = {});
    void close();
    void next();
    void previous();
    void replaceOne();
    void replaceAll();

    [[nodiscard]] SearchQuery query() const;
    void setQuery(const SearchQuery &query);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLineEdit *makeField(const Theme &theme, const QString &label, const QString &icon);
    QToolButton *makeToggle(const QString &text, const QString &name);
    QToolButton *makeButton(const Theme &theme, const QString &icon, const QString &name, void (FindBar::*run)());
    void queryChanged();
    void search();
    void goTo(qsizetype index);
    void showCount(qsizetype current);
    [[nodiscard]] qsizetype hitAtSelection() const;

    CodeArea &m_area;
    QLineEdit *m_field;
    QLineEdit *m_replacement;
    QToolButton *m_cases;
    QToolButton *m_words;
    QToolButton *m_pattern;
    QLabel *m_count;
    QWidget *m_replaceRow;
    QTimer m_pause;
    QList<TextRange> m_hits;
    int m_origin = 0; ///< where the cursor was when the bar opened
};

} // namespace drydock::controls
