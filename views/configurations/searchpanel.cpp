// SPDX-License-Identifier: MIT
#include "views/configurations/searchpanel.h"

#include "views/configurations/matchdelegate.h"
#include "views/controls/searchfield.h"
#include "views/controls/theme.h"
#include "views/models/searchmodel.h"
#include "views/models/text.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <mutex>

using namespace Qt::StringLiterals;
using drydock::models::SearchModel;
using drydock::models::toText;
using drydock::models::toUtf8;

namespace drydock::configurations {

namespace {

constexpr int batchInterval = 100; // milliseconds

} // namespace

SearchPanel::SearchPanel(shell::PageContext &context, UnsavedTexts unsaved, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_unsaved(std::move(unsaved))
    , m_model(new SearchModel(this))
    , m_summary(new QLabel)
    , m_tree(new QTreeView)
    , m_batchTimer(new QTimer(this))
    , m_task(context.tasks, this)
{
    const controls::Theme &theme = context.theme;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeFields());
    auto *row = new QHBoxLayout;
    row->setContentsMargins(theme.px(12), 0, theme.px(8), theme.px(4));
    m_summary->setProperty("tone", u"small"_s);
    m_summary->setWordWrap(true);
    m_summary->setObjectName(u"searchSummary"_s);
    m_summary->setMinimumHeight(theme.px(24));
    m_cancel = new QPushButton(tr("Cancel"));
    m_cancel->setProperty("kind", u"link"_s);
    m_cancel->hide();
    row->addWidget(m_summary, 1);
    row->addWidget(m_cancel);
    column->addLayout(row);
    m_tree->setObjectName(u"searchResults"_s);
    m_tree->setModel(m_model);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(theme.px(14));
    m_tree->setItemDelegate(new MatchDelegate(theme, m_tree));
    m_tree->setAccessibleName(tr("Search results"));
    column->addWidget(m_tree, 1);
    setFocusProxy(m_text);
    connect(m_tree, &QTreeView::activated, this, &SearchPanel::open);
    connect(m_tree, &QTreeView::clicked, this, &SearchPanel::open);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        stop();
        m_summary->setText(tr("Stopped after %n match(es).", nullptr, static_cast<int>(m_model->matchCount())));
    });
    m_batchTimer->setInterval(batchInterval);
    connect(m_batchTimer, &QTimer::timeout, this, [this] {
        if (m_takeBatch)
            m_takeBatch();
    });
    connect(m_model, &SearchModel::chosenChanged, this, &SearchPanel::updateButtons);
    setReplaceShown(false);
    updateButtons();
}

SearchPanel::~SearchPanel() = default;

QToolButton *SearchPanel::makeOption(const QString &name, const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::toggled, this, &SearchPanel::search);
    return button;
}

QWidget *SearchPanel::makeFields()
{
    const controls::Theme &theme = m_context.theme;
    auto *area = new QWidget;
    auto *grid = new QGridLayout(area);
    grid->setContentsMargins(theme.px(8), theme.px(8), theme.px(8), theme.px(8));
    grid->setSpacing(theme.px(4));
    m_replaceToggle = new QToolButton;
    m_replaceToggle->setObjectName(u"searchReplaceToggle"_s);
    m_replaceToggle->setIcon(theme.icon(u"edit-find-replace"_s, controls::ColorRole::Muted));
    m_replaceToggle->setToolTip(tr("Replace"));
    m_replaceToggle->setAccessibleName(m_replaceToggle->toolTip());
    m_replaceToggle->setCheckable(true);
    m_replaceToggle->setFocusPolicy(Qt::TabFocus);
    connect(m_replaceToggle, &QToolButton::toggled, this, &SearchPanel::setReplaceShown);
    m_text = new controls::SearchField(theme, tr("Search"));
    m_text->setObjectName(u"searchText"_s);
    m_case = makeOption(u"searchCase"_s, u"Aa"_s, tr("Match upper and lower case"));
    m_word = makeOption(u"searchWord"_s, u"W"_s, tr("Match whole words"));
    m_expression = makeOption(u"searchExpression"_s, u".*"_s, tr("Regular expression"));
    auto *first = new QHBoxLayout;
    first->setSpacing(theme.px(2));
    first->addWidget(m_text, 1);
    for (QToolButton *button : {m_case, m_word, m_expression, m_replaceToggle})
        first->addWidget(button);
    m_replaceRow = new QWidget;
    auto *second = new QHBoxLayout(m_replaceRow);
    second->setContentsMargins(0, 0, 0, 0);
    m_with = new QLineEdit;
    m_with->setObjectName(u"searchWith"_s);
    m_with->setPlaceholderText(tr("Replace by"));
    m_with->setAccessibleName(tr("Replace by"));
    m_replace = new QPushButton(tr("Replace"));
    m_replace->setObjectName(u"searchReplace"_s);
    second->addWidget(m_with, 1);
    second->addWidget(m_replace);
    auto *third = new QHBoxLayout;
    third->setSpacing(theme.px(4));
    m_include = new QLineEdit;
    m_include->setObjectName(u"searchInclude"_s);
    m_include->setPlaceholderText(tr("Only in"));
    m_include->setToolTip(tr("Only in these files and folders: *.tfvars, modules"));
    m_include->setAccessibleName(tr("Only in these files"));
    m_exclude = new QLineEdit;
    m_exclude->setPlaceholderText(tr("Not in"));
    m_exclude->setAccessibleName(tr("Not in these files"));
    third->addWidget(m_include, 2);
    third->addWidget(m_exclude, 1);
    grid->addLayout(first, 0, 0);
    grid->addWidget(m_replaceRow, 1, 0);
    grid->addLayout(third, 2, 0);
    connect(m_text, &controls::SearchField::searched, this, &SearchPanel::search);
    connect(m_text, &QLineEdit::returnPressed, this, &SearchPanel::search);
    for (QLineEdit *field : {m_include, m_exclude})
        connect(field, &QLineEdit::editingFinished, this, [this, field] {
            if (field->isModified())
                search();
            field->setModified(false);
        });
    connect(m_with, &QLineEdit::textChanged, this, &SearchPanel::updatePreview);
    connect(m_replace, &QPushButton::clicked, this, &SearchPanel::replace);
    return area;
}

