// SPDX-License-Identifier: MIT
#include "views/configurations/fileeditor.h"

#include "app/wiring/services.h"
#include "views/configurations/compareview.h"
#include "views/configurations/draftkeeper.h"
#include "views/configurations/historyview.h"
#include "views/controls/banner.h"
#include "views/controls/emptystate.h"
#include "views/controls/theme.h"
#include "views/models/filetext.h"
#include "views/models/text.h"

#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using drydock::controls::CodeEditor;
using drydock::controls::Level;
using drydock::models::toText;
using drydock::models::toUtf8;

namespace drydock::configurations {

namespace {

constexpr int draftDelay = 500; // milliseconds without a key

} // namespace

FileEditor::FileEditor(const Sources &sources, project::Project project, const QString &path, QWidget *parent)
    : QWidget(parent)
    , m_sources(sources)
    , m_project(std::move(project))
    , m_path(path)
    , m_stack(new QStackedWidget(this))
    , m_banner(new controls::Banner(sources.context.theme, this))
    , m_code(new CodeEditor(sources.context.theme, sources.context.syntax))
    , m_empty(new controls::EmptyState(sources.context.theme))
    , m_draftTimer(new QTimer(this))
    , m_loadTask(sources.context.tasks, this)
    , m_checkTask(sources.context.tasks, this)
    , m_saveTask(sources.context.tasks, this)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    m_stack->addWidget(m_code);
    m_stack->addWidget(m_empty);
    m_code->setReadOnly(true);
    setFocusProxy(m_code);
    m_draftTimer->setSingleShot(true);
    m_draftTimer->setInterval(draftDelay);
    connect(m_draftTimer, &QTimer::timeout, this, &FileEditor::keepDraft);
    connect(m_code, &CodeEditor::textChanged, this, [this] {
        if (m_state != FileState::Text)
            return;
        m_draftTimer->start();
        Q_EMIT edited();
    });
    connect(m_code, &CodeEditor::modifiedChanged, this, &FileEditor::modifiedChanged);
    connect(m_code, &CodeEditor::placeChanged, this, &FileEditor::placeChanged);
    connect(m_banner, &controls::Banner::answered, this, [this](int answer) {
        if (const auto answered = std::exchange(m_answered, {}))
            answered(answer);
    });
    connect(m_empty, &controls::EmptyState::activated, this, [this] {
        if (m_state == FileState::Missing)
            return createWanted();
        if (m_state == FileState::Failed)
            return ensureLoaded();
        Q_EMIT openExternallyWanted();
    });
}

FileEditor::~FileEditor() = default;

void FileEditor::setPath(const QString &path)
{
    m_sources.drafts.forget(m_project.id, toUtf8(m_path));
    m_path = path;
    m_code->setFileName(path);
    Q_EMIT edited();
    if (isModified())
        keepDraft();
}

bool FileEditor::isModified() const
{
    return m_state == FileState::Text ? m_code->isModified() || !m_exists : m_draft.has_value();
}

bool FileEditor::isReadOnly() const
{
    return m_state == FileState::Text && m_writability == Writability::ReadOnly;
}

void FileEditor::setState(FileState state)
{
    m_state = state;
    if (state == FileState::Text)
        m_stack->setCurrentWidget(m_code);
    setFocusProxy(state == FileState::Text ? static_cast<QWidget *>(m_code) : m_empty);
    Q_EMIT stateChanged();
}

void FileEditor::ensureLoaded()
{
    if (m_state != FileState::Waiting && m_state != FileState::Failed && m_state != FileState::Missing)
        return;
    setState(FileState::Loading);
    m_loadTask.run(
        tr("Read file"), [root = m_project.root, path = toUtf8(m_path)](const Task &) { return loadFile(root, path); },
        [this](const Result<LoadedFile> &file) { loaded(file); });
}

void FileEditor::showState(const QString &iconName, const QString &sentence, const QString &button)
{
    m_empty->set(iconName, sentence, button);
    m_stack->setCurrentWidget(m_empty);
}

