// SPDX-License-Identifier: MIT
#include "views/controls/diffview.h"

#include "views/controls/diffpane.h"
#include "views/controls/diffstrip.h"
#include "views/controls/elidedlabel.h"
#include "views/controls/emptystate.h"
#include "views/controls/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPromise>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QThreadPool>
#include <QToolButton>
#include <QVBoxLayout>

#include <memory>

using namespace Qt::StringLiterals;

namespace drydock::controls {

DiffView::DiffView(const Theme &theme, const Syntax &syntax, Header header, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_syntax(syntax)
{
    makeActions();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    QWidget *bar = makeHeader();
    layout->addWidget(bar);
    bar->setVisible(header == Header::Shown);
    m_stack = new QStackedWidget;
    m_empty = new EmptyState(theme);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(makePanes());
    layout->addWidget(m_stack, 1);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        if (m_watcher.future().resultCount() > 0)
            present(m_watcher.result());
    });
    clear();
}

void DiffView::makeActions()
{
    m_next = new QAction(m_theme.icon(u"go-down"_s), tr("Next change"), this);
    m_next->setShortcut(Qt::Key_F7);
    m_previous = new QAction(m_theme.icon(u"go-up"_s), tr("Previous change"), this);
    m_previous->setShortcut(Qt::SHIFT | Qt::Key_F7);
    for (QAction *action : {m_next, m_previous}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setToolTip(action->text() + u" ("_s + action->shortcut().toString(QKeySequence::NativeText) + u')');
        addAction(action);
    }
    connect(m_next, &QAction::triggered, this, &DiffView::nextChange);
    connect(m_previous, &QAction::triggered, this, &DiffView::previousChange);
}

QToolButton *DiffView::makeToggle(const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QWidget *DiffView::makeHeader()
{
    auto *bar = new QWidget;
    bar->setProperty("kind", u"panel"_s);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(m_theme.px(8), m_theme.px(4), m_theme.px(8), m_theme.px(4));
    m_title = new ElidedLabel({}, Qt::ElideMiddle);
    m_added = new QLabel;
    m_added->setProperty("tone", u"ok"_s);
    m_removed = new QLabel;
    m_removed->setProperty("tone", u"critical"_s);
    m_position = new QLabel;
    m_position->setProperty("tone", u"muted"_s);
    m_inlineToggle = makeToggle(tr("Inline"), tr("Show both texts in one column"));
    m_blanksToggle = makeToggle(tr("Ignore blanks"), tr("Do not compare white space"));
    m_foldToggle = makeToggle(tr("Fold"), tr("Hide what did not change"));
    m_foldToggle->setChecked(true);
    connect(m_inlineToggle, &QToolButton::toggled, this,
            [this](bool on) { setLayoutMode(on ? Layout::Inline : Layout::SideBySide); });
    connect(m_blanksToggle, &QToolButton::toggled, this, &DiffView::compare);
    connect(m_foldToggle, &QToolButton::toggled, this, [this] {
        m_openFolds.clear();
        applyFolds();
    });
    row->addWidget(m_title, 1);
    for (QLabel *label : {m_removed, m_added, m_position})
        row->addWidget(label);
    for (QToolButton *button : {m_inlineToggle, m_blanksToggle, m_foldToggle})
        row->addWidget(button);
    for (QAction *action : {m_previous, m_next}) {
        auto *button = new QToolButton;
        button->setDefaultAction(action);
        button->setAccessibleName(action->text());
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
    }
    return bar;
}

QWidget *DiffView::makePanes()
{
    auto *area = new QWidget;
    auto *row = new QHBoxLayout(area);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_left = new DiffPane(m_theme, m_syntax, DiffPane::Numbers::Before);
    m_right = new DiffPane(m_theme, m_syntax, DiffPane::Numbers::After);
    m_inline = new DiffPane(m_theme, m_syntax, DiffPane::Numbers::Both);
    m_sides = new QSplitter;
    m_sides->setChildrenCollapsible(false);
    m_sides->addWidget(m_left);
    m_sides->addWidget(m_right);
    m_strip = new DiffStrip(m_theme);
    row->addWidget(m_sides, 1);
    row->addWidget(m_inline, 1);
    row->addWidget(m_strip);
    m_inline->hide();
    for (DiffPane *pane : {m_left, m_right, m_inline})
        connect(pane, &DiffPane::foldClicked, this, &DiffView::openFold);
    m_left->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    keepTogether(m_left, m_right);
    keepTogether(m_right, m_left);
    connect(m_strip, &DiffStrip::changeClicked, this, &DiffView::goTo);
    return area;
}

void DiffView::keepTogether(DiffPane *first, DiffPane *second)
{
    connect(first->verticalScrollBar(), &QScrollBar::valueChanged, second->verticalScrollBar(), &QScrollBar::setValue);
    connect(first->horizontalScrollBar(), &QScrollBar::valueChanged, second->horizontalScrollBar(),
            &QScrollBar::setValue);
}

void DiffView::setTexts(const QString &beforeTitle, const std::string &before, const QString &afterTitle,
                        const std::string &after, const QString &fileName)
{
    m_beforeTitle = beforeTitle;
    m_afterTitle = afterTitle;
    m_before = before;
    m_after = after;
    m_fileName = fileName;
    m_left->setAccessibleName(tr("Before: %1").arg(beforeTitle));
    m_right->setAccessibleName(tr("After: %1").arg(afterTitle));
    m_inline->setAccessibleName(tr("Changes from %1 to %2").arg(beforeTitle, afterTitle));
    m_title->setFullText(beforeTitle == afterTitle ? afterTitle : tr("%1 → %2").arg(beforeTitle, afterTitle));
    compare();
}

void DiffView::clear(const QString &sentence)
{
    m_watcher.setFuture({});
    m_before.clear();
    m_after.clear();
    m_content = {};
    m_change = -1;
    m_title->setFullText({});
    m_empty->set(u"view-split-left-right"_s, sentence.isEmpty() ? tr("Nothing to compare.") : sentence);
    m_stack->setCurrentIndex(0);
    updateFigures();
}

void DiffView::compare()
{
    const auto whitespace = m_blanksToggle->isChecked() ? diff::Whitespace::IgnoreAll : diff::Whitespace::Significant;
    auto promise = std::make_shared<QPromise<DiffContent>>();
    promise->start();
    m_watcher.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, before = m_before, after = m_after, whitespace] {
        promise->addResult(DiffContent::make(before, after, whitespace));
        promise->finish();
    });
}