void SearchPanel::setProject(const std::optional<project::Project> &project)
{
    if (project && m_project && project->id == m_project->id) {
        m_project = project;
        return;
    }
    stop();
    m_project = project;
    m_pattern.reset();
    m_model->clear();
    m_summary->clear();
}

void SearchPanel::ask(const QString &text)
{
    m_text->setFocus();
    if (!text.isEmpty() && !text.contains(u'\n')) {
        m_text->setText(text);
        search();
    }
    m_text->selectAll();
}

void SearchPanel::askToReplace(const QString &text)
{
    setReplaceShown(true);
    ask(text);
    if (!m_text->text().isEmpty())
        m_with->setFocus();
}

void SearchPanel::setReplaceShown(bool shown)
{
    m_replaceToggle->setChecked(shown);
    m_replaceRow->setVisible(shown);
    m_model->setChoice(shown ? SearchModel::Choice::Offered : SearchModel::Choice::Hidden);
    updatePreview();
}

project::SearchQuery SearchPanel::query() const
{
    project::SearchQuery query;
    query.pattern = toUtf8(m_text->text());
    query.kind = m_expression->isChecked() ? project::PatternKind::RegularExpression : project::PatternKind::Literal;
    query.letterCase = m_case->isChecked() ? project::LetterCase::Significant : project::LetterCase::Ignored;
    query.words = m_word->isChecked() ? project::WordRule::WholeWords : project::WordRule::Anywhere;
    query.include = toUtf8(m_include->text());
    query.exclude = toUtf8(m_exclude->text());
    return query;
}

/// Takes what was found so far and looks no further.
void SearchPanel::stop()
{
    m_task.drop();
    m_batchTimer->stop();
    if (const auto take = std::exchange(m_takeBatch, {}))
        take();
    m_cancel->hide();
    updateButtons();
}

void SearchPanel::search()
{
    stop();
    m_model->clear();
    m_pattern.reset();
    m_summary->setText({});
    if (!m_project || m_text->text().isEmpty())
        return updateButtons();
    const project::SearchQuery wanted = query();
    const auto pattern = project::TextPattern::compile(wanted);
    m_text->setProperty("problem", !pattern);
    m_text->style()->unpolish(m_text);
    m_text->style()->polish(m_text);
    if (!pattern)
        return m_summary->setText(toText(pattern.error().message));
    m_pattern = *pattern;
    m_summary->setText(tr("Searching …"));
    m_cancel->show();
    // Results come in batches while the search goes on.
    struct Batch
    {
        std::mutex mutex;
        std::vector<project::FileMatches> files;
    };
    auto batch = std::make_shared<Batch>();
    m_takeBatch = [this, batch] {
        std::vector<project::FileMatches> files;
        {
            const std::scoped_lock lock(batch->mutex);
            files.swap(batch->files);
        }
        for (project::FileMatches &file : files) {
            m_model->add(std::move(file));
            m_tree->expand(m_model->index(m_model->rowCount() - 1, 0));
        }
        if (!files.empty())
            updatePreview();
    };
    m_batchTimer->start();
    m_task.run(
        tr("Search in files"),
        [root = m_project->root, wanted, unsaved = m_unsaved(), batch](const Task &task) {
            return project::searchFiles(root, wanted, unsaved, {}, task, [&](const project::FileMatches &file) {
                const std::scoped_lock lock(batch->mutex);
                batch->files.push_back(file);
            });
        },
        [this](const Result<project::SearchResult> &result) { finish(result); });
}

