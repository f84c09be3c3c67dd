// SPDX-License-Identifier: MIT
#include "views/configurations/languagelink.h"

#include "views/configurations/analysis.h"
#include "views/configurations/fileeditor.h"
#include "views/configurations/snapshotassistance.h"
#include "views/models/text.h"
#include "views/shell/activeproject.h"
#include "views/shell/notifications.h"
#include "views/shell/problemlist.h"

#include <QTimer>

using namespace Qt::StringLiterals;
using drydock::models::toUtf8;

namespace drydock::configurations {

namespace {

constexpr int settleDelay = 200; // milliseconds without a key
constexpr qsizetype mostProblems = 1000;

struct ChangedText
{
    std::filesystem::path file;
    QString path;
    std::string text;
    int revision = 0;
};

std::uint32_t bytesBefore(const controls::EditorText &text, int position)
{
    return static_cast<std::uint32_t>(QStringView(text.text).left(position).toUtf8().size());
}

} // namespace

struct LanguageLink::Update
{
    language::Snapshot snapshot;
    bool isWhole = false; ///< of all files, not of those that changed
    std::vector<FileAnalysis> files;
    QHash<QString, int> revisions;
};

LanguageLink::LanguageLink(shell::PageContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_updateTask(context.tasks, this)
    , m_questionTask(context.tasks, this)
{
}

LanguageLink::~LanguageLink() = default;

std::filesystem::path LanguageLink::fileOf(const QString &path) const
{
    return m_snapshot.root() / models::toPath(path);
}

void LanguageLink::setProject(const std::optional<project::Project> &project)
{
    m_updateTask.drop();
    m_questionTask.drop();
    m_project = project;
    m_snapshot = {};
    m_changed.clear();
    m_given.clear();
    m_isUpdating = false;
    m_isOutdated = false;
    m_isFirstLook = true;
    m_problems.clear();
    m_outlines.clear();
    announce();
    if (project)
        refresh();
}

void LanguageLink::refresh()
{
    m_isOutdated = m_project.has_value();
    update();
}

void LanguageLink::attach(FileEditor *editor)
{
    m_editors << editor;
    auto *assistance = new SnapshotAssistance(
        m_context.tasks,
        [this, editor] {
            return SnapshotAssistance::Place{m_snapshot, fileOf(editor->path())};
        },
        editor);
    editor->code()->setAssistance(assistance);
    auto *delay = new QTimer(editor);
    delay->setSingleShot(true);
    delay->setInterval(settleDelay);
    const auto changed = [this, editor] {
        if (editor->state() != FileState::Text)
            return;
        if (!m_changed.contains(editor))
            m_changed << editor;
        update();
    };
    connect(delay, &QTimer::timeout, this, changed);
    connect(editor, &FileEditor::edited, delay, qOverload<>(&QTimer::start));
    connect(editor, &FileEditor::stateChanged, this, changed);
    // A closed file counts as the disk has it.
    connect(editor, &QObject::destroyed, this, &LanguageLink::refresh);
}

/// Files that no editor has any more: the text on the disk counts again.
std::vector<std::filesystem::path> LanguageLink::takeClosed()
{
    m_editors.removeIf([](const QPointer<FileEditor> &editor) { return !editor; });
    QSet<QString> open;
    for (const QPointer<FileEditor> &editor : std::as_const(m_editors))
        open << editor->path();
    std::vector<std::filesystem::path> closed;
    const QSet<QString> gone = m_given - open;
    for (const QString &path : gone)
        closed.push_back(m_project->root / models::toPath(path));
    m_given &= open;
    return closed;
}

void LanguageLink::update()
{
    if (m_isUpdating || !m_project || (!m_isOutdated && m_changed.isEmpty()))
        return;
    m_isUpdating = true;
    const bool whole = std::exchange(m_isOutdated, false);
    const bool opens = m_snapshot.root().empty();
    std::vector<ChangedText> texts;
    const auto closed = takeClosed();
    const auto changed = std::exchange(m_changed, {});
    for (const QPointer<FileEditor> &editor : changed) {
        if (!editor)
            continue;
        const controls::EditorText text = editor->code()->snapshot();
        m_given << editor->path();
        texts.push_back(
            {m_project->root / models::toPath(editor->path()), editor->path(), toUtf8(text.text), text.revision});
    }
    m_updateTask.run(
        tr("Understand configurations"),
        [base = m_snapshot, root = m_project->root, texts, closed, whole, opens](const Task &task) -> Result<Update> {
            Update update;
            update.isWhole = whole || opens;
            auto snapshot = opens   ? language::Snapshot::open(root, {}, task)
                            : whole ? base.refreshed(task)
                                    : Result<language::Snapshot>(base);
            if (!snapshot)
                return Failure(snapshot.error());
            update.snapshot = std::move(*snapshot);
            for (const std::filesystem::path &file : closed)
                update.snapshot = update.snapshot.withoutText(file);
            for (const ChangedText &text : texts) {
                update.snapshot = update.snapshot.withText(text.file, text.text);
                update.revisions.insert(text.path, text.revision);
                update.files.push_back(analyse(update.snapshot, text.file));
            }
            if (update.isWhole)
                update.files = analyseAll(update.snapshot, task);
            return update;
        },
        [this](const Result<Update> &done) {
            m_isUpdating = false;
            if (done)
                take(*done);
            update();
        });
}

void LanguageLink::take(const Update &update)
{
    m_snapshot = update.snapshot;
    if (update.isWhole) {
        m_problems.clear();
        m_outlines.clear();
    }
    for (const FileAnalysis &file : update.files) {
        m_problems.remove(file.path);
        if (!file.problems.isEmpty())
            m_problems.insert(file.path, file.problems);
        m_outlines.insert(file.path, file.outline);
        Q_EMIT analysed(file, update.revisions.value(file.path, -1));
    }
    announce();
}

void LanguageLink::announce()
{
    QList<shell::Problem> all;
    QStringList paths = m_problems.keys();
    paths.sort();
    for (const QString &path : std::as_const(paths)) {
        for (const FileProblem &each : std::as_const(m_problems[path])) {
            if (all.size() == mostProblems)
                break;
            const QString line = QString::number(each.line);
            all << shell::Problem{
                each.level, each.text, path + u':' + line,
                shell::Link{u"configurations"_s, path, m_context.project.slug(), {{u"line"_s, line}}}};
        }
    }
    using Announcement = shell::ProblemList::Announcement;
    m_context.problems.set(u"configurations"_s, all, m_isFirstLook ? Announcement::Shown : Announcement::Quiet);
    if (!m_snapshot.root().empty())
        m_isFirstLook = false;
    Q_EMIT problemsChanged();
}

QHash<QString, int> LanguageLink::problemCounts() const
{
    QHash<QString, int> counts;
    for (auto each = m_problems.cbegin(); each != m_problems.cend(); ++each)
        counts.insert(each.key(), static_cast<int>(each.value().size()));
    return counts;
}

void LanguageLink::run(FileEditor *editor, controls::EditorCommand command, int position)
{
    if (command == controls::EditorCommand::GoToDefinition)
        goToDefinition(editor, position);
    if (command == controls::EditorCommand::FindReferences)
        findUses(editor, position);
}

void LanguageLink::goToDefinition(FileEditor *editor, int position)
{
    const controls::EditorText text = editor->code()->snapshot();
    m_questionTask.run(
        tr("Find definition"),
        [snapshot = m_snapshot, file = fileOf(editor->path()), bytes = toUtf8(text.text),
         offset = bytesBefore(text, position)](const Task &) -> Result<std::vector<FoundPlace>> {
            return definitionPlaces(snapshot.withText(file, bytes), file, offset);
        },
        [this](const Result<std::vector<FoundPlace>> &places) {
            if (!places || places->empty())
                return m_context.notifications.inform(tr("Nothing is defined for this name here."));
            const FoundPlace &first = places->front();
            Q_EMIT placeWanted(first.path, first.line, first.column);
        });
}

void LanguageLink::findUses(FileEditor *editor, int position)
{
    const controls::EditorText text = editor->code()->snapshot();
    m_questionTask.run(
        tr("Find uses"),
        [snapshot = m_snapshot, file = fileOf(editor->path()), bytes = toUtf8(text.text),
         offset = bytesBefore(text, position)](const Task &) -> Result<FoundUses> {
            return usesOf(snapshot.withText(file, bytes), file, offset);
        },
        [this](const Result<FoundUses> &found) {
            if (!found || found->name.isEmpty())
                return m_context.notifications.inform(tr("There is no name here that could be used elsewhere."));
            Q_EMIT usesFound(found->name, found->files);
        });
}

} // namespace drydock::configurations