void FileEditor::loaded(const Result<LoadedFile> &file)
{
    if (file && file->kind == FileKind::Text)
        return showText(*file);
    if (!file && file.error().code == "file.missing") {
        m_exists = false;
        if (m_draft)
            return showText(LoadedFile{});
        showState(u"document-close"_s, tr("%1 is no longer there.").arg(m_path), tr("Create it again"));
        return setState(FileState::Missing);
    }
    if (!file) {
        showState(u"data-warning"_s, tr("The file was not read. %1").arg(toText(file.error().text())), tr("Try again"));
        return setState(FileState::Failed);
    }
    if (file->kind == FileKind::Binary) {
        showState(u"application-octet-stream"_s, tr("This file is not text (%1).").arg(models::sizeText(file->size)),
                  tr("Open with another program"));
        return setState(FileState::Binary);
    }
    showState(u"document-multiple"_s,
              tr("This file has %1; files of up to %2 are edited here.")
                  .arg(models::sizeText(file->size), models::sizeText(largestEdited)),
              tr("Open with another program"));
    setState(FileState::TooLarge);
}

void FileEditor::showText(const LoadedFile &file)
{
    const auto text = models::decodeFileText(file.bytes);
    m_disk = file.bytes;
    m_writability = file.writability;
    m_code->open(text ? text->text : QString(), m_path);
    // A lone carriage return or a paragraph separator would come back as another line end.
    const bool isKept = !text || m_code->text() == text->text;
    if (!isKept)
        m_writability = Writability::ReadOnly;
    m_code->setReadOnly(m_writability == Writability::ReadOnly);
    if (!isKept)
        m_banner->show(Level::Neutral, tr("This file has line ends that would be lost here, so it is read-only."));
    else if (m_writability == Writability::ReadOnly)
        m_banner->show(Level::Neutral, tr("You may not write this file, so it is read-only."));
    else
        m_banner->clear();
    setState(FileState::Text);
    if (m_draft)
        restoreDraft();
    if (m_viewState)
        m_code->restoreViewState(*std::exchange(m_viewState, std::nullopt));
    applyPlace();
    Q_EMIT modifiedChanged();
}

void FileEditor::goTo(controls::EditorPlace place, int length)
{
    m_place = place;
    m_selectLength = length;
    m_viewState.reset();
    showCode();
    if (m_state == FileState::Text)
        applyPlace();
    else
        ensureLoaded();
}

void FileEditor::applyPlace()
{
    const auto place = std::exchange(m_place, std::nullopt);
    if (!place)
        return;
    m_code->goTo(*place);
    if (const int length = std::exchange(m_selectLength, 0); length > 0) {
        const int start = m_code->positionOf(*place);
        m_code->select({start, m_code->positionOf({place->line, place->column + length})});
    }
}

controls::EditorPlace FileEditor::place() const
{
    return m_state == FileState::Text ? m_code->place() : m_place.value_or(controls::EditorPlace());
}

controls::EditorViewState FileEditor::viewState() const
{
    if (m_state == FileState::Text)
        return m_code->viewState();
    return m_viewState.value_or(controls::EditorViewState());
}

void FileEditor::ask(Level level, const QString &text, const QStringList &answers, std::function<void(int)> answered)
{
    m_answered = std::move(answered);
    m_banner->ask(level, text, answers);
}

void FileEditor::showHistory()
{
    if (m_state != FileState::Text)
        return;
    if (!m_history) {
        m_history = new HistoryView({m_sources.context, m_sources.services}, this);
        m_stack->addWidget(m_history);
        connect(m_history, &HistoryView::closeWanted, this, &FileEditor::showCode);
        connect(m_history, &HistoryView::restoreWanted, this, [this](const std::string &bytes, const QString &note) {
            showCode();
            replaceAndSave(bytes, project::VersionReason::Restored, note);
        });
    }
    m_history->showFile(m_project.id, m_path, models::encodeFileText(m_code->text(), m_disk));
    m_stack->setCurrentWidget(m_history);
    m_history->setFocus();
    Q_EMIT stateChanged();
}

void FileEditor::showComparison(const QString &beforeTitle, const std::string &before, const QString &afterTitle,
                                const std::string &after)
{
    if (!m_compare) {
        m_compare = new CompareView(m_sources.context.theme, m_sources.context.syntax, this);
        m_stack->addWidget(m_compare);
        connect(m_compare, &CompareView::closeWanted, this, &FileEditor::showCode);
    }
    m_compare->showTexts(tr("Compare"), beforeTitle, before, afterTitle, after, m_path);
    m_stack->setCurrentWidget(m_compare);
    m_compare->setFocus();
}

bool FileEditor::showCode()
{
    QWidget *shown = m_stack->currentWidget();
    if (!shown || (shown != m_history && shown != m_compare))
        return false;
    m_stack->setCurrentWidget(m_state == FileState::Text ? static_cast<QWidget *>(m_code) : m_empty);
    m_stack->currentWidget()->setFocus();
    Q_EMIT stateChanged();
    return true;
}

} // namespace drydock::configurations