void SearchPanel::finish(const Result<project::SearchResult> &result)
{
    stop();
    if (!result)
        return m_summary->setText(toText(result.error().text()));
    QString text = result->matchCount == 0
                       ? tr("Nothing was found in %n file(s).", nullptr, static_cast<int>(result->searchedFiles))
                       : tr("%1 in %2")
                             .arg(tr("%n match(es)", nullptr, static_cast<int>(result->matchCount)),
                                  tr("%n file(s)", nullptr, static_cast<int>(result->files.size())));
    if (result->isCut)
        text += tr(". There may be more: narrow the search.");
    if (result->skippedFiles > 0)
        text += u' ' + tr("%n file(s) are no text or too large.", nullptr, static_cast<int>(result->skippedFiles));
    m_summary->setText(text);
    updateButtons();
}

void SearchPanel::updatePreview()
{
    const bool shown = m_replaceRow->isVisibleTo(this) && m_pattern && !m_with->text().isEmpty();
    if (!shown) {
        m_model->setPreview({});
        return updateButtons();
    }
    // A group stands in the excerpt as it does in the file.
    m_model->setPreview([pattern = *m_pattern, with = toUtf8(m_with->text())](const project::FileMatches &,
                                                                              const project::TextMatch &match) {
        project::TextMatch inside;
        inside.start = match.excerptStart;
        inside.end = match.excerptStart + match.excerptLength;
        const auto text = pattern.replacement(match.excerpt, inside, with);
        return text ? toText(*text) : toText(text.error().message);
    });
    updateButtons();
}

void SearchPanel::updateButtons()
{
    const auto chosen = static_cast<int>(m_model->chosenCount());
    m_replace->setEnabled(m_pattern && chosen > 0 && !m_cancel->isVisibleTo(this));
    m_replace->setText(chosen > 0 ? tr("Replace %n", "matches", chosen) : tr("Replace"));
}

void SearchPanel::replace()
{
    if (m_pattern)
        Q_EMIT replaceWanted({*m_pattern, toUtf8(m_with->text()), m_model->chosen()});
}

void SearchPanel::showOutcome(const QString &sentence)
{
    m_model->clear();
    m_summary->setText(sentence);
}

void SearchPanel::showUses(const QString &name, const std::vector<project::FileMatches> &uses)
{
    stop();
    m_pattern.reset();
    m_model->clear();
    std::size_t count = 0;
    for (const project::FileMatches &file : uses) {
        count += file.matches.size();
        m_model->add(file);
    }
    m_tree->expandAll();
    m_summary->setText(tr("%1 is named %n time(s).", nullptr, static_cast<int>(count)).arg(name));
    updateButtons();
    m_tree->setFocus();
}

void SearchPanel::open(const QModelIndex &index)
{
    if (!index.isValid() || index.data(SearchModel::IsFileRole).toBool())
        return;
    Q_EMIT placeWanted(index.data(SearchModel::PathRole).toString(), index.data(SearchModel::LineRole).toInt(),
                       index.data(SearchModel::ColumnRole).toInt(),
                       static_cast<int>(index.data(SearchModel::HitLengthRole).toInt()));
}

void SearchPanel::step(int direction)
{
    const QModelIndex next = m_model->next(m_tree->currentIndex(), direction);
    if (!next.isValid())
        return;
    m_tree->setCurrentIndex(next);
    open(next);
}

QVariantMap SearchPanel::saveState() const
{
    return {{u"case"_s, m_case->isChecked()},
            {u"word"_s, m_word->isChecked()},
            {u"expression"_s, m_expression->isChecked()}};
}

void SearchPanel::restoreState(const QVariantMap &state)
{
    m_case->setChecked(state.value(u"case"_s).toBool());
    m_word->setChecked(state.value(u"word"_s).toBool());
    m_expression->setChecked(state.value(u"expression"_s).toBool());
}

} // namespace drydock::configurations
