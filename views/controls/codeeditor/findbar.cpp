// SPDX-License-Identifier: MIT
#include "views/controls/codeeditor/findbar.h"

#include "views/controls/codeeditor/codearea.h"
#include "views/controls/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace drydock::controls {

FindBar::FindBar(const Theme &theme, CodeArea &area, QWidget *parent)
    : QWidget(parent)
    , m_area(area)
    , m_field(makeField(theme, tr("Find"), u"edit-find"_s))
    , m_replacement(makeField(theme, tr("Replace with"), u"edit-find-replace"_s))
    , m_cases(makeToggle(u"Aa"_s, tr("Match upper and lower case")))
    , m_words(makeToggle(u"W"_s, tr("Whole words")))
    , m_pattern(makeToggle(u".*"_s, tr("Regular expression")))
    , m_count(new QLabel(this))
    , m_replaceRow(new QWidget(this))
{
    setProperty("kind", u"panel"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_count->setProperty("tone", u"muted"_s);
    m_count->setMinimumWidth(theme.px(96));

    auto *findRow = new QHBoxLayout;
    findRow->setSpacing(theme.px(4));
    findRow->addWidget(m_field, 1);
    for (QToolButton *toggle : {m_cases, m_words, m_pattern})
        findRow->addWidget(toggle);
    findRow->addWidget(m_count);
    findRow->addWidget(makeButton(theme, u"go-up"_s, tr("Previous hit (Shift+Enter)"), &FindBar::previous));
    findRow->addWidget(makeButton(theme, u"go-down"_s, tr("Next hit (Enter)"), &FindBar::next));
    findRow->addWidget(makeButton(theme, u"window-close"_s, tr("Close (Esc)"), &FindBar::close));

    auto *replaceRow = new QHBoxLayout(m_replaceRow);
    replaceRow->setContentsMargins(0, 0, 0, 0);
    replaceRow->setSpacing(theme.px(4));
    replaceRow->addWidget(m_replacement, 1);
    auto *one = new QPushButton(tr("Replace"), m_replaceRow);
    auto *all = new QPushButton(tr("Replace all"), m_replaceRow);
    connect(one, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(all, &QPushButton::clicked, this, &FindBar::replaceAll);
    replaceRow->addWidget(one);
    replaceRow->addWidget(all);

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(theme.px(8), theme.px(4), theme.px(8), theme.px(4));
    rows->setSpacing(theme.px(4));
    rows->addLayout(findRow);
    rows->addWidget(m_replaceRow);

    m_pause.setSingleShot(true);
    m_pause.setInterval(120);
    connect(&m_pause, &QTimer::timeout, this, &FindBar::search);
    connect(m_field, &QLineEdit::textChanged, this, &FindBar::queryChanged);
    connect(&m_area, &CodeArea::edited, this, [this] {
        if (isVisible())
            m_pause.start();
    });
    hide();
}

QLineEdit *FindBar::makeField(const Theme &theme, const QString &label, const QString &icon)
{
    auto *field = new QLineEdit(this);
    field->setPlaceholderText(label);
    field->setAccessibleName(label);
    field->addAction(theme.icon(icon, ColorRole::Muted), QLineEdit::LeadingPosition);
    field->installEventFilter(this);
    return field;
}

QToolButton *FindBar::makeToggle(const QString &text, const QString &name)
{
    auto *toggle = new QToolButton(this);
    toggle->setText(text);
    toggle->setToolTip(name);
    toggle->setAccessibleName(name);
    toggle->setCheckable(true);
    connect(toggle, &QToolButton::toggled, this, &FindBar::queryChanged);
    return toggle;
}

QToolButton *FindBar::makeButton(const Theme &theme, const QString &icon, const QString &name, void (FindBar::*run)())
{
    auto *button = new QToolButton(this);
    button->setIcon(theme.icon(icon));
    button->setToolTip(name);
    button->setAccessibleName(name);
    connect(button, &QToolButton::clicked, this, run);
    return button;
}

SearchQuery FindBar::query() const
{
    return {m_field->text(), m_cases->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive,
            m_words->isChecked() ? WordMatch::Whole : WordMatch::Anywhere,
            m_pattern->isChecked() ? SearchSyntax::Pattern : SearchSyntax::Plain};
}

void FindBar::setQuery(const SearchQuery &query)
{
    m_cases->setChecked(query.cases == Qt::CaseSensitive);
    m_words->setChecked(query.words == WordMatch::Whole);
    m_pattern->setChecked(query.syntax == SearchSyntax::Pattern);
    m_field->setText(query.text);
}

void FindBar::open(FindMode mode, const QString &text)
{
    const QTextCursor cursor = m_area.textCursor();
    m_origin = cursor.selectionStart();
    QString wanted = text;
    if (wanted.isEmpty() && !cursor.selectedText().contains(QChar::ParagraphSeparator))
        wanted = cursor.selectedText();
    m_replaceRow->setVisible(mode == FindMode::Replace && !m_area.isReadOnly());
    show();
    if (!wanted.isEmpty())
        m_field->setText(wanted);
    search();
    m_field->selectAll();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void FindBar::close()
{
    hide();
    m_pause.stop();
    m_hits.clear();
    m_area.setPainted(PaintRole::SearchHit, {});
    m_area.setPainted(PaintRole::CurrentHit, {});
    m_area.setFocus(Qt::OtherFocusReason);
}

void FindBar::queryChanged()
{
    if (!isVisible())
        return;
    search();
    // While the query is typed the view follows it, always from the place where the search began.
    const auto hit =
        std::find_if(m_hits.begin(), m_hits.end(), [this](const TextRange &one) { return one.start >= m_origin; });
    if (!m_hits.isEmpty())
        goTo(hit == m_hits.end() ? 0 : hit - m_hits.begin());
}

void FindBar::search()
{
    const TextSearch search(query());
    const QString problem = search.problem();
    m_field->setProperty("problem", !problem.isEmpty());
    m_field->setToolTip(problem);
    m_field->style()->polish(m_field);
    m_hits = search.hits(m_area.snapshot().text);
    m_area.setPainted(PaintRole::SearchHit, m_hits);
    const qsizetype current = hitAtSelection();
    m_area.setPainted(PaintRole::CurrentHit, current >= 0 ? QList{m_hits[current]} : QList<TextRange>());
    showCount(current);
}

qsizetype FindBar::hitAtSelection() const
{
    const QTextCursor cursor = m_area.textCursor();
    return m_hits.indexOf(TextRange{cursor.selectionStart(), cursor.selectionEnd()});
}

void FindBar::showCount(qsizetype current)
{
    QString text;
    if (m_field->property("problem").toBool())
        text = tr("Not a pattern");
    else if (m_field->text().isEmpty())
        text = QString();
    else if (m_hits.isEmpty())
        text = tr("No hits");
    else if (m_hits.size() == TextSearch::maximumHits)
        text = tr("More than %L1").arg(TextSearch::maximumHits);
    else if (current >= 0)
        text = tr("%L1 of %L2").arg(current + 1).arg(m_hits.size());
    else
        text = tr("%Ln hit(s)", nullptr, static_cast<int>(m_hits.size()));
    m_count->setText(text);
}

void FindBar::goTo(qsizetype index)
{
    const TextRange hit = m_hits[index];
    QTextCursor cursor = m_area.textCursor();
    cursor.setPosition(hit.start);
    cursor.setPosition(hit.end, QTextCursor::KeepAnchor);
    m_area.showCursor(cursor);
    m_area.setPainted(PaintRole::CurrentHit, {hit});
    showCount(index);
}

void FindBar::next()
{
    if (m_pause.isActive() || m_hits.isEmpty())
        search();
    if (m_hits.isEmpty())
        return;
    const int from = m_area.textCursor().selectionEnd();
    const auto hit =
        std::find_if(m_hits.begin(), m_hits.end(), [from](const TextRange &one) { return one.start >= from; });
    goTo(hit == m_hits.end() ? 0 : hit - m_hits.begin());
    m_origin = m_area.textCursor().selectionStart();
}

void FindBar::previous()
{
    if (m_pause.isActive() || m_hits.isEmpty())
        search();
    if (m_hits.isEmpty())
        return;
    const int from = m_area.textCursor().selectionStart();
    const auto hit =
        std::find_if(m_hits.rbegin(), m_hits.rend(), [from](const TextRange &one) { return one.end <= from; });
    goTo(hit == m_hits.rend() ? m_hits.size() - 1 : m_hits.rend() - hit - 1);
    m_origin = m_area.textCursor().selectionStart();
}

void FindBar::replaceOne()
{
    if (m_area.isReadOnly())
        return;
    search();
    const qsizetype current = hitAtSelection();
    if (current >= 0) {
        const TextSearch search(query());
        QTextCursor cursor = m_area.textCursor();
        const QString text = search.replacement(m_area.snapshot().text, m_hits[current], m_replacement->text());
        cursor.insertText(text);
        m_area.setTextCursor(cursor);
        this->search();
    }
    next();
}

void FindBar::replaceAll()
{
    if (m_area.isReadOnly())
        return;
    search();
    const TextSearch search(query());
    const QString text = m_area.snapshot().text;
    QList<TextChange> changes;
    for (const TextRange &hit : std::as_const(m_hits))
        changes << TextChange{hit, search.replacement(text, hit, m_replacement->text())};
    m_area.applyChanges(changes);
    this->search();
    m_count->setText(tr("%Ln replaced", nullptr, static_cast<int>(changes.size())));
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (key->key() == Qt::Key_Escape)
        close();
    else if (enter && watched == m_replacement)
        replaceOne();
    else if (enter || key->key() == Qt::Key_F3)
        (key->modifiers() & Qt::ShiftModifier) ? previous() : next();
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

} // namespace drydock::controls
