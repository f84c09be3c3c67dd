// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "views/controls/codeeditor/assistance.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace drydock::language {
enum class SymbolKind : std::uint8_t;
struct SnapshotOptions;
class Snapshot;
} // namespace drydock::language
namespace drydock::terraform {
class SchemaCatalogue;
}
namespace drydock {
struct Task;
}

namespace drydock::models {

class LanguageWorker;

/// A stretch of a file. Lines and columns count from 1, columns in Unicode code points; the range is in UTF-16 units.
struct SourcePlace
{
    QString file; ///< absolute
    int line = 1;
    int column = 1;
    controls::TextRange range;
    QString lineText; ///< the line, without blanks around it: for lists of references
    QString title;    ///< what is there: "variable region"; may be empty
};

/// Something that a configuration declares.
struct FoundSymbol
{
    SourcePlace place;
    QString address; ///< as it is written in expressions: "aws_s3_bucket.logs", "var.region"
    language::SymbolKind kind;
};

/// A problem of any file of the module that was looked at.
struct SourceProblem
{
    SourcePlace place;
    controls::Diagnostic diagnostic;
};

/// A block or argument with what is inside it.
struct OutlineNode
{
    QString name;
    QString detail;
    QString kind; ///< "resource", "variable" …: for people, also chooses an icon
    controls::TextRange range;
    controls::TextRange selection;
    int line = 1; ///< of the selection
    QList<OutlineNode> children;
};

/// Changes of one file.
struct FileChange
{
    QString file;     ///< absolute
    int revision = 0; ///< of the editor's text they are made for; 0: the file as it is on the disk
    QList<controls::TextChange> changes;
    // For a file that no editor shows:
    QString before; ///< the whole file they are made for; another one on the disk must not be written over
    QString text;   ///< the whole file after them
};

/// A quick fix or refactoring.
struct CodeOffer
{
    QString title;
    QList<FileChange> files;
};

struct RenameTarget
{
    controls::TextRange range;
    QString name;
};

struct RenameChange
{
    QList<FileChange> files;
    int occurrences = 0;
    QStringList notes; ///< what a person should look at
};

/// Everything the window asks about the language of one folder of configurations, answered by core/language on threads
/// of its own: nothing here waits. Lives on the GUI thread, where all answers and signals come.
///
/// An editor is connected by two lines: `editor.setAssistance(&session.assistance(path))`, and diagnosticsChanged() to
/// CodeEditor::setDiagnostics(). Questions carry the text they are about, so no other call is needed while typing.
class LanguageSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LanguageSession)

public:
    template <typename Value>
    using Answer = std::function<void(const Value &)>;

    explicit LanguageSession(QObject *parent = nullptr);
    ~LanguageSession() override; ///< waits for the running answers, which are asked to stop

    /// Reads the folder; ready() or failed() follows. Another folder drops all that was asked before.
    void open(const QString &folder, const language::SnapshotOptions &options);
    [[nodiscard]] QString folder() const { return m_folder; }

    /// The text counts instead of what is on the disk. Diagnostics follow.
    void setText(const QString &file, const controls::EditorText &text);
    /// The editor was closed or reverted: the disk counts again.
    void release(const QString &file);
    /// Files on the disk changed.
    void refresh();
    void setSchemas(std::shared_ptr<const terraform::SchemaCatalogue> schemas);

    /// Answers for one file by its absolute path; lives as long as the session.
    [[nodiscard]] controls::Assistance &assistance(const QString &file);

    /// Each answer comes later, on the GUI thread, while `receiver` lives; a newer question of the same kind drops it.
    void outline(const QString &file, const controls::EditorText &text, QObject *receiver,
                 const Answer<QList<OutlineNode>> &answer);
    void definition(const QString &file, const controls::EditorText &text, int position, QObject *receiver,
                    const Answer<QList<SourcePlace>> &answer);
    void references(const QString &file, const controls::EditorText &text, int position, QObject *receiver,
                    const Answer<QList<SourcePlace>> &answer);
    void renameTarget(const QString &file, const controls::EditorText &text, int position, QObject *receiver,
                      const Answer<Result<RenameTarget>> &answer);
    void rename(const QString &file, const controls::EditorText &text, int position, const QString &newName,
                QObject *receiver, const Answer<Result<RenameChange>> &answer);
    /// As `terraform fmt`; none for a text with syntax errors.
    void format(const QString &file, const controls::EditorText &text, QObject *receiver,
                const Answer<QList<controls::TextChange>> &answer);
    /// The best `limit` addresses of all files that have the letters of `query`; an empty one has all.
    void findSymbols(const QString &query, int limit, QObject *receiver, const Answer<QList<FoundSymbol>> &answer);

    /// Of a quick fix that concerns more than one file, by CodeAction::id. Empty when it is too old.
    [[nodiscard]] QList<FileChange> changesOf(int actionId) const { return m_actions.value(actionId); }

Q_SIGNALS:
    void ready();
    void failed(const drydock::Error &error);
    /// What is wrong in a text that an editor shows, as of its revision. Nothing is looked for while nobody listens.
    void diagnosticsChanged(const QString &file, int revision, const QList<drydock::controls::Diagnostic> &diagnostics);
    /// All problems of all files, with values evaluated, sorted by file and place; after a pause of typing.
    void problemsChanged(const QList<drydock::models::SourceProblem> &problems);

private:
    class FileAssistance;
    struct Question;

    template <typename Value, typename Compute>
    void ask(const Question &question, QObject *receiver, Compute compute, const Answer<Value> &answer);
    void check(const QString &file);
    void checkAll();
    void changeAndCheck(std::function<Result<>(const Task &)> change);
    [[nodiscard]] QList<controls::CodeAction> keepActions(const QList<CodeOffer> &offers, const QString &file);

    QString m_folder;
    QHash<int, QList<FileChange>> m_actions; ///< of the offers made last
    int m_lastAction = 0;
    std::vector<std::unique_ptr<FileAssistance>> m_assistances;
    std::unique_ptr<LanguageWorker> m_worker; ///< last: its threads end first
};

} // namespace drydock::models
