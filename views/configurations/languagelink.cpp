// SPDX-License-Identifier: MIT
#include "views/configurations/languagelink.h"

#include "core/language/snapshot.h"
#include "views/configurations/fileeditor.h"
#include "views/controls/dialogs.h"
#include "views/models/text.h"
#include "views/shell/activeproject.h"
#include "views/shell/notifications.h"
#include "views/shell/problemlist.h"

#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using drydock::controls::DiagnosticSeverity;
using drydock::controls::Level;
using drydock::models::toUtf8;

namespace drydock::configurations {

namespace {

constexpr int settleDelay = 200; // milliseconds without a key
constexpr qsizetype mostProblems = 1000;

Level levelOf(DiagnosticSeverity severity)
{
    switch (severity) {
    case DiagnosticSeverity::Error:
        return Level::Critical;
    case DiagnosticSeverity::Warning:
        return Level::Medium;
    case DiagnosticSeverity::Information:
    case DiagnosticSeverity::Hint:
        break;
    }
    return Level::Low;
}

QString iconOf(const QString &kind)
{
    static const QHash<QString, QString> icons{
        {u"variable"_s, u"code-variable"_s},      {u"local value"_s, u"code-variable"_s},
        {u"output"_s, u"document-export"_s},      {u"module call"_s, u"package"_s},
        {u"data source"_s, u"document-import"_s}, {u"provider configuration"_s, u"configure"_s},
        {u"settings"_s, u"configure"_s}};
    return icons.value(kind, kind == "argument"_L1 ? QString() : u"code-context"_s);
}

OutlineEntry entryOf(const models::OutlineNode &node, const controls::CodeEditor &code)
{
    const controls::EditorPlace name = code.placeOf(node.selection.start);
    const int end = code.placeOf(std::max(node.range.end - 1, node.range.start)).line;
    OutlineEntry entry{node.name, node.kind, node.detail, iconOf(node.kind), name.line, name.column, end, {}};
    for (const models::OutlineNode &child : node.children)
        entry.children << entryOf(child, code);
    return entry;
}

/// The line of a place, as a search shows it.
project::TextMatch matchOf(const models::SourcePlace &place, const QString &name)
{
    project::TextMatch match;
    match.line = static_cast<std::uint32_t>(place.line);
    match.column = static_cast<std::uint32_t>(place.column);
    match.excerpt = toUtf8(place.lineText);
    const std::string word = toUtf8(name.section(u'.', -1));
    const std::size_t at = match.excerpt.find(word);
    match.excerptStart = at == std::string::npos ? 0 : at;
    match.excerptLength = at == std::string::npos ? 0 : word.size();
    return match;
}

} // namespace

LanguageLink::LanguageLink(shell::PageContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

LanguageLink::~LanguageLink()
{
    letGo();
}

/// Editors may outlive the session that answers them.
void LanguageLink::letGo()
{
    for (const QPointer<FileEditor> &editor : std::as_const(m_editors)) {
        if (editor)
            editor->code()->setAssistance(nullptr);
    }
    m_editors.clear();
    m_files.clear();
    m_session.reset();
}

QString LanguageLink::fileOf(const QString &path) const
{
    return m_root + u'/' + path;
}

QString LanguageLink::pathOf(const QString &file) const
{
    return file.startsWith(m_root + u'/') ? file.mid(m_root.size() + 1) : QString();
}

QList<models::FileChange> LanguageLink::inProject(QList<models::FileChange> changes) const
{
    for (models::FileChange &change : changes)
        change.file = pathOf(change.file);
    return changes;
}

void LanguageLink::setProject(const std::optional<project::Project> &project, const language::SnapshotOptions &options)
{
    letGo();
    m_root.clear();
    m_problems.clear();
    m_outlines.clear();
    m_isFirstLook = true;
    announce();
    if (!project)
        return;
    std::error_code ignored;
    const std::filesystem::path root = std::filesystem::weakly_canonical(project->root, ignored);
    m_root = models::pathText(root);
    m_session = std::make_unique<models::LanguageSession>();
    connect(m_session.get(), &models::LanguageSession::problemsChanged, this,
            [this](const QList<models::SourceProblem> &problems) {
                m_problems = problems;
                announce();
                m_isFirstLook = false;
            });
    connect(m_session.get(), &models::LanguageSession::diagnosticsChanged, this,
            [this](const QString &file, int revision, const QList<controls::Diagnostic> &diagnostics) {
                for (const QPointer<FileEditor> &editor : std::as_const(m_editors)) {
                    if (editor && fileOf(editor->path()) == file)
                        editor->code()->setDiagnostics(revision, diagnostics);
                }
            });
    m_session->open(m_root, options);
}

void LanguageLink::refresh()
{
    if (m_session)
        m_session->refresh();
}

void LanguageLink::attach(FileEditor *editor)
{
    m_editors << editor;
    auto *delay = new QTimer(editor);
    delay->setSingleShot(true);
    delay->setInterval(settleDelay);
    connect(delay, &QTimer::timeout, this, [this, editor] { follow(editor); });
    connect(editor, &FileEditor::edited, delay, qOverload<>(&QTimer::start));
    connect(editor, &FileEditor::stateChanged, this, [this, editor] { follow(editor); });
    connect(editor, &QObject::destroyed, this, [this](QObject *gone) {
        // The disk counts again.
        const QString file = m_files.take(gone);
        if (m_session && !file.isEmpty())
            m_session->release(file);
    });
    connect(editor->code(), &controls::CodeEditor::actionChosen, this, [this](const controls::CodeAction &action) {
        if (m_session)
            Q_EMIT changesWanted(action.title, inProject(m_session->changesOf(action.id)));
    });
}

void LanguageLink::follow(FileEditor *editor)
{
    if (!m_session || editor->state() != FileState::Text)
        return;
    const QString file = fileOf(editor->path());
    QString &known = m_files[editor];
    if (known != file) {
        if (!known.isEmpty())
            m_session->release(known);
        known = file;
        editor->code()->setAssistance(&m_session->assistance(file));
    }
    m_session->setText(file, editor->code()->snapshot());
    makeOutline(editor);
}

void LanguageLink::makeOutline(FileEditor *editor)
{
    const controls::EditorText text = editor->code()->snapshot();
    m_session->outline(m_files.value(editor), text, editor,
                       [this, editor, revision = text.revision](const QList<models::OutlineNode> &nodes) {
                           if (editor->code()->revision() != revision)
                               return;
                           QList<OutlineEntry> entries;
                           for (const models::OutlineNode &node : nodes)
                               entries << entryOf(node, *editor->code());
                           m_outlines.insert(editor->path(), entries);
                           Q_EMIT outlineChanged(editor->path());
                       });
}

void LanguageLink::announce()
{
    QList<shell::Problem> all;
    for (const models::SourceProblem &each : std::as_const(m_problems)) {
        const QString path = pathOf(each.place.file);
        if (all.size() == mostProblems)
            break;
        if (path.isEmpty())
            continue;
        const QString line = QString::number(each.place.line);
        all << shell::Problem{levelOf(each.diagnostic.severity), each.diagnostic.message, path + u':' + line,
                              shell::Link{u"configurations"_s, path, m_context.project.slug(), {{u"line"_s, line}}}};
    }
    using Announcement = shell::ProblemList::Announcement;
    // Hints alone are no news: nothing opens for them.
    const bool isNews = m_isFirstLook && !problemCounts().isEmpty();
    m_context.problems.set(u"configurations"_s, all, isNews ? Announcement::Shown : Announcement::Quiet);
    Q_EMIT problemsChanged();
}

QHash<QString, int> LanguageLink::problemCounts() const
{
    QHash<QString, int> counts;
    for (const models::SourceProblem &each : m_problems) {
        if (each.diagnostic.severity == DiagnosticSeverity::Error ||
            each.diagnostic.severity == DiagnosticSeverity::Warning)
            ++counts[pathOf(each.place.file)];
    }
    return counts;
}

QString LanguageLink::blockAt(const QString &path, int line) const
{
    const QList<OutlineEntry> entries = m_outlines.value(path);
    const auto behind = std::upper_bound(entries.begin(), entries.end(), line,
                                         [](int wanted, const OutlineEntry &entry) { return wanted < entry.line; });
    if (behind == entries.begin() || line > std::prev(behind)->endLine)
        return {};
    const OutlineEntry &entry = *std::prev(behind);
    if (entry.name.isEmpty() || entry.name == entry.kind)
        return entry.kind;
    return entry.kind + u' ' + entry.name;
}

void LanguageLink::findAddresses(QObject *receiver, const Addresses &answer)
{
    if (!m_session)
        return;
    const auto take = [this, answer](const QList<models::FoundSymbol> &symbols) {
        QList<Address> addresses;
        for (const models::FoundSymbol &each : symbols) {
            if (const QString path = pathOf(each.place.file); !path.isEmpty())
                addresses << Address{each.address, each.kind, path, each.place.line, each.place.column};
        }
        answer(addresses);
    };
    m_session->findSymbols({}, mostAddresses, receiver, take);
}

void LanguageLink::run(FileEditor *editor, controls::EditorCommand command, int position)
{
    if (!m_session || editor->state() != FileState::Text)
        return;
    if (command == controls::EditorCommand::GoToDefinition)
        goToDefinition(editor, position);
    if (command == controls::EditorCommand::FindReferences)
        findUses(editor, position);
    if (command == controls::EditorCommand::Rename)
        rename(editor, position);
}

void LanguageLink::goToDefinition(FileEditor *editor, int position)
{
    m_session->definition(fileOf(editor->path()), editor->code()->snapshot(), position, editor,
                          [this](const QList<models::SourcePlace> &places) {
                              for (const models::SourcePlace &place : places) {
                                  if (const QString path = pathOf(place.file); !path.isEmpty())
                                      return placeWanted(path, place.line, place.column);
                              }
                              m_context.notifications.inform(tr("Nothing is defined for this name here."));
                          });
}

void LanguageLink::findUses(FileEditor *editor, int position)
{
    const QString name = editor->code()->wordAtCursor();
    m_session->references(fileOf(editor->path()), editor->code()->snapshot(), position, editor,
                          [this, name](const QList<models::SourcePlace> &places) {
                              std::vector<project::FileMatches> files;
                              for (const models::SourcePlace &place : places) {
                                  const std::string path = toUtf8(pathOf(place.file));
                                  if (path.empty())
                                      continue;
                                  if (files.empty() || files.back().path != path)
                                      files.push_back({path, {}, {}});
                                  files.back().matches.push_back(matchOf(place, name));
                              }
                              if (files.empty())
                                  return m_context.notifications.inform(
                                      tr("There is no name here that could be used elsewhere."));
                              Q_EMIT usesFound(name, files);
                          });
}

void LanguageLink::rename(FileEditor *editor, int position)
{
    const controls::EditorText text = editor->code()->snapshot();
    const QString file = fileOf(editor->path());
    const auto take = [=, this, guard = QPointer(editor)](const Result<models::RenameTarget> &target) {
        if (!target)
            return m_context.notifications.failed(tr("This cannot be renamed."), target.error());
        const QString name =
            m_context.dialogs.askText(editor, tr("Rename"), tr("New name, in all files"), target->name);
        // Another project may have come while the question was open.
        if (name.isEmpty() || name == target->name || !guard || !m_session)
            return;
        m_session->rename(file, text, position, name, editor,
                          [this, old = target->name, name](const Result<models::RenameChange> &change) {
                              if (!change)
                                  return m_context.notifications.failed(tr("“%1” was not renamed.").arg(old),
                                                                        change.error());
                              Q_EMIT changesWanted(tr("Rename “%1” to “%2”").arg(old, name), inProject(change->files));
                              for (const QString &note : change->notes)
                                  m_context.notifications.inform(note);
                          });
    };
    m_session->renameTarget(file, text, position, editor, take);
}

} // namespace drydock::configurations
