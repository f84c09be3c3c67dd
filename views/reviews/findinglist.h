// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/findingquery.h"
#include "views/shell/taskrunner.h"

#include <QVariantMap>
#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;
class QTreeView;

namespace drydock::controls {
class Banner;
class ChipRow;
class ContentStack;
class SearchField;
class Theme;
} // namespace drydock::controls

namespace drydock::models {
class FindingModel;
}

namespace drydock::reviews {

/// The findings of one review: verdict of the gate, filters, grouping and the list itself. Filtering runs on a worker
/// thread; the list keeps what it shows until the answer is there.
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

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeFilters();
    QWidget *makeDetailedFilters();
    QWidget *makeList();
    QComboBox *makeFacet(const QString &name);
    void showVerdict();
    void showFilters();
    void fillFacets(const models::FindingFacets &facets);
    void refreshChips();
    [[nodiscard]] models::FindingQuery query() const;
    void arrange();
    void show(models::FindingArrangement arrangement);
    void keepSelection();
    void setCurrent(const QModelIndex &index);
    void fitColumns(int width);
    void copySelection() const;
    void contextMenu(const QPoint &position);

    const controls::Theme &m_theme;
    shell::TaskSlot m_arrangeTask;
    shell::TaskSlot m_facetTask;
    models::Review m_review;
    models::FindingModel *m_model;
    std::string m_wanted;
    int m_sortColumn = 0;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;

    controls::Banner *m_verdict = nullptr;
    controls::SearchField *m_search = nullptr;
    controls::ChipRow *m_severities = nullptr;
    controls::ChipRow *m_statuses = nullptr;
    QComboBox *m_grouping = nullptr;
    QToolButton *m_more = nullptr;
    QWidget *m_filters = nullptr;
    QWidget *m_facetRow = nullptr;
    QComboBox *m_rule = nullptr;
    QComboBox *m_resource = nullptr;
    QComboBox *m_file = nullptr;
    QLabel *m_count = nullptr;
    QTreeView *m_tree = nullptr;
    bool m_fitting = false;
    bool m_columnsChosen = false; ///< the user set their widths
    controls::ContentStack *m_stack = nullptr;
};

} // namespace drydock::reviews
