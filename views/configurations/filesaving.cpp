// SPDX-License-Identifier: MIT
// FileEditor: from the editor to the disk, and text that is not there yet.
#include "core/diff/merge3.h"
#include "core/hcl/formatter.h"
#include "views/configurations/draftkeeper.h"
#include "views/configurations/fileeditor.h"
#include "views/controls/banner.h"
#include "views/models/filetext.h"
#include "views/models/text.h"
#include "views/shell/notifications.h"

#include <QTimer>

#include <array>

using namespace Qt::StringLiterals;
using drydock::controls::Level;
using drydock::models::toText;
using drydock::models::toUtf8;

namespace drydock::configurations {

bool isFormatted(const QString &path)
{
    static constexpr std::array endings{".tf"_L1, ".tofu"_L1, ".tfvars"_L1, ".tftest.hcl"_L1, ".tofutest.hcl"_L1};
    return std::any_of(endings.begin(), endings.end(), [&path](QLatin1StringView end) { return path.endsWith(end); });
}

bool FileEditor::format()
{
    if (m_state != FileState::Text || m_code->isReadOnly() || !isFormatted(m_path))
        return false;
    const QString before = m_code->text();
    const std::string text = toUtf8(before);
    const hcl::ParsedFile parsed = hcl::parse(hcl::SourceFile(toUtf8(m_path), text));
    const std::string formatted = hcl::format(parsed);
    if (formatted == text)
        return false;
    m_code->replaceText(toText(formatted));
    return true;
}

void FileEditor::save(Formatting formatting, const std::function<void(bool)> &done)
{
    if (done)
        m_saveDone.push_back(done);
    const auto finish = [this](bool isSaved) {
        const auto waiting = std::exchange(m_saveDone, {});
        for (const auto &each : waiting)
            each(isSaved);
    };
    if (m_isSaving) {
        m_saveAgain = formatting;
        return;
    }
    if (m_state != FileState::Text || !isModified())
        return finish(m_state == FileState::Text);
    if (formatting == Formatting::On)
        format();
    const controls::EditorText snapshot = m_code->snapshot();
    SaveRequest request{m_project,
                        toUtf8(m_path),
                        models::encodeFileText(snapshot.text, m_disk),
                        m_disk,
                        m_exists,
                        std::exchange(m_reason, project::VersionReason::Saved),
                        toUtf8(std::exchange(m_note, {}))};
    m_isSaving = true;
    m_saveTask.run(
        tr("Save %1").arg(m_path),
        [&services = m_sources.services, request](const Task &) { return saveFile(services, request); },
        [this, finish, bytes = request.bytes, revision = snapshot.revision](const Result<std::string> &written) {
            m_isSaving = false;
            savedAs(written, bytes, revision);
            const auto again = std::exchange(m_saveAgain, std::nullopt);
            if (again && written && isModified())
                return save(*again);
            finish(written.has_value());
        });
}

void FileEditor::savedAs(const Result<std::string> &sha256, const std::string &bytes, int revision)
{
    if (!sha256) {
        if (sha256.error().code == "file.changed-outside")
            return checkDisk();
        return m_sources.context.notifications.failed(tr("%1 was not saved.").arg(m_path), sha256.error());
    }
    m_disk = bytes;
    m_exists = true;
    m_answered = {};
    m_banner->clear();
    if (m_code->revision() == revision) {
        m_code->markSaved();
        m_draftTimer->stop();
        m_sources.drafts.forget(m_project.id, toUtf8(m_path));
        m_keepsDraft = false;
    }
    Q_EMIT modifiedChanged();
    Q_EMIT saved();
}

void FileEditor::replaceAndSave(const std::string &bytes, project::VersionReason reason, const QString &note)
{
    const auto text = models::decodeFileText(bytes);
    if (!text || m_state != FileState::Text)
        return;
    m_code->replaceText(text->text);
    m_reason = reason;
    m_note = note;
    save(Formatting::Off);
}

std::optional<project::Draft> FileEditor::draft() const
{
    if (m_state != FileState::Text)
        return m_draft;
    if (!isModified())
        return std::nullopt;
    project::Draft draft;
    draft.projectId = m_project.id;
    draft.path = toUtf8(m_path);
    draft.base = m_disk;
    draft.baseExists = m_exists;
    draft.text = toUtf8(m_code->text());
    draft.line = static_cast<std::uint32_t>(m_code->place().line);
    return draft;
}

void FileEditor::keepDraft()
{
    if (const auto unsaved = draft()) {
        m_keepsDraft = true;
        m_sources.drafts.keep(*unsaved);
    } else if (std::exchange(m_keepsDraft, false)) {
        m_sources.drafts.forget(m_project.id, toUtf8(m_path));
    }
}

void FileEditor::restore(const project::Draft &draft)
{
    m_draft = draft;
    m_keepsDraft = true;
    if (m_state == FileState::Text)
        restoreDraft();
    else
        ensureLoaded();
    Q_EMIT modifiedChanged();
}

void FileEditor::restoreDraft()
{
    const project::Draft draft = *std::exchange(m_draft, std::nullopt);
    const auto disk = models::decodeFileText(m_disk);
    const QString saved = disk ? disk->text : QString();
    const QString typed = toText(draft.text);
    if (typed == saved && m_exists) {
        m_keepsDraft = false;
        return m_sources.drafts.forget(m_project.id, draft.path);
    }
    const QString when = models::relativeTime(draft.written);
    QString text = typed;
    QString sentence = tr("Text that was not saved is back (%1).").arg(when);
    if (draft.base != m_disk && m_exists) {
        const auto base = models::decodeFileText(draft.base);
        const diff::Merge merge = diff::merge3(base ? toUtf8(base->text) : std::string(), draft.text, toUtf8(saved));
        if (merge.isClean()) {
            text = toText(merge.text);
            sentence = tr("Text that was not saved is back (%1), merged with what the file holds by now.").arg(when);
        } else {
            sentence = tr("Text that was not saved is back (%1). The file was changed since: compare before you save.")
                           .arg(when);
        }
    }
    m_code->openUnsaved(text, saved, m_path);
    if (!m_place)
        m_place = controls::EditorPlace{static_cast<int>(draft.line), 1};
    ask(Level::Medium, sentence, {tr("Compare"), tr("Discard it")}, [this, saved, sentence](int answer) {
        if (answer == 1)
            return revert();
        showComparison(tr("On disk"), toUtf8(saved), tr("Not saved"), toUtf8(m_code->text()));
        restoreQuestion(sentence);
    });
}

void FileEditor::restoreQuestion(const QString &sentence)
{
    ask(Level::Medium, sentence, {tr("Discard it")}, [this](int) { revert(); });
}

void FileEditor::revert()
{
    showCode();
    m_answered = {};
    m_banner->clear();
    if (!m_exists) {
        m_sources.drafts.forget(m_project.id, toUtf8(m_path));
        m_keepsDraft = false;
        m_code->open({}, m_path);
        m_state = FileState::Waiting;
        return ensureLoaded();
    }
    const auto disk = models::decodeFileText(m_disk);
    m_code->replaceText(disk ? disk->text : QString(), controls::TextOrigin::Saved);
    keepDraft();
    Q_EMIT modifiedChanged();
}

} // namespace drydock::configurations
