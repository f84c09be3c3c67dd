// SPDX-License-Identifier: MIT
#pragma once

#include "core/project/project.h"
#include "core/project/textsearch.h"
#include "views/shell/pagecontext.h"
#include "views/shell/taskrunner.h"

#include <QWidget>

#include <functional>
#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QTimer;
class QToolButton;
class QTreeView;

namespace drydock::controls {
class SearchField;
}

namespace drydock::models {
class SearchModel;
}

namespace drydock::configurations {

/// What is to be replaced where: the chosen matches of a search.
struct Replacement
{
    project::TextPattern pattern;
    std::string with;
    std::vector<project::FileMatches> files;
};

/// Search and replace in all files of the project: options, filters, results as a tree that stays, and what each match
/// would become before anything is changed.
class SearchPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchPanel)

public:
    using UnsavedTexts = std::function<project::UnsavedTexts()>;

    SearchPanel(shell::PageContext &context, UnsavedTexts unsaved, QWidget *parent = nullptr);
    ~SearchPanel() override;

    void setProject(const std::optional<project::Project> &project);
    /// Puts the cursor into the field; a text that is not empty is searched at once.
    void ask(const QString &text);
    void askToReplace(const QString &text);
    void setReplaceShown(bool shown);
    /// The next (1) or previous (-1) result, opened.
    void step(int direction);
    /// Searches again, with the same options.
    void search();
    void showOutcome(const QString &sentence);
    /// Places that something else than a search found.
    void showUses(const QString &name, const std::vector<project::FileMatches> &uses);
    [[nodiscard]] QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);

    [[nodiscard]] models::SearchModel *model() const { return m_model; }

Q_SIGNALS:
    void placeWanted(const QString &path, int line, int column, int length);
    void replaceWanted(const drydock::configurations::Replacement &replacement);

private:
    QWidget *makeFields();
    QToolButton *makeOption(const QString &name, const QString &text, const QString &toolTip);
    [[nodiscard]] project::SearchQuery query() const;
    void stop();
    void finish(const Result<project::SearchResult> &result);
    void updatePreview();
    void updateButtons();
    void replace();
    void open(const QModelIndex &index);

    shell::PageContext &m_context;
    UnsavedTexts m_unsaved;
    std::optional<project::Project> m_project;
    std::optional<project::TextPattern> m_pattern; ///< of the results that are shown
    models::SearchModel *m_model;
    controls::SearchField *m_text = nullptr;
    QLineEdit *m_with = nullptr;
    QLineEdit *m_include = nullptr;
    QLineEdit *m_exclude = nullptr;
    QToolButton *m_replaceToggle = nullptr;
    QToolButton *m_case = nullptr;
    QToolButton *m_word = nullptr;
    QToolButton *m_expression = nullptr;
    QWidget *m_replaceRow = nullptr;
    QPushButton *m_replace = nullptr;
    QPushButton *m_cancel = nullptr;
    QLabel *m_summary;
    QTreeView *m_tree;
    QTimer *m_batchTimer;
    std::function<void()> m_takeBatch; ///< while a search goes on
    shell::TaskSlot m_task;
};

} // namespace drydock::configurations
