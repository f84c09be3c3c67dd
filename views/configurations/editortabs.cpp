// SPDX-License-Identifier: MIT
#include "views/configurations/editortabs.h"

#include "views/controls/emptystate.h"
#include "views/controls/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHash>
#include <QMenu>
#include <QMouseEvent>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace drydock::configurations {

namespace {

constexpr qsizetype mostClosed = 20;
constexpr int widestTitle = 240;

FileEditor *editorOf(const QTabBar &bar, int index)
{
    return bar.tabData(index).value<FileEditor *>();
}

} // namespace

EditorTabs::EditorTabs(const controls::Theme &theme, Maker maker, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_maker(std::move(maker))
    , m_bar(new QTabBar)
    , m_stack(new QStackedWidget)
    , m_empty(new controls::EmptyState(theme))
{
    m_bar->setObjectName(u"editorTabs"_s);
    m_bar->setMovable(true);
    m_bar->setExpanding(false);
    m_bar->setUsesScrollButtons(true);
    m_bar->setElideMode(Qt::ElideMiddle);
    m_bar->setDrawBase(false);
    m_bar->setContextMenuPolicy(Qt::CustomContextMenu);
    m_bar->setAccessibleName(tr("Open files"));
    m_bar->installEventFilter(this);
    m_empty->set(u"code-context"_s, tr("Choose a file on the left, or go to one with Ctrl+K."));
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_stack, 1);
    connect(m_bar, &QTabBar::currentChanged, this, &EditorTabs::showCurrent);
    connect(m_bar, &QTabBar::tabMoved, this, &EditorTabs::tabsChanged);
    connect(m_bar, &QWidget::customContextMenuRequested, this, &EditorTabs::showMenu);
}

EditorTabs::~EditorTabs()
{
    m_bar->disconnect(this);
}

FileEditor *EditorTabs::at(int index) const
{
    return editorOf(*m_bar, index);
}

int EditorTabs::indexOf(const FileEditor *editor) const
{
    for (int index = 0; index < m_bar->count(); ++index) {
        if (at(index) == editor)
            return index;
    }
    return -1;
}

FileEditor *EditorTabs::find(const QString &path) const
{
    for (int index = 0; index < m_bar->count(); ++index) {
        if (at(index)->path() == path)
            return at(index);
    }
    return nullptr;
}

FileEditor *EditorTabs::current() const
{
    return m_bar->currentIndex() < 0 ? nullptr : at(m_bar->currentIndex());
}

QList<FileEditor *> EditorTabs::all() const
{
    QList<FileEditor *> editors;
    for (int index = 0; index < m_bar->count(); ++index)
        editors << at(index);
    return editors;
}

FileEditor *EditorTabs::add(const QString &path)
{
    if (FileEditor *open = find(path))
        return open;
    FileEditor *editor = m_maker(path);
    m_stack->addWidget(editor);
    connect(editor, &FileEditor::modifiedChanged, this, &EditorTabs::refreshTitles);
    connect(editor, &FileEditor::stateChanged, this, &EditorTabs::refreshTitles);
    const int index = m_bar->count();
    {
        // The first tab of a bar becomes current at once, before it has its data.
        const QSignalBlocker quiet(m_bar);
        m_bar->addTab({});
        m_bar->setTabData(index, QVariant::fromValue(editor));
    }
    auto *close = new QToolButton;
    close->setIcon(m_theme.icon(u"window-close-symbolic"_s, controls::ColorRole::Muted));
    close->setIconSize({m_theme.px(12), m_theme.px(12)});
    close->setFocusPolicy(Qt::NoFocus);
    close->setToolTip(tr("Close"));
    close->setAccessibleName(tr("Close %1").arg(path));
    connect(close, &QToolButton::clicked, this, [this, editor] { Q_EMIT closeWanted(editor); });
    m_bar->setTabButton(index, QTabBar::RightSide, close);
    refreshTitles();
    Q_EMIT tabsChanged();
    return editor;
}

FileEditor *EditorTabs::open(const QString &path, Focus focus)
{
    FileEditor *editor = add(path);
    m_bar->setCurrentIndex(indexOf(editor));
    showCurrent();
    if (focus == Focus::Taken)
        editor->setFocus();
    return editor;
}