void DiffView::present(DiffContent content)
{
    m_content = std::move(content);
    m_change = -1;
    m_openFolds.clear();
    const bool nothing = m_content.binary || m_content.tooLarge || m_content.changes == 0;
    m_stack->setCurrentIndex(nothing ? 0 : 1);
    if (nothing)
        showSentence();
    else
        applyLayout();
    updateFigures();
    if (!nothing)
        goTo(0);
    Q_EMIT shown();
}

void DiffView::showSentence()
{
    if (m_content.tooLarge)
        m_empty->set(u"view-split-left-right"_s, tr("These files are too large to be compared here."));
    else if (m_content.binary)
        m_empty->set(u"view-split-left-right"_s, m_before == m_after ? tr("These files are no text; they are the same.")
                                                                     : tr("These files are no text; they differ."));
    else
        m_empty->set(u"emblem-ok-symbolic"_s, m_before == m_after ? tr("Both sides are the same.")
                                                                  : tr("Both sides differ in white space only."));
}

void DiffView::updateFigures()
{
    const QLocale locale;
    const bool changed = m_content.changes > 0;
    m_added->setText(m_content.added > 0 ? u"+"_s + locale.toString(m_content.added) : QString());
    m_added->setAccessibleName(tr("Lines added: %1").arg(m_content.added));
    m_removed->setText(m_content.removed > 0 ? u"\u2212"_s + locale.toString(m_content.removed) : QString());
    m_removed->setAccessibleName(tr("Lines removed: %1").arg(m_content.removed));
    QString position;
    if (changed)
        position = m_change < 0 ? tr("changes: %1").arg(m_content.changes)
                                : tr("change %1 of %2").arg(m_change + 1).arg(m_content.changes);
    if (changed && m_content.exactness == diff::Exactness::Approximate)
        position += tr(", approximate");
    m_position->setText(position);
    m_next->setEnabled(changed);
    m_previous->setEnabled(changed);
}

void DiffView::setLayoutMode(Layout layout)
{
    if (m_layout == layout)
        return;
    m_layout = layout;
    m_inlineToggle->setChecked(layout == Layout::Inline);
    applyLayout();
    if (m_change >= 0)
        goTo(m_change);
}

void DiffView::applyLayout()
{
    const bool inlined = m_layout == Layout::Inline;
    m_sides->setVisible(!inlined);
    m_inline->setVisible(inlined);
    if (m_content.changes == 0)
        return;
    if (inlined) {
        m_inline->setSide(m_content.inlined, m_content.foldSizes, m_fileName);
    } else {
        m_left->setSide(m_content.before, m_content.foldSizes, m_fileName);
        m_right->setSide(m_content.after, m_content.foldSizes, m_fileName);
    }
    m_strip->setLines(m_content.inlined.lines);
    applyFolds();
}

void DiffView::applyFolds()
{
    QSet<int> open = m_openFolds;
    if (!m_foldToggle->isChecked()) {
        for (int fold = 0; fold < m_content.foldSizes.size(); ++fold)
            open << fold;
    }
    if (m_layout == Layout::Inline) {
        m_inline->setOpenFolds(open);
    } else {
        m_left->setOpenFolds(open);
        m_right->setOpenFolds(open);
    }
}

void DiffView::openFold(int fold)
{
    m_openFolds << fold;
    applyFolds();
}

void DiffView::goTo(int change)
{
    m_change = change;
    if (m_layout == Layout::Inline) {
        m_inline->showChange(change);
    } else {
        m_left->showChange(change);
        m_right->showChange(change);
    }
    updateFigures();
}

void DiffView::nextChange()
{
    if (m_content.changes > 0)
        goTo((m_change + 1) % m_content.changes);
}

void DiffView::previousChange()
{
    if (m_content.changes > 0)
        goTo((m_change <= 0 ? m_content.changes : m_change) - 1);
}

} // namespace drydock::controls
