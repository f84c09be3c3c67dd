// SPDX-License-Identifier: MIT
#include "views/controls/tableview.h"

#include "views/controls/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace drydock::controls {

namespace {

QString cell(const QString &text, TableView::CopyFormat format)
{
    QString result = text;
    switch (format) {
    case TableView::CopyFormat::Csv:
        return u'"' + result.replace(u'"', u"\"\""_s) + u'"';
    case TableView::CopyFormat::Markdown:
        return result.replace(u'|', u"\\|"_s).replace(u'\n', u' ');
    case TableView::CopyFormat::Text:
        break;
    }
    return result.replace(u'\n', u' ').replace(u'\t', u' ');
}

QString line(const QStringList &cells, TableView::CopyFormat format)
{
    switch (format) {
    case TableView::CopyFormat::Csv:
        return cells.join(u',') + u'\n';
    case TableView::CopyFormat::Markdown:
        return "| "_L1 + cells.join(u" | "_s) + " |\n"_L1;
    case TableView::CopyFormat::Text:
        break;
    }
    return cells.join(u'\t') + u'\n';
}

} // namespace

TableView::TableView(const Theme &theme, QWidget *parent)
    : QTableView(parent)
{
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTextElideMode(Qt::ElideMiddle);
    setShowGrid(false);
    setWordWrap(false);
    setSortingEnabled(true);
    setTabKeyNavigation(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    const auto size = [this, &theme] { verticalHeader()->setDefaultSectionSize(theme.rowHeight()); };
    connect(&theme, &Theme::changed, this, size);
    size();
    connect(horizontalHeader(), &QHeaderView::customContextMenuRequested, this, &TableView::chooseColumns);
    connect(this, &QAbstractItemView::doubleClicked, this, &TableView::opened);
}

QString TableView::rowsAsText(CopyFormat format) const
{
    if (!model())
        return {};
    QList<int> columns;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int logical = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(logical))
            columns << logical;
    }
    QList<int> rows;
    const QModelIndexList selected = selectionModel() ? selectionModel()->selectedRows() : QModelIndexList();
    for (const QModelIndex &index : selected)
        rows << index.row();
    if (rows.isEmpty()) {
        for (int row = 0; row < model()->rowCount(); ++row)
            rows << row;
    }
    std::sort(rows.begin(), rows.end());
    QStringList header;
    for (const int column : std::as_const(columns))
        header << cell(model()->headerData(column, Qt::Horizontal).toString(), format);
    QString result = line(header, format);
    if (format == CopyFormat::Markdown)
        result += line(QStringList(columns.size(), u"---"_s), format);
    for (const int row : std::as_const(rows)) {
        QStringList cells;
        for (const int column : std::as_const(columns))
            cells << cell(model()->index(row, column).data().toString(), format);
        result += line(cells, format);
    }
    return result;
}

void TableView::setWidth(int column, int width)
{
    // Not the header's size hint: that leaves room for the sort mark in every column.
    QFont heading = horizontalHeader()->font();
    heading.setBold(true);
    const QFontMetrics metrics(heading);
    const QString text = model()->headerData(column, Qt::Horizontal).toString();
    setColumnWidth(column, std::max(width, metrics.horizontalAdvance(text) + 3 * metrics.averageCharWidth()));
}

QByteArray TableView::columnState() const
{
    return horizontalHeader()->saveState();
}

void TableView::restoreColumnState(const QByteArray &state)
{
    if (!state.isEmpty())
        horizontalHeader()->restoreState(state);
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy(CopyFormat::Text);
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT opened(currentIndex());
    } else {
        QTableView::keyPressEvent(event);
    }
}

void TableView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    menu.addActions(actions());
    if (!actions().isEmpty())
        menu.addSeparator();
    QMenu *copies = menu.addMenu(tr("Copy as"));
    copies->addAction(tr("Text"), this, [this] { copy(CopyFormat::Text); });
    copies->addAction(tr("CSV"), this, [this] { copy(CopyFormat::Csv); });
    copies->addAction(tr("Markdown"), this, [this] { copy(CopyFormat::Markdown); });
    menu.exec(event->globalPos());
}

void TableView::chooseColumns(const QPoint &position)
{
    QMenu menu(this);
    for (int column = 0; model() && column < model()->columnCount(); ++column) {
        const QString title = model()->headerData(column, Qt::Horizontal).toString();
        if (title.isEmpty())
            continue;
        QAction *action = menu.addAction(title);
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(isColumnHidden(column) ||
                           horizontalHeader()->count() - horizontalHeader()->hiddenSectionCount() > 1);
        connect(action, &QAction::toggled, this, [this, column](bool shown) { setColumnHidden(column, !shown); });
    }
    menu.exec(horizontalHeader()->mapToGlobal(position));
}

void TableView::copy(CopyFormat format) const
{
    QApplication::clipboard()->setText(rowsAsText(format));
}

} // namespace drydock::controls
