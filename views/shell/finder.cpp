// SPDX-License-Identifier: MIT
#include "views/shell/finder.h"

#include "views/controls/theme.h"
#include "views/shell/finderdelegate.h"

#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

using drydock::models::FinderItem;

namespace drydock::shell {

Finder::Finder(const controls::Theme &theme, QWidget *window)
    : QFrame(window)
    , m_theme(theme)
    , m_model(new models::FinderModel(this))
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(tr("Nothing found. Try fewer letters."), this))
{
    setObjectName(QStringLiteral("finder"));
    setProperty("kind", QStringLiteral("card"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(8), theme.px(8), theme.px(8), theme.px(8));
    layout->setSpacing(theme.px(8));
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing);
    m_nothing->setProperty("tone", QStringLiteral("muted"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new FinderDelegate(theme, this));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Results"));
    m_field->installEventFilter(this);
    window->installEventFilter(this);
    auto *shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(24);
    shadow->setOffset(0, 4);
    shadow->setColor(QColor(0, 0, 0, 80));
    setGraphicsEffect(shadow);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setPattern(text);
        m_list->setCurrentIndex(m_model->index(0));
        refreshEmpty();
    });
    connect(m_list, &QListView::clicked, this, &Finder::choose);
    hide();
}

void Finder::open(const QString &placeholder, const QList<FinderItem> &items, Chosen chosen)
{
    m_focusBefore = QApplication::focusWidget();
    m_chosen = std::move(chosen);
    m_field->clear();
    m_field->setPlaceholderText(placeholder);
    m_field->setAccessibleName(placeholder);
    m_model->setPattern({});
    setItems(items);
    m_list->setCurrentIndex(m_model->index(0));
    m_list->scrollToTop();
    place();
    show();
    raise();
    m_field->setFocus();
}

void Finder::setItems(const QList<FinderItem> &items)
{
    const QString current = m_list->currentIndex().data(models::FinderModel::IdRole).toString();
    m_model->setItems(items);
    QModelIndex index = m_model->index(0);
    for (int row = 0; row < m_model->rowCount() && !current.isEmpty() && !m_field->text().isEmpty(); ++row) {
        if (m_model->index(row).data(models::FinderModel::IdRole).toString() == current)
            index = m_model->index(row);
    }
    m_list->setCurrentIndex(index);
    refreshEmpty();
}

void Finder::dismiss()
{
    if (!isVisible())
        return;
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus();
}

bool Finder::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched == m_field && event->type() == QEvent::KeyPress && handleKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    if (watched == m_field && event->type() == QEvent::FocusOut && isVisible() &&
        static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason)
        hide();
    return QFrame::eventFilter(watched, event);
}

bool Finder::handleKey(int key)
{
    const int row = m_list->currentIndex().row();
    const int last = m_model->rowCount() - 1;
    const auto move = [this, last](int to) { m_list->setCurrentIndex(m_model->index(qBound(0, to, last))); };
    switch (key) {
    case Qt::Key_Down:
        move(row >= last ? 0 : row + 1);
        return true;
    case Qt::Key_Up:
        move(row <= 0 ? last : row - 1);
        return true;
    case Qt::Key_PageDown:
        move(row + 10);
        return true;
    case Qt::Key_PageUp:
        move(row - 10);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    case Qt::Key_Escape:
        dismiss();
        return true;
    default:
        return false;
    }
}

void Finder::place()
{
    const QSize area = parentWidget()->size();
    const int width = qMin(m_theme.px(640), area.width() - m_theme.px(32));
    const int height = qMin(m_theme.px(440), area.height() - m_theme.px(96));
    setGeometry((area.width() - width) / 2, m_theme.px(56), width, height);
}

void Finder::choose()
{
    const FinderItem *item = m_model->item(m_list->currentIndex());
    if (!item)
        return;
    const FinderItem chosen = *item;
    dismiss();
    if (m_chosen)
        m_chosen(chosen);
}

void Finder::refreshEmpty()
{
    m_nothing->setVisible(m_model->rowCount() == 0);
}

} // namespace drydock::shell
