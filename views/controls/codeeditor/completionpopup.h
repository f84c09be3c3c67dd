// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/codeeditor/floatingframe.h"

class QListView;

namespace drydock::controls {

class CompletionDelegate;
class CompletionModel;
class MarkdownView;
class Syntax;
class Theme;

/// The list of completions with what is written about the chosen one beside it. It shows; CompletionController decides.
class CompletionPopup final : public FloatingFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompletionPopup)

public:
    CompletionPopup(const Theme &theme, const Syntax &syntax, CompletionModel &model, QWidget &owner);

    /// To be called when the model's rows changed: chooses the first and finds the size.
    void refresh();
    [[nodiscard]] int currentRow() const;
    /// By `steps` rows, around the ends when it is one step.
    void move(int steps);
    [[nodiscard]] int pageSteps() const;

Q_SIGNALS:
    void chosen(); ///< with the mouse

private:
    void choose(int row);
    void showDocumentation();

    const Theme &m_theme;
    CompletionModel &m_model;
    QListView *m_list;
    CompletionDelegate *m_delegate;
    MarkdownView *m_documentation;
    QString m_shownText;
};

} // namespace drydock::controls
