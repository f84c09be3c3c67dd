// SPDX-License-Identifier: MIT
// FileEditor: what another program did to the file.
#include "app/wiring/services.h"
#include "core/diff/merge3.h"
#include "views/configurations/fileeditor.h"
#include "views/controls/banner.h"
#include "views/models/filetext.h"
#include "views/models/text.h"

using namespace Qt::StringLiterals;
using drydock::controls::Level;
using drydock::controls::TextOrigin;
using drydock::models::toText;
using drydock::models::toUtf8;

namespace drydock::configurations {

void FileEditor::checkDisk()
{
    if (m_isSaving || m_state == FileState::Waiting || m_state == FileState::Loading)
        return;
    if (m_state != FileState::Text) {
        m_state = FileState::Waiting;
        return ensureLoaded();
    }
    m_checkTask.run(
        tr("Look at file"),
        [&services = m_sources.services, project = m_project, path = toUtf8(m_path),
         known = m_disk](const Task &) -> Result<LoadedFile> {
            auto file = loadFile(project.root, path);
            if (file && file->kind == FileKind::Text && file->bytes != known) {
                // Both sides stay within reach, whatever is decided about them.
                const project::FileHistory history(services.workspace());
                static_cast<void>(history.record(project.id, path, known, project::VersionReason::Opened));
                static_cast<void>(history.record(project.id, path, file->bytes, project::VersionReason::Outside));
            }
            return file;
        },
        [this](const Result<LoadedFile> &file) { takeOutside(file); });
}

void FileEditor::takeOutside(const Result<LoadedFile> &file)
{
    if (m_isSaving)
        return;
    if (!file && file.error().code == "file.missing")
        return takeRemoval();
    if (!file)
        return;
    if (file->writability != m_writability) {
        m_writability = file->writability;
        m_code->setReadOnly(m_writability == Writability::ReadOnly);
        if (m_writability == Writability::Writable)
            m_banner->clear();
        Q_EMIT stateChanged();
    }
    if (file->kind != FileKind::Text) {
        if (!isModified())
            loaded(file);
        return;
    }
    if (file->bytes != m_disk || !m_exists)
        takeOutsideText(file->bytes);
}

void FileEditor::takeOutsideText(const std::string &bytes)
{
    const auto text = models::decodeFileText(bytes);
    if (!text)
        return;
    if (m_code->isModified())
        return mergeOutside(bytes);
    const std::string before = m_disk;
    adopt(bytes, text->text);
    ask(Level::Neutral, tr("Another program changed this file; it was read again."), {tr("Show the change")},
        [this, before, bytes](int) { showComparison(tr("Before"), before, tr("On disk"), bytes); });
}

/// What the disk holds counts as saved now; the editor shows it, and Undo takes it back.
void FileEditor::adopt(const std::string &bytes, const QString &text)
{
    m_code->replaceText(text, TextOrigin::Saved);
    m_disk = bytes;
    m_exists = true;
    Q_EMIT modifiedChanged();
}

void FileEditor::takeRemoval()
{
    if (!m_exists)
        return;
    m_exists = false;
    Q_EMIT modifiedChanged();
    m_banner->show(Level::Medium,
                   tr("Another program deleted or renamed this file. Its text is still here: saving makes it again."));
    keepDraft();
}

void FileEditor::mergeOutside(const std::string &bytes)
{
    const auto base = models::decodeFileText(m_disk);
    const auto theirs = models::decodeFileText(bytes);
    const std::string ours = toUtf8(m_code->text());
    const diff::Merge merge = diff::merge3(base ? toUtf8(base->text) : std::string(), ours, toUtf8(theirs->text));
    if (!merge.isClean())
        return askAboutConflicts(bytes, merge.conflicts.size());
    adopt(bytes, theirs->text);
    m_code->replaceText(toText(merge.text));
    m_reason = project::VersionReason::Merged;
    keepDraft();
    ask(Level::Neutral, tr("Another program changed this file; its changes and yours were merged. Save to keep both."),
        {tr("Show the merge"), tr("Keep only mine")}, [this, ours, disk = theirs->text](int answer) {
            if (answer == 1)
                return m_code->replaceText(toText(ours));
            showComparison(tr("On disk"), toUtf8(disk), tr("Merged"), toUtf8(m_code->text()));
        });
}

void FileEditor::askAboutConflicts(const std::string &bytes, std::size_t conflicts)
{
    const QString sentence =
        tr("Another program changed the same lines of this file (%n place(s)).", nullptr, static_cast<int>(conflicts));
    ask(Level::High, sentence, {tr("Compare"), tr("Keep mine"), tr("Use the file's"), tr("Mark conflicts")},
        [this, bytes, conflicts](int answer) {
            const QString mine = m_code->text();
            const auto theirs = models::decodeFileText(bytes);
            if (answer == 0) {
                showComparison(tr("On disk"), toUtf8(theirs->text), tr("Yours"), toUtf8(mine));
                return askAboutConflicts(bytes, conflicts);
            }
            const auto base = models::decodeFileText(m_disk);
            adopt(bytes, theirs->text);
            showCode();
            m_banner->clear();
            if (answer == 1)
                m_code->replaceText(mine);
            if (answer == 3) {
                const diff::MergeOptions labels{diff::ConflictText::Markers, toUtf8(tr("yours")), toUtf8(tr("before")),
                                                toUtf8(tr("on disk"))};
                const diff::Merge merge =
                    diff::merge3(base ? toUtf8(base->text) : std::string(), toUtf8(mine), toUtf8(theirs->text), labels);
                m_code->replaceText(toText(merge.text));
                m_reason = project::VersionReason::Merged;
                if (!merge.conflicts.empty())
                    m_code->goTo({static_cast<int>(merge.conflicts.front().firstLine) + 1, 1});
            }
            keepDraft();
        });
}

} // namespace drydock::configurations
