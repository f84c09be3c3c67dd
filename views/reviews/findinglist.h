// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/findingquery.h"
#include "views/shell/taskrunner.h"

#include <QVariantMap>
#include <QWidget>

class QLabel;

namespace drydock::controls {
class Banner;
class ContentStack;
class Theme;
} // namespace drydock::controls

namespace drydock::reviews {

class FindingFilters;
class FindingTable;

/// The findings of one review: verdict of the gate, filters and the list itself. Filtering runs on a worker thread; the
/// list keeps what it shows until the answer is there.
class FindingList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindingList)

public:
    FindingList(const controls::Theme &theme, shell::TaskRunner &tasks, QWidget *parent = nullptr);

    void showReview(models::Review review);
    void showLoading();
    void showEmpty(const QString &iconName, const QString &sentence, const QString &button);
    void showError(const QString &what, const QString &details);
    [[nodiscard]] const models::Review &review() const { return m_review; }

    [[nodiscard]] const policy::Finding *current() const;
    /// Remembered when the finding is not listed yet.
    void select(const std::string &fingerprint);
    void selectNext();
    void selectPrevious();
    void focusFilter();
    /// Shows only findings that hold all words of the text.
    void setFilter(const QString &text);
    /// Empties all filters; false when there were none.
    bool clearFilters();

    [[nodiscard]] QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);

Q_SIGNALS:
    void currentChanged();
    void opened(); ///< Enter or a double click on a finding
    void emptyActivated();
    void retryWanted();
    void arranged(); ///< the list shows the answer to the newest filter

private:
    QWidget *makeList();
    void dropReview();
    void showVerdict();
    void arrange();
    void show(models::FindingArrangement arrangement);
    void contextMenu(const QPoint &position);

    const controls::Theme &m_theme;
    shell::TaskSlot m_arrangeTask;
    shell::TaskSlot m_facetTask;
    models::Review m_review;
    controls::Banner *m_verdict;
    FindingFilters *m_filters;
    FindingTable *m_table;
    QLabel *m_count = nullptr;
    controls::ContentStack *m_stack = nullptr;
};

} // namespace drydock::reviews
