// SPDX-License-Identifier: MIT
#include "views/models/languageworker.h"

#include <utility>

namespace drydock::models {

Result<> LanguageWorker::open(const QString &folder, const language::SnapshotOptions &options, const Task &task)
{
    Result<language::Snapshot> opened = language::Snapshot::open(nativePath(folder), options, task);
    if (!opened)
        return tl::unexpected(std::move(opened.error()));
    const std::scoped_lock lock(m_mutex);
    m_state = State{std::move(*opened), {}, folder};
    return {};
}

Result<> LanguageWorker::refresh(const Task &task)
{
    Result<language::Snapshot> fresh = state().snapshot.refreshed(task);
    if (!fresh)
        return tl::unexpected(std::move(fresh.error()));
    const std::scoped_lock lock(m_mutex);
    // Texts that came while the disk was read.
    for (const auto &[path, known] : m_state.known)
        *fresh = fresh->withText(path, known.text.text.toStdString());
    m_state.snapshot = std::move(*fresh);
    return {};
}

void LanguageWorker::setSchemas(std::shared_ptr<const terraform::SchemaCatalogue> schemas)
{
    const std::scoped_lock lock(m_mutex);
    m_state.snapshot = m_state.snapshot.withSchemas(std::move(schemas));
}

void LanguageWorker::setText(const QString &file, const controls::EditorText &text)
{
    const std::filesystem::path path = pathOf(file);
    const std::scoped_lock lock(m_mutex);
    const auto known = m_state.known.find(path);
    if (known == m_state.known.end() || known->second.text.text != text.text)
        m_state.snapshot = m_state.snapshot.withText(path, text.text.toStdString());
    m_state.known[path] = KnownText{file, text};
}

void LanguageWorker::release(const QString &file)
{
    const std::filesystem::path path = pathOf(file);
    const std::scoped_lock lock(m_mutex);
    m_state.known.erase(path);
    m_state.snapshot = m_state.snapshot.withoutText(path);
}

LanguageWorker::State LanguageWorker::state() const
{
    const std::scoped_lock lock(m_mutex);
    return m_state;
}

LanguageWorker::State LanguageWorker::stateWith(const QString &file, const controls::EditorText &text)
{
    State now = state();
    const std::filesystem::path path = pathOf(file);
    const auto known = now.known.find(path);
    const bool isOlder = known != now.known.end() && known->second.text.revision > text.revision;
    if (!isOlder) {
        setText(file, text);
        return state();
    }
    now.snapshot = now.snapshot.withText(path, text.text.toStdString());
    known->second.text = text;
    return now;
}

std::filesystem::path LanguageWorker::pathOf(const QString &file) const
{
    std::error_code ignored;
    const std::filesystem::path path = nativePath(file);
    const std::filesystem::path canonical = std::filesystem::weakly_canonical(path, ignored);
    return canonical.empty() ? path : canonical;
}

} // namespace drydock::models