void EditorTabs::showCurrent()
{
    FileEditor *editor = current();
    QWidget *shown = editor ? static_cast<QWidget *>(editor) : m_empty;
    const bool changed = m_stack->currentWidget() != shown;
    m_stack->setCurrentWidget(shown);
    if (editor)
        editor->ensureLoaded();
    if (changed)
        Q_EMIT currentChanged();
}

void EditorTabs::close(FileEditor *editor)
{
    const int index = indexOf(editor);
    if (index < 0)
        return;
    m_closed.prepend({editor->path(), editor->viewState(), editor->draft()});
    if (m_closed.size() > mostClosed)
        m_closed.removeLast();
    m_stack->removeWidget(editor);
    m_bar->removeTab(index);
    editor->deleteLater();
    showCurrent();
    refreshTitles();
    Q_EMIT tabsChanged();
    if (m_bar->count() == 0)
        Q_EMIT currentChanged();
}

void EditorTabs::closeAll()
{
    const QSignalBlocker quiet(this);
    const auto editors = all();
    for (FileEditor *editor : editors)
        close(editor);
    m_closed.clear();
}

FileEditor *EditorTabs::reopen()
{
    if (m_closed.isEmpty())
        return nullptr;
    const Closed closed = m_closed.takeFirst();
    FileEditor *editor = add(closed.path);
    editor->setViewState(closed.view);
    if (closed.draft)
        editor->restore(*closed.draft);
    return open(closed.path, Focus::Taken);
}

void EditorTabs::cycle(int step)
{
    const int count = m_bar->count();
    if (count > 1) {
        m_bar->setCurrentIndex((m_bar->currentIndex() + step + count) % count);
        current()->setFocus();
    }
}

void EditorTabs::refreshTitles()
{
    QHash<QString, int> names;
    for (int index = 0; index < m_bar->count(); ++index)
        ++names[at(index)->path().section(u'/', -1)];
    for (int index = 0; index < m_bar->count(); ++index) {
        const FileEditor *editor = at(index);
        const QString name = editor->path().section(u'/', -1);
        const QString folder = editor->path().section(u'/', -2, -2);
        // Files of one name are told apart by their folder.
        QString title = names.value(name) > 1 && !folder.isEmpty() ? tr("%1 – %2").arg(name, folder) : name;
        if (editor->isModified())
            title.prepend(u"● "_s);
        m_bar->setTabText(
            index,
            m_bar->fontMetrics().elidedText(title, Qt::ElideMiddle, m_theme.px(widestTitle)).replace(u'&', u"&&"_s));
        m_bar->setTabIcon(index, editor->isReadOnly() ? m_theme.icon(u"object-locked"_s, controls::ColorRole::Muted)
                                                      : QIcon());
        m_bar->setTabToolTip(index, editor->isModified() ? tr("%1: not saved").arg(editor->path()) : editor->path());
    }
}

void EditorTabs::showMenu(const QPoint &position)
{
    FileEditor *editor = m_bar->tabAt(position) < 0 ? nullptr : at(m_bar->tabAt(position));
    if (!editor)
        return;
    QMenu menu;
    menu.addAction(tr("Close"), this, [this, editor] { Q_EMIT closeWanted(editor); });
    menu.addAction(tr("Close the others"), this, [this, editor] {
        const auto editors = all();
        for (FileEditor *each : editors) {
            if (each != editor)
                Q_EMIT closeWanted(each);
        }
    });
    menu.addAction(tr("Close saved ones"), this, [this] {
        const auto editors = all();
        for (FileEditor *each : editors) {
            if (!each->isModified())
                close(each);
        }
    });
    menu.addSeparator();
    menu.addAction(tr("Copy path"), this, [editor] { QApplication::clipboard()->setText(editor->path()); });
    menu.exec(m_bar->mapToGlobal(position));
}

bool EditorTabs::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_bar && event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const int index = m_bar->tabAt(mouse->position().toPoint());
        if (mouse->button() == Qt::MiddleButton && index >= 0) {
            Q_EMIT closeWanted(at(index));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace drydock::configurations
