// SPDX-License-Identifier: MIT
// ConfigurationsPage: its parts and who hears whom.
#include "views/configurations/configurationspage.h"
#include "views/configurations/editortabs.h"
#include "views/configurations/fileaccess.h"
#include "views/configurations/filepanel.h"
#include "views/configurations/languagelink.h"
#include "views/configurations/outlinepanel.h"
#include "views/controls/contentstack.h"
#include "views/controls/theme.h"
#include "views/models/text.h"
#include "views/shell/activeproject.h"
#include "views/shell/navigator.h"

#include <QAction>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using drydock::models::toUtf8;

namespace drydock::configurations {

void ConfigurationsPage::buildLayout()
{
    const controls::Theme &theme = m_context.theme;
    m_splitter = new QSplitter;
    m_splitter->setChildrenCollapsible(false);
    buildSide();
    buildCenter();
    m_splitter->addWidget(m_side);
    m_splitter->addWidget(m_center);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({theme.px(280), theme.px(900)});
    m_stack = new controls::ContentStack(theme, m_splitter);
    m_stack->setProperty("kind", u"page"_s);
    m_stack->setAttribute(Qt::WA_StyledBackground);
    m_stack->installEventFilter(this);
    connect(m_stack, &controls::ContentStack::retryWanted, this, &ConfigurationsPage::reload);
    connect(m_stack, &controls::ContentStack::emptyActivated, this, [this] {
        m_context.navigator.open(m_context.project.isSet()
                                     ? shell::Link{u"generate"_s, {}, m_context.project.slug(), {}}
                                     : shell::Link{u"hub"_s, {}, {}, {}});
    });
}

void ConfigurationsPage::buildSide()
{
    const controls::Theme &theme = m_context.theme;
    m_side = new QSplitter(Qt::Vertical);
    m_side->setChildrenCollapsible(false);
    m_sideTabs = new QTabWidget;
    m_sideTabs->setDocumentMode(true);
    m_files = new FilePanel(theme);
    m_files->setActions(m_fileActions);
    m_search = new SearchPanel(m_context, [this] { return unsavedTexts(); });
    m_outline = new OutlinePanel(theme);
    m_sideTabs->addTab(m_files, tr("Files"));
    m_sideTabs->addTab(m_search, tr("Search"));
    m_side->addWidget(m_sideTabs);
    m_side->addWidget(m_outline);
    m_side->setSizes({theme.px(460), theme.px(240)});
    connect(m_sideTabs, &QTabWidget::currentChanged, this, [this](int index) { m_outline->setVisible(index == 0); });
    connect(m_files, &FilePanel::fileWanted, this, [this](const QString &path) { goTo(path, {0, 0}); });
    connect(m_files, &FilePanel::currentChanged, this, &ConfigurationsPage::enableActions);
    connect(m_search, &SearchPanel::placeWanted, this, [this](const QString &path, int line, int column, int length) {
        jump(path, {line, column}, length);
    });
    connect(m_search, &SearchPanel::replaceWanted, this, &ConfigurationsPage::replaceInFiles);
    connect(m_outline, &OutlinePanel::placeWanted, this, [this](int line, int column) {
        if (const FileEditor *editor = current())
            jump(editor->path(), {line, column});
    });
    connect(m_language, &LanguageLink::outlineChanged, this, [this](const QString &path) {
        if (!current() || current()->path() != path)
            return;
        m_outline->setEntries(m_language->outline(path));
        updateBlock();
    });
    connect(m_language, &LanguageLink::changesWanted, this, &ConfigurationsPage::applyChanges);
    connect(m_language, &LanguageLink::usesFound, this,
            [this](const QString &name, const std::vector<project::FileMatches> &uses) {
                m_sideTabs->setCurrentWidget(m_search);
                m_search->showUses(name, uses);
            });
}

void ConfigurationsPage::buildCenter()
{
    const controls::Theme &theme = m_context.theme;
    m_center = new QStackedWidget;
    m_editorArea = new QWidget;
    auto *column = new QVBoxLayout(m_editorArea);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_tabs = new EditorTabs(theme, [this](const QString &path) { return makeEditor(path); });
    m_status = new QLabel;
    m_status->setProperty("tone", u"small"_s);
    m_status->setObjectName(u"editorStatus"_s);
    m_status->setContentsMargins(theme.px(16), theme.px(2), theme.px(16), theme.px(2));
    m_status->setMinimumHeight(theme.px(24));
    column->addWidget(m_tabs, 1);
    column->addWidget(m_status);
    m_center->addWidget(m_editorArea);
    connect(m_center, &QStackedWidget::currentChanged, this, &ConfigurationsPage::changed);
    connect(m_tabs, &EditorTabs::currentChanged, this, &ConfigurationsPage::showCurrent);
    connect(m_tabs, &EditorTabs::tabsChanged, this, [this] {
        keepSession();
        updateFiles();
        enableActions();
    });
    connect(m_tabs, &EditorTabs::closeWanted, this, &ConfigurationsPage::closeEditor);
}

FileEditor *ConfigurationsPage::makeEditor(const QString &path)
{
    auto *editor = new FileEditor({m_context, m_services, *m_drafts}, m_contents.project, path);
    m_language->attach(editor);
    connect(editor, &FileEditor::modifiedChanged, this, [this] {
        updateFiles();
        enableActions();
    });
    connect(editor, &FileEditor::stateChanged, this, [this] {
        enableActions();
        updateStatus();
    });
    connect(editor, &FileEditor::placeChanged, this, [this, editor] {
        if (editor != current())
            return;
        updateStatus();
        updateBlock();
        m_outline->follow(editor->place().line);
    });
    connect(editor, &FileEditor::saved, this, [this] { updateFiles(); });
    connect(editor, &FileEditor::createWanted, this, [this, editor] {
        changeFiles(
            tr("The file was not made."),
            [path = toUtf8(editor->path())](const project::Project &project) { return createFile(project, path); },
            [editor] { editor->ensureLoaded(); });
    });
    connect(editor, &FileEditor::openExternallyWanted, this, [this] {
        for (QAction *action : std::as_const(m_actions)) {
            if (action->objectName() == "configurations.edit"_L1)
                action->trigger();
        }
    });
    connect(editor->code(), &controls::CodeEditor::commandRequested, this,
            [this, editor](controls::EditorCommand command, int position) { runCommand(editor, command, position); });
    return editor;
}

} // namespace drydock::configurations
