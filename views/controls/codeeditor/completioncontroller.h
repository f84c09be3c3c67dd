// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/codeeditor/codearea.h"
#include "views/controls/codeeditor/completionmodel.h"

#include <QPointer>

namespace drydock::controls {

class CompletionPopup;
class SnippetSession;

/// Decides when the list of completions opens, filters, closes and inserts.
///
/// A list that opened by itself takes Enter only when it is clear that its row is meant: the user moved in it, or what
/// is typed begins the row and the row says more. Otherwise Enter ends the line, as it would without the list. Tab
/// takes the row whenever the list is open; without it Tab indents.
class CompletionController final : public QObject, public KeyFilter
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompletionController)

public:
    CompletionController(CodeArea &area, SnippetSession &snippets, const Theme &theme, const Syntax &syntax);
    ~CompletionController() override;

    void setAssistance(Assistance *assistance);
    void ask(AskReason reason, QChar typed = {});
    void close();
    [[nodiscard]] bool isOpen() const;

    bool keyPressed(const QKeyEvent &event) override;

private:
    void letterTyped(QChar letter);
    void textEdited(const TextShift &shift);
    void cursorMoved();
    void take(const CompletionList &list, AskReason reason);
    void filter();
    void place();
    void accept();
    [[nodiscard]] bool takesEnter() const;
    [[nodiscard]] QString typedText() const;

    CodeArea &m_area;
    SnippetSession &m_snippets;
    const Theme &m_theme;
    const Syntax &m_syntax;
    Assistance *m_assistance = nullptr;
    CompletionModel m_model;
    QPointer<CompletionPopup> m_popup;
    TextRange m_replaced;
    ListCoverage m_coverage = ListCoverage::Complete;
    AskReason m_reason = AskReason::Typed;
    bool m_hasMoved = false; ///< the user chose a row
    bool m_isAccepting = false;
    int m_question = 0; ///< of the last one asked; answers to others are late
};

} // namespace drydock::controls
