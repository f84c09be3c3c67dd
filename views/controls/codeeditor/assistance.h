// SPDX-License-Identifier: MIT
#pragma once

#include <QChar>
#include <QList>
#include <QString>

#include <functional>

/// What an editor asks of whoever knows the language, and the plain answers. QtCore only, so that the asking side needs
/// no window and the answering side no widget. Everything here is called on the GUI thread.
namespace drydock::controls {

/// The text of an editor at one moment; cheap to copy. Lines end with '\n'.
struct EditorText
{
    QString fileName;
    QString text;
    int revision = 0; ///< grows with every change of the text
};

/// UTF-16 offsets into an EditorText; the end is exclusive.
struct TextRange
{
    int start = 0;
    int end = 0;

    [[nodiscard]] int length() const { return end - start; }
    [[nodiscard]] bool contains(int position) const { return position >= start && position < end; }
    bool operator==(const TextRange &) const = default;
};

/// Replaces a range by text.
struct TextChange
{
    TextRange range;
    QString text;
    bool operator==(const TextChange &) const = default;
};

enum class DiagnosticSeverity { Error, Warning, Information, Hint };
enum class DiagnosticTag { None, Unused, Deprecated };

/// Something to say about a range of the text. An empty range marks the word at its start.
struct Diagnostic
{
    TextRange range;
    DiagnosticSeverity severity = DiagnosticSeverity::Error;
    QString message; ///< one sentence
    QString hint;    ///< what to do next; may be empty
    QString code;    ///< stable, shown small; may be empty
    DiagnosticTag tag = DiagnosticTag::None;
    bool operator==(const Diagnostic &) const = default;
};

/// Chooses icon and letter of a row in the completion list.
enum class CompletionKind {
    Text,
    Keyword,
    Block,
    Property,
    Variable,
    Constant,
    Object,
    Module,
    Function,
    Value,
    Type,
    Reference,
    File,
    Snippet,
};

/// Snippets hold tab stops: `${1:name}`, `$2`, and `$0` where the cursor ends; `\$`, `\}` and `\\` stand for
/// themselves.
enum class InsertFormat { Plain, Snippet };
/// Whether to ask for completion again right after an item was taken (a name before a dot).
enum class AfterInsert { Nothing, AskAgain };

struct CompletionItem
{
    QString label;
    QString detail;        ///< shown muted beside the label: a type, a place
    QString documentation; ///< Markdown; may be empty
    QString insertText;    ///< empty: the label
    QString filterText;    ///< what typed letters are compared with; empty: the label
    CompletionKind kind = CompletionKind::Text;
    InsertFormat format = InsertFormat::Plain;
    AfterInsert after = AfterInsert::Nothing;
    DiagnosticTag tag = DiagnosticTag::None; ///< Deprecated: struck out
    int rank = 0;                            ///< among equally good matches smaller comes first
};

/// Complete: typing on only filters the list. Partial: every further letter asks again.
enum class ListCoverage { Complete, Partial };

struct CompletionList
{
    TextRange replaced; ///< what an item replaces: from the start of the word to the cursor or beyond it
    QList<CompletionItem> items;
    ListCoverage coverage = ListCoverage::Complete;
};

struct HoverText
{
    TextRange range;  ///< the text it speaks of; the card stays while the pointer is in it
    QString markdown; ///< empty: nothing to say
};

struct SignatureHelp
{
    QString label;               ///< "join(separator, lists...)"; empty: no call here
    QList<TextRange> parameters; ///< where each parameter stands in `label`
    int active = -1;             ///< index of the parameter at the cursor
    QString documentation;       ///< one sentence
};

/// An offer to change the text: a quick fix.
struct CodeAction
{
    QString title;
    QList<TextChange> changes; ///< of this text, sorted and disjoint; the editor applies them as one undo step
    int id = -1;               ///< not negative: CodeEditor::actionChosen() is emitted instead, for more than one file
};

/// Why a question comes: a letter was typed, or the user asked for it.
enum class AskReason { Typed, Asked };

struct AssistanceRequest
{
    EditorText text;
    int position = 0; ///< UTF-16 offset into the text
    AskReason reason = AskReason::Asked;
    QChar typed; ///< the letter, where one was typed
};

/// Answers an editor's questions. An answer may come at once, later or never; the editor drops what comes too late, so
/// an implementation need not. It must outlive the editor or be taken away by setAssistance(nullptr) first.
class Assistance
{
public:
    template <typename Value>
    using Answer = std::function<void(const Value &)>;

    Assistance() = default;
    virtual ~Assistance() = default;
    Assistance(const Assistance &) = delete;
    Assistance &operator=(const Assistance &) = delete;

    /// Letters after which completion opens by itself, besides those of a name.
    [[nodiscard]] virtual QString completionTriggers() const { return {}; }
    /// Letters after which signature() is asked; it is asked again with every move of the cursor while a tip is shown.
    [[nodiscard]] virtual QString signatureTriggers() const { return {}; }

    /// The text as it is after a short pause of typing; the place to start looking for diagnostics, which are handed
    /// back by CodeEditor::setDiagnostics().
    virtual void textSettled(const EditorText &text) { static_cast<void>(text); }

    virtual void complete(const AssistanceRequest &request, const Answer<CompletionList> &answer)
    {
        static_cast<void>(request);
        answer({});
    }
    virtual void hover(const AssistanceRequest &request, const Answer<HoverText> &answer)
    {
        static_cast<void>(request);
        answer({});
    }
    virtual void signature(const AssistanceRequest &request, const Answer<SignatureHelp> &answer)
    {
        static_cast<void>(request);
        answer({});
    }
    /// The range at the position that leads somewhere; shown as a link while Ctrl is held. Empty: none.
    virtual void link(const AssistanceRequest &request, const Answer<TextRange> &answer)
    {
        static_cast<void>(request);
        answer({});
    }
    /// Everywhere in the text that the name at the position stands, with the position's own; sorted. None where there
    /// is no name.
    virtual void occurrences(const AssistanceRequest &request, const Answer<QList<TextRange>> &answer)
    {
        static_cast<void>(request);
        answer({});
    }
    virtual void actions(const AssistanceRequest &request, const Answer<QList<CodeAction>> &answer)
    {
        static_cast<void>(request);
        answer({});
    }
};

} // namespace drydock::controls
