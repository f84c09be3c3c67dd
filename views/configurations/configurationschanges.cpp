// SPDX-License-Identifier: MIT
// ConfigurationsPage: changes to many files at once, in editors and on the disk.
#include "core/base/sha256.h"
#include "views/configurations/configurationspage.h"
#include "views/configurations/editortabs.h"
#include "views/configurations/fileaccess.h"
#include "views/configurations/replacing.h"
#include "views/controls/contentstack.h"
#include "views/controls/dialogs.h"
#include "views/models/languagesession.h"
#include "views/models/text.h"
#include "views/shell/notifications.h"

using namespace Qt::StringLiterals;
using drydock::models::toText;
using drydock::models::toUtf8;

namespace drydock::configurations {

std::size_t ConfigurationsPage::replaceInEditors(Replacement &replacement, QStringList &skipped)
{
    std::size_t matches = 0;
    std::erase_if(replacement.files, [&](const project::FileMatches &file) {
        FileEditor *editor = m_tabs->find(toText(file.path));
        if (!editor || editor->state() != FileState::Text)
            return false;
        const std::string text = toUtf8(editor->code()->text());
        const auto replaced = editor->isReadOnly() || sha256Hex(text) != file.sha256
                                  ? Result<std::string>(failure("search.changed", {}))
                                  : project::replaceMatches(text, replacement.pattern, file.matches, replacement.with);
        if (replaced) {
            editor->code()->replaceText(toText(*replaced));
            matches += file.matches.size();
        } else {
            skipped << editor->path();
        }
        return true;
    });
    return matches;
}

void ConfigurationsPage::replaceInFiles(const Replacement &replacement)
{
    std::size_t wanted = 0;
    for (const project::FileMatches &file : replacement.files)
        wanted += file.matches.size();
    const QString files = tr("%n file(s)", nullptr, static_cast<int>(replacement.files.size()));
    const controls::Question question{
        tr("Replace in files"), tr("Replace %n match(es) in %1?", nullptr, static_cast<int>(wanted)).arg(files),
        tr("In open files the change is not saved yet and Undo takes it back. Of all others the local history keeps "
           "what they held."),
        tr("Replace"), false};
    if (!m_isLoaded || !m_context.dialogs.ask(m_stack, question))
        return;
    Replacement rest = replacement;
    QStringList skipped;
    const std::size_t inEditors = replaceInEditors(rest, skipped);
    const std::size_t editorFiles =
        replacement.files.size() - rest.files.size() - static_cast<std::size_t>(skipped.size());
    m_replaceTask.run(
        tr("Replace in files"),
        [&services = m_services, project = m_contents.project, rest](const Task &task) {
            return replaceOnDisk(services, project, rest, task);
        },
        [this, inEditors, editorFiles, skipped](const Result<ReplaceOutcome> &outcome) {
            if (!outcome)
                return m_context.notifications.failed(tr("Nothing was replaced in closed files."), outcome.error());
            QStringList left = skipped;
            for (const std::string &path : outcome->skipped)
                left << toText(path);
            QString sentence = tr("%1 replaced in %2.")
                                   .arg(tr("%n match(es)", nullptr, static_cast<int>(inEditors + outcome->matches)),
                                        tr("%n file(s)", nullptr, static_cast<int>(editorFiles + outcome->files)));
            if (!left.isEmpty())
                sentence +=
                    u' ' +
                    tr("Left as they are, because they changed since or are read-only: %1.").arg(left.join(u", "_s));
            m_search->showOutcome(sentence);
            lookAgain();
        },
        shell::TaskKind::Visible);
}

/// Open files are changed in their editors, as one step that Undo takes back; the others on the disk.
void ConfigurationsPage::applyChanges(const QString &what, const QList<models::FileChange> &changes)
{
    if (!m_isLoaded || changes.isEmpty())
        return;
    std::vector<SaveRequest> rest;
    int inEditors = 0;
    for (const models::FileChange &change : changes) {
        const QString &path = change.file;
        if (path.isEmpty()) {
            m_context.notifications.inform(tr("A file outside of the project stays as it is."));
            continue;
        }
        FileEditor *editor = m_tabs->find(path);
        if (editor && editor->state() == FileState::Text) {
            if (editor->isReadOnly())
                m_context.notifications.inform(tr("“%1” is read-only; it stays as it is.").arg(path));
            else if (editor->code()->applyChanges(change.revision, change.changes))
                ++inEditors;
            else
                m_context.notifications.inform(tr("“%1” was typed in meanwhile; it stays as it is.").arg(path));
        } else {
            rest.push_back({m_contents.project, toUtf8(path), toUtf8(change.text), toUtf8(change.before), true,
                            project::VersionReason::Saved, toUtf8(what)});
        }
    }
    m_replaceTask.run(
        what,
        [&services = m_services, rest](const Task &) -> Result<std::size_t> {
            for (SaveRequest request : rest) {
                request.exists = loadFile(request.project.root, request.path).has_value();
                if (const auto saved = saveFile(services, request); !saved)
                    return Failure(saved.error());
            }
            return rest.size();
        },
        [this, what, inEditors](const Result<std::size_t> &saved) {
            lookAgain();
            if (!saved)
                return m_context.notifications.failed(tr("%1: not all files were changed.").arg(what), saved.error());
            const auto files = static_cast<int>(*saved) + inEditors;
            m_context.notifications.done(tr("%1: %n file(s) changed.", nullptr, files).arg(what));
        });
}

} // namespace drydock::configurations
