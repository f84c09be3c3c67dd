// SPDX-License-Identifier: MIT
// ConfigurationsPage: open files and unsaved texts over a restart, or over a crash.
#include "views/configurations/configurationspage.h"
#include "views/configurations/draftkeeper.h"
#include "views/configurations/editortabs.h"
#include "views/models/text.h"

#include <QSettings>
#include <QSplitter>

using namespace Qt::StringLiterals;
using drydock::models::toText;

namespace drydock::configurations {

namespace {

QVariantMap viewMap(const FileEditor &editor)
{
    const controls::EditorViewState view = editor.viewState();
    QVariantList folds;
    for (const int line : view.foldedLines)
        folds << line;
    return {{u"path"_s, editor.path()},
            {u"line"_s, view.cursor.line},
            {u"column"_s, view.cursor.column},
            {u"top"_s, view.firstVisibleLine},
            {u"folds"_s, folds}};
}

controls::EditorViewState viewFrom(const QVariantMap &map)
{
    controls::EditorViewState view;
    view.cursor = {std::max(map.value(u"line"_s).toInt(), 1), std::max(map.value(u"column"_s).toInt(), 1)};
    view.firstVisibleLine = std::max(map.value(u"top"_s).toInt(), 1);
    const QVariantList folds = map.value(u"folds"_s).toList();
    for (const QVariant &line : folds)
        view.foldedLines << line.toInt();
    return view;
}

} // namespace

QString ConfigurationsPage::sessionKey() const
{
    return u"configurations/session/"_s + m_loadedProject;
}

void ConfigurationsPage::keepSession()
{
    if (!m_tabs || !m_isLoaded)
        return;
    QVariantList tabs;
    const auto editors = m_tabs->all();
    for (const FileEditor *editor : editors)
        tabs << viewMap(*editor);
    const FileEditor *shown = current();
    m_context.settings.setValue(sessionKey(),
                                QVariantMap{{u"tabs"_s, tabs}, {u"current"_s, shown ? shown->path() : QString()}});
}

void ConfigurationsPage::restoreSession(const Contents &contents)
{
    QSet<QString> known;
    for (const project::ConfigurationFile &file : contents.files)
        known << toText(file.path);
    const QVariantMap session = m_context.settings.value(sessionKey()).toMap();
    const QVariantList tabs = session.value(u"tabs"_s).toList();
    for (const QVariant &tab : tabs) {
        const QVariantMap map = tab.toMap();
        const QString path = map.value(u"path"_s).toString();
        if (known.contains(path))
            m_tabs->add(path)->setViewState(viewFrom(map));
    }
    for (const project::Draft &draft : contents.drafts)
        m_tabs->add(toText(draft.path))->restore(draft);
    const QString shown = session.value(u"current"_s).toString();
    if (m_wantedPath.isEmpty() && m_tabs->find(shown))
        m_wantedPath = shown;
    else if (m_wantedPath.isEmpty() && !contents.drafts.empty())
        m_wantedPath = toText(contents.drafts.back().path);
}

void ConfigurationsPage::keepDrafts()
{
    if (!m_tabs)
        return;
    const auto editors = m_tabs->all();
    for (const FileEditor *editor : editors) {
        if (const auto draft = editor->draft())
            m_drafts->keepNow(*draft);
    }
}

QVariantMap ConfigurationsPage::saveState() const
{
    // The window closes: what is unsaved comes back with the next start, so nobody is asked.
    auto *self = const_cast<ConfigurationsPage *>(this);
    self->keepSession();
    self->keepDrafts();
    return {{u"splitter"_s, m_splitter->saveState()},
            {u"side"_s, m_side->saveState()},
            {u"search"_s, m_search->saveState()}};
}

void ConfigurationsPage::restoreState(const QVariantMap &state)
{
    m_splitter->restoreState(state.value(u"splitter"_s).toByteArray());
    m_side->restoreState(state.value(u"side"_s).toByteArray());
    m_search->restoreState(state.value(u"search"_s).toMap());
}

} // namespace drydock::configurations
