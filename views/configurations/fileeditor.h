// SPDX-License-Identifier: MIT
#pragma once

#include "core/project/drafts.h"
#include "core/project/project.h"
#include "views/configurations/fileaccess.h"
#include "views/controls/codeeditor/codeeditor.h"
#include "views/controls/theme.h"
#include "views/shell/pagecontext.h"
#include "views/shell/taskrunner.h"

#include <QPointer>
#include <QWidget>

#include <functional>
#include <optional>

class QLabel;
class QStackedWidget;
class QTimer;

namespace drydock::controls {
class Banner;
class EmptyState;
} // namespace drydock::controls

namespace drydock::configurations {

class CompareView;
class DraftKeeper;
class HistoryView;

enum class FileState { Waiting, Loading, Text, Binary, TooLarge, Missing, Failed };
enum class Formatting { Off, On };

/// One open file: its editor, what the disk holds, and everything that may happen between the two: saving, text that
/// outlived a crash, another program's changes, its history. Reads the file when it is shown first.
class FileEditor final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileEditor)

public:
    struct Sources
    {
        shell::PageContext &context;
        const wiring::Services &services;
        DraftKeeper &drafts;
    };

    FileEditor(const Sources &sources, project::Project project, const QString &path, QWidget *parent = nullptr);
    ~FileEditor() override;

    [[nodiscard]] const QString &path() const { return m_path; }
    /// The file has another name now.
    void setPath(const QString &path);
    [[nodiscard]] FileState state() const { return m_state; }
    [[nodiscard]] bool isModified() const;
    [[nodiscard]] bool isReadOnly() const;
    [[nodiscard]] controls::CodeEditor *code() const { return m_code; }
    [[nodiscard]] controls::Banner *banner() const { return m_banner; }
    /// What the disk held when it was looked at last.
    [[nodiscard]] const std::string &diskBytes() const { return m_disk; }

    void ensureLoaded();
    /// Once the text is there. A length selects that many code points.
    void goTo(controls::EditorPlace place, int length = 0);
    [[nodiscard]] controls::EditorPlace place() const;
    void setViewState(const controls::EditorViewState &state) { m_viewState = state; }
    [[nodiscard]] controls::EditorViewState viewState() const;
    /// Puts text that was not saved in place of the file's, when that was read.
    void restore(const project::Draft &draft);
    [[nodiscard]] std::optional<project::Draft> draft() const; ///< none when there is nothing unsaved

    /// `done` hears whether the disk holds the text now.
    void save(Formatting formatting, const std::function<void(bool)> &done = {});
    /// False when the text does not parse or nothing changed.
    bool format();
    /// Looks whether another program changed the file.
    void checkDisk();
    /// Gives unsaved text up: shows what the disk has.
    void revert();
    /// Puts a content in place of the text as one step that Undo takes back, and saves it.
    void replaceAndSave(const std::string &bytes, project::VersionReason reason, const QString &note);

    void showHistory();
    void showComparison(const QString &beforeTitle, const std::string &before, const QString &afterTitle,
                        const std::string &after);
    /// Leaves history or comparison; false when the editor is shown already.
    bool showCode();
    [[nodiscard]] HistoryView *history() const { return m_history; }

Q_SIGNALS:
    void stateChanged();
    void modifiedChanged();
    void saved();
    void edited(); ///< the text changed
    void placeChanged();
    void createWanted();
    void openExternallyWanted();

private:
    void loaded(const Result<LoadedFile> &file);
    void showText(const LoadedFile &file);
    void setState(FileState state);
    void showState(const QString &iconName, const QString &sentence, const QString &button);
    void applyPlace();
    void restoreDraft();
    void restoreQuestion(const QString &sentence);

    void savedAs(const Result<std::string> &sha256, const std::string &bytes, int revision);
    void keepDraft();

    void takeOutside(const Result<LoadedFile> &file);
    void takeOutsideText(const std::string &bytes);
    void takeRemoval();
    void mergeOutside(const std::string &bytes);
    void askAboutConflicts(const std::string &bytes, std::size_t conflicts);
    void adopt(const std::string &bytes, const QString &text);
    void ask(controls::Level level, const QString &text, const QStringList &answers, std::function<void(int)> answered);

    Sources m_sources;
    project::Project m_project;
    QString m_path;
    FileState m_state = FileState::Waiting;
    Writability m_writability = Writability::Writable;
    std::string m_disk;
    bool m_exists = true;
    bool m_isSaving = false;
    std::optional<Formatting> m_saveAgain; ///< was asked for while the text before was being written
    bool m_keepsDraft = false;
    std::optional<project::Draft> m_draft;
    std::optional<controls::EditorPlace> m_place;
    int m_selectLength = 0;
    std::optional<controls::EditorViewState> m_viewState;
    project::VersionReason m_reason = project::VersionReason::Saved; ///< of the next save
    QString m_note;

    QStackedWidget *m_stack;
    controls::Banner *m_banner;
    controls::CodeEditor *m_code;
    controls::EmptyState *m_empty;
    CompareView *m_compare = nullptr;
    HistoryView *m_history = nullptr;
    QTimer *m_draftTimer;
    std::function<void(int)> m_answered;
    std::vector<std::function<void(bool)>> m_saveDone;
    shell::TaskSlot m_loadTask;
    shell::TaskSlot m_checkTask;
    shell::TaskSlot m_saveTask;
};

/// Files that `terraform fmt` formats.
[[nodiscard]] bool isFormatted(const QString &path);

} // namespace drydock::configurations
