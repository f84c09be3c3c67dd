// SPDX-License-Identifier: MIT
#pragma once

#include <QTableView>

namespace drydock::controls {

class Theme;

/// A table as all pages have it: whole rows, 28 px high, no grid, sorting, texts cut in the middle, a column chooser on
/// the header, and "Copy as" text, CSV or Markdown on Ctrl+C and the menu.
class TableView : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TableView)

public:
    explicit TableView(const Theme &theme, QWidget *parent = nullptr);

    enum class CopyFormat { Text, Csv, Markdown };
    /// The selected rows (all when nothing is selected), visible columns, with a header line.
    [[nodiscard]] QString rowsAsText(CopyFormat format) const;
    /// As wide as that, and wide enough for the header's text in whatever font there is. The model is set before.
    void setWidth(int column, int width);
    /// Order, width and visibility of the columns.
    [[nodiscard]] QByteArray columnState() const;
    void restoreColumnState(const QByteArray &state);

Q_SIGNALS:
    /// The row was opened with Enter or a double click.
    void opened(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void chooseColumns(const QPoint &position);
    void copy(CopyFormat format) const;
};

} // namespace drydock::controls
