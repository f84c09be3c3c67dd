// SPDX-License-Identifier: MIT
#include "views/controls/codeeditor/completionpopup.h"

#include "views/controls/codeeditor/completiondelegate.h"
#include "views/controls/codeeditor/completionmodel.h"
#include "views/controls/markdownview.h"
#include "views/controls/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QListView>

#include <algorithm>

namespace drydock::controls {

namespace {

constexpr int mostRows = 10;
constexpr int measuredRows = 60;
constexpr int documentationWidth = 320;
constexpr int documentationHeight = 220;

} // namespace

CompletionPopup::CompletionPopup(const Theme &theme, const Syntax &syntax, CompletionModel &model, QWidget &owner)
    : FloatingFrame(owner)
    , m_theme(theme)
    , m_model(model)
    , m_list(new QListView(this))
    , m_delegate(new CompletionDelegate(theme, model, this))
    , m_documentation(new MarkdownView(theme, syntax, this))
{
    m_list->setModel(&model);
    m_list->setItemDelegate(m_delegate);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Completions"));
    m_documentation->setFocusPolicy(Qt::NoFocus);
    m_documentation->setProperty("frameless", true);
    m_documentation->setAccessibleName(tr("Documentation"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(0);
    row->addWidget(m_list, 1);
    row->addWidget(m_documentation);
    m_documentation->hide();
    connect(m_list, &QListView::clicked, this, &CompletionPopup::chosen);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CompletionPopup::showDocumentation);
}

void CompletionPopup::refresh()
{
    const int rows = m_model.rowCount();
    int width = m_theme.px(180);
    for (int row = 0; row < std::min(rows, measuredRows); ++row)
        width = std::max(width, m_delegate->wantedWidth(row));
    const int rowHeight = m_theme.px(24);
    width = std::min(width + m_theme.px(24), m_theme.px(520));
    choose(0);
    // Beside all rows or none: a list that changes its width with every step is hard to read.
    bool documented = false;
    for (int row = 0; row < std::min(rows, measuredRows) && !documented; ++row)
        documented = !m_model.item(row).documentation.isEmpty();
    m_documentation->setVisible(documented);
    // Alone it fills the frame, whatever the frame's border takes.
    m_list->setMinimumWidth(documented ? width : 0);
    m_list->setMaximumWidth(documented ? width : QWIDGETSIZE_MAX);
    const int height = std::min(rows, mostRows) * rowHeight + m_theme.px(8);
    setWantedSize({width + 4 + (documented ? m_theme.px(documentationWidth) : 0),
                   documented ? std::max(height, m_theme.px(documentationHeight)) : height});
}

int CompletionPopup::currentRow() const
{
    return m_list->currentIndex().row();
}

int CompletionPopup::pageSteps() const
{
    return mostRows - 1;
}

void CompletionPopup::move(int steps)
{
    const int rows = m_model.rowCount();
    if (rows == 0)
        return;
    int row = currentRow() + steps;
    if (std::abs(steps) == 1)
        row = (row + rows) % rows;
    choose(std::clamp(row, 0, rows - 1));
}

void CompletionPopup::choose(int row)
{
    const QModelIndex index = m_model.index(row, 0);
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
    showDocumentation();
    // The focus stays in the text, so a screen reader has to be told which row is meant.
    QAccessibleEvent event(m_list, QAccessible::Focus);
    event.setChild(row);
    QAccessible::updateAccessibility(&event);
}

void CompletionPopup::showDocumentation()
{
    const int row = currentRow();
    const QString text = row >= 0 && row < m_model.rowCount() ? m_model.item(row).documentation : QString();
    if (text == m_shownText)
        return;
    m_shownText = text;
    m_documentation->setArticle(text);
}

} // namespace drydock::controls
