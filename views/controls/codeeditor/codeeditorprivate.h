// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/codeeditor/codearea.h"
#include "views/controls/codeeditor/codeeditor.h"
#include "views/controls/codeeditor/completioncontroller.h"
#include "views/controls/codeeditor/findbar.h"
#include "views/controls/codeeditor/hovercontroller.h"
#include "views/controls/codeeditor/linebar.h"
#include "views/controls/codeeditor/linkcontroller.h"
#include "views/controls/codeeditor/occurrencemarks.h"
#include "views/controls/codeeditor/signaturecontroller.h"
#include "views/controls/codeeditor/snippet.h"

#include <QTextCursor>
#include <QTimer>

namespace drydock::controls {

/// The parts of an editor and what runs over several of them.
class CodeEditor::Private
{
public:
    /// How long nobody types until the text counts as settled. Milliseconds.
    static constexpr int settlePause = 150;

    Private(CodeEditor &owner, const Theme &theme, const Syntax &syntax)
        : editor(owner)
        , area(new CodeArea(theme, syntax, &owner))
        , findBar(new FindBar(theme, *area, &owner))
        , lineBar(new LineBar(theme, *area, &owner))
        , snippets(new SnippetSession(*area))
        , completion(new CompletionController(*area, *snippets, theme, syntax))
        , signature(new SignatureController(*area, theme))
        , hover(new HoverController(*area, theme, syntax))
        , links(new LinkController(*area))
        , occurrences(new OccurrenceMarks(*area))
    {
        for (KeyFilter *filter : std::initializer_list<KeyFilter *>{completion, hover, signature, snippets})
            area->addKeyFilter(filter);
        settle.setSingleShot(true);
        settle.setInterval(settlePause);
    }

    void settled()
    {
        if (assistance)
            assistance->textSettled(area->snapshot());
    }
    void changeLines(EditorCommand command);
    void move(EditorCommand command);
    void goToProblem(const Diagnostic *problem);
    void bracket(QTextCursor::MoveMode mode);
    void fillMenu(QMenu &menu);
    void describeProblem();
    void offerActions();
    void showActions(int revision, const QList<CodeAction> &actions);

    CodeEditor &editor;
    CodeArea *area;
    FindBar *findBar;
    LineBar *lineBar;
    SnippetSession *snippets;
    CompletionController *completion;
    SignatureController *signature;
    HoverController *hover;
    LinkController *links;
    OccurrenceMarks *occurrences;
    Assistance *assistance = nullptr;
    QTimer settle;
};

} // namespace drydock::controls
