// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/findingquery.h"

#include <QTreeView>
#include <QVariantMap>

namespace drydock::controls {
class Theme;
}

namespace drydock::models {
class FindingModel;
}

namespace drydock::reviews {

/// The rows of a list of findings: columns that share the room, order by header, selection by fingerprint, copying.
class FindingTable final : public QTreeView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindingTable)

public:
    explicit FindingTable(const controls::Theme &theme, QWidget *parent = nullptr);

    /// Keeps the selected finding where it is still listed, else the first one is selected.
    void setArrangement(models::FindingArrangement arrangement);
    void clear();
    [[nodiscard]] const policy::Finding *current() const;
    [[nodiscard]] const policy::Finding *findingAt(const QPoint &position) const;
    /// Remembered when the finding is not listed yet.
    void select(const std::string &fingerprint);
    void selectNext();
    void selectPrevious();
    void copySelection() const;
    /// Adds what orders the rows to a query.
    void order(models::FindingQuery &query) const;

    [[nodiscard]] QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);

Q_SIGNALS:
    void currentFindingChanged();
    void opened(); ///< Enter or a double click on a finding
    void orderChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void setUpHeader();
    void keepSelection();
    void setCurrent(const QModelIndex &index);
    void fitColumns(int width);

    const controls::Theme &m_theme;
    models::FindingModel *m_model;
    std::string m_wanted;
    int m_sortColumn = 0;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
    bool m_fitting = false;
    bool m_columnsChosen = false; ///< the user set their widths
};

} // namespace drydock::reviews
